"""Every kind of file, good and bad; each failure says what is wrong and what to do, in both languages."""

import io
import zipfile

import docx
import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from teladan.people.intake.files.kind import LIMIT_BYTES, LIMIT_UNPACKED
from teladan.people.intake.files.read import read_bytes, read_path
from teladan.people.intake.messages import TEXTS, Problem, UnreadableError
from teladan.people.intake.proposal import propose_verdict
from teladan.people.intake.tests.render import Facts, as_issued

FACTS = Facts(fine_rp=5_000_000, substitute=("confinement", 2))
TEXT = as_issued(FACTS)


def _pdf(text):
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number, start in enumerate(range(0, len(text), 1500), 1):
        lines = canvas.beginText(40, 800)
        lines.textLines("\n".join(_wrapped(text[start : start + 1500])))
        canvas.drawText(lines)
        canvas.drawString(40, 30, f"Halaman {number} dari 9 Putusan Nomor 47/Pid.B/2018/PN Kpg")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _wrapped(text):
    words, line = text.replace("\n", " ").split(" "), ""
    for word in words:
        if len(line) + len(word) > 80:
            yield line
            line = ""
        line += word + " "
    yield line


def _image_pdf():
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(10, 10, 500, 700, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _locked_pdf():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_pdf(TEXT)))
    writer.encrypt("rahasia", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _docx(text, table=""):
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    if table:
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text, cells[1].text = table.split("|")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode()),
        ("a.TXT", b"\xef\xbb\xbf" + TEXT.encode()),
        ("a.txt", TEXT.encode("utf-16")),
        ("a.txt", TEXT.encode("cp1252")),
        ("a.docx", _docx(TEXT)),
        ("a.pdf", _pdf(TEXT)),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "windows", "docx", "pdf"],
)
def test_the_same_verdict_in_every_kind_of_file(name, data):
    read = propose_verdict(read_bytes(name, data))
    assert read["term"]["value"] == FACTS.term
    assert read["fine_rp"]["value"] == FACTS.fine_rp
    assert read["case_number"]["value"] == "47/Pid.B/2018/PN Kpg"
    assert read["verdict_date"]["value"] == "2018-05-08"
    assert len(read["detention"]) == len(FACTS.orders)
    assert read["unsure"] == []


def test_a_word_table_is_read_in_its_place():
    text = read_bytes("a.docx", _docx("Sebelum", table="Kolom satu|Kolom dua"))
    assert text == "Sebelum\nKolom satu Kolom dua"


BAD = {
    "empty": ("a.txt", b""),
    "blank": ("a.txt", b" \r\n\t "),
    "image_only": ("a.pdf", _image_pdf()),
    "encrypted": ("a.pdf", _locked_pdf()),
    "damaged pdf": ("a.pdf", b"%PDF-1.4\n" + b"x" * 500),
    "damaged docx": ("a.docx", _docx(TEXT)[:2000]),
    "wrong_encoding": ("a.txt", TEXT.replace("a", "й").encode("cp1251")),
    "wrong_encoding utf-16 without mark": ("a.txt", TEXT.encode("utf-16-le")),
    "unknown_type": ("a.odt", b"PK\x03\x04"),
    "unknown_type none": ("putusan", b"teks"),
    "ending_lies pdf": ("a.pdf", _docx(TEXT)),
    "ending_lies txt": ("a.txt", _pdf(TEXT)),
    "ending_lies docx": ("a.docx", TEXT.encode()),
    "is_sheet": ("a.csv", b"nomor perkara,tanggal putusan\n"),
}


@pytest.mark.parametrize("case", sorted(BAD))
def test_bad_files_say_what_is_wrong(case):
    name, data = BAD[case]
    with pytest.raises(UnreadableError) as raised:
        read_bytes(name, data)
    expected = "empty" if case == "blank" else case.split(" ")[0]
    assert raised.value.problem.code == expected
    for language in ("id", "en"):
        said = raised.value.problem.text(language)
        assert len(said) > 20
        assert "{" not in said


def test_a_text_that_is_no_verdict_is_refused():
    with pytest.raises(UnreadableError) as raised:
        propose_verdict("Resep: rebus air 5 (lima) menit lalu masukkan garam. " * 20)
    assert raised.value.problem.code == "not_a_verdict"


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path, monkeypatch):
    path = tmp_path / "besar.pdf"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _self: pytest.fail("was read"))
    with pytest.raises(UnreadableError) as raised:
        read_path(path)
    assert raised.value.problem.code == "too_large"
    assert "50 MB" in raised.value.problem.text("en")


def test_a_file_at_the_limit_is_not_too_large(tmp_path):
    path = tmp_path / "pas.txt"
    path.write_bytes(b" " * LIMIT_BYTES)
    with pytest.raises(UnreadableError) as raised:
        read_path(path)
    assert raised.value.problem.code == "empty"


def test_an_archive_that_unpacks_to_too_much_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (LIMIT_UNPACKED + 1))
    with pytest.raises(UnreadableError) as raised:
        read_bytes("a.docx", buffer.getvalue())
    assert raised.value.problem.code == "too_large"


@pytest.mark.parametrize("name", ["tidak-ada.txt", "\x00.txt", "."])
def test_a_file_that_cannot_be_opened(tmp_path, name):
    with pytest.raises(UnreadableError) as raised:
        read_path(tmp_path / name)
    assert raised.value.problem.code == "not_found"


def test_every_message_has_both_languages():
    for code, said in TEXTS.items():
        assert set(said) == {"id", "en"}, code
        assert said["id"] != said["en"]


def test_a_problem_in_a_sheet_says_where():
    problem = Problem("zero_term", {}, 4, "C")
    assert problem.text("id").startswith("Baris 4, kolom C: ")
    assert problem.text("en").startswith("Row 4, column C: ")
