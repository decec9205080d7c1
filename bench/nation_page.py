"""The page of `bench/nation.py`: what was measured beside what was wanted, and what falls short."""

import datetime as dt
from typing import Any

from teladan.law import LAW_VERSION

Found = dict[str, Any]
PEOPLE = 280_000
COMPUTING_S, DATABASE_S, TIMES, PART_OF_MEMORY, GROWTH = 2.0, 20.0, 20.0, 0.25, 1.5


def report(kept: Found, today: dt.date, machine: str, source: str) -> str:
    """Return the page; a part that was not measured says so."""
    loads = [part["load"] for part in kept.values() if isinstance(part, dict)]
    rows = [line for name, told in TOLD.items() for line in (told(kept[name]) if name in kept else [_not(name)])]
    if {"teladan", "openfisca", "memory"} <= kept.keys():
        rows += _beside(kept)
    short = missed(kept)
    head = HEAD.format(today=today, machine=machine, law=LAW_VERSION, low=min(loads), high=max(loads))
    fallen = f"Falls short: {'; '.join(short)}." if short else "Everything that was wanted is met."
    return "\n".join([head, *rows, "", fallen, FOOT.format(people=PEOPLE, source=source, rows=_rows(kept))])


HEAD = """# The law for the whole nation

Measured {today} with `make bench-nation` on {machine};
law version {law}; load of the machine {low:.1f} to {high:.1f}. Seconds are of the processor
unless they are said to be of the clock: other programs ran at the same time, on both cores.

| what | measured | wanted |
| --- | ---: | ---: |"""
FOOT = """
The people: {people:,}, drawn from {source}, each with the weight of its term and moved by whole days to
stand anywhere in it: {rows}.
What a verdict does not tell (faith, age, conduct, remission, risk) is drawn with a fixed seed and says nothing about
real prisons. Computing is every right of the contract with dates, lengths and reason bits.

From database to database: everybody inside is read from the register's own tables, with every index, assessed,
written as a Parquet file and, in the second line, as the table `nation_answer` as well. Of PostgreSQL the server's
own seconds are not in the processor's, but they are in the clock's.

OpenFisca-Core has the five rights and the dates, without reasons, its entities given as arrays. Its formulas are ours:
NumPy over whole columns, as in the engine, so what is compared is mostly how facts are held and given. Its own
helpers for groups (`reduce`, `value_nth_person`) go over all records once for each record of the longest history; they
were not used and not measured. Its memory is that of one simulation of everybody; by hand it could be cut in pieces.
"""


def missed(kept: Found) -> list[str]:
    """Return what was wanted and is not met."""
    short = []
    if "compute" in kept and min(kept["compute"]["seconds"]) >= COMPUTING_S:
        short.append("computing")
    if "memory" in kept and kept["memory"]["280000"]["mb"] >= GROWTH * kept["memory"]["28000"]["mb"]:
        short.append("memory grows with the rows")
    short += [
        f"database to database on {NAMES[name]}: {_both(kept[name]['table'])} of a busy machine"
        for name in ("sqlite", "postgresql")
        if name in kept and kept[name]["table"]["clock"] >= DATABASE_S
    ]
    if {"teladan", "openfisca"} <= kept.keys():
        times, part = _times(kept), _part_of_memory(kept)
        if times < TIMES:
            short.append(f"{times:.1f} times OpenFisca's throughput, not {TIMES:.0f}")
        if part >= PART_OF_MEMORY:
            short.append(f"{100 * part:.0f} % of OpenFisca's memory, not under 25 %")
    return short


NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "compute": "computing", "memory": "memory"}


def _not(name: str) -> str:
    return f"| {NAMES[name]} | not measured | |"


def _compute(found: Found) -> list[str]:
    floor = found["reading"] + found["writing"]
    return [
        f"| computing, one core (best of 3) | {min(found['seconds']):.2f} s | under {COMPUTING_S:.0f} s |",
        f"| floor: reading and checking the Parquet columns | {found['reading']:.2f} s | |",
        f"| floor: writing the Parquet columns | {found['writing']:.2f} s | |",
        f"| reading, computing and writing together | {floor + min(found['seconds']):.2f} s | |",
    ]


def _memory(found: Found) -> list[str]:
    return [
        f"| `teladan assess-all`, Parquet, {int(size):,} people: peak memory | {found[size]['mb']:.0f} MB | flat |"
        for size in ("28000", "280000")
    ]


def _both(found: Found) -> str:
    return f"{found['processor']:.1f} s ({found['clock']:.0f} s on the clock)"


def _database(name: str) -> Any:
    def told(found: Found) -> list[str]:
        return [
            f"| {name} to {what} | {_both(found[key])} | {wanted} |"
            for key, what, wanted in (
                ("file", "a Parquet file", ""),
                ("table", "a Parquet file and a table of the same database", f"under {DATABASE_S:.0f} s"),
            )
        ]

    return told


TOLD = {
    "compute": _compute,
    "memory": _memory,
    "sqlite": _database("SQLite"),
    "postgresql": _database("PostgreSQL"),
}


def _beside(kept: Found) -> list[str]:
    ours, theirs = kept["teladan"], kept["openfisca"]
    wrong = theirs["wrong"]
    same = "equal" if not wrong else ", ".join(f"{name}: {count}" for name, count in wrong.items())
    times = f"| {_times(kept):.1f} times | {TIMES:.0f} times |"
    memory = f"| {ours['mb']:.0f} MB, {theirs['mb']:.0f} MB | under 25 % |"
    return [
        f"| Teladan, 13 rights with reasons: columns from arrays, computing | {_sum(ours)} | |",
        f"| OpenFisca-Core, 5 rights: entities from the same arrays, computing | {_sum(theirs)} | |",
        f"| throughput of giving and computing: Teladan to OpenFisca-Core {times}",
        f"| computing alone (13 rights to 5) | {theirs['computing'] / ours['computing']:.1f} times | |",
        f"| memory above the arrays themselves: Teladan (answers kept), OpenFisca-Core {memory}",
        f"| both compared on 28,000 people: dates, days, lengths, whether on the day | {same} | equal |",
    ]


def _sum(found: Found) -> str:
    return f"{found['given']:.2f} + {found['computing']:.2f} s"


def _times(kept: Found) -> float:
    ours, theirs = (kept[name]["given"] + kept[name]["computing"] for name in ("teladan", "openfisca"))
    return float(theirs / ours)


def _part_of_memory(kept: Found) -> float:
    return float(kept["teladan"]["mb"] / kept["openfisca"]["mb"])


def _rows(kept: Found) -> str:
    counts = kept.get("compute", {}).get("rows", {})
    return ", ".join(f"{count:,} {name}" for name, count in counts.items()) or "their histories in full"
