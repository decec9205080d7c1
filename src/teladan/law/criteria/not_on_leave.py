"""The person is not on leave before release."""

from teladan.law.codes import LEAVES
from teladan.law.criterion import Answer, Case, Value, decide

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """Keppres 174/1999 art 12(c)."""
    kind, since = case.s.single("leave_kind"), case.s.single("leave_from")
    away = (kind == LEAVES.index("pre_release_leave")) & (since <= case.s.as_of)
    return Answer(decide(~away, known=True), None, Value("date", since))
