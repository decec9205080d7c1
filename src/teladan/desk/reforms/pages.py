"""Addresses of the drafts of a law."""

from teladan.desk.access import page
from teladan.desk.reforms.page import reform, reform_try, reforms

urlpatterns = [
    page("rancangan/", reforms, "reforms"),
    page("rancangan/coba/", reform_try, "reform_try"),
    page("rancangan/<uuid:uid>/", reform, "reform"),
]
