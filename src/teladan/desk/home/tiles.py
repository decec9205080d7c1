"""The tiles of the home page: each counts a list and leads to it. A role sees the tiles of its own work."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from teladan.desk.home import counts
from teladan.desk.home.numbers import Numbers
from teladan.desk.lists import wards
from teladan.desk.officer import facility_here
from teladan.desk.remission_day.days import to_open
from teladan.desk.roles import may
from teladan.people.models import Officer
from teladan.people.models.facility import Role


@dataclass(frozen=True)
class Tile:
    """`tone` alarm is red: a number that must be 0. `task` is the next action when the number is not 0."""

    count: int
    label: str
    href: str
    tone: str = ""
    task: str = ""


def for_officer(officer: Officer, day: date, numbers: Numbers) -> list[Tile]:
    """Return the tiles of an officer's role, alarms first."""
    groups = (
        ("dates.read", lambda: overstay(numbers)),
        ("detention.read", lambda: detention(officer, numbers)),
        ("cases.read", lambda: steps(numbers)),
        ("occasions.work", lambda: remission_days(officer, day)),
        ("dates.read", lambda: releases(numbers)),
        ("facts.read", lambda: facts(officer)),
        ("wards.read", lambda: reports(officer, day)),
        ("people.read", lambda: arrivals(officer, day)),
        ("conduct.read", lambda: programmes(officer, day)),
    )
    found = [tile for permission, group in groups if may(officer, permission) for tile in group()]
    return sorted(found, key=lambda tile: tile.tone != "alarm")


def _list(name: str, query: str = "") -> str:
    return reverse(f"desk:{name}") + query


def _when(count: int, tone: str) -> str:
    return tone if count else ""


def overstay(numbers: Numbers) -> list[Tile]:
    return [
        Tile(
            numbers.home.overstay,
            _("Di dalam tanpa dasar (overstay)"),
            _list("overstay"),
            _when(numbers.home.overstay, "alarm"),
            _("Periksa sekarang: tidak seorang pun boleh tinggal tanpa dasar."),
        )
    ]


def detention(officer: Officer, numbers: Numbers) -> list[Tile]:
    ends, endless = numbers.home.detention_ends_within, counts.endless_orders(officer)
    return [
        Tile(
            ends[3],
            _("Penahanan berakhir dalam 3 hari"),
            _list("detention", "?habis=3"),
            _when(ends[3], "today"),
            _("Tanyakan surat perpanjangan kepada pejabat yang menahan."),
        ),
        Tile(ends[10], _("Penahanan berakhir dalam 10 hari"), _list("detention", "?habis=10")),
        Tile(
            endless,
            _("Tahanan tanpa tanggal akhir"),
            _list("detention", "?habis=tanpa"),
            _when(endless, "today"),
            _("Cari surat penahanannya dan catat sampai kapan berlaku."),
        ),
    ]


def steps(numbers: Numbers) -> list[Tile]:
    return [
        Tile(
            numbers.late,
            _("Langkah lewat waktu"),
            _list("steps", "?waktu=lewat"),
            _when(numbers.late, "alarm"),
            _("Selesaikan, atau tagih kantor yang berutang."),
        ),
        Tile(
            numbers.due_today,
            _("Langkah jatuh tempo hari ini"),
            _list("steps", "?waktu=hari-ini"),
            _when(numbers.due_today, "today"),
            _("Selesaikan hari ini."),
        ),
    ]


def remission_days(officer: Officer, day: date) -> list[Tile]:
    if officer.role != Role.REGISTRAR:  # who opens the day; the head decides it
        return []
    count = len(to_open(facility_here(officer), day))
    return [
        Tile(
            count,
            _("Hari remisi yang perlu dibuka"),
            _list("remission_days"),
            _when(count, "today"),
            _("Buka perkaranya: semua orang diusulkan sekaligus."),
        )
    ]


def releases(numbers: Numbers) -> list[Tile]:
    return [
        Tile(count, _("Bebas dalam %(days)d hari") % {"days": days}, _list("releases", f"?bebas={days}"))
        for days, count in numbers.home.released_within.items()
    ]


def facts(officer: Officer) -> list[Tile]:
    count = counts.without_facts(officer)
    return [Tile(count, _("Data belum lengkap"), _list("missing"), "", _("Lengkapi data agar haknya tidak menunggu."))]


def reports(officer: Officer, day: date) -> list[Tile]:
    month = formats.date_format(wards.last_month(day), "F Y")
    label = _("Rapor %(month)s belum ditulis") % {"month": month}
    return [Tile(counts.without_report(officer), label, _list("wards", "?rapor=belum"), "", _("Tulis rapornya."))]


def arrivals(officer: Officer, day: date) -> list[Tile]:
    found = counts.arrivals(officer, day)
    return [
        Tile(found["inside"], _("Warga binaan di dalam"), _list("people")),
        Tile(found["new"], _("Masuk 7 hari terakhir"), _list("people", "?masuk=7")),
    ]


def programmes(officer: Officer, day: date) -> list[Tile]:
    if officer.role != Role.TRAINER:
        return []
    count = counts.without_programme(officer, day)
    return [Tile(count, _("Belum ikut program"), _list("people", "?program=belum"), "", _("Tawarkan kegiatan."))]
