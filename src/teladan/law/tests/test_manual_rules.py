"""The manual as data: nothing of the files is left out, in either language, and a confirmation is of exact words."""

from dataclasses import replace
from datetime import date

import pytest

from teladan.law import conventions, regulations
from teladan.law.criteria import REGISTRY
from teladan.law.manual import books, rules, versions
from teladan.law.manual.books import parts
from teladan.law.manual.dated import digested
from teladan.law.manual.pins import ANSWERS, pins
from teladan.law.manual.saying import table
from teladan.law.rights import RIGHTS

OF_THE_MANUAL = {"feast_days", "estimated", "default", "others"}


def every_citation(found):
    """Every citation below a part of a file."""
    if isinstance(found, list):
        return [cite for each in found for cite in every_citation(each)]
    if not isinstance(found, dict):
        return []
    own = [(found["regulation"], found["article"])] if "regulation" in found else []
    return own + [cite for each in found.values() for cite in every_citation(each)]


FILES = [path.stem for path in regulations.FOLDER.glob("*.toml")]


def test_every_right_criterion_convention_note_step_and_feast_is_a_rule():
    arithmetic = regulations.table("arithmetic")
    expected = {f"right.{name}" for name in RIGHTS} | {f"criterion.{name}" for name in REGISTRY}
    expected |= {f"switch.{name}" for name in conventions.describe()}
    expected |= {f"note.{code}" for code in regulations.table("notes")}
    expected |= {f"step.{name}" for name in arithmetic["steps"]}
    expected |= {f"feast.{entry['name']}" for entry in regulations.table("feasts")["feast"]}
    assert {name for name in rules() if not name.startswith("parameter.")} == expected


def test_every_number_beside_the_rights_is_a_parameter():
    there = {told["at"] for told in table("parameter").values()}
    found = {f"arithmetic.{name}" for name in regulations.table("arithmetic") if name != "steps"}
    found |= {f"served.{name}" for name in regulations.table("served")} | {"home_assimilation"}
    assert there == found


def test_every_dated_version_is_there_with_its_days():
    for kind, found in (("right", RIGHTS), ("criterion", REGISTRY)):
        for name, each in found.items():
            shown = rules()[f"{kind}.{name}"].versions
            assert [version.law for version in shown] == [law.law for law in each.laws]
            assert [version.raw for version in shown] == [law.numbers for law in each.laws]


@pytest.mark.parametrize("file", FILES)
def test_every_citation_of_the_files_is_under_its_regulation(file):
    shown = {(book.name, article) for book in books().values() for article in book.articles}
    for regulation, article in every_citation(regulations.table(file)):
        assert set(parts({"regulation": regulation, "article": article})) <= shown


def test_everything_is_said_in_both_languages():
    for rule in rules().values():
        said = [rule.title, *(text for _, text in rule.texts)]
        said += [text for version in rule.versions for pair in version.sets for text in pair]
        said += [version.unread for version in rule.versions if version.unread]
        assert [text for text in said if not (text["id"] and text["en"])] == [], rule.id


def test_every_number_has_words():
    used = {name for rule in rules().values() for version in rule.versions for name in version.raw}
    assert used - set(table("number")) - {"options", "question"} == set()


def test_no_words_stand_for_numbers_that_are_gone():
    used = {name for rule in rules().values() for version in rule.versions for name in version.raw}
    assert set(table("number")) - used - OF_THE_MANUAL == set()


def test_numbers_are_read_as_numbers_and_codes_as_words():
    said = {what["id"]: value["id"] for what, value in rules()["right.home_assimilation"].versions[0].sets}
    assert said["Tanggal hak paling lambat"] == "31 Desember 2020"
    offences = {w["en"]: v["en"] for w, v in rules()["parameter.home_offences"].versions[0].sets}
    assert offences["Articles left out"].startswith("KUHP 285–290, 339–340, 365; UU 23/2002")
    (adult, *_) = rules()["parameter.served_adult"].versions
    assert [value["id"] for _, value in adult.sets] == ["180", "tidak"]


@pytest.mark.parametrize(
    ("regulation", "article", "expected"),
    [
        ("PP 99/2012", "43", {("PP 99/2012", "43")}),
        ("PP 99/2012; UU 22/2022", "34A; 10", {("PP 99/2012", "34A"), ("UU 22/2022", "10")}),
        ("Permenkumham 3/2018 jo 7/2022", "85", {("Permenkumham 3/2018", "85"), ("Permenkumham 7/2022", "85")}),
        (
            "Permenkumham 32/2020 jo 24/2021, 43/2021",
            "45",
            {("Permenkumham 32/2020", "45"), ("Permenkumham 24/2021", "45"), ("Permenkumham 43/2021", "45")},
        ),
        (
            "Permenkumham M.01.PK.04.10/2007 jo M.HH.01.PK.05.06/2008",
            "8",
            {("Permenkumham M.01.PK.04.10/2007", "8"), ("Permenkumham M.HH.01.PK.05.06/2008", "8")},
        ),
        ("KUHP 2023 jo UU 1/2026", "3(7)", {("KUHP 2023", "3(7)"), ("UU 1/2026", "3(7)")}),
    ],
)
def test_a_citation_of_several_regulations(regulation, article, expected):
    assert set(parts({"regulation": regulation, "article": article})) == expected


def test_a_regulation_says_since_when_it_is_used_here():
    assert books()["pp-99-2012"].first == date(2012, 11, 12)
    assert books()["permenkumham-10-2020"].last == date(2020, 12, 31)
    assert books()["permenkumham-3-2018"].last is None
    assert list(books()["kuhp"].articles)[:2] == ["15", "30, 31"]


def test_the_least_sure_citation_is_the_mark():
    (first, *_) = rules()["right.parole"].versions
    assert [cite["confidence"] for cite in first.law] == ["A", "C"]
    assert first.mark == "C"
    assert rules()["note.future_facts"].versions[0].mark == ""


def test_what_runs_on_a_day():
    running = rules()["right.parole"].on(date(2026, 1, 1))
    assert [version.id for version in running] == ["right.parole.2018-02-15"]
    assert len(rules()["criterion.fine_and_restitution_paid"].on(date(2026, 1, 1))) == 2  # remissions, leaves


CHANGES = [
    lambda rule, one: (replace(rule, title={**rule.title, "id": "lain"}), one),
    lambda rule, one: (replace(rule, texts=(("met", {"id": "lain", "en": "other"}),)), one),
    lambda rule, one: (replace(rule, criteria=("no_escape",)), one),
    lambda rule, one: (rule, replace(one, raw={**one.raw, "window_days": 1})),
    lambda rule, one: (rule, replace(one, last=date(2030, 1, 1))),
    lambda rule, one: (rule, replace(one, unread={"id": "belum", "en": "not"})),
    lambda rule, one: (rule, replace(one, law=({**one.law[0], "confidence": "A"},))),
    lambda rule, one: (rule, replace(one, law=({**one.law[0], "article": "999"},))),
]


@pytest.mark.parametrize("change", CHANGES)
def test_another_word_number_day_or_citation_is_another_digest(change):
    rule = rules()["right.parole"]
    *_, last = rule.versions
    changed, one = change(rule, last)
    (again,) = digested(replace(changed, versions=(one,))).versions
    assert again.digest != last.digest
    assert digested(rule).versions[-1].digest == last.digest


def test_a_change_of_one_version_leaves_the_others():
    rule = rules()["right.parole"]
    first, *others = rule.versions
    again = digested(replace(rule, versions=(replace(first, raw={}), *others))).versions
    assert [a.digest == b.digest for a, b in zip(again, rule.versions, strict=True)] == [False, *[True] * len(others)]


def test_a_pin_is_of_a_version_that_exists():
    assert set(pins()) <= set(versions())
    assert {answer for answers in pins().values() for answer in answers} <= set(ANSWERS)
