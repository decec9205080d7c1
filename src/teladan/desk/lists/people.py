"""Everybody inside; by a filter or a search also those who have left."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.lists import stays
from teladan.desk.lists.column import Column
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.lists.search import RELEASED
from teladan.desk.roles import may
from teladan.desk.today import today
from teladan.people.models import Officer, Programme, Stay
from teladan.people.models.person import RegisterClass, Religion, StayStatus
from teladan.people.models.verdict import Offence
from teladan.rights.models import RightStanding
from teladan.rights.queries import grounds

WINDOWS = [
    ("hari-ini", _("Hari ini")),
    ("30", _("30 hari")),
    ("60", _("60 hari")),
    ("90", _("90 hari")),
    ("lewat", _("Sudah lewat")),
]


PRESENCE = [("", _("Di dalam (pencarian: semua)")), ("dalam", _("Hanya di dalam")), ("bebas", _("Sudah bebas"))]


class PeopleFilter(ListFilter):
    keberadaan = forms.ChoiceField(label=_("Keberadaan"), choices=PRESENCE, required=False)
    status = choice(_("Status"), StayStatus.choices)
    golongan = choice(_("Golongan register"), RegisterClass.choices)
    perkara = choice(_("Jenis perkara"), Offence.choices)
    agama = choice(_("Agama"), Religion.choices)
    kamar = forms.CharField(label=_("Kamar"), required=False, max_length=40)
    hak = choice(_("Hak"), words.RIGHT_NAMES.items())
    keadaan = choice(_("Keadaan hak"), words.STATUSES.items())
    bebas = choice(_("Bebas dalam"), WINDOWS)
    masuk = choice(_("Masuk dalam"), [("7", _("7 hari terakhir")), ("30", _("30 hari terakhir"))])
    program = choice(_("Program pembinaan"), [("ikut", _("Ikut")), ("belum", _("Belum ikut"))])

    needs = {
        "keberadaan": RELEASED,
        "golongan": "dates.read",
        "perkara": "offence.read",
        "agama": "identity.read",
        "hak": "dates.read",
        "keadaan": "dates.read",
        "bebas": "dates.read",
        "program": "conduct.read",
    }

    def apply(self, rows: QuerySet[Stay]) -> QuerySet[Stay]:
        """Return the rows that pass: those inside, unless somebody is searched for or who left is asked for."""
        found = super().apply(rows)
        presence = self.cleaned_data.get("keberadaan") or ("" if self.searching else "dalam")
        return found.filter(released_on__isnull=presence == "dalam") if presence else found

    def narrow_status(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(status=value)

    def narrow_golongan(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(register_class=value)

    def narrow_perkara(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(pk__in=Stay.objects.filter(verdicts__offence=value).values("pk"))

    def narrow_agama(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(person__religion=value)

    def narrow_kamar(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(room__istartswith=value.strip())

    def narrow_hak(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        # Right and its state are one question: "parole, blocked" must not match parole here and blocked there.
        return rows if self.cleaned_data.get("keadaan") else rows.filter(self._holds(right=value))

    def narrow_keadaan(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        right = self.cleaned_data.get("hak")
        return rows.filter(self._holds(status=value, **({"right": right} if right else {})))

    def narrow_bebas(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return release_window(rows, value, today())

    def narrow_masuk(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(admitted_on__range=(today() - timedelta(days=int(value)), today()))

    def narrow_program(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        takes_part = Exists(taking_part(today()))
        return rows.filter(takes_part if value == "ikut" else ~takes_part)

    @staticmethod
    def _holds(**lookup: Any) -> Exists:
        return Exists(RightStanding.objects.filter(standing__stay=OuterRef("pk"), **lookup))


def release_window(rows: QuerySet[Stay], window: str, day: date) -> QuerySet[Stay]:
    """Return those released within so many days from `day` on, or those whose day is past (`lewat`)."""
    if window == "lewat":
        return rows.filter(standing__release__lt=day)
    return rows.filter(grounds.released_within(day, 0 if window == "hari-ini" else int(window)))


def taking_part(day: date) -> QuerySet[Programme]:
    """Return programmes running on the day, for an EXISTS over stays."""
    running = Q(until__isnull=True) | Q(until__gt=day)
    return Programme.objects.filter(running, stay=OuterRef("pk"), from_day__lte=day)


def columns(day: date) -> tuple[Column, ...]:
    return (
        stays.NAME,
        stays.REGISTER,
        stays.CLASS,
        stays.STATUS,
        stays.ROOM,
        stays.OFFENCE,
        stays.NEXT_RIGHT,
        stays.NEXT_DAY,
        stays.release_column(day),
    )


def rows(officer: Officer, _day: date) -> QuerySet[Stay]:
    return stays.inside_and_released(officer) if may(officer, RELEASED) else stays.inside(officer)


PEOPLE = Listing(
    name="warga-binaan",
    title=_("Warga binaan"),
    lead=_("Yang sekarang berada di dalam. Pencarian juga menemukan yang sudah bebas, bila Anda boleh melihatnya."),
    empty=_("Belum ada warga binaan di register. Mereka masuk lewat putusan yang diperiksa petugas registrasi."),
    rows=rows,
    columns=columns,
    filters=PeopleFilter,
    order="nama",
    searchable=True,
    action=("person_admit", _("Terima warga binaan"), "register.work"),
)
