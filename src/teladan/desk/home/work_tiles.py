"""Tiles about work: steps and their clocks, remission days, verdicts to look at."""

from django.utils.translation import gettext as _

from teladan.desk.home.numbers import Numbers
from teladan.desk.home.tile import Tile, listed, pressing, todo
from teladan.desk.officer import facility_here
from teladan.people.models import Officer
from teladan.people.models.facility import Role
from teladan.rights.remission_day.near import unopened


def steps(numbers: Numbers) -> list[Tile]:
    late, today, free = numbers.steps.overdue_total, numbers.steps.due_today, numbers.steps.without_limit
    return [
        Tile(
            late,
            _("Langkah lewat waktu"),
            listed("steps", "?waktu=lewat"),
            pressing(late, "alarm"),
            todo(numbers.officer, _("Selesaikan, atau tagih kantor yang berutang."), "cases.work"),
        ),
        Tile(
            today,
            _("Langkah jatuh tempo hari ini"),
            listed("steps", "?waktu=hari-ini"),
            pressing(today),
            todo(numbers.officer, _("Selesaikan hari ini."), "cases.work"),
        ),
        Tile(free, _("Langkah tanpa batas hukum"), listed("steps", "?waktu=tanpa")),
    ]


def remission_days(numbers: Numbers) -> list[Tile]:
    """Return the days to open and to decide: the registrar opens, the head decides, and each sees whose turn it is."""
    officer, deciding = numbers.officer, numbers.waiting["undecided"]
    opening = len(unopened(facility_here(officer), numbers.day))
    return [
        _turn(
            officer,
            Role.REGISTRAR,
            opening,
            _("Hari remisi yang perlu dibuka (giliran registrasi)"),
            _("Buka perkaranya: semua orang diusulkan sekaligus."),
        ),
        _turn(
            officer,
            Role.HEAD,
            deciding,
            _("Hari remisi yang perlu diputus (giliran kepala)"),
            _("Putuskan: remisi dan tanggal semua orang berlaku sekaligus."),
        ),
    ]


def _turn(officer: Officer, turn: Role, count: int, label: str, task: str) -> Tile:
    mine = officer.role == turn
    return Tile(count, label, listed("remission_days"), pressing(count) if mine else "", task if mine else "")


def intake(numbers: Numbers) -> list[Tile]:
    count = numbers.waiting["proposals"]
    mine = numbers.officer.role == Role.REGISTRAR
    task = _("Periksa isinya: belum ada yang masuk register.") if mine else ""
    return [Tile(count, _("Putusan menunggu diperiksa"), listed("intake", "?keadaan=waiting"), "", task)]
