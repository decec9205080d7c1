"""Whatever happens in whatever order: never two cases, one open step each, clocks that only go forward."""

import datetime as dt
import random
from contextlib import suppress

import pytest

from teladan.ledger.queries import verify
from teladan.people.models import Discipline, Remission, Sentence, Stay
from teladan.people.services import add, change
from teladan.rights.day import judged_on
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, Step
from teladan.rights.services import assess_facility, decide, open_due_cases
from teladan.rights.tests.walking import finish, hear, open_step
from teladan.rights.tests.world import TODAY, convict, facility, now, officer, team

pytestmark = pytest.mark.django_db


class Life:
    """A prison in which one random thing happens a day."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - the same life every time
        self.day = TODAY
        self.where = facility(f"Lapas {seed}")
        team(self.where, 3)
        self.clerk = officer(self.where)
        self.stays = [
            convict(self.where, years=self.dice.randrange(1, 4), months=self.dice.randrange(12)) for _ in range(3)
        ]
        self.hearings = 0

    def happen(self) -> None:
        self.day += dt.timedelta(days=self.dice.randrange(1, 9))
        with judged_on(self.day):
            self.dice.choice([self.nightly, self.work, self.work, self.work, self.term, self.violation, self.grant])()

    def nightly(self) -> None:
        assess_facility(self.where, self.day)
        open_due_cases(self.where, self.day, now=now(self.day))

    def work(self) -> None:
        cases = Case.objects.filter(state__in=["open", "granted"], steps__state="open").order_by("pk")
        if not cases:
            return self.nightly()
        case = self.dice.choice(list(cases))
        step = open_step(case)
        if step.kind == "complete_facts":
            return None
        if step.kind == "hearing":
            self.hearings += 1
            hear(case, self.clerk, number=f"TPP-{self.hearings}", day=self.day)
        elif step.kind == "decision":
            self.decide(case)
        else:
            finish(
                case, self.clerk, self.dice.choice(["", "correction"]) if "directorate" in step.kind else "", self.day
            )
        return None

    def decide(self, case: Case) -> None:
        outcome = self.dice.choice(["granted", "refused"])
        decide(
            case,
            outcome=outcome,
            number="K-1",
            on=self.day,
            criterion="judgment_final" if outcome == "refused" else "",
            actor=self.clerk,
            expected_version=case.version,
            now=now(self.day),
        )

    def term(self) -> None:
        sentence = Sentence.objects.filter(verdict__stay=self.one()).get()
        values = {"years": self.dice.randrange(1, 4), "months": self.dice.randrange(12)}
        change(sentence, values, expected_version=sentence.version, actor=self.clerk, why="Koreksi", today=self.day)

    def violation(self) -> None:
        values = {"on": self.day, "level": "heavy"}
        add(Discipline, self.one(), values, actor=self.clerk, why="Register F", today=self.day)

    def grant(self) -> None:
        stay = self.one()
        if not Remission.objects.filter(stay=stay, kind="general").exists() and stay.released_on is None:
            values = {"kind": "general", "granted_on": dt.date(2025, 8, 17), "months": 1}
            add(Remission, stay, values, actor=self.clerk, why="Susulan", today=self.day)

    def one(self) -> Stay:
        return Stay.objects.get(pk=self.dice.choice(self.stays).pk)


@pytest.mark.parametrize("seed", range(4))
def test_invariants_hold_after_every_event(seed: int) -> None:
    life = Life(seed)
    life.nightly()
    for _ in range(25):
        with suppress(RightsError):  # refused: nothing may be left behind
            life.happen()
        for case in Case.objects.all():
            steps = list(case.steps.all())
            opened = [step for step in steps if step.state == Step.State.OPEN]
            handover = case.state == "granted" and [step.kind for step in opened] == ["handover"]
            assert len(opened) == (1 if case.state == "open" or handover else 0), (case.right, case.state)
            _clocks_go_forward(steps)
    keys = Case.objects.values_list("stay", "right", "occurrence")
    assert len(set(keys)) == len(keys) > 0
    assert verify(life.where) == []


def _clocks_go_forward(steps: list[Step]) -> None:
    begun = [step.opened_on for step in steps if step.opened_on and step.state != Step.State.SKIPPED]
    assert begun == sorted(begun)
    for step in steps:
        assert step.due_on is None or step.due_on >= step.opened_on
        assert step.state != Step.State.WAITING or step.opened_on is None
