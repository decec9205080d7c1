"""People from a Parquet file, batch by batch; no more of it is in memory than a batch."""

from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from teladan.exemplar.nation import arrow_schema
from teladan.exemplar.nation.arrow_people import read_batch
from teladan.exemplar.nation.layout import UnusableError
from teladan.exemplar.nation.source import Stretch, digest

ROWS_AT_ONCE = 16_384


class ParquetSource:
    """`day`: the day number for whoever has no `as_of`. UnusableError: no Parquet file, or its columns are others."""

    def __init__(self, path: Path, day: int) -> None:
        self._path, self._day = path, day
        try:
            self._metadata = pq.read_metadata(path)
        except (pa.ArrowInvalid, OSError) as wrong:
            raise UnusableError(str(path), f"this is no Parquet file that can be read ({wrong})") from wrong
        arrow_schema.check(self._metadata.schema.to_arrow_schema())

    @cached_property
    def identity(self) -> dict[str, Any]:
        return {"kind": "parquet", "sha256": digest(self._path)[0]}

    @property
    def total(self) -> int:
        return int(self._metadata.num_rows)

    def stretches(self, done: dict[int, int]) -> Iterator[Stretch]:
        first = 0
        with pq.ParquetFile(self._path, pre_buffer=False) as file:
            for group in range(self._metadata.num_row_groups):
                rows = self._metadata.row_group(group).num_rows
                if not _all_done(done, first, first + rows):
                    yield from self._group(file, group, first)
                first += rows

    def _group(self, file: pq.ParquetFile, group: int, first: int) -> Iterator[Stretch]:
        for batch in file.iter_batches(ROWS_AT_ONCE, row_groups=[group], use_threads=False):
            yield Stretch(first, batch.num_rows, partial(read_batch, batch, first, self._day))
            first += batch.num_rows


def _all_done(done: dict[int, int], first: int, last: int) -> bool:
    while first < last and first in done:
        first += done[first]
    return first == last
