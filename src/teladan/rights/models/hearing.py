"""The hearing of the TPP: who sat, how they voted."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models import Facility
from teladan.people.models.base import Recorded
from teladan.rights.models.case import Case


class Hearing(Recorded):
    """One sitting. Quorum: more than two thirds of the members (Kepmen M.02.PR.08.03/1999, B)."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Direncanakan")
        CLOSED = "closed", _("Selesai")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="hearings")
    number = models.CharField(_("nomor sidang"), max_length=60)
    on = models.DateField(_("tanggal"))
    state = models.CharField(max_length=8, choices=State.choices, default=State.PLANNED)
    minutes = models.TextField(_("risalah"), blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [models.UniqueConstraint(fields=["facility", "number"], name="hearing_number_once")]


class TeamMember(models.Model):
    """A member of the hearing team by decree of the head. The quorum counts those in office on the day."""

    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="team_members")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(_("nama"), max_length=120)
    position = models.CharField(_("jabatan"), max_length=80, blank=True)
    decree_number = models.CharField(_("nomor keputusan"), max_length=80)
    from_day = models.DateField(_("sejak"))
    until = models.DateField(_("sampai"), null=True, blank=True, help_text="First day no longer a member.")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["facility", "from_day"])]


class HearingMember(models.Model):
    """A member of the team at this sitting; present and signed are recorded one by one."""

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="members")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120, help_text="For a member who has no sign-in (Bapas).")
    position = models.CharField(max_length=80, blank=True)
    present = models.BooleanField(default=False)
    signed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]


class HearingItem(Recorded):
    """One case before the team, with its votes and recommendation."""

    class Recommendation(models.TextChoices):
        AGREE = "agree", _("Setuju")
        POSTPONE = "postpone", _("Tunda")
        REJECT = "reject", _("Tolak")

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hearing_items")
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    recommendation = models.CharField(max_length=8, choices=Recommendation.choices, blank=True)
    criterion = models.CharField(max_length=60, blank=True, help_text="Required when the team rejects.")
    reason = models.CharField(max_length=500, blank=True, help_text="Required when the team postpones.")
    dissent = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["hearing", "case"], name="case_once_a_hearing")]
