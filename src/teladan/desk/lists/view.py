"""The page of a list: filter, sort, page through, export, print. One view for every list of the desk."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString

from teladan.desk.access import View, allowed
from teladan.desk.lists import export, search, sorting
from teladan.desk.lists.cell import RowWriter
from teladan.desk.lists.listing import Listing
from teladan.desk.roles import may
from teladan.desk.today import today

PAGE = 50
EXPORTS = {"csv": export.csv_file, "xlsx": export.xlsx_file}


def list_view(listing: Listing, permission: str) -> View:
    """Return the view of a list, open to officers with the permission."""

    @allowed(permission)
    def view(request: HttpRequest) -> HttpResponseBase:
        return list_page(listing, request)

    return view


def list_page(
    listing: Listing, request: HttpRequest, template: str = "desk/list.html", **context: Any
) -> HttpResponseBase:
    """Return a list on the screen, on paper or as a file; `context` is for a template that shows more than the list."""
    sheet = Sheet(listing, request)
    shape = request.GET.get("bentuk", "")
    if shape in EXPORTS:
        return EXPORTS[shape](listing.name, sheet.columns, sheet.rows.iterator(chunk_size=500))
    return render(request, "desk/list_print.html" if shape == "cetak" else template, {"sheet": sheet} | context)


class Sheet:
    """A list as one officer asked for it."""

    def __init__(self, listing: Listing, request: HttpRequest) -> None:
        officer: Any = request.user
        self.listing, self.asked, self.day, self.officer = listing, request.GET, today(), officer
        self.columns = listing.columns_for(officer, self.day)
        self.filters = listing.filters(request.GET, officer)
        self.words = search.recall(request) if listing.searchable else ""
        # A search has its own order, the best match first, until the reader sorts.
        default = "" if self.words else listing.order
        self.sorting = sorting.chosen(request.GET.get("urut", default), self.columns, default)
        self.filters.searching = bool(self.words)
        rows = self.filters.apply(listing.rows(officer, self.day))
        self.rows = self._found(rows, officer) if self.words else self._sorted(rows)

    def _sorted(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return sorting.ordered(rows, self.sorting, self.columns)

    def _found(self, rows: QuerySet[Any], officer: Any) -> QuerySet[Any]:
        ids = search.found(officer, self.words)
        rows = rows.filter(pk__in=ids)
        if self.sorting.key:
            return self._sorted(rows)
        rank = Case(*[When(pk=pk, then=Value(n)) for n, pk in enumerate(ids)], output_field=IntegerField())
        return rows.order_by(rank, "pk")

    @property
    def action(self) -> dict[str, Any] | None:
        """The link that starts new work, for officers who may."""
        if self.listing.action is None or not may(self.officer, self.listing.action[2]):
            return None
        return {"url": reverse(f"desk:{self.listing.action[0]}"), "text": self.listing.action[1]}

    @property
    def page(self) -> Page:
        """The page asked for; a number that is no page gives the nearest one."""
        if not hasattr(self, "_page"):
            self._page = Paginator(self.rows, PAGE).get_page(self.asked.get("halaman"))
        return self._page

    @property
    def lines(self) -> list[SafeString]:
        return self._lines(self.page.object_list)

    @property
    def all_lines(self) -> list[SafeString]:
        return self._lines(self.rows)

    def _lines(self, rows: Iterable[Any]) -> list[SafeString]:
        writer = RowWriter(self.columns)
        return [writer.row(row) for row in rows]

    @property
    def headings(self) -> list[dict[str, Any]]:
        return [
            {
                "column": column,
                "aria": self.sorting.aria(column.key),
                "url": self._with(urut=self.sorting.turned(column.key)) if column.order else "",
            }
            for column in self.columns
        ]

    @property
    def pages(self) -> list[dict[str, Any]]:
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1)
        return [{"number": n, "url": self._with(halaman=n) if isinstance(n, int) else ""} for n in numbers]

    @property
    def previous(self) -> str:
        return self._with(halaman=self.page.previous_page_number()) if self.page.has_previous() else ""

    @property
    def next(self) -> str:
        return self._with(halaman=self.page.next_page_number()) if self.page.has_next() else ""

    def shape(self, name: str) -> str:
        return self._with(bentuk=name)

    @property
    def csv(self) -> str:
        return self.shape("csv")

    @property
    def xlsx(self) -> str:
        return self.shape("xlsx")

    @property
    def paper(self) -> str:
        return self.shape("cetak")

    @property
    def screen(self) -> str:
        """This list as it was on the screen, from its paper."""
        return self._with()

    @property
    def narrowed(self) -> bool:
        return bool(self.words) or self.filters.active

    def _with(self, **changed: Any) -> str:
        """Return this list's address with something changed; a new order or filter starts at the first page."""
        asked: QueryDict = self.asked.copy()
        for dropped in ("halaman", "bentuk"):
            asked.pop(dropped, None)
        for name, value in changed.items():
            asked[name] = str(value)
        return f"?{asked.urlencode()}"
