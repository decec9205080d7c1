from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "teladan.rights"
    label = "rights"
