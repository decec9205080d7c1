"""A remission day: one grant day and kind for the whole facility."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models import Facility


class Occasion(models.Model):
    """17 August, or a feast. One a facility, kind of right and day, so an action pressed twice makes one."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "proposed"
        DECIDED = "decided", "decided"

    class How(models.TextChoices):
        OFFICER = "officer", _("petugas")
        NIGHT = "night", _("sistem, malam")
        CHANGE = "change", _("sistem, setelah perubahan data")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="occasions")
    right = models.CharField(max_length=24)
    religion = models.CharField(max_length=12, blank=True)
    grant_day = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.PROPOSED)
    decree_number = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField(null=True, blank=True, help_text="Date of the decree.")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", help_text="Who recorded it."
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=8, choices=How.choices, default=How.OFFICER, help_text="Who opened it.")

    class Meta:
        ordering = ["-grant_day", "right"]
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "right", "religion", "grant_day"], name="one_occasion_a_day_and_right"
            )
        ]
