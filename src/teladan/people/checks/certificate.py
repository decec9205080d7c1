"""Letters that open a right."""

import datetime as dt
from collections.abc import Iterator

from teladan.people.checks.days import not_in_future
from teladan.people.models import Certificate
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole

# The codes of the law (`teladan.law.codes`): kinds of pledge and of merit.
DETAILS: dict[str, set[str]] = {
    Certificate.Kind.PLEDGE: {"loyalty", "no_repeat"},
    Certificate.Kind.MERIT: {"state_service", "humanity", "blood_donor", "justice_collaborator", "helper"},
}


def certificate_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a letter of a day to come, without its detail, or kept twice."""
    seen: set[tuple[object, ...]] = set()
    for letter in whole.of(Certificate):
        yield from not_in_future(letter, "on", today)
        yield from _detail(letter)
        same = (letter.kind, letter.detail, letter.on)
        if same in seen:
            yield problem(
                letter,
                "on",
                "already_recorded",
                "Surat yang sama pada {on} sudah tercatat.",
                "The same letter of {on} is recorded already.",
                on=letter.on,
            )
        seen.add(same)


def _detail(letter: Certificate) -> Iterator[Problem]:
    allowed = DETAILS.get(letter.kind, {""})
    if letter.detail not in allowed:
        choices = ", ".join(sorted(allowed)) or "-"
        yield problem(
            letter,
            "detail",
            "detail",
            "Rincian surat harus salah satu dari: {choices}.",
            "The detail of the letter is one of: {choices}.",
            choices=choices,
        )
