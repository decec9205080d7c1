"""The menu: what each role finds at the top of every page."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teladan.desk.roles import may


@dataclass(frozen=True)
class Entry:
    """A line of the menu. `inside` names the pages that belong to it, so that the reader sees where they are."""

    name: str
    label: Promise
    permission: str
    inside: tuple[str, ...] = ()


ENTRIES = (
    Entry("home", _("Beranda"), "home.read"),
    Entry("people", _("Warga binaan"), "people.read", ("person", "people_search")),
    Entry("wards", _("Wali"), "wards.read"),
    Entry("intake", pgettext_lazy("menu", "Putusan"), "intake.read", ("intake",)),
    Entry("steps", _("Langkah"), "cases.read"),
    Entry("cases", _("Perkara"), "cases.read", ("case",)),
    Entry("hearings", pgettext_lazy("menu", "Sidang"), "hearings.read", ("hearing",)),
    Entry("remission_days", _("Remisi"), "occasions.read", ("remission",)),
    Entry("releases", _("Bebas"), "dates.read", ("overstay",)),
    Entry("detention", _("Penahanan"), "detention.read"),
    Entry("missing", _("Data kurang"), "facts.read"),
    Entry("calculator", _("Hitung"), "calculator.use"),
    Entry("rules", _("Aturan"), "rules.read", ("rule", "rules", "feasts", "feast")),
    Entry("reforms", _("Rancangan"), "reforms.read", ("reform",)),
    Entry("meals", _("Dapur"), "meals.read"),
    Entry("settings", _("Pengaturan"), "settings.read", ("settings", "officer", "officers")),
)


def items(request: HttpRequest) -> list[dict[str, object]]:
    """Return the entries that the signed-in role may open, the present one marked."""
    here = request.resolver_match.url_name if request.resolver_match else ""
    return [
        {"url": reverse(f"desk:{entry.name}"), "label": entry.label, "current": _covers(entry, here or "")}
        for entry in ENTRIES
        if may(request.user, entry.permission)
    ]


def _covers(entry: Entry, name: str) -> bool:
    return name == entry.name or any(name == page or name.startswith(f"{page}_") for page in entry.inside)
