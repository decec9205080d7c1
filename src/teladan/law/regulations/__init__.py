"""The regulations: dated, cited TOML files beside this one, read once. A number of the law has its home there."""

import hashlib
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol

from teladan.law.terms import FAR, day_of

FOLDER: Final = Path(__file__).parent
CITE: Final = ("regulation", "article", "confidence")


class LawError(Exception):
    """The regulation files contradict themselves or the code."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one regulation says while it is in force, first and last day included; `numbers` are its parameters."""

    first: int
    last: int
    law: tuple[Mapping[str, str], ...]
    scope: str
    numbers: Mapping[str, Any]
    unread: Mapping[str, str] | None = None  # the open word (id, en) that the text of the time was not read

    def __getitem__(self, name: str) -> Any:
        return self.numbers[name]


class Draft(Protocol):
    """A law that is not in force yet."""

    @property
    def digest(self) -> str:
        """What tells this draft from another."""

    def changed(self, file: str, table: Mapping[str, Any]) -> dict[str, Any]:
        """A regulation file as it would read."""


_drafts: list[Draft] = []


def amend(draft: Draft) -> None:
    """Lay a draft over the files, for this whole process; LawError: the law was read without it already."""
    if joined := {"teladan.law.criteria", "teladan.law.rights", "teladan.law.conventions"} & set(sys.modules):
        raise LawError(
            f"a draft comes before anything else of the law is read, but there is {', '.join(sorted(joined))}"
        )
    _drafts.append(draft)
    table.cache_clear()
    law_version.cache_clear()


@cache
def table(file: str) -> dict[str, Any]:
    """One regulation file, with the drafts of this process laid over it."""
    with (FOLDER / f"{file}.toml").open("rb") as opened:
        found = tomllib.load(opened)
    for draft in _drafts:
        found = draft.changed(file, found)
    return found


FIRST_DAY: Final = day_of(table("arithmetic")["known_law"]["from"])  # before it there is no law here


@cache
def law_version() -> str:
    """Hash of every regulation file: a stored decision names the law it was made under."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for draft in _drafts:
        digest.update(draft.digest.encode())
    return digest.hexdigest()[:16]


def versions(entries: Sequence[Mapping[str, Any]], where: str) -> tuple[Version, ...]:
    """Dated entries of one thing, checked: each is cited, ends after it starts, and none overlaps another."""
    made = tuple(_version(entry, where) for entry in entries)
    for i, one in enumerate(made):
        for other in made[i + 1 :]:
            if one.scope == other.scope and one.first <= other.last and other.first <= one.last:
                raise LawError(f"{where}: two versions are in force at once")
    return made


def _version(entry: Mapping[str, Any], where: str) -> Version:
    first, last = entry["from"], entry.get("until")
    if last is not None and last < first:
        raise LawError(f"{where}: ends {last} before it starts {first}")
    cites = entry.get("law") or [{name: entry[name] for name in CITE}]
    for cite in cites:
        if set(cite) != set(CITE) or cite["confidence"] not in ("A", "B", "C"):
            raise LawError(f"{where}: a citation is a regulation, an article and a confidence A, B or C")
    unread = entry.get("unread")
    if unread and not (unread.get("id") and unread.get("en") and any(c["confidence"] == "C" for c in cites)):
        raise LawError(f"{where}: a text that was not read is marked C and said in Indonesian (id) and English (en)")
    outside = ("from", "until", "law", "scope", "unread", *CITE)
    numbers = {name: value for name, value in entry.items() if name not in outside}
    end = FAR if last is None else day_of(last)
    return Version(day_of(first), end, tuple(cites), entry.get("scope", ""), numbers, unread)


def cites_on(law: Sequence[Mapping[str, Any]], day: int) -> list[dict[str, str]]:
    """The citations of a text without dates of its own; one with a `from` only from that day on."""
    return [{name: c[name] for name in CITE} for c in law if "from" not in c or day_of(c["from"]) <= day]


def in_force(dated: Sequence[Version], day: int, scope: str = "") -> Version | None:
    """The version in force on a day for a scope; None: the rule is not in force."""
    for version in dated:
        if version.first <= day <= version.last and version.scope in ("", scope):
            return version
    return None
