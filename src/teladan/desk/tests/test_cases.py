"""The page of a case: the step that is open, who may finish it, the decision."""

from datetime import date

import pytest
from django.urls import reverse

from teladan.people.models.facility import Role
from teladan.rights.models import Case, Step


@pytest.fixture
def markus_case(prison):
    return Case.objects.get(stay__person__name__startswith="Markus")


def _page(client, case):
    return client.get(reverse("desk:case", args=[case.uid])).content.decode()


def test_the_case_names_the_office_that_owes_and_the_law(prison, client, markus_case):
    _house, staff = prison
    client.force_login(staff[Role.AUDITOR])
    page = _page(client, markus_case)
    assert "Yang berutang: Registrasi" in page
    assert "Gratis" in page
    assert "Keppres 174/1999" in page
    assert "Selesaikan langkah" not in page  # the auditor changes nothing


def test_the_owner_finishes_the_step_and_the_next_opens(prison, client, markus_case):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    step = markus_case.steps.get(state=Step.State.OPEN)
    given = {"result": "complete", "note": "Lengkap", "step": step.pk, "version": step.version}
    assert client.post(reverse("desk:case_step", args=[markus_case.uid]), given).status_code == 302
    assert markus_case.steps.get(state=Step.State.OPEN).kind == "hearing"


def test_finishing_a_step_twice_is_refused_in_words(prison, client, markus_case):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    step = markus_case.steps.get(state=Step.State.OPEN)
    given = {"result": "complete", "step": step.pk, "version": step.version}
    client.post(reverse("desk:case_step", args=[markus_case.uid]), given)
    assert client.post(reverse("desk:case_step", args=[markus_case.uid]), given).status_code == 403


def test_a_step_changed_meanwhile_is_not_overwritten(prison, client, markus_case):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    step = markus_case.steps.get(state=Step.State.OPEN)
    answer = client.post(
        reverse("desk:case_step", args=[markus_case.uid]), {"result": "complete", "step": step.pk, "version": 99}
    )
    assert answer.status_code == 422
    assert markus_case.steps.get(state=Step.State.OPEN).kind == "documents"


def test_another_role_may_not_finish_the_registrars_step(prison, client, markus_case):
    _house, staff = prison
    client.force_login(staff[Role.HEAD])
    answer = client.post(
        reverse("desk:case_step", args=[markus_case.uid]), {"result": "complete", "step": 1, "version": 1}
    )
    assert answer.status_code == 403


def test_a_refusal_names_a_condition_of_the_law(prison, client, markus_case):
    _house, staff = prison
    client.force_login(staff[Role.HEAD])
    _bring_to_decision(markus_case)
    given = {"outcome": "refused", "number": "1/2026", "on": "2026-11-24", "version": markus_case.version}
    answer = client.post(reverse("desk:case_decide", args=[markus_case.uid]), given)
    assert answer.status_code == 422
    markus_case.refresh_from_db()
    assert markus_case.state == Case.State.OPEN


def test_a_grant_shows_the_dates_before_and_after(prison, client, markus_case):
    _house, staff = prison
    client.force_login(staff[Role.HEAD])
    _bring_to_decision(markus_case)
    given = {"outcome": "granted", "number": "1/2026", "on": "2026-11-24", "version": markus_case.version}
    Case.objects.filter(pk=markus_case.pk).update(length_days=30)
    assert client.post(reverse("desk:case_decide", args=[markus_case.uid]), given).status_code == 302
    page = _page(client, markus_case)
    assert "Tanggal sebelum dan sesudah keputusan" in page
    assert "Tanda terima buku besar" in page
    assert markus_case.stay.remissions.filter(granted_on=date(2026, 12, 25)).exists()


def test_a_letter_about_the_case_can_be_printed(prison, client, markus_case):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    answer = client.get(reverse("desk:case_letter", args=[markus_case.uid]))
    assert answer.content.startswith(b"%PDF")


def _bring_to_decision(case):
    case.steps.update(state=Step.State.DONE)
    step = case.steps.last()
    step.pk, step.kind, step.office, step.order, step.state = None, "decision", "directorate", 9, Step.State.OPEN
    step._change_reason = "data uji"
    step.save()
