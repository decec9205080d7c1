"""The latest assessment of each stay, kept so that lists need no law at page time."""

from django.db import models

from teladan.people.models import Facility, Stay


class Standing(models.Model):
    """One row a stay: the timeline and what it was computed from. Rewritten by `rights.services.assess`."""

    stay = models.OneToOneField(Stay, on_delete=models.CASCADE, related_name="standing")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    as_of = models.DateField()
    facts_hash = models.CharField(max_length=64)
    law_version = models.CharField(max_length=64)
    start = models.DateField(null=True)
    one_third = models.DateField(null=True)
    half = models.DateField(null=True)
    two_thirds = models.DateField(null=True)
    expiry_initial = models.DateField(null=True)
    expiry = models.DateField(null=True)
    release = models.DateField(null=True)
    term_days = models.IntegerField(null=True)
    remission_days = models.IntegerField(null=True)
    substitute_days = models.IntegerField(null=True)
    register_class = models.CharField(max_length=5, blank=True)
    notes = models.JSONField(default=list)
    problem = models.TextField(blank=True, help_text="Why the facts could not be assessed; empty when they were.")
    detention_ends = models.DateField(null=True, help_text="Last day covered by a detention order, for detainees.")
    known_from = models.DateTimeField(
        null=True, help_text="Since when dates and rights are known to be these; null: since before this was kept."
    )
    feasts_seen = models.IntegerField(
        null=True, help_text="Key of the last correction of a feast that was there: FeastCorrection only grows."
    )
    confirmed_seen = models.IntegerField(
        null=True, help_text="Key of the last confirmation of a rule that its notes know of: Confirmation only grows."
    )

    class Meta:
        indexes = [
            models.Index(fields=["facility", "release"]),
            models.Index(fields=["facility", "two_thirds"]),
            models.Index(fields=["facility", "detention_ends"]),
        ]


class RightStanding(models.Model):
    """One row a stay and right."""

    standing = models.ForeignKey(Standing, on_delete=models.CASCADE, related_name="rights")
    right = models.CharField(max_length=24)
    status = models.CharField(max_length=12)
    date = models.DateField(null=True)
    ends = models.DateField(null=True)
    length_days = models.IntegerField(null=True)
    failed = models.JSONField(default=list, help_text="Criteria not met.")
    unknown = models.JSONField(default=list, help_text="Criteria whose facts are missing.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["standing", "right"], name="one_standing_a_right")]
        indexes = [models.Index(fields=["right", "status", "date"])]
