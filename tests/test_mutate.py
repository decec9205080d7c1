"""The mutation driver: it finds what can be changed, changes what runs, and a wrong change is noticed."""

import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from mutation import killers, points, swap  # noqa: E402

from teladan.law import terms  # noqa: E402

TERMS = Path(terms.__file__)


@pytest.fixture
def running():
    """The functions as they run; afterwards as they were."""
    found = swap.Running()
    before = [(one, one.__code__) for group in found.functions.values() for one in group]
    yield found
    for one, code in before:
        one.__code__ = code


def mutant(what):
    return next(each for each in points.mutants(TERMS) if what in each.name)


def test_every_kind_of_place_is_found(tmp_path):
    source = tmp_path / "source.py"
    source.write_text(
        "def f(a, b=1):\n"
        '    "Said."\n'
        "    while not a:\n"
        "        a += max(a, 2) if a < b and a else np.where(a, -1, b)\n"
        "    return 'word'\n",
        encoding="utf-8",
    )
    names = " ".join(each.name for each in points.mutants(source))
    for what in ("While never", "without Not", "Add -> Sub", "max -> min", "another 2", "Lt -> LtE", "And -> Or"):
        assert what in names
    assert "where: the other way round" in names
    assert "another 'word'" in names
    assert "Said" not in names


def test_only_the_code_is_exchanged(running):
    parts = terms.months_and_days
    running.put("teladan.law.terms", mutant("year_of:").tree, "year_of")
    assert terms.months_and_days is parts
    assert terms.year_of(np.array([0])).tolist() != [1970]


def test_a_wrong_change_is_noticed_and_none_is_not(running):
    groups = killers.golden_groups()[:12]
    assert killers.noticed(groups) is None
    running.put("teladan.law.terms", mutant("add_years:").tree, "add_years")
    assert killers.noticed(groups) is not None


def test_a_function_that_is_not_there_is_told(running):
    with pytest.raises(LookupError, match="no function nobody"):
        running.put("teladan.law.terms", mutant("year_of:").tree, "nobody")
