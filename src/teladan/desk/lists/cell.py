"""Cells as HTML. Written in Python: a list has hundreds, and a template asked for each took half of the page's time.

Every value goes through `format_html`, which escapes it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from teladan.desk.lists.column import Column, Due, Link, Tag

NOTHING = SafeString("")


class RowWriter:
    """Writes the rows of one list; what all rows share is made once."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = [(column.value, _opening(column)) for column in columns]

    def row(self, row: Any) -> SafeString:
        """Return one `<tr>`."""
        cells = ((opening, cell(value(row))) for value, opening in self._columns)
        return format_html("<tr>{}</tr>", format_html_join("", "{}{}</td>", cells))


def _opening(column: Column) -> SafeString:
    css = {"nama": "tld-table__main"}.get(column.key, "")
    if column.number:
        css = "tld-table__number"
    elif column.whole:
        css = "tld-nowrap"
    return format_html('<td data-label="{}" class="{}">', column.label, css)


def cell(value: Any) -> SafeString:
    """Return a value as it stands in a cell; nothing at all for nothing, so that a card leaves the line out."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, Link):
        return format_html('<a class="govuk-link" href="{}">{}</a>', value.href, value.text)
    if isinstance(value, Tag):
        state = value.state.replace("_", "-")
        return format_html('<strong class="tld-tag tld-tag--{}">{}</strong>', state, value.text)
    if isinstance(value, Due):
        return _due(value)
    if isinstance(value, date):
        return format_html('<span class="tld-nowrap">{}</span>', formats.date_format(value))
    return format_html("{}", value)


def _due(value: Due) -> SafeString:
    if value.day is None:
        return NOTHING
    late = " tld-late" if value.late else ""
    day = format_html('<span class="tld-nowrap{}">{}</span>', late, formats.date_format(value.day))
    if not value.note:
        return day
    return format_html('<span>{} <span class="tld-due{}">{}</span></span>', day, late, value.note)
