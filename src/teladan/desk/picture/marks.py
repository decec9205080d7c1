"""The dates of one stay as marks on a line: what the picture draws and the table beside it lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from teladan.desk import words
from teladan.people.models import Remission, Stay
from teladan.rights.models import RightStanding, Standing


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


def of_stay(stay: Stay, standing: Standing, remissions: Iterable[Remission]) -> list[Mark]:
    """Return every date of a stay in order of time; dates that are not known are left out, never guessed."""
    rights = [right for right in standing.rights.all() if right.status in ("eligible", "upcoming") and right.date]
    found = [*_term(stay, standing), *_remissions(stay, remissions), *(_right(stay, right) for right in rights)]
    return sorted(found, key=lambda mark: mark.day)


def _address(stay: Stay, name: str, code: str) -> str:
    return reverse(f"desk:person_{name}", args=[stay.person.uid, code])


def _term(stay: Stay, standing: Standing) -> list[Mark]:
    dates = (
        ("start", standing.start, _("Mulai dihitung"), "term", _("Mulai")),
        ("one_third", standing.one_third, _("1/3 masa pidana"), "term", "1/3"),
        ("half", standing.half, _("1/2 masa pidana"), "term", "1/2"),
        ("two_thirds", standing.two_thirds, _("2/3 masa pidana"), "term", "2/3"),
        ("expiry", standing.expiry, _("Ekspirasi setelah remisi"), "end", _("Ekspirasi")),
        (
            "expiry_initial",
            _other(standing.expiry_initial, standing.expiry),
            _("Ekspirasi awal"),
            "term",
            _("Ekspirasi awal"),
        ),
        (
            "release",
            _other(standing.release, standing.expiry),
            _("Bebas setelah pengganti denda"),
            "end",
            pgettext("date", "Bebas"),
        ),
    )
    return [
        Mark(day, name, kind, _address(stay, "date", code), short=short)
        for code, day, name, kind, short in dates
        if day is not None
    ]


def _other(day: date | None, known: date | None) -> date | None:
    """Return the day unless another mark already stands on it."""
    return None if day == known else day


def _remissions(stay: Stay, remissions: Iterable[Remission]) -> list[Mark]:
    address = _address(stay, "date", "expiry")
    return [
        Mark(
            row.granted_on,
            row.get_kind_display(),
            "remission",
            address,
            note=words.term_words(0, row.months, row.days),
            short=f"−{words.term_words(0, row.months, row.days)}",
        )
        for row in remissions
    ]


def _right(stay: Stay, right: RightStanding) -> Mark:
    assert right.date is not None  # noqa: S101
    length = words.length_words(right.length_days)
    return Mark(right.date, str(words.right_name(right.right)), "right", _address(stay, "right", right.right), length)
