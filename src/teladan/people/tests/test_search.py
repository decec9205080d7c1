"""Finding somebody, however the name is spelt, and fast."""

import datetime as dt
import random

import pytest

from teladan.people.models import Facility, Person, Stay, Verdict
from teladan.people.offence_words import offences_named
from teladan.people.queries import search
from teladan.people.spelling import fold
from teladan.people.tests.conftest import admit_somebody, verdict_values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soekarno", "Sukarno"),
        ("Djaelani", "Jaelani"),
        ("Tjokro", "Cokro"),
        ("Achmad", "Ahmad"),
        ("Yanuar", "Ianuar"),
        ("Silva", "Silfa"),
        ("Muhammad Ali bin Hasan", "MUHAMAD ALI HASAN"),
        ("José Núñez", "jose nunez"),
        ("O'Brien", "Obrien"),
        ("Alexander", "Aleksander"),
    ],
)
def test_spelling_variants_are_one(one, other):
    assert fold(one) == fold(other)


@pytest.fixture
def three(facility, officer):
    rows = [
        ("Yohanes Djaelani", "Ano", "theft", "B.I 1/2025", "A 12", "12/Pid.B/2025/PN Ujg"),
        ("Marthen Soeharyo", "", "narcotics", "B.I 2/2025", "A 13", "77/Pid.Sus/2025/PN Ujg"),
        ("Petrus Kabelen", "", "murder", "B.IIa 3/2025", "C 1", "101/Pid.B/2024/PN Lain"),
    ]
    return [
        admit_somebody(
            facility,
            officer,
            person={"name": name, "alias": alias, "birth_date": dt.date(1970 + at, 1, 1)},
            stay={"register_number": register, "room": room},
            verdicts=[verdict_values(case_number=case, offence=offence)],
        )
        for at, (name, alias, offence, register, room, case) in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("text", "at", "because"),
    [
        ("Yohanes", 0, "name"),
        ("yohannis jaelani", 0, "name"),
        ("Jaelani Yohanes", 0, "name"),
        ("ano", 0, "name"),
        ("suharyo", 1, "name"),
        ("Marten", 1, "name"),
        ("kabellen", 2, "name"),
        ("B.IIa 3", 2, "register_number"),
        ("2/2025", 1, "register_number"),
        ("a 13", 1, "room"),
        ("77/Pid.Sus", 1, "case_number"),
        ("narkoba", 1, "offence"),
        ("pembunuhan", 2, "offence"),
        ("murder", 2, "offence"),
    ],
)
def test_somebody_is_found(facility, three, text, at, because):
    found = search(facility, text)
    assert found[0] == three[at]
    assert found[0].found_by == because


@pytest.mark.parametrize("text", ["", " ", "x", "Zzyzx Qwertz", "999/2025"])
def test_nobody_is_found(facility, three, text):
    assert search(facility, text) == []


def test_those_who_have_left_are_found_on_request(facility, three):
    Stay.objects.filter(pk=three[0].pk).update(released_on=dt.date(2026, 1, 1))
    assert three[0] not in search(facility, "Yohanes Djaelani")
    assert search(facility, "Yohanes Djaelani", released=True)[0] == three[0]


def test_another_facility_sees_nothing(three):
    other = Facility.objects.create(name="Lain", place="L", regional_office="K", probation_office="B")
    for text in ("Yohanes", "B.I 1/2025", "narkoba", "A 12"):
        assert search(other, text) == []


def test_a_name_is_not_an_offence():
    assert offences_named("Yohanes Curito") == set()
    assert offences_named("kasus pencuriann") == {"theft"}


SYLLABLES = ["ba", "be", "bu", "da", "di", "do", "ka", "ku", "la", "li", "ma", "na", "ni", "pa", "ra", "ri", "sa", "to"]


def make_crowd(facility, count):
    chance = random.Random(7)  # noqa: S311 - names, not secrets

    def name():
        return " ".join("".join(chance.choices(SYLLABLES, k=3)).title() for _ in range(chance.choice((2, 3))))

    people = Person.objects.bulk_create([Person(facility=facility, name=name(), sex="male") for _ in range(count)])
    stays = Stay.objects.bulk_create(
        Stay(
            person=person,
            facility=facility,
            status="convict",
            register_number=f"X {at}",
            admitted_on=dt.date(2025, 1, 1),
            room=f"R {at % 90}",
        )
        for at, person in enumerate(people)
    )
    Verdict.objects.bulk_create(
        Verdict(stay=stay, case_number=f"{stay.pk}/Pid/2025", offence="theft") for stay in stays
    )
    return people


@pytest.mark.parametrize("kind", ["name", "misspelt", "number"])
def test_5000_stays_are_searched_in_two_queries(facility, kind, django_assert_max_num_queries):
    people = make_crowd(facility, 5000)
    name = people[1234].name
    text = {"name": name, "misspelt": name.replace("a", "o", 1), "number": "X 4321"}[kind]
    wanted = people[4321] if kind == "number" else people[1234]
    with django_assert_max_num_queries(2):
        found = search(facility, text)
    assert wanted in [each.person for each in found]
    assert kind == "number" or found[0].person == wanted
