"""Grants."""

import datetime as dt
from collections.abc import Iterator

from teladan.people.checks.days import not_before_custody
from teladan.people.models import Remission
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole

AHEAD = dt.timedelta(days=366)  # decrees are signed before the day they take effect, never more than a year
LATE_FOR = {"general", "religious"}


def remission_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a grant of nothing, outside custody, or a second of its kind in a year (Keppres 174/1999 art 2)."""
    grants = whole.of(Remission)
    for grant in grants:
        yield from _length(grant)
        yield from _late_for(grant)
        yield from not_before_custody(grant, "granted_on", whole)
        yield from _too_far(grant, whole, today)
    yield from _twice_a_year(grants)


def _length(grant: Remission) -> Iterator[Problem]:
    if not grant.months and not grant.days:
        yield problem(
            grant,
            "months",
            "remission_zero",
            "Besar remisi tidak boleh nol. Isi bulan atau hari.",
            "A remission cannot be zero. Give months or days.",
        )


def _late_for(grant: Remission) -> Iterator[Problem]:
    if (grant.kind == Remission.Kind.LATE) != (grant.late_for in LATE_FOR):
        yield problem(
            grant,
            "late_for",
            "late_for",
            "Remisi susulan harus menyebut umum atau khusus; jenis lain tidak.",
            "A late remission says whether it is for the general or the religious one; other kinds do not.",
        )


def _too_far(grant: Remission, whole: Whole, today: dt.date) -> Iterator[Problem]:
    last = min(whole.stay.released_on or dt.date.max, today + AHEAD)
    if grant.granted_on > last:
        yield problem(
            grant,
            "granted_on",
            "after_release" if whole.stay.released_on == last else "in_future",
            "Remisi berlaku {day}, lebih lambat dari {last} yang paling akhir mungkin. Periksa tanggalnya.",
            "The remission takes effect on {day}, later than {last}, the last day possible. Check the date.",
            day=grant.granted_on,
            last=last,
        )


def _twice_a_year(grants: list[Remission]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], Remission] = {}
    for grant in sorted(grants, key=lambda grant: (grant.granted_on, grant.pk or float("inf"))):
        # Several days may be missed while a judgment is not final, so late grants are one a day, not one a year.
        when = grant.granted_on if grant.kind == Remission.Kind.LATE else grant.granted_on.year
        same = (grant.kind, grant.late_for, when)
        if same in seen:
            yield problem(
                grant,
                "granted_on",
                "same_kind_same_year",
                "Remisi jenis ini sudah diberikan pada {earlier}; hanya satu kali setahun.",
                "A remission of this kind was granted on {earlier} already; there is one a year.",
                earlier=seen[same].granted_on,
            )
        seen.setdefault(same, grant)
