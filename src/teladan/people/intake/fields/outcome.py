"""What the court decided: prison, confinement, life, death, a fine only, probation, acquittal, discharge, measure."""

import re
from functools import cache

from teladan.people.intake.fields.sentence import Part
from teladan.people.intake.reading import UNSURE, Answer, Reading

SIGNS = {
    "death": r"(?:pidana|hukuman) mati\b",
    "life": r"seumur hidup",
    "probation": r"(?:tidak (?:perlu|usah|akan) (?:di ?jalani|di ?jalankan|menjalani))|masa percobaan",
    "acquitted": r"membebaskan (?:para )?(?:terdakwa|anak|ia)\b",
    "discharged": r"melepaskan (?:para )?(?:terdakwa|anak|ia)\b",
    "measure": r"(?:menjatuhkan|mengenakan|dikenakan|berupa) tindakan|dikembalikan kepada orang ?tua",
}


@cache
def _sign(name: str) -> re.Pattern[str]:
    return re.compile(SIGNS[name])


def read_outcome(reading: Reading, parts: list[Part], fine: Answer) -> Answer:
    """Return the outcome; an acquittal of one charge beside a sentence for another is the sentence."""
    span = reading.sections.operative
    signs = {name: found for name in SIGNS if (found := _sign(name).search(reading.words, *span))}
    for name in ("death", "life"):
        if name in signs:
            return Answer(name, signs[name].span())
    terms = [part for part in parts if part.role == "term"]
    if terms:
        return _sentenced(terms, signs)
    return _without_term(reading, signs, fine)


def _sentenced(terms: list[Part], signs: dict[str, re.Match[str]]) -> Answer:
    if "probation" in signs:
        return Answer("probation", signs["probation"].span())
    kinds = {part.kind for part in terms}
    if len(kinds) > 1 or None in kinds:
        return UNSURE
    return Answer(terms[0].kind, (terms[0].length.begin, terms[0].length.end))


def _without_term(reading: Reading, signs: dict[str, re.Match[str]], fine: Answer) -> Answer:
    decided = [name for name in ("acquitted", "discharged", "measure") if name in signs]
    begin = reading.sections.operative[0]
    if fine.span and not decided and "penjara" not in reading.words[begin : fine.span[0]]:
        return Answer("fine_only", fine.span)
    if len(decided) == 1 and fine.value is None and fine.sure:
        return Answer(decided[0], signs[decided[0]].span())
    return UNSURE
