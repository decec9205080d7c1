"""A benchmark's own database: a program is run in a new process whose settings name a folder that goes with it."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Measure = Callable[[int], dict[str, Any]]  # people -> what was found, as JSON can say it


def environment(folder: Path) -> dict[str, str]:
    """Return the settings of a site that keeps everything in this folder."""
    return os.environ | {
        "TELADAN_VAR": str(folder),
        "TELADAN_DATABASE": f"sqlite:///{folder}/teladan.sqlite3",
        "TELADAN_LOG_LEVEL": "CRITICAL",
        "DJANGO_SETTINGS_MODULE": "teladan.site.settings",
    }


def measured(program: str, size: int) -> dict[str, Any]:
    """Run `program --measure size` on a new, empty database and return what it prints as JSON on its last line."""
    with tempfile.TemporaryDirectory(prefix="teladan-bench-") as folder:
        command = [sys.executable, program, "--measure", str(size)]
        done = subprocess.run(  # noqa: S603
            command, env=environment(Path(folder)), stdout=subprocess.PIPE, text=True, check=True
        )
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


@dataclass(frozen=True)
class Bench:
    """A benchmark at several sizes of the population, each measured in a process and a database of its own."""

    program: str
    words: str
    page: Path
    sizes: Sequence[int]
    measure: Measure
    report: Callable[[dict[int, dict[str, Any]]], str]
    broken: Callable[[dict[int, dict[str, Any]]], list[str]]

    def run(self) -> int:
        """Measure, print and write the page; 1 when a limit is broken."""
        arguments = self._arguments()
        if arguments.measure:
            print(json.dumps(self.measure(arguments.measure)))
            return 0
        results = {size: measured(self.program, size) for size in arguments.people}
        page = self.report(results)
        print(page)
        if not arguments.dry_run:
            self.page.write_text(page, encoding="utf-8")
        return int(bool(self.broken(results)))

    def _arguments(self) -> argparse.Namespace:
        parser = argparse.ArgumentParser(description=self.words, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument(
            "--people", type=int, nargs="+", default=self.sizes, choices=self.sizes, help="sizes of the population"
        )
        parser.add_argument("--dry-run", action="store_true", help="print only, write no page")
        parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
        return parser.parse_args()
