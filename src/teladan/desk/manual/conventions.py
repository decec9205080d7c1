"""What the law leaves open, how it is read here, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teladan.desk import words
from teladan.law.conventions import describe


@dataclass(frozen=True)
class Convention:
    """One open question with the reading that is used and the others that could be."""

    question: str
    text: str
    used: str
    others: list[str]
    law: Sequence[Mapping[str, str]]


def conventions() -> list[Convention]:
    """Return every convention of the engine."""
    return [_convention(entry) for entry in describe().values()]


def _convention(entry: Mapping[str, object]) -> Convention:
    options: Mapping[str, Mapping[str, str]] = entry["options"]  # type: ignore[assignment]
    cite = {name: str(entry[name]) for name in ("regulation", "article", "confidence")}
    return Convention(
        question=str(entry["question"]),
        text=words.said(entry["text"]),  # type: ignore[arg-type]
        used=words.said(options[str(entry["default"])]),
        others=[words.said(text) for name, text in options.items() if name != entry["default"]],
        law=[cite],
    )
