"""Addresses of the pages that explain: the calculator, the rules, what the demo assumes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed, page


@allowed("demo.read")
def demo(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/manual/demo.html")


urlpatterns = [page("tentang-data-contoh/", demo, "demo")]
