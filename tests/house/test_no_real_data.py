"""Nothing of the real verdicts beside the project may come into it. Runs where `../shared` is present."""

import csv
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.house.files import ROOT, text, tracked

DATA = ROOT.parent / "shared" / "data"
LENGTH = 8  # words in a row
FORMULA = 3  # said in more texts than this, it is the courts' formula and nobody's sentence
DETENTION = re.compile(r"[a-z_]+:\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d(?:\|[a-z_]+:\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d)+")
NUMBERS = (
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus seribu "
    "ribu juta milyar miliar rupiah januari februari maret april mei juni juli agustus september oktober "
    "november desember senin selasa rabu kamis jumat sabtu minggu xxx"
)
NUMBER_WORDS = frozenset(NUMBERS.split())

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="no ../shared beside the project")


def runs(source: str) -> Iterator[tuple[str, ...]]:
    """Give every run of words; numbers, months and masked names count for nothing."""
    words = [w for w in re.findall(r"[a-z]+", source.lower()) if w not in NUMBER_WORDS and len(w) > 1]
    return zip(*(words[start:] for start in range(LENGTH)), strict=False)


@pytest.fixture(scope="module")
def rare():
    files = sorted((DATA / "verdict_texts").glob("*.txt"))
    count = Counter(run for file in files for run in set(runs(file.read_text(encoding="utf-8"))))
    return {run for run, times in count.items() if times <= FORMULA}


def test_the_comparison_knows_a_real_sentence(rare):
    sample = next(iter(sorted((DATA / "verdict_texts").glob("*.txt")))).read_text(encoding="utf-8")
    assert any(run in rare for run in runs(sample))


def test_no_sentence_of_a_real_verdict(rare):
    found = {str(path): " ".join(run) for path in tracked() for run in runs(text(path)) if run in rare}
    assert sorted(found) == []


def test_no_row_of_the_verdict_table():
    with (DATA / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        real = {row["detention_periods"] for row in csv.DictReader(file)}
    found = [str(path) for path in tracked() for run in DETENTION.findall(text(path)) if run in real]
    assert found == []
