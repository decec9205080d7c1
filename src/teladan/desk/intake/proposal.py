"""One proposal: the verdict on one side, what was read from it on the other."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed, find
from teladan.desk.intake import who
from teladan.desk.intake.form import ProposalForm
from teladan.desk.intake.initial import initial_of
from teladan.desk.intake.listing import TAGS, name_of
from teladan.desk.intake.passages import passages_of, pieces
from teladan.desk.roles import may
from teladan.desk.sending import attachment
from teladan.people.models import Facility, IntakeProposal


@require_GET
@allowed("intake.read")
def intake_proposal(request: HttpRequest, uid: UUID) -> HttpResponse:
    proposal = proposal_of(request, uid)
    return render(request, "desk/intake/proposal.html", context_of(request, proposal))


@require_GET
@allowed("intake.read")
def intake_file(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Return the file as it came in; it is never opened inside the site."""
    proposal = proposal_of(request, uid)
    return attachment(proposal.file, proposal.file_name)


def proposal_of(request: HttpRequest, uid: UUID) -> IntakeProposal:
    """Return a proposal of the officer's own facility; 404 otherwise."""
    return find(request, IntakeProposal.objects.select_related("batch__made_by", "stay__person"), uid=uid)


def context_of(request: HttpRequest, proposal: IntakeProposal, form: ProposalForm | None = None, **more: Any) -> dict:
    """Return what the page of a proposal shows; `form` is the one just sent, with its errors."""
    waiting = proposal.state == IntakeProposal.State.WAITING
    found = passages_of(proposal.proposal)
    return {
        "proposal": proposal,
        "name": name_of(proposal),
        "tag": TAGS[proposal.state],
        "waiting": waiting,
        "readable": bool(proposal.proposal),
        "can_work": waiting and may(request.user, "intake.work", proposal),
        "pieces": pieces(proposal.text, found) if proposal.text else [],
        "passages": found,
        "form": form or first_form(request, proposal),
    } | more


def first_form(request: HttpRequest, proposal: IntakeProposal) -> ProposalForm | None:
    """Return the form with what was read; None when nothing was."""
    if not proposal.proposal:
        return None
    facility: Facility = request.user.facility  # type: ignore[union-attr, assignment]
    return ProposalForm(proposal, facility, initial=initial_of(proposal, who.candidates(facility, proposal, "")))
