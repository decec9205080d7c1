"""The latest monthly report is good or very good."""

import numpy as np

from teladan.law.codes import RATINGS
from teladan.law.criterion import Answer, Case, Value, decide
from teladan.law.terms import FAR, NONE

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """SPPN, PAS-10.OT.02.02/2021: decisive from 2023."""
    report = case.s.report
    worst = RATINGS.index(case.law["worst"])
    there = report.month > -FAR
    code = decide(report.rating <= worst, report.known & there)
    month = np.where(there, report.month, NONE)
    missing = (report.known & ~there).astype(int)
    return Answer(
        code,
        Value("word:rating", worst),
        Value("word:rating", report.rating),
        says={"month": Value("month", month)},
        variant=(("no_report",), missing),
    )
