"""One sitting: its agenda and members, closing it, and the report on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from teladan.desk.access import allowed
from teladan.desk.hearings.form import CloseForm
from teladan.desk.hearings.load import frame, hearing_of
from teladan.desk.officer import officer_of
from teladan.desk.roles import may
from teladan.people.errors import Refused, Stale
from teladan.rights.models import Hearing
from teladan.rights.services import close_hearing


@require_GET
@allowed("hearings.read")
def hearing(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = hearing_of(request, uid)
    context = frame(found)
    if not context["closed"] and may(request.user, "hearings.work", found):
        context["form"] = CloseForm(context["members"], context["items"], found.version)
    return render(request, "desk/hearings/hearing.html", context)


@require_POST
@allowed("hearings.work")
def hearing_close(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Close the sitting; pressed twice, the second press shows the report."""
    found = hearing_of(request, uid)
    if found.state == Hearing.State.CLOSED:
        return redirect("desk:hearing", uid=uid)
    context = frame(found)
    form = CloseForm(context["members"], context["items"], found.version, request.POST)
    if form.is_valid() and _close(request, found, form):
        messages.success(request, _("Sidang selesai. Perkaranya berlanjut ke langkah berikutnya."))
        return redirect("desk:hearing", uid=uid)
    return render(request, "desk/hearings/hearing.html", context | {"form": form}, status=422)


@require_GET
@allowed("hearings.read")
def hearing_print(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show the report as it is printed and signed by hand."""
    return render(request, "desk/hearings/print.html", frame(hearing_of(request, uid)))


def _close(request: HttpRequest, found: Hearing, form: CloseForm) -> bool:
    officer = officer_of(request)
    try:
        close_hearing(
            found,
            present=form.chosen("present"),
            votes=form.votes(),
            minutes=form.cleaned_data["minutes"],
            signed=form.chosen("signed"),
            actor=officer,
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
        )
    except Refused as refused:
        form.show(refused)
        if isinstance(refused, Stale):
            form.data = form.data.copy()  # type: ignore[attr-defined]
            form.data["version"] = str(refused.current.version)  # type: ignore[index]
        return False
    return True
