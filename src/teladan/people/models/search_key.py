"""The folded spelling of a name, kept beside it so that a misspelt search need not fold thousands of names."""

from typing import Any

from django.db import models

from teladan.people.spelling import fold


class SearchKeyField(models.CharField):
    """Fills itself from `name` and `alias` at every save and bulk insert: name and alias with a bar between."""

    def __init__(self, **options: Any) -> None:
        fixed = {"max_length": 260, "blank": True, "editable": False}
        super().__init__(**(options | fixed | {"help_text": "Folded spelling of name and alias."}))

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002 - Django's signature
        names = (getattr(model_instance, name) for name in ("name", "alias"))
        key = "|".join(folded for folded in map(fold, names) if folded)
        setattr(model_instance, self.attname, key)
        return key
