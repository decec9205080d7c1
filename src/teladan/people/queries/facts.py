"""The register as the law reads it: the facts of `teladan assess`, honest about what is not known."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from teladan.people.models import Stay
from teladan.people.queries.fact_rows import Kept, rows_of
from teladan.people.queries.fact_sentences import sentences, sentences_from
from teladan.people.queries.tables import Tables, present

AT_ONCE = 2_000  # stays a round: databases limit the number of parameters of a query


def facts_of(stays: Iterable[Stay], as_of: dt.date, tables: Tables = present) -> list[dict[str, Any]]:
    """Return the facts of each stay, in the order given, in two queries for any 2,000 stays.

    A list that is empty is left out (not known) unless `Stay.known_lists` says it is complete; so are illness, pledge
    and cooperation, which are null when known to be none. Dates are ISO texts. Give stays with their person
    (`people_inside` does), else each costs a query more. `tables`: where the rows are read, with stays read there too.
    """
    found = list(stays)
    rounds = (found[at : at + AT_ONCE] for at in range(0, len(found), AT_ONCE))
    return [facts for stays in rounds for facts in _round(stays, as_of, tables)]


def _round(stays: list[Stay], as_of: dt.date, tables: Tables) -> Iterator[dict[str, Any]]:
    keys = [stay.pk for stay in stays]
    lists = rows_of(keys, tables)
    letters = lists.pop("certificates")
    lists["sentences"], incomplete = sentences(keys) if tables is present else sentences_from(keys, tables)
    for stay in stays:
        yield {
            "as_of": as_of.isoformat(),
            "person": _person(stay),
            **_lists(stay, lists, incomplete),
            **_letters(stay, letters.get(stay.pk, []), as_of),
            **_leave(stay),
        }


def _person(stay: Stay) -> dict[str, Any]:
    person = stay.person
    known = {
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "sex": person.sex,
        "religion": person.religion,
        "nationality": person.nationality,
    }
    return {name: value for name, value in known.items() if value}


def _lists(stay: Stay, lists: dict[str, Kept], incomplete: set[int]) -> dict[str, Any]:
    known = set(stay.known_lists)
    facts = {name: rows.get(stay.pk, []) for name, rows in lists.items()}
    if stay.pk in incomplete:  # a judgment whose punishment nobody has entered: not known, not "none"
        known.discard("sentences")
    return {name: rows for name, rows in facts.items() if rows or name in known}


def _letters(stay: Stay, letters: list[tuple[str, str, dt.date]], as_of: dt.date) -> dict[str, Any]:
    by_kind: dict[str, list[tuple[str, dt.date]]] = {}
    for kind, detail, on in letters:
        by_kind.setdefault(kind, []).append((detail, on))
    known = set(stay.known_lists)
    facts: dict[str, Any] = {}
    for kind in ("illness", "pledge", "cooperation"):
        if kind in by_kind or kind in known:
            facts[kind] = _single(kind, by_kind.get(kind, []), as_of)
    if "merit" in by_kind or "merits" in known:
        facts["merits"] = [{"kind": detail, "on": on.isoformat()} for detail, on in by_kind.get("merit", [])]
    return facts


def _single(kind: str, letters: list[tuple[str, dt.date]], as_of: dt.date) -> dict[str, str] | None:
    if not letters:
        return None
    detail, on = max(letters, key=lambda letter: _weight(letter, as_of))
    if kind == "illness":
        return {"certified_on": on.isoformat()}
    return {"on": on.isoformat()} | ({"kind": detail} if kind == "pledge" else {})


def _weight(letter: tuple[str, dt.date], as_of: dt.date) -> tuple[bool, bool, dt.date]:
    # A letter that counts on the day goes before a later one; a pledge of loyalty holds whatever is pledged after it.
    detail, on = letter
    return on <= as_of, detail == "loyalty", on


LEAVES = {"parole", "pre_release_leave", "conditional_leave"}


def _leave(stay: Stay) -> dict[str, Any]:
    if stay.released_on is None or stay.release_kind not in LEAVES:
        return {}
    return {"on_leave": {"kind": stay.release_kind, "from": stay.released_on.isoformat()}}
