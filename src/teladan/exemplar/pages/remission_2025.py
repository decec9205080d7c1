"""`docs/remission-2025.md` and its picture: the demo's remission day of 17 August 2025 beside the published one."""

from pathlib import Path

from teladan.exemplar.pages import bars, published
from teladan.exemplar.pages.markdown import share, table
from teladan.exemplar.pages.remission_day import RemissionDay, hold, natal_grants

TEMPLATE = Path(__file__).with_suffix(".md")
PICTURE = "remission-2025.svg"
WITHOUT = {
    "as the law is read here": [],
    "and nobody failed for the risk that must have fallen": ["risk_has_fallen"],
    "nor for an unpaid fine or restitution": ["fine_and_restitution_paid"],
    "nor for the monthly report or the programme": ["good_conduct_report", "active_in_programme"],
}


def render() -> tuple[str, str]:
    """Return the page and the picture."""
    register, complete = hold(complete=False), hold(complete=True)
    page = TEMPLATE.read_text(encoding="utf-8").format(
        inside=published.INSIDE,
        general=published.GENERAL,
        decade=published.DECADE,
        picture=PICTURE,
        counts=_counts(register, complete),
        amounts=_amounts(complete),
        reasons=_reasons(complete),
        steps=_steps(complete),
        **_natal(),
        **_numbers(register, complete),
    )
    return page, _picture(complete)


def _counts(register: RemissionDay, complete: RemissionDay) -> str:
    general = published.GENERAL, complete.granted(complete.general), register.granted(register.general)
    decade = published.DECADE, complete.granted(complete.decade), register.granted(register.decade)
    rows = [
        (name, *(f"{n} ({share(n, published.INSIDE)})" for n in counts))
        for name, counts in (("general", general), ("decade", decade))
    ]
    return table(("remission", "published", "demo, every fact known", "demo, as its register knows"), rows)


def _amounts(day: RemissionDay) -> str:
    demo, province = day.by_months(), published.BY_MONTHS
    granted, whole = sum(demo.values()), sum(province.values())
    rows = [(m, n, share(n, whole), demo[m], share(demo[m], granted)) for m, n in province.items()]
    return table(("months", "province", "share", "demo", "share"), rows)


def _reasons(day: RemissionDay) -> str:
    rows = [(f"`{name}`", *counts) for name, *counts in day.reasons()]
    return table(("condition", "not met", "not known", "the only hindrance"), rows)


def _steps(day: RemissionDay) -> str:
    rows = []
    waived: set[str] = set()
    for words, names in WITHOUT.items():
        waived |= set(names)
        granted = day.granted_without(waived)
        rows.append((words, granted, share(granted, published.INSIDE)))
    return table(("if", "granted", "share"), rows)


def _natal() -> dict[str, object]:
    christians, granted = natal_grants()
    needed = round(published.NATAL_2024 * published.INSIDE / published.GENERAL)
    return {
        "natal": published.NATAL_2024,
        "christians": christians,
        "natal_granted": granted,
        "needed": needed,
        "needed_share": share(needed, published.INSIDE),
    }


def _numbers(register: RemissionDay, complete: RemissionDay) -> dict[str, int]:
    granted = complete.granted(complete.general)
    part = granted / published.INSIDE
    return {
        "risk": complete.granted_without(["risk_has_fallen"]) - granted,
        "missing": granted - register.granted(register.general),
        "decade_demo": complete.granted(complete.decade),
        "chance": round(200 * (part * (1 - part) / published.INSIDE) ** 0.5),
    }


def _picture(day: RemissionDay) -> str:
    demo, province = day.by_months(), published.BY_MONTHS
    granted, whole = sum(demo.values()), sum(province.values())
    return bars.draw(
        "General remission on 17 August 2025 by months: share of those granted",
        (f"Province, published ({whole} people)", f"Demo, every fact known ({granted} people)"),
        {months: n / whole for months, n in province.items()},
        {months: demo[months] / granted for months in province},
    )
