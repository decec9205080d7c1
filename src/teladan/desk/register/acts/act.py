"""An act that is no row: to another room, out, money paid. The pattern of its page."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from teladan.desk.register.fields import why_field
from teladan.desk.register.refusals import show
from teladan.people.errors import Refused, Stale
from teladan.people.models import Stay
from teladan.people.models.base import Recorded


class ActForm(forms.Form):
    """Base: why, and the version of the row that the officer saw."""

    def __init__(self, row: Recorded, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.row = row
        self.names: dict[str, str] = {}
        self.fields["why"] = why_field()
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=row.version)


def act_page(  # noqa: PLR0913, PLR0917 - what a page of an act says
    request: HttpRequest,
    stay: Stay,
    form: ActForm,
    act: Callable[[dict[str, Any]], object],
    words: dict[str, Any],
    back: str,
) -> HttpResponse:
    """Ask, do, say that it is done. `words`: title, button, done. Nothing is half done when it is refused."""
    if request.method == "POST" and form.is_valid():
        try:
            act(dict(form.cleaned_data))
        except Refused as refused:
            show(form, refused, form.names)
            if isinstance(refused, Stale):
                form.data = {**request.POST.dict(), "version": str(refused.current.version)}
        else:
            messages.success(request, words["done"])
            return redirect(back)
    context = {"stay": stay, "person": stay.person, "form": form, "back": back, **words}
    return render(request, "desk/register/act.html", context, status=422 if form.errors else 200)
