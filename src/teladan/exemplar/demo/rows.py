"""A record as rows of the register, not saved yet."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from teladan.exemplar.demo.record import Judgment, Record
from teladan.law.terms import months_and_days
from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Facility,
    Movement,
    Officer,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    StayStatus,
    Verdict,
)

# In this order: a row comes after what it belongs to.
MODELS = (
    Person,
    Stay,
    Detention,
    Verdict,
    Sentence,
    Remission,
    ConductReport,
    Discipline,
    RiskAssessment,
    Programme,
    Absence,
    Certificate,
    Movement,
)
# Named in the published accounts of the prison (training of 2020 and 2025, workshop).
PROGRAMMES = ("Mebel", "Irigasi tetes", "Hidroponik", "Las", "Pangkas rambut", "Batako")


@dataclass
class Register:
    """Rows by model, filled one record at a time; numbers each register class as a clerk would."""

    facility: Facility
    case_officers: list[Officer]
    rows: dict[type, list[Any]] = field(default_factory=lambda: {model: [] for model in MODELS})
    numbers: Counter[tuple[str, int]] = field(default_factory=Counter)

    def add(self, record: Record, register_class: str) -> None:
        """Add everything known of one record."""
        person = _person(record, self.facility)
        stay = self._stay(record, person, register_class)
        self._keep(person, stay)
        self._keep(*(Detention(stay=stay, **vars(order)) for order in record.detention))
        for place, judgment in enumerate(record.judgments, start=1):
            verdict = _verdict(judgment, stay, record.unknown)
            self._keep(verdict, _sentence(judgment, verdict, place, record.unknown))
        self._keep(*_grants(record, stay), *_life(record, stay), *_certificates(record, stay), _admission(record, stay))

    def _keep(self, *rows: Any) -> None:
        for row in rows:
            self.rows[type(row)].append(row)

    def _stay(self, record: Record, person: Person, register_class: str) -> Stay:
        return Stay(
            person=person,
            facility=self.facility,
            status=StayStatus.CONVICT if register_class.startswith("B") else StayStatus.DETAINEE,
            register_number=self._number(register_class, record.admitted_on.year),
            register_class=register_class,
            admitted_on=record.admitted_on,
            room=record.room,
            case_officer=self.case_officers[record.slot % len(self.case_officers)],
            known_lists=[name for name in FACT_LISTS if name not in record.unknown],
        )

    def _number(self, register_class: str, year: int) -> str:
        self.numbers[register_class, year] += 1
        return f"{register_class or '-'} {self.numbers[register_class, year]:04d}/{year}"


def _person(record: Record, facility: Facility) -> Person:
    return Person(
        facility=facility,
        name=record.name,
        birth_date=None if "birth_date" in record.unknown else record.birth_date,
        birth_place=record.birth_place,
        sex="male",
        religion=record.religion,
        nationality=record.nationality,
        address=record.birth_place,
        education=record.education,
        occupation=record.occupation,
    )


def _verdict(judgment: Judgment, stay: Stay, unknown: set[str]) -> Verdict:
    hidden = "final" in unknown
    return Verdict(
        stay=stay,
        case_number=judgment.case_number,
        court=judgment.court,
        verdict_date=judgment.verdict_date,
        final_on=None if hidden else judgment.final_on,
        is_final_known=not hidden,
        offence=judgment.offence,
        articles=judgment.articles,
    )


def _sentence(judgment: Judgment, verdict: Verdict, place: int, unknown: set[str]) -> Sentence:
    row = Sentence(verdict=verdict, order=place, kind=judgment.kind)
    row.years, row.months, row.days = judgment.term
    if judgment.fine:
        row.fine_rp, row.fine_paid_rp = judgment.fine.amount_rp, judgment.fine.paid_rp
        row.substitute_kind = judgment.fine.kind
        row.substitute_years, row.substitute_months, row.substitute_days = judgment.fine.substitute
    row.restitution_known = "restitution" not in unknown
    if judgment.restitution and row.restitution_known:
        row.restitution_rp, row.restitution_paid_rp = judgment.restitution.amount_rp, judgment.restitution.paid_rp
        row.restitution_years, row.restitution_months, row.restitution_days = judgment.restitution.substitute
    return row


def _grants(record: Record, stay: Stay) -> list[Remission]:
    return [
        Remission(
            stay=stay,
            kind=grant.kind,
            granted_on=grant.on,
            months=months,
            days=days,
            late_for=grant.late_for,
            decree_number=f"CONTOH/{grant.kind}/{grant.on.year}",
        )
        for grant in record.grants
        for months, days in (months_and_days(grant.days),)
    ]


def _life(record: Record, stay: Stay) -> list[Any]:
    kept: list[Any] = [ConductReport(stay=stay, month=month, rating=rating) for month, rating in record.conduct]
    kept += [Discipline(stay=stay, on=on, level=level, event="Pelanggaran (contoh)") for on, level in record.discipline]
    kept += [RiskAssessment(stay=stay, on=on, level=level) for on, level in record.risk]
    kept += [Absence(stay=stay, from_day=start, until=end, reason=why) for start, end, why in record.absences]
    name = PROGRAMMES[record.slot % len(PROGRAMMES)]
    kept += [Programme(stay=stay, name=name, from_day=start, until=end) for start, end in record.programme]
    return kept


def _certificates(record: Record, stay: Stay) -> list[Certificate]:
    letters = [("merit", kind, on) for on, kind in record.merits]
    letters += [("cooperation", "", record.cooperation)] if record.cooperation else []
    letters += [("illness", "", record.illness)] if record.illness and "illness" not in record.unknown else []
    return [Certificate(stay=stay, kind=kind, detail=detail, on=on) for kind, detail, on in letters]


def _admission(record: Record, stay: Stay) -> Movement:
    at = timezone.make_aware(dt.datetime.combine(record.admitted_on, dt.time(9)))
    return Movement(stay=stay, at=at, kind=Movement.Kind.ADMISSION, room=record.room)
