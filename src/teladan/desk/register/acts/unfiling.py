"""A wrongly filed document is taken out of the register, with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from teladan.desk.access import allowed, find
from teladan.desk.officer import officer_of
from teladan.desk.register.load import stay_to_write
from teladan.desk.register.refusals import show
from teladan.desk.register.removing import RemoveForm
from teladan.people.errors import Refused
from teladan.people.models import Document, Officer
from teladan.rights import services

PERMISSION = "documents.work"


@allowed(PERMISSION)
def remove_document(request: HttpRequest, uid: UUID, document: UUID) -> HttpResponse:
    stay, back = stay_to_write(request, uid, PERMISSION), reverse("desk:person_documents", args=[uid])
    if request.method == "POST" and _removed_by(officer_of(request), document):  # pressed twice
        return redirect(back)
    rows = Document.objects.select_related("stay__facility", "added_by")
    found = find(request, rows, uid=document, stay__person__uid=uid)
    form = RemoveForm(request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid() and _remove(request, found, form):
        messages.success(request, _("Dokumen dihapus dari register. Riwayatnya tetap tersimpan."))
        return redirect(back)
    context = {"stay": stay, "person": stay.person, "back": back, "form": form, "facts": _facts(found)}
    context["kind"] = {"title": _("Dokumen")}
    return render(request, "desk/register/remove_document.html", context, status=422 if form.errors else 200)


def _removed_by(officer: Officer, document: UUID) -> bool:
    return Document.history.filter(uid=document, history_type="-", history_user=officer).exists()


def _facts(document: Document) -> list[tuple[str, str]]:
    added = formats.date_format(timezone.localtime(document.added_at), "DATETIME_FORMAT")
    return [
        (_("Nama berkas"), document.name),
        (_("Jenis"), document.get_kind_display()),
        (_("Ditambahkan"), f"{added} {document.added_by or ''}".strip()),
        (_("Sidik (SHA-256)"), document.sha256),
    ]


def _remove(request: HttpRequest, document: Document, form: RemoveForm) -> bool:
    clean = form.cleaned_data
    try:
        services.remove_document(
            document, expected_version=clean["version"], actor=officer_of(request), why=clean["why"]
        )
    except Refused as refused:
        show(form, refused)
        return False
    return True
