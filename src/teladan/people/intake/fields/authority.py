"""Who ordered a detention, from the words before its dates."""

import re
from functools import cache

# The last of these before the dates names the authority; an extension says so beside it.
WHO = {
    "supreme_court": r"mahkamah agung",
    "high_court": r"pengadilan tinggi|\bpt\b",
    "chief_judge": r"ketua (?:pengadilan negeri|pn|pengadilan(?! tinggi))|\bkpn\b",
    "court": r"\bhakim\b|majelis|\bpengadilan negeri\b",
    "prosecutor": r"penuntut|jaksa|kejaksaan|\bkajari\b|\bkejari\b|\bj?pu\b",
    "investigator": r"penyidik|kepolisian|\bpolri\b|\bpolres\w*|\bpolsek\w*|\bpolda\b",
}
EXTENSION = re.compile(r"perpanj|diperpanj|di perpanj")
ARREST = re.compile(r"penangkapan|di ?tangkap|sp kap")
CUSTODY = re.compile(r"penahanan|di ?tahan|tahanan|sp han")
# What may stand between "perpanjangan" and who extends: not the date of another paper.
BREAK = re.compile(r"\b(?:ter)?tanggal\b|\b(?:19|20)\d\d\b")


@cache
def _who() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{words})" for name, words in WHO.items()))


def authority_of(text: str, begin: int, end: int) -> str | None:
    """Return the contract's authority for the order whose dates begin at `end`; None when the words do not say."""
    context = text[begin:end]
    if _is_arrest(context):
        return "police"
    found = list(_who().finditer(context))
    if not found:
        return None
    # "penuntut umum pada kejaksaan negeri": the last named counts.
    return _with_extension(found[-1].lastgroup or "", context, extended=_extended(context, found[-1]))


def _is_arrest(context: str) -> bool:
    arrests = [found.end() for found in ARREST.finditer(context)]
    custody = [found.end() for found in CUSTODY.finditer(context)]
    return bool(arrests) and arrests[-1] > (custody[-1] if custody else -1)


def _extended(context: str, last: re.Match[str]) -> bool:
    before = [found.end() for found in EXTENSION.finditer(context, 0, last.start())]
    if before and not BREAK.search(context, before[-1], last.start()):
        return True
    after = EXTENSION.search(context, last.end())
    return after is not None and not BREAK.search(context, last.end(), after.start())


def _with_extension(who: str, context: str, *, extended: bool) -> str | None:
    if who == "chief_judge":
        return "court_extension"
    if who == "high_court":
        by_judge = re.search(r"hakim (?:tinggi|pengadilan tinggi)", context)
        return "high_court" if by_judge and not extended else "high_court_extension"
    if who == "investigator":
        return None if extended else "investigator"
    if who in {"court", "prosecutor"} and extended:
        return f"{who}_extension"
    return who
