"""The step files say only what can be, and never a number without its source."""

import pytest

from teladan.law.rights import NAMES
from teladan.rights.models import Step
from teladan.rights.steps import DOCUMENTS, FLOWS, KINDS, load, results_of, spec, spec_of
from teladan.rights.steps.load import StepFileError, flow_of

GOOD = """rights = ["parole"]
[[step]]
kind = "decision"
office = "directorate"
regulation = "X 1/2020"
article = "1"
note = { id = "a", en = "b" }
confidence = "B"
"""


def test_every_right_of_the_law_has_steps() -> None:
    assert set(FLOWS) == set(NAMES)


def test_offices_are_those_of_the_model() -> None:
    assert set(Step.Office.values) == spec.OFFICES


@pytest.mark.parametrize("right", NAMES)
def test_a_limit_has_its_source(right: str) -> None:
    for step in flow_of(right):
        assert step.law.regulation
        assert step.law.confidence in spec.CONFIDENCES
        assert results_of(step.kind)
        assert step.kind == "decision" or len(step.kind) <= 24
        if step.limit_days is None and step.by is None and step.child_limit_days is None:
            assert "tidak" in step.law.note["id"] or "bergantung" in step.law.note["id"]


def test_every_document_and_kind_is_used() -> None:
    used = {document.code for flow in FLOWS.values() for step in flow for document in step.documents}
    assert used == set(DOCUMENTS)
    kinds = {step.kind for flow in FLOWS.values() for step in flow}
    assert kinds | {"complete_facts", "correction"} == set(KINDS)


def test_correction_of_the_directorate() -> None:
    correction = spec_of("parole", "correction")
    assert (correction.office, correction.limit_days, correction.law.confidence) == ("head", 3, "C")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('kind = "decision"', 'kind = "coffee"', "kind is one of"),
        ('office = "directorate"', 'office = "moon"', "office is one of"),
        ('confidence = "B"', 'confidence = "D"', "'D' is not one of"),
        ('confidence = "B"', 'confidence = "B"\nlimit_days = 0', "whole number of days"),
        ('confidence = "B"', 'confidence = "B"\nlimit_days = 2\nby = "half"', "not both"),
        ('confidence = "B"', 'confidence = "B"\nprice = 1', "does not know"),
        ('en = "b"', 'en = ""', "text: id, en"),
        ('regulation = "X 1/2020"\n', "", "needs"),
        ('kind = "decision"', 'kind = "hearing"', "has a decision"),
    ],
)
def test_a_wrong_file_stops_with_its_name(tmp_path, old: str, new: str, says: str) -> None:
    (tmp_path / "parole.toml").write_text(GOOD.replace(old, new))
    with pytest.raises(StepFileError, match=says) as wrong:
        load.load(tmp_path)
    assert "parole.toml" in str(wrong.value)


def test_the_good_file_is_good(tmp_path) -> None:
    (tmp_path / "parole.toml").write_text(GOOD)
    assert [step.kind for step in load.load(tmp_path)["parole"]] == ["decision"]
