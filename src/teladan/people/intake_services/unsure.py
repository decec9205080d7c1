"""What the reader was unsure of must be said by the officer: an empty field is never taken for "none"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teladan.people.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS = {
    "case_number": ("Nomor perkara", "The case number"),
    "court": ("Pengadilan", "The court"),
    "verdict_date": ("Tanggal putusan", "The date of the verdict"),
    "articles": ("Pasal", "The articles"),
    "offence": ("Jenis perkara", "The offence"),
    "outcome": ("Jenis pidana", "The kind of sentence"),
    "term": ("Lama pidana", "The term"),
    "fine_rp": ("Denda", "The fine"),
    "substitute": ("Pengganti denda", "What stands in for the fine"),
    "restitution_rp": ("Uang pengganti", "The restitution"),
    "detention": ("Penahanan", "The detention"),
    "place": ("Tempat penahanan", "The place of detention"),
}
UNITS = ("years", "months", "days")


def unsure_problems(proposal: dict[str, Any], values: Mapping[str, Any]) -> list[Problem]:
    """Return a problem for each field the reader was unsure of and the officer has not filled."""
    return [_missing(name) for name in proposal.get("unsure", ()) if name in LABELS and not _said(name, values)]


def _said(name: str, values: Mapping[str, Any]) -> bool:
    verdict, sentence = values.get("verdict") or {}, values.get("sentence")
    if name in {"case_number", "court", "verdict_date", "articles", "offence"}:
        return bool(verdict.get(name))
    if name == "detention":
        return "detention" in values and all(order.get("start") for order in values["detention"])
    if name == "place":
        return all(order.get("place") for order in values.get("detention", ()))
    if sentence is None:  # the officer says that no custody was imposed
        return "sentence" in values
    return _said_of(name, sentence)


def _said_of(name: str, sentence: Mapping[str, Any]) -> bool:
    if name == "outcome":
        return bool(sentence.get("kind"))
    if name == "term":
        return sentence.get("kind") in {"life", "death"} or any(sentence.get(unit) for unit in UNITS)
    if name == "substitute":
        return any(key.startswith("substitute_") for key in sentence)
    return name in sentence  # None: the officer says there is none


def _missing(name: str) -> Problem:
    id_, en = LABELS[name]
    return problem(
        None,
        name,
        "unsure",
        "{what} tidak terbaca pasti. Baca putusannya lalu isi.",
        "{what_en} could not be read for sure. Read the verdict and fill it in.",
        what=id_,
        what_en=en,
    )
