"""How somebody lives inside: monthly report, violations, risk, programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models.base import Recorded
from teladan.people.models.person import Stay


class ConductReport(Recorded):
    """The monthly SPPN report (Kepdirjenpas PAS-10.OT.02.02/2021). The pass mark is not known: no score."""

    class Rating(models.TextChoices):
        VERY_GOOD = "very_good", _("Sangat baik")
        GOOD = "good", _("Baik")
        FAIR = "fair", _("Cukup")
        POOR = "poor", _("Kurang")

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="conduct_reports")
    month = models.DateField(_("bulan"), help_text="First day of the month.")
    rating = models.CharField(_("penilaian"), max_length=9, choices=Rating.choices)
    note = models.CharField(_("catatan"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("rapor pembinaan")
        ordering = ["-month"]
        constraints = [models.UniqueConstraint(fields=["stay", "month"], name="one_conduct_report_a_month")]


class Discipline(Recorded):
    """An entry of Register F."""

    class Level(models.TextChoices):
        LIGHT = "light", _("Ringan")
        MEDIUM = "medium", _("Sedang")
        HEAVY = "heavy", _("Berat")

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="disciplines")
    on = models.DateField(_("tanggal"))
    level = models.CharField(_("tingkat"), max_length=6, choices=Level.choices)
    event = models.CharField(_("peristiwa"), max_length=300, blank=True)
    article = models.CharField(_("dasar pasal"), max_length=120, blank=True)
    rights_lost_until = models.DateField(_("hak ditunda sampai"), null=True, blank=True)

    class Meta:
        verbose_name = _("register F")
        ordering = ["-on", "-id"]


class RiskAssessment(Recorded):
    """Result of the risk assessment (RRI); no legal cut-off is known."""

    class Level(models.TextChoices):
        LOW = "low", _("Rendah")
        MEDIUM = "medium", _("Sedang")
        HIGH = "high", _("Tinggi")

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="risk_assessments")
    on = models.DateField(_("tanggal"))
    level = models.CharField(_("tingkat risiko"), max_length=6, choices=Level.choices)

    class Meta:
        verbose_name = _("asesmen risiko")
        ordering = ["-on", "-id"]


class Programme(Recorded):
    """Taking part in the rehabilitation programme; `until` is the first day no longer taking part."""

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="programmes")
    name = models.CharField(_("kegiatan"), max_length=120, blank=True)
    from_day = models.DateField(_("sejak"))
    until = models.DateField(_("sampai"), null=True, blank=True)

    class Meta:
        verbose_name = _("program pembinaan")
        ordering = ["from_day", "id"]
