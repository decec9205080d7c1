"""Lists of cases and steps."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from teladan.people.models import Facility
from teladan.rights.models import Case, Step

FILTERS = {
    "right": "right",
    "state": "state",
    "office": "steps__office",
    "kind": "steps__kind",
    "from": "date__gte",
    "until": "date__lte",
    "case_officer": "stay__case_officer",
    "stay": "stay",
    "occasion": "occasion",
}
ORDERS = {"date", "-date", "opened_at", "-opened_at", "stay__person__name", "-stay__person__name", "right", "-right"}


def case_list(
    facility: Facility, filters: Mapping[str, Any] | None = None, *, text: str = "", order: str = "date"
) -> QuerySet[Case]:
    """Return cases, two queries a page: each case has `open_steps`, a list of at most one.

    `filters` by the names of FILTERS, empty values are ignored; `office` and `kind` are those of the open step. `text`
    is part of a name or register number. An order that is not in ORDERS is an error of the caller.
    """
    if order not in ORDERS:
        raise ValueError(f"order is one of {sorted(ORDERS)}")
    wanted = {FILTERS[name]: value for name, value in (filters or {}).items() if value not in {"", None}}
    if {"steps__office", "steps__kind"} & set(wanted):
        wanted["steps__state"] = Step.State.OPEN
    cases = Case.objects.filter(facility=facility).filter(**wanted)
    if text:
        cases = cases.filter(Q(stay__person__name__icontains=text) | Q(stay__register_number__icontains=text))
    opened = Prefetch("steps", Step.objects.filter(state=Step.State.OPEN), to_attr="open_steps")
    return cases.select_related("stay__person").prefetch_related(opened).order_by(order, "pk")


def overdue_steps(facility: Facility, as_of: dt.date, office: str = "") -> QuerySet[Step]:
    """Return open steps past their legal limit, the oldest first: the office that owes and since when."""
    return _open_steps(facility, office).filter(due_on__lt=as_of).order_by("due_on", "pk")


def steps_lying(facility: Facility, office: str = "") -> QuerySet[Step]:
    """Return open steps for which no limit is known, the longest lying first."""
    return _open_steps(facility, office).filter(due_on=None).order_by("opened_on", "pk")


def _open_steps(facility: Facility, office: str) -> QuerySet[Step]:
    steps = Step.objects.filter(case__facility=facility, state=Step.State.OPEN)
    if office:
        steps = steps.filter(office=office)
    return steps.select_related("case__stay__person")
