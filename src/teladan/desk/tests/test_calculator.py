"""The calculator: forms to facts, facts to answer, every mistake shown at once, nothing stored."""

import re

import pytest

from teladan.desk.tests import factory
from teladan.faces.calculator import facts
from teladan.faces.calculator.sheet import MOST, SECTIONS, Sheet
from teladan.people.models.facility import Role

PAGE = "/hitung/"
FILLED = {
    "orang-as_of": "24-11-2026",
    "orang-birth_date": "02-03-1961",
    "orang-religion": "protestant",
    "orang-nationality": "ID",
    "detention-baris": "2",
    "detention-0-start": "01-12-2023",
    "detention-0-end": "20-12-2023",
    "detention-0-place": "house",
    "detention-1-start": "11/02/2024",
    "sentences-baris": "1",
    "sentences-0-kind": "prison",
    "sentences-0-years": "5",
    "sentences-0-months": "6",
    "sentences-0-offence": "theft",
    "sentences-0-articles": "KUHP:363, KUHP:362",
    "sentences-0-final": "yes",
    "sentences-0-final_on": "2024-08-01",
    "sentences-0-fine": "yes",
    "sentences-0-fine_rp": "Rp 1.000.000.000",
    "sentences-0-fine_paid_rp": "0",
    "sentences-0-fine_months": "3",
    "sentences-0-restitution": "none",
    "remissions-0-kind": "general",
    "remissions-0-granted_on": "17-08-2025",
    "remissions-0-months": "2",
    "absences-none": "on",
    "conduct-0-month": "01-10-2026",
    "conduct-0-rating": "good",
    "discipline-0-on": "02-03-2025",
    "discipline-0-level": "heavy",
    "risk-0-on": "01-06-2026",
    "risk-0-level": "low",
    "programme-0-start": "01-09-2024",
    "surat-illness": "none",
    "surat-pledge": "loyalty",
    "surat-pledge_on": "01-01-2026",
    "surat-merit": "none",
}


@pytest.fixture
def registrar(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    return client


def _facts(**changed):
    sheet = Sheet(factory.TODAY, FILLED | changed)
    assert sheet.is_valid(), sheet.errors
    return facts.of_sheet(sheet)


def test_the_forms_become_the_facts_of_the_contract():
    assert _facts() == {
        "as_of": "2026-11-24",
        "person": {"birth_date": "1961-03-02", "religion": "protestant", "nationality": "ID"},
        "detention": [
            {"start": "2023-12-01", "end": "2023-12-20", "place": "house"},
            {"start": "2024-02-11", "end": None, "place": "prison"},
        ],
        "sentences": [
            {
                "kind": "prison",
                "offence": "theft",
                "articles": ["KUHP:363", "KUHP:362"],
                "term": {"years": 5, "months": 6, "days": 0},
                "final_on": "2024-08-01",
                "fine": {
                    "amount_rp": 1_000_000_000,
                    "paid_rp": 0,
                    "substitute": {"years": 0, "months": 3, "days": 0},
                },
                "restitution": None,
            }
        ],
        "remissions": [{"kind": "general", "granted_on": "2025-08-17", "term": {"years": 0, "months": 2, "days": 0}}],
        "absences": [],
        "conduct": [{"month": "2026-10", "rating": "good"}],
        "discipline": [{"on": "2025-03-02", "level": "heavy", "rights_lost_until": None}],
        "risk": [{"on": "2026-06-01", "level": "low"}],
        "programme": [{"from": "2024-09-01", "until": None}],
        "illness": None,
        "pledge": {"kind": "loyalty", "on": "2026-01-01"},
        "merits": [],
    }


def test_what_is_left_empty_is_not_known():
    sheet = Sheet(factory.TODAY, {"orang-as_of": "24-11-2026"})
    assert sheet.is_valid()
    assert facts.of_sheet(sheet) == {"as_of": "2026-11-24", "person": {}}


def test_a_judgment_that_is_not_final_is_known_not_to_be():
    assert _facts(**{"sentences-0-final": "no", "sentences-0-final_on": ""})["sentences"][0]["final_on"] is None
    assert "final_on" not in _facts(**{"sentences-0-final": "", "sentences-0-final_on": ""})["sentences"][0]


def test_the_answer_has_dates_rights_articles_and_the_picture(registrar):
    page = registrar.post(PAGE, FILLED).content.decode()
    assert "Jawaban per 24 November 2026" in page
    assert "5 Juni 2029" in page  # 5 years 6 months from 11 February 2024, less 6 days of credit, less 60 of remission
    assert "<svg" in page
    assert page.count('class="tld-right"') == 13
    assert "pasal" in page


def test_every_link_of_the_answer_leads_to_something_on_it(registrar):
    page = registrar.post(PAGE, FILLED).content.decode()
    answer = page[page.index('class="tld-answer"') : page.index("<form method")]
    wanted = set(re.findall(r'href="#([^"]+)"', answer))
    assert wanted
    assert wanted <= set(re.findall(r'id="([^"]+)"', answer))


def test_all_mistakes_are_shown_at_once_and_nothing_is_answered(registrar):
    wrong = FILLED | {
        "orang-birth_date": "31-02-1961",
        "sentences-0-years": "lima",
        "sentences-0-fine_rp": "banyak",
        "remissions-0-granted_on": "",
        "surat-pledge_on": "",
    }
    page = registrar.post(PAGE, wrong).content.decode()
    summary = page[page.index("govuk-error-summary__list") : page.index("<form method")]
    assert summary.count("<li>") == 5
    assert "tld-answer" not in page
    ids = re.findall(r'href="#([^"]+)"', summary)
    assert all(f'id="{each}"' in page for each in ids)
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>Galat:" in page


def test_facts_that_the_law_refuses_are_named(registrar):
    page = registrar.post(PAGE, FILLED | {"detention-0-end": "01-11-2023"}).content.decode()
    assert '<a href="#id_detention-0-end">Penahanan: Sampai (kosong: masih): 2023-11-01 lebih awal' in page
    assert "tld-answer" not in page


@pytest.mark.parametrize("name", [section.name for section in SECTIONS])
def test_a_row_is_added_without_losing_what_was_typed(registrar, name):
    page = registrar.post(PAGE, FILLED | {"tambah": name}).content.decode()
    before = int(FILLED.get(f"{name}-baris", 1))
    assert f'name="{name}-baris" value="{before + 1}"' in page
    assert 'value="Rp 1.000.000.000"' in page
    assert "tld-answer" not in page


@pytest.mark.parametrize("count", ["999", "-3", "banyak", "1" * 400, "²"])
def test_no_number_of_rows_breaks_the_page(count):
    sheet = Sheet(factory.TODAY, FILLED | {"detention-baris": count})
    assert 1 <= len(sheet.lists[0].rows) <= MOST


def test_nothing_is_stored_and_nothing_stands_in_an_address(registrar, django_assert_max_num_queries):
    with django_assert_max_num_queries(5) as captured:
        registrar.post(PAGE, FILLED)
    assert not [query["sql"] for query in captured if not query["sql"].startswith("SELECT")]
    assert 'method="post"' in registrar.get(PAGE).content.decode()
