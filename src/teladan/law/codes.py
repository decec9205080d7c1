"""The code lists of the facts. A position in a list is the number kept in a column; -1 is "not known"."""

from typing import Final

RELIGIONS: Final = ("islam", "protestant", "catholic", "hindu", "buddhist", "confucian", "belief")
SEXES: Final = ("male", "female")
PLACES: Final = ("prison", "house", "city")
AUTHORITIES: Final = (
    "police",
    "investigator",
    "prosecutor",
    "prosecutor_extension",
    "court",
    "court_extension",
    "high_court",
    "high_court_extension",
    "supreme_court",
    "supreme_court_extension",
)
SENTENCE_KINDS: Final = ("prison", "confinement", "life", "death")
OFFENCES: Final = (
    "narcotics",
    "corruption",
    "terrorism",
    "state_security",
    "human_rights",
    "transnational",
    "sexual",
    "child_protection",
    "murder",
    "robbery",
    "theft",
    "fraud",
    "assault",
    "traffic",
    "other",
)
REMISSION_KINDS: Final = (
    "general",
    "religious",
    "additional_half",
    "additional_third",
    "decade",
    "humanitarian",
    "late",
    "child",
)
LATE_FOR: Final = ("general", "religious")
RATINGS: Final = ("very_good", "good", "fair", "poor")
DISCIPLINE_LEVELS: Final = ("light", "medium", "heavy")
RISK_LEVELS: Final = ("low", "medium", "high")
ABSENCE_REASONS: Final = ("escape", "hospital_suspension", "leave_revoked")
PLEDGE_KINDS: Final = ("loyalty", "no_repeat")
MERITS: Final = ("state_service", "humanity", "blood_donor", "justice_collaborator", "helper")
LEAVES: Final = ("pre_release_leave", "parole", "conditional_leave")
REGISTERS: Final = ("A.I", "A.II", "A.III", "A.IV", "A.V", "B.I", "B.IIa", "B.IIb", "B.III")

# What a finding can say, ordered so that the status of a right is the greatest of its findings.
MET, TIME, UNKNOWN, BLOCKED, EXCLUDED = 0, 1, 2, 3, 4
CLOSED: Final = 5
STATUSES: Final = ("eligible", "upcoming", "needs_facts", "blocked", "excluded", "closed")
