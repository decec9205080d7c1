"""A leave taken back. An act of its own, after the decision that granted it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models.base import Recorded
from teladan.rights.models.case import Case


class Revocation(Recorded):
    """Why and when a leave or parole was revoked. Grounds: Permenkumham 3/2018 as told by regional offices (B)."""

    class Ground(models.TextChoices):
        NEW_OFFENCE = "new_offence", _("Melanggar hukum dan ditetapkan tersangka atau dipidana")
        UNREST = "unrest", _("Menimbulkan keresahan")
        MISSED_REPORTS = "missed_reports", _("Tidak melapor kepada Bapas tiga kali berturut-turut")
        ADDRESS = "address", _("Tidak melaporkan perubahan alamat")
        PROGRAMME = "programme", _("Tidak mengikuti program Bapas")

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="revocation")
    ground = models.CharField(_("alasan"), max_length=16, choices=Ground.choices)
    number = models.CharField(_("nomor keputusan"), max_length=80)
    on = models.DateField(_("tanggal keputusan"))
    back_on = models.DateField(_("kembali"), null=True, blank=True, help_text="First day back inside.")
    reason = models.CharField(_("uraian"), max_length=500, blank=True)
    dates_before = models.JSONField(default=dict)
    dates_after = models.JSONField(default=dict)
    receipt = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
