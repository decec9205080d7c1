"""Verdict files on their way into the register: nothing enters unconfirmed, and then all or nothing."""

import datetime as dt
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from teladan.ledger.models import Entry
from teladan.ledger.queries import verify
from teladan.people.errors import Invalid, ProbablySame, Stale
from teladan.people.intake.tests.render import Facts, as_issued
from teladan.people.intake_services import confirm, initial_values, receive, reject
from teladan.people.models import Document, IntakeBatch, IntakeProposal, Person, Sentence, Stay, Verdict
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody, verdict_values

CASE = "47/Pid.B/2018/PN Kpg"
FINE = Facts(fine_rp=800_000_000, substitute=("prison", 3), offence="narcotics", chamber="Pid.Sus")
NEW = {
    "person": {"name": "Rama Contoh", "sex": "male", "birth_date": dt.date(1988, 1, 1)},
    "stay": {"register_number": "B.I 47/2018", "status": "convict", "admitted_on": dt.date(2018, 5, 20)},
}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "documents"


def upload(text, name="putusan.txt"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def received(facility, officer, *files):
    return list(receive(files, facility=facility, actor=officer).proposals.all())


@pytest.fixture
def proposal(facility, officer):
    return received(facility, officer, upload(as_issued(Facts())))[0]


def complete(proposal, **other):
    """Fill what the reader was unsure of, as an officer would."""
    values = initial_values(proposal.proposal)
    values["sentence"] = {"fine_rp": None, "restitution_rp": None, "substitute_kind": ""} | values["sentence"]
    return values | NEW | other


def entered(proposal, values, officer, **more):
    said = {"actor": officer, "why": "Putusan diterima", "expected_version": 1, "today": TODAY} | more
    return confirm(proposal, values, **said)


def test_receiving_touches_nothing_of_the_register(facility, officer, proposal):
    assert proposal.state == "waiting"
    assert proposal.proposal["case_number"]["value"] == CASE
    begin, end = proposal.proposal["case_number"]["passage"]
    assert "47/Pid.B/2018" in proposal.text[begin:end]
    assert Path(proposal.file.path).read_bytes().decode() == proposal.text
    assert not Person.objects.exists()
    assert not Verdict.objects.exists()
    assert verify(facility) == []


def test_a_confirmed_verdict_enters_with_its_document(facility, officer, proposal):
    stay = entered(proposal, complete(proposal), officer)
    verdict = stay.verdicts.get()
    sentence = verdict.sentences.get()
    assert (verdict.case_number, verdict.verdict_date, verdict.offence) == (CASE, dt.date(2018, 5, 8), "theft")
    assert (sentence.kind, sentence.years, sentence.months) == ("prison", 1, 6)
    assert [order.authority for order in stay.detentions.all()] == ["investigator", "prosecutor", "court"]
    document = stay.documents.get()
    assert (document.kind, document.sha256) == ("verdict", proposal.sha256)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.stay) == ("confirmed", stay)
    assert stay.history.get().history_change_reason == "Putusan diterima"
    assert verify(facility) == []


def test_a_fine_and_its_substitute_enter(facility, officer):
    (proposal,) = received(facility, officer, upload(as_issued(FINE)))
    stay = entered(proposal, complete(proposal), officer)
    sentence = Sentence.objects.get(verdict__stay=stay)
    assert (sentence.fine_rp, sentence.substitute_kind, sentence.substitute_months) == (800_000_000, "prison", 3)


def test_pressed_twice_it_enters_once(officer, proposal):
    first = entered(proposal, complete(proposal), officer)
    assert entered(proposal, complete(proposal), officer) == first
    assert Stay.objects.count() == 1


@pytest.mark.parametrize("name", ["verdict_date", "articles", "offence"])
def test_an_unsure_field_must_be_filled(officer, proposal, name):
    proposal.proposal["unsure"].append(name)
    IntakeProposal.objects.filter(pk=proposal.pk).update(proposal=proposal.proposal)
    values = complete(proposal)
    values["verdict"].pop(name, None)
    with pytest.raises(Invalid) as refused:
        entered(proposal, values, officer)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [("unsure", name)]
    assert not Person.objects.exists()


@pytest.mark.parametrize("name", ["fine_rp", "restitution_rp"])
def test_unsure_money_is_said_to_be_none_not_left_out(officer, proposal, name):
    proposal.proposal["unsure"].append(name)
    IntakeProposal.objects.filter(pk=proposal.pk).update(proposal=proposal.proposal)
    values = complete(proposal)
    without = values | {"sentence": {key: value for key, value in values["sentence"].items() if key != name}}
    with pytest.raises(Invalid) as refused:
        entered(proposal, without, officer)
    assert refused.value.problems[0].field == name
    assert entered(proposal, values, officer).pk


def test_a_failure_leaves_nothing_half_written(officer, proposal):
    entries = Entry.objects.count()
    values = complete(proposal)
    values["sentence"] |= {"years": 0, "months": 0}
    with pytest.raises(Invalid) as refused:
        entered(proposal, values, officer)
    assert refused.value.problems[0].code == "term_zero"
    assert not Person.objects.exists()
    assert not Document.objects.exists()
    assert Entry.objects.count() == entries
    assert IntakeProposal.objects.get().state == "waiting"


def test_a_case_in_the_register_is_said_at_once_and_again_when_confirming(facility, officer):
    stay = admit_somebody(facility, officer, verdicts=[verdict_values(case_number=CASE)])
    (proposal,) = received(facility, officer, upload(as_issued(Facts())))
    (message,) = proposal.problems
    assert (message["code"], message["register_number"]) == ("case_in_register", stay.register_number)
    assert message["id"] != message["en"]
    with pytest.raises(ProbablySame) as refused:
        entered(proposal, complete(proposal), officer)
    assert refused.value.candidates[0].stay == stay
    with pytest.raises(Invalid) as again:
        entered(proposal, complete(proposal, stay={}), officer, stay=stay)
    assert "case_number_twice" in {problem.code for problem in again.value.problems}
    other = entered(proposal, complete(proposal), officer, not_same_because="Terdakwa kedua dalam perkara yang sama")
    assert other.person != stay.person


def test_a_verdict_for_somebody_inside_is_added_to_the_stay(facility, officer, proposal):
    stay = admit_somebody(
        facility,
        officer,
        stay={"status": "detainee", "admitted_on": dt.date(2018, 2, 5), "register_number": "A.III 5/2018"},
        detention={"authority": "investigator", "start": dt.date(2018, 2, 5), "end": dt.date(2018, 2, 24)},
        verdicts=[],
    )
    values = complete(proposal, stay={"status": "convict", "register_number": "B.I 47/2018"})
    same = entered(proposal, values, officer, stay=stay)
    stay.refresh_from_db()
    assert (same, stay.status, stay.register_number, stay.version) == (stay, "convict", "B.I 47/2018", 2)
    assert stay.verdicts.get().sentences.get().months == 6
    assert stay.detentions.count() == 3  # the first order was there already
    assert Person.objects.count() == 1


def test_somebody_else_confirmed_meanwhile(officer, proposal):
    reject(proposal, actor=officer, why="Salah berkas", expected_version=1)
    with pytest.raises(Stale):
        entered(proposal, complete(proposal), officer)
    with pytest.raises(Invalid) as refused:
        entered(proposal, complete(proposal), officer, expected_version=2)
    assert refused.value.problems[0].code == "not_waiting"


def test_rejecting_keeps_the_reason_and_happens_once(officer, proposal):
    reject(proposal, actor=officer, why="Salah berkas", expected_version=1)
    reject(proposal, actor=officer, why="Salah berkas", expected_version=1)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.version) == ("rejected", 2)
    assert proposal.history.first().history_change_reason == "Salah berkas"
    assert Entry.objects.filter(action="people.intake.rejected").count() == 1


BAD = {
    "empty": (upload(b""), "empty"),
    "50 MB": (SimpleUploadedFile("a.pdf", b"%PDF-" + b"0" * 50 * 1024 * 1024), "too_large"),
    "wrong encoding": (upload("putusan é".encode("latin-1") * 20), "wrong_encoding"),
    "a program": (upload(b"MZ", "a.exe"), "unknown_type"),
    "a picture named pdf": (upload(b"\x89PNG\r\n\x1a\n", "a.pdf"), "ending_lies"),
    "a broken pdf": (upload(b"%PDF-1.4 broken", "a.pdf"), "damaged"),
    "no verdict": (upload("resep kue " * 50), "not_a_verdict"),
    "a sheet without header": (upload("a,b\n1,2\n", "a.csv"), "no_header"),
}


@pytest.mark.parametrize(("file", "code"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_a_message_and_the_others_go_on(facility, officer, file, code):
    file.seek(0)
    bad, good = received(facility, officer, file, upload(as_issued(Facts()), "baik.txt"))
    assert (bad.state, good.state) == ("unreadable", "waiting")
    (problem,) = bad.problems
    assert problem["code"] == code
    assert problem["id"]
    assert problem["en"]
    with pytest.raises(Invalid):
        confirm(bad, complete(good), actor=officer, why=WHY, expected_version=1, today=TODAY)


SHEET = """Nama,Nomor Perkara,Tanggal Putusan,Pasal,Lama Pidana,Mulai Ditahan,Denda
Rama Contoh,48/Pid.B/2018/PN Kpg,2018-05-08,Pasal 362 KUHP,1 tahun 6 bulan,2018-02-05,
Sinta Contoh,49/Pid.B/2018/PN Kpg,2018-13-08,Pasal 362 KUHP,0 tahun,2018-02-05,
Rama Contoh,48/Pid.B/2018/PN Kpg,2018-05-08,Pasal 362 KUHP,1 tahun 6 bulan,2018-02-05,
geser,Lesmana Contoh,50/Pid.B/2018/PN Kpg,2018-05-08,Pasal 362 KUHP,8 bulan,2018-02-05,1
"""


def test_a_sheet_gives_a_proposal_a_row_and_a_message_a_bad_row(facility, officer):
    rows = received(facility, officer, upload(SHEET, "daftar.csv"))
    assert [(row.row, row.state) for row in rows] == [
        (2, "waiting"),
        (3, "unreadable"),
        (4, "unreadable"),
        (5, "unreadable"),
    ]
    codes = [{problem["code"] for problem in row.problems} for row in rows]
    assert codes[:3] == [set(), {"bad_date", "zero_term"}, {"duplicate_case_number"}]
    assert "shifted_row" in codes[3]
    good = rows[0]
    assert set(good.proposal["unsure"]) == {
        "court",
        "offence",
        "outcome",
        "place",
        "fine_rp",
        "substitute",
        "restitution_rp",
    }
    assert initial_values(good.proposal)["person"] == {"name": "Rama Contoh"}
    assert not good.file


def test_a_row_of_a_sheet_enters_when_completed(facility, officer):
    good = received(facility, officer, upload(SHEET, "daftar.csv"))[0]
    values = complete(good)
    values["verdict"] |= {"court": "PN Kupang", "offence": "theft"}
    values["sentence"] |= {"kind": "prison"}
    values["detention"][0] |= {"place": "prison", "authority": "investigator"}
    stay = entered(good, values, officer)
    assert stay.verdicts.get().sentences.get().months == 6
    assert not stay.documents.exists()


def test_the_same_case_waiting_twice_is_said(facility, officer, proposal):
    (second,) = received(facility, officer, upload(as_issued(Facts()) + " ", "lagi.txt"))
    assert [problem["code"] for problem in second.problems] == ["case_waiting"]


def test_an_officer_of_another_facility_may_not(facility, officer, proposal):
    from teladan.people.models import Facility  # noqa: PLC0415
    from teladan.people.tests.conftest import make_officer  # noqa: PLC0415

    other = Facility.objects.create(name="Lain", place="L", regional_office="K", probation_office="B")
    stranger = make_officer(other, "asing", "Asing")
    with pytest.raises(PermissionDenied):
        receive([], facility=facility, actor=stranger)
    with pytest.raises(PermissionDenied):
        entered(proposal, complete(proposal), stranger)
    with pytest.raises(PermissionDenied):
        reject(proposal, actor=stranger, why=WHY, expected_version=1)


def test_a_stay_of_another_facility_may_not_be_given(facility, officer, proposal):
    from teladan.people.models import Facility  # noqa: PLC0415
    from teladan.people.tests.conftest import make_officer  # noqa: PLC0415

    other = Facility.objects.create(name="Lain", place="L", regional_office="K", probation_office="B")
    theirs = admit_somebody(other, make_officer(other, "asing", "Asing"))
    with pytest.raises(PermissionDenied):
        entered(proposal, complete(proposal), officer, stay=theirs)
    assert IntakeBatch.objects.count() == 1
