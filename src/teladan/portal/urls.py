"""Addresses of the public pages. Whoever reads them has no account."""

from django.urls import URLPattern, URLResolver, include, path

from teladan.portal.calculator.pages import calculator, worksheet

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("hitung-hak/", calculator, name="calculator"),
    path("hitung-hak/lembar/", worksheet, name="worksheet"),
    path("api/", include("teladan.portal.api.urls")),
]
