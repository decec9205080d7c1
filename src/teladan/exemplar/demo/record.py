"""One made-up person as plain data. Lengths are (years, months, days); money is rupiah."""

from dataclasses import dataclass, field
from datetime import date

Length = tuple[int, int, int]


@dataclass
class Order:
    """A detention order; both days are days in custody, `end` None is still held."""

    start: date
    end: date | None
    authority: str = ""
    place: str = "prison"


@dataclass
class Debt:
    """A fine or restitution with the term that stands in for it."""

    amount_rp: int
    substitute: Length
    kind: str
    paid_rp: int


@dataclass
class Judgment:
    """One verdict with its one punishment."""

    case_number: str
    court: str
    category: str
    offence: str
    articles: list[str]
    verdict_date: date
    final_on: date | None
    kind: str
    term: Length
    fine: Debt | None = None
    restitution: Debt | None = None


@dataclass
class Grant:
    """A remission; `days` of a 30-day month."""

    kind: str
    on: date
    days: int
    late_for: str = ""


@dataclass
class Record:
    """A person and a stay. `unknown` names the facts nobody has entered or checked."""

    slot: int
    arrested: date
    birth_date: date
    religion: str
    nationality: str
    judgments: list[Judgment]
    detention: list[Order]
    admitted_on: date
    absences: list[tuple[date, date, str]] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    conduct: list[tuple[date, str]] = field(default_factory=list)
    discipline: list[tuple[date, str]] = field(default_factory=list)
    risk: list[tuple[date, str]] = field(default_factory=list)
    programme: list[tuple[date, date | None]] = field(default_factory=list)
    merits: list[tuple[date, str]] = field(default_factory=list)
    illness: date | None = None
    cooperation: date | None = None
    takes_leave: bool = False
    leave_delay: int = 0
    left_on: date | None = None
    unknown: set[str] = field(default_factory=set)
    name: str = ""
    birth_place: str = ""
    education: str = ""
    occupation: str = ""
    room: str = ""
    category: str = ""

    def age_on(self, day: date) -> int:
        """Return whole years of age on a day."""
        had = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (not had)
