"""A list as a spreadsheet: all rows that pass the filter, in the order on the screen."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from teladan.desk.lists.column import Column, Due

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A spreadsheet runs a cell that starts with one of these as a formula: a name typed by a stranger must not.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula (OWASP: CSV injection) or refuses to open.

    Spaces in front do not hide a formula: some programs cut them off.
    """
    kept = ILLEGAL_CHARACTERS_RE.sub("", text)
    return f"'{kept}" if kept.startswith(DANGEROUS) or kept.lstrip().startswith(DANGEROUS) else kept


def plain(value: Any) -> str | int | date | None:
    """Return a cell's value without its look: dates stay dates, numbers numbers, all else safe text."""
    if isinstance(value, Due):
        value = value.day
    if value is None or isinstance(value, int | date):
        return value
    return safe(str(value))


def csv_file(name: str, columns: list[Column], rows: Iterable[Any]) -> StreamingHttpResponse:
    """Return UTF-8 with the mark that makes old Excel read it right; dates as ISO."""

    def lines() -> Iterator[str]:
        yield "\ufeff"
        writer = csv.writer(_Echo())
        yield writer.writerow([safe(str(column.label)) for column in columns])
        for row in rows:
            yield writer.writerow([plain(column.value(row)) for column in columns])

    return StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8", headers=_headers(f"{name}.csv"))


def xlsx_file(name: str, columns: list[Column], rows: Iterable[Any]) -> HttpResponse:
    """Return a workbook of one sheet with frozen headings; dates are real dates."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name[:31])
    sheet.freeze_panes = "A2"
    for number, _column in enumerate(columns):
        sheet.column_dimensions[chr(ord("A") + number)].width = 22
    sheet.append([_cell(sheet, safe(str(column.label)), bold=True) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, plain(column.value(row))) for column in columns])
    response = HttpResponse(content_type=XLSX, headers=_headers(f"{name}.xlsx"))
    book.save(response)
    return response


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # never "f": openpyxl takes "=..." for a formula
    if isinstance(value, date):
        cell.number_format = "DD-MM-YYYY"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _headers(file_name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{file_name}"'}


class _Echo:
    """A file that hands each line back, so that rows stream."""

    def write(self, line: str) -> str:
        return line
