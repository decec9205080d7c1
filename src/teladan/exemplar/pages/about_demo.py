"""`docs/demo.md`: what the demo is, and every number it is made with."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from teladan.exemplar.demo import assumptions, offences, population
from teladan.exemplar.demo.judge import by_law
from teladan.exemplar.demo.record import Record
from teladan.exemplar.pages.markdown import share, table

SHOWN_ON = date(2025, 9, 15)
TEMPLATE = Path(__file__).with_suffix(".md")


def render() -> str:
    """Return the page."""
    people = population.generate(assumptions.assumed("people"), SHOWN_ON, population.SEED, by_law)
    page = TEMPLATE.read_text(encoding="utf-8")
    return page.format(people=_people(people), assumptions=_assumptions())


def _people(people: list[Record]) -> str:
    whole = len(people)
    groups = Counter(_group(record.category) for record in people)
    faiths = Counter(record.religion or "not recorded" for record in people)
    ages = Counter(_band(record.age_on(SHOWN_ON)) for record in people)
    rows = [(what, name, n, share(n, whole)) for what, counts in _counted(groups, faiths, ages) for name, n in counts]
    title = f"## The {whole} people as on {SHOWN_ON}\n\n"
    return title + table(("what", "", "people", "share"), rows)


def _counted(groups: Counter[str], faiths: Counter[str], ages: Counter[str]) -> list[tuple[str, list[tuple[str, int]]]]:
    return [("case", groups.most_common()), ("faith", faiths.most_common()), ("age", sorted(ages.items()))]


def _group(category: str) -> str:
    return next((group for group, members in offences.GROUPS.items() if category in members), "other")


def _band(age: int) -> str:
    return "60 and over" if age >= 60 else f"{age // 10 * 10}-{age // 10 * 10 + 9}"


def _assumptions() -> str:
    rows = [
        (f"`{key}`", entry["en"], _value(entry["value"]), entry["basis"], entry["source"] or "-")
        for key, entry in assumptions.entries().items()
    ]
    return table(("key", "what", "value", "basis", "source"), rows)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name or 'not recorded'}: {_value(part)}" for name, part in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
