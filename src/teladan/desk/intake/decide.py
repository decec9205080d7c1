"""An officer confirms or rejects a proposal. The register is written by the service, all or nothing."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from teladan.desk.access import allowed
from teladan.desk.intake import who
from teladan.desk.intake.form import ProposalForm
from teladan.desk.intake.names import FIELDS
from teladan.desk.intake.proposal import context_of, proposal_of
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.register.fields import whole
from teladan.desk.register.refusals import show
from teladan.people.errors import ProbablySame, Refused, Stale
from teladan.people.intake_services import confirm, reject
from teladan.people.models import IntakeProposal, Stay


class RejectForm(forms.Form):
    reject_why = forms.CharField(max_length=500)
    version = forms.IntegerField()


@require_POST
@allowed("intake.work")
def intake_confirm(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Search, add a row, or confirm, by the button that was pressed. Pressed twice, it enters once."""
    proposal, facility = proposal_of(request, uid), facility_here(officer_of(request))
    if proposal.state == IntakeProposal.State.CONFIRMED and proposal.stay:
        return _entered(request, proposal, proposal.stay)
    if not proposal.proposal or request.POST.get("do") != "confirm":
        return _again(request, proposal)
    form = ProposalForm(proposal, facility, request.POST)
    same: list[who.Candidate] = []
    if form.is_valid():
        try:
            return _entered(request, proposal, _confirm(request, proposal, form))
        except ProbablySame as refused:
            same = [who.Candidate(each.stay) for each in refused.candidates if each.stay]
            show(form, refused)
        except Refused as refused:
            show(form, refused, FIELDS)
            proposal = _fresh(request, form, proposal, refused)
    return render(request, "desk/intake/proposal.html", context_of(request, proposal, form, same=same), status=422)


@require_POST
@allowed("intake.work")
def intake_reject(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put a proposal aside, with the reason."""
    proposal, form = proposal_of(request, uid), RejectForm(request.POST)
    if not form.is_valid():
        context = context_of(request, proposal, reject_problem=_("Tuliskan mengapa usulan ini dibatalkan."))
        return render(request, "desk/intake/proposal.html", context, status=422)
    values = form.cleaned_data
    try:
        reject(proposal, actor=officer_of(request), why=values["reject_why"], expected_version=values["version"])
    except Refused as refused:
        messages.error(request, " ".join(str(wrong) for wrong in refused.problems))
        return redirect("desk:intake_proposal", uid=uid)
    messages.success(request, _("Usulan dibatalkan. Tidak ada yang masuk register."))
    return redirect("desk:intake")


def _confirm(request: HttpRequest, proposal: IntakeProposal, form: ProposalForm) -> Stay:
    officer, values = officer_of(request), dict(form.values)
    known = who.stay_of(facility_here(officer), form.cleaned_data["who"])
    if form.chosen == who.BACK and known:
        values["person"] = known.person
    return confirm(
        proposal,
        values,
        actor=officer,
        why=form.cleaned_data["why"],
        expected_version=form.cleaned_data["version"],
        stay=known if form.chosen == who.INSIDE else None,
        not_same_because=form.cleaned_data["not_same_because"],
    )


def _again(request: HttpRequest, proposal: IntakeProposal) -> HttpResponse:
    """Show the page with what was typed: after a search, or with another row."""
    more_rows = 1 if request.POST.get("do") == "row" else 0
    typed = request.POST.dict()
    typed["rows"] = str(whole(typed.get("rows")) + more_rows)
    form = ProposalForm(proposal, facility_here(officer_of(request)), initial=typed) if proposal.proposal else None
    return render(request, "desk/intake/proposal.html", context_of(request, proposal, form))


def _fresh(request: HttpRequest, form: ProposalForm, proposal: IntakeProposal, refused: Refused) -> IntakeProposal:
    """After somebody else's change: the proposal as it is, and the form ready to be sent again."""
    if not isinstance(refused, Stale):
        return proposal
    proposal = proposal_of(request, proposal.uid)
    form.data = {**request.POST.dict(), "version": str(proposal.version)}
    return proposal


def _entered(request: HttpRequest, proposal: IntakeProposal, stay: Stay) -> HttpResponse:
    by = proposal.history.select_related("history_user").first().history_user
    if by is None or by.pk == officer_of(request).pk:
        messages.success(request, _("Putusan masuk register. Tanggal dan haknya sudah dihitung."))
    else:
        told = _("Usulan ini sudah dimasukkan oleh %(who)s. Isian Anda tidak dipakai; periksa datanya.") % {"who": by}
        messages.warning(request, told)
    return redirect("desk:person", uid=stay.person.uid)
