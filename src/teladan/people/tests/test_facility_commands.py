"""`teladan facility` and `teladan officer`: from an empty database to somebody who can sign in."""

import io

import pytest
from django.core.management import CommandError, call_command

from teladan.ledger.models import Entry
from teladan.people.models import Facility, Officer, OfficerChange

pytestmark = pytest.mark.django_db
LAPAS = {
    "code": "lapas-contoh",
    "name": "Lapas Contoh",
    "kind": "lapas",
    "class": "IIB",
    "place": "Contoh",
    "region": "Kanwil Contoh",
    "bapas": "Bapas Contoh",
    "capacity": "200",
}
CLERK = {"facility": "lapas-contoh", "role": "registrar", "name": "Rina Contoh", "username": "rina"}


def run(*words, **options):
    told = io.StringIO()
    call_command(*words, *(f"--{name}={value}" for name, value in options.items()), stdout=told)
    return told.getvalue()


def refused(*words, **options):
    with pytest.raises(CommandError) as error:
        run(*words, **options)
    return str(error.value)


def test_entered_once_however_often_it_is_asked():
    assert "written: name" in run("facility", "new", **LAPAS)
    assert "nothing to change" in run("facility", "new", **LAPAS)
    assert (Facility.objects.get().grade, Facility.objects.get().capacity) == ("IIB", 200)
    assert run("facility", "list") == "lapas-contoh  Lapas Contoh\n"


def test_what_differs_is_said_and_written_only_when_asked():
    run("facility", "new", **LAPAS)
    other = LAPAS | {"place": "Lain"}
    assert "place: 'Contoh', not 'Lain'" in refused("facility", "new", **other)
    assert run("facility", "new", "--change", **other).endswith("written: place\n")
    assert [*Entry.objects.values_list("action", flat=True)] == ["people.facility.added", "people.facility.changed"]


def test_what_is_missing_or_wrong_is_named_by_its_option():
    assert refused("facility", "new", code="lapas-contoh") == "missing: --name, --kind, --place, --region, --bapas"
    assert refused("facility", "new", **LAPAS | {"kind": "istana"}).startswith("--kind:")
    assert refused("facility", "new", **LAPAS | {"code": "Lapas Contoh"}).startswith("--code:")
    assert refused("facility", "new", **LAPAS | {"capacity": "banyak"}).startswith("--capacity:")
    assert not Facility.objects.exists()


def test_asked_at_the_terminal_once_for_what_was_not_given(monkeypatch):
    answers = {"Name, as": "Lapas Contoh", "Place": "Contoh"}
    asked = []

    def answer(words):
        asked.append(words)
        return next((text for start, text in answers.items() if words.startswith(start)), "")

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda _self: True})())
    given = {name: value for name, value in LAPAS.items() if name not in {"name", "place"}}
    run("facility", "new", **given)
    assert len(asked) == 2
    assert Facility.objects.get().name == "Lapas Contoh"


def test_never_beside_the_demo():
    Facility.objects.create(name="Contoh", place="Contoh", is_demo=True)
    assert "database of its own" in refused("facility", "new", **LAPAS)


def test_an_officer_gets_a_one_time_password_that_works():
    run("facility", "new", **LAPAS)
    told = run("officer", "new", **CLERK)
    password = told.split("one-time password: ")[1].split()[0]
    officer = Officer.objects.get(username="rina")
    assert officer.check_password(password)
    assert officer.must_change_password
    assert "taken" in refused("officer", "new", **CLERK)
    again = run("officer", "password", "rina").split("one-time password: ")[1].split()[0]
    assert again != password
    run("officer", "deactivate", "rina")
    assert run("officer", "list").endswith("(deactivated)\n")
    assert "deactivated already" in refused("officer", "deactivate", "rina")
    run("officer", "activate", "rina")
    assert OfficerChange.objects.count() == 4


def test_what_an_officer_needs_is_said():
    assert "`teladan facility new` enters one" in refused("officer", "new", **CLERK)
    run("facility", "new", **LAPAS)
    assert "there are: lapas-contoh" in refused("officer", "new", **CLERK | {"facility": "x"})
    assert "Choose a role: registrar" in refused("officer", "new", **CLERK | {"role": "raja"})
    assert "officer list" in refused("officer", "password", "siapa")


def test_the_last_head_stays():
    run("facility", "new", **LAPAS)
    run("officer", "new", **CLERK | {"role": "head", "username": "kepala"})
    assert "last active head" in refused("officer", "deactivate", "kepala")
