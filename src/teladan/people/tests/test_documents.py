"""Files kept with a stay: which are taken, where they lie, that one file is kept once."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from teladan.ledger.models import Entry
from teladan.people import services
from teladan.people.errors import Invalid
from teladan.people.intake.files.kind import LIMIT_BYTES
from teladan.people.models import Document
from teladan.people.tests.conftest import TODAY

PDF = b"%PDF-1.7\nisi"
BAD = {
    "empty": ("a.pdf", b"", "file_empty"),
    "a program": ("a.exe", b"MZ\x90", "file_kind"),
    "a page": ("a.html", b"<script>", "file_kind"),
    "no ending": ("putusan", PDF, "file_kind"),
    "a picture named pdf": ("a.pdf", b"\x89PNG\r\n\x1a\n", "file_content"),
    "a page named txt in utf-16": ("a.txt", "<p>".encode("utf-16"), "file_content"),
    "too large": ("a.pdf", PDF + b"x" * LIMIT_BYTES, "file_too_large"),
    "a very long name": ("a" * 300 + ".pdf", PDF, "file_kind"),
}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "documents"


def attach(stay, officer, name="putusan.pdf", content=PDF, kind="verdict"):
    return services.attach_document(
        stay, kind=kind, name=name, content=content, actor=officer, why="Arsip", today=TODAY
    )


def test_a_file_lies_under_its_digest_readable_by_the_program_alone(officer, stay, settings):
    document = attach(stay, officer, "Putusan Yohanes.PDF")
    path = Path(document.file.path)
    assert path.read_bytes() == PDF
    assert path.name == hashlib.sha256(PDF).hexdigest() + ".pdf"
    assert path.is_relative_to(settings.MEDIA_ROOT)
    assert not path.is_relative_to(settings.STATIC_ROOT)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600  # noqa: PTH116
    assert (document.name, document.added_by) == ("Putusan Yohanes.PDF", officer)
    assert document.sha256 == hashlib.sha256(PDF).hexdigest()


def test_the_same_file_is_kept_once(officer, stay):
    first = attach(stay, officer)
    assert attach(stay, officer, "salinan.pdf") == first
    assert Document.objects.count() == 1


def test_a_half_written_file_of_an_earlier_crash_is_not_taken_for_the_whole(officer, stay, settings):
    folder = Path(settings.MEDIA_ROOT) / hashlib.sha256(PDF).hexdigest()[:2]
    folder.mkdir(parents=True)
    (folder / "tmpabc").write_bytes(PDF[:3])
    assert Path(attach(stay, officer).file.path).read_bytes() == PDF


@pytest.mark.parametrize(("name", "content", "code"), BAD.values(), ids=BAD.keys())
def test_what_is_not_taken(officer, stay, settings, name, content, code):
    entries = Entry.objects.count()
    with pytest.raises(Invalid) as refused:
        attach(stay, officer, name, content)
    assert code in {problem.code for problem in refused.value.problems}
    assert not Document.objects.exists()
    assert Entry.objects.count() == entries
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.*"))


def test_an_unknown_kind_is_refused(officer, stay):
    with pytest.raises(Invalid) as refused:
        attach(stay, officer, kind="holiday")
    assert refused.value.problems[0].field == "kind"


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "..\\..\\boot.txt", "/etc/cron.d/x.txt"])
def test_a_name_never_decides_where_a_file_lies(officer, stay, settings, name):
    document = attach(stay, officer, name, b"isi")
    assert Path(document.file.path).resolve().is_relative_to(Path(settings.MEDIA_ROOT).resolve())
