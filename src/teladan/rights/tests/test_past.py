"""Any past answer again: random work over many days, then every day's answer from what was known that evening."""

import datetime as dt
import io
import json
import random
from contextlib import suppress
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from teladan.law import LAW_VERSION
from teladan.people.errors import Refused
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)
from teladan.people.services import add, change, confirm_lists, release, remove
from teladan.rights.models import LawSeen, Standing, StandingChange
from teladan.rights.queries import assess_as_known, stored_before
from teladan.rights.queries.past import _present
from teladan.rights.services import assess_facility, assess_stays, feasts
from teladan.rights.tests.clock import Clock
from teladan.rights.tests.world import TODAY, convict, facility, now, officer

pytestmark = pytest.mark.django_db
WHY = "Sesuai surat"


class Prison:
    """Something happens on most days, and each night everybody is assessed."""

    def __init__(self, seed: int, clock: Clock) -> None:
        self.dice, self.clock, self.day = random.Random(seed), clock, TODAY  # noqa: S311 - the same life every time
        self.where = facility(f"Lapas {seed}")
        self.clerk = officer(self.where)
        self.stays = [convict(self.where, religion="islam", years=2 + n, known=n != 1) for n in range(2)]
        self.evenings: dict[dt.date, dict[int, Any]] = {}
        self.done = 0

    def live(self, days: int) -> None:
        for _ in range(days):
            self.clock.set(self.day, 1)
            if self.dice.random() < 0.9 or not self.evenings:  # the machine may be off
                assess_facility(self.where, self.day)
            self.clock.set(self.day)
            for _ in range(self.dice.randrange(3)):
                self.happen()
            self.evenings[self.day] = {stay.pk: _kept(stay) for stay in self.stays}
            self.day += dt.timedelta(days=self.dice.choice([1, 1, 1, 30]))

    def happen(self) -> None:
        acts = [self.add, self.add, self.change, self.remove, self.person, self.stay, self.sentence, self.feast]
        with suppress(Refused, IndexError):
            self.dice.choice(acts)()
            self.done += 1

    def one(self) -> Stay:
        return Stay.objects.select_related("person").get(pk=self.dice.choice(self.stays).pk)

    def some_day(self) -> dt.date:
        return dt.date(2024, 7, 1) + dt.timedelta(self.dice.randrange(900))

    def said(self) -> dict[str, Any]:
        return {"actor": self.clerk, "why": WHY, "today": self.day}

    def values(self, model: type) -> dict[str, Any]:
        day, choice = self.some_day(), self.dice.choice
        return {
            Remission: {"kind": choice(["general", "religious"]), "granted_on": day, "months": 1},
            Absence: {"from_day": day, "until": day + dt.timedelta(days=9), "reason": "hospital_suspension"},
            ConductReport: {"month": day.replace(day=1), "rating": choice(["good", "poor"])},
            Discipline: {"on": day, "level": "heavy", "rights_lost_until": day + dt.timedelta(days=90)},
            RiskAssessment: {"on": day, "level": choice(["low", "high"])},
            Programme: {"from_day": day},
            Certificate: {"kind": "pledge", "detail": choice(["loyalty", "no_repeat"]), "on": day},
            Detention: {"start": day, "end": day + dt.timedelta(days=20), "place": "city", "authority": "court"},
            Verdict: {"case_number": f"{self.dice.randrange(999)}/Pid.B/2025/PN Cth", "final_on": day},
        }[model]

    def add(self) -> None:
        model = self.dice.choice(
            [Remission, Absence, ConductReport, Discipline, RiskAssessment, Programme, Certificate]
        )
        add(model, self.one(), self.values(model), **self.said())

    def change(self) -> None:
        model = self.dice.choice([Remission, Absence, Discipline, Programme, Certificate, ConductReport])
        row = self.dice.choice(list(model.objects.filter(stay__in=self.stays)))
        change(row, self.values(model), expected_version=row.version, **self.said())

    def remove(self) -> None:
        model = self.dice.choice([Remission, Absence, Discipline, Programme, Certificate, Verdict])
        row = self.dice.choice(list(model.objects.filter(stay__in=self.stays)))
        remove(row, expected_version=row.version, **self.said())

    def person(self) -> None:
        person = self.one().person
        values = {
            "birth_date": dt.date(1950 + self.dice.randrange(40), 1, 1),
            "religion": self.dice.choice(["islam", ""]),
        }
        change(person, values, expected_version=person.version, **self.said())

    def stay(self) -> None:
        stay = self.one()
        if self.dice.random() < 0.7:
            confirm_lists(stay, ["pledge", "absences"], expected_version=stay.version, **self.said())
        elif stay.released_on is None:
            release(stay, self.day, "parole", expected_version=stay.version, **self.said())

    def sentence(self) -> None:
        stay = self.one()
        if self.dice.random() < 0.3:
            verdict = add(Verdict, stay, self.values(Verdict), **self.said())
            add(Sentence, stay, {"verdict": verdict, "kind": "prison", "months": 8}, **self.said())
        else:
            row = self.dice.choice(list(Sentence.objects.filter(verdict__stay=stay)))
            values = {"years": 1 + self.dice.randrange(4), "fine_rp": 1_000_000, "substitute_months": 2}
            change(row, values, expected_version=row.version, **self.said())

    def feast(self) -> None:
        table = dt.date(2027, 3, 10)
        day = table + dt.timedelta(days=self.dice.randrange(-2, 3))
        feasts.move_feast("islam", table, day, source="Isbat", actor=self.clerk, now=self.clock.look())


def _kept(stay: Stay) -> Any:
    return _present(Standing.objects.get(stay=stay))


@pytest.mark.parametrize("seed", range(3))
def test_every_past_day_is_answered_as_it_was(seed: int, monkeypatch) -> None:
    prison = Prison(seed, Clock(monkeypatch, TODAY))
    prison.live(16)
    assert prison.done > 4
    assert StandingChange.objects.count() > 3
    prison.clock.set(prison.day + dt.timedelta(days=1))
    for day, evening in prison.evenings.items():
        for stay in prison.stays:
            then = evening[stay.pk]
            again = assess_as_known(stay, day)
            assert again is not None
            stored = stored_before(stay, again.known.moment)
            assert stored is not None
            assert (stored.dates, stored.rights) == (then.dates, then.rights), day
            assert (stored.known_from, stored.law_version) == (then.known_from, then.law_version)
            assert (again.equal, again.differs, again.unrecorded) == (True, [], []), day
            assert again.known.facts(day) | {"as_of": ""} == again.facts | {"as_of": ""}


def test_the_chain_has_no_gap(monkeypatch) -> None:
    prison = Prison(9, Clock(monkeypatch, TODAY))
    prison.live(16)
    for stay in prison.stays:
        newest = Standing.objects.get(stay=stay)
        since = newest.known_from
        for line in StandingChange.objects.filter(stay=stay):
            assert line.at == since
            since = line.known_from


@pytest.fixture
def corrected(monkeypatch) -> Stay:
    """A remission is entered on 2 June, corrected on the 4th, taken out on the 6th."""
    clock = Clock(monkeypatch, TODAY)
    where = facility()
    stay, clerk = convict(where), officer(where)
    assess_stays([stay], TODAY)
    said = {"actor": clerk, "why": WHY, "today": TODAY}
    clock.set(TODAY + dt.timedelta(days=1))
    row = add(Remission, stay, {"kind": "general", "granted_on": dt.date(2025, 8, 17), "months": 2}, **said)
    clock.set(TODAY + dt.timedelta(days=3))
    row = change(row, {"months": 3}, expected_version=1, **said)
    clock.set(TODAY + dt.timedelta(days=5))
    remove(row, expected_version=2, **said)
    clock.set(TODAY + dt.timedelta(days=7))
    return stay


@pytest.mark.parametrize(
    ("days", "expiry"), [(0, "2027-06-10"), (1, "2027-04-11"), (2, "2027-04-11"), (3, "2027-03-12"), (5, "2027-06-10")]
)
def test_corrections_and_removals_are_undone(corrected: Stay, days: int, expiry: str) -> None:
    told = asked(corrected, TODAY + dt.timedelta(days=days))
    assert told["assessment"]["timeline"]["expiry"] == expiry
    assert told["stored"]["dates"]["expiry"] == expiry
    assert (told["equal"], told["differs"]) == (True, [])
    assert told["law"] == {"then": LAW_VERSION, "now": LAW_VERSION, "same": True, "changed_rules": []}


def asked(stay: Stay, day: dt.date, *more: str) -> dict[str, Any]:
    return json.loads(said(stay, day, "--json", *more))


def said(stay: Stay, day: dt.date, *more: str) -> str:
    out = io.StringIO()
    call_command("assess-as-known", "--as-known-on", day.isoformat(), "--stay", str(stay.uid), *more, stdout=out)
    return out.getvalue()


def test_another_day_can_be_asked_by_what_was_known(corrected: Stay) -> None:
    told = asked(corrected, TODAY + dt.timedelta(days=1), "--as-of", "2027-01-01")
    assert (told["as_of"], told["assessment"]["as_of"]) == ("2027-01-01", "2027-01-01")
    assert told["equal"] is True  # compared on the day for which the stored one was made
    assert told["facts"]["remissions"][0]["term"]["months"] == 2


def test_by_register_number_and_in_words(corrected: Stay, capsys) -> None:
    out = io.StringIO()
    number = corrected.register_number
    call_command("assess-as-known", "--as-known-on", TODAY.isoformat(), "--register", number, stdout=out)
    assert "As of 2026-06-01 it is equal to the assessment kept at that time" in out.getvalue()
    assert "The law of that time is the present one" in out.getvalue()
    assert "Lembar hitung" in capsys.readouterr().out


def test_a_law_that_has_changed_since_is_said(corrected: Stay) -> None:
    rules = dict(LawSeen.objects.get().rules) | {"right.parole.2022-08-03": "other"}
    LawSeen.objects.create(version="older", first_used_at=now(dt.date(2026, 1, 1)), rules=rules)
    StandingChange.objects.update(law_version="older", new_law_version="older")
    day = TODAY + dt.timedelta(days=1)
    told = asked(corrected, day)
    assert told["law"] == {
        "then": "older",
        "now": LAW_VERSION,
        "same": False,
        "changed_rules": ["right.parole.2022-08-03"],
    }
    assert told["equal"] is None
    words = said(corrected, day)
    assert "The law has changed since: version older was used then" in words
    assert "right.parole.2022-08-03" in words
    assert "Not compared" in words


def test_an_answer_that_was_tampered_with_is_not_called_equal(corrected: Stay) -> None:
    Standing.objects.filter(stay=corrected).update(half=dt.date(2025, 1, 1))
    with pytest.raises(CommandError, match="differs from what was kept: half") as refused:
        said(corrected, TODAY + dt.timedelta(days=6))
    assert refused.value.returncode == 1


def test_rows_that_no_history_knows_are_named(corrected: Stay) -> None:
    (row,) = RiskAssessment.objects.bulk_create([RiskAssessment(stay=corrected, on=TODAY, level="low")])
    again = assess_as_known(corrected, TODAY)
    assert again is not None
    assert again.unrecorded == [f"riskassessment:{row.pk}"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--as-known-on", "2026-06-01", "--register", "X"), "no such stay"),
        (("--as-known-on", "June", "--register", "X"), "--as-known-on: a date"),
        (("--as-known-on", "2099-01-01", "--register", "X"), "has not come yet"),
        (("--as-known-on", "2026-06-01", "--stay", "X"), "--stay: a UID"),
    ],
)
def test_what_cannot_be_answered_is_said(corrected: Stay, arguments: tuple[str, ...], words: str) -> None:
    with pytest.raises(CommandError, match=words) as refused:
        call_command("assess-as-known", *arguments)
    assert refused.value.returncode == 2


def test_before_the_register_knew_the_stay(corrected: Stay) -> None:
    with pytest.raises(CommandError, match="did not know this stay"):
        said(corrected, TODAY - dt.timedelta(days=400))


def test_a_number_that_two_facilities_use_needs_the_code(corrected: Stay) -> None:
    other = convict(facility("Lapas Lain"))
    Stay.objects.filter(pk=other.pk).update(register_number=corrected.register_number)
    arguments = ("assess-as-known", "--as-known-on", TODAY.isoformat(), "--register", corrected.register_number)
    with pytest.raises(CommandError, match="--facility CODE"):
        call_command(*arguments)


def test_an_answer_made_for_a_later_day_is_compared_on_that_day(corrected: Stay) -> None:
    """A head asks tonight for the night of the grant day: what is kept is of that day."""
    assess_facility(corrected.facility, dt.date(2026, 8, 18))
    told = asked(corrected, TODAY + dt.timedelta(days=7))
    assert (told["as_of"], told["stored"]["as_of"], told["equal"]) == ("2026-06-08", "2026-08-18", True)
    assert (told["assessment"]["as_of"], told["compared_on"]) == ("2026-06-08", "2026-08-18")


def test_before_assessments_were_kept_nothing_is_compared(corrected: Stay) -> None:
    StandingChange.objects.all().delete()
    Standing.objects.update(known_from=None)
    told = asked(corrected, TODAY)
    assert (told["stored"], told["equal"]) == (None, None)
