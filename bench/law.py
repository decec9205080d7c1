"""How fast is the law? One person with the full explanation, and all real verdicts in one call.

`make bench-law` prints a table and writes `docs/benchmarks/law.md`. The verdicts are optional input: where
`../shared/data/verdicts.csv` is not there, a population is drawn at random, and the page says so.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # one core, before NumPy is loaded

import csv
import datetime as dt
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from teladan.law import LAW_VERSION, columns
from teladan.law.assess import NAMES, STATUSES, Result, assess, assess_many
from teladan.law.codes import OFFENCES, PLACES, RELIGIONS
from teladan.law.columns import People
from teladan.law.terms import FAR, day_of

ROOT = Path(__file__).parent.parent
VERDICTS = ROOT.parent / "shared" / "data" / "verdicts.csv"
PAGE = ROOT / "docs" / "benchmarks" / "law.md"
AS_OF = dt.date(2019, 8, 17)
PEOPLE = 200_000
TARGET_ONE, TARGET_MANY = 5.0, 100_000
OFFENCE_OF = {
    "narkotika": "narcotics", "korupsi": "corruption", "terorisme": "terrorism", "keamanan_negara": "state_security",
    "perlindungan_anak": "child_protection", "kesusilaan": "sexual", "pembunuhan": "murder", "pencurian": "theft",
    "penipuan": "fraud", "penggelapan": "fraud", "penganiayaan": "assault", "kekerasan_bersama": "assault",
    "kdrt": "assault", "lalu_lintas": "traffic",
}  # fmt: skip
KIND_OF = {"penjara": 0, "kurungan": 1, "seumur_hidup": 2}
PLACE_OF = {"rumah": "house", "kota": "city"}
ONE = json.loads((ROOT / "src/teladan/law/tests/contract.json").read_text(encoding="utf-8"))


def day(text: str) -> int:
    """The day number of an ISO date."""
    return day_of(dt.date.fromisoformat(text))


def number(text: str) -> int:
    """A whole number; nothing is 0."""
    return int(float(text)) if text else 0


def real_rows() -> Iterator[dict[str, Any]]:
    """Verdicts to prison, confinement or life whose dates do not contradict each other."""
    with VERDICTS.open(encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            if row["sentence_kind"] in KIND_OF and row["dates_consistent"] == "1" and row["verdict_date"]:
                yield from real_row(row)


def real_row(row: dict[str, str]) -> Iterator[dict[str, Any]]:
    """One verdict: its sentence, and its detention orders as they stand, overlaps and all."""
    kind = KIND_OF[row["sentence_kind"]]
    term = [number(row[f"sentence_{part}"]) for part in ("years", "months", "days")]
    if kind < 2 and not any(term):
        return
    place = PLACES.index(PLACE_OF.get(row["detention_place"], "prison"))
    periods = [p.split(":", 1)[1].split("/") for p in row["detention_periods"].split("|") if p]
    yield {
        "kind": kind,
        "term": term if kind < 2 else [0, 0, 0],
        "offence": OFFENCES.index(OFFENCE_OF.get(row["category"], "other")),
        "fine": number(row["fine_rp"]),
        "substitute": [number(row["fine_sub_months"]), number(row["fine_sub_days"])],
        "final": day(row["verdict_date"]) + 7,
        "detention": [(day(a), day(b), place) for a, b in periods if a and b and b >= a],
    }


def drawn_rows(rng: np.random.Generator) -> Iterator[dict[str, Any]]:
    """A population of the same size, drawn at random, where the real verdicts are not at hand."""
    for _ in range(22_000):
        start = day("2012-01-01") + int(rng.integers(0, 2_700))
        cuts = np.cumsum(rng.integers(15, 60, int(rng.integers(2, 7))))
        orders = [(start + int(a), start + int(b), 0) for a, b in zip([0, *cuts[:-1]], cuts, strict=True)]
        yield {
            "kind": 0,
            "term": [int(rng.integers(0, 9)), int(rng.integers(1, 12)), 0],
            "offence": int(rng.integers(0, len(OFFENCES))),
            "fine": int(rng.choice([0, 0, 1_000_000_000])),
            "substitute": [3, 0],
            "final": start + int(cuts[-1]) + 7,
            "detention": orders,
        }


def population(rows: list[dict[str, Any]], rng: np.random.Generator) -> People:
    """Columns of at least PEOPLE persons. What a verdict does not tell (faith, age, conduct, remission) is drawn."""
    copies = -(-PEOPLE // len(rows))
    rows = rows * copies
    size = len(rows)
    final = np.array([row["final"] for row in rows])
    held = [(i, a, b, p) for i, row in enumerate(rows) for a, b, p in row["detention"]]
    # After the judgment the sentence is served: custody is open from the last order on.
    held += [(i, max(row["final"] - 7, 0), FAR, 0) for i, row in enumerate(rows)]
    table = np.array(held, np.int64)
    term = np.array([row["term"] for row in rows])
    substitute = np.array([row["substitute"] for row in rows])
    fine = np.array([row["fine"] for row in rows])
    everyone = np.arange(size)
    zero = np.zeros(size, np.int64)
    sentence = {
        "final_on": final,
        "final_state": zero + 1,
        "kind": np.array([row["kind"] for row in rows]),
        "years": term[:, 0],
        "months": term[:, 1],
        "days": term[:, 2],
        "term_known": zero + 1,
        "offence": np.array([row["offence"] for row in rows]),
        "articles": zero + 1,
        "fine_state": (fine > 0).astype(int),
        "fine_amount": fine,
        "fine_paid": zero,
        "fine_sub_months": substitute[:, 0],
        "fine_sub_days": substitute[:, 1],
        "restitution_state": zero,
    }
    grants, violations = rng.integers(0, 4, size), rng.random(size) < 0.1
    granted = np.repeat(everyone, grants)
    year = np.concatenate([np.arange(g) for g in grants]) if size else zero
    on = day("2016-08-17") + 365 * year
    some = np.flatnonzero(violations)
    lists = {
        "detention": (table[:, 0], {"start": table[:, 1], "end": table[:, 2], "place": table[:, 3]}),
        "sentences": (everyone, sentence),
        "absences": (zero[:0], {}),
        "remissions": (granted, {"on": on, "kind": granted * 0, "days": 30 * (year + 1)}),
        "conduct": (everyone, {"on": zero + day("2019-07-01"), "rating": rng.integers(0, 4, size)}),
        "discipline": (some, {"on": day("2018-06-01") + rng.integers(0, 400, some.size), "level": some * 0 + 2}),
        "risk": (np.repeat(everyone, 2), {"on": np.tile([day("2018-01-01"), day("2019-01-01")], size),
                                           "level": rng.integers(0, 3, 2 * size)}),
        "programme": (everyone, {"start": final}),
        "merits": (some, {"on": day("2019-01-01") + some * 0, "kind": some % 5}),
    }  # fmt: skip
    singles = {
        "birth": day("1960-01-01") + rng.integers(0, 14_000, size),
        "religion": rng.integers(0, len(RELIGIONS), size),
        "citizen": zero + 1,
        "illness_state": zero,
        "pledge_state": zero,
        "cooperation_state": zero,
    }
    return columns.from_arrays(size, singles, lists)


class Taken(NamedTuple):
    """Milliseconds of one run at the median: on the clock, and of the processor alone."""

    clock: float
    processor: float


def median_ms(run: Callable[[], Any], times: int) -> Taken:
    """Median of many runs. The processor's own time is not disturbed by other programs on the machine."""
    run()
    clock, processor = [], []
    for _ in range(times):
        begin, busy = time.perf_counter(), time.process_time()
        run()
        clock.append(time.perf_counter() - begin)
        processor.append(time.process_time() - busy)
    return Taken(1000 * statistics.median(clock), 1000 * statistics.median(processor))


def machine() -> str:
    """What the numbers were measured on."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, NumPy {np.__version__}"


def priority() -> str:
    """Whether other programs had to wait: on a busy machine the clock means something only then (`chrt -f 10`)."""
    return "" if os.sched_getscheduler(0) == os.SCHED_OTHER else ", run with real-time priority so that others wait"


def statuses(result: Result) -> str:
    """How the people of the benchmark came out, right by right: proof that the work was done."""
    head = "| right | " + " | ".join(STATUSES) + " |\n| --- |" + " ---: |" * len(STATUSES)
    counts = ((name, np.bincount(result.rights[name].status, minlength=len(STATUSES))) for name in NAMES)
    rows = [
        f"| {name} | " + " | ".join(f"{100 * n / len(result):.1f} %" for n in found) + " |" for name, found in counts
    ]
    return "\n".join([head, *rows])


def main() -> int:
    """Measure, print, write the page; 1 when a target is missed."""
    rng = np.random.default_rng(17)
    one = median_ms(lambda: assess(ONE), 300)
    real = VERDICTS.exists()
    rows = list(real_rows()) if real else list(drawn_rows(rng))
    people = population(rows, rng)
    many = median_ms(lambda: assess_many(people, AS_OF), 5)
    rates = [1000 * len(people) / taken for taken in many]
    result = assess_many(people, AS_OF)
    source = (
        f"{len(rows):,} real verdicts" if real else f"{len(rows):,} verdicts drawn at random (no real ones at hand)"
    )
    table = (
        "| what | clock | processor | wanted |\n| --- | ---: | ---: | ---: |\n"
        "| one person, every right, full explanation (median of 300) "
        f"| {one.clock:.2f} ms | {one.processor:.2f} ms | under {TARGET_ONE:.0f} ms |\n"
        f"| {len(people):,} people in one call, every right, dates and reason bits, one core (median of 5) "
        f"| {rates[0]:,.0f}/s | {rates[1]:,.0f}/s | {TARGET_MANY:,}/s |\n"
    )
    page = (
        "# How fast the law is\n\n"
        f"Measured {dt.datetime.now(tz=dt.UTC).date()} with `make bench-law` on {machine()};\n"
        f"law version {LAW_VERSION}; load of the machine before: {os.getloadavg()[0]:.1f}{priority()}.\n\n"
        f"{table}\n"
        f"The people are {source}, repeated {len(people) // len(rows)} times, with their detention orders\n"
        f"as they stand (overlaps and gaps), assessed for {AS_OF}. What a verdict does not tell (faith, age, conduct,\n"
        "discipline, remission, risk) is drawn at random with a fixed seed: the shares below say nothing about real\n"
        "prisons. One core: the threads of every numeric library are limited to one. Processor: time of the processor\n"
        "alone, which other programs on the machine do not disturb; the targets are held against it.\n\n"
        f"{statuses(result)}\n"
    )
    print(page)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    return int(one.processor >= TARGET_ONE or rates[1] < TARGET_MANY)


if __name__ == "__main__":
    sys.exit(main())
