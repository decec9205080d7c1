"""Whether the second reading of the law agrees with the engine, on a hundred thousand made-up people.

`make bench-oracle` (ARGS="--people 100000"): hypothesis makes the people, in batches of a thousand; each is looked at
on some of the days (`--days`), moved in time so that one of its own edges falls on the day or beside it. After each
batch the count is kept, so that a stopped run goes on where it was (`--again` starts over); the end is
`docs/benchmarks/agreement.md`.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # one core, before NumPy is loaded

import argparse
import datetime as dt
import json
import platform
import sys
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from teladan.law import LAW_VERSION
from tests.oracle import invented, made
from tests.oracle.agreement import sweep
from tests.oracle.days import DAYS, of_batch

PAGE = ROOT / "docs" / "benchmarks" / "agreement.md"
KEPT = ROOT / "var" / "agreement.json"
BATCH = 1000


def one_batch(batch: int, size: int, days: int) -> list[str]:
    """What the two readings tell apart, for one batch of people on its days."""
    people = [
        invented.with_edges(facts, Random(f"{batch} {place}"))  # noqa: S311 - made-up people
        for place, facts in enumerate(made.people(batch, size))
    ]
    return [told for day in of_batch(batch, days) for told in sweep(people, day, batch * BATCH)]


def kept(days: int) -> dict:
    """The count so far, if it was made with the law as it is and as many days."""
    if KEPT.exists():
        told = json.loads(KEPT.read_text(encoding="utf-8"))
        if (told["law"], told["days"]) == (LAW_VERSION, days):
            return told
    return {"law": LAW_VERSION, "days": days, "people": 0, "batches": 0, "seconds": 0.0, "apart": []}


def page(told: dict) -> str:
    """The result, with machine, command and date."""
    looks = told["people"] * told["days"]
    apart = len(told["apart"])
    text = (
        "# Two readings of the law\n\n"
        f"Measured {dt.datetime.now(tz=dt.UTC).date()} with `make bench-oracle` on {platform.machine()},\n"
        f"{os.cpu_count()} cores, Python {platform.python_version()}; law version {told['law']}.\n\n"
        "| people made by hypothesis | days each | days in all | comparisons | disagreements | seconds |\n"
        "| ---: | ---: | ---: | ---: | ---: | ---: |\n"
        f"| {told['people']:,} | {told['days']} | {len(DAYS)} | {looks:,} | {apart} | {told['seconds']:,.0f} |\n\n"
        "Each person, with several sentences, absences, life, missing facts, 29 February and more, is moved in\n"
        "time so that a fraction date, a grant, a violation that lapses, the expiry or another of its own edges\n"
        "falls on the day looked at, the day before or the day after. The days are the day before, of and after\n"
        "every change of the law (`tests/oracle/days.py`). Compared: every date of the timeline and, for all 13\n"
        "rights, status, date, length, end and which criteria are not met and not known. Seconds: processor time\n"
        "of one process.\n"
    )
    return text + "".join(f"\n    {line}" for one in told["apart"][:20] for line in one.splitlines())


def main() -> int:
    """Run batch after batch; 1 when something is told apart."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=100_000)
    asked.add_argument("--days", type=int, default=8, help="on how many of the days each person is looked at")
    asked.add_argument("--again", action="store_true", help="start over")
    asked.add_argument("--page", action="store_true", help="only write the page of what was looked at so far")
    options = asked.parse_args()
    if options.again:
        KEPT.unlink(missing_ok=True)
    told = json.loads(KEPT.read_text(encoding="utf-8")) if options.page else kept(options.days)
    while told["people"] < options.people and not options.page:
        began = time.process_time()
        size = min(BATCH, options.people - told["people"])
        told["apart"] += one_batch(told["batches"], size, options.days)
        told["people"] += size
        told["batches"] += 1
        told["seconds"] += time.process_time() - began
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        KEPT.write_text(json.dumps(told), encoding="utf-8")
        print(f"{told['people']:,} people, {len(told['apart'])} told apart, {told['seconds']:,.0f} s", flush=True)
    text = page(told)
    print(text)
    PAGE.write_text(text, encoding="utf-8")
    return int(bool(told["apart"]))


if __name__ == "__main__":
    sys.exit(main())
