"""A draft of a law as a small dated file, laid over the regulation files of one process (`regulations.amend`).

    id = "cb-dua-tahun"
    from = 2027-03-01
    regulation = "Rancangan Permenimipas"
    title = { id = "CB untuk pidana sampai dua tahun", en = "CB for terms of up to two years" }

    [[change]]
    rule = "conditional_leave"            # a right or a condition
    set = { longest_term_days = 720 }     # numbers that the rule has
    article = "114"                       # of the draft; "-" when not said
    no_longer_asks = ["risk_has_fallen"]  # of a right: conditions taken out, conditions put in
    also_asks = ["served_six_months"]

    [[change]]
    rule = "home_assimilation"            # a scheme that is closed opens again with its last numbers ...
    until = 2027-12-31                    # ... for a time
    set = { cutoff = 2027-12-31 }

    [[change]]
    rule = "decade_remission"
    ends = true                           # no longer law from that day on

    [[change]]
    convention = "rung_after_missed_year"
    option = "same"

Imports nothing of the law but its files, so that a process can read a draft before it reads the law.
"""

import copy
import datetime as dt
import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from teladan.law import regulations

ONE_DAY: Final = dt.timedelta(days=1)
LONGEST: Final = 100_000  # characters; a draft is a page, not a book
MOST_CHANGES: Final = 100
RIGHT_FILES: Final = ("remissions", "leaves")
FILES: Final = (*RIGHT_FILES, "criteria_sentence", "criteria_time", "criteria_conduct", "criteria_special")
OF_A_RULE: Final = {"rule", "set", "until", "ends", "article", "scope", "no_longer_asks", "also_asks"}
OF_A_CONVENTION: Final = {"convention", "option"}
ASKS: Final = ("no_longer_asks", "also_asks")
NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
CONFIDENCE: Final = "C"  # nothing of a draft is confirmed


class ReformError(Exception):
    """What of a draft cannot be used: `field` names the place; `id`, `en` say it in words."""

    def __init__(self, field: str, id: str, en: str) -> None:  # noqa: A002 - the language
        super().__init__(f"{field}: {en}")
        self.field, self.id, self.en = field, id, en


@dataclass(frozen=True, slots=True)
class Reform:
    """A draft that fits the files of the law. `changes` as in the file, `first` its first day."""

    name: str
    first: dt.date
    regulation: str
    title: Mapping[str, str]
    changes: tuple[Mapping[str, Any], ...]
    text: str

    @property
    def digest(self) -> str:
        """What tells this draft from another."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def conventions(self) -> dict[str, str]:
        """The switches that the draft sets, from its first day on."""
        return {change["convention"]: change["option"] for change in self.changes if "convention" in change}

    def changed(self, file: str, table: Mapping[str, Any]) -> dict[str, Any]:
        """A regulation file as it would read under the draft."""
        found = copy.deepcopy(dict(table))
        for change in self.changes:
            if file in FILES and (entry := found.get(change.get("rule", ""))):
                entry["rule"] = _amended(entry["rule"], change, self)
        return found


def read(text: str) -> Reform:
    """Read a draft and check it against the files; ReformError says what does not fit."""
    if len(text) > LONGEST:
        raise ReformError("", "Terlalu panjang untuk satu rancangan.", "Too long for one draft.")
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise ReformError("", f"Bukan TOML yang benar: {wrong}", f"Not valid TOML: {wrong}") from wrong
    except RecursionError as deep:
        raise ReformError("", "Terlalu banyak kurung di dalam kurung.", "Too many brackets within brackets.") from deep
    _only(given, {"id", "from", "regulation", "title", "change"}, "")
    name, first = given.get("id"), given.get("from")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise _expected("id", "huruf kecil, angka dan tanda hubung", "lower-case letters, digits and hyphens")
    if not isinstance(first, dt.date) or isinstance(first, dt.datetime):
        raise _expected("from", "tanggal seperti 2027-03-01", "a date such as 2027-03-01")
    title, regulation = given.get("title"), given.get("regulation")
    if not isinstance(title, dict) or not all(isinstance(title.get(n), str) and title[n] for n in ("id", "en")):
        raise _expected("title", "kalimat dalam bahasa Indonesia (id) dan Inggris (en)", "words in id and en")
    if not isinstance(regulation, str) or not regulation.strip():
        raise _expected("regulation", "nama peraturan atau rancangannya", "the name of the regulation or its draft")
    changes = given.get("change")
    if not isinstance(changes, list) or not 1 <= len(changes) <= MOST_CHANGES:
        raise _expected("change", "satu atau lebih bagian [[change]]", "one or more parts [[change]]")
    for place, change in enumerate(changes):
        _check(change, f"change[{place}]", first)
    return Reform(name, first, regulation.strip(), title, tuple(changes), text)


def refuse_past(draft: Reform, as_of: dt.date) -> None:
    """Refuse a draft that would be law already: what was decided under another law is not tried again."""
    if draft.first <= as_of:
        raise ReformError("from", f"Mulai berlaku harus sesudah {as_of}.", f"The first day must be after {as_of}.")


def _check(change: Any, field: str, first: dt.date) -> None:
    if not isinstance(change, dict) or ("rule" in change) == ("convention" in change):
        raise _expected(field, "rule atau convention", "either rule or convention")
    if "convention" in change:
        _check_convention(change, field)
    else:
        _check_rule(change, field, first)


def _check_convention(change: Mapping[str, Any], field: str) -> None:
    _only(change, OF_A_CONVENTION, field)
    known = regulations.table("conventions")
    name, option = change["convention"], change.get("option")
    if not isinstance(name, str) or name not in known:
        raise _expected(f"{field}.convention", *_one_of(known))
    if option not in known[name]["options"]:
        raise _expected(f"{field}.option", *_one_of(known[name]["options"]))


def _check_rule(change: Mapping[str, Any], field: str, first: dt.date) -> None:
    _only(change, OF_A_RULE, field)
    rules = _rules()
    name = change["rule"]
    if not isinstance(name, str) or name not in rules:
        raise _expected(f"{field}.rule", *_one_of(rules))
    if change.get("ends") not in (None, True):
        raise _expected(f"{field}.ends", "true", "true")
    if not isinstance(change.get("article", ""), str):
        raise _expected(f"{field}.article", "teks", "text")
    until = change.get("until")
    if until is not None and (not isinstance(until, dt.date) or isinstance(until, dt.datetime) or until < first):
        raise _expected(f"{field}.until", "tanggal sesudah tanggal mulai", "a date after the first day")
    base = _bases(rules[name]["rule"], first, change.get("scope"))
    if not base:
        raise _expected(f"{field}.scope", "remission atau leave", "remission or leave")
    for number, value in _table(change, "set", field).items():
        if any(number not in version for version in base):
            raise _expected(f"{field}.set.{number}", *_one_of(sorted(_numbers(base[0]))))
        if not _alike(value, base[0][number]):
            raise _expected(f"{field}.set.{number}", f"seperti {base[0][number]!r}", f"like {base[0][number]!r}")
    _check_asked(change, field, rules)


def _check_asked(change: Mapping[str, Any], field: str, rules: Mapping[str, Any]) -> None:
    rights = {name for file in RIGHT_FILES for name in regulations.table(file)}
    for name in (each for each in ASKS if each in change):
        asked = change[name]
        if change["rule"] not in rights:
            raise _expected(
                f"{field}.{name}", "hanya untuk hak, bukan untuk syarat", "only for a right, not a condition"
            )
        conditions = sorted(set(rules) - rights)
        if not isinstance(asked, list) or any(each not in conditions for each in asked):
            raise _expected(f"{field}.{name}", *_one_of(conditions))


def _rules() -> dict[str, Any]:
    return {name: entry for file in FILES for name, entry in regulations.table(file).items() if "rule" in entry}


def _bases(versions: Sequence[dict[str, Any]], first: dt.date, scope: Any) -> list[dict[str, Any]]:
    """The versions that the draft starts from: those in force on its first day, else the last ones, by scope."""
    found = {}
    for version in versions:
        mine = version.get("scope", "")
        if version["from"] <= first and (scope is None or scope == mine):
            found[mine] = version
    return list(found.values())


def _amended(versions: list[dict[str, Any]], change: Mapping[str, Any], reform: Reform) -> list[dict[str, Any]]:
    bases = _bases(versions, reform.first, change.get("scope"))
    kept = []
    for version in versions:
        mine = any(version is base for base in bases)
        kept += _split(version, change, reform) if mine else [version]
    return kept


def _split(version: dict[str, Any], change: Mapping[str, Any], reform: Reform) -> list[dict[str, Any]]:
    """A version that ends before the draft, and the draft's own."""
    running = version.get("until") is None or version["until"] >= reform.first
    before = (
        []
        if version["from"] == reform.first
        else [{**version, **({"until": reform.first - ONE_DAY} if running else {})}]
    )
    if change.get("ends"):
        return before
    after = {
        name: value for name, value in version.items() if name not in ("until", "law", "unread", *regulations.CITE)
    }
    after |= {"from": reform.first, **change.get("set", {}), **{name: change[name] for name in ASKS if name in change}}
    last = change.get("until", version.get("until") if running else None)
    if last is not None:
        after["until"] = last
    cite = {"regulation": reform.regulation, "article": change.get("article", "-"), "confidence": CONFIDENCE}
    return [*before, {**after, "law": [cite]}]


def _numbers(version: Mapping[str, Any]) -> set[str]:
    return set(version) - {"from", "until", "law", "scope", "unread", *regulations.CITE}


def _alike(value: Any, model: Any) -> bool:
    if isinstance(model, bool) or isinstance(value, bool):
        return type(value) is type(model)
    if isinstance(model, list):
        return isinstance(value, list) and len(value) > 0 and all(_alike(each, model[0]) for each in value)
    if isinstance(model, int):
        return isinstance(value, int) and 0 <= value <= LONGEST
    return type(value) is type(model)


def _table(given: Mapping[str, Any], name: str, field: str) -> Mapping[str, Any]:
    found = given.get(name, {})
    if not isinstance(found, dict):
        raise _expected(f"{field}.{name}", "tabel { nama = angka }", "a table { name = number }")
    return found


def _only(given: Mapping[str, Any], known: set[str], field: str) -> None:
    if strange := sorted(set(given) - known):
        raise _expected(f"{field}.{strange[0]}".lstrip("."), *_one_of(sorted(known)))


def _one_of(names: Any) -> tuple[str, str]:
    listed = ", ".join(names)
    return f"salah satu dari {listed}", f"one of {listed}"


def _expected(field: str, id_: str, en: str) -> ReformError:
    return ReformError(field, f"Yang diharapkan: {id_}.", f"Expected {en}.")
