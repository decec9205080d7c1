"""The tiles of the home page: each counts a list and leads to it. A role sees the tiles of its own work."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from teladan.desk.home import counts
from teladan.desk.lists import wards
from teladan.desk.roles import may
from teladan.people.models import Officer, Stay
from teladan.people.models.facility import Role


@dataclass(frozen=True)
class Tile:
    """`tone` alarm is red: a number that must be 0. `task` is the next action when the number is not 0."""

    count: int
    label: str
    href: str
    tone: str = ""
    task: str = ""


def for_officer(officer: Officer, day: date) -> list[Tile]:
    """Return the tiles of an officer's role, the most pressing first."""
    # Asked once: two groups show numbers of the same query.
    people = counts.people(officer, day) if may(officer, "people.read") else {}
    groups = (
        ("detention.read", lambda: detention(officer, day)),
        ("cases.read", lambda: steps(officer, day)),
        ("facts.read", lambda: facts(officer)),
        ("wards.read", lambda: reports(officer, day)),
        ("dates.read", lambda: releases(people)),
        ("people.read", lambda: arrivals(people)),
        ("conduct.read", lambda: programmes(officer, day)),
    )
    found = [tile for permission, group in groups if may(officer, permission) for tile in group()]
    return sorted(found, key=lambda tile: tile.tone != "alarm")


def _list(name: str, query: str = "") -> str:
    return reverse(f"desk:{name}") + query


def _alarm(count: int, label: str, href: str, task: str) -> Tile:
    return Tile(count, label, href, "alarm" if count else "", task)


def detention(officer: Officer, day: date) -> list[Tile]:
    found = counts.orders(officer, day)
    return [
        _alarm(
            found["ended"],
            _("Surat penahanan sudah lewat"),
            _list("detention", "?habis=lewat"),
            _("Tahanan tanpa surat yang berlaku: keluarkan demi hukum atau terima surat perpanjangan hari ini."),
        ),
        _alarm(
            found["no_order"],
            _("Tahanan tanpa tanggal akhir"),
            _list("detention", "?habis=tanpa"),
            _("Cari surat penahanannya dan catat sampai kapan berlaku."),
        ),
        Tile(
            found["ends_3"],
            _("Penahanan berakhir dalam 3 hari"),
            _list("detention", "?habis=3"),
            "today" if found["ends_3"] else "",
            _("Tanyakan surat perpanjangan kepada pejabat yang menahan."),
        ),
        Tile(found["ends_10"], _("Penahanan berakhir dalam 10 hari"), _list("detention", "?habis=10")),
    ]


def steps(officer: Officer, day: date) -> list[Tile]:
    found = counts.clocks(officer, day)
    return [
        _alarm(
            found["late"],
            _("Langkah lewat waktu"),
            _list("steps", "?waktu=lewat"),
            _("Selesaikan atau tagih kantor yang berutang."),
        ),
        Tile(
            found["today"],
            _("Langkah jatuh tempo hari ini"),
            _list("steps", "?waktu=hari-ini"),
            "today" if found["today"] else "",
            _("Selesaikan hari ini."),
        ),
    ]


def facts(officer: Officer) -> list[Tile]:
    count = counts.without_facts(officer)
    return [Tile(count, _("Data belum lengkap"), _list("missing"), "", _("Lengkapi data agar haknya tidak menunggu."))]


def reports(officer: Officer, day: date) -> list[Tile]:
    inside = Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True)
    count = wards.without_report(wards.in_care(inside, officer)).count()
    month = formats.date_format(wards.last_month(day), "F Y")
    return [
        Tile(
            count,
            _("Rapor %(month)s belum ditulis") % {"month": month},
            _list("wards", "?rapor=belum"),
            "",
            _("Tulis rapor pembinaan."),
        )
    ]


def releases(found: dict[str, int]) -> list[Tile]:
    past = _alarm(
        found["release_past"],
        _("Lewat tanggal bebas"),
        _list("releases", "?bebas=lewat"),
        _("Periksa hari ini: tidak seorang pun boleh tinggal lebih lama daripada pidananya."),
    )
    windows = [
        Tile(
            found[f"release_{days}"],
            _("Bebas dalam %(days)d hari") % {"days": days},
            _list("releases", f"?bebas={days}"),
        )
        for days in (30, 60, 90)
    ]
    return [past, *windows]


def arrivals(found: dict[str, int]) -> list[Tile]:
    new = Tile(found["new"], _("Masuk 7 hari terakhir"), _list("people", "?masuk=7"))
    return [Tile(found["inside"], _("Warga binaan di dalam"), _list("people")), new]


def programmes(officer: Officer, day: date) -> list[Tile]:
    if officer.role != Role.TRAINER:
        return []
    count = counts.without_programme(officer, day)
    return [Tile(count, _("Belum ikut program"), _list("people", "?program=belum"), "", _("Tawarkan kegiatan."))]
