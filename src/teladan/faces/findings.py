"""The law's explanation of one right, arranged for reading: what is missing first, what is settled last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from teladan.faces import words


@dataclass(frozen=True)
class Finding:
    """One condition: its words, its law, and whether a rule marked C that nobody confirmed stands behind it."""

    text: str
    law: Sequence[Mapping[str, str]]
    unconfirmed: bool


@dataclass(frozen=True)
class Group:
    """Findings with the same answer; `state` is the tag that says it."""

    title: str
    state: str
    findings: list[Finding]


def groups(findings: Sequence[Mapping[str, Any]], sure: frozenset[str] = frozenset()) -> list[Group]:
    """Return the findings by their answer: not known, not met, met; empty groups are left out.

    `sure`: the conditions whose words a lawyer confirmed.
    """
    wanted = (
        (_("Belum diketahui"), "needs-facts", None),
        (_("Belum terpenuhi"), "blocked", False),
        (_("Terpenuhi"), "eligible", True),
    )
    made = [
        Group(title, state, [_finding(each, sure) for each in findings if each["met"] is met])
        for title, state, met in wanted
    ]
    return [group for group in made if group.findings]


def _finding(each: Mapping[str, Any], sure: frozenset[str]) -> Finding:
    marked = any(cite["confidence"] == "C" for cite in each["law"])
    return Finding(words.said(each["text"]), each["law"], marked and each["criterion"] not in sure)
