"""Whatever comes in, the answer is a proposal or a message."""

import contextlib
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.people.intake import worker
from teladan.people.intake.files import read as read_files
from teladan.people.intake.files.read import read_bytes
from teladan.people.intake.messages import UnreadableError
from teladan.people.intake.proposal import propose
from teladan.people.intake.table import read as read_table
from teladan.people.intake.table.read import read_sheet
from teladan.people.intake.tests.render import Facts, as_extract, as_issued

WORDS = st.sampled_from(
    [
        "menjatuhkan",
        "pidana",
        "penjara",
        "selama",
        "5",
        "lima",
        "tahun",
        "dan",
        "6",
        "enam",
        "bulan",
        "denda",
        "rp",
        "1",
        "000",
        "000",
        "rupiah",
        "juta",
        "sejak",
        "tanggal",
        "s",
        "d",
        "sampai",
        "dengan",
        "31",
        "februari",
        "2017",
        "hakim",
        "ketua",
        "pengadilan",
        "negeri",
        "tinggi",
        "mengadili",
        "menyatakan",
        "terdakwa",
        "terbukti",
        "pasal",
        "363",
        "ayat",
        "ke",
        "kuhp",
        "undang",
        "nomor",
        "tahun",
        "diganti",
        "kurungan",
        "subsidair",
        "demikian",
        "diputuskan",
        "diucapkan",
        "hari",
        "senin",
        "putusan",
        "pid",
        "b",
        "2016",
        "pn",
        "smn",
        "[amar",
        "putusan]",
        "<penutup>",
        "halaman",
        "3",
        "dari",
        "9",
        "x",
        "kali",
        "uang",
        "pengganti",
        "seumur",
        "hidup",
        "bebas",
        "(",
        ")",
        ",",
        ".",
    ]
)


@given(st.text() | st.lists(WORDS, max_size=80).map(" ".join))
def test_any_text(text):
    read = propose(text)
    json.dumps(read)
    for found in read.values():
        if isinstance(found, dict) and "passage" in found:
            begin, end = found["passage"]
            assert 0 <= begin < end <= len(text)


@given(st.sampled_from([as_issued, as_extract]), st.integers(0, 2**32))
def test_a_verdict_with_pieces_cut_out_and_swapped(write, seed):
    text, dice = list(write(Facts(fine_rp=10**6, substitute=("prison", 1)))), random.Random(seed)  # noqa: S311
    for _ in range(dice.randrange(1, 12)):
        at = dice.randrange(len(text))
        text[at : at + dice.randrange(40)] = dice.choice(["", " ", "9", "İ", "\x00", "tanggal ", "\n3\n", "selama "])
    propose("".join(text))


@pytest.fixture
def in_this_process(monkeypatch):
    """Read PDF, DOCX and XLSX here: the worker would hide what a reader raises, and takes half a second to start."""

    def read(kind, data, _seconds=None):
        return json.loads(worker.answer(kind, data))

    monkeypatch.setattr(read_files, "read_apart", read)
    monkeypatch.setattr(read_table, "read_apart", read)


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("ending", ["txt", "pdf", "docx", "xlsx", "csv", "exe", ""])
@given(data=st.binary(max_size=300))
def test_any_bytes(ending, data):
    for read in (read_bytes, read_sheet):
        for head in (b"", b"%PDF-1.7\n", b"PK\x03\x04"):
            with contextlib.suppress(UnreadableError):
                read(f"a.{ending}", head + data)
