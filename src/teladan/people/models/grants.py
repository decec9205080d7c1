"""What the state has granted, and letters that open a right."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models.base import Recorded
from teladan.people.models.person import Stay


class Remission(Recorded):
    """A grant with its decree. Lengths in months of 30 days and days."""

    class Kind(models.TextChoices):
        GENERAL = "general", _("Remisi umum")
        RELIGIOUS = "religious", _("Remisi khusus")
        ADDITIONAL_HALF = "additional_half", _("Remisi tambahan 1/2")
        ADDITIONAL_THIRD = "additional_third", _("Remisi tambahan 1/3")
        DECADE = "decade", _("Remisi dasawarsa")
        HUMANITARIAN = "humanitarian", _("Remisi kemanusiaan")
        LATE = "late", _("Remisi susulan")
        CHILD = "child", _("Pengurangan masa pidana anak")

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="remissions")
    kind = models.CharField(_("jenis"), max_length=16, choices=Kind.choices)
    granted_on = models.DateField(_("tanggal berlaku"))
    months = models.PositiveSmallIntegerField(_("bulan"), default=0)
    days = models.PositiveSmallIntegerField(_("hari"), default=0)
    late_for = models.CharField(
        _("susulan untuk"), max_length=9, blank=True, help_text="general or religious, for a late remission."
    )
    decree_number = models.CharField(_("nomor keputusan"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("remisi")
        ordering = ["granted_on", "id"]
        constraints = [
            # A judgment that becomes final late may bring a general and a religious grant on one day.
            models.UniqueConstraint(
                fields=["stay", "kind", "late_for", "granted_on"], name="one_remission_of_a_kind_a_day"
            )
        ]


class Certificate(Recorded):
    """A letter that opens a right: a doctor's letter of prolonged illness, a pledge, cooperation, a merit."""

    class Kind(models.TextChoices):
        ILLNESS = "illness", _("Surat dokter: sakit berkepanjangan")
        PLEDGE = "pledge", _("Ikrar")
        COOPERATION = "cooperation", _("Bekerja sama dengan penegak hukum")
        MERIT = "merit", _("Jasa")

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="certificates")
    kind = models.CharField(_("jenis"), max_length=11, choices=Kind.choices)
    detail = models.CharField(
        _("rincian"), max_length=20, blank=True, help_text="Kind of pledge or merit, by the codes of the law."
    )
    on = models.DateField(_("tanggal"))

    class Meta:
        verbose_name = _("surat keterangan")
        ordering = ["on", "id"]
