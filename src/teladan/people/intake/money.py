"""Sums of rupiah as verdicts write them: `Rp1.000.000.000,00 (satu miliar rupiah)`."""

import re
from dataclasses import dataclass
from functools import cache

from teladan.people.intake.words import number, number_like

MOST = 10**15
LONGEST_WORDS = 24
# "rph 500 000": a figure whose first digits were lost on the way into the text.
LOST = ("rph", "unk", "xxx", "rpl", "rpi")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum at `begin:end` of the flat text; `rupiah` is None when figure and words disagree."""

    rupiah: int | None
    begin: int
    end: int


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?P<mark>rp[a-z]?|unk|xxx) ?)?(?<!\d)(?P<figure>\d+(?: \d+)*)(?: |$)")


def sum_after(text: str, begin: int, end: int) -> Sum | None:
    """Return the first sum of rupiah in the flat range: up to the word `rupiah`, else the first figure after `rp`."""
    stop = re.compile(r"\brupiah\b").search(text, begin, end)
    if stop:
        return _with_words(text, begin, stop.start(), stop.end())
    bare = re.compile(r"\brp ?(?P<figure>\d+(?: \d+)*)").search(text, begin, end)
    return _without_rupiah(text, bare, end) if bare else None


def _without_rupiah(text: str, bare: re.Match[str], end: int) -> Sum:
    words = text[bare.end() : end].split()[:LONGEST_WORDS]
    count = next((index for index, word in enumerate(words) if not number_like(word)), len(words))
    spelt = " ".join(words[:count])
    return Sum(_agreed(bare["figure"].split(), spelt, lost=False), bare.start(), bare.end())


def _with_words(text: str, begin: int, words_end: int, end: int) -> Sum | None:
    figures = list(_figure().finditer(text, begin, words_end))
    if not figures:
        return _words_only(text, begin, words_end, end)
    last = figures[-1]
    words = text[last.end() : words_end].strip()
    lost = (last["mark"] or "") in LOST or last["figure"].startswith("0")
    return Sum(_agreed(last["figure"].split(), words, lost=lost), last.start(), end)


def _words_only(text: str, begin: int, words_end: int, end: int) -> Sum | None:
    words = text[begin:words_end].split()[-LONGEST_WORDS:]
    count = next((index for index, word in enumerate(reversed(words)) if not number_like(word)), len(words))
    spelt = " ".join(words[len(words) - count :])
    value = number(spelt)
    return Sum(value, words_end - 1 - len(spelt), end) if count and value and value < MOST else None


def _agreed(groups: list[str], words: str, *, lost: bool) -> int | None:
    spelt = number(words) if words else None
    if lost:
        return spelt if spelt is not None and _is_tail(groups, spelt) else None
    value = _value(groups)
    if words and len(groups) > 1 and len(groups[-1]) == 2 and value is None:
        # "Rp512.345.678,90 (... rupiah sembilan puluh sen)": sums are kept in whole rupiah.
        value = _value(groups[:-1])
    return value if not words or spelt == value else None


def _is_tail(groups: list[str], value: int) -> bool:
    """Whether what is left of a figure is the end of `value` as it would be written."""
    written = f"{value:,}".split(",")
    left = groups[:-1] if groups[-1] in {"0", "00"} else groups
    return (
        bool(left)
        and len(left) <= len(written)
        and all(full.endswith(part) for full, part in zip(written[-len(left) :], left, strict=True))
    )


def _value(groups: list[str]) -> int | None:
    """Return the sum that digit groups write; None if they write none (a group short of a digit, a leading zero)."""
    whole = groups[:-1] if len(groups) > 1 and groups[-1] in {"0", "00"} else groups
    if whole[0].startswith("0") or len("".join(whole)) > 15:
        return None
    if len(whole) > 1 and (len(whole[0]) > 3 or any(len(group) != 3 for group in whole[1:])):
        return None
    return int("".join(whole))
