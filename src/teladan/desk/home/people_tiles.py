"""Tiles about people: who has no ground to be inside, who goes home, whose facts are missing, who came."""

from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _

from teladan.desk.home import counts
from teladan.desk.home.numbers import Numbers
from teladan.desk.home.tile import Tile, listed, pressing, todo
from teladan.desk.lists import wards
from teladan.people.models import Officer
from teladan.people.models.facility import Role


def overstay(numbers: Numbers) -> list[Tile]:
    count = numbers.people.overstay
    task = _("Periksa sekarang: tidak seorang pun boleh tinggal tanpa dasar.")
    task = todo(numbers.officer, task, "movements.work", "decisions.work")
    return [Tile(count, _("Di dalam tanpa dasar (overstay)"), listed("overstay"), pressing(count, "alarm"), task)]


def detention(numbers: Numbers) -> list[Tile]:
    ends, endless = numbers.people.detention_ends_within, numbers.people.detention_without_end
    return [
        Tile(
            ends[3],
            _("Penahanan berakhir dalam 3 hari"),
            listed("detention", "?habis=3"),
            pressing(ends[3]),
            todo(numbers.officer, _("Tanyakan surat perpanjangan kepada pejabat yang menahan."), "register.work"),
        ),
        Tile(ends[10], _("Penahanan berakhir dalam 10 hari"), listed("detention", "?habis=10")),
        Tile(
            endless,
            _("Tahanan tanpa tanggal akhir"),
            listed("detention", "?habis=tanpa"),
            pressing(endless),
            todo(numbers.officer, _("Cari surat penahanannya dan catat sampai kapan berlaku."), "register.work"),
        ),
    ]


def releases(numbers: Numbers) -> list[Tile]:
    count = numbers.people.released_today
    task = todo(numbers.officer, _("Siapkan surat lepas dan catat keluarnya hari ini."), "movements.work")
    windows = [
        Tile(number, _("Bebas dalam %(days)d hari") % {"days": days}, listed("releases", f"?bebas={days}"))
        for days, number in numbers.people.released_within.items()
    ]
    return [Tile(count, _("Bebas hari ini"), listed("releases", "?bebas=hari-ini"), pressing(count), task), *windows]


def facts(numbers: Numbers) -> list[Tile]:
    unknown, waiting = numbers.people.not_assessed, numbers.people.without_facts
    correct = _("Perbaiki data yang ditolak hukum: tanpa hitungan, haknya tidak berjalan.")
    complete = _("Lengkapi data agar haknya tidak menunggu.")
    return [
        Tile(
            unknown,
            _("Tanggal belum dapat dihitung"),
            listed("missing", "?sebab=tidak-dihitung"),
            pressing(unknown),
            todo(numbers.officer, correct, "register.work"),
        ),
        Tile(
            waiting,
            _("Data belum lengkap"),
            listed("missing"),
            "",
            todo(numbers.officer, complete, "register.work"),
        ),
    ]


def reports(numbers: Numbers) -> list[Tile]:
    month = formats.date_format(wards.last_month(numbers.day), "F Y")
    count = numbers.waiting["without_report"]
    label = _("Rapor %(month)s belum ditulis") % {"month": month}
    task = todo(numbers.officer, _("Tulis rapornya."), "conduct.work")
    return [Tile(count, label, listed("wards", "?rapor=belum"), "", task)]


def arrivals(numbers: Numbers) -> list[Tile]:
    return [
        Tile(numbers.people.inside, _("Warga binaan di dalam"), listed("people")),
        Tile(numbers.people.arrived, _("Masuk 7 hari terakhir"), listed("people", "?masuk=7")),
    ]


def programmes(officer: Officer, day: date) -> list[Tile]:
    if officer.role != Role.TRAINER:
        return []
    count = counts.without_programme(officer, day)
    return [Tile(count, _("Belum ikut program"), listed("people", "?program=belum"), "", _("Tawarkan kegiatan."))]


def kitchen(numbers: Numbers) -> list[Tile]:
    """Return how many eat: the one number the kitchen works from."""
    if numbers.officer.role != Role.KITCHEN:
        return []
    task = _("Lihat pembagiannya menurut agama dan status.")
    return [Tile(numbers.people.inside, _("Orang makan hari ini"), listed("meals"), "", task)]
