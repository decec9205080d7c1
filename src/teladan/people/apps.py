from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "teladan.people"
    label = "people"

    def ready(self) -> None:
        # Makes the acts known to the ledger.
        from teladan.people import acts  # noqa: F401, PLC0415
        from teladan.people.intake_services import acts as intake_acts  # noqa: F401, PLC0415
