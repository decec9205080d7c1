"""The decrees of a remission day: one PDF, one page a person."""

from collections.abc import Iterable, Sequence
from typing import Any

from teladan.rights import findings
from teladan.rights.letters.render import pdf
from teladan.rights.letters.words import cite, day, head, length, words
from teladan.rights.models import Case, Decision, Occasion

DATES = ("half", "two_thirds", "expiry", "release")


def decrees_pdf(occasion: Occasion, language: str = "id") -> bytes:
    """Return one PDF with a page for everyone whom the decided occasion grants something, by name.

    ValueError while the occasion is not decided or when nobody is granted anything.
    """
    people = _people(occasion)
    if occasion.state != Occasion.State.DECIDED or not people:
        raise ValueError("there are decrees only after the decision")
    data = head(occasion.facility, language) | {
        "occasion": findings.right_title(occasion.right)[language],
        "number": occasion.decree_number,
        "grant_day": day(occasion.grant_day, language),
        "on": day(occasion.decided_on, language),
        "people": [_page(decisions, language) for decisions in people],
    }
    return pdf("decree", data)


def _people(occasion: Occasion) -> list[list[Decision]]:
    """Return the granted decisions, together for each stay."""
    rows = Decision.objects.filter(case__occasion=occasion, outcome=Decision.Outcome.GRANTED)
    rows = rows.select_related("case__stay__person").order_by("case__stay__person__name", "case__stay_id", "case_id")
    found: dict[int, list[Decision]] = {}
    for decision in rows:
        found.setdefault(decision.case.stay_id, []).append(decision)
    return list(found.values())


def _page(decisions: Sequence[Decision], language: str) -> dict[str, Any]:
    first = decisions[0]
    stay, detail, text = first.case.stay, first.case.detail, words(language)
    last = detail.get("part") == "II"
    return {
        "name": stay.person.name,
        "register_number": stay.register_number,
        "birth": day(stay.person.birth_date, language),
        "grants": [_grant(decision.case, language) for decision in decisions],
        "together": length(sum(decision.length_days or 0 for decision in decisions), language),
        "part": text["part_II" if last else "part_I"],
        "substitute": text["substitute_owed"] if last and not detail.get("free") else "",
        "free": text["free"] if detail.get("free") else "",
        "dates": dates(first, language),
        "law": _law([decision.case for decision in decisions], language),
        "receipt": first.receipt,
    }


def _grant(case: Case, language: str) -> dict[str, str]:
    rung = case.detail.get("rung")
    return {
        "title": findings.right_title(case.right)[language],
        "rung": str(rung) if rung else "–",
        "length": length(case.length_days, language),
    }


def dates(decision: Decision, language: str) -> list[dict[str, str]]:
    """Return the dates that a decision moved, before and after it."""
    before, after = decision.dates_before, decision.dates_after
    return [
        {
            "title": words(language)[name],
            "before": day(before.get(name), language),
            "after": day(after.get(name), language),
        }
        for name in DATES
        if name != "release" or before.get("release") != before.get("expiry")
    ]


def _law(cases: Iterable[Case], language: str) -> list[dict[str, str]]:
    cites = [cite(law, language) for case in cases for law in findings.law_of(case.right, case.date)]
    return list({each["text"]: each for each in cites}.values())
