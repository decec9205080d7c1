from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "teladan.portal"
    label = "portal"
