"""Every rule of the files, in the order in which the manual shows them. No text or number is written a second time."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from teladan.law import regulations, words
from teladan.law.criteria import REGISTRY
from teladan.law.criterion import Criterion
from teladan.law.manual import dated
from teladan.law.manual.rule import Cite, Rule, RuleVersion, Said
from teladan.law.manual.saying import table
from teladan.law.rights import RIGHTS, Right

KINDS = ("right", "criterion", "switch", "parameter", "step", "feast", "note")


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name in the manual."""
    found = [*map(_right, RIGHTS.values()), *map(_criterion, REGISTRY.values()), *_switches()]
    found += [*_parameters(), *_steps(), *_feasts(), *_notes()]
    return {rule.id: dated.digested(rule) for rule in found}


@cache
def versions() -> Mapping[str, tuple[Rule, RuleVersion]]:
    """Every version by its name, with its rule."""
    return {version.id: (rule, version) for rule in rules().values() for version in rule.versions}


def _right(right: Right) -> Rule:
    laws = tuple(dated.of_version("right", right.name, law) for law in right.laws)
    return Rule("right", right.name, right.title, (), (right.name,), right.criteria, laws)


def _criterion(found: Criterion) -> Rule:
    asked_by = tuple(right.name for right in RIGHTS.values() if found.name in right.criteria)
    laws = tuple(dated.of_version("criterion", found.name, law) for law in found.laws)
    return Rule("criterion", found.name, found.title, tuple(found.wording.items()), asked_by, (), laws)


def _switches() -> Iterator[Rule]:
    for name, entry in regulations.table("conventions").items():
        used = entry["options"][entry["default"]]
        others = [text for option, text in entry["options"].items() if option != entry["default"]]
        version = RuleVersion(
            id=f"switch.{name}.{entry['from'].isoformat()}",
            first=entry["from"],
            last=None,
            scope="",
            law=dated.own_cites(entry),
            sets=((table("number")["default"], used), *((table("number")["others"], text) for text in others)),
            unread=None,
            raw={"default": entry["default"], "options": entry["options"], "question": entry["question"]},
        )
        yield Rule("switch", name, entry["text"], (), (), (), (version,))


def _parameters() -> Iterator[Rule]:
    for name, told in table("parameter").items():
        found = _at(told["at"])
        if isinstance(found, list):
            laws = dated.of_entries("parameter", name, found)
        elif "from" in found and "regulation" in found:
            laws = dated.of_entries("parameter", name, [found])
        else:
            law = dated.own_cites(found) or _cited_by(told.get("cited_by", ""), found.get("from"))
            laws = (dated.undated("parameter", name, law, dated.numbers_of(found), found.get("from")),)
        yield Rule("parameter", name, told["title"], (), (), (), laws)


def _at(place: str) -> Any:
    file, _, path = place.partition(".")
    found: Any = regulations.table(file)
    return found[path] if path else found


def _cited_by(name: str, since: dt.date | None) -> tuple[Cite, ...]:
    """The citations of the rule that this number belongs to; `since`: of its version in force from that day."""
    kind, _, rest = name.partition(".")
    if kind == "step":
        return tuple(regulations.table("arithmetic")["steps"][rest]["law"])
    if kind == "switch":
        return dated.own_cites(regulations.table("conventions")[rest])
    laws = [dated.of_version(kind, rest, law) for law in REGISTRY[rest].laws] if kind == "criterion" else []
    cites = [cite for law in laws if since is None or law.runs_on(since) for cite in law.law]
    return tuple({tuple(cite.items()): cite for cite in cites}.values())


def _steps() -> Iterator[Rule]:
    for name, entry in regulations.table("arithmetic")["steps"].items():
        version = dated.undated("step", name, tuple(entry["law"]), {})
        yield Rule("step", name, table("step")[name], (("text", entry["text"]),), (), (), (version,))


def _feasts() -> Iterator[Rule]:
    corrected = {entry["religion"]: entry for entry in regulations.table("feast_corrections")["correction"]}
    for entry in regulations.table("feasts")["feast"]:
        numbers = {"feast_days": entry["days"], "estimated": entry["estimated"]}
        numbers = {name: days for name, days in numbers.items() if days}
        version = dated.undated("feast", entry["name"], _feast_cites(entry, corrected), numbers)
        yield Rule("feast", entry["name"], table("feast")[entry["name"]], _followed_by(entry), (), (), (version,))


def _feast_cites(entry: Mapping[str, Any], corrected: Mapping[str, Mapping[str, Any]]) -> tuple[Cite, ...]:
    """The citation of the table and those of the days that the government set otherwise."""
    mine = [corrected[religion] for religion in entry["religions"] if religion in corrected]
    return (*dated.own_cites(entry), *(cite for each in mine for cite in dated.own_cites(each)))


def _followed_by(entry: Mapping[str, Any]) -> tuple[tuple[str, Said], ...]:
    told = {
        language: ", ".join(words.word("religion", religion, language) for religion in entry["religions"])
        for language in words.LANGUAGES
    }
    return (("religions", told),)


def _notes() -> Iterator[Rule]:
    for code, entry in regulations.table("notes").items():
        yield Rule("note", code, entry["text"], (), (), (), (dated.undated("note", code, tuple(entry["law"]), {}),))
