"""Trying a draft: kept at once, worked out by the worker, never applied to anybody."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from teladan.law import LAW_VERSION
from teladan.law import reform as drafts
from teladan.law.forecast import forecast
from teladan.law.reform import Reform, ReformError
from teladan.ledger import services as ledger
from teladan.people.models import Facility, Officer
from teladan.people.services import refuse_stranger
from teladan.rights import actions
from teladan.rights.errors import RightsError
from teladan.rights.feasts import effective
from teladan.rights.jobs.asking import ask_reform
from teladan.rights.models import ReformRun
from teladan.rights.reforms.apart import forecast_under
from teladan.rights.reforms.compare import Grade, Moved, coming, due, month_starts, moved, staying
from teladan.rights.reforms.population import came_last_year, population_of

Tell = Callable[[str], None]


@transaction.atomic
def try_reform(facility: Facility, text: str, *, actor: Officer | None, now: dt.datetime) -> ReformRun:
    """Keep a draft and ask the worker for what it would do to the people inside. Raises RightsError: not a draft."""
    refuse_stranger(facility, actor)
    draft = _read(text, timezone.localdate(now))
    ledger.lock(facility)
    run = ReformRun.objects.create(
        facility=facility,
        name=draft.name,
        title=dict(draft.title),
        first=draft.first,
        text=text,
        as_of=timezone.localdate(now),
        made_at=now,
        made_by=actor,
    )
    data = {"name": draft.name, "first": draft.first.isoformat(), "digest": draft.digest}
    ledger.append(facility=facility, actor=actor, action=actions.REFORM_TRIED, subject=f"reform:{run.uid}", data=data)
    job = ask_reform(run, actor=actor, now=now)
    run.refresh_from_db()  # where there is no worker the work is done already
    run.job = job
    run.save(update_fields=["job"])
    return run


def _read(text: str, as_of: dt.date) -> Reform:
    try:
        draft = drafts.read(text)
        drafts.refuse_past(draft, as_of)
    except ReformError as wrong:
        raise refusal(wrong) from wrong
    return draft


def refusal(wrong: ReformError) -> RightsError:
    """Return what of a draft cannot be used as a refusal of this service: where, and what is expected."""
    where = f"{wrong.field}: " if wrong.field else ""
    return RightsError(None, "draft", id="{where}{said}", en="{where}{told}", field="text", where=where,
                       said=wrong.id, told=wrong.en)  # fmt: skip


def compute(run: ReformRun, tell: Tell) -> dict[str, Any]:
    """Return what the draft of a run would do; raises RightsError when the law cannot be computed under it."""
    draft = _read(run.text, run.as_of)
    try:
        return result_of(run.facility, draft, run.as_of, tell)
    except ReformError as wrong:
        raise refusal(wrong) from wrong


def result_of(facility: Facility, draft: Reform, as_of: dt.date, tell: Tell) -> dict[str, Any]:
    """Return what a draft would do to the people of a facility, as plain values. ReformError: it does not fit.

    `due`: how many could leave today and are inside. `grades`: people and days by grade. `ways`: [before, after,
    people]. `months`: the days of the curves; `before`, `after`: who of today's people is still inside; `..._coming`:
    with newcomers as in the last year and everybody without a sentence counted as staying. `moved`: [stay, grade,
    days, before, after, way before, way after].
    """
    tell("read")
    group = population_of(facility, as_of)
    feasts = effective()
    tell("before")
    before = forecast(group.people, as_of, feasts=feasts)
    tell("after")
    after = forecast_under(draft, group.people, as_of, feasts)
    tell("compare")
    everybody = list(moved(before, after))
    days = month_starts(as_of)
    new = came_last_year(group)
    curves = {"before": before, "after": after}
    inside = {name: staying(found, days) for name, found in curves.items()}
    newcomers = {name: coming(group.began[new], found.leaves[new], as_of, days) for name, found in curves.items()}
    return {
        "law_version": LAW_VERSION,
        "people": len(group.stays),
        "others": group.others,
        "due": due(before),
        "grades": _grades(everybody),
        "ways": [[*ways, number] for ways, number in Counter((e.way_before, e.way_after) for e in everybody).items()],
        "months": [day.isoformat() for day in days],
        **inside,
        **{f"{name}_coming": _sum(inside[name], newcomers[name], [group.others] * len(days)) for name in curves},
        "moved": [_row(group.stays[each.row].pk, each) for each in _sorted(everybody) if each.grade != Grade.SAME],
    }


def _grades(everybody: Sequence[Moved]) -> dict[str, dict[str, int]]:
    return {
        str(grade): {
            "people": sum(each.grade == grade for each in everybody),
            "days": sum(abs(each.days or 0) for each in everybody if each.grade == grade),
        }
        for grade in Grade
    }


def _sorted(everybody: Sequence[Moved]) -> list[Moved]:
    """The worst first: by grade, then by days."""
    rank = {grade: place for place, grade in enumerate(Grade)}
    return sorted(everybody, key=lambda each: (rank[each.grade], -abs(each.days or 0), each.row))


def _row(stay: int, each: Moved) -> list[Any]:
    days = [day.isoformat() if day else None for day in (each.before, each.after)]
    return [stay, str(each.grade), each.days, *days, each.way_before, each.way_after]


def _sum(*curves: Sequence[int]) -> list[int]:
    return [sum(values) for values in zip(*curves, strict=True)]
