"""The first page of the intake: files come in, and the list of what became of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from teladan.desk.access import allowed, find
from teladan.desk.intake.listing import PROPOSALS, TAGS, name_of
from teladan.desk.intake.uploads import UploadForm
from teladan.desk.lists.view import Sheet, list_page
from teladan.desk.officer import facility_here, officer_of
from teladan.people.intake_services import receive
from teladan.people.models import IntakeBatch, IntakeProposal


@require_GET
@allowed("intake.read")
def intake(request: HttpRequest) -> HttpResponse:
    return list_page(PROPOSALS, request, "desk/intake/intake.html", form=UploadForm())  # type: ignore[return-value]


@require_POST
@allowed("intake.work")
def intake_upload(request: HttpRequest) -> HttpResponse:
    """Receive the files; a second press of the same page leads to the same answer."""
    form, officer = UploadForm(request.POST, request.FILES), officer_of(request)
    if not form.is_valid():
        context = {"sheet": Sheet(PROPOSALS, request), "form": form}
        return render(request, "desk/intake/intake.html", context, status=422)
    values = form.cleaned_data
    batch = receive(values["uploads"], facility=facility_here(officer), actor=officer, key=values["key"])
    return redirect("desk:intake_batch", uid=batch.uid)


@require_GET
@allowed("intake.read")
def intake_batch(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show what became of each file that came in together."""
    batch = find(request, IntakeBatch.objects.select_related("made_by"), uid=uid)
    proposals = list(batch.proposals.defer("text"))
    waiting = [each for each in proposals if each.state == IntakeProposal.State.WAITING]
    context = {
        "batch": batch,
        "rows": [{"proposal": each, "name": name_of(each), "tag": TAGS[each.state]} for each in proposals],
        "waiting": waiting,
        "unreadable": sum(each.state == IntakeProposal.State.UNREADABLE for each in proposals),
    }
    return render(request, "desk/intake/batch.html", context)
