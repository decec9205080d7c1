"""Addresses of the API. They are open: a visitor has no account, and nothing personal is behind them."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, re_path

from teladan.site.api.assess import api
from teladan.site.api.refusals import nothing_here, said_in_json

ROOT = "api-root"  # the framework's own page: switched off, but its name makes the addresses of the description
urlpatterns: list[URLPattern] = [address for address in api.urls[0] if isinstance(address, URLPattern)]
for pattern in urlpatterns:
    view = nothing_here if pattern.name == ROOT else said_in_json(pattern.callback)
    pattern.callback = login_not_required(view)
urlpatterns.append(re_path("", login_not_required(nothing_here), name="nothing"))
