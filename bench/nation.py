"""The law for the whole nation: computing, memory, database to database, and OpenFisca-Core beside it.

`make bench-nation` measures each part in a process of its own and writes `docs/benchmarks/nation.md`. A part that was
measured is kept in TELADAN_VAR, so that a run that was stopped goes on; `--again` measures everything anew, `--parts`
only those named. The real verdicts are optional input, as for `bench/law.py`.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ARROW_NUM_THREADS"):
    os.environ[name] = "1"  # one core, before NumPy is loaded
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "teladan.site.settings")
os.environ.setdefault("TELADAN_LOG_LEVEL", "CRITICAL")

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from bench.law import VERDICTS, drawn_rows, machine, real_rows
from bench.nation_people import AS_OF, Nation, nation
from teladan.law import LAW_VERSION
from teladan.law.assess import assess_many
from teladan.law.terms import day_of

PAGE = ROOT / "docs" / "benchmarks" / "nation.md"
KEPT = Path(os.environ.get("TELADAN_VAR", ROOT / "var")) / "bench-nation.json"
POSTGRES = os.environ.get("TELADAN_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
NATION, TENTH, SAMPLE = 280_000, 28_000, 28_000
AT_ONCE = 16_384
OWN = "teladan_bench_nation"
MEGABYTE = 1024  # of ru_maxrss, which counts in kilobytes
Found = dict[str, Any]


def people(size: int) -> Nation:
    """Draw the nation."""
    rows = list(real_rows()) if VERDICTS.exists() else list(drawn_rows(np.random.default_rng(17)))
    return nation(rows, size)


def taken(run: Callable[[], Any]) -> tuple[float, Any]:
    """Return seconds of the processor, and what came out."""
    began = time.process_time()
    found = run()
    return time.process_time() - began, found


def compute() -> Found:
    """Reading the columns, computing, writing the columns: processor seconds of each, computing the best of three."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    from bench.nation_file import write  # noqa: PLC0415
    from teladan.exemplar.nation import answers  # noqa: PLC0415
    from teladan.exemplar.nation.parquet_source import ParquetSource  # noqa: PLC0415
    from teladan.law.conventions import DEFAULT  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path, form = Path(folder, "people.parquet"), answers.schema(DEFAULT)
        drawn = people(NATION)
        write(drawn, path)
        counts = {name: row.size for name, (row, _) in drawn.lists.items() if row.size}
        source = ParquetSource(path, day_of(AS_OF))
        reading, chunks = taken(lambda: [stretch.read() for stretch in source.stretches({})])
        runs = [taken(lambda: [assess_many(chunk.people, AS_OF) for chunk in chunks]) for _ in range(3)]

        def writing() -> None:
            with pq.ParquetWriter(Path(folder, "answers.parquet"), form, compression="zstd") as writer:
                for chunk, result in zip(chunks, runs[-1][1], strict=True):
                    writer.write_batch(answers.table(chunk.ids, chunk.as_of, result, form))

        return {"reading": reading, "seconds": [each for each, _ in runs], "writing": taken(writing)[0], "rows": counts}


def memory() -> Found:
    """Peak memory of `teladan assess-all` on a file, at a tenth of the nation and at the whole."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in (TENTH, NATION):
            path = Path(folder, f"{size}.parquet")
            # In a process of its own: a child's peak begins with what its parent holds.
            program = [sys.executable, str(Path(__file__)), "--write", str(size), str(path)]
            subprocess.run(program, check=True)  # noqa: S603
            found[str(size)] = _assess_all([str(path), "--out", str(path.with_suffix(".answers.parquet"))], {})
    return found


def _assess_all(given: list[str], environment: dict[str, str]) -> Found:
    """Run the command; its seconds on the clock and of the processor, its peak memory in megabytes."""
    command = [sys.executable, "-m", "teladan.site.program", "assess-all", *given, "--as-of", AS_OF.isoformat()]
    began = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | environment, stderr=subprocess.DEVNULL, stdout=sys.stderr)  # noqa: S603
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"assess-all failed: {status}")
    processor = used.ru_utime + used.ru_stime
    return {"clock": time.perf_counter() - began, "processor": processor, "mb": used.ru_maxrss / MEGABYTE}


def database(url: str, folder: str) -> Found:
    """Fill an empty database with the nation, then from database to database."""
    environment = {"TELADAN_DATABASE": url, "TELADAN_VAR": folder}
    program = [sys.executable, str(Path(__file__)), "--fill"]
    subprocess.run(program, env=os.environ | environment, check=True, stdout=sys.stderr)  # noqa: S603
    out = str(Path(folder, "answers.parquet"))
    alone = _assess_all(["--database", "--out", out], environment)
    return {"file": alone, "table": _assess_all(["--database", "--keep", "--out", out], environment)}


def fill_here() -> None:
    """Fill the database of the settings."""
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from bench.nation_register import fill  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    fill(people(NATION))


def sqlite() -> Found:
    with tempfile.TemporaryDirectory() as folder:
        return database(f"sqlite:///{folder}/teladan.sqlite3", folder)


def postgresql() -> Found:
    import psycopg  # noqa: PLC0415

    with psycopg.connect(POSTGRES, autocommit=True) as server, tempfile.TemporaryDirectory() as folder:
        server.execute(f'DROP DATABASE IF EXISTS "{OWN}"')
        server.execute(f'CREATE DATABASE "{OWN}"')
        try:
            return database(POSTGRES.rsplit("/", 1)[0] + f"/{OWN}", folder)
        finally:
            server.execute(f'DROP DATABASE IF EXISTS "{OWN}" WITH (FORCE)')


def teladan() -> Found:
    """The engine on the nation in arrays, so many people at once as `assess-all` takes, every answer kept."""
    drawn = people(NATION)
    before = _peak()
    given = computing = 0.0
    results = []
    for first in range(0, NATION, AT_ONCE):
        seconds, made = taken(lambda first=first: drawn.part(first, first + AT_ONCE).people())
        given += seconds
        seconds, result = taken(lambda made=made: assess_many(made, AS_OF))
        computing += seconds
        results.append((result.timeline, result.rights))
    return {"given": given, "computing": computing, "mb": _peak() - before, "people": NATION}


def openfisca() -> Found:
    """The smaller rule set in OpenFisca-Core on the same arrays; a sample is compared with the engine."""
    from bench.nation_openfisca import answers, differences, simulation  # noqa: PLC0415

    sample = people(SAMPLE)
    wrong = differences(answers(simulation(sample)), assess_many(sample.people(), AS_OF))
    drawn = people(NATION)
    before = _peak()
    given, made = taken(lambda: simulation(drawn))
    computing, _ = taken(lambda: answers(made))
    return {"given": given, "computing": computing, "mb": _peak() - before, "people": NATION, "wrong": wrong}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


PARTS: dict[str, Callable[[], Found]] = {
    "compute": compute,
    "memory": memory,
    "teladan": teladan,
    "openfisca": openfisca,
    "sqlite": sqlite,
    "postgresql": postgresql,
}


def main() -> int:
    """Measure what is asked for, write the page; 1 where something wanted is missed."""
    asked = _arguments()
    if asked.write:
        from bench.nation_file import write  # noqa: PLC0415

        write(people(int(asked.write[0])), Path(asked.write[1]))
        return 0
    if asked.fill:
        fill_here()
        return 0
    if asked.measure:
        print(json.dumps(PARTS[asked.measure]()))
        return 0
    kept = {} if asked.again or not KEPT.exists() else json.loads(KEPT.read_text(encoding="utf-8"))
    if kept.get("law") != LAW_VERSION:
        kept = {"law": LAW_VERSION}
    for part in asked.parts or [part for part in PARTS if part not in kept]:
        load = os.getloadavg()[0]
        command = [sys.executable, str(Path(__file__)), "--measure", part]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
        kept[part] = json.loads(done.stdout.splitlines()[-1]) | {"load": load}
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        KEPT.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        print(part, kept[part], file=sys.stderr)
    from bench.nation_page import missed, report  # noqa: PLC0415

    source = "the real verdicts" if VERDICTS.exists() else "verdicts drawn at random (no real ones at hand)"
    today = dt.datetime.now(tz=dt.UTC).date()
    PAGE.write_text(report(kept, today, machine(), source), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
    return int(bool(missed(kept)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", nargs="+", choices=PARTS, help="measure only these")
    parser.add_argument("--again", action="store_true", help="measure everything anew")
    parser.add_argument("--measure", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--write", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
