"""Files made to harm: a few kilobytes that ask for gigabytes or hours. Each is refused, and nothing around it falls."""

import datetime as dt
import io
import signal
import subprocess
import sys

import docx
import openpyxl
import pytest
from lxml.etree import XMLSyntaxError

from teladan.people.intake import apart, worker
from teladan.people.intake.files import read
from teladan.people.intake.files.docx import XML_NO_MEMORY
from teladan.people.intake.files.read import read_bytes
from teladan.people.intake.messages import UnreadableError
from teladan.people.intake.table.limits import MOST_COLUMNS, MOST_ROWS
from teladan.people.intake.table.read import read_sheet

HEADER = ["Nomor Perkara", "Tanggal Putusan", "Lama Pidana"]
ROW = ["12/Pid.B/2024/PN Kpg", dt.datetime(2024, 2, 6), "1 tahun"]  # noqa: DTZ001 - as a cell holds it


def _xlsx(**cells):
    book = openpyxl.Workbook()
    for row in (HEADER, ROW):
        book.active.append(row)
    for name, value in cells.items():
        book.active[name] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _csv(*lines):
    return "\n".join([";".join(HEADER), *lines]).encode()


def _code(call, *given):
    with pytest.raises(UnreadableError) as raised:
        call(*given)
    assert len(raised.value.problem.text("id")) > 20
    return raised.value.problem.code


def test_a_cell_in_the_last_corner_of_the_sheet_does_not_end_the_program():
    assert _code(read_sheet, "a.xlsx", _xlsx(XFD1048576="x")) == "too_heavy"


@pytest.mark.parametrize("cell", ["A5001", "GS2"])
def test_a_sheet_that_reaches_too_far_is_refused(cell):
    assert _code(read_sheet, "a.xlsx", _xlsx(**{cell: "x"})) == "too_far"


def test_a_day_in_a_sheet_stays_a_day():
    assert read_sheet("a.xlsx", _xlsx()).proposals[0]["verdict_date"] == "2024-02-06"


def test_a_time_of_day_in_a_sheet_is_text():
    assert worker._plain(dt.time(9, 30)) == "09:30:00"
    assert apart._day({"day": "2024-02-06"}) == dt.date(2024, 2, 6)


@pytest.mark.parametrize(
    "data",
    [_csv(*["a"] * MOST_ROWS), _csv(";" * MOST_COLUMNS), _csv("a;" * 1_000_000)],
    ids=["rows", "columns", "one endless row"],
)
def test_a_csv_that_reaches_too_far_is_refused(data):
    assert _code(read_sheet, "a.csv", data) == "too_far"


def test_a_text_longer_than_any_verdict_is_refused():
    assert _code(read_bytes, "a.txt", b"1." * (read.LONGEST // 2) + b"1") == "too_long"


def test_a_pdf_that_takes_hours_is_ended(monkeypatch):
    def too_late(*_given, timeout, **_more):
        raise subprocess.TimeoutExpired("worker", timeout)

    monkeypatch.setattr(apart.subprocess, "run", too_late)
    assert _code(read_bytes, "a.pdf", b"%PDF-1.7") == "too_slow"


def test_a_pdf_that_used_up_its_processor_time_says_how_long(monkeypatch):
    ended = subprocess.CompletedProcess([], -signal.SIGXCPU, b"", b"")
    monkeypatch.setattr(apart.subprocess, "run", lambda *_given, **_more: ended)
    with pytest.raises(UnreadableError) as raised:
        read_bytes("a.pdf", b"%PDF-1.7", 7)
    assert "sesudah 7 detik" in raised.value.problem.text("id")


def test_the_system_ends_a_worker_whose_time_is_over():
    endless = "from teladan.people.intake import worker; worker.limit(1)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-P", "-c", endless], check=False)  # noqa: S603
    assert done.returncode == -signal.SIGXCPU


def test_a_docx_of_millions_of_parts_is_ended_by_its_memory(monkeypatch):
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    monkeypatch.setattr(apart.sys, "executable", "/bin/false")  # as a process that the system ended
    assert _code(read_bytes, "a.docx", buffer.getvalue()) == "too_heavy"


def test_the_worker_limits_memory_time_and_keeps_no_picture(monkeypatch):
    asked = {}
    monkeypatch.setattr(worker.resource, "setrlimit", asked.setdefault)
    worker.limit(20)
    assert asked[worker.resource.RLIMIT_AS] == (worker.MEMORY, worker.MEMORY)
    assert asked[worker.resource.RLIMIT_CPU] == (20, 21)
    assert asked[worker.resource.RLIMIT_CORE] == (0, 0)


def test_no_memory_is_not_called_damaged(monkeypatch):
    def nothing_left(*_given):
        raise MemoryError

    monkeypatch.setattr("docx.Document", nothing_left)
    monkeypatch.setattr("pypdf.PdfReader", nothing_left)
    for kind in ("PDF", "DOCX"):
        with pytest.raises(MemoryError):
            worker.answer(kind, b"x")


def test_an_xml_library_without_memory_is_not_called_damaged(monkeypatch):
    def used_up(*_given):
        raise XMLSyntaxError("unknown error", XML_NO_MEMORY, 0, 0)

    monkeypatch.setattr("docx.Document", used_up)
    with pytest.raises(MemoryError):
        worker.answer("DOCX", b"x")


def test_what_the_worker_answers_is_never_run(monkeypatch):
    said = subprocess.CompletedProcess([], 0, stdout=b'{"read": "teks"}', stderr=b"")
    monkeypatch.setattr(apart.subprocess, "run", lambda *_given, **_more: said)
    assert apart.read_apart("PDF", b"") == "teks"
