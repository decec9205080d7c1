"""Planning a sitting: its number, its day, and which waiting cases it takes up."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.once import key_field, made_before, once
from teladan.desk.register.fields import day_field, text_field
from teladan.desk.register.refusals import show
from teladan.desk.today import today
from teladan.desk.words import right_name
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, Hearing
from teladan.rights.services import plan_hearing, waiting_for_hearing
from teladan.rights.services.team import members_on, quorum_of, team_size


class PlanForm(forms.Form):
    number = text_field(gettext_lazy("Nomor sidang"), 60)
    on = day_field(gettext_lazy("Tanggal"))
    cases = forms.MultipleChoiceField(
        label=gettext_lazy("Agenda"),
        help_text=gettext_lazy("Perkara yang menunggu sidang, tanggal haknya terdekat lebih dahulu."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih sedikitnya satu perkara.")},
    )
    key = key_field()

    def __init__(self, waiting: list[Case], data: Any = None) -> None:
        super().__init__(data, initial={"on": today(), "cases": [str(case.pk) for case in waiting]})
        self.waiting = waiting
        self.fields["cases"].choices = [(str(case.pk), _case(case)) for case in waiting]  # type: ignore[attr-defined]

    def chosen(self) -> list[Case]:
        """Return the cases that were ticked."""
        return [case for case in self.waiting if str(case.pk) in self.cleaned_data["cases"]]


def _case(case: Case) -> str:
    facts = {"name": case.stay.person.name, "right": right_name(case.right)}
    return _("%(name)s, %(right)s") % facts


@allowed("hearings.work")
def hearing_plan(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    if planned := made_before(request.POST.get("key", ""), officer):  # pressed twice: its cases wait no longer
        return redirect("desk:hearing", uid=planned)
    form = PlanForm(waiting_for_hearing(facility_here(officer)), request.POST or None)
    if request.method == "POST" and form.is_valid() and (hearing := _plan(form, officer)):
        messages.success(request, _("Sidang direncanakan."))
        return redirect("desk:hearing", uid=hearing.uid)
    members = members_on(facility_here(officer), today())
    size = max(len(members), team_size(facility_here(officer)) or 0)
    context = {"form": form, "members": members, "size": size, "quorum": quorum_of(size)}
    return render(request, "desk/hearings/plan.html", context, status=422 if form.errors else 200)


def _plan(form: PlanForm, officer: Any) -> Hearing | None:
    clean = form.cleaned_data
    try:
        with once(clean["key"], officer) as turn:
            hearing = plan_hearing(
                facility_here(officer), number=clean["number"], on=clean["on"], cases=form.chosen(), actor=officer
            )
            turn.made = str(hearing.uid)
            return hearing
    except RightsError as refused:
        show(form, refused)
        return None
