from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "teladan.rights"
    label = "rights"

    def ready(self) -> None:
        from teladan.people.changes import after_change  # noqa: PLC0415 - models are loaded only now
        from teladan.rights.services.recalculating import recalculate, recalculate_many  # noqa: PLC0415

        after_change(recalculate, many=recalculate_many)
