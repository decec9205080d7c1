"""What the court decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.register.fields import money_fields, money_problem, money_state, money_values, number_field
from teladan.desk.register.kind import Kind, plain_initial
from teladan.desk.register.verdict_fields import (
    final_problem,
    final_state,
    sentence_fields,
    term_fields,
    term_values,
    verdict_fields,
    verdict_values,
)
from teladan.people.models import Sentence, Verdict

MONEY = ("fine", "restitution")


def _verdict(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return verdict_fields()


def _verdict_initial(row: Any, names: list[str]) -> dict[str, Any]:
    return plain_initial(row, names) | {
        "articles": "\n".join(row.articles),
        "final_state": final_state(row.final_on, known=row.is_final_known),
    }


def _verdict_problems(clean: dict[str, Any]) -> list[tuple[str, str]]:
    return [found] if (found := final_problem(clean)) else []


def _sentence(_officer: Any, row: Any) -> dict[str, forms.Field]:
    fields = sentence_fields() | term_fields("restitution_")
    for name in MONEY:
        fields[f"{name}_state"].required = True
    paid = {f"{name}_paid_rp": money_fields(name, "")[f"{name}_rp"] for name in MONEY}
    paid["fine_paid_rp"].label, paid["restitution_paid_rp"].label = _("Denda dibayar"), _("Uang pengganti dibayar")
    return fields | paid | ({"order": number_field(_("Urutan dijalani"), required=True)} if row else {})


def _sentence_initial(row: Any, names: list[str]) -> dict[str, Any]:
    return plain_initial(row, names) | {
        "fine_state": money_state(row.fine_rp, known=row.fine_known),
        "restitution_state": money_state(row.restitution_rp, known=row.restitution_known),
        "substitute_kind": row.substitute_kind or _no_substitute(row),
    }


def _no_substitute(row: Any) -> str:
    """Return "none", or nothing when there is a term whose kind nobody has said."""
    return "" if row.substitute_years or row.substitute_months or row.substitute_days else "none"


def _sentence_values(clean: dict[str, Any]) -> dict[str, Any]:
    kind = clean.get("substitute_kind")
    own = ("kind", "order", "fine_paid_rp", "restitution_paid_rp")
    values: dict[str, Any] = {name: clean[name] for name in own if name in clean}
    for prefix in ("", "substitute_", "restitution_"):
        values |= term_values(clean, prefix)
    values |= money_values("fine", clean) | money_values("restitution", clean)
    return values | {"substitute_kind": "" if kind in (None, "none") else kind}


def _sentence_problems(clean: dict[str, Any]) -> list[tuple[str, str]]:
    return [(f"{name}_rp", found) for name in MONEY if (found := money_problem(name, clean))]


def _term(prefix: str) -> tuple[str, ...]:
    return tuple(term_fields(prefix))


VERDICT = Kind(
    name="putusan",
    model=Verdict,
    permission="register.work",
    tab="person_sentence",
    title=_("Putusan"),
    fields=_verdict,
    values=verdict_values,
    initial=_verdict_initial,
    problems=_verdict_problems,
    groups=(("", ("final_state", "final_on")),),
)
SENTENCE = Kind(
    name="pidana",
    model=Sentence,
    permission="register.work",
    tab="person_sentence",
    title=_("Pidana"),
    fields=_sentence,
    values=_sentence_values,
    initial=_sentence_initial,
    problems=_sentence_problems,
    groups=(
        (_("Lama pidana"), _term("")),
        ("", ("fine_state", "fine_rp", "fine_paid_rp")),
        ("", ("substitute_kind", *_term("substitute_"))),
        ("", ("restitution_state", "restitution_rp", "restitution_paid_rp")),
        (_("Pengganti uang pengganti"), _term("restitution_")),
    ),
    path="verdict__stay__person__uid",
)
