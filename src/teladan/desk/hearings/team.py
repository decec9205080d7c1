"""The team by decree of the head: appointed, ended, and how many it counts."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from teladan.desk.access import allowed, find
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.register.fields import day_field, number_field, text_field
from teladan.desk.register.refusals import show
from teladan.desk.today import today
from teladan.people.models import Officer
from teladan.rights.errors import RightsError
from teladan.rights.models import TeamMember
from teladan.rights.services import appoint, end_membership, set_team_size
from teladan.rights.services.team import members_on, quorum_of, team_size


class AppointForm(forms.Form):
    officer = forms.ModelChoiceField(
        Officer.objects.none(),
        label=gettext_lazy("Petugas di sini"),
        help_text=gettext_lazy("Kosongkan untuk anggota dari luar, misalnya Bapas; tulis namanya."),
        required=False,
    )
    name = text_field(gettext_lazy("Nama anggota dari luar"), 120, required=False)
    position = text_field(gettext_lazy("Jabatan dalam tim"), 80, required=False)
    decree_number = text_field(gettext_lazy("Nomor keputusan Kepala"), 80)
    from_day = day_field(gettext_lazy("Sejak"))

    def __init__(self, facility: Any, data: Any = None) -> None:
        super().__init__(data, initial={"from_day": today()})
        people = Officer.objects.filter(facility=facility, is_active=True).order_by("full_name")
        self.fields["officer"].queryset = people  # type: ignore[attr-defined]


class EndForm(forms.Form):
    until = day_field(gettext_lazy("Hari pertama bukan anggota lagi"))


class SizeForm(forms.Form):
    size = number_field(gettext_lazy("Jumlah anggota menurut keputusan Kepala"), required=True, most=99)


@require_GET
@allowed("hearings.read")
def hearing_team(request: HttpRequest) -> HttpResponse:
    return _page(request)


@allowed("team.work")
def hearing_appoint(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    form = AppointForm(facility_here(officer), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            appoint(facility_here(officer), **form.cleaned_data, actor=officer)
        except RightsError as refused:
            show(form, refused)
        else:
            messages.success(request, _("Anggota ditetapkan."))
            return redirect("desk:hearing_team")
    return render(request, "desk/hearings/appoint.html", {"form": form}, status=422 if form.errors else 200)


@allowed("team.work")
def hearing_member_end(request: HttpRequest, pk: int) -> HttpResponse:
    member = find(request, TeamMember.objects.all(), pk=pk)
    form = EndForm(request.POST or None, initial={"until": today()})
    if request.method == "POST" and form.is_valid():
        try:
            end_membership(member, until=form.cleaned_data["until"], actor=officer_of(request))
        except RightsError as refused:
            show(form, refused)
        else:
            messages.success(request, _("Keanggotaan diakhiri."))
            return redirect("desk:hearing_team")
    context = {"form": form, "member": member}
    return render(request, "desk/hearings/member_end.html", context, status=422 if form.errors else 200)


@require_POST
@allowed("team.work")
def hearing_team_size(request: HttpRequest) -> HttpResponse:
    form, officer = SizeForm(request.POST), officer_of(request)
    if not form.is_valid():
        return _page(request, form)
    set_team_size(facility_here(officer), form.cleaned_data["size"], actor=officer)
    messages.success(request, _("Jumlah anggota dicatat."))
    return redirect("desk:hearing_team")


def _page(request: HttpRequest, form: SizeForm | None = None) -> HttpResponse:
    facility, day = facility_here(officer_of(request)), today()
    members, size = members_on(facility, day), team_size(facility)
    counted = max(len(members), size or 0)
    coming = TeamMember.objects.filter(facility=facility, from_day__gt=day)
    past = TeamMember.objects.filter(facility=facility, until__lte=day).order_by("-until")
    context = {
        "members": members,
        "coming": coming,
        "past": past[:50],
        "size": size,
        "counted": counted,
        "quorum": quorum_of(counted),
        "form": form or SizeForm(initial={"size": size}),
    }
    return render(request, "desk/hearings/team.html", context, status=422 if form else 200)
