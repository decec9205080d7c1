from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "teladan.people"
    label = "people"
