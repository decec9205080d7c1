"""Files come in: each is answered for itself, in words that say what to do, and the register is not touched."""

import io
from uuid import uuid4

import pytest
from django.urls import reverse
from pypdf import PdfWriter

from teladan.desk.intake.tests.sending import upload
from teladan.people.intake.tests.render import Facts, as_issued
from teladan.people.intake_services import reading
from teladan.people.models import IntakeBatch, IntakeProposal, Verdict

HEADER = b"nomor perkara,tanggal putusan,pidana tahun,pidana bulan,pidana hari\n"
MEGA = 1024 * 1024


def picture_pdf():
    writer, kept = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(kept)
    return kept.getvalue()


BAD = {
    "empty": (("kosong.txt", b""), "Berkas kosong"),
    "fifty megabytes": (("besar.pdf", b"%PDF-" + b"0" * 50 * MEGA), "batasnya 20 MB"),
    "pictures only": (("pindai.pdf", picture_pdf()), "hanya berisi gambar"),
    "another encoding": (("lama.txt", b"\x81\x8d putusan \x00\x01\xff"), "UTF-8"),
    "damaged": (("rusak.docx", b"PK\x03\x04 bukan arsip"), "rusak"),
    "no verdict": (("surat.txt", b"Surat biasa tentang rapat hari Senin."), "bukan putusan"),
    "another kind": (("lagu.mp3", b"ID3 lagu"), "tidak dikenal"),
    "shifted": (("geser.csv", HEADER + b"1/Pid.B/2020/PN Kpg,2020-05-01,1,2,0,7\n"), "baris bergeser"),
    "impossible day": (("hari.csv", HEADER + b"1/Pid.B/2020/PN Kpg,2020-02-31,1,2,0\n"), "bukan tanggal yang ada"),
    "term of 0": (("nol.csv", HEADER + b"1/Pid.B/2020/PN Kpg,2020-05-01,0,0,0\n"), "Lama pidana 0"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_says_what_is_wrong_and_keeps_nothing(registrar, client, what):
    file, words = BAD[what]
    before = Verdict.objects.count()
    batch = upload(client, file)
    shown = client.get(reverse("desk:intake_batch", args=[batch.uid])).content.decode()
    assert words in shown
    proposal = batch.proposals.get()
    assert proposal.state == "unreadable"
    alone = client.get(reverse("desk:intake_proposal", args=[proposal.uid])).content.decode()
    assert words in alone
    assert "Masukkan ke register" not in alone
    assert Verdict.objects.count() == before


def test_one_bad_file_stops_no_other(registrar, client):
    good = ("putusan.txt", as_issued(Facts()).encode())
    batch = upload(client, BAD["empty"][0], good, BAD["shifted"][0])
    assert [each.state for each in batch.proposals.all()] == ["unreadable", "waiting", "unreadable"]
    shown = client.get(reverse("desk:intake_batch", args=[batch.uid])).content.decode()
    assert "1 usulan siap diperiksa" in shown
    assert "Periksa yang pertama" in shown


def test_files_beyond_the_time_of_one_sending_say_so(registrar, client, monkeypatch):
    clock = iter([0, 0, reading.TOGETHER, 2 * reading.TOGETHER])
    monkeypatch.setattr(reading, "monotonic", lambda: next(clock))
    good = as_issued(Facts()).encode()
    batch = upload(client, ("satu.txt", good), ("dua.txt", good), ("tiga.txt", good))
    assert [each.state for each in batch.proposals.all()] == ["waiting", "unreadable", "unreadable"]
    shown = client.get(reverse("desk:intake_batch", args=[batch.uid])).content.decode()
    assert shown.count("Berkas ini belum dibaca") == 2


def test_the_last_file_gets_only_the_time_that_is_left(monkeypatch):
    given = []
    monkeypatch.setattr(reading, "read_file", lambda _upload, seconds: given.append(seconds) or [])
    clock = iter([0, 1, reading.TOGETHER - 3.5])
    monkeypatch.setattr(reading, "monotonic", lambda: next(clock))
    reading.read_files(["satu", "dua"])
    assert given == [reading.SECONDS, 4]


def test_rows_of_a_sheet_are_proposals(registrar, client):
    rows = b"1/Pid.B/2020/PN Kpg,2020-05-01,1,2,0\n2/Pid.B/2020/PN Kpg,2020-05-01,2,0,0\n"
    batch = upload(client, ("daftar.csv", HEADER + rows))
    assert [each.row for each in batch.proposals.all()] == [2, 3]
    assert "daftar.csv, baris 3" in client.get(reverse("desk:intake_batch", args=[batch.uid])).content.decode()


def test_the_same_case_twice_is_named(registrar, client):
    text = as_issued(Facts()).encode()
    batch = upload(client, ("satu.txt", text), ("dua.txt", text))
    shown = client.get(reverse("desk:intake_batch", args=[batch.uid])).content.decode()
    assert "sudah menunggu diperiksa dari berkas satu.txt" in shown


def test_pressing_twice_receives_once(registrar, client):
    key = uuid4()
    file = ("putusan.txt", as_issued(Facts()).encode())
    assert upload(client, file, key=key) == upload(client, file, key=key)
    assert IntakeBatch.objects.count() == 1
    assert IntakeProposal.objects.count() == 1


def test_no_file_is_an_error_at_the_field(registrar, client):
    answer = client.post(reverse("desk:intake_upload"), {"key": str(uuid4())})
    assert answer.status_code == 422
    assert "Pilih sedikitnya satu berkas." in answer.content.decode()


def test_the_file_comes_back_as_a_download_only(registrar, client):
    batch = upload(client, ("putusan <script>.txt", as_issued(Facts()).encode()))
    answer = client.get(reverse("desk:intake_file", args=[batch.proposals.get().uid]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer.content.decode() == as_issued(Facts())


def test_the_list_names_the_state_and_exports(registrar, client):
    upload(client, ("putusan.txt", as_issued(Facts()).encode()), BAD["empty"][0])
    page = client.get(reverse("desk:intake")).content.decode()
    assert "Menunggu diperiksa" in page
    assert "Tidak dapat dibaca" in page
    narrowed = client.get(reverse("desk:intake"), {"keadaan": "waiting", "bentuk": "csv"}).getvalue().decode()
    assert "putusan.txt" in narrowed
    assert "kosong.txt" not in narrowed
