"""Letters: free, readable, nothing a person is called is ever markup, and the worksheet is one page."""

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from teladan.people.models import Certificate, Person, Remission
from teladan.people.services import add
from teladan.rights.letters import case_letter_pdf, decrees_pdf, worksheet_pdf
from teladan.rights.models import Case
from teladan.rights.remission_day import decide_occasion, open_occasion
from teladan.rights.services import assess_facility, decide, open_due_cases
from teladan.rights.tests.walking import walk_to
from teladan.rights.tests.world import TODAY, convict, facility, kept, now, officer, team

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 8, 17)
ODD = '#strike[x] $1 *B* "Ama" <b> \\ _Lay_'


@pytest.fixture
def where():
    return facility()


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


def decided(where, **known):
    occasion = open_occasion(where, "general_remission", DAY, actor=None, now=now(DAY), **known)
    return decide_occasion(occasion, decree_number="PAS-17/2026", on=DAY, actor=None, now=now(DAY))


def test_one_decree_a_person_with_everything_of_that_day(where) -> None:
    first = convict(where, dt.date(2024, 6, 10), years=4)
    kept(Certificate, stay=first, kind="merit", detail="blood_donor", on=dt.date(2026, 3, 1))
    second = convict(where, dt.date(2024, 9, 10), years=2)
    Person.objects.filter(pk=second.person_id).update(name=ODD)
    texts = pages(decrees_pdf(decided(where)))
    assert len(texts) == 2
    both = next(text for text in texts if first.person.name in text)
    assert "Remisi umum" in both
    assert "Remisi tambahan" in both
    assert "3 bulan" in both  # two months and one
    assert "10 Juni 2028" in both  # before
    assert "12 Maret 2028" in both  # ninety days earlier
    free = next(text for text in texts if text != both)
    assert ODD in free
    assert "BEBAS" in free
    for text in texts:
        assert "GRATIS" in text
        assert "LAPOR!" in text
        assert "PAS-17/2026" in text
        assert "Keppres 174/1999, pasal" in text


def test_no_decree_before_the_decision(where) -> None:
    convict(where)
    occasion = open_occasion(where, "general_remission", DAY, actor=None, now=now(DAY))
    with pytest.raises(ValueError, match="only after the decision"):
        decrees_pdf(occasion)


def test_the_worksheet_is_one_page_whatever_the_history(where) -> None:
    many = tuple(
        (kind, dt.date(2010 + n, 8, 17) if kind == "general" else dt.date(2010 + n, 12, 25), days)
        for n in range(15)
        for kind, days in (("general", 180), ("religious", 60))
    )
    stay = convict(where, dt.date(2008, 3, 1), years=30, remissions=many)
    assert Remission.objects.count() == 30
    (text,) = pages(worksheet_pdf(stay, TODAY))
    assert "GRATIS" in text
    assert text.count("Keppres 174/1999") >= 30
    (english,) = pages(worksheet_pdf(stay, TODAY, "en"))
    assert "GRATIS" in english
    assert "Your sum" in english


def test_the_worksheet_shows_each_step_of_the_sum(where) -> None:
    stay = convict(where, remissions=(("general", dt.date(2025, 8, 17), 60),))
    (text,) = pages(worksheet_pdf(stay, TODAY))
    for day in ("10 Juni 2024", "10 Juni 2027", "11 April 2027"):
        assert day in text
    assert "Hitungan Anda" in text
    assert "(A)" in text
    assert "(C)" in text or "belum dikonfirmasi" in text


def test_the_worksheet_of_somebody_who_cannot_be_assessed(where) -> None:
    stay = convict(where)
    Person.objects.filter(pk=stay.person_id).update(birth_date=dt.date(2025, 1, 1))
    stay.refresh_from_db()
    (text,) = pages(worksheet_pdf(stay, TODAY))
    assert "Belum dapat dihitung" in text


def test_letters_of_a_case_on_its_way_and_refused(where) -> None:
    team(where)
    clerk = officer(where)
    stay = convict(where)
    assess_facility(where, TODAY)
    open_due_cases(where, TODAY, now=now())
    case = Case.objects.get(stay=stay, right="parole")
    (text,) = pages(case_letter_pdf(case, TODAY))
    assert "SEDANG DIPROSES" in text
    assert "Wali pemasyarakatan" in text
    (english,) = pages(case_letter_pdf(case, TODAY, "en"))
    assert "IN PROGRESS" in english
    assert "no limit known" in english
    walk_to(case, "approval", clerk)
    case.refresh_from_db()
    decide(
        case,
        outcome="refused",
        number="X-1",
        on=TODAY,
        criterion="good_conduct_report",
        reason="",
        actor=clerk,
        expected_version=case.version,
        now=now(),
    )
    case.refresh_from_db()
    (text,) = pages(case_letter_pdf(case, TODAY))
    assert "DITOLAK" in text
    assert "Anda berhak meminta keputusan ini diperiksa lagi" in text
    assert "UU 22/2022" in text or "PAS" in text
    assert "GRATIS" in text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("id", "Ekspirasi setelah remisi: dari 10 Juni 2027 ke 11 April 2027, 60 hari lebih awal; dicatat"),
        ("en", "Expiry after remission: from 10 June 2027 to 11 April 2027, 60 days earlier; recorded"),
    ],
)
def test_the_worksheet_says_which_dates_moved_last_and_why(where, language, told) -> None:
    stay = convict(where)
    assess_facility(where, TODAY)
    (text,) = pages(worksheet_pdf(stay, TODAY, language))
    assert "60 hari lebih awal" not in text
    assert "60 days earlier" not in text
    values = {"kind": "general", "granted_on": dt.date(2025, 8, 17), "months": 2}
    add(Remission, stay, values, actor=officer(where), why="Keputusan", today=TODAY)
    (text,) = pages(worksheet_pdf(stay, TODAY, language))
    text = " ".join(text.split())
    assert told in text
    assert ("karena: Remisi umum 17 Agustus 2025, 2 bulan" if language == "id" else "17 August 2025, 2 month") in text
