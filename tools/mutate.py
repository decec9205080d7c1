"""Which small wrong changes of the law no test notices.

`make mutate ARGS="grants timeline"`: each mutant runs in a child of its own (a fork) against the golden cases, then the
oracle on the days around every change of the law, then, with `--unit`, what both let pass against the unit tests of the
law. What was tried is kept in `var/mutation.json` by the text of the file, so that a stopped run goes on and another
part can follow; `docs/benchmarks/mutation.md` is written from it. Why not mutmut: docs/decisions/0015.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # one core, before NumPy is loaded

import argparse
import contextlib
import datetime as dt
import hashlib
import io
import json
import signal
import sys
import warnings
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import pytest
from mutation import killers, points, swap

import teladan.law.assess  # noqa: F401 - every function of the law is to be there

LAW = ROOT / "src" / "teladan" / "law"
KEPT = ROOT / "var" / "mutation.json"
PAGE = ROOT / "docs" / "benchmarks" / "mutation.md"
CORE = ("terms", "timeline", "grants", "custody", "sentence", "engine", "behaviour", "served", "situation", "feasts")
PEOPLE, SECONDS = 60, 30
ORDER = ("golden", "oracle", "unit", "time")


def files(asked: list[str]) -> list[Path]:
    """The files of the law that are named, `rights` and `criteria` as folders; none named: the core and both."""
    found = []
    for part in asked or [*CORE, "rights", "criteria"]:
        path = LAW / part.removeprefix("law/").removesuffix(".py")
        found += sorted(path.glob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    return found


def kill(mutant: points.Mutant, module: str, groups: dict, *, unit: bool) -> str:
    """Run a mutant in a child: which kind of test noticed it, `time`, or `survived`."""
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            os.write(tell, _killer(mutant, module, groups, unit=unit).encode())
        os._exit(0)
    os.close(tell)
    with os.fdopen(told) as answer:
        found = answer.read()
    os.waitpid(child, 0)
    kind, _, place = (found or "time").partition(" ")
    if place:  # what noticed one will notice others: it is asked first
        groups[kind].insert(0, groups[kind].pop(int(place)))
    return "not tried" if kind == "not" else kind


def _killer(mutant: points.Mutant, module: str, groups: dict, *, unit: bool) -> str:
    # A mutant that never ends is killed by the clock: by processor time, for the machine may be busy.
    signal.setitimer(signal.ITIMER_PROF, SECONDS * (5 if unit else 1))
    try:
        groups["running"].put(module, mutant.tree, mutant.function)
    except (LookupError, ValueError):
        return "not tried"
    if unit:
        code = pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", "--no-header", str(LAW / "tests")])
        return "unit" if code else "survived"
    warnings.simplefilter("error")  # as in the tests
    for kind in ("golden", "oracle"):
        place = killers.noticed(groups[kind])
        if place is not None:
            return f"{kind} {place}"
    return "survived" if killers.refused_still(groups["refused"]) else "golden"


def run(asked: list[str], *, unit: bool, again: bool) -> dict:
    """Try every mutant of the files that was not tried yet, or was let pass; what was found, by file."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    groups = {"running": swap.Running()} if unit else {**_groups(), "running": swap.Running()}
    for path in files(asked):
        name = path.relative_to(LAW).as_posix()
        text = _text(path)
        if kept.get(name, {}).get("text") != text:
            kept[name] = {"text": text, "mutants": {}}
        module = "teladan.law." + name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        tried = kept[name]["mutants"]
        for mutant in points.mutants(path):
            so_far = tried.get(mutant.name)
            if (so_far is None and not unit) or (so_far == "survived" and (again or unit)):
                tried[mutant.name] = kill(mutant, module, groups, unit=unit)
                KEPT.write_text(json.dumps(kept), encoding="utf-8")
        print(f"{name}: {_count(tried)}", flush=True)
    return kept


def _groups() -> dict:
    groups = {"golden": killers.golden_groups(), "oracle": killers.oracle_groups(PEOPLE)}
    for kind, each in groups.items():
        if (place := killers.noticed(each)) is not None:
            raise SystemExit(f"the {kind} tests fail without any mutant, on {each[place].as_of}")
    return {**groups, "refused": killers.refused_cases()}


def _count(tried: dict[str, str]) -> str:
    real = [found for found in tried.values() if found != "not tried"]
    return f"{sum(found != 'survived' for found in real)} of {len(real)} killed"


def page(kept: dict) -> str:
    """The result by file, and every survivor by name."""
    rows, alive, total, killed = [], [], 0, 0
    for name, each in sorted(kept.items()):
        found = [one for one in each["mutants"].values() if one != "not tried"]
        dead = [one for one in found if one != "survived"]
        total, killed = total + len(found), killed + len(dead)
        by = " | ".join(str(sum(one == kind for one in dead)) for kind in ORDER)
        rows.append(f"| {name} | {len(found)} | {len(dead)} | {100 * len(dead) / max(len(found), 1):.1f} % | {by} |")
        alive += [f"- {name} {one}" for one, what in each["mutants"].items() if what == "survived"]
    share = 100 * killed / max(total, 1)
    return (
        "# Mutation testing of the law\n\n"
        f"Measured {dt.datetime.now(tz=dt.UTC).date()} with `make mutate`: one small wrong change inside a\n"
        "function at a time, in a fork, against the golden cases, then the oracle\n"
        f"on {len(killers.DAYS)} days at the changes of the law ({PEOPLE} people), then the unit tests of the law\n"
        f"(`ARGS=--unit`). {_state(kept)}\n\n"
        "Which noticed it first is in the last columns. A mutant that changes nothing that can be seen (a faster\n"
        "way to the same answer) is counted as alive. Not tried: what runs only at import, and the files not named.\n\n"
        f"**{killed:,} of {total:,} mutants killed: {share:.1f} %** (wanted: over 90 %), in the files named here.\n\n"
        "| file | mutants | killed | share | golden | oracle | unit | clock |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n" + "\n".join(rows) + "\n\n## Alive\n\n"
        "Function, line and column, what was changed.\n\n" + "\n".join(alive) + "\n"
    )


def _state(kept: dict) -> str:
    """Whether the last of the three has had its turn, and which files have changed since they were tried."""
    tried = any(one == "unit" for each in kept.values() for one in each["mutants"].values())
    changed = [name for name, each in sorted(kept.items()) if _text(LAW / name) != each["text"]]
    told = [] if tried else ["The unit tests are still to be tried on what is left."]
    told += [f"Changed since, so to be tried anew: {', '.join(changed)}."] if changed else []
    return " ".join(told)


def _text(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def main() -> int:
    """Try, print, write the page; 1 when less than nine in ten are killed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", nargs="*")
    asked.add_argument("--unit", action="store_true", help="the unit tests, on what the others let pass")
    asked.add_argument("--again", action="store_true", help="also what was let pass, after new cases")
    asked.add_argument("--page", action="store_true", help="only write the page of what was tried")
    options = asked.parse_args()
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    kept = (
        json.loads(KEPT.read_text(encoding="utf-8"))
        if options.page
        else run(options.files, unit=options.unit, again=options.again)
    )
    PAGE.write_text(page(kept), encoding="utf-8")
    found = [one for each in kept.values() for one in each["mutants"].values() if one != "not tried"]
    return int(10 * sum(one != "survived" for one in found) < 9 * len(found))


if __name__ == "__main__":
    sys.exit(main())
