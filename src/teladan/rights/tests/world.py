"""People for the tests: written straight into the tables, as a register that has been kept for years."""

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone

from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import (
    ConductReport,
    Detention,
    Facility,
    Officer,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)
from teladan.people.models.base import Recorded
from teladan.rights.models import TeamMember

NUMBERS = count(1)
TODAY = dt.date(2026, 6, 1)
LAST_MONTH = dt.date(2026, 5, 1)


def now(day: dt.date = TODAY, hour: int = 9) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour)))


def kept(model: type[Recorded], **values: Any) -> Any:
    """Write one row with the reason its history asks for."""
    row = model(**values)
    row._change_reason = "register lama"
    row.save()
    return row


def facility(name: str = "Lapas Contoh") -> Facility:
    return Facility.objects.create(
        name=name, place="Contoh", regional_office="Kanwil Contoh", probation_office="Bapas Contoh"
    )


def officer(where: Facility, role: str = "registrar") -> Officer:
    name = f"{role}{next(NUMBERS)}"
    return Officer.objects.create(username=name, full_name=f"Petugas {role}", facility=where, role=role)


def team(where: Facility, size: int = 5) -> list[TeamMember]:
    made = [
        TeamMember(facility=where, name=f"Anggota {n}", decree_number="SK-1", from_day=dt.date(2020, 1, 1))
        for n in range(size)
    ]
    return TeamMember.objects.bulk_create(made)


def convict(
    where: Facility,
    start: dt.date = dt.date(2024, 6, 10),
    *,
    years: int = 3,
    months: int = 0,
    offence: str = "theft",
    religion: str = "protestant",
    known: bool = True,
    risk: str = "low",
    final: bool = True,
    remissions: tuple[tuple[str, dt.date, int], ...] = (),
) -> Stay:
    """Return a convict with every fact known and in order, unless said otherwise."""
    n = next(NUMBERS)
    person = kept(
        Person,
        facility=where,
        name=f"Orang {n}",
        birth_date=dt.date(1985, 1, 1),
        sex="male",
        religion=religion,
    )
    stay = kept(
        Stay,
        person=person,
        facility=where,
        status="convict",
        register_number=f"B.I {n}/2024",
        admitted_on=start,
        known_lists=list(FACT_LISTS) if known else [],
    )
    kept(Detention, stay=stay, start=start, authority="police")
    verdict = kept(
        Verdict,
        stay=stay,
        case_number=f"{n}/Pid.B/2024/PN Cth",
        verdict_date=start + dt.timedelta(days=90),
        final_on=start + dt.timedelta(days=100) if final else None,
        offence=offence,
    )
    kept(Sentence, verdict=verdict, kind="prison", years=years, months=months)
    if known:
        for month in (dt.date(2025, 7, 1), dt.date(2026, 1, 1), LAST_MONTH):
            kept(ConductReport, stay=stay, month=month, rating="good")
        kept(Programme, stay=stay, from_day=start + dt.timedelta(days=120))
        kept(RiskAssessment, stay=stay, on=start + dt.timedelta(days=130), level=risk)
    for kind, on, days in remissions:
        kept(Remission, stay=stay, kind=kind, granted_on=on, months=days // 30, days=days % 30)
    return stay
