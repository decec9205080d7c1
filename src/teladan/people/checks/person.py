"""Who somebody can be."""

import datetime as dt
import re
from collections.abc import Iterator

from teladan.people.checks.days import not_in_future
from teladan.people.models import Person
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole

NIK = re.compile(r"\d{16}")
COUNTRY = re.compile(r"[A-Z]{2}")
OLDEST = 120  # years: older is a slip of the pen


def person_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a name, national number or country that cannot be, and a birth to come or after custody."""
    person = whole.person
    yield from _name(person)
    yield from _codes(person)
    yield from not_in_future(person, "birth_date", today)
    yield from _too_old(person, today)
    yield from _born_inside(person, whole.custody_start)


def _name(person: Person) -> Iterator[Problem]:
    if not any(letter.isalpha() for letter in person.name):
        yield problem(
            person,
            "name",
            "name_missing",
            "Nama belum diisi. Tulis nama seperti dalam surat penahanan atau putusan.",
            "The name is missing. Write it as in the detention order or verdict.",
        )


def _codes(person: Person) -> Iterator[Problem]:
    if person.nik and not NIK.fullmatch(person.nik):
        yield problem(
            person,
            "nik",
            "nik_shape",
            "NIK harus 16 angka. Kosongkan jika tidak diketahui.",
            "The national number (NIK) has 16 digits. Leave it empty when it is not known.",
        )
    if not COUNTRY.fullmatch(person.nationality):
        yield problem(
            person,
            "nationality",
            "country_shape",
            "Kewarganegaraan ditulis dengan dua huruf besar, misalnya ID.",
            "The nationality is written with two capital letters, such as ID.",
        )


def _too_old(person: Person, today: dt.date) -> Iterator[Problem]:
    if person.birth_date and person.birth_date.year < today.year - OLDEST:
        yield problem(
            person,
            "birth_date",
            "too_old",
            "Tanggal lahir {birth} berarti umur lebih dari {years} tahun. Periksa tahunnya.",
            "A birth on {birth} means more than {years} years of age. Check the year.",
            birth=person.birth_date,
            years=OLDEST,
        )


def _born_inside(person: Person, start: dt.date) -> Iterator[Problem]:
    if person.birth_date and person.birth_date > start:
        yield problem(
            person,
            "birth_date",
            "born_after_custody",
            "Tanggal lahir {birth} sesudah hari pertama ditahan, {start}. Periksa kedua tanggal.",
            "The birth, {birth}, is after the first day in custody, {start}. Check both dates.",
            birth=person.birth_date,
            start=start,
        )
