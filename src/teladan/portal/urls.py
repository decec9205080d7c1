"""Addresses of the public pages. Whoever reads them has no account."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("teladan.portal.api.urls")),
]
