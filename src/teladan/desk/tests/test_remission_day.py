"""The remission day on the desk: propose, open, decide, print; pressed twice, nothing doubles."""

from datetime import date

import pytest
from django.urls import reverse

from teladan.desk.remission_day.asked import Asked
from teladan.desk.remission_day.computed import changed_since, proposal_of
from teladan.people import services as register
from teladan.people.models import Remission, Stay
from teladan.people.models.facility import Role
from teladan.people.services import confirm_lists
from teladan.rights.models import Case, Occasion, RightsSetting
from teladan.rights.remission_day import differences

ASKED = {"hak": "religious_remission", "tanggal": "2026-12-25", "agama": "protestant"}


@pytest.fixture
def registrar(prison, client):
    """Return a client signed in as registrar, in a prison where Markus's lists are checked as complete."""
    house, staff = prison
    RightsSetting.objects.bulk_create([RightsSetting(facility=house, preparation_days=1)])  # Natal is far yet
    officer = staff[Role.REGISTRAR]
    for stay in Stay.objects.filter(status="convict"):
        confirm_lists(stay, ["absences"], actor=officer, why="Diperiksa.", expected_version=stay.version)
    client.force_login(officer)
    return client


def _propose(client, **more):
    return client.get(reverse("desk:remission_proposal"), ASKED | more)


def _open(client):
    return client.post(reverse("desk:remission_open"), ASKED)


def test_the_days_to_come_lead_to_their_proposals(registrar):
    page = registrar.get(reverse("desk:remission_days")).content.decode()
    assert "tanggal=2026-12-25" in page
    assert "tanggal=2027-08-17" in page


def test_the_proposal_says_who_how_much_and_who_not(registrar):
    page = _propose(registrar).content.decode()
    assert "Markus Tanpanama" in page
    assert "1 bulan" in page
    others = [_propose(registrar, bagian=part).content.decode() for part in ("data", "tidak")]
    assert any("Daud Tahanan" in page for page in others)
    assert not Case.objects.filter(occasion__isnull=False).exists()


def test_a_day_that_is_no_day_is_refused_with_a_sentence(registrar):
    answer = _propose(registrar, tanggal="2026-02-30")
    assert answer.status_code == 422
    assert "Ada yang perlu diperbaiki" in answer.content.decode()


def test_a_feast_needs_its_religion(registrar):
    answer = _propose(registrar, agama="")
    assert answer.status_code == 422
    assert "Pilih agama" in answer.content.decode()


def test_opening_twice_makes_the_cases_once(registrar):
    first, second = _open(registrar), _open(registrar)
    assert first["Location"] == second["Location"]
    occasion = Occasion.objects.get()
    assert occasion.cases.count() == occasion.cases.values("stay").distinct().count() > 0


def test_the_proposal_of_an_opened_day_leads_to_it(registrar):
    _open(registrar)
    assert _propose(registrar)["Location"] == reverse("desk:remission_day", args=[Occasion.objects.get().uid])


def test_the_decision_moves_dates_and_prints_all_decrees(registrar):
    _open(registrar)
    occasion = Occasion.objects.get()
    page = reverse("desk:remission_day", args=[occasion.uid])
    assert registrar.get(reverse("desk:remission_decrees", args=[occasion.uid]))["Location"] == page
    decree = {"number": "PAS-1/2026", "on": "2026-12-20"}
    for _twice in range(2):
        answer = registrar.post(reverse("desk:remission_decide", args=[occasion.uid]), decree)
        assert registrar.get(answer["Location"])["Location"] == page
    markus = Stay.objects.get(person__name__startswith="Markus")
    grant = Remission.objects.get(stay=markus, granted_on=date(2026, 12, 25))
    assert (grant.kind, grant.months, grant.days, grant.decree_number) == ("religious", 1, 0, "PAS-1/2026")
    paper = registrar.get(reverse("desk:remission_decrees", args=[occasion.uid]))
    assert paper["Content-Type"] == "application/pdf"
    assert paper.getvalue().startswith(b"%PDF")


def test_a_decree_without_a_number_changes_nothing(registrar):
    _open(registrar)
    occasion = Occasion.objects.get()
    answer = registrar.post(reverse("desk:remission_decide", args=[occasion.uid]), {"number": "", "on": "2026-12-20"})
    assert answer.status_code == 422
    assert not Remission.objects.filter(granted_on=date(2026, 12, 25)).exists()


def test_who_no_longer_meets_the_conditions_is_shown_and_can_be_left_out(registrar):
    _open(registrar)
    occasion = Occasion.objects.get()
    markus = Stay.objects.get(person__name__startswith="Markus")
    markus.conduct_reports.update(rating="poor")
    page = registrar.get(reverse("desk:remission_day", args=[occasion.uid])).content.decode()
    assert "1 berubah setelah perkara dibuka" in page
    decree = {"number": "PAS-2/2026", "on": "2026-12-20", "leave_changed": "on"}
    registrar.post(reverse("desk:remission_decide", args=[occasion.uid]), decree)
    case = Case.objects.get(stay=markus, occasion=occasion)
    assert case.state == Case.State.REFUSED
    assert case.decision.criterion == "good_conduct_report"


def test_the_proposal_can_be_downloaded_as_a_sheet(registrar):
    answer = _propose(registrar, bentuk="xlsx")
    assert answer["Content-Disposition"] == 'attachment; filename="usulan-2026-12-25.xlsx"'
    assert answer.content[:2] == b"PK"


def test_every_change_of_the_register_makes_a_new_proposal_and_nothing_else_does(registrar, prison):
    house, staff = prison
    markus = Stay.objects.get(person__name__startswith="Markus")
    said = {"actor": staff[Role.REGISTRAR], "why": "data uji"}
    wanted = Asked("religious_remission", date(2026, 12, 25), "protestant")
    before = proposal_of(house, wanted)
    assert proposal_of(house, wanted) is before
    report = markus.conduct_reports.get()
    register.change(report, {"rating": "poor"}, expected_version=report.version, **said)
    after = proposal_of(house, wanted)
    assert {row.name for row in before.granted} - {row.name for row in after.granted} == {"Markus Tanpanama"}
    _open(registrar)
    assert proposal_of(house, wanted) is after  # cases change no facts
    register.change(markus, {"room": "Z-9"}, expected_version=Stay.objects.get(pk=markus.pk).version, **said)
    assert proposal_of(house, wanted) is not after


def test_what_changed_is_what_the_service_says(registrar, prison):
    _open(registrar)
    occasion = Occasion.objects.get()
    Stay.objects.get(person__name__startswith="Markus").conduct_reports.update(rating="poor")  # beside the services
    assert list(changed_since(occasion)) == differences(occasion) != []


def test_what_the_register_refuses_is_said_and_what_was_typed_stays(registrar):
    far = {"hak": "general_remission", "tanggal": "2028-08-17"}
    registrar.post(reverse("desk:remission_open"), far)
    occasion = Occasion.objects.get()
    decree = {"number": "PAS-9/2026", "on": "2026-11-24"}
    answer = registrar.post(reverse("desk:remission_decide", args=[occasion.uid]), decree)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Ada yang perlu diperbaiki" in page
    assert "PAS-9/2026" in page
    assert not Remission.objects.filter(granted_on=date(2028, 8, 17)).exists()


def test_the_first_page_asks_to_open_a_day_that_comes_near(registrar):
    RightsSetting.objects.update(preparation_days=90)
    asks = "Hari remisi yang perlu dibuka (giliran registrasi)"
    (tile,) = [each for each in registrar.get("/").context["tiles"] if each.label == asks]
    assert (tile.count, tile.href) == (1, reverse("desk:remission_days"))
    _open(registrar)
    (tile,) = [each for each in registrar.get("/").context["tiles"] if each.label == asks]
    assert tile.count == 0
