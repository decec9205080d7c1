"""Punishments: lengths and money."""

import datetime as dt
from collections.abc import Iterator

from teladan.law.reading import LONGEST
from teladan.law.terms import Term
from teladan.people.models import Sentence
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole

FIXED = {Sentence.Kind.PRISON, Sentence.Kind.CONFINEMENT}


def sentence_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:  # noqa: ARG001 - every check has one shape
    """Refuse a fixed term of zero, a length for life or death, and more paid than was imposed."""
    for sentence in whole.of(Sentence):
        yield from _length(sentence)
        yield from _money(sentence, "fine", "substitute")
        yield from _money(sentence, "restitution", "restitution")


def _days(sentence: Sentence, prefix: str = "") -> int:
    years, months, days = (getattr(sentence, f"{prefix}{unit}") for unit in ("years", "months", "days"))
    return Term(years, months, days).total


def _length(sentence: Sentence) -> Iterator[Problem]:
    days = _days(sentence)
    if sentence.kind in FIXED and days == 0:
        yield problem(
            sentence,
            "years",
            "term_zero",
            "Lama pidana tidak boleh nol. Isi tahun, bulan, atau hari seperti dalam putusan.",
            "The term cannot be zero. Give years, months or days as pronounced.",
        )
    if sentence.kind not in FIXED and days:
        yield problem(
            sentence,
            "years",
            "term_without_end",
            "Pidana seumur hidup atau mati tidak mempunyai lama. Kosongkan tahun, bulan, dan hari.",
            "A sentence of life or death has no length. Leave years, months and days empty.",
        )
    if days > Term(LONGEST).total:
        yield problem(
            sentence,
            "years",
            "term_too_long",
            "Lama pidana lebih dari 100 tahun. Periksa angkanya.",
            "The term is longer than 100 years. Check the numbers.",
        )


def _money(sentence: Sentence, what: str, substitute: str) -> Iterator[Problem]:
    amount, paid = getattr(sentence, f"{what}_rp"), getattr(sentence, f"{what}_paid_rp")
    names = {"fine": ("denda", "fine"), "restitution": ("uang pengganti", "restitution")}[what]
    if not amount and (paid or _days(sentence, f"{substitute}_")):
        yield problem(
            sentence,
            f"{what}_rp",
            "nothing_imposed",
            "Pembayaran atau pengganti diisi, tetapi {what} tidak ada. Isi jumlahnya.",
            "A payment or substitute is given, but no {called}. Give the amount.",
            what=names[0],
            called=names[1],
        )
    elif amount and paid and paid > amount:
        yield problem(
            sentence,
            f"{what}_paid_rp",
            "paid_too_much",
            "Yang dibayar melebihi {what} yang dijatuhkan. Periksa kedua jumlah.",
            "More was paid than the {called} imposed. Check both amounts.",
            what=names[0],
            called=names[1],
        )
