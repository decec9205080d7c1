"""A lawyer confirms a version of a rule, or takes a confirmation back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.desk.officer import officer_of
from teladan.desk.register.fields import day_field, text_field
from teladan.desk.register.refusals import show as show_refusal
from teladan.desk.today import today
from teladan.faces.manual.links import Links
from teladan.faces.manual.version import blanks, show
from teladan.faces.words import said
from teladan.law.manual import Rule, RuleVersion, versions
from teladan.rights.confirmations import last_by_rule
from teladan.rights.errors import RightsError
from teladan.rights.models import Confirmation
from teladan.rights.services.confirming import confirm_rule, withdraw_confirmation

OPEN_TO_ALL = gettext_lazy("Tampil bagi semua pembaca.")


class ConfirmForm(forms.Form):
    """`digest`: of the words on the page; when they have changed meanwhile, nothing is confirmed."""

    digest = forms.CharField(widget=forms.HiddenInput)
    regulation = text_field(gettext_lazy("Peraturan yang dibaca"), 200)
    article = text_field(gettext_lazy("Pasal yang dibaca"), 120)
    read_on = day_field(gettext_lazy("Tanggal dibaca"))
    source = text_field(
        gettext_lazy("Halaman atau tautan naskahnya"),
        300,
        required=False,
        hint=gettext_lazy("Misalnya halaman Lembaran Negara atau alamat naskah resminya."),
    )
    why = forms.CharField(
        label=gettext_lazy("Apa bunyi naskahnya"),
        help_text=OPEN_TO_ALL,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WithdrawForm(forms.Form):
    why = forms.CharField(
        label=gettext_lazy("Mengapa ditarik"),
        help_text=OPEN_TO_ALL,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@allowed("rules.work")
def rule_confirm(request: HttpRequest, version: str) -> HttpResponse:
    """Record what was read for one version of a rule."""
    if version not in versions():
        raise Http404
    rule, found = versions()[version]
    form = ConfirmForm(request.POST or None, initial=_initial(found))

    def act(**more: Any) -> Confirmation:
        return confirm_rule(version, **form.cleaned_data, **more)

    return _answer(request, form, act, "desk/manual/confirm.html", rule, found, _("Aturan dipastikan."))


@allowed("rules.work")
def rule_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a confirmation back, with the reason."""
    row = get_object_or_404(Confirmation, pk=pk, withdraws=None, withdrawn=None)
    if row.rule not in versions():
        raise Http404
    rule, found = versions()[row.rule]
    form = WithdrawForm(request.POST or None)

    def act(**more: Any) -> Confirmation:
        return withdraw_confirmation(row, why=form.cleaned_data["why"], **more)

    return _answer(request, form, act, "desk/manual/withdraw.html", rule, found, _("Kepastian ditarik kembali."))


def _initial(version: RuleVersion) -> dict[str, Any]:
    """The citation that is least sure is the one to be read."""
    cite = next((cite for cite in version.law if cite["confidence"] == version.mark), None)
    told = {"digest": version.digest, "read_on": today()}
    if cite is None or "-" in (cite["regulation"], cite["article"]):
        return told
    return told | {"regulation": cite["regulation"], "article": cite["article"]}


def _show_present_words(form: forms.Form, version: RuleVersion) -> None:
    """Let the form be about the words that the page now shows."""
    sent = QueryDict(mutable=True)
    sent.update(form.data)
    sent["digest"] = version.digest
    form.data = sent


def _answer(  # noqa: PLR0913, PLR0917 - what the two acts share
    request: HttpRequest,
    form: forms.Form,
    act: Callable[..., Confirmation],
    template: str,
    rule: Rule,
    version: RuleVersion,
    done: str,
) -> HttpResponse:
    url = Links("desk").rule(rule)
    if request.method == "POST" and form.is_valid():
        try:
            act(actor=officer_of(request), now=timezone.now())
        except RightsError as refused:
            show_refusal(form, refused)
            _show_present_words(form, version)
        else:
            messages.success(request, f"{done} {_('Catatan yang tersimpan ditulis ulang sebentar lagi.')}")
            return redirect(f"{url}#{version.id}")
    context = {
        "form": form,
        "title": blanks(said(rule.title)),
        "texts": [blanks(said(text)) for _name, text in rule.texts],
        "version": show(version, today(), last_by_rule()),
        "url": url,
    }
    return render(request, template, context, status=422 if form.errors else 200)
