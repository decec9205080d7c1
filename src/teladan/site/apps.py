from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "teladan.site"
    label = "teladan_site"
