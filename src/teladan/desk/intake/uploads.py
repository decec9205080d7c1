"""Choosing or dropping files: several at once, each answered for itself."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """A list of uploads. An empty file is no error here: it becomes a proposal that says so."""

    widget = ManyFiles(attrs={"class": "tld-drop"})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # noqa: ARG002 - Django's signature
        files = [each for each in data or () if each]
        if not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return files


class UploadForm(forms.Form):
    """The files, and a key that makes pressing twice receive them once."""

    uploads = ManyFilesField(
        label=_("Berkas putusan atau daftar"),
        help_text=_(
            "PDF dengan teks, DOCX, atau TXT untuk putusan; XLSX atau CSV untuk daftar. Paling besar 20 MB per berkas, "
            "paling banyak 100 berkas. Pilih, atau letakkan berkasnya di kotak ini."
        ),
        error_messages={"required": _("Pilih sedikitnya satu berkas.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid4
