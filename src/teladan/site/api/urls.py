"""Addresses of the API. They are open: a visitor has no account, and nothing personal is behind them."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern

from teladan.site.api.assess import api

urlpatterns: list[URLPattern] = [address for address in api.urls[0] if isinstance(address, URLPattern)]
for pattern in urlpatterns:
    login_not_required(pattern.callback)
