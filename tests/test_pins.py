"""The manual says which golden cases hold a rule: derived from the cases, never listed by hand."""

import json

import pytest

from teladan.law.manual.pins import FILE, cases_of
from tests import pins


def test_the_kept_list_is_what_the_cases_say():
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    assert kept == pins.derive(), "run python -m tests.pins"


@pytest.mark.parametrize(
    ("version", "answer", "case"),
    [
        ("criterion.no_escape.1999-12-23", "not_met", "absences/escape-359-days-before"),
        ("criterion.no_escape.1999-12-23", "met", "absences/escape-360-days-before"),
    ],
)
def test_a_case_holds_what_it_is_about(version, answer, case):
    assert case in cases_of(version)[answer]


@pytest.mark.parametrize(
    ("code", "codes", "status", "decides"),
    [
        (0, [0, 0, 3], "blocked", False),
        (3, [0, 0, 3], "blocked", True),
        (3, [0, 3, 3], "blocked", False),
        (1, [0, 1, 3], "blocked", False),
        (0, [0, 0, 0], "eligible", True),
        (2, [0, 1, 2], "needs_facts", True),
        (4, [0, 3, 4], "excluded", True),
    ],
)
def test_what_alone_decides_a_status(code, codes, status, decides):
    assert pins._decides(code, codes, status) is decides
