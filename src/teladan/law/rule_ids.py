"""The name of one dated version of a rule: `criterion.no_escape.1999-12-23`, a scope behind it where it has one.

A lawyer confirms a version under this name; what it says is the manual's (`teladan.law.manual`).
"""

from typing import Final

from teladan.law.regulations import Version
from teladan.law.terms import date_of

Confirmed = frozenset[str]
NONE_CONFIRMED: Final[Confirmed] = frozenset()


def rule_id(kind: str, name: str, version: Version) -> str:
    """The name of a version of a right or of a criterion."""
    parts = [kind, name, date_of(version.first).isoformat()]
    return ".".join([*parts, version.scope] if version.scope else parts)
