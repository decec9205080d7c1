"""Money paid of a fine or a restitution. The receipt goes to the state; nothing is paid here."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.desk.officer import officer_of
from teladan.desk.register.acts.act import ActForm, act_page
from teladan.desk.register.fields import RupiahField
from teladan.desk.register.load import stay_to_write
from teladan.people import services
from teladan.people.models import Sentence

WHAT = [("fine", gettext_lazy("Denda")), ("restitution", gettext_lazy("Uang pengganti"))]


class PayForm(ActForm):
    what = forms.ChoiceField(label=gettext_lazy("Yang dibayar"), choices=WHAT, widget=forms.RadioSelect)
    amount = RupiahField(label=gettext_lazy("Jumlah (Rp)"))


@allowed("register.work")
def pay(request: HttpRequest, uid: UUID, pk: int) -> HttpResponse:
    stay, officer = stay_to_write(request, uid, "register.work"), officer_of(request)
    sentence = get_object_or_404(Sentence.objects.select_related("verdict"), pk=pk, verdict__stay=stay)
    form = PayForm(sentence, request.POST or None, initial={"what": "fine" if sentence.fine_rp else "restitution"})
    for wrong, field in (("fine_paid_rp", "amount"), ("restitution_paid_rp", "amount")):
        form.names[wrong] = field

    def act(clean: dict[str, Any]) -> None:
        services.pay_fine(
            sentence,
            clean["amount"],
            what=clean["what"],
            expected_version=clean["version"],
            actor=officer,
            why=clean["why"],
        )

    words = {
        "title": _("Catat pembayaran"),
        "lead": _("Perkara %(number)s. Sebut nomor kuitansi dalam “Mengapa”.") % {"number": sentence.verdict},
        "button": _("Catat pembayaran"),
        "done": _("Pembayaran dicatat. Tanggalnya sudah dihitung ulang."),
        "sentence": sentence,
    }
    return act_page(request, stay, form, act, words, reverse("desk:person_sentence", args=[uid]))
