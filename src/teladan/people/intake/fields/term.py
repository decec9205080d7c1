"""The principal term: what the verdict imposes, not what stands in for a fine."""

from teladan.people.intake.fields.sentence import Part
from teladan.people.intake.reading import NONE, UNSURE, Answer

NO_TERM = {"life", "death", "fine_only", "acquitted", "discharged", "measure"}


def read_term(parts: list[Part], outcome: str | None) -> Answer:
    """Return the one term imposed; unsure when figure and word disagree, when several differ, or when none is read."""
    if outcome in NO_TERM:
        return NONE
    terms = [part.length for part in parts if part.role == "term"]
    if not terms or any(term.parts is None for term in terms):
        return UNSURE
    first = terms[0]
    if any(term.parts != first.parts for term in terms) or not any((first.parts or {}).values()):
        return UNSURE
    return Answer(first.parts, (first.begin, first.end))
