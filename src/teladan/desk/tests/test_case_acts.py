"""Acts beside the steps of a case: files on the checklist, a leave opened again, a leave revoked, the handover."""

from datetime import date, datetime, timedelta
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from teladan.desk.tests import factory
from teladan.people.models import Document, Stay
from teladan.people.models.facility import Role
from teladan.rights.models import Case, Revocation, RightStanding, Step
from teladan.rights.services import decide, finish_step
from teladan.rights.services.steps_of_case import circumstances_of, new_steps

NOON = timezone.make_aware(datetime(2026, 11, 24, 12))  # noqa: DTZ001


@pytest.fixture
def markus(prison):
    return Stay.objects.get(person__name__startswith="Markus")


@pytest.fixture
def family_leave(markus):
    """Return a case of family leave, opened the day before, with every step of its file."""
    return _leave(markus, "family_leave")


def _leave(stay, right, day=factory.TODAY):
    case = Case(facility=stay.facility, stay=stay, right=right, occurrence="2024-02-11", date=day, as_of=factory.TODAY)
    case.opened_at, case._change_reason = NOON - timedelta(days=1), "data uji"
    case.save()
    for step in new_steps(case, stay.standing, circumstances_of([stay])[stay.pk], (), factory.TODAY):
        step._change_reason = "data uji"
        step.save()
    return case


def _bring_to(case, kind):
    """Put the open step at `kind`, as if all before were done."""
    place = case.steps.get(kind=kind).order
    case.steps.filter(order__lt=place).update(state=Step.State.DONE, result="complete", done_at=NOON)
    case.steps.filter(order=place).update(state=Step.State.OPEN, opened_on=factory.TODAY)


def _grant(case, officer):
    _bring_to(case, "decision")
    given = {"outcome": "granted", "number": "W-1/2026", "on": factory.TODAY, "actor": officer, "now": NOON}
    decide(case, **given, expected_version=case.version)
    case.refresh_from_db()


def _refuse(case):
    Case.objects.filter(pk=case.pk).update(state=Case.State.REFUSED)
    case.steps.update(state=Step.State.SKIPPED)


def _hand_over(case, officer):
    step = case.steps.get(kind="handover")
    finish_step(step, result="handed_over", actor=officer, expected_version=step.version, now=NOON)


def _at(name, case, *more):
    return reverse(f"desk:{name}", args=[case.uid, *more])


def test_a_file_answers_a_line_and_is_kept_with_the_person(prison, client, markus, family_leave):
    _house, staff = prison
    step = family_leave.steps.get(state=Step.State.OPEN)
    client.force_login(staff[Role(step.office)])
    code = step.checklist[0]["code"]
    page = _at("case_paper", family_leave, code)
    sent = {"version": step.version, "file": SimpleUploadedFile("surat.txt", b"Isi surat."), "note": "asli di map"}
    assert client.post(page, sent).status_code == 302
    step.refresh_from_db()
    document = Document.objects.get(stay=markus, name="surat.txt")
    assert step.checklist[0] == {"code": code, "done": True, "document": document.pk, "note": "asli di map"}
    shown = client.get(_at("case", family_leave)).content.decode()
    assert reverse("desk:person_document", args=[markus.person.uid, document.uid]) in shown


def test_a_document_of_the_person_answers_a_line_but_nobody_elses_does(prison, client, markus, family_leave):
    _house, staff = prison
    step = family_leave.steps.get(state=Step.State.OPEN)
    client.force_login(staff[Role(step.office)])
    page = _at("case_paper", family_leave, step.checklist[0]["code"])
    own = factory.document(markus)
    strange = factory.document(Stay.objects.get(person__name__startswith="Yohanis"))
    refused = client.post(page, {"version": step.version, "document": strange.pk})
    assert refused.status_code == 422
    assert client.post(page, {"version": step.version, "document": own.pk}).status_code == 302
    step.refresh_from_db()
    assert step.checklist[0]["document"] == own.pk


def test_a_refused_file_keeps_what_was_typed_and_ticks_nothing(prison, client, family_leave):
    _house, staff = prison
    step = family_leave.steps.get(state=Step.State.OPEN)
    client.force_login(staff[Role(step.office)])
    page = _at("case_paper", family_leave, step.checklist[0]["code"])
    sent = {"version": step.version, "file": SimpleUploadedFile("kosong.txt", b""), "note": "catatan saya"}
    answer = client.post(page, sent)
    assert answer.status_code == 422
    assert "catatan saya" in answer.content.decode()
    assert not Document.objects.filter(name="kosong.txt").exists()
    assert client.post(page, {"version": step.version}).status_code == 422  # nothing given at all
    step.refresh_from_db()
    assert not step.checklist[0]["done"]


def test_a_line_is_ticked_and_the_tick_taken_back(prison, client, family_leave):
    _house, staff = prison
    step = family_leave.steps.get(state=Step.State.OPEN)
    client.force_login(staff[Role(step.office)])
    for done in (True, False):
        step.refresh_from_db()
        sent = {"code": step.checklist[0]["code"], "version": step.version} | ({"done": "on"} if done else {})
        assert client.post(_at("case_document", family_leave), sent)["Location"].endswith("#dokumen")
        step.refresh_from_db()
        assert step.checklist[0]["done"] is done


def test_a_tick_on_what_somebody_changed_meanwhile_is_refused_in_words(prison, client, family_leave):
    _house, staff = prison
    step = family_leave.steps.get(state=Step.State.OPEN)
    client.force_login(staff[Role(step.office)])
    sent = {"code": step.checklist[0]["code"], "done": "on", "version": 99}
    answer = client.post(_at("case_document", family_leave), sent, follow=True)
    assert "setelah Anda membukanya" in answer.content.decode()


def test_a_step_that_was_finished_meanwhile_does_not_finish_the_next(prison, client, family_leave):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    _bring_to(family_leave, "decision")
    seen = family_leave.steps.first()
    step = family_leave.steps.get(state=Step.State.OPEN)
    Step.objects.filter(pk=step.pk).update(office="registrar", kind="social_inquiry")
    sent = {"step": seen.pk, "version": step.version, "result": "recommended"}
    answer = client.post(_at("case_step", family_leave), sent)
    assert answer.status_code == 422
    assert "Ini langkah berikutnya" in answer.content.decode()
    step.refresh_from_db()
    assert step.state == Step.State.OPEN


def test_the_handover_of_a_granted_leave_is_listed_and_done_by_the_head(prison, client, markus):
    _house, staff = prison
    head = staff[Role.HEAD]
    case = _leave(markus, "parole")
    _grant(case, head)
    client.force_login(head)
    for place in (reverse("desk:steps"), reverse("desk:home")):
        assert _at("case", case) in client.get(place).content.decode()
    step = case.steps.get(kind="handover")
    with mock.patch("django.utils.timezone.now", return_value=NOON):
        sent = {"step": step.pk, "version": step.version, "result": "handed_over"}
        assert client.post(_at("case_step", case), sent).status_code == 302
    markus.refresh_from_db()
    assert (markus.released_on, markus.release_kind) == (factory.TODAY, "parole")


def test_a_handover_before_its_day_offers_no_button(prison, client, markus):
    _house, staff = prison
    case = _leave(markus, "parole", day=factory.TODAY + timedelta(days=9))
    _grant(case, staff[Role.HEAD])
    client.force_login(staff[Role.HEAD])
    page = client.get(_at("case", case)).content.decode()
    assert "Serahkan pada hari itu" in page
    assert "Selesaikan langkah" not in page
    assert "Catat keputusan" not in page  # it is decided
    assert "sekali lagi" not in page  # and not over


def test_a_leave_ended_is_opened_again_with_a_reason(prison, client, markus, family_leave):
    _house, staff = prison
    _refuse(family_leave)
    RightStanding.objects.filter(standing__stay=markus, right="family_leave").update(status="eligible")
    client.force_login(staff[Role.REGISTRAR])
    assert "Buka perkara ini sekali lagi" in client.get(_at("case", family_leave)).content.decode()
    assert client.post(_at("case_again", family_leave), {"why": " "}).status_code == 422
    assert client.post(_at("case_again", family_leave), {"why": "Kunjungan berikutnya"}).status_code == 302
    made = Case.objects.filter(stay=markus, right="family_leave").latest("pk")
    assert made.state == Case.State.OPEN
    twice = client.post(_at("case_again", family_leave), {"why": "Kunjungan berikutnya"})
    assert twice.status_code == 422
    assert "Kunjungan berikutnya" in twice.content.decode()
    assert Case.objects.filter(stay=markus, right="family_leave").count() == 2
    assert "Buka perkara ini sekali lagi" not in client.get(_at("case", family_leave)).content.decode()


def test_a_right_that_the_law_does_not_offer_cannot_be_opened_again(prison, client, markus, family_leave):
    _house, staff = prison
    _refuse(family_leave)
    client.force_login(staff[Role.REGISTRAR])
    assert "Buka perkara ini sekali lagi" not in client.get(_at("case", family_leave)).content.decode()
    assert client.post(_at("case_again", family_leave), {"why": "Ingin"}).status_code == 422


def test_a_leave_begun_is_revoked_and_the_person_is_back(prison, client, markus):
    _house, staff = prison
    head = staff[Role.HEAD]
    case = _leave(markus, "parole")
    _grant(case, head)
    _hand_over(case, head)
    case.refresh_from_db()
    client.force_login(head)
    assert "Catat pencabutan" in client.get(_at("case", case)).content.decode()
    given = {"ground": "missed_reports", "number": "", "on": "2026-11-24", "back_on": "2026-11-24"}
    assert client.post(_at("case_revoke", case), given | {"version": case.version}).status_code == 422
    with mock.patch("django.utils.timezone.now", return_value=NOON):
        sent = given | {"number": "W-9/2026", "version": case.version}
        assert client.post(_at("case_revoke", case), sent).status_code == 302
    markus.refresh_from_db()
    assert markus.released_on is None
    assert Revocation.objects.get(case=case).back_on == date(2026, 11, 24)
    client.force_login(head)  # the session began at another time than the act's
    page = client.get(_at("case", case)).content.decode()
    assert "Tidak melapor kepada Bapas tiga kali berturut-turut. Nomor W-9/2026" in page
    assert "Catat pencabutan" not in page


def test_what_the_auditor_cannot_do_is_not_offered(prison, client, markus, family_leave):
    _house, staff = prison
    client.force_login(staff[Role.AUDITOR])
    page = client.get(_at("case", family_leave)).content.decode()
    assert "Sudah ada" not in page
    assert '<form method="post" action="/perkara' not in page


def test_a_day_that_moved_is_said(prison, client, markus, family_leave):
    _house, staff = prison
    family_leave.date = date(2027, 3, 1)
    family_leave._change_reason = "Mengikuti perhitungan yang baru"
    family_leave.save()
    client.force_login(staff[Role.HEAD])
    assert "semula 24 November 2026" in client.get(_at("case", family_leave)).content.decode()


def test_a_refusal_that_contradicts_the_register_says_so(prison, client, markus, family_leave):
    _house, staff = prison
    _bring_to(family_leave, "decision")
    given = {"outcome": "refused", "number": "W-2/2026", "on": factory.TODAY, "actor": staff[Role.HEAD], "now": NOON}
    decide(family_leave, **given, criterion="judgment_final", expected_version=family_leave.version)
    client.force_login(staff[Role.AUDITOR])
    assert "berbeda dari hitungan hukum" in client.get(_at("case", family_leave)).content.decode()
