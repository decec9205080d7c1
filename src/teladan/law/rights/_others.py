"""The rule of another right that is in force: additional and late remission build on the others' amounts."""

from functools import cache

from teladan.law import regulations
from teladan.law.regulations import Version, in_force, versions


@cache
def _laws(name: str) -> tuple[Version, ...]:
    return versions(regulations.table("remissions")[name]["rule"], f"right {name}")


def rule_of(name: str, law_on: int) -> Version:
    """The rule of a remission in force on a day; LawError if there is none."""
    rule = in_force(_laws(name), law_on)
    if rule is None:
        raise regulations.LawError(f"{name} is not in force")
    return rule
