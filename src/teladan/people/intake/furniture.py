"""What a page adds to a verdict and the verdict does not say: headers, footers, page numbers."""

import re
from functools import cache

LONE = re.compile(r"(?m)^[ \t]*[-\u2013]?[ \t]*\d{1,3}[ \t]*[-\u2013]?[ \t]*$")
ENOUGH_TEXT = 20

_CASE = (
    r"(?:nomor|no|reg) \d{1,5}(?: [a-z]{1,6}){1,4} \d{4} p[nt]"
    r"(?: jkt (?:pst|utr|sel|tim|brt)\b| [a-z]{2,4})?"
)
_SHEET = r"(?:halaman|hal|page) \d{1,4}(?: dari \d{1,4}| of \d{1,4})(?: halaman| hal)?"
_PATTERNS = (
    rf"{_SHEET}(?: dari)? (?:putusan|perkara)(?: perkara)?(?: pidana)? {_CASE}",
    rf"putusan(?: perkara)?(?: pidana)? {_CASE} {_SHEET}",
    _SHEET,
    r"direktori putusan mahkamah agung republik indonesia(?: putusan mahkamahagung go id)?",
    r"disclaimer kepaniteraan mahkamah agung .{0,700}?(?:ext \d{3}|mahkamahagung go id telp)(?: halaman \d{1,4})?",
    r"putusan mahkamahagung go id",
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})\b" for pattern in _PATTERNS))


def furniture_spans(flat_text: str) -> list[tuple[int, int]]:
    """Ranges of the flat text that belong to the page, in order, not overlapping."""
    if "halaman" not in flat_text and "direktori" not in flat_text and " hal " not in flat_text:
        return []
    return [found.span() for found in _pattern().finditer(flat_text)]


def blank_lone_numbers(text: str) -> str:
    """Blank a page number that stands alone on its line between two lines of text; the length stays the same."""
    return LONE.sub(_blank_if_between_lines, text)


def _blank_if_between_lines(found: re.Match[str]) -> str:
    text, (begin, end) = found.string, found.span()
    before = text[max(0, begin - 400) : begin].rstrip().rpartition("\n")[2]
    after = text[end : end + 400].lstrip().partition("\n")[0]
    between = len(before.strip()) >= ENOUGH_TEXT and len(after.strip()) >= ENOUGH_TEXT
    return " " * (end - begin) if between else found.group()
