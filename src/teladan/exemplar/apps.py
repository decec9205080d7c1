"""Django's card of this app."""

from django.apps import AppConfig


class ExemplarConfig(AppConfig):
    """The demo facility and its commands."""

    name = "teladan.exemplar"
    label = "exemplar"
