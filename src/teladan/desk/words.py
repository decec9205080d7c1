"""Plain words for the codes of the law and the register: those of every face, and those that only the staff reads."""

from teladan.faces.words import (
    CONFIDENCE,
    DATE_NAMES,
    RIGHT_NAMES,
    SHORT_STATUSES,
    STATUSES,
    Text,
    citation,
    distance_words,
    length_words,
    right_name,
    said,
    term_words,
)
from teladan.law.criteria import REGISTRY
from teladan.rights.models import Step
from teladan.rights.steps import KINDS

__all__ = [
    "CASE_TAGS",
    "CONFIDENCE",
    "DATE_NAMES",
    "RIGHT_NAMES",
    "SHORT_STATUSES",
    "STATUSES",
    "Text",
    "citation",
    "criterion_title",
    "distance_words",
    "length_words",
    "office_name",
    "right_name",
    "said",
    "step_name",
    "term_words",
]

OFFICES = dict(Step.Office.choices)
CASE_TAGS = {"open": "upcoming", "granted": "eligible", "refused": "blocked", "closed": "closed"}


def criterion_title(code: str) -> str:
    """Return the condition in the law's own words."""
    found = REGISTRY.get(code)
    return said(found.title) if found else code


def step_name(kind: str) -> str:
    """Return what a step of a case is called."""
    return said(KINDS[kind]) if kind in KINDS else kind


def office_name(code: str) -> Text:
    """Return the name of an office that owns steps."""
    return OFFICES.get(code, code)
