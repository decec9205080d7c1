"""The first page: what must be done now, and by whom."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.home import soon, tiles
from teladan.desk.home.numbers import Numbers
from teladan.desk.home.order import ordered
from teladan.desk.officer import officer_of
from teladan.desk.roles import may
from teladan.desk.today import today


@allowed("home.read")
def home(request: HttpRequest) -> HttpResponse:
    officer, day = officer_of(request), today()
    numbers = Numbers(officer, day)
    found = tiles.for_officer(officer, day, numbers)
    context = {
        "day": day,
        "tiles": found,
        "ordered": ordered(found),
        "searches": may(officer, "people.read"),
        "owed": numbers.steps.overdue if may(officer, "cases.read") else None,
        "own_steps": officer.role in soon.OFFICES,
        "steps": soon.steps(officer) if may(officer, "cases.read") else None,
        "releases": soon.releases(officer, day) if may(officer, "dates.read") else None,
        "orders": soon.orders(officer, day) if may(officer, "detention.read") else None,
    }
    return render(request, "desk/home.html", context)
