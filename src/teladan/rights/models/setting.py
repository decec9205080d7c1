"""What a facility may set. Numbers of the law are not here: they are in the regulation files."""

from django.db import models

from teladan.people.models import Facility


class RightsSetting(models.Model):
    """Settings of one facility."""

    facility = models.OneToOneField(Facility, on_delete=models.CASCADE, related_name="rights_setting")
    preparation_days = models.PositiveSmallIntegerField(
        default=90, help_text="A case opens this many days before the right's date."
    )
    hearing_team_size = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Members of the TPP by decree of the head; empty: not yet set."
    )

    def __str__(self) -> str:
        return f"{self.preparation_days}"
