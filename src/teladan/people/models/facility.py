"""The prison and the officers who sign in."""

from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Facility(models.Model):
    """A prison, remand centre or children's institution. A facility sees itself and no other."""

    class Kind(models.TextChoices):
        LAPAS = "lapas", _("Lembaga pemasyarakatan")
        LPP = "lpp", _("Lembaga pemasyarakatan perempuan")
        LPKA = "lpka", _("Lembaga pembinaan khusus anak")
        RUTAN = "rutan", _("Rumah tahanan negara")

    code = models.CharField(
        _("kode"),
        max_length=40,
        unique=True,
        null=True,
        validators=[RegexValidator(r"\A[a-z0-9]+(-[a-z0-9]+)*\Z")],
        help_text="Short name for commands, such as `lapas-contoh`; the demo has none.",
    )
    name = models.CharField(_("nama"), max_length=120, unique=True, help_text="As printed on letters.")
    kind = models.CharField(_("jenis"), max_length=20, choices=Kind.choices, default=Kind.LAPAS)
    grade = models.CharField(_("kelas"), max_length=10, blank=True, help_text="I, IIA, IIB, III; empty: not known.")
    place = models.CharField(_("tempat"), max_length=80, help_text="City where letters are signed.")
    regional_office = models.CharField(_("kantor wilayah"), max_length=120)
    probation_office = models.CharField(_("bapas"), max_length=120)
    capacity = models.PositiveIntegerField(
        _("kapasitas"), null=True, blank=True, help_text="People; empty means not known, never a guess."
    )
    is_demo = models.BooleanField(default=False, help_text="Made-up people: every page and letter says so.")

    class Meta:
        verbose_name = _("lembaga")

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What an officer may see and do; the rules are in `desk/roles.py`."""

    REGISTRAR = "registrar", _("Petugas registrasi")
    CASE_OFFICER = "case_officer", _("Wali pemasyarakatan")
    HEARING_TEAM = "hearing_team", _("Anggota TPP")
    HEAD = "head", _("Kepala")
    CLINIC = "clinic", _("Klinik")
    SECURITY = "security", _("Keamanan")
    KITCHEN = "kitchen", _("Dapur")
    TRAINER = "trainer", _("Pembina kegiatan")
    AUDITOR = "auditor", _("Pemeriksa")
    LEGAL = "legal", _("Penelaah hukum")


class Officer(AbstractUser):
    """Somebody who works here and signs in."""

    full_name = models.CharField(_("nama lengkap"), max_length=120)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, null=True, related_name="officers")
    role = models.CharField(_("peran"), max_length=20, choices=Role.choices)
    version = models.PositiveIntegerField(default=1, editable=False, help_text="Grows by one at each change.")
    must_change_password = models.BooleanField(
        default=False, help_text="The password was made by somebody else: no page opens until it is replaced."
    )

    class Meta:
        verbose_name = _("petugas")

    def __str__(self) -> str:
        return self.full_name or self.username
