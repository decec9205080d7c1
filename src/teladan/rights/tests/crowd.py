"""Many people at once, written in bulk: for the remission day, the kill test and the counts of queries."""

import datetime as dt
import random

from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import (
    ConductReport,
    Detention,
    Discipline,
    Facility,
    Person,
    Programme,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)

OFFENCES = ("theft", "assault", "sexual", "narcotics", "corruption", "other")
FAITHS = ("protestant", "catholic", "catholic", "islam", "hindu")


def crowd(where: Facility, size: int, on: dt.date, seed: int = 1) -> list[Stay]:
    """Return stays of people with different terms; about one in ten has an entry in Register F or missing facts."""
    dice = random.Random(seed)  # noqa: S311 - the same people every time
    people = Person.objects.bulk_create(
        Person(
            facility=where,
            name=f"Orang {n}",
            birth_date=dt.date(1960 + n % 40, 1, 1),
            sex="male",
            religion=dice.choice(FAITHS),
        )
        for n in range(size)
    )
    starts = [on - dt.timedelta(days=dice.randrange(30, 1500)) for _ in people]
    stays = Stay.objects.bulk_create(
        Stay(
            person=person,
            facility=where,
            status="convict",
            register_number=f"B.I {n}",
            admitted_on=start,
            known_lists=list(FACT_LISTS) if n % 10 else [],
        )
        for n, (person, start) in enumerate(zip(people, starts, strict=True))
    )
    pairs = list(zip(stays, starts, strict=True))
    Detention.objects.bulk_create(Detention(stay=stay, start=start, authority="police") for stay, start in pairs)
    verdicts = Verdict.objects.bulk_create(
        Verdict(
            stay=stay,
            case_number=f"{n}/Pid.B/2024/PN Cth",
            verdict_date=start + dt.timedelta(days=20),
            final_on=start + dt.timedelta(days=27),
            offence=dice.choice(OFFENCES),
        )
        for n, (stay, start) in enumerate(pairs)
    )
    Sentence.objects.bulk_create(
        Sentence(
            verdict=verdict,
            kind="prison",
            years=dice.randrange(1, 9),
            months=dice.randrange(12),
            fine_rp=100_000_000 if verdict.offence == "narcotics" else None,
            substitute_kind="confinement" if verdict.offence == "narcotics" else "",
            substitute_months=3 if verdict.offence == "narcotics" else 0,
        )
        for verdict in verdicts
    )
    month = on.replace(day=1)
    ConductReport.objects.bulk_create(ConductReport(stay=stay, month=month, rating="good") for stay in stays)
    Programme.objects.bulk_create(Programme(stay=stay, from_day=start) for stay, start in pairs)
    RiskAssessment.objects.bulk_create(RiskAssessment(stay=stay, on=start, level="low") for stay, start in pairs)
    Discipline.objects.bulk_create(
        Discipline(stay=stay, on=on - dt.timedelta(days=60), level="heavy") for stay in stays[5::10]
    )
    return stays
