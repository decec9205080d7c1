"""An officer has looked and a list of facts is complete: an empty one then counts as "none"."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.desk.officer import officer_of
from teladan.desk.register.acts.act import ActForm, act_page
from teladan.desk.register.load import stay_to_write
from teladan.people import services
from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import Stay


class CheckForm(ActForm):
    lists = forms.MultipleChoiceField(
        label=gettext_lazy("Daftar yang sudah diperiksa dan lengkap"),
        help_text=gettext_lazy("Yang kosong lalu berarti memang tidak ada, dan hukum menghitungnya begitu."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih sedikitnya satu daftar.")},
    )

    def __init__(self, stay: Stay, data: Any = None, **options: Any) -> None:
        super().__init__(stay, data, **options)
        open_lists = [(name, label) for name, label in FACT_LISTS.items() if name not in stay.known_lists]
        self.fields["lists"].choices = open_lists  # type: ignore[attr-defined]


@allowed("register.work")
def check_lists(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, officer = stay_to_write(request, uid, "register.work"), officer_of(request)
    form = CheckForm(stay, request.POST or None, initial={"lists": request.GET.getlist("daftar")})

    def act(clean: dict[str, Any]) -> None:
        services.confirm_lists(stay, clean["lists"], expected_version=clean["version"], actor=officer, why=clean["why"])

    words = {
        "title": _("Sudah diperiksa"),
        "button": _("Tandai sudah diperiksa"),
        "done": _("Ditandai. Haknya sudah dihitung ulang."),
        "checked": [FACT_LISTS[name] for name in stay.known_lists if name in FACT_LISTS],
    }
    return act_page(request, stay, form, act, words, reverse("desk:person_sentence", args=[uid]))
