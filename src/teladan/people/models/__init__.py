"""What the register keeps. One noun a file."""

from teladan.people.models.conduct import ConductReport, Discipline, Programme, RiskAssessment
from teladan.people.models.custody import Absence, Authority, Detention, Movement, Place
from teladan.people.models.document import Document, IntakeBatch, IntakeProposal
from teladan.people.models.facility import Facility, Officer, Role
from teladan.people.models.grants import Certificate, Remission
from teladan.people.models.officer_change import OfficerChange
from teladan.people.models.person import Person, RegisterClass, Religion, Sex, Stay, StayStatus
from teladan.people.models.verdict import Offence, Sentence, Verdict

__all__ = [
    "Absence",
    "Authority",
    "Certificate",
    "ConductReport",
    "Detention",
    "Discipline",
    "Document",
    "Facility",
    "IntakeBatch",
    "IntakeProposal",
    "Movement",
    "Offence",
    "Officer",
    "OfficerChange",
    "Person",
    "Place",
    "Programme",
    "RegisterClass",
    "Religion",
    "Remission",
    "RiskAssessment",
    "Role",
    "Sentence",
    "Sex",
    "Stay",
    "StayStatus",
    "Verdict",
]
