"""What the register keeps. One noun a file."""

from teladan.people.models.conduct import ConductReport, Discipline, Programme, RiskAssessment
from teladan.people.models.custody import Absence, Detention, Movement
from teladan.people.models.document import Document, IntakeBatch, IntakeProposal
from teladan.people.models.facility import Facility, Officer
from teladan.people.models.grants import Certificate, Remission
from teladan.people.models.person import Person, Stay
from teladan.people.models.verdict import Sentence, Verdict

__all__ = [
    "Absence",
    "Certificate",
    "ConductReport",
    "Detention",
    "Discipline",
    "Document",
    "Facility",
    "IntakeBatch",
    "IntakeProposal",
    "Movement",
    "Officer",
    "Person",
    "Programme",
    "Remission",
    "RiskAssessment",
    "Sentence",
    "Stay",
    "Verdict",
]
