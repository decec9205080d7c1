"""What a facility may set. Numbers of the law are not here: they are in the regulation files."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from teladan.people.models import Facility
from teladan.people.models.base import Recorded

DAYS = 90
LEAST, MOST = 1, 365


class RightsSetting(Recorded):
    """Settings of one facility. `preparation` is one field, so that a page reads all rights in the same query."""

    facility = models.OneToOneField(Facility, on_delete=models.CASCADE, related_name="rights_setting")
    preparation_days = models.PositiveSmallIntegerField(
        default=DAYS,
        validators=[MinValueValidator(LEAST), MaxValueValidator(MOST)],
        help_text="A case opens this many days before the right's date, where the right has no number of its own.",
    )
    preparation = models.JSONField(
        default=dict, blank=True, help_text="Days of single rights by their code, where they are not the general ones."
    )
    hearing_team_size = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Members of the TPP by decree of the head; empty: not yet set."
    )

    def __str__(self) -> str:
        return f"{self.preparation_days}"

    def days_before(self, right: str) -> int:
        """Return how many days before its date the work on a right begins."""
        return int(self.preparation.get(right, self.preparation_days))
