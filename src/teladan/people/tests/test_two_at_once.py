"""Two officers at once: real threads on PostgreSQL, real processes on SQLite. Nobody overwrites anybody silently."""

import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from django.db import connection, connections, transaction

from teladan.ledger.models import Entry
from teladan.ledger.queries import verify
from teladan.ledger.services import Act, append_many
from teladan.people import services
from teladan.people.errors import Invalid, Refused, Stale
from teladan.people.models import Person, RiskAssessment, Stay
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody, make_officer, verdict_values


@pytest.fixture
def server():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite in memory is one connection; the processes below try SQLite as it is served")


def at_once(*acts):
    """Run the acts in threads that begin together; return what each returned or raised."""
    barrier = threading.Barrier(len(acts))

    def run(act):
        try:
            barrier.wait(10)
            return act()
        except Refused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refused(outcomes):
    return [outcome for outcome in outcomes if isinstance(outcome, Refused)]


@pytest.mark.usefixtures("server")
@pytest.mark.django_db(transaction=True)
class TestThreads:
    def test_two_officers_change_the_same_record(self, facility, officer, stay):
        other = make_officer(facility, "kedua", "Petugas Kedua")

        def change(who, room):
            return lambda: services.change(stay, {"room": room}, expected_version=1, actor=who, why=WHY, today=TODAY)

        for _ in range(5):
            Stay.objects.update(version=1, room="")
            outcomes = at_once(change(officer, "A1"), change(other, "B2"))
            (stale,) = refused(outcomes)
            assert isinstance(stale, Stale)
            (winner,) = [outcome for outcome in outcomes if isinstance(outcome, Stay)]
            stay.refresh_from_db()
            assert (stay.room, stay.version) == (winner.room, 2)
            assert stale.current.room == winner.room
        assert verify(facility) == []

    def test_two_rows_of_one_stay_are_judged_together(self, officer, stay):
        def add(level):
            values = {"on": TODAY, "level": level}
            return lambda: services.add(RiskAssessment, stay, values, actor=officer, why=WHY, today=TODAY)

        outcomes = at_once(add("low"), add("high"), add("medium"))
        assert len(refused(outcomes)) == 2
        assert RiskAssessment.objects.count() == 1

    def test_one_register_number_is_given_once(self, facility, officer):
        def admit(name):
            return lambda: admit_somebody(facility, officer, person={"name": name, "birth_date": None}, verdicts=[])

        outcomes = at_once(admit("Aba Satu"), admit("Dedo Dua"), admit("Gigi Tiga"))
        assert all(isinstance(outcome, Invalid) for outcome in refused(outcomes))
        assert (len(refused(outcomes)), Person.objects.count(), Stay.objects.count()) == (2, 1, 1)

    def test_the_same_person_is_not_admitted_twice(self, facility, officer):
        def admit(number):
            case = verdict_values(case_number=f"{number}/Pid.B/2025/PN Ujg")
            return lambda: admit_somebody(facility, officer, stay={"register_number": number}, verdicts=[case])

        assert len(refused(at_once(admit("1"), admit("2")))) == 1
        assert Person.objects.count() == 1

    def test_a_receipt_counts_once(self, facility, officer):
        sentence = {"kind": "prison", "years": 1, "fine_rp": 1000}
        fined = admit_somebody(facility, officer, verdicts=[verdict_values(sentences=[sentence])])
        row = fined.verdicts.get().sentences.get()

        def pay():
            return services.pay_fine(row, 400, expected_version=1, actor=officer, why=WHY, today=TODAY)

        at_once(pay, pay, pay)
        row.refresh_from_db()
        assert (row.fine_paid_rp, row.version) == (400, 2)

    def test_the_ledger_has_no_gaps(self, facility, officer):
        def write():
            for _ in range(10):
                with transaction.atomic():
                    append_many(facility=facility, actor=officer, acts=[Act("people.stay.added", "stay:1")] * 3)

        at_once(*[write] * 4)
        assert Entry.objects.filter(facility=facility).count() == 120
        assert verify(facility) == []

    def test_changes_of_different_stays_in_opposite_order_do_not_lock_each_other_out(self, facility, officer, stay):
        second = admit_somebody(
            facility,
            officer,
            person={"name": "Markus", "birth_date": None},
            stay={"register_number": "2"},
            verdicts=[verdict_values(case_number="2/Pid.B/2025/PN Ujg")],
        )

        def both(first, then, room):
            def act():
                for _ in range(5):
                    with transaction.atomic():
                        for each in (first, then):
                            now = Stay.objects.get(pk=each.pk)
                            try:
                                services.move_room(
                                    now, room, expected_version=now.version, actor=officer, why=WHY, today=TODAY
                                )
                            except Stale:
                                continue

            return act

        at_once(both(stay, second, "A1"), both(second, stay, "B2"))
        assert verify(facility) == []


WORKER = """
    import sys, django
    django.setup()
    from teladan.people import changes, services
    from teladan.people.errors import Stale
    from teladan.people.models import Officer, Stay
    changes._told.clear()  # what follows a change is tested elsewhere
    me = Officer.objects.get(username=sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    done = stale = 0
    while done < 8:
        stay = Stay.objects.get()
        try:
            values = {"room": f"{sys.argv[1]} {done}"}
            services.change(stay, values, expected_version=stay.version, actor=me, why="Uji")
            done += 1
        except Stale:
            stale += 1
    print(done, stale, flush=True)
"""
PREPARE = """
    import datetime as dt, django
    django.setup()
    from teladan.people import changes, services
    from teladan.people.models import Facility, Officer
    changes._told.clear()
    facility = Facility.objects.create(name="Uji", place="U", regional_office="K", probation_office="B")
    officers = [Officer.objects.create(username=n, full_name=n, facility=facility) for n in ("satu", "dua")]
    day = dt.date(2025, 3, 1)
    services.admit(facility=facility, person={"name": "Yohanes", "sex": "male"},
        stay={"register_number": "1", "status": "convict", "admitted_on": day}, actor=officers[0], why="Uji")
"""
CHECK = """
    import django
    django.setup()
    from teladan.ledger.queries import verify
    from teladan.people.models import Facility, Stay
    stay = Stay.objects.get()
    versions = sorted(stay.history.values_list("version", flat=True))
    assert versions == list(range(1, 18)), versions
    assert stay.version == 17
    assert verify(Facility.objects.get()) == []
"""


@pytest.mark.django_db(transaction=True)  # an open transaction would block the copy
def test_two_processes_on_one_sqlite_file(tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("the threads above try PostgreSQL")
    path = tmp_path / "one.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        connection.connection.backup(file)  # the tables, without migrating again
    environment = os.environ | {
        "TELADAN_DATABASE": f"sqlite:///{path}",
        "TELADAN_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "teladan.site.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }

    def start(script, *arguments):
        command = [sys.executable, "-c", textwrap.dedent(script), *arguments]
        return subprocess.Popen(  # noqa: S603 - our own script
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def finish(process):
        with process:
            said = process.communicate(timeout=120)[0]
        assert process.returncode == 0
        return said

    finish(start(PREPARE))
    workers = [start(WORKER, name) for name in ("satu", "dua")]
    for worker in workers:
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    assert [finish(worker).split()[0] for worker in workers] == ["8", "8"]
    finish(start(CHECK))
