"""What every row of the register has: a version for the optimistic lock, a history with its reason."""

from django.db import models
from simple_history.models import HistoricalRecords


class Recorded(models.Model):
    """A row whose every change keeps who, when, old and new value, and why.

    `version` grows by one at each change; `people.services.change` refuses a change made from an older version.
    A write that gives no reason (`_change_reason`) fails in the database: nothing is kept without its why.
    """

    version = models.PositiveIntegerField(default=1, editable=False, help_text="Grows by one at each change.")
    history = HistoricalRecords(inherit=True, history_change_reason_field=models.TextField(default=""))

    class Meta:
        abstract = True
