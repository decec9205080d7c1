"""Feast days against the package they were made from, and the known traps."""

import datetime as dt

import holidays
import numpy as np
import pytest

from teladan.law import feasts, make_feasts, regulations
from teladan.law.assess import assess
from teladan.law.terms import date_of, day_of


def dates(religion, table=feasts.DEFAULT):
    return [date_of(day) for day in table.days[religion]]


def test_the_table_is_what_the_package_gives():
    known = holidays.country_holidays("ID", years=range(1999, 2037), language="en_US")
    for _, english, religions, *_ in make_feasts.FEASTS:
        given = sorted(
            day for day, text in known.items() if {english, f"{english} (estimated)"} & set(text.split("; "))
        )  # fmt: skip
        for religion in religions:
            assert dates(religion, feasts.PACKAGE) == given


def test_the_file_is_what_the_script_writes():
    assert (regulations.FOLDER / "feasts.toml").read_text() == make_feasts.render()


@pytest.mark.parametrize("year", [2000, 2033])
def test_two_idul_fitri_in_one_year(year):
    assert len([day for day in dates("islam") if day.year == year]) == 2


def test_only_one_grant_in_a_year_of_two_feasts(base, right):
    base["person"]["religion"] = "islam"
    base["sentences"][0]["term"] = {"years": 12}
    base |= {
        "as_of": "2033-06-01",
        "remissions": [{"kind": "religious", "granted_on": "2033-01-03", "term": {"months": 1}}],
    }
    assert right(assess(base), "religious_remission")["date"] == "2034-12-12"
    base["remissions"] = []
    assert right(assess(base), "religious_remission")["date"] == "2033-12-23"


def test_the_government_set_another_day_in_2011():
    assert dt.date(2011, 8, 31) in dates("islam")
    assert dt.date(2011, 8, 30) not in dates("islam")


def test_a_future_feast_is_an_estimate_and_says_so(base, right):
    base["person"]["religion"], base["as_of"] = "hindu", "2027-11-01"
    found = assess(base)
    assert right(found, "religious_remission")["date"].startswith("2028-")
    assert "estimated_feast" in [note["code"] for note in found["notes"]]


def test_christmas_is_no_estimate(base):
    base["as_of"] = "2027-11-01"
    assert "estimated_feast" not in [note["code"] for note in assess(base)["notes"]]


def test_an_officer_lays_a_day_over_the_table(base, right):
    base["person"]["religion"], base["as_of"] = "islam", "2026-11-24"
    assert right(assess(base), "religious_remission")["date"] == "2027-03-10"
    corrected = feasts.DEFAULT.corrected([feasts.Correction("islam", dt.date(2027, 3, 9))])
    found = assess(base, feasts=corrected)
    assert right(found, "religious_remission")["date"] == "2027-03-09"
    assert "estimated_feast" not in [note["code"] for note in found["notes"]]
    assert right(assess(base), "religious_remission")["date"] == "2027-03-10"  # the usual table is untouched


def test_a_feast_for_a_religion_that_had_none(base, right):
    base["person"]["religion"] = "belief"
    assert right(assess(base), "religious_remission")["status"] == "needs_facts"
    given = feasts.DEFAULT.corrected([feasts.Correction("belief", dt.date(2027, 1, 15))])
    assert right(assess(base, feasts=given), "religious_remission")["date"] == "2027-01-15"


def test_an_unknown_religion_is_refused():
    with pytest.raises(ValueError, match="religion"):
        feasts.DEFAULT.corrected([feasts.Correction("sun", dt.date(2027, 1, 1))])


def test_imlek_is_a_grant_day_from_2018(base, right):
    base["person"]["religion"], base["as_of"] = "confucian", "2017-12-31"
    base["detention"][0]["start"] = "2017-01-01"
    assert right(assess(base), "religious_remission")["status"] == "closed"
    assert right(assess({**base, "as_of": "2018-01-01"}), "religious_remission")["date"] == "2018-02-16"


def test_the_next_day_of_a_table():
    table = np.array([10, 20], np.int64)
    found = feasts.next_on(table, np.array([9, 10, 11, 20, 21], np.int64))
    assert found.tolist() == [10, 10, 20, 20, feasts.NONE]
    assert day_of(dt.date(1970, 1, 11)) == 10
