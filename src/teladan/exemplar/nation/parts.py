"""Work that may be stopped at any moment: finished parts lie in a folder beside the file they will become.

A part is written under another name and renamed when it is whole, so whatever has a part's name is one. The folder
says what it was made from; for anything else it is not taken up.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from teladan.exemplar.nation.chunk import Refused
from teladan.exemplar.nation.layout import UnusableError

PLAN: Final = "plan.json"
COMPRESSION: Final = "zstd"


class Parts:
    """The folder `OUT.parts`. UnusableError: it holds the parts of other work."""

    def __init__(self, out: Path, plan: Mapping[str, Any]) -> None:
        self._out = out
        self._refused = out.with_name(f"{out.name}.refused.jsonl")
        self._folder = out.with_name(f"{out.name}.parts")
        self._folder.mkdir(parents=True, exist_ok=True)
        kept = self._folder / PLAN
        if not kept.exists():
            _whole_file(kept, json.dumps(plan, sort_keys=True, indent=1))
        elif json.loads(kept.read_text(encoding="utf-8")) != json.loads(json.dumps(plan)):
            raise UnusableError(
                str(self._folder), "holds parts of another input, day or law; take --restart to throw them away"
            )

    @staticmethod
    def forget(out: Path) -> None:
        """Throw away the parts of earlier work."""
        shutil.rmtree(out.with_name(f"{out.name}.parts"), ignore_errors=True)

    def done(self) -> dict[int, int]:
        """Return the rows that are finished: number of the first -> how many."""
        return {first: rows for first, rows, _ in self._parts()}

    def add(self, first: int, rows: int, answers: pa.Table, refused: Iterable[Refused]) -> None:
        """Keep the answers of some rows, and the rows that were refused."""
        part = self._folder / f"{first:012}-{rows}.parquet"
        lines = "".join(json.dumps(asdict(each)) + "\n" for each in refused)
        _whole_file(part.with_suffix(".refused"), lines)  # before its part: a part that is there is whole
        passing = part.with_suffix(".passing")
        pq.write_table(answers, passing, compression=COMPRESSION)
        passing.replace(part)

    def join(self, schema: pa.Schema) -> int:
        """Make one file of the parts, and one of what was refused; return how many rows were refused."""
        passing, passing_refused = (path.with_name(f"{path.name}.passing") for path in (self._out, self._refused))
        refused = 0
        with (
            pq.ParquetWriter(passing, schema, compression=COMPRESSION) as writer,
            passing_refused.open("w", encoding="utf-8") as told,
        ):
            for _, _, part in self._parts():
                writer.write_table(pq.read_table(part, schema=schema, use_threads=False))
                lines = part.with_suffix(".refused").read_text(encoding="utf-8")
                refused += lines.count("\n")
                told.write(lines)
        passing_refused.replace(self._refused)
        if not refused:
            self._refused.unlink()
        passing.replace(self._out)
        shutil.rmtree(self._folder)
        return refused

    def _parts(self) -> Iterator[tuple[int, int, Path]]:
        for path in sorted(self._folder.glob("*.parquet")):
            first, rows = path.stem.split("-")
            yield int(first), int(rows), path


def _whole_file(path: Path, text: str) -> None:
    passing = path.with_name(f"{path.name}.passing")
    with passing.open("w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    passing.replace(path)
