"""Where the parts of a verdict lie: head, detention history, legal basis, operative part, closing."""

import re
from dataclasses import dataclass
from functools import cache

from teladan.people.intake.flat import Flat, Span

MARK = re.compile(r"[\[<](/?)(kepala|riwayat|amar|penutup)[ _]?(?:putusan|penahanan)?[\]>]", re.IGNORECASE)
HEAD_LENGTH = 3_000


@dataclass(frozen=True, slots=True)
class Sections:
    """Flat ranges (begin, end); an empty range where the part is not there."""

    head: Span
    detention: Span
    basis: Span
    operative: Span
    closing: Span


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


_PATTERNS = {
    "operative": (
        r"\bmengadili (?:sendiri )?(?:\d{1,2} |i )?(?:menyatakan|menjatuhkan|menghukum|menerima|mengabulkan"
        r"|menolak|membebaskan|melepaskan|membatalkan|menguatkan|mengubah|memperbaiki|menetapkan)\b"
    ),
    "verdict": r"\bmenyatakan (?:bahwa )?(?:para )?(?:terdakwa|anak|ia|mereka)\b.{0,300}?\bterbukti\b",
    "closing": (
        r"\bdemikian(?:lah)? (?:putusan |telah )?(?:ini )?(?:di ?putus|diambil|putusan)"
        r"|\bdi ?putus(?:kan)? (?:dalam|di dalam|oleh) (?:sidang|rapat|musyawarah|permusyawaratan|majelis)"
    ),
    "custody": r"\b(?:tidak )?(?:di ?tahan|dalam tahanan|penahanan|di ?tangkap|penangkapan)\b",
    "after_custody": (
        r"\b(?:(?:setelah|telah) (?:membaca|mendengar|memperhatikan)|membaca (?:penetapan|surat|berkas|putusan)"
        r"|menimbang bahwa|pengadilan negeri tersebut|surat dakwaan|didakwa)\b"
    ),
    "basis": r"\b(?:mengingat|memperhatikan)(?: akan)?(?: ketentuan)? (?:pasal|undang|uu|kitab|ketentuan)",
}


def find_sections(flat: Flat, text: str) -> Sections:
    """Return the parts of the verdict `text`, whose flat form is `flat`."""
    marked = _marked(flat, text)
    if marked:
        return marked
    operative = _operative(flat.text)
    custody = _custody(flat.text, operative[0])
    head = (0, min(HEAD_LENGTH, custody[0] or HEAD_LENGTH, len(flat.text)))
    return Sections(head, custody, _basis(flat.text, operative[0]), operative, (operative[1], len(flat.text)))


def _marked(flat: Flat, text: str) -> Sections | None:
    marks = [(m.start(), m.end(), m[2].lower()) for m in MARK.finditer(text) if not m[1]]
    if not marks:
        return None
    nothing = (len(flat.text), len(flat.text))
    parts = {"kepala": (0, 0), "riwayat": nothing, "amar": nothing, "penutup": nothing}
    stops = [begin for begin, _, _ in marks[1:]] + [len(text)]
    for (_, begin, name), stop in zip(marks, stops, strict=True):
        if parts[name] in {nothing, (0, 0)}:
            parts[name] = (flat.position(begin), flat.position(stop))
    operative, closing = _split_closing(flat.text, parts["amar"], parts["penutup"])
    custody = _shorten(flat.text, parts["riwayat"])
    return Sections(parts["kepala"], custody, _basis(flat.text, operative[0]), operative, closing)


def _split_closing(text: str, operative: Span, closing: Span) -> tuple[Span, Span]:
    found = _pattern("closing").search(text, *operative)
    if not found:
        return operative, closing
    return (operative[0], found.start()), (found.start(), max(closing[1], operative[1]))


def _shorten(text: str, custody: Span) -> Span:
    found = _pattern("after_custody").search(text, *custody)
    return (custody[0], found.start()) if found else custody


def _operative(text: str) -> Span:
    starts = [found.start() for found in _pattern("operative").finditer(text)]
    if not starts:
        starts = [found.start() for found in _pattern("verdict").finditer(text)]
    if not starts:
        return (len(text), len(text))
    end = _pattern("closing").search(text, starts[-1])
    return (starts[-1], end.start() if end else len(text))


def _custody(text: str, operative: int) -> Span:
    found = _pattern("custody").search(text, 0, operative)
    if not found:
        return (0, 0)
    end = _pattern("after_custody").search(text, found.end(), operative)
    return (found.start(), end.start() if end else operative)


def _basis(text: str, operative: int) -> Span:
    starts = [found.start() for found in _pattern("basis").finditer(text, 0, operative)]
    return (starts[-1], operative) if starts else (operative, operative)
