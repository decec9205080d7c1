"""One page with every component of frontend/, for the browser tests and for whoever builds a page."""

from pathlib import Path

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.urls import path

from teladan.site.urls import urlpatterns as site

STATES = ["eligible", "upcoming", "blocked", "needs-facts", "closed", "excluded", "overdue", "due-today"]
TEMPLATE = Path(__file__).with_name("components.html")


class Example(forms.Form):
    name = forms.CharField(label="Nama", help_text="Seperti di putusan.")
    status = forms.ChoiceField(label="Status", choices=[("a", "Tahanan"), ("b", "Narapidana")])
    sex = forms.ChoiceField(
        label="Jenis kelamin", choices=[("m", "Laki-laki"), ("f", "Perempuan")], widget=forms.RadioSelect
    )
    papers = forms.MultipleChoiceField(
        label="Dokumen",
        choices=[("v", "Putusan"), ("e", "Eksekusi")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sure = forms.BooleanField(label="Sudah diperiksa", help_text="Dengan berkas asli.")
    note = forms.CharField(label="Catatan", widget=forms.Textarea, required=False)
    file = forms.FileField(label="Berkas", required=False)


@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    form = Example(request.GET or None)
    template = engines["django"].from_string(TEMPLATE.read_text(encoding="utf-8"))
    items = [{"url": f"#{n}", "label": f"Menu {n}", "current": n == 1} for n in range(1, 9)]
    return HttpResponse(template.render({"form": form, "items": items, "states": STATES}, request))


@login_not_required
def refusal(request: HttpRequest, name: str) -> HttpResponse:
    """Show what a reader gets when the site refuses or fails; status 200, so that a browser test can walk on."""
    return render(request, f"{name}.html")


urlpatterns = [path("komponen/", components), path("penolakan/<path:name>/", refusal), *site]
