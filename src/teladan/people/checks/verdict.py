"""Judgments, and their place in time."""

import datetime as dt
from collections.abc import Iterator

from teladan.people.checks.days import in_order, not_in_future
from teladan.people.models import Detention, Verdict
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole


def verdict_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a case number missing or twice, dates out of order, a conviction before the custody that led to it."""
    verdicts = whole.of(Verdict)
    for verdict in verdicts:
        yield from not_in_future(verdict, "verdict_date", today)
        yield from not_in_future(verdict, "final_on", today)
        yield from in_order(verdict, "verdict_date", "final_on")
        yield from _before_birth(verdict, whole)
    yield from _case_numbers(verdicts)
    yield from _before_detention(whole)


def _before_birth(verdict: Verdict, whole: Whole) -> Iterator[Problem]:
    birth = whole.person.birth_date
    if birth and verdict.verdict_date and verdict.verdict_date < birth:
        yield problem(
            verdict,
            "verdict_date",
            "verdict_before_birth",
            "Putusan {verdict} lebih awal dari tanggal lahir {birth}. Periksa kedua tanggal.",
            "The verdict, {verdict}, is before the birth, {birth}. Check both dates.",
            verdict=verdict.verdict_date,
            birth=birth,
        )


def _case_numbers(verdicts: list[Verdict]) -> Iterator[Problem]:
    seen: set[str] = set()
    for verdict in verdicts:
        number = same_case(verdict.case_number)
        if not number:
            yield problem(
                verdict,
                "case_number",
                "case_number_missing",
                "Nomor perkara belum diisi.",
                "The case number is missing.",
            )
        elif number in seen:
            yield problem(
                verdict,
                "case_number",
                "case_number_twice",
                "Nomor perkara ini sudah tercatat untuk orang yang sama.",
                "This case number is recorded already for the same person.",
            )
        seen.add(number)


def same_case(number: str) -> str:
    """Return a case number without the differences of typing: case, spaces and dots."""
    return "".join(letter for letter in number.casefold() if letter.isalnum() or letter == "/")


def _before_detention(whole: Whole) -> Iterator[Problem]:
    # Only custody ordered before judgment (with an authority): somebody left free is held after the verdict, rightly.
    pretrial = [order.start for order in whole.of(Detention) if order.authority]
    dated = [verdict for verdict in whole.of(Verdict) if verdict.verdict_date]
    # An older case may be served together with the one the detention was for.
    if not pretrial or not dated or any(verdict.verdict_date >= min(pretrial) for verdict in dated):
        return
    for verdict in dated:
        yield problem(
            verdict,
            "verdict_date",
            "verdict_before_detention",
            "Putusan {verdict} lebih awal dari awal penahanan {start}. Periksa kedua tanggal.",
            "The verdict, {verdict}, is before the detention began, {start}. Check both dates.",
            verdict=verdict.verdict_date,
            start=min(pretrial),
        )
