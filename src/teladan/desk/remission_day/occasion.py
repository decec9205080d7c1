"""A remission day after its cases are open: what changed since, the decision, the decrees."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from teladan.desk.access import allowed, find
from teladan.desk.officer import officer_of
from teladan.desk.register.refusals import show
from teladan.desk.remission_day.computed import changed_since
from teladan.desk.remission_day.days import title_of
from teladan.desk.remission_day.numbered import numbered
from teladan.desk.today import today
from teladan.people.errors import Refused
from teladan.rights.letters import decrees_pdf
from teladan.rights.models import Case, Occasion
from teladan.rights.remission_day import Except, decide_occasion

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
    occasion = _occasion(request, uid)
    form = DecisionForm(initial={"on": today()})
    return render(request, "desk/remission_day/occasion.html", _context(request, occasion, form))


@require_POST
@allowed("occasions.work")
def remission_decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Record the decree: everybody's remission and dates in one act."""
    occasion, form = _occasion(request, uid), DecisionForm(request.POST)
    if form.is_valid() and _decide(request, occasion, form):
        messages.success(request, _("Keputusan dicatat. Tanggal semua orang sudah dihitung ulang."))
        return redirect("desk:remission_day", uid=uid)
    return render(request, "desk/remission_day/occasion.html", _context(request, occasion, form), status=422)


@require_GET
@allowed("letters.read")
def remission_decrees(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Return all decrees of the day as one PDF."""
    occasion = _occasion(request, uid)
    try:
        content = decrees_pdf(occasion)
    except ValueError:
        messages.error(request, _("Belum ada keputusan yang dapat dicetak."))
        return redirect("desk:remission_day", uid=uid)
    name = f"keputusan-remisi-{occasion.grant_day}.pdf"
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": f"inline; {name=}"})


def _occasion(request: HttpRequest, uid: UUID) -> Occasion:
    found = find(request, Occasion.objects.select_related("facility", "made_by", "decided_by"), uid=uid)
    officer_of(request).facility = found.facility  # the same one, read already
    return found


def _decide(request: HttpRequest, occasion: Occasion, form: DecisionForm) -> bool:
    values, officer = form.cleaned_data, request.user
    try:
        decide_occasion(
            occasion,
            decree_number=values["number"],
            on=values["on"],
            actor=officer,  # type: ignore[arg-type]
            except_for=_changed(occasion) if values["leave_changed"] else None,
            now=timezone.now(),
        )
    except Refused as refused:
        show(form, refused, NAMES)
        return False
    return True


def _changed(occasion: Occasion) -> dict[int, Except]:
    """Return the cases that today's facts no longer support, each with the condition that is not met."""
    return {
        each.case.pk: Except(each.criterion, _("Data berubah setelah usulan."))
        for each in changed_since(occasion)
        if each.days == 0 and each.criterion
    }


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
