"""What is kept about rights. One noun a file."""

from teladan.rights.models.case import Case, Decision, Step
from teladan.rights.models.confirmation import Confirmation
from teladan.rights.models.feast import FeastCorrection
from teladan.rights.models.hearing import Hearing, HearingItem, HearingMember, TeamMember
from teladan.rights.models.job import Job
from teladan.rights.models.occasion import Occasion
from teladan.rights.models.reform import ReformRun
from teladan.rights.models.revocation import Revocation
from teladan.rights.models.setting import RightsSetting
from teladan.rights.models.standing import RightStanding, Standing
from teladan.rights.models.standing_change import OF_A_RIGHT, Cause, LawSeen, StandingChange

__all__ = [
    "OF_A_RIGHT",
    "Case",
    "Cause",
    "Confirmation",
    "Decision",
    "FeastCorrection",
    "Hearing",
    "HearingItem",
    "HearingMember",
    "Job",
    "LawSeen",
    "Occasion",
    "ReformRun",
    "Revocation",
    "RightStanding",
    "RightsSetting",
    "Standing",
    "StandingChange",
    "Step",
    "TeamMember",
]
