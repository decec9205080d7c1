"""Files kept with a person: in, and out as downloads."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed, find
from teladan.desk.officer import officer_of
from teladan.desk.register.acts.act import ActForm, act_page
from teladan.desk.register.fields import choice_field
from teladan.desk.register.load import stay_to_write
from teladan.desk.sending import attachment
from teladan.people import services
from teladan.people.models import Document


class DocumentForm(ActForm):
    kind = choice_field(gettext_lazy("Jenis"), Document.Kind.choices)
    file = forms.FileField(
        label=gettext_lazy("Berkas"),
        help_text=gettext_lazy("PDF, DOCX, XLSX, JPG, PNG, atau TXT. Paling besar 20 MB."),
        allow_empty_file=True,  # the service says it better
    )


@allowed("documents.work")
def add_document(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, officer = stay_to_write(request, uid, "documents.work"), officer_of(request)
    form = DocumentForm(stay, request.POST or None, files=request.FILES or None)

    def act(clean: dict[str, Any]) -> None:
        sent = clean["file"]
        services.attach_document(
            stay, kind=clean["kind"], name=sent.name, content=sent.read(), actor=officer, why=clean["why"]
        )

    words = {"title": _("Tambah dokumen"), "button": _("Simpan dokumen"), "done": _("Dokumen disimpan.")}
    return act_page(request, stay, form, act, words | {"files": True}, reverse("desk:person_documents", args=[uid]))


@require_GET
@allowed("documents.read")
def document(request: HttpRequest, uid: UUID, document: UUID) -> HttpResponse:
    """Return a kept file; the officer's role and facility are checked at each download."""
    found = find(request, Document.objects.select_related("stay"), uid=document, stay__person__uid=uid)
    return attachment(found.file, found.name)
