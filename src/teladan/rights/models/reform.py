"""A draft of a law that somebody tried on the people of today, and what came out."""

import uuid

from django.conf import settings
from django.db import models

from teladan.people.models import Facility
from teladan.rights.models.job import Job


class ReformRun(models.Model):
    """One trial of a draft in a facility. It changes nothing of anybody; `result` is empty until the work is done."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False, help_text="Used in addresses.")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="reform_runs")
    name = models.CharField(max_length=60)
    title = models.JSONField(help_text="What the draft is called, in id and en.")
    first = models.DateField(help_text="The first day of the draft as law.")
    text = models.TextField(help_text="The draft, as it was given.")
    as_of = models.DateField(help_text="The day on which the people were looked at.")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")
    result = models.JSONField(null=True, help_text="Written by `reforms.services.compute`.")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
