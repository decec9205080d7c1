"""Money paid shortens or ends what is served in its place (old KUHP art 31)."""

import datetime as dt
from typing import Literal

from teladan.people.errors import Invalid
from teladan.people.models import Officer, Sentence
from teladan.people.problems import Problem, problem
from teladan.people.services.changing import change


def pay_fine(  # noqa: PLR0913
    sentence: Sentence,
    amount_rp: int,
    *,
    expected_version: int,
    actor: Officer | None,
    why: str,
    what: Literal["fine", "restitution"] = "fine",
    today: dt.date | None = None,
) -> Sentence:
    """Add a payment in rupiah to what was paid of the fine or restitution; return the sentence.

    Raises Invalid for nothing, or for more than was imposed. `expected_version` keeps one receipt from counting twice.
    """
    if amount_rp <= 0:
        raise Invalid([_nothing(sentence, f"{what}_paid_rp")])
    name = f"{what}_paid_rp"
    total = (getattr(sentence, name) or 0) + amount_rp
    values = {name: total, f"{what}_known": True}
    paid: Sentence = change(sentence, values, expected_version=expected_version, actor=actor, why=why, today=today)
    return paid


def _nothing(sentence: Sentence, name: str) -> Problem:
    return problem(
        sentence,
        name,
        "payment_zero",
        "Jumlah pembayaran harus lebih dari nol.",
        "The payment must be more than zero.",
    )
