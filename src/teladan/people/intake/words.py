"""Indonesian number words: `dua puluh lima juta` is 25,000,000."""

import re
from functools import cache, lru_cache

from teladan.people.intake.near import nearest

DIGITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9,
}  # fmt: skip
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12}
TENS = {"belas": 10, "puluh": 10, "ratus": 100}
# Spellings that courts use and a dictionary does not.
OTHER = {"lapan": "delapan", "milliar": "miliar", "milyard": "miliar", "miliyar": "miliar", "esa": "satu"}
MANY = 4096
PARTS = (*DIGITS, *SCALES, *TENS, *OTHER, "se")


@cache
def _splitter() -> re.Pattern[str]:
    longest_first = sorted(PARTS, key=len, reverse=True)
    return re.compile("|".join(longest_first))


def number(words: str) -> int | None:
    """Return the whole number that `words` spell (several words, spaces optional), or None if they spell none."""
    parts = _parts(words)
    if not parts or parts[-1] == "se":
        return None
    return _evaluate(parts)


def number_like(word: str) -> bool:
    """Whether `word` alone is part of a number's words."""
    return bool(_split(word) or _split(_mend(word)))


def _parts(words: str) -> list[str] | None:
    parts: list[str] = []
    for word in words.split():
        split = _split(word) or _split(_mend(word))
        if not split:
            return None
        parts += [OTHER.get(part, part) for part in split]
    return parts


def _split(word: str) -> list[str] | None:
    parts = _splitter().findall(word)
    return parts if "".join(parts) == word else None


@lru_cache(MANY)
def _mend(word: str) -> str:
    spelt = (*DIGITS, *SCALES, *TENS, "sepuluh", "sebelas", "seratus", "seribu")
    return nearest(word, spelt) or ""


def _evaluate(parts: list[str]) -> int | None:
    """Add up groups of thousands: each group must be smaller in scale than the one before."""
    total, limit, group = 0, 10**18, []
    for part in [*parts, ""]:
        if part and part not in SCALES:
            group.append(part)
            continue
        value, scale = _under_thousand_of(group), SCALES.get(part, 1)
        if value is None or (part and not value) or scale >= limit:
            return None
        total, limit, group = total + value * scale, scale, []
    return total


def _under_thousand_of(group: list[str]) -> int | None:
    value, digit = 0, None
    for part in group:
        if part in DIGITS or part == "se":
            if digit is not None:
                return None
            digit = DIGITS.get(part, 1)
        else:
            added = _tens(part, digit, value)
            if added is None:
                return None
            value, digit = value + added, None
    return value + (digit or 0)


def _tens(part: str, digit: int | None, value: int) -> int | None:
    """Return what `belas`, `puluh` or `ratus` adds after `digit`; None when it cannot follow `value`."""
    if not digit or value % (100 if part != "ratus" else 1000):
        return None
    return 10 + digit if part == "belas" else digit * TENS[part]


def spelt(value: int) -> str:
    """Return the words for `value` (0 to under 10^15), as a verdict writes them."""
    if value == 0:
        return "nol"
    words: list[str] = []
    for scale, name in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"), (1, "")):
        group, value = divmod(value, scale)
        if group == 1 and name == "ribu":
            words.append("seribu")
        elif group:
            words += [_under_thousand(group), name]
    return " ".join(word for word in words if word)


def _under_thousand(value: int) -> str:
    names = ["", *list(DIGITS)[1:], "sepuluh", "sebelas"]
    hundreds, rest = divmod(value, 100)
    head = "seratus " if hundreds == 1 else f"{names[hundreds]} ratus " if hundreds else ""
    if rest < 12:
        return (head + names[rest]).strip()
    if rest < 20:
        return f"{head}{names[rest - 10]} belas"
    tens, ones = divmod(rest, 10)
    return f"{head}{names[tens]} puluh {names[ones]}".strip()
