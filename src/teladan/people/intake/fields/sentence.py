"""The lengths of time in the operative part, each with what it is: the term, a substitute, a probation."""

import re
from dataclasses import dataclass
from functools import cache

from teladan.people.intake.lengths import Length, length_at
from teladan.people.intake.reading import Reading

ROLES = {
    "deadline": r"(?:dalam|jangka) waktu|paling (?:lama|lambat)|selambat lambatnya",
    # KUHP 2023: supervision and community service are no time in prison.
    "probation": r"percobaan|kemudian hari|pidana pengawasan|kerja sosial",
    "substitute": (
        r"tidak (?:[a-z]+ )?(?:di ?bayar|membayar|di ?lunasi)|\bdiganti\w*|\bganti\b(?! rugi)|\bsubs\w*|\bsub\b"
        r"|sebagai pengganti|kurungan pengganti|penjara pengganti"
    ),
}
KIND = r"(?P<prison>penjara)|(?P<confinement>kurungan)"
IMPOSES = r"menjatuhkan|menghukum|mempidana|memidana|pidana|hukuman"
SENTENCES = r"(?:menjatuhkan|menghukum)(?! denda| pidana denda)"
CONTEXT = 420
ITEM = 2_000


@dataclass(frozen=True, slots=True)
class Part:
    """One length of time of the operative part: its role, its kind (prison, confinement or None)."""

    role: str
    kind: str | None
    length: Length


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape)


@cache
def _roles() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{words})" for name, words in ROLES.items()))


def read_parts(reading: Reading) -> list[Part]:
    """Every length of time of the operative part, in the order of the text."""
    text, (begin, end) = reading.words, reading.sections.operative
    parts: list[Part] = []
    at = begin
    starts = r"\b(?:selama|lamanya) |\b(?=\d{1,3} (?:[a-z]+ ){0,5}?(?:tahun|bulan|hari)\b)"
    for start in _compiled(starts).finditer(text, begin, end):
        length = length_at(text, start.end(), end) if start.end() >= at else None
        part = _part(text, begin, at, length, end) if length else None
        if part:
            parts.append(part)
            at = part.length.end
    return parts


def _part(text: str, operative: int, at: int, length: Length, end: int) -> Part | None:
    begin = max(at, length.begin - CONTEXT)
    role = _role(text, operative, begin, length.begin)
    kind = _kind(text, begin, length, end)
    if role == "term" and not _compiled(IMPOSES if kind else SENTENCES).search(text, begin, length.end + 10):
        return None
    return Part(role, kind, length)


def _role(text: str, operative: int, begin: int, end: int) -> str:
    found = list(_roles().finditer(text, begin, end))
    fresh = [start.end() for start in _compiled(r"menjatuhkan|menghukum").finditer(text, begin, end)]
    found = [role for role in found if not fresh or role.start() > fresh[-1] or not _imprisons(text, fresh[-1], end)]
    if (found and found[-1].lastgroup == "deadline") or not _pays_back(text, operative, end):
        return found[-1].lastgroup or "term" if found else "term"
    return "restitution_substitute"


def _pays_back(text: str, operative: int, end: int) -> bool:
    """Say whether the item that a length stands in orders restitution: its prison term only stands in for that."""
    at = max(text.rfind(verb, operative, end) for verb in ("menjatuhkan", "menghukum", "mewajibkan", "menetapkan"))
    item = text[max(at, operative, end - ITEM) : end]
    owed = max(item.rfind("uang pengganti"), item.rfind("restitusi"))
    return owed >= 0 and "denda" not in item[owed:]


def _imprisons(text: str, begin: int, end: int) -> bool:
    return bool(_compiled(KIND).search(text, begin, end)) and "denda" not in text[begin:end]


def _kind(text: str, begin: int, length: Length, end: int) -> str | None:
    found = list(_compiled(KIND).finditer(text, begin, length.begin))
    after = _compiled(rf" (?:pidana |hukuman )?(?:{KIND})").match(text, length.end, min(end, length.end + 30))
    if after:
        return after.lastgroup
    return found[-1].lastgroup if found else None
