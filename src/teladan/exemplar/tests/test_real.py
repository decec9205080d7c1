"""The run on real verdicts, tried on made-up rows: what is refused, what is asked, what is told to the law."""

import csv
from collections import Counter
from datetime import date

import pytest

from teladan.exemplar.real import law, page, register, table, texts
from teladan.law.facts import parse

TODAY = date(2020, 8, 17)
PLAIN = {
    "outcome": "pidana",
    "category": "pencurian",
    "articles": "KUHP:363(1) ke-4",
    "sentence_kind": "penjara",
    "sentence_years": "2",
    "sentence_months": "6",
    "sentence_days": "0",
    "figure_word_conflict": "0",
    "probation": "0",
    "fine_rp": "",
    "fine_sub_months": "",
    "fine_sub_days": "",
    "restitution_rp": "",
    "detention_place": "rutan",
    "detention_periods": "penyidik:2018-01-02/2018-01-21|jpu_ext:2018-01-22/2018-03-02|jpu_ext:2018-01-22/2018-03-02",
    "verdict_date": "2018-04-30",
    "dates_consistent": "1",
}


@pytest.fixture
def row(tmp_path):
    def made(**values: str) -> table.Row:
        path = tmp_path / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, PLAIN)
            writer.writeheader()
            writer.writerow(PLAIN | values)
        return next(table.rows(path))

    return made


def test_a_plain_row_passes_and_is_told_as_it_is(row) -> None:
    plain = row()
    assert register.refusal(plain, TODAY) is None
    facts = parse(plain.facts())
    assert [order.start for order in facts.detention] == [date(2018, 1, 2), date(2018, 1, 22)]
    assert facts.sentences[0].term.total == 2 * 360 + 180
    assert facts.sentences[0].final_on == "unknown"
    assert facts.conduct is None


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"outcome": "bebas"}, "nobody inside: acquitted"),
        ({"probation": "1"}, "nobody inside: suspended sentence"),
        ({"sentence_kind": "denda"}, "nobody inside: fine only"),
        ({"figure_word_conflict": "1"}, "asked: figure and word disagree"),
        ({"sentence_years": "", "sentence_months": "", "sentence_days": ""}, "asked: term not read"),
        ({"dates_consistent": "0"}, "refused: dates contradict each other"),
        ({"sentence_years": "0", "sentence_months": "0"}, "refused by the register: term_zero"),
        ({"verdict_date": "2017-12-31"}, "refused by the register: verdict_before_detention"),
        ({"verdict_date": "2021-01-04"}, "refused by the register: in_future"),
        ({"fine_sub_months": "2"}, "refused by the register: nothing_imposed"),
    ],
)
def test_what_does_not_reach_the_law(row, values, reason) -> None:
    assert register.refusal(row(**values), TODAY) == reason


def test_a_fine_is_told_without_saying_that_it_was_paid(row) -> None:
    fined = parse(row(fine_rp="800000000.0", fine_sub_months="3.0").facts()).sentences[0].fine
    assert (fined.amount_rp, fined.substitute.total, fined.paid_rp) == (800_000_000, 90, None)


def test_a_lost_law_is_a_question(row) -> None:
    lost = row(category="keamanan_negara", articles="?:112(1)")
    assert (lost.offence, lost.articles) == (None, [])
    assert row(category="keamanan_negara", articles="UU 35/2009:112(1)").offence == "narcotics"


def test_the_last_order_may_be_open(row) -> None:
    held = row(detention_periods="hakim:2018-01-02/")
    assert parse(held.facts()).detention[0].end is None


def test_the_law_is_asked_under_each_assumption(row) -> None:
    held_until_final = "hakim:2018-01-02/2018-05-30"
    rows = [row(detention_periods=held_until_final), row(sentence_years="0", sentence_months="4")]
    for told, eligible in ((law.as_written, 0), (law.if_final, 0), (law.if_blameless, 1)):
        people, refused, _ = law.read(rows, told)
        assert not refused
        outcome = law.each_in_its_time(people)
        assert outcome.people == 2
        assert outcome.statuses["general_remission"]["eligible"] == eligible
        assert outcome.statuses["general_remission"]["excluded"] == 1


def test_facts_the_law_refuses_are_counted_by_field(row) -> None:
    people, refused, _ = law.read([row(sentence_years="0", sentence_months="0")], law.as_written)
    assert not people
    assert refused == {"sentences": 1}


def test_small_counts_are_hidden() -> None:
    assert [page.hidden(number) for number in (0, 1, 4, 5, 12_345)] == ["0", "<5", "<5", "5", "12,345"]


def test_texts_are_read_and_counted(tmp_path) -> None:
    (tmp_path / "001.txt").write_text("Ini bukan putusan.", encoding="utf-8")
    read = texts.run(tmp_path)
    assert read.files == 1
    assert read.assessed == 0
    assert sum(read.unreadable.values()) == 1


def test_the_page_holds_counts_only(row) -> None:
    people, _, seconds = law.read([row()] * 7, law.as_written)
    once = law.all_at_once([facts for _, facts in people])
    outcomes = dict.fromkeys(("once", "in_time", "if_final", "if_blameless"), once)
    read = texts.Read(files=9, seconds=1.0, ends=Counter(asked=3), assessed=6)
    times = {"checks": 0.1, "parse": seconds}
    made = page.render(read, 9, {"asked: figure and word disagree": 2}, {}, (5, 3), times, outcomes)
    assert "| assessed | 7 | 77.8 % |" in made
    assert "| asked: figure and word disagree | <5 | - |" in made
    assert "2018" not in made.replace(str(law.ONE_DAY), "")
