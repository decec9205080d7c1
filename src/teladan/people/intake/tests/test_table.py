"""Sheets: one verdict a row; each wrong cell named by row and column, nothing accepted silently."""

import datetime as dt
import io

import openpyxl
import pytest

from teladan.people.intake.messages import UnreadableError
from teladan.people.intake.table.read import read_sheet

HEADER = [
    "Nama",
    "Nomor Perkara",
    "Tanggal Putusan",
    "Lama Pidana",
    "Denda",
    "Subsider",
    "Tindak Pidana",
    "Mulai Ditahan",
]
ROW = ["RAMA CONTOH", "12/Pid.B/2024/PN Kpg", "6 Februari 2024", "1 tahun 6 bulan", "Rp1.000.000,00",
       "2 bulan kurungan",      "Pencurian", "2024-01-03"]  # fmt: skip


def _csv(*rows, delimiter=";"):
    return "\n".join(delimiter.join(map(str, row)) for row in rows).encode()


def _xlsx(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _with(column, value):
    row = list(ROW)
    row[HEADER.index(column)] = value
    return row


def _said(sheet):
    return [(problem.code, problem.row, problem.column) for problem in sheet.problems]


@pytest.mark.parametrize(("name", "write"), [("a.csv", _csv), ("a.xlsx", _xlsx)])
def test_a_good_row_is_a_proposal(name, write):
    sheet = read_sheet(name, write(HEADER, ROW))
    assert sheet.problems == []
    assert sheet.proposals == [
        {
            "row": 2, "person": "RAMA CONTOH", "verdict_date": "2024-02-06", "fine_rp": 1_000_000, "offence": "theft",
            "case_number": {"value": "12/Pid.B/2024/PN Kpg", "number": 12, "year": 2024},
            "term": {"years": 1, "months": 6, "days": 0}, "detention_start": "2024-01-03",
            "substitute": {"kind": "confinement", "years": 0, "months": 2, "days": 0},
        }
    ]  # fmt: skip


def test_english_names_dates_as_cells_and_a_title_above():
    header = ["Case number", "Verdict date", "Years", "Months", "Outcome", "Articles", "Place"]
    row = [
        "3/Pid.Sus/2023/PN Atb",
        dt.date(2023, 5, 9),
        4,
        6,
        "prison",
        "Pasal 112 ayat (1) UU No. 35 Tahun 2009",
        "rutan",
    ]
    sheet = read_sheet("a.xlsx", _xlsx(["Daftar putusan"], [], header, row))
    assert sheet.problems == []
    assert sheet.proposals[0]["row"] == 4
    assert sheet.proposals[0]["verdict_date"] == "2023-05-09"
    assert sheet.proposals[0]["term"] == {"years": 4, "months": 6, "days": 0}
    assert sheet.proposals[0]["articles"] == ["UU 35/2009:112(1)"]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("Tanggal Putusan", "31 Februari 2024", "bad_date"),
        ("Tanggal Putusan", "45328", "bad_date"),
        ("Tanggal Putusan", "6 Februari 2023", "date_before"),
        ("Tanggal Putusan", "2 Januari 2024", "date_before"),
        ("Tanggal Putusan", "", "missing_value"),
        ("Mulai Ditahan", "besok", "bad_date"),
        ("Lama Pidana", "0 tahun", "zero_term"),
        ("Lama Pidana", "4 (tujuh) tahun", "bad_term"),
        ("Lama Pidana", "-1 tahun", "bad_term"),
        ("Lama Pidana", "", "missing_value"),
        ("Denda", "satu", "bad_number"),
        ("Denda", "-5000", "bad_number"),
        ("Subsider", "2 bulan", "bad_term"),
        ("Tindak Pidana", "entah", "unknown_choice"),
        ("Nomor Perkara", "dua belas", "bad_case_number"),
        ("Nomor Perkara", "", "missing_value"),
    ],
)
def test_a_wrong_cell_is_named_and_its_row_not_proposed(column, value, code):
    sheet = read_sheet("a.csv", _csv(HEADER, ROW, _with(column, value)))
    assert (code, 3, "ABCDEFGH"[HEADER.index(column)]) in _said(sheet)
    assert 3 not in [proposal["row"] for proposal in sheet.proposals]
    for problem in sheet.problems:
        assert problem.text("id") != problem.text("en")


def test_a_term_of_zero_in_figures():
    sheet = read_sheet(
        "a.csv", _csv(["nomor perkara", "tanggal putusan", "tahun", "bulan"], [ROW[1], "6-2-2024", 0, 0])
    )
    assert _said(sheet) == [("zero_term", 2, "C")]


def test_a_case_number_that_stands_twice_is_named_with_its_first_row():
    sheet = read_sheet("a.csv", _csv(HEADER, ROW, _with("Nomor Perkara", "12/pid.b/2024/PN KPG")))
    assert _said(sheet) == [("duplicate_case_number", 3, "B")]
    assert "2" in sheet.problems[0].text("en")
    assert [proposal["row"] for proposal in sheet.proposals] == [2]


def test_shifted_columns_are_refused():
    shifted = read_sheet("a.csv", _csv(HEADER, ["1", *ROW]))
    assert ("shifted_row", 2, "I") in _said(shifted)
    assert shifted.proposals == []


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (HEADER[:2] + HEADER[3:], "missing_column"),
        ([*HEADER, "Denda"], "repeated_column"),
        (["a", "b", "c"], "no_header"),
        (["Nama", "Nomor Perkara", "Tanggal Putusan"], "missing_column"),
    ],
)
def test_a_header_that_cannot_be_used_stops_the_sheet(header, code):
    sheet = read_sheet("a.csv", _csv(header, ROW))
    assert code in [problem.code for problem in sheet.problems]
    assert sheet.rows == []


def test_an_unknown_column_is_named_and_the_rest_read():
    sheet = read_sheet("a.csv", _csv([*HEADER, "Warna"], [*ROW, "biru"]))
    assert _said(sheet) == [("unknown_column", 1, "I")]
    assert len(sheet.proposals) == 1


def test_a_sheet_without_rows():
    assert [problem.code for problem in read_sheet("a.csv", _csv(HEADER)).problems] == ["no_rows"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", _xlsx(HEADER, ROW)[:900], "damaged"),
        ("a.xlsx", b"Nama;Nomor\n", "ending_lies"),
        ("a.csv", _xlsx(HEADER, ROW), "ending_lies"),
        ("a.csv", "Nama;Номер\n".encode("cp1251"), "wrong_encoding"),
        ("a.txt", b"teks", "is_not_sheet"),
        ("a.csv", b"", "empty"),
    ],
)
def test_a_sheet_that_cannot_be_opened(name, data, code):
    with pytest.raises(UnreadableError) as raised:
        read_sheet(name, data)
    assert raised.value.problem.code == code
