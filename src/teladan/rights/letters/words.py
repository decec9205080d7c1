"""The fixed words of the letters, and how dates and lengths are written."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from teladan.law import words as law_words
from teladan.law.terms import MONTH
from teladan.people.models import Facility
from teladan.rights.letters.render import FOLDER


@cache
def words(language: str) -> Mapping[str, str]:
    """Return every text of `words.toml` in one language."""
    content = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))
    return {name: text[language] for name, text in content.items()}


def day(date: dt.date | str | None, language: str) -> str:
    """17 Agustus 2026, 17 August 2026; a dash for no date."""
    if date is None:
        return "–"
    return law_words.spell(dt.date.fromisoformat(date) if isinstance(date, str) else date, language)


def length(days: int | None, language: str) -> str:
    """Days of remission as months of thirty days and days; a dash when not known."""
    return "–" if days is None else law_words.length(0, *divmod(days, MONTH), language)


def head(facility: Facility, language: str) -> dict[str, Any]:
    """Return what stands on top and at the foot of every letter."""
    return {
        "language": language,
        "words": dict(words(language)),
        "facility": facility.name,
        "regional_office": facility.regional_office,
        "place": facility.place,
        "demo": facility.is_demo,
    }


def cite(law: Mapping[str, str], language: str) -> dict[str, str]:
    """Return a citation: regulation and article, and its mark (A text read, B secondary, C unconfirmed)."""
    article = f", {words(language)['article']} {law['article']}" if law["article"].strip("-") else ""
    return {"text": law["regulation"] + article, "mark": law["confidence"]}
