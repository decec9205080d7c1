"""The pattern of every act on a case: check, do, go back; or show again what was typed, with what is wrong."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from teladan.desk.cases.load import case_of
from teladan.desk.cases.page import context_of
from teladan.desk.register.refusals import show
from teladan.people.errors import Refused, Stale
from teladan.rights.models import Case


def do(form: forms.Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Return whether the act was done. When it was refused the form says why and keeps what was typed.

    After somebody else's change the form carries the version the officer now sees: sending again is their decision.
    """
    if not form.is_valid():
        return False
    try:
        act(dict(form.cleaned_data))
    except Refused as refused:
        show(form, refused)
        if isinstance(refused, Stale):
            form.data = {**_typed(form), "version": str(refused.current.version)}
        return False
    return True


def _typed(form: forms.Form) -> Mapping[str, Any]:
    return form.data.dict() if hasattr(form.data, "dict") else form.data


def act_on(  # noqa: PLR0913, PLR0917 - what an act says
    request: HttpRequest, found: Case, form: forms.Form, name: str, act: Callable[[dict[str, Any]], object], done: str
) -> HttpResponse:
    """Do an act of the service and return to the case; refused, show the case with the form, called `name`."""
    asked = form.is_valid()
    if do(form, act):
        messages.success(request, done)
        return redirect("desk:case", uid=found.uid)
    now = case_of(request, found.uid) if asked else found  # what the service refused may have changed meanwhile
    context = context_of(request, now, **{name: form})
    return render(request, "desk/cases/case.html", context, status=422)
