"""Somebody comes in: who they are, their register number, the first order that holds them."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.once import key_field, once
from teladan.desk.register.fields import why_field
from teladan.desk.register.kinds.custody import detention_fields
from teladan.desk.register.load import stay_to_write
from teladan.desk.register.person_fields import PERSON, person_fields, person_values, stay_fields, stay_values
from teladan.desk.register.refusals import show
from teladan.desk.today import today
from teladan.people import services
from teladan.people.errors import Candidate, ProbablySame, Refused
from teladan.people.models import Person, Stay

ORDER = tuple(detention_fields())


class AdmitForm(forms.Form):
    """A new person, or (`known`) somebody who comes back."""

    def __init__(self, known: Person | None = None, data: Any = None) -> None:
        super().__init__(data, initial={"admitted_on": today()})
        self.known = known
        not_same = forms.CharField(
            label=gettext_lazy("Jika memang orang lain: mengapa"), required=False, max_length=300
        )
        self.fields.update(
            {
                **({} if known else person_fields()),
                **stay_fields(),
                **detention_fields(required=False),
                "not_same_because": not_same,
                "why": why_field(),
                "key": key_field(),
            }
        )

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        filled = [name for name in ORDER if clean.get(name)]
        if filled and not clean.get("start"):
            self.add_error("start", _("Isi tanggal mulai, atau kosongkan semua isian penahanan."))
        return clean

    def part(self, names: tuple[str, ...]) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def of_person(self) -> list[forms.BoundField]:
        return self.part(PERSON)

    def of_stay(self) -> list[forms.BoundField]:
        return self.part(tuple(stay_fields()))

    def of_order(self) -> list[forms.BoundField]:
        return self.part(ORDER)

    @property
    def order(self) -> dict[str, Any] | None:
        """The first order's values; None when there is none."""
        clean = self.cleaned_data
        return {name: clean[name] for name in ORDER if clean[name]} if clean.get("start") else None


@allowed("register.work")
def admit(request: HttpRequest) -> HttpResponse:
    return _page(request, AdmitForm(None, request.POST or None))


@allowed("register.work")
def admit_again(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Admit somebody who was here before; 404 while they are still inside."""
    stay = stay_to_write(request, uid, "register.work")
    if stay.released_on is None:
        raise Http404
    return _page(request, AdmitForm(stay.person, request.POST or None))


def _page(request: HttpRequest, form: AdmitForm) -> HttpResponse:
    same: list[Candidate] = []
    if request.method == "POST" and form.is_valid():
        try:
            stay = _admit(request, form)
        except ProbablySame as refused:
            same = refused.candidates
            show(form, refused)
        except Refused as refused:
            show(form, refused)
        else:
            messages.success(request, _("Sudah masuk register."))
            return redirect("desk:person", uid=stay.person.uid)
    context = {"form": form, "same": same, "person": form.known}
    return render(request, "desk/register/admit.html", context, status=422 if form.errors else 200)


def _admit(request: HttpRequest, form: AdmitForm) -> Stay:
    officer = officer_of(request)
    clean = form.cleaned_data
    with once(clean["key"], officer) as turn:
        if not turn.first:
            return Stay.objects.select_related("person").get(facility=facility_here(officer), uid=turn.made)
        stay = services.admit(
            facility=facility_here(officer),
            person=form.known or person_values(clean),
            stay=stay_values(clean),
            detention=form.order,
            actor=officer,
            why=clean["why"],
            not_same_because=clean["not_same_because"],
        )
        turn.made = str(stay.uid)
        return stay
