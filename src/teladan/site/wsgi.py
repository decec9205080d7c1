"""What the web server calls."""

import datetime as dt
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from teladan.law.assess import assess

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "teladan.site.settings")
application = get_wsgi_application()


def load() -> None:
    """Load every page and the law before the first visitor comes: each process would do it while somebody waits."""
    get_resolver().url_patterns  # noqa: B018 - looking is loading
    assess({}, dt.date(2026, 1, 1))


load()
