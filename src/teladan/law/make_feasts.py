"""Writes `regulations/feasts.toml` from the `holidays` package: `python -m teladan.law.make_feasts`.

The package marks no future Nyepi as an estimate, but no decree has set one; so every moving feast after the last
year for which the government has decreed its collective leave counts as an estimate here.
"""

import datetime as dt
from typing import Final

import holidays

from teladan.law import regulations

YEARS: Final = range(1999, 2037)
FEASTS: Final = (
    ("idul_fitri", "Eid al-Fitr", ("islam",), "Kepmen M.09.HN.02.01/1999", "3(2)", "B"),
    ("natal", "Christmas Day", ("protestant", "catholic"), "Kepmen M.09.HN.02.01/1999", "3(2)", "B"),
    ("nyepi", "Day of Silence", ("hindu",), "Kepmen M.09.HN.02.01/1999", "3(2)", "B"),
    ("waisak", "Vesak Day", ("buddhist",), "Kepmen M.09.HN.02.01/1999", "3(2)", "B"),
    ("imlek", "Lunar New Year", ("confucian",), "praktik Ditjen PAS", "-", "B"),
)
HEAD: Final = """\
# Feast days on which religious remission is given, 1999 to 2036. Made by `python -m teladan.law.make_feasts` from the
# `holidays` package; do not edit: an officer's correction is laid over this table when the government sets another day.
# Idul Fitri falls twice in 2000 and 2033; Imlek is in the package from 2003 only. "estimated": not yet set by decree.
"""


def last_decreed_year() -> int:
    """The last year for which the package knows the government's collective leave."""
    decreed = holidays.country_holidays("ID", years=YEARS, categories=("government",))
    return max(day.year for day in decreed)


def days_of(name: str) -> list[tuple[dt.date, bool]]:
    """Every day of one feast, with whether it is an estimate."""
    known = holidays.country_holidays("ID", years=YEARS, language="en_US")
    last = last_decreed_year()
    moving = name != "Christmas Day"
    found: list[tuple[dt.date, bool]] = []
    for day, text in sorted(known.items()):
        found += [
            (day, "(estimated)" in part or (moving and day.year > last))
            for part in text.split("; ")
            if part in (name, f"{name} (estimated)")
        ]
    return found


def render() -> str:
    """The whole file."""
    blocks = [HEAD]
    for name, english, religions, regulation, article, confidence in FEASTS:
        days = days_of(english)
        quoted = ", ".join(f'"{religion}"' for religion in religions)
        blocks.append(
            f'[[feast]]\nname = "{name}"\nreligions = [{quoted}]\nregulation = "{regulation}"\n'
            f'article = "{article}"\nconfidence = "{confidence}"\n'
            f"days = [\n{_dates([day for day, _ in days])}]\n"
            f"estimated = [\n{_dates([day for day, estimate in days if estimate])}]\n"
        )
    return "\n".join(blocks)


def _dates(days: list[dt.date]) -> str:
    rows = [days[i : i + 8] for i in range(0, len(days), 8)]
    return "".join("    " + ", ".join(day.isoformat() for day in row) + ",\n" for row in rows)


if __name__ == "__main__":
    (regulations.FOLDER / "feasts.toml").write_text(render(), encoding="utf-8")
