"""A twelfth of the sentence is at least a day: less is no remission."""

from teladan.law.criterion import Answer, Case, Value, decide


def check(case: Case) -> Answer:
    """Keppres 120/1955: a twelfth; what becomes of a part of a day was not read (U4)."""
    merged = case.s.merged
    least = case.rule["part_of_term"]
    return Answer(decide(merged.total >= least, merged.has_term), Value("days", least), Value("days", merged.total))
