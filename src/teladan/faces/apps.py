from django.apps import AppConfig


class FacesConfig(AppConfig):
    name = "teladan.faces"
    label = "faces"
