"""What a step file may say. Everything else in it is an error."""

from collections.abc import Mapping
from dataclasses import dataclass

OFFICES = {
    "registrar",
    "case_officer",
    "probation_office",
    "hearing_team",
    "head",
    "regional_office",
    "directorate",
}
DAY_KINDS = {"working", "calendar", "unknown"}
CONFIDENCES = {"A", "B", "C"}
ANCHORS = {"half", "right_date"}
CIRCUMSTANCES = {"corruption", "terrorism", "foreigner", "fine", "illness"}

Text = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Law:
    """Where a limit or a list of documents is written; `article` may be empty when it could not be read."""

    regulation: str
    article: str
    confidence: str
    note: Text


@dataclass(frozen=True, slots=True)
class Document:
    """One line of a checklist; `when` names the circumstance in which it is needed, None: always."""

    code: str
    text: Text
    confidence: str
    when: str | None
    register_kind: str | None


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One step as the file says it. `limit_days` None and `by` None: no limit is known."""

    kind: str
    office: str
    text: Text
    law: Law
    limit_days: int | None = None
    child_limit_days: int | None = None
    day_kind: str = "unknown"
    by: str | None = None
    documents: tuple[Document, ...] = ()
    documents_law: Law | None = None
    correction: "StepSpec | None" = None

    def days_for(self, *, child: bool) -> int | None:
        """Return the limit in days for an adult or a child, None when none is known."""
        return self.child_limit_days if child and self.child_limit_days is not None else self.limit_days
