"""Drafts of a law: what is read, what is refused, what a file reads like under one."""

import datetime as dt
import json
import subprocess
import sys
import textwrap

import pytest

from teladan.law import regulations
from teladan.law.reform import ReformError, read, refuse_past
from teladan.law.regulations import LawError

HEAD = """
id = "uji"
from = 2027-03-01
regulation = "Rancangan Uji"
title = { id = "Uji", en = "Trial" }
"""


def draft(change: str):
    return read(HEAD + textwrap.dedent(change))


def refused(text: str) -> str:
    with pytest.raises(ReformError) as wrong:
        read(text)
    assert wrong.value.id
    assert wrong.value.en
    return wrong.value.field


def rules(file: str, name: str, change: str) -> list[dict]:
    return draft(change).changed(file, regulations.table(file))[name]["rule"]


def test_the_present_version_ends_the_day_before_and_the_draft_goes_on():
    made = rules(
        "leaves", "conditional_leave", '[[change]]\nrule = "conditional_leave"\nset = { longest_term_days = 720 }'
    )
    before = regulations.table("leaves")["conditional_leave"]["rule"]
    assert made[:-2] == before[:-1]
    assert made[-2] == {**before[-1], "until": dt.date(2027, 2, 28)}
    assert made[-1]["from"] == dt.date(2027, 3, 1)
    assert made[-1]["longest_term_days"] == 720
    assert made[-1]["longest_days"] == before[-1]["longest_days"]
    assert made[-1]["law"] == [{"regulation": "Rancangan Uji", "article": "-", "confidence": "C"}]
    assert regulations.versions(made, "conditional_leave")


def test_a_right_that_ends_and_a_scheme_that_opens_again_for_a_time():
    ended = rules("remissions", "decade_remission", '[[change]]\nrule = "decade_remission"\nends = true')
    assert ended[-1]["until"] == dt.date(2027, 2, 28)
    change = '[[change]]\nrule = "home_assimilation"\nuntil = 2027-12-31\nset = { cutoff = 2027-12-31 }'
    made = rules("leaves", "home_assimilation", change)
    assert made[:-1] == regulations.table("leaves")["home_assimilation"]["rule"]
    assert (made[-1]["from"], made[-1]["until"]) == (dt.date(2027, 3, 1), dt.date(2027, 12, 31))


def test_the_files_of_this_process_stay_what_they_are():
    before = repr(regulations.table("leaves"))
    rules("leaves", "parole", '[[change]]\nrule = "parole"\nset = { probation_years = 2 }')
    assert repr(regulations.table("leaves")) == before


def test_other_drafts_have_other_digests():
    one, other = (draft(f'[[change]]\nrule = "parole"\nset = {{ probation_years = {n} }}') for n in (2, 3))
    assert one.digest != other.digest


def test_a_switch_counts_from_the_first_day():
    made = draft('[[change]]\nconvention = "rung_after_missed_year"\noption = "same"')
    assert made.conventions == {"rung_after_missed_year": "same"}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "id"),
        ("id = ", ""),
        ("x" * 100_001, ""),
        ("a = " + "[" * 50_000, ""),
        (HEAD, "change"),
        (HEAD + "change = 3", "change"),
        (HEAD.replace("uji", "Uji Coba", 1), "id"),
        (HEAD.replace("2027-03-01", '"besok"'), "from"),
        (HEAD.replace("2027-03-01", "2027-03-01T00:00:00"), "from"),
        (HEAD.replace('en = "Trial"', 'en = ""'), "title"),
        (HEAD.replace("Rancangan Uji", " "), "regulation"),
        (HEAD + "penulis = 1", "penulis"),
    ],
)
def test_what_is_no_draft_names_the_place(text, field):
    assert refused(text) == field


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ("", "change[0]"),
        ('rule = "parole"\nconvention = "leap_day"', "change[0]"),
        ('rule = "parol"', "change[0].rule"),
        ('rule = "parole"\nset = { probation_year = 2 }', "change[0].set.probation_year"),
        ('rule = "parole"\nset = { probation_years = -1 }', "change[0].set.probation_years"),
        ('rule = "parole"\nset = { probation_years = true }', "change[0].set.probation_years"),
        ('rule = "parole"\nset = { probation_years = "satu" }', "change[0].set.probation_years"),
        ('rule = "general_remission"\nset = { later_days = [] }', "change[0].set.later_days"),
        ('rule = "parole"\nset = 3', "change[0].set"),
        ('rule = "parole"\nends = false', "change[0].ends"),
        ('rule = "parole"\nuntil = 2027-02-28', "change[0].until"),
        ('rule = "parole"\narticle = 3', "change[0].article"),
        ('rule = "parole"\nalso_asks = ["parole"]', "change[0].also_asks"),
        ('rule = "fixed_term"\nalso_asks = ["no_escape"]', "change[0].also_asks"),
        ('rule = "parole"\nscope = "leave"', "change[0].scope"),
        ('rule = "parole"\nx = 1', "change[0].x"),
        ('convention = "leap"', "change[0].convention"),
        ('convention = "leap_day"\noption = "x"', "change[0].option"),
    ],
)
def test_a_change_that_does_not_fit_names_the_place(change, field):
    assert refused(f"{HEAD}[[change]]\n{change}") == field


def test_a_draft_that_would_be_law_already_is_refused():
    made = draft('[[change]]\nrule = "decade_remission"\nends = true')
    refuse_past(made, dt.date(2027, 2, 28))
    with pytest.raises(ReformError, match="from"):
        refuse_past(made, dt.date(2027, 3, 1))


def test_a_draft_comes_before_the_law_is_read():
    with pytest.raises(LawError, match="before anything else"):
        regulations.amend(draft('[[change]]\nrule = "decade_remission"\nends = true'))


PROGRAM = """
import sys
from teladan.law import reform, regulations
usual = regulations.law_version()
regulations.amend(reform.read(sys.stdin.read()))
assert regulations.law_version() != usual
from teladan.law.assess import assess
import json
facts = json.loads(sys.argv[1])
for day in ("2027-02-28", "2027-03-01"):
    found = {each["right"]: each for each in assess({**facts, "as_of": day})["rights"]}
    asked = [finding["criterion"] for finding in found["conditional_leave"]["findings"]]
    print(day, found["conditional_leave"]["status"], "no_escape" in asked, "risk_has_fallen" in asked,
          found["general_remission"]["length_days"], found["decade_remission"]["status"])
"""


def test_from_its_first_day_the_law_is_the_drafts(base):
    """Twenty months: too long for CB until the draft lets two years in."""
    base["sentences"][0]["term"] = {"months": 20}
    base["detention"] = [{"start": "2026-06-01", "end": None, "place": "prison"}]
    base["sentences"][0]["final_on"] = "2026-08-01"
    text = HEAD + textwrap.dedent(
        """
        [[change]]
        rule = "conditional_leave"
        set = { longest_term_days = 720 }
        also_asks = ["no_escape"]
        no_longer_asks = ["risk_has_fallen"]
        [[change]]
        rule = "general_remission"
        set = { first_full_year_days = 75 }
        [[change]]
        rule = "decade_remission"
        ends = true
        """
    )
    command = [sys.executable, "-c", PROGRAM, json.dumps(base)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.splitlines() == [
        "2027-02-28 excluded False True 60 blocked",
        "2027-03-01 upcoming True False 75 closed",
    ]


LADDER = """
import json, sys
from teladan.law import reform, regulations
regulations.amend(reform.read(sys.stdin.read()))
from teladan.law.assess import assess
facts = json.loads(sys.argv[1])
found = {each["right"]: each for each in assess({**facts, "as_of": "2027-08-01"})["rights"]}["general_remission"]
print(found["date"], found["rung"], found["length_days"])
"""


@pytest.mark.parametrize(("ladder", "told"), [("grants", "2027-08-17 1 60"), ("calendar_year", "2027-08-17 4 150")])
def test_a_ladder_by_calendar_years_counts_years_without_a_grant(base, ladder, told):
    """In custody since February 2024, nothing granted: the first 17 August past six months is that of 2024."""
    text = f'{HEAD}[[change]]\nrule = "general_remission"\nset = {{ ladder = "{ladder}" }}'
    command = [sys.executable, "-c", LADDER, json.dumps(base)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == told
