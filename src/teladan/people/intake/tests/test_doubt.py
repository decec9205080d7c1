"""What is not sure is left empty and named: never guessed, never mended."""

import datetime as dt
from dataclasses import replace

import pytest

from teladan.people.intake.proposal import propose, propose_verdict
from teladan.people.intake.tests.render import Facts, as_extract, as_issued

BASE = Facts(fine_rp=5_000_000, substitute=("confinement", 2))


def _changed(old, new, facts=BASE, write=as_issued):
    text = write(facts)
    assert old in text
    return propose_verdict(text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("selama 1 (satu) tahun dan 6", "selama 4 (tujuh) tahun dan 6", "term"),
        ("Rp5.000.000,00 (lima juta", "Rp5.000.000,00 (lima puluh juta", "fine_rp"),
        ("selama 2 (dua) bulan", "selama 2 (tiga) bulan", "substitute"),
        ("hari Selasa, tanggal 8 Mei 2018", "hari Selasa, tanggal 31 April 2018", "verdict_date"),
        ("hari Selasa, tanggal 8 Mei 2018", "hari Selasa, tanggal 8 Mei 2017", "verdict_date"),
        ("Nomor 47/Pid.B/2018", "Nomor 0/Pid.B/2018", "case_number"),
        ("Rumah Tahanan Negara", "Rumah Tahanan Negara dan tahanan kota", "place"),
    ],
)
def test_a_contradiction_leaves_the_field_empty(old, new, field):
    assert propose_verdict(as_issued(BASE))[field]["value"] is not None
    read = _changed(old, new)
    assert read[field]["value"] is None
    assert "passage" not in read[field]
    assert field in read["unsure"]


def test_two_terms_for_two_people_are_not_one_term():
    text = as_issued(BASE).replace(
        "3. Menetapkan masa",
        "3. Menjatuhkan pidana kepada Terdakwa II dengan pidana penjara selama 2 (dua) tahun;\n4. Masa",
    )
    read = propose_verdict(text)
    assert read["term"]["value"] is None
    assert "term" in read["unsure"]


def test_the_demand_of_the_prosecutor_is_never_the_term():
    text = as_issued(BASE)
    cut = text[: text.index("M E N G A D I L I")]
    read = propose(cut)
    assert read["term"]["value"] is None
    assert read["fine_rp"]["value"] is None
    assert {"term", "fine_rp", "outcome", "verdict_date"} <= set(read["unsure"])


def test_a_wrong_weekday_is_forgiven_inside_a_running_order_and_noted():
    read = _changed("hari Selasa, tanggal 8 Mei", "hari Jumat, tanggal 8 Mei")
    assert read["verdict_date"]["value"] == "2018-05-08"
    assert read["notes"] == [{"field": "verdict_date", "code": "weekday_differs"}]


def test_a_wrong_weekday_with_nothing_else_to_confirm_it_is_unsure():
    facts = replace(BASE, decided=dt.date(2018, 6, 5))
    read = _changed("hari Selasa, tanggal 5 Juni", "hari Jumat, tanggal 5 Juni", facts)
    assert read["verdict_date"]["value"] is None


def test_a_verdict_pronounced_before_it_was_decided_is_unsure():
    facts = replace(BASE, pronounced=dt.date(2018, 5, 1))
    read = propose_verdict(as_issued(facts))
    assert read["verdict_date"]["value"] is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("sampai dengan tanggal 24 Februari 2018", "sampai dengan tanggal 24 Januari 2018", "end_before_start"),
        ("sejak tanggal 5 Februari 2018", "sejak tanggal 31 Februari 2018", "impossible_date"),
        ("sampai dengan tanggal 24 Februari 2018", "sampai dengan tanggal 24 Februari 2019", "too_long"),
        ("sampai dengan tanggal 24 Februari 2018", "sampai dengan", "no_end"),
        ("sejak tanggal 5 Februari 2018", "sejak tanggal Februari 2018", "no_start"),
        ("sejak tanggal 2 April 2018 sampai", "sejak tanggal 2 Januari 2018 sampai", "out_of_sequence"),
    ],
)
def test_an_order_that_contradicts_itself_is_reported_not_mended(old, new, reason):
    read = _changed(old, new)
    assert [order["reason"] for order in read["detention_unsure"]] == [reason]
    assert len(read["detention"]) == len(BASE.orders) - 1
    assert "detention" in read["unsure"]


def test_a_start_without_year_takes_the_year_of_its_end():
    read = _changed("sejak tanggal 2 April 2018 sampai", "sejak tanggal 2 April sampai")
    assert [order["start"] for order in read["detention"]] == ["2018-02-05", "2018-04-02", "2018-04-16"]


def test_an_end_without_year_counts_only_when_the_next_order_continues_it():
    facts = replace(
        BASE,
        orders=(
            ("investigator", dt.date(2018, 3, 13), dt.date(2018, 4, 1)),
            ("prosecutor", dt.date(2018, 4, 2), dt.date(2018, 4, 21)),
        ),
    )
    continued = _changed("tanggal 1 April 2018;", "tanggal 1 April;", facts)
    alone = _changed("tanggal 21 April 2018;", "tanggal 21 April;", facts)
    assert continued["detention"][0]["end"] == "2018-04-01"
    assert [order["reason"] for order in alone["detention_unsure"]] == ["no_end"]


def test_an_arrest_with_two_days_is_an_order_of_the_police():
    read = _changed(
        "Terdakwa ditahan dalam",
        "Terdakwa ditangkap sejak tanggal 4 Februari 2018 s.d. tanggal 5 Februari 2018;\nTerdakwa ditahan dalam",
    )
    assert read["detention"][0]["authority"] == "police"
    assert read["detention"][0]["start"] == "2018-02-04"


def test_a_code_that_is_not_known_and_no_name_leaves_the_court_empty():
    text = as_extract(replace(BASE, code="Zzq")).replace("pengadilan negeri kupang", "pengadilan negeri")
    read = propose_verdict(text)
    assert read["court"]["value"] is None
    assert "court" in read["unsure"]


def test_name_and_code_of_two_courts_that_both_stand_in_the_text_contradict():
    text = as_extract(replace(BASE, court="Ende")).replace(
        "majelis hakim pengadilan negeri ende", "hakim pengadilan negeri kupang"
    )
    assert propose_verdict(text)["court"]["value"] is None


def test_house_detention_is_not_the_state_remand_house():
    read = _changed("Rumah Tahanan Negara", "tahanan rumah")
    assert read["place"]["value"] == "house"


def test_an_article_without_its_law_is_not_read():
    read = _changed(
        "Pasal 363 ayat (1) ke-4 KUHP, serta Undang-Undang Nomor 8 Tahun 1981 tentang Hukum Acara Pidana", "Pasal 363"
    )
    assert read["articles"] == []
    assert "articles" in read["unsure"]
