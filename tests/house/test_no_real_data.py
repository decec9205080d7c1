"""Nothing of the real verdicts beside the project may come into it. Runs where `../shared` is present.

Courts write in formulas, so a run of words alone proves nothing. Two things do: a long run with its numbers, and
words that only one text uses. What the set of made-up verdicts says may be used freely.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.house.files import ROOT, text, tracked

DATA = ROOT.parent / "shared" / "data"
WITH_NUMBERS, NUMBERS = 20, 5  # so many words and numbers, of them so many different numbers
OF_ONE, RARE = 8, 5  # so many words, of them so many that fewer than one text in twenty uses
DETENTION = re.compile(r"[a-z_]+:\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d(?:\|[a-z_]+:\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d)+")
Run = tuple[str, ...]

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="no ../shared beside the project")


def in_a_row(words: list[str], length: int) -> Iterator[Run]:
    return zip(*(words[start:] for start in range(length)), strict=False)


def with_numbers(source: str) -> set[Run]:
    found = in_a_row(re.findall(r"[a-z0-9]+", source.lower()), WITH_NUMBERS)
    return {run for run in found if len({part for part in run if part.isdigit()}) >= NUMBERS}


def of_words(source: str) -> set[Run]:
    return set(in_a_row(re.findall(r"[a-z]{2,}", source.lower()), OF_ONE))


def read(folder: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((DATA / folder).glob("*.txt"))]


@pytest.fixture(scope="module")
def real():
    """Give what must not appear: long runs with numbers, and runs that one text alone has."""
    texts, free = read("verdict_texts"), read("verdict_texts_synthetic")
    numbers = set().union(*map(with_numbers, texts)) - set().union(*map(with_numbers, free))
    return numbers, _of_one_text(texts) - set().union(*map(of_words, free))


def _of_one_text(texts: list[str]) -> set[Run]:
    own = [of_words(source) for source in texts]
    uses = Counter(word for runs in own for word in {word for run in runs for word in run})
    rare = {word for word, times in uses.items() if times < len(texts) / 20}
    times = Counter(run for runs in own for run in runs)
    return {run for run, count in times.items() if count == 1 and len(rare & set(run)) >= RARE}


def test_the_comparison_knows_the_real_texts(real):
    texts = read("verdict_texts")
    known = [bool(with_numbers(source) & real[0] or of_words(source) & real[1]) for source in texts]
    assert sum(known) >= 0.98 * len(texts)


def test_no_passage_of_a_real_verdict(real):
    found = {}
    for path in tracked():
        copied = (with_numbers(text(path)) & real[0]) | (of_words(text(path)) & real[1])
        if copied:
            found[str(path)] = " ".join(min(copied))
    assert found == {}


def test_no_row_of_the_verdict_table():
    with (DATA / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        real = {row["detention_periods"] for row in csv.DictReader(file)}
    found = [str(path) for path in tracked() for run in DETENTION.findall(text(path)) if run in real]
    assert found == []
