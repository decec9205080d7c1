"""The sheet as a family meets it: first the few questions that most can answer, then the rest behind headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BoundField, Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from teladan.faces.calculator.sheet import Filled, Sheet

# What the first questions take out of the first row of a list.
ASKED_FIRST = {
    "detention": ("start",),
    "sentences": ("kind", "years", "months", "days", "offence", "final", "final_on"),
}
MONEY = ("fine", "fine_rp", "fine_paid_rp", "fine_months", "fine_days")
RESTITUTION = tuple(name.replace("fine", "restitution") for name in MONEY)


@dataclass(frozen=True)
class Group:
    """Fields that stand together, with a heading where it is needed."""

    fields: list[BoundField]
    title: Promise | str = ""

    @property
    def touched(self) -> bool:
        """Whether something in it is other than at the start."""
        return any(field.form.is_bound and field.name in field.form.changed_data for field in self.fields)


@dataclass(frozen=True)
class Part:
    """A heading that opens: groups of fields, of a list also its rows and the button that adds one."""

    name: str
    title: Promise
    hint: Promise
    groups: list[Group]
    lists: list[Filled]
    grown: bool

    @property
    def open(self) -> bool:
        ticked = any(each.checked["none"].value() for each in self.lists)
        return self.grown or ticked or any(group.touched for group in self.groups)


def first(sheet: Sheet) -> list[Group]:
    """Return the questions that everybody sees."""
    held, verdict = sheet.rows("detention")[0], sheet.rows("sentences")[0]
    return [
        Group([held["start"]]),
        Group([verdict["kind"]]),
        Group(_named(verdict, ("years", "months", "days")), _("Berapa lama hukumannya?")),
        Group([verdict["offence"]]),
        Group(_named(verdict, ("final", "final_on")), _("Putusan")),
        Group(_named(sheet.person, ("birth_date", "religion")), _("Orangnya")),
    ]


def more(sheet: Sheet, grown: str) -> list[Part]:
    """Return the rest, each part with why it may matter. `grown`: the list that was just given a row."""
    verdict = sheet.rows("sentences")[0]

    def part(name: str, title: Promise, hint: Promise, groups: Sequence[Group], *lists: str) -> Part:
        rows = [group for each in lists for group in _rows(sheet, each)]
        return Part(name, title, hint, [*groups, *rows], [_of(sheet, each) for each in lists], grown in lists)

    return [
        part(
            "remisi",
            _("Remisi yang sudah diterima"),
            _("Setiap remisi memajukan hari bebas."),
            (),
            "remissions",
        ),
        part(
            "pembinaan",
            _("Rapor, disiplin, risiko, program pembinaan"),
            _("Diminta untuk hampir semua hak. Tanyakan kepada wali pemasyarakatan."),
            (),
            *("conduct", "discipline", "risk", "programme"),
        ),
        part(
            "denda",
            _("Denda dan uang pengganti"),
            _("Yang belum dibayar diganti dengan hari di dalam."),
            (Group(_named(verdict, MONEY), _("Denda")), Group(_named(verdict, RESTITUTION), _("Uang pengganti"))),
        ),
        part(
            "penahanan",
            _("Penahanan lain, dan hari di luar"),
            _("Bila pernah ditahan di rumah atau kota, dibantarkan, atau melarikan diri."),
            (),
            *("detention", "absences"),
        ),
        part(
            "putusan",
            _("Pasal, dan hukuman lain"),
            _("Bila ada lebih dari satu putusan, atau perkaranya pembunuhan atau anak."),
            (),
            "sentences",
        ),
        part(
            "surat",
            _("Surat: sakit, jasa, ikrar, kerja sama"),
            _("Membuka hak tertentu."),
            (Group(list(sheet.letters)),),
        ),
        part(
            "lain",
            _("Jenis kelamin, kewarganegaraan, tanggal hitung"),
            _("Biasanya tidak perlu diubah."),
            (Group(_named(sheet.person, ("sex", "nationality", "as_of"))),),
        ),
    ]


def _named(form: Form, names: Sequence[str]) -> list[BoundField]:
    return [form[name] for name in names]


def _of(sheet: Sheet, name: str) -> Filled:
    return next(each for each in sheet.lists if each.section.name == name)


def _rows(sheet: Sheet, name: str) -> list[Group]:
    """Return a group for each row, without what the first questions and the part about money ask already."""
    each = _of(sheet, name)
    found = []
    for number, row in enumerate(each.rows):
        elsewhere = (*ASKED_FIRST.get(name, ()), *MONEY, *RESTITUTION) if number == 0 else ()
        found.append(Group([field for field in row if field.name not in elsewhere], each.section.title))
    return found
