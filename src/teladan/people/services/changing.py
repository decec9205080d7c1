"""Add, change, remove: one row of a stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teladan.people.checks import checks_of, read_for
from teladan.people.errors import Invalid
from teladan.people.models import Person, Sentence, Stay, Verdict
from teladan.people.row_values import assign, fields_of, shape_problems
from teladan.people.services.rows import locked, refuse_new, refuse_stale, stay_of
from teladan.people.services.writing import Writing, writing
from teladan.people.whole import whole_of, wholes_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from teladan.people.models import Officer
    from teladan.people.models.base import Recorded
    from teladan.people.whole import Whole


def change(  # noqa: PLR0913 - each is asked of the officer
    row: Any,
    values: Mapping[str, Any],
    *,
    expected_version: int,
    actor: Officer | None,
    why: str,
    today: dt.date | None = None,
) -> Any:
    """Change fields of a row and return it as it is now (the row given is left as it was).

    `expected_version` is the version the officer saw. Raises Stale when somebody changed the row since, unless it has
    the wanted values already: pressing twice changes once. Raises Invalid for contradictions this change brings.
    """
    with writing(stay_of(row).facility, actor, why, today) as act:
        current = locked(row)
        changed = assign(current, values)
        if changed:
            refuse_stale(current, expected_version)
            write_change(act, current, changed)
    return current


def write_change(act: Writing, row: Recorded, changed: set[str]) -> None:
    """Judge a row whose fields `changed` are set, and keep it. The row is locked and its version is right."""
    if wrong := shape_problems(row, changed):
        raise Invalid(wrong)
    stay = stay_of(row)
    before = whole_of(type(stay).objects.select_related("person").get(pk=stay.pk), read_for(type(row)))
    refuse_new(before, before.with_row(row), act.today, checks_of(type(row)))
    act.update(row, stay, changed)


def add(  # noqa: PLR0913
    model: type[Recorded],
    stay: Stay,
    values: Mapping[str, Any],
    *,
    actor: Officer | None,
    why: str,
    today: dt.date | None = None,
) -> Any:
    """Add a row of `model` to the stay and return it. A Sentence names its `verdict`; its order follows by itself."""
    return add_many(model, [(stay, values)], actor=actor, why=why, today=today)[0]


def add_many(
    model: type[Recorded],
    rows: Iterable[tuple[Stay, Mapping[str, Any]]],
    *,
    actor: Officer | None,
    why: str,
    today: dt.date | None = None,
) -> list[Any]:
    """Add rows to many stays of one facility in one transaction, in a fixed number of queries; all or none."""
    rows = list(rows)
    if not rows:
        return []
    with writing(rows[0][0].facility, actor, why, today) as act:
        wholes = wholes_of(_locked_stays([stay for stay, _ in rows]), read_for(model))
        made = [_judged(act, model, wholes, stay, values) for stay, values in rows]
        act.create_many([(row, stay_of(row)) for row in made])
    return made


def remove(row: Any, *, expected_version: int, actor: Officer | None, why: str, today: dt.date | None = None) -> None:
    """Take a wrongly entered row out; the history keeps it. People and stays are never removed.

    A verdict goes together with its sentences. Raises Stale, and Invalid when what is left contradicts itself.
    """
    if isinstance(row, Person | Stay):
        raise TypeError("people and stays are never removed from the register")
    with writing(stay_of(row).facility, actor, why, today) as act:
        current = locked(row)
        refuse_stale(current, expected_version)
        stay = stay_of(current)
        before = whole_of(stay)
        gone = [*_sentences(before, current), current]
        after = before
        for lost in gone:
            after = after.without(lost)
        refuse_new(before, after, act.today)
        for lost in gone:
            act.delete(lost, stay)


def _locked_stays(stays: list[Stay]) -> list[Stay]:
    facilities = {stay.facility_id for stay in stays}
    if len(facilities) > 1:
        raise ValueError("one act belongs to one facility")
    keys = {stay.pk for stay in stays}
    return list(
        Stay.objects.select_for_update(of=("self",)).select_related("person").filter(pk__in=keys).order_by("pk")
    )


def _judged(
    act: Writing, model: type[Recorded], wholes: dict[int, Whole], stay: Stay, values: Mapping[str, Any]
) -> Recorded:
    before = wholes[stay.pk]
    row = _new(model, before, values)
    assign(row, values)
    if wrong := shape_problems(row, fields_of(model)):
        raise Invalid(wrong)
    wholes[stay.pk] = before.with_row(row)
    refuse_new(before, wholes[stay.pk], act.today, checks_of(model))
    return row


def _new(model: type[Recorded], whole: Whole, values: Mapping[str, Any]) -> Recorded:
    if model is not Sentence:
        of_stay: Any = model  # every kind but a sentence hangs at the stay itself
        return of_stay(stay=whole.stay)
    verdict: Verdict = values["verdict"]
    if verdict.stay_id != whole.stay.pk:
        raise ValueError("the verdict belongs to another stay")
    taken = [sentence.order for sentence in whole.of(Sentence)]
    return Sentence(order=max(taken, default=0) + 1)


def _sentences(whole: Whole, row: Recorded) -> list[Sentence]:
    if not isinstance(row, Verdict):
        return []
    return [sentence for sentence in whole.of(Sentence) if sentence.verdict_id == row.pk]
