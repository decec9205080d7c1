from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "teladan.people"
    label = "people"

    def ready(self) -> None:
        from teladan.people import acts  # noqa: F401, PLC0415 - makes the acts known to the ledger
