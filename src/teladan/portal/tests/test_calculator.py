"""The open calculator: the same answer as the law and the desk give, in plain words; nothing kept, bounded."""

import re
from datetime import date
from unittest import mock

import pytest

from teladan.desk.tests.test_calculator import FILLED
from teladan.law.assess import assess
from teladan.portal.calculator import pages
from teladan.site.logs import JsonLines

PAGE, SHEET = "/hitung-hak/", "/hitung-hak/lembar/"
TODAY = date(2026, 11, 24)
SHORT = {
    "orang-as_of": "24-11-2026",
    "orang-nationality": "ID",
    "detention-0-start": "11-02-2024",
    "sentences-0-kind": "prison",
    "sentences-0-years": "5",
    "sentences-0-months": "6",
    "sentences-0-offence": "theft",
    "sentences-0-final": "yes",
    "sentences-0-final_on": "01-08-2024",
}
FACTS = {
    "as_of": "2026-11-24",
    "person": {"nationality": "ID"},
    "detention": [{"start": "2024-02-11", "end": None, "place": "prison"}],
    "sentences": [
        {"kind": "prison", "offence": "theft", "term": {"years": 5, "months": 6}, "final_on": "2024-08-01"},
    ],
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_known_day():
    with mock.patch("django.utils.timezone.localdate", return_value=TODAY):
        yield


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_anybody_finds_the_empty_form(visitor):
    page = visitor.get(PAGE)
    assert page.status_code == 200
    assert "Kapan mulai ditahan?" in text_of(page)
    assert 'method="post"' in page.content.decode()


def test_the_short_way_gives_dates_rights_and_what_to_ask(visitor):
    page = visitor.post(PAGE, SHORT)
    found = assess(FACTS)
    said = text_of(page)
    assert found["timeline"]["release"] == "2029-08-10"
    assert "10 Agustus 2029" in said
    assert page.content.decode().count('class="tld-right" id="right-') == len(found["rights"])
    assert "Tanyakan ke lapas atau rutan" in said
    assert "rapor pembinaan (SPPN)" in said
    assert "register lapas atau rutan" in said


def test_the_same_rights_as_the_desk_shows(visitor):
    sheet = pages.Sheet(TODAY, FILLED)
    assert sheet.is_valid()
    found = assess(pages.of_sheet(sheet))
    page = visitor.post(PAGE, FILLED)
    kinds = {right["right"]: right["status"] for right in found["rights"]}
    shown = {right.right: right.status for kind in page.context["kinds"] for right in kind.rights}
    assert shown == kinds


def test_every_link_of_the_answer_leads_to_something_on_the_page(visitor):
    page = visitor.post(PAGE, FILLED).content.decode()
    wanted = set(re.findall(r'href="#([^"]+)"', page))
    assert wanted
    assert wanted <= set(re.findall(r'id="([^"]+)"', page))


def test_no_field_of_the_sheet_is_left_out_or_asked_twice(visitor):
    page = visitor.get(PAGE).content.decode()
    names = re.findall(r'<(?:input|select)[^>]* name="([^"]+)"', page[page.index('id="hitung"') :])
    sheet = pages.Sheet(TODAY)
    wanted = [f"{form.prefix}-{name}" for form in sheet.forms for name in form.fields]
    wanted += [f"{each.section.name}-baris" for each in sheet.lists]
    assert sorted(names) == sorted(wanted)


def test_the_worksheet_is_a_pdf_and_says_whose_it_is_not(visitor):
    answer = visitor.post(SHEET, SHORT)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF")
    assert "Cache-Control" in answer
    assert visitor.get(SHEET)["Location"] == PAGE


def test_mistakes_are_shown_with_their_field_and_nothing_is_answered(visitor):
    for address in (PAGE, SHEET):
        page = visitor.post(address, SHORT | {"detention-0-start": "31-02-2024"}).content.decode()
        assert 'href="#id_detention-0-start"' in page
        assert "tld-answer" not in page


def test_what_the_law_refuses_is_said_in_the_readers_words_at_its_field(visitor):
    wrong = SHORT | {"detention-0-end": "01-01-2024"}
    page = visitor.post(PAGE, wrong).content.decode()
    assert 'href="#id_detention-0-end"' in page
    assert "2024-01-01 lebih awal daripada 2024-02-11" in page
    visitor.cookies["teladan_language"] = "en"
    assert "2024-01-01 is before the start 2024-02-11" in visitor.post(PAGE, wrong).content.decode()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ({"orang-birth_date": "01-01-2030"}, "id_orang-birth_date"),
        ({"sentences-0-years": "0", "sentences-0-months": "0"}, "id_sentences-0-years"),
        ({"remissions-0-granted_on": "17-08-2025"}, "id_remissions-0-kind"),
        ({"remissions-0-kind": "general", "remissions-0-granted_on": "17-08-2025"}, "id_remissions-0-months"),
        ({"sentences-0-fine": "yes", "sentences-0-fine_rp": "9" * 16}, "id_sentences-0-fine_rp"),
        ({"surat-illness": "yes", "surat-illness_on": "01-01-1850"}, "id_surat-illness_on"),
    ],
)
def test_the_error_leads_to_the_field(visitor, typed, wanted):
    assert f'href="#{wanted}"' in visitor.post(PAGE, SHORT | typed).content.decode()


def test_a_sentence_without_a_length_is_a_length_not_known(visitor):
    unknown = SHORT | {"sentences-0-years": "", "sentences-0-months": ""}
    assert "lama pidana" in text_of(visitor.post(PAGE, unknown))


def test_a_row_is_added_and_its_part_stays_open(visitor):
    page = visitor.post(PAGE, SHORT | {"remissions-baris": "1", "tambah": "remissions"}).content.decode()
    assert 'name="remissions-baris" value="2"' in page
    assert re.search(r'id="bagian-remisi" open', page)
    assert not re.search(r'id="bagian-denda" open', page)
    assert "tld-answer" not in page


def test_a_part_with_something_in_it_stays_open(visitor):
    page = visitor.post(PAGE, SHORT | {"sentences-0-fine": "none", "absences-none": "on"}).content.decode()
    assert re.search(r'id="bagian-denda" open', page)
    assert re.search(r'id="bagian-penahanan" open', page)
    assert not re.search(r'id="bagian-lain" open', page)


def test_nothing_is_written_and_nothing_stands_in_an_address_or_a_log(visitor, django_assert_max_num_queries, caplog):
    with django_assert_max_num_queries(4) as asked, caplog.at_level("DEBUG"):
        visitor.post(PAGE, FILLED)
        visitor.post(SHEET, FILLED)
    assert all(query["sql"].startswith("SELECT") for query in asked)
    told = JsonLines()
    lines = "".join(told.format(record) for record in caplog.records)
    assert "hitung-hak" in lines
    assert not any(secret in lines for secret in ("1961", "363", "protestant", "1.000.000"))


def test_it_works_without_cookies_and_sets_none_about_the_reader(visitor):
    answer = visitor.post(PAGE, SHORT)
    assert answer.status_code == 200
    assert set(answer.cookies) <= {"csrftoken"}  # of the button that changes the language


def test_it_is_bounded(visitor, monkeypatch):
    assert visitor.post(PAGE, SHORT | {"orang-religion": "x" * pages.LARGEST}).status_code == 413
    monkeypatch.setattr(pages, "ASKED", 2)
    with mock.patch("time.time", return_value=600.0):
        answers = [visitor.post(PAGE, SHORT) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1]["Retry-After"]) > 0
    assert visitor.get(PAGE).status_code == 200


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_is_light(visitor, number):
    full = FILLED | {f"{name}-baris": str(number) for name in ("detention", "sentences", "remissions")}
    answer = visitor.post(PAGE, full, headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < 45_000  # with the style sheet, the script and two fonts under 100,000


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_another_method_is_refused(visitor, method):
    assert getattr(visitor, method)(PAGE).status_code == 405
