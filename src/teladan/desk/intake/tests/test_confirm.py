"""An officer checks a proposal: what was read is shown where it was read, and enters only when confirmed."""

import re

from django.urls import reverse

from teladan.desk.intake.tests.sending import NEW, confirm, fields, page, proposal_of, upload
from teladan.people.intake.tests.render import Facts, as_issued
from teladan.people.models import Person, Stay, Verdict


def test_each_value_points_at_its_words_and_back(registrar, client):
    shown = page(client, proposal_of(client, as_issued(Facts())))
    targets = set(re.findall(r'id="([^"]+)"', shown))
    for name in ("case_number", "court", "verdict_date", "term", "detention-0", "detention-2", "articles-0"):
        assert f"petikan-{name}" in targets
        assert f'href="#petikan-{name}"' in shown
    assert set(re.findall(r'href="#((?:petikan|isian)-[^"]+)"', shown)) <= targets
    assert re.search(r'id="petikan-case_number">.*?47/Pid\.B/2018/PN Kpg', shown)


def test_a_field_that_is_not_sure_is_empty_and_marked(registrar, client):
    text = as_issued(Facts()).replace("47/Pid.B/2018/PN Kpg", "…/Pid.B/2018/PN Kpg")
    proposal = proposal_of(client, text)
    assert "case_number" in proposal.proposal["unsure"]
    shown = page(client, proposal)
    assert re.search(r'tld-unsure" id="isian-case_number"', shown)
    assert not re.search(r'name="case_number"[^>]* value="[^"]', shown)
    answer = confirm(client, proposal, **NEW)
    assert answer.status_code == 422
    assert "Nomor perkara" in answer.content.decode()
    assert not Verdict.objects.filter(case_number="").exists()


def test_a_confirmed_proposal_is_in_the_register_with_its_dates(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    answer = confirm(client, proposal, **NEW)
    assert answer.status_code == 302, answer.content.decode()
    stay = Stay.objects.get(register_number="BI-900/2018")
    assert answer["Location"] == reverse("desk:person", args=[stay.person.uid])
    assert stay.standing.expiry is not None
    assert stay.history.first().history_change_reason == NEW["why"]


def test_corrections_win_over_what_was_read(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    confirm(client, proposal, **NEW | {"years": "2", "months": "3", "fine_state": "some", "fine_rp": "Rp60.000.000,00"})
    sentence = Stay.objects.get(register_number="BI-900/2018").verdicts.get().sentences.get()
    assert (sentence.years, sentence.months, sentence.fine_rp) == (2, 3, 60_000_000)


def test_pressing_twice_enters_once(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    sent = fields(proposal, **NEW)
    url = reverse("desk:intake_confirm", args=[proposal.uid])
    first, second = client.post(url, sent), client.post(url, sent)
    assert first["Location"] == second["Location"]
    assert Person.objects.filter(name="Rama Contoh").count() == 1


def test_what_somebody_else_has_entered_is_told(prison, registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    sent = fields(proposal, **NEW)
    url = reverse("desk:intake_confirm", args=[proposal.uid])
    client.post(url, sent)
    colleague = type(registrar).objects.create(
        username="lain", full_name="Petugas Lain", role="registrar", facility=prison[0]
    )
    client.force_login(colleague)
    page = client.post(url, sent | {"years": "9"}, follow=True).content.decode()
    assert "sudah dimasukkan oleh Petugas" in page
    assert "Isian Anda tidak dipakai" in page
    assert Stay.objects.get(register_number="BI-900/2018").verdicts.get().sentences.get().years == 1


def test_a_search_that_finds_nobody_says_so(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    typed = fields(proposal, words="Bambang Kusumo", do="search")
    shown = client.post(reverse("desk:intake_confirm", args=[proposal.uid]), typed).content.decode()
    assert "Tidak ada yang cocok di register." in shown


def test_a_search_keeps_what_was_typed_and_offers_people(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    typed = fields(proposal, words="daud tahann", why="sudah ditulis", do="search", court="PN Lain")
    shown = client.post(reverse("desk:intake_confirm", args=[proposal.uid]), typed).content.decode()
    assert "Daud Tahanan, register" in shown
    assert "sudah ditulis" in shown
    assert "PN Lain" in shown
    assert "govuk-error-summary" not in shown


def test_a_verdict_for_somebody_inside_joins_their_record(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    inside = Stay.objects.get(person__name="Daud Tahanan")
    inside.detentions.update(start="2018-02-05", end="2018-02-24", authority="investigator")
    chosen = {
        "who": f"inside:{inside.person.uid}",
        "words": "Daud",
        "status": "convict",
        "register_number": "BI-77/2018",
    }
    kept = {name: NEW[name] for name in ("final_state", "final_on", "why", "do")}
    answer = confirm(client, proposal, **kept | chosen)
    assert answer.status_code == 302, answer.content.decode()
    inside.refresh_from_db()
    assert (inside.status, inside.register_number) == ("convict", "BI-77/2018")
    assert inside.verdicts.get().case_number == "47/Pid.B/2018/PN Kpg"


def test_a_case_that_is_in_the_register_points_at_its_person_and_enters_no_second_time(registrar, client):
    inside = Stay.objects.get(person__name__startswith="Markus")
    Verdict.objects.filter(stay=inside).update(case_number="47/Pid.B/2018/PN Kpg")
    proposal = proposal_of(client, as_issued(Facts()))
    shown = page(client, proposal)
    assert "sudah ada di register, nomor BI-001/2024" in shown
    assert re.search(rf'value="inside:{inside.person.uid}" checked', shown)
    kept = {name: NEW[name] for name in ("final_state", "final_on", "why", "do")}
    answer = confirm(client, proposal, **kept, who=f"inside:{inside.person.uid}")
    assert answer.status_code == 422
    assert "Nomor perkara ini sudah tercatat untuk orang yang sama." in answer.content.decode()
    assert inside.verdicts.count() == 1


def test_a_row_of_a_sheet_is_checked_and_confirmed_like_a_verdict(registrar, client):
    sheet = (
        b"nama,nomor perkara,pengadilan,tanggal putusan,pasal,tindak pidana,hasil putusan,lama pidana\n"
        b"Rama Contoh,5/Pid.B/2018/PN Kpg,PN Kupang,2018-05-08,Pasal 362 KUHP,theft,prison,1 tahun\n"
    )
    proposal = upload(client, ("daftar.csv", sheet)).proposals.get()
    assert "Rama Contoh" in page(client, proposal)
    answer = confirm(client, proposal, **NEW)
    assert answer.status_code == 422  # an empty cell is not "none": money and detention are asked for
    shown = answer.content.decode()
    for words in ("Denda tidak terbaca pasti", "Uang pengganti tidak terbaca pasti", "Penahanan tidak terbaca pasti"):
        assert words in shown
    none = {"fine_state": "none", "restitution_state": "none", "substitute_kind": "none", "no_orders": "on"}
    answer = confirm(client, proposal, **NEW, **none)
    assert answer.status_code == 302, answer.content.decode()
    stay = Stay.objects.get(register_number="BI-900/2018")
    assert stay.verdicts.get().sentences.get().years == 1
    assert not stay.documents.exists()  # the sheet holds other people too


def test_somebody_who_was_here_before_is_not_made_twice(registrar, client):
    former = Stay.objects.get(person__name="Baru Datang")
    Stay.objects.filter(pk=former.pk).update(admitted_on="2015-01-01", released_on="2016-01-01")
    proposal = proposal_of(client, as_issued(Facts()))
    typed = NEW | {"who": f"back:{former.person.uid}", "words": "Baru Datang"}
    answer = confirm(client, proposal, **typed)
    assert answer.status_code == 302, answer.content.decode()
    assert former.person.stays.count() == 2


def test_probably_the_same_person_is_asked_for(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    typed = NEW | {"name": "Markus Tanpanama", "birth_date": "1988-03-02"}
    answer = confirm(client, proposal, **typed)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Mungkin orang yang sama" in shown
    assert not Stay.objects.filter(register_number="BI-900/2018").exists()
    explained = typed | {"not_same_because": "NIK berbeda"}
    assert confirm(client, proposal, **explained).status_code == 302
    assert (
        Stay.objects.get(register_number="BI-900/2018").history.first().history_change_reason.endswith("(NIK berbeda)")
    )


def test_a_missing_reason_and_a_missing_person_are_said(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    shown = confirm(client, proposal, do="confirm").content.decode()
    for field in ("who", "why", "final_state"):
        assert f'href="#id_{field}"' in shown
    assert proposal.proposal["case_number"]["value"] in shown


def test_rejecting_needs_a_reason_and_ends_the_proposal(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    url = reverse("desk:intake_reject", args=[proposal.uid])
    assert client.post(url, {"version": 1}).status_code == 422
    answer = client.post(url, {"version": 1, "reject_why": "Terunggah dua kali"})
    assert answer["Location"] == reverse("desk:intake")
    assert client.post(url, {"version": 1, "reject_why": "Terunggah dua kali"}).status_code == 302
    proposal.refresh_from_db()
    assert proposal.state == "rejected"
    assert proposal.history.first().history_change_reason == "Terunggah dua kali"
    answer = confirm(client, proposal, **NEW)
    assert answer.status_code == 422
    assert not Stay.objects.filter(register_number="BI-900/2018").exists()


def test_somebody_elses_decision_is_told(registrar, client):
    proposal = proposal_of(client, as_issued(Facts()))
    sent = fields(proposal, **NEW) | {"version": "7"}
    shown = client.post(reverse("desk:intake_confirm", args=[proposal.uid]), sent)
    assert shown.status_code == 422
    assert "Bandingkan kedua isian" in shown.content.decode()
    assert 'name="version" value="1"' in shown.content.decode()


def test_readers_see_the_proposal_and_no_button(prison, client):
    _house, staff = prison
    client.force_login(staff["registrar"])
    proposal = proposal_of(client, as_issued(Facts()))
    client.force_login(staff["auditor"])
    shown = page(client, proposal)
    assert "petikan-case_number" in shown
    assert "Masukkan ke register" not in shown
    assert "Batalkan usulan" not in shown
