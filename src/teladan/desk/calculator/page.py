"""The calculator for staff: facts typed in, dates and rights out, nothing kept. For questions about anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.today import today
from teladan.faces.calculator.answer import Answer, answer
from teladan.faces.calculator.sheet import Sheet


@allowed("calculator.use")
def calculator(request: HttpRequest) -> HttpResponse:
    """Show the empty form, or the posted form with its answer. Posted, so that no fact stands in an address."""
    sheet = Sheet(today(), request.POST if request.method == "POST" else None)
    found = Answer()
    # "Add a row" posts the same form and asks for nothing yet.
    if sheet.bound and "tambah" not in request.POST and sheet.is_valid():
        found = answer(sheet)
    context = {"sheet": sheet, "problem": found.problem, "answer": found.context}
    return render(request, "desk/calculator/page.html", context)
