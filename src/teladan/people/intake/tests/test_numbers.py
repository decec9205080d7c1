"""Number words, lengths of time and sums: figure and word must agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.people.intake.flat import flatten
from teladan.people.intake.lengths import length_at
from teladan.people.intake.money import sum_after
from teladan.people.intake.words import number, spelt


@given(st.integers(0, 10**15 - 1))
def test_every_number_is_read_back_from_its_words(value):
    assert number(spelt(value)) == value
    assert number(spelt(value).replace(" ", "")) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("sebelas", 11), ("seratus sepuluh", 110), ("seribu", 1000), ("dua puluh lima juta", 25_000_000),
        ("satu milyar", 10**9), ("limaratus ribu", 500_000), ("delpan", 8), ("tujuh belas", 17),
    ],
)  # fmt: skip
def test_words(words, value):
    assert number(words) == value


@pytest.mark.parametrize(
    "words", ["", "se", "puluh", "satu dua", "juta", "lima juta dua miliar", "banyak", "dua koma lima"]
)
def test_words_that_spell_no_number(words):
    assert number(words) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("5 (lima) tahun dan 6 (enam) bulan", (5, 6, 0)),
        ("2 dua bulan dan 15 lima belas hari", (0, 2, 15)),
        ("satu tahun", (1, 0, 0)),
        ("1 tahun 8 bulan", (1, 8, 0)),
        ("l (satu) bulan", (0, 1, 0)),
        ("18 (delapan belas) bulan", (0, 18, 0)),
        ("2 (dua) minggu", (0, 0, 14)),
        ("1 (satu) tahn", (1, 0, 0)),
    ],
)
def test_lengths(text, parts):
    found = length_at(flatten(text).text, 0)
    assert found is not None
    assert found.parts == dict(zip(("years", "months", "days"), parts, strict=True))


@pytest.mark.parametrize(
    "text",
    ["4 tujuh tahun", "3 (lima) bulan", "5 (enm) tahun", "1 (satu) tahun 2 (dua) tahun", "900 (sembilan ratus) tahun"],
)
def test_a_length_that_contradicts_itself_has_no_value(text):
    found = length_at(flatten(text).text, 0)
    assert found is not None
    assert found.parts is None


@pytest.mark.parametrize("text", ["satu lembar", "tahun", "5 (lima) lembar", ""])
def test_what_is_no_length(text):
    assert length_at(flatten(text).text, 0) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rp1.000.000.000,00 (satu miliar rupiah)", 10**9),
        ("Rp. 800.000.000,- (delapan ratus juta rupiah)", 800_000_000),
        ("rp 5 000 lima ribu rupiah", 5_000),
        ("Rp2500 (dua ribu lima ratus rupiah)", 2_500),
        ("sebesar satu juta rupiah", 10**6),
        ("Rp750.000,00", 750_000),
        ("rph 500 000 00 tiga juta lima ratus ribu rupiah", 3_500_000),
    ],
)
def test_sums(text, value):
    flat = flatten(text).text
    found = sum_after(flat, 0, len(flat))
    assert found is not None
    assert found.rupiah == value


@pytest.mark.parametrize(
    "text",
    [
        "Rp1.000.000 (satu miliar rupiah)", "Rp200.000.000,00 (dua ratus tujuh juta rupiah)", "Rp10.00.000 rupiah",
        "rph 500 000 00 tiga juta rupiah", "Rp1.000 (seribu koma lima rupiah)", "Rp000 rupiah",
    ],
)  # fmt: skip
def test_a_sum_that_contradicts_itself_has_no_value(text):
    flat = flatten(text).text
    found = sum_after(flat, 0, len(flat))
    assert found is not None
    assert found.rupiah is None
