"""A remission day after its cases are open: what changed since, the decision, the decrees."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from teladan.desk.access import allowed, find
from teladan.desk.officer import officer_of
from teladan.desk.remission_day.computed import changed_since
from teladan.desk.remission_day.days import title_of
from teladan.desk.remission_day.job import problems_of
from teladan.desk.remission_day.numbered import numbered
from teladan.desk.today import today
from teladan.rights.jobs.asking import ask_decide
from teladan.rights.letters import decrees_file
from teladan.rights.models import Case, Job, Occasion

NAMES = {"decree_number": "number"}


class DecisionForm(forms.Form):
    """The decree: its number, its date, and whom it leaves out."""

    number = forms.CharField(label=gettext_lazy("Nomor keputusan"), max_length=80)
    on = forms.DateField(
        label=gettext_lazy("Tanggal keputusan"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    leave_changed = forms.BooleanField(
        label=gettext_lazy("Keluarkan yang datanya berubah dan tidak lagi memenuhi syarat"), required=False
    )


@require_GET
@allowed("occasions.read")
def remission_day(request: HttpRequest, uid: UUID) -> HttpResponse:
    occasion = occasion_of(request, uid)
    form = _again(request, occasion)
    return render(request, "desk/remission_day/occasion.html", _context(request, occasion, form))


@require_POST
@allowed("occasions.work")
def remission_decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask that the decree is recorded: everybody's remission and dates in one act."""
    occasion, form = occasion_of(request, uid), DecisionForm(request.POST)
    if form.is_valid():
        job = _ask(request, occasion, form)
        if not job.finished or job.state == Job.State.DONE:
            return redirect("desk:remission_job", uid=job.uid)
        _show(form, job)
    return render(request, "desk/remission_day/occasion.html", _context(request, occasion, form), status=422)


def occasion_of(request: HttpRequest, uid: UUID) -> Occasion:
    """Return a remission day of the officer's own facility; 404 for any other."""
    found = find(request, Occasion.objects.select_related("facility", "made_by", "decided_by"), uid=uid)
    officer_of(request).facility = found.facility  # the same one, read already
    return found


def _ask(request: HttpRequest, occasion: Occasion, form: DecisionForm) -> Job:
    values = form.cleaned_data
    said = {"actor": officer_of(request), "now": timezone.now(), "leave_changed": values["leave_changed"]}
    return ask_decide(occasion, number=values["number"], on=values["on"], **said)


def _again(request: HttpRequest, occasion: Occasion) -> DecisionForm:
    """Return the form: empty, or with what was refused and why."""
    named = request.GET.get("kerja", "")
    refused = occasion.jobs.filter(kind=Job.Kind.DECIDE, state=Job.State.REFUSED, uid=named) if named else None
    if refused is None or (job := refused.first()) is None:
        return DecisionForm(initial={"on": today()})
    form = DecisionForm(job.asked)
    _show(form, job)
    return form


def _show(form: DecisionForm, job: Job) -> None:
    for field, sentence in problems_of(job):
        name = NAMES.get(field, field)
        form.add_error(name if name in form.fields else None, sentence)


def _context(request: HttpRequest, occasion: Occasion, form: DecisionForm) -> dict[str, Any]:
    cases = occasion.cases.select_related("stay__person", "decision").order_by("stay__person__name", "pk")
    decided = occasion.state == Occasion.State.DECIDED
    sheet = numbered(request, cases)
    return {
        "occasion": occasion,
        "title": title_of(occasion.right, occasion.religion),
        "decided": decided,
        "form": form,
        "sheet": sheet,
        "page": sheet.page,
        "changed": () if decided else changed_since(occasion),
        "job": occasion.jobs.filter(state__in=Job.UNFINISHED).first(),
        "paper": decrees_file(occasion) if decided else None,
        **_counts(occasion),
    }


def _counts(occasion: Occasion) -> dict[str, int]:
    """Return how many people and cases the day has, and how many cases ended how."""
    granted, refused = Q(state=Case.State.GRANTED), Q(state=Case.State.REFUSED)
    return occasion.cases.order_by().aggregate(
        people=Count("stay", distinct=True),
        granted=Count("pk", filter=granted),
        people_granted=Count("stay", filter=granted, distinct=True),
        refused=Count("pk", filter=refused),
    )
