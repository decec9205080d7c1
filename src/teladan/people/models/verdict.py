"""What the court decided."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models.base import Recorded
from teladan.people.models.person import Stay


class Offence(models.TextChoices):
    """The codes of the assess contract."""

    NARCOTICS = "narcotics", _("Narkotika")
    CORRUPTION = "corruption", _("Korupsi")
    TERRORISM = "terrorism", _("Terorisme")
    STATE_SECURITY = "state_security", _("Keamanan negara")
    HUMAN_RIGHTS = "human_rights", _("Pelanggaran HAM berat")
    TRANSNATIONAL = "transnational", _("Kejahatan transnasional terorganisasi")
    SEXUAL = "sexual", _("Kesusilaan")
    CHILD_PROTECTION = "child_protection", _("Perlindungan anak")
    MURDER = "murder", _("Pembunuhan")
    ROBBERY = "robbery", _("Perampokan")
    THEFT = "theft", _("Pencurian")
    FRAUD = "fraud", _("Penipuan dan penggelapan")
    ASSAULT = "assault", _("Penganiayaan")
    TRAFFIC = "traffic", _("Lalu lintas")
    OTHER = "other", _("Lainnya")


class Verdict(Recorded):
    """One judgment in one case."""

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="verdicts")
    case_number = models.CharField(_("nomor perkara"), max_length=80)
    court = models.CharField(_("pengadilan"), max_length=120, blank=True)
    verdict_date = models.DateField(_("tanggal putusan"), null=True, blank=True)
    final_on = models.DateField(_("berkekuatan hukum tetap"), null=True, blank=True)
    is_final_known = models.BooleanField(
        _("kekuatan hukum tetap diketahui"),
        default=True,
        help_text="False: whether the judgment is final is not known; the law then waits for the fact.",
    )
    offence = models.CharField(_("jenis perkara"), max_length=20, choices=Offence.choices, blank=True)
    articles = models.JSONField(_("pasal"), default=list, blank=True, help_text='Codes such as "KUHP:363".')

    class Meta:
        verbose_name = _("putusan")
        ordering = ["verdict_date", "id"]
        indexes = [models.Index(fields=["case_number"]), models.Index(fields=["offence"])]

    def __str__(self) -> str:
        return self.case_number


class Sentence(Recorded):
    """A punishment of a verdict. Lengths are years, months, days as pronounced; money in rupiah."""

    class Kind(models.TextChoices):
        PRISON = "prison", _("Penjara")
        CONFINEMENT = "confinement", _("Kurungan")
        LIFE = "life", _("Penjara seumur hidup")
        DEATH = "death", _("Pidana mati")

    verdict = models.ForeignKey(Verdict, verbose_name=_("putusan"), on_delete=models.CASCADE, related_name="sentences")
    order = models.PositiveSmallIntegerField(_("urutan"), default=1, help_text="Terms are served in this order.")
    kind = models.CharField(_("jenis pidana"), max_length=12, choices=Kind.choices)
    years = models.PositiveSmallIntegerField(_("tahun"), default=0)
    months = models.PositiveSmallIntegerField(_("bulan"), default=0)
    days = models.PositiveSmallIntegerField(_("hari"), default=0)
    fine_known = models.BooleanField(_("denda diketahui"), default=True)
    fine_rp = models.PositiveBigIntegerField(_("denda"), null=True, blank=True)
    fine_paid_rp = models.PositiveBigIntegerField(_("denda dibayar"), null=True, blank=True)
    substitute_kind = models.CharField(_("jenis pengganti denda"), max_length=12, blank=True)
    substitute_years = models.PositiveSmallIntegerField(_("pengganti denda (tahun)"), default=0)
    substitute_months = models.PositiveSmallIntegerField(_("pengganti denda (bulan)"), default=0)
    substitute_days = models.PositiveSmallIntegerField(_("pengganti denda (hari)"), default=0)
    restitution_known = models.BooleanField(_("uang pengganti diketahui"), default=True)
    restitution_rp = models.PositiveBigIntegerField(_("uang pengganti"), null=True, blank=True)
    restitution_paid_rp = models.PositiveBigIntegerField(_("uang pengganti dibayar"), null=True, blank=True)
    restitution_years = models.PositiveSmallIntegerField(_("pengganti uang pengganti (tahun)"), default=0)
    restitution_months = models.PositiveSmallIntegerField(_("pengganti uang pengganti (bulan)"), default=0)
    restitution_days = models.PositiveSmallIntegerField(_("pengganti uang pengganti (hari)"), default=0)

    class Meta:
        verbose_name = _("pidana")
        ordering = ["order", "id"]
