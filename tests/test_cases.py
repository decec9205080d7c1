"""Every golden case through the engine and through the oracle."""

import pytest

from teladan.law.assess import assess
from teladan.law.conventions import choose
from teladan.law.facts import FactsError
from tests import golden
from tests.oracle import assess as oracle_assess

SWITCHES_OF_THE_ORACLE = {"fraction_base"}
READ = golden.every_case()
REFUSED = [name for name, case in READ.items() if "refused" in case["expect"]]
ASSESSED = [name for name in READ if name not in REFUSED]


def test_there_are_cases():
    assert len(READ) > 2000
    assert len(REFUSED) >= 40


@pytest.mark.parametrize("name", ASSESSED)
def test_engine(name):
    case = READ[name]
    found = golden.flat(assess(case["facts"], conventions=choose(**case.get("switches", {}))))
    assert golden.differences(case["expect"], found) == []


@pytest.mark.parametrize("name", ASSESSED)
def test_oracle(name):
    case = READ[name]
    if not set(case.get("switches", {})) <= SWITCHES_OF_THE_ORACLE:
        pytest.skip("the oracle knows only the default of this convention")
    found = golden.flat_oracle(oracle_assess(case["facts"], case.get("switches")))
    assert golden.differences(case["expect"], found) == []


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    case = READ[name]
    with pytest.raises(FactsError) as refused:
        assess(case["facts"])
    assert refused.value.field == case["expect"]["refused"]["field"]
