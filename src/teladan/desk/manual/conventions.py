"""What the law leaves open, how it is read here, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teladan.desk import words
from teladan.faces.manual.links import Links
from teladan.law.conventions import describe
from teladan.law.manual import Rule, rules


@dataclass(frozen=True)
class Convention:
    """One open question with the reading that is used and the others that could be."""

    question: str
    text: str
    url: str
    used: str
    others: list[str]
    law: Sequence[Mapping[str, str]]


def conventions(links: Links) -> list[Convention]:
    """Return every convention of the engine."""
    return [_convention(rules()[f"switch.{name}"], entry["question"], links) for name, entry in describe().items()]


def _convention(rule: Rule, question: str, links: Links) -> Convention:
    (version,) = rule.versions
    used, *others = [words.said(value) for _, value in version.sets]
    return Convention(question, words.said(rule.title), links.rule(rule), used, others, version.law)
