"""No citation is younger than its rule, and a text that was not read is said openly."""

import datetime as dt
import re

import pytest

from teladan.law import regulations
from teladan.law.assess import assess
from teladan.law.criteria import REGISTRY
from teladan.law.regulations import LawError, cites_on, versions
from teladan.law.rights import RIGHTS
from teladan.law.terms import FAR, date_of, day_of

YEAR = re.compile(r"(?:/|KUHP |praktik )((?:19|20)\d\d)\b")
# Where only the year in the name would let a citation in too early: the day from which the text binds.
BINDS = {
    "Keppres 174/1999": dt.date(1999, 12, 23),
    "PP 28/2006": dt.date(2006, 7, 28),
    "PP 99/2012": dt.date(2012, 11, 12),
    "Permenkumham 3/2018": dt.date(2018, 2, 15),
    "Permenkumham 10/2020": dt.date(2020, 3, 30),
    "Permenkumham 32/2020": dt.date(2021, 1, 1),
    "7/2022": dt.date(2022, 1, 28),
    "UU 22/2022": dt.date(2022, 8, 3),
    "KUHP 2023": dt.date(2026, 1, 2),
}
# Notes that tell of a time for which the law is not known name the law that ended it.
OF_A_GAP = {"fractions_before_2008"}
DAYS = ["1999-12-23", "2006-07-28", "2009-06-01", "2012-11-11", "2012-11-12", "2014-01-01", "2018-02-14", "2018-02-15"]
DAYS += ["2020-12-31", "2021-01-01", "2022-01-27", "2022-01-28", "2022-08-03", "2026-01-01", "2026-01-02"]


def youngest(regulation):
    """The first day on which everything named in a citation can bind."""
    days = [dt.date(int(year), 1, 1) for year in YEAR.findall(regulation)]
    days += [day for name, day in BINDS.items() if re.search(rf"(^|[^\d]){re.escape(name)}", regulation)]
    return max(days, default=dt.date.min)


def test_the_youngest_of_a_citation():
    assert youngest("PP 32/1999 jo PP 99/2012") == dt.date(2012, 11, 12)
    assert youngest("Permenkumham 3/2018 jo 7/2022") == dt.date(2022, 1, 28)
    assert youngest("KUHP") == dt.date.min


def every_version():
    for found in (*RIGHTS.values(), *REGISTRY.values()):
        for law in found.laws:
            yield f"{found.name} {date_of(law.first)} {law.scope}", law


EVERY = dict(every_version())


@pytest.mark.parametrize("name", EVERY)
def test_no_citation_is_younger_than_its_rule(name):
    law = EVERY[name]
    assert [c["regulation"] for c in law.law if youngest(c["regulation"]) > date_of(law.first)] == []


@pytest.mark.parametrize("name", regulations.table("conventions"))
def test_no_citation_is_younger_than_its_question(name):
    entry = regulations.table("conventions")[name]
    assert youngest(entry["regulation"]) <= entry["from"]


def test_no_rule_of_today_rests_on_a_text_that_was_not_read():
    assert [name for name, law in EVERY.items() if law.unread and law.last == FAR] == []


@pytest.mark.parametrize("words", [{"id": "belum dibaca"}, {"en": "not read"}])
def test_a_text_that_was_not_read_is_said_in_both_languages(words):
    cited = {"regulation": "R", "article": "1", "confidence": "C"}
    with pytest.raises(LawError, match="not read"):
        versions([{"from": dt.date(2000, 1, 1), **cited, "unread": words}], "x")


def test_a_text_that_was_not_read_is_marked_unconfirmed():
    rule = {"from": dt.date(2000, 1, 1), "regulation": "R", "article": "1", "confidence": "B"}
    with pytest.raises(LawError, match="marked C"):
        versions([{**rule, "unread": {"id": "belum dibaca", "en": "not read"}}], "x")


def test_a_citation_is_shown_from_its_day():
    law = [{"regulation": "R", "article": "1", "confidence": "A", "from": dt.date(2026, 1, 2)}]
    assert cites_on(law, day_of(dt.date(2026, 1, 1))) == []
    assert cites_on(law, day_of(dt.date(2026, 1, 2))) == [{"regulation": "R", "article": "1", "confidence": "A"}]


def cited(told, notes=()):
    """Every citation below a part of an assessment."""
    if isinstance(told, list):
        return [cite for part in told for cite in cited(part, notes)]
    if not isinstance(told, dict) or told.get("code") in notes:
        return []
    return told.get("law", []) + [c for key, part in told.items() if key != "law" for c in cited(part, notes)]


@pytest.fixture
def old_custody(base):
    base["detention"][0]["start"] = "1998-01-05"
    base["sentences"][0] |= {"final_on": "1998-05-05", "term": {"years": 60}}
    return base


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("offence", ["theft", "narcotics", "corruption"])
def test_an_assessment_cites_nothing_younger_than_its_day(old_custody, day, offence):
    old_custody["sentences"][0]["offence"] = offence
    told = assess({**old_custody, "as_of": day})
    assert cited(told["sums"])
    young = {c["regulation"] for c in cited(told, OF_A_GAP) if youngest(c["regulation"]) > dt.date.fromisoformat(day)}
    assert young == set()


def test_a_text_that_was_not_read_is_a_note(old_custody):
    notes = [note for note in assess({**old_custody, "as_of": "2010-01-01"})["notes"] if note["code"] == "older_text"]
    nine = next(note for note in notes if "sembilan bulan" in note["text"]["id"])
    assert "Pembebasan bersyarat" in nine["text"]["id"]
    assert nine["law"] == [{"regulation": "PP 32/1999", "article": "43", "confidence": "C"}]


def test_what_was_not_read_for_children_is_not_said_to_a_grown_up(old_custody):
    notes = [note["text"]["id"] for note in assess({**old_custody, "as_of": "2020-01-01"})["notes"]]
    assert not any("anak" in text.lower() and "belum dibaca" in text for text in notes)


def test_today_has_no_such_note(base):
    assert "older_text" not in {note["code"] for note in assess(base)["notes"]}


@pytest.mark.parametrize("day", ["2021-03-01", "2023-06-30"])
def test_the_threshold_of_narcotics_for_home_assimilation_is_not_certain(base, day):
    base["sentences"][0] |= {"offence": "narcotics"}
    base["detention"][0]["start"] = "2019-01-01"
    assert "home_narcotics" in {note["code"] for note in assess({**base, "as_of": day})["notes"]}


@pytest.mark.parametrize(("day", "offence"), [("2020-12-31", "narcotics"), ("2021-03-01", "theft")])
def test_it_is_not_said_where_it_matters_not(base, day, offence):
    base["sentences"][0] |= {"offence": offence}
    base["detention"][0]["start"] = "2019-01-01"
    codes = {note["code"] for note in assess({**base, "as_of": day})["notes"]}
    assert "home_narcotics" not in codes
    assert ("recidivists" in codes) <= (day > "2021")
