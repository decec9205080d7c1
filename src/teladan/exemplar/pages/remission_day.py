"""The demo's remission day of 17 August 2025: who would be granted what, and why the others are not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from teladan.exemplar.demo import population
from teladan.exemplar.demo.facts import facts
from teladan.exemplar.demo.judge import Answer, by_law
from teladan.exemplar.pages import published
from teladan.law.facts import parse
from teladan.law.terms import months_and_days

DAY = date(2025, 8, 17)
NATAL = date(2024, 12, 25)
WAITING = {"grant_day_reached"}  # says only that no grant day came; the other criteria say why


@dataclass(frozen=True)
class RemissionDay:
    """The answers of the law on the day, one a person, in the order of the people."""

    general: tuple[Answer, ...]
    decade: tuple[Answer, ...]

    def by_months(self) -> Counter[int]:
        """Return how many are granted so many months."""
        return Counter(months_and_days(answer.days or 0)[0] for answer in self.general if answer.status == "eligible")

    def granted(self, right: Sequence[Answer]) -> int:
        """Return how many are granted a right."""
        return sum(answer.status == "eligible" for answer in right)

    def reasons(self) -> list[tuple[str, int, int, int]]:
        """Return each criterion with the people it is not met, not known, and the only hindrance for."""
        failed = Counter(name for answer in self.general for name in answer.failed)
        unknown = Counter(name for answer in self.general for name in answer.unknown if answer.status != "eligible")
        alone = Counter(names.pop() for names in map(_hindrances, self.general) if len(names) == 1)
        found = sorted(
            (set(failed) | set(unknown)) - WAITING,
            key=lambda name: (-failed[name] - unknown[name], -failed[name], name),
        )
        return [(name, failed[name], unknown[name], alone[name]) for name in found]

    def granted_without(self, criteria: Iterable[str]) -> int:
        """Return how many would be granted if these criteria were met by everybody, all else being as it is."""
        return sum(_hindrances(answer) <= set(criteria) for answer in self.general)


def _hindrances(answer: Answer) -> set[str]:
    return set() if answer.status == "eligible" else {*answer.failed, *answer.unknown} - WAITING


def hold(*, complete: bool, day: date = DAY) -> RemissionDay:
    """Generate the people inside on a day and ask the law; `complete` leaves no gap in what is known."""
    make = population.complete if complete else population.generate
    people = make(published.INSIDE, day, population.SEED, by_law)
    judged = by_law([parse(facts(record)) for record in people], day)
    return RemissionDay(
        tuple(row.right("general_remission") for row in judged),
        tuple(row.right("decade_remission") for row in judged),
    )


def natal_grants() -> tuple[int, int]:
    """Return how many of the people inside at Natal 2024 are Christians, and how many of them are granted remission."""
    people = population.complete(published.INSIDE, NATAL, population.SEED, by_law)
    christians = [record for record in people if record.religion in {"protestant", "catholic"}]
    judged = by_law([parse(facts(record)) for record in christians], NATAL)
    return len(christians), sum(row.right("religious_remission").status == "eligible" for row in judged)
