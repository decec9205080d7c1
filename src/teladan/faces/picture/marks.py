"""The dates of one stay as marks on a line: what the picture draws and the table beside it lists."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from teladan.faces import words

COMING = ("eligible", "upcoming")


@dataclass(frozen=True)
class Mark:
    """A day with its name. `kind` is term, right, remission or end; `short` fits beside a dot."""

    day: date
    name: str
    kind: str
    href: str = ""
    note: str = ""
    short: str = ""

    @property
    def label(self) -> str:
        return self.short or self.name


class Dates(Protocol):
    """The dates of a timeline: a `Standing`, or what the calculator found."""

    start: date | None
    one_third: date | None
    half: date | None
    two_thirds: date | None
    expiry_initial: date | None
    expiry: date | None
    release: date | None


class Right(Protocol):
    """A right with its date: a `RightStanding`, or what the calculator found."""

    right: str
    status: str
    date: date | None
    length_days: int | None


class Grant(Protocol):
    """A remission that was granted."""

    granted_on: date
    months: int
    days: int

    def get_kind_display(self) -> str: ...


Address = Callable[[str, str], str]


def collect(dates: Dates, rights: Iterable[Right], remissions: Iterable[Grant], address: Address) -> list[Mark]:
    """Return every date in order of time; dates that are not known are left out, never guessed.

    `address("date", "expiry")` and `address("right", "parole")` say where a mark leads.
    """
    coming = [right for right in rights if right.status in COMING and right.date]
    found = [
        *_term(dates, address),
        *(_remission(row, address) for row in remissions),
        *(_right(right, address) for right in coming),
    ]
    return sorted(found, key=lambda mark: mark.day)


def _term(dates: Dates, address: Address) -> list[Mark]:
    known = (
        ("start", dates.start, _("Mulai dihitung"), "term", _("Mulai")),
        ("one_third", dates.one_third, _("1/3 masa pidana"), "term", "1/3"),
        ("half", dates.half, _("1/2 masa pidana"), "term", "1/2"),
        ("two_thirds", dates.two_thirds, _("2/3 masa pidana"), "term", "2/3"),
        ("expiry", dates.expiry, _("Ekspirasi setelah remisi"), "end", _("Ekspirasi")),
        ("expiry_initial", _other(dates.expiry_initial, dates.expiry), _("Ekspirasi awal"), "term", ""),
        ("release", _other(dates.release, dates.expiry), _("Bebas setelah pengganti denda"), "end", _("Bebas")),
    )
    return [
        Mark(day, name, kind, address("date", code), short=short)
        for code, day, name, kind, short in known
        if day is not None
    ]


def _other(day: date | None, known: date | None) -> date | None:
    """Return the day unless another mark already stands on it."""
    return None if day == known else day


def _remission(row: Grant, address: Address) -> Mark:
    length = words.term_words(0, row.months, row.days)
    return Mark(row.granted_on, row.get_kind_display(), "remission", address("date", "expiry"), length, f"−{length}")


def _right(right: Right, address: Address) -> Mark:
    assert right.date is not None  # noqa: S101 - only dated rights come here
    length = words.length_words(right.length_days)
    return Mark(right.date, str(words.right_name(right.right)), "right", address("right", right.right), length)
