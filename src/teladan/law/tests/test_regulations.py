"""The regulation files and the code agree; a fault in either stops the program."""

import datetime as dt
import re
import types

import pytest

from teladan.law import LAW_VERSION, regulations
from teladan.law.criteria import CRITERIA, FILES, REGISTRY
from teladan.law.criterion import criterion
from teladan.law.regulations import LawError, in_force, versions
from teladan.law.rights import RIGHTS
from teladan.law.terms import day_of

CITED = {"regulation": "R", "article": "1", "confidence": "B"}
MODULE = types.SimpleNamespace(check=lambda case: case)


def entry(**more):
    words = {"id": "kata", "en": "word"}
    return {"title": words, "met": words, "not_met": words, "rule": [{"from": dt.date(2000, 1, 1), **CITED}], **more}


def test_every_wording_has_code_and_every_code_has_wording():
    worded = {name for file in FILES for name in regulations.table(file)}
    assert worded == set(CRITERIA) == set(REGISTRY)


def test_code_without_wording_is_refused():
    with pytest.raises(LawError, match="has code but no wording"):
        criterion("new", MODULE, None)


@pytest.mark.parametrize("missing", ["title", "met", "not_met"])
def test_half_worded_is_refused(missing):
    with pytest.raises(LawError, match=missing):
        criterion("new", MODULE, entry(**{missing: {"id": "kata"}}))


def test_two_versions_at_once_are_refused():
    rules = [{"from": dt.date(2000, 1, 1), **CITED}, {"from": dt.date(2010, 1, 1), **CITED}]
    with pytest.raises(LawError, match="two versions"):
        versions(rules, "x")


def test_the_end_before_the_start_is_refused():
    with pytest.raises(LawError, match="before it starts"):
        versions([{"from": dt.date(2000, 1, 1), "until": dt.date(1999, 1, 1), **CITED}], "x")


@pytest.mark.parametrize("cite", [{**CITED, "confidence": "D"}, {"regulation": "R", "article": "1"}])
def test_a_rule_without_a_full_citation_is_refused(cite):
    with pytest.raises((LawError, KeyError)):
        versions([{"from": dt.date(2000, 1, 1), **cite}], "x")


def test_a_version_holds_on_its_first_and_last_day():
    dated = versions([{"from": dt.date(2000, 1, 1), "until": dt.date(2000, 1, 31), **CITED}], "x")
    days = [dt.date(1999, 12, 31), dt.date(2000, 1, 1), dt.date(2000, 1, 31), dt.date(2000, 2, 1)]
    assert [in_force(dated, day_of(day)) is not None for day in days] == [False, True, True, False]


def test_both_languages_show_the_same_values():
    for found in REGISTRY.values():
        for name, text in found.wording.items():
            shown = [sorted(re.findall(r"{(\w+)}", text[language])) for language in ("id", "en")]
            assert shown[0] == shown[1], f"{found.name}.{name}"


def test_people_are_called_warga_binaan_and_never_otherwise():
    for path in regulations.FOLDER.glob("*.toml"):
        assert not re.search(r"\b(napi|narapidana|inmate)\b", path.read_text(), re.IGNORECASE), path.name


def test_the_law_version_is_a_hash_of_the_files():
    assert re.fullmatch(r"[0-9a-f]{16}", LAW_VERSION)
    assert regulations.law_version() == LAW_VERSION


def test_the_reason_bits_fit():
    assert len(CRITERIA) <= 64
    assert len(RIGHTS) == 13
