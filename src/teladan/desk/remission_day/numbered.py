"""The page links under a long table: numbers around the page that is open, the first and the last."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

SIZE = 50
NAME = "halaman"


@dataclass(frozen=True)
class Link:
    """A page's number and address; a gap has no address."""

    number: Any
    url: str


@dataclass(frozen=True)
class Numbered:
    """One page of rows with its links."""

    page: Page
    links: list[Link]
    previous: str
    next: str


def numbered(request: HttpRequest, rows: Any) -> Numbered:
    """Return the page that the request asks for; a number that is none gives the first or the last."""
    paginator = Paginator(rows, SIZE)
    page = paginator.get_page(request.GET.get(NAME))
    numbers = paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    links = [Link(each, address(request, each) if isinstance(each, int) else "") for each in numbers]
    before = address(request, page.previous_page_number()) if page.has_previous() else ""
    after = address(request, page.next_page_number()) if page.has_next() else ""
    return Numbered(page, links, before, after)


def address(request: HttpRequest, number: int | None = None, **more: str) -> str:
    """Return this page's address with another page number and other values; the shape is left out."""
    query = request.GET.copy()
    for name in (NAME, "bentuk"):
        query.pop(name, None)
    for name, value in more.items():
        query[name] = value
    if number and number > 1:
        query[NAME] = str(number)
    return f"?{query.urlencode()}"
