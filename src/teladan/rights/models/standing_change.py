"""Why did the dates move: each change of a stay's assessment, with what held before it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models import Facility, Stay

# A right as it is kept in `StandingChange.rights`, in this order.
OF_A_RIGHT = ("status", "date", "ends", "length_days", "failed", "unknown")


class Cause(models.TextChoices):
    """Why an assessment is another one. Several may be true at once: nothing is guessed."""

    REGISTER = "register", _("Data register berubah")
    LAW = "law", _("Aturan berubah")
    FEAST = "feast", _("Hari raya ditetapkan pada hari lain")
    DAY = "day", _("Hari berganti")
    PROGRAM = "program", _("Program diperbarui")


class StandingChange(models.Model):
    """One change: the assessment before it held from `known_from` until `at`. Only added, never changed.

    What did not change is not repeated: the state of a moment is the present one with the later changes undone.
    """

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="standing_changes")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(help_text="When it was recorded: in the transaction of what caused it.")
    known_from = models.DateTimeField(null=True, help_text="Since when the one before was known; null: not kept.")
    as_of = models.DateField(help_text="The last day as of which the one before was found.")
    new_as_of = models.DateField()
    facts_hash = models.CharField(max_length=64, help_text="Of the one before.")
    new_facts_hash = models.CharField(max_length=64)
    law_version = models.CharField(max_length=64, help_text="Of the one before.")
    new_law_version = models.CharField(max_length=64)
    feasts_seen = models.IntegerField(null=True, help_text="Of the one before: see Standing.")
    dates = models.JSONField(default=dict, help_text="By name of a field of Standing: [before, after].")
    rights = models.JSONField(
        default=dict,
        help_text="By right: [before, after], each in the order of OF_A_RIGHT or null where there was none.",
    )
    causes = models.JSONField(default=list, help_text="Objects with `kind` (a Cause) and what is known about it.")
    quiet = models.BooleanField(
        default=False, help_text="By the passing of days alone, none of them named by the facts; or nothing moved."
    )

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["stay", "-id"])]


class LawSeen(models.Model):
    """A version of the law under which this installation has assessed, with a digest of each of its rules."""

    version = models.CharField(max_length=64, unique=True)
    first_used_at = models.DateTimeField()
    rules = models.JSONField(help_text="Digest by the name of a rule: `law.rule_digests`.")

    class Meta:
        ordering = ["id"]
