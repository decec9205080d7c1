"""Where somebody was held, by whose order, until when; and days that do not count."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teladan.people.models.base import Recorded
from teladan.people.models.person import Stay


class Authority(models.TextChoices):
    """Who ordered the detention; decides the register class A.I to A.V."""

    POLICE = "police", _("Kepolisian")
    INVESTIGATOR = "investigator", _("Penyidik")
    PROSECUTOR = "prosecutor", _("Penuntut umum")
    PROSECUTOR_EXTENSION = "prosecutor_extension", _("Perpanjangan penuntut umum")
    COURT = "court", _("Hakim pengadilan negeri")
    COURT_EXTENSION = "court_extension", _("Perpanjangan ketua pengadilan negeri")
    HIGH_COURT = "high_court", _("Hakim pengadilan tinggi")
    HIGH_COURT_EXTENSION = "high_court_extension", _("Perpanjangan ketua pengadilan tinggi")
    SUPREME_COURT = "supreme_court", _("Mahkamah Agung")


class Place(models.TextChoices):
    PRISON = "prison", _("Rutan atau lapas")
    HOUSE = "house", _("Tahanan rumah")
    CITY = "city", _("Tahanan kota")


class Detention(Recorded):
    """One order. Both days are days in custody; no end means held on (serving the sentence)."""

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="detentions")
    authority = models.CharField(_("pejabat yang menahan"), max_length=24, choices=Authority.choices, blank=True)
    order_number = models.CharField(_("nomor surat"), max_length=80, blank=True)
    place = models.CharField(_("tempat"), max_length=6, choices=Place.choices, default=Place.PRISON)
    start = models.DateField(_("mulai"))
    end = models.DateField(_("sampai"), null=True, blank=True)

    class Meta:
        verbose_name = _("penahanan")
        ordering = ["start", "id"]
        indexes = [models.Index(fields=["end"])]


class Absence(Recorded):
    """Days that do not count, half-open: `until` is the first day back; none means still away."""

    class Reason(models.TextChoices):
        ESCAPE = "escape", _("Melarikan diri")
        HOSPITAL = "hospital_suspension", _("Pembantaran")
        LEAVE_REVOKED = "leave_revoked", _("Hak integrasi dicabut")

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="absences")
    from_day = models.DateField(_("sejak"))
    until = models.DateField(_("kembali"), null=True, blank=True)
    reason = models.CharField(_("sebab"), max_length=20, choices=Reason.choices)

    class Meta:
        verbose_name = _("hari tidak dihitung")
        ordering = ["from_day", "id"]


class Movement(Recorded):
    """Into, within and out of the prison."""

    class Kind(models.TextChoices):
        ADMISSION = "admission", pgettext_lazy("mutasi", "Masuk")  # "Masuk" also signs in
        ROOM = "room", pgettext_lazy("mutasi", "Pindah kamar")
        COURT = "court", _("Keluar sidang")
        HOSPITAL = "hospital", _("Keluar berobat")
        RETURN = "return", pgettext_lazy("mutasi", "Kembali")
        TRANSFER = "transfer", _("Pindah lembaga")
        LEAVE = "leave", _("Menjalani hak integrasi")
        RELEASE = "release", _("Bebas")
        DEATH = "death", _("Meninggal")

    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="movements")
    at = models.DateTimeField(_("waktu"))
    kind = models.CharField(_("jenis"), max_length=10, choices=Kind.choices)
    room = models.CharField(_("kamar"), max_length=40, blank=True)
    note = models.CharField(_("keterangan"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("mutasi")
        ordering = ["-at", "-id"]
