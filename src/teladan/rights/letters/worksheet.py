"""The worksheet: one page that a family can re-do with pen and paper."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone, translation

from teladan.people.models import Stay
from teladan.people.queries import facts_of
from teladan.rights import findings
from teladan.rights.because import because, shift
from teladan.rights.letters.render import pdf
from teladan.rights.letters.words import cite, day, head, length, words
from teladan.rights.models import Decision
from teladan.rights.queries.moves import last_moves
from teladan.rights.services.causes import hash_of

# How much type fills the page, in points by the root of the letters; a row costs as much as so many letters. Laying
# the page out once more takes longer than everything else, so the search for a size begins where it will probably end.
FULL, ROW = 605, 60
MOVED = ("two_thirds", "expiry", "release")  # the days a family plans by
SHOWN = ("eligible", "upcoming", "needs_facts", "blocked")


def worksheet_pdf(stay: Stay, as_of: dt.date, language: str = "id") -> bytes:
    """Return one A4 page: every step of the sum with its rule, then the rights with their days."""
    facts = facts_of([stay], as_of)[0]
    found = findings.find([facts], as_of)[0]
    data = head(stay.facility, language) | {
        "name": stay.person.name,
        "register_number": stay.register_number,
        "on": day(as_of, language),
        "digest": hash_of(facts)[:16],
        "receipt": _receipt(stay),
    }
    return pdf("worksheet", data | _body(found.explained, _moved(stay, language), language, wrong=bool(found.problem)))


def typed_worksheet_pdf(facts: Mapping[str, Any], explained: Mapping[str, Any], language: str = "id") -> bytes:
    """Return the same page for facts that somebody typed: of nobody in a register, and it says so."""
    text = words(language)
    data = {
        "language": language,
        "words": dict(text),
        "facility": "Teladan",
        "demo": False,
        "name": text["typed"],
        "register_number": text["register_counts"],
        "on": day(explained["as_of"], language),
        "digest": hash_of(facts)[:16],
        "receipt": "",
    }
    return pdf("worksheet", data | _body(explained, [], language))


def _body(explained: Mapping[str, Any], moved: list[str], language: str, *, wrong: bool = False) -> dict[str, Any]:
    """Return the sum, the rights, what an officer must look at, and about how large the type may be."""
    rights = [_right(right, language) for right in explained.get("rights", ()) if right["status"] in SHOWN]
    lines = [_line(step, language) for step in explained.get("sums", ())]
    notes = [note["text"][language] for note in explained.get("notes", ())]
    return {
        "lines": lines,
        "rights": rights,
        "notes": notes,
        "moved": moved,
        "likely": _likely([*lines, *rights, *({"text": note} for note in (*notes, *moved))]),
        "problem": "" if lines else words(language)["not_assessed" if wrong else "nothing_to_sum"],
    }


def _likely(rows: Sequence[Mapping[str, Any]]) -> float:
    """Return the size of type at which so many rows of so many letters about fill the page."""
    letters = sum(len(row.get(name, "")) for row in rows for name in ("text", "title", "why", "law"))
    return FULL / math.sqrt(letters + ROW * len(rows) + 1)


def _line(step: Mapping[str, Any], language: str) -> dict[str, str]:
    return {
        "text": step["text"][language],
        "law": _cites(step["law"], language),
        "result": day(step["result"], language),
        "total": step["operation"] == {},
    }


def _right(right: Mapping[str, Any], language: str) -> dict[str, str]:
    missing = [finding["text"][language] for finding in right["findings"] if finding["met"] is not True]
    return {
        "title": right["title"][language],
        "status": words(language)[right["status"]],
        "why": missing[0] if missing and right["status"] in {"blocked", "needs_facts"} else "",
        "more": len(missing) - 1 if right["status"] in {"blocked", "needs_facts"} else 0,
        "date": day(right["date"], language),
        "length": length(right["length_days"], language) if right["length_days"] else "",
        "law": _cites(right["law"], language),
    }


def _cites(law: Sequence[Mapping[str, str]], language: str) -> str:
    cites = [cite(each, language) for each in law]
    return "; ".join(f"{each['text']} ({each['mark']})" for each in cites)


def _moved(stay: Stay, language: str) -> list[str]:
    """The last change that moved a date: which, from which day, by how much, when it was recorded and why."""
    with translation.override(language):
        line = last_moves(stay)
        if line is None:
            return []
        on, why = day(timezone.localdate(line.kept.at), language), because(line.reasons)
        text = words(language)
        return [
            text["moved"].format(
                name=text[f"date_{each.name}"],
                old=day(each.old, language),
                new=day(each.new, language),
                shift=shift(each),
                on=on,
                why=why,
            )
            for each in line.dates
            if each.name in MOVED
        ]


def _receipt(stay: Stay) -> str:
    """The receipt of the last decision about this stay, empty when there is none."""
    last = Decision.objects.filter(case__stay=stay).order_by("-pk").first()
    return last.receipt if last else ""
