"""Who somebody is (`Person`) and one time inside, from admission to release (`Stay`)."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models.base import Recorded
from teladan.people.models.facility import Facility
from teladan.people.models.search_key import SearchKeyField


class Sex(models.TextChoices):
    MALE = "male", _("Laki-laki")
    FEMALE = "female", _("Perempuan")


class Religion(models.TextChoices):
    """As first entered in the register (Keppres 174/1999 art 7(5))."""

    ISLAM = "islam", _("Islam")
    PROTESTANT = "protestant", _("Kristen Protestan")
    CATHOLIC = "catholic", _("Katolik")
    HINDU = "hindu", _("Hindu")
    BUDDHIST = "buddhist", _("Buddha")
    CONFUCIAN = "confucian", _("Konghucu")
    BELIEF = "belief", _("Penghayat kepercayaan")


class Person(Recorded):
    """An identity. One person may have several stays over the years."""

    uid = models.UUIDField(
        default=uuid.uuid4, unique=True, editable=False, help_text="Used in addresses: says nothing."
    )
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(_("nama"), max_length=120, help_text="As in the detention order or verdict.")
    alias = models.CharField(_("nama lain"), max_length=120, blank=True)
    birth_date = models.DateField(_("tanggal lahir"), null=True, blank=True, help_text="Empty: not known.")
    birth_place = models.CharField(_("tempat lahir"), max_length=80, blank=True)
    sex = models.CharField(_("jenis kelamin"), max_length=6, choices=Sex.choices)
    religion = models.CharField(_("agama"), max_length=12, choices=Religion.choices, blank=True)
    nationality = models.CharField(_("kewarganegaraan"), max_length=2, default="ID", help_text="ISO 3166 two letters.")
    nik = models.CharField("NIK", max_length=16, blank=True, help_text="16 digits; may be missing.")
    address = models.CharField(_("alamat asal"), max_length=200, blank=True)
    education = models.CharField(_("pendidikan"), max_length=40, blank=True)
    occupation = models.CharField(_("pekerjaan"), max_length=80, blank=True)
    search_key = SearchKeyField()

    class Meta:
        verbose_name = _("warga binaan")
        indexes = [
            models.Index(fields=["facility", "name"]),
            models.Index(fields=["facility", "search_key"]),  # a search reads this index alone
        ]

    def __str__(self) -> str:
        return self.name


class StayStatus(models.TextChoices):
    DETAINEE = "detainee", _("Tahanan")
    CONVICT = "convict", _("Narapidana")
    CHILD = "child", _("Anak binaan")


class RegisterClass(models.TextChoices):
    """Kepdirjenpas PAS-170.PK.01.01.02/2015 (B)."""

    A_I = "A.I", "A.I"
    A_II = "A.II", "A.II"
    A_III = "A.III", "A.III"
    A_IV = "A.IV", "A.IV"
    A_V = "A.V", "A.V"
    B_I = "B.I", "B.I"
    B_IIA = "B.IIa", "B.IIa"
    B_IIB = "B.IIb", "B.IIb"
    B_III = "B.III", "B.III"


class Stay(Recorded):
    """One time inside. `known_lists` names the fact lists an officer has checked as complete.

    The law counts a list that nobody has checked as *not known* when it is empty, never as "none".
    """

    uid = models.UUIDField(
        default=uuid.uuid4, unique=True, editable=False, help_text="Names the stay in the ledger: says nothing."
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stays")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="stays")
    status = models.CharField(_("status"), max_length=10, choices=StayStatus.choices)
    register_number = models.CharField(_("nomor register"), max_length=40)
    register_class = models.CharField(_("golongan register"), max_length=5, choices=RegisterClass.choices, blank=True)
    admitted_on = models.DateField(_("tanggal masuk"))
    room = models.CharField(_("kamar"), max_length=40, blank=True, help_text="Block and room, as on the door.")
    case_officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("wali pemasyarakatan"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="wards",
    )
    released_on = models.DateField(_("tanggal keluar"), null=True, blank=True)
    release_kind = models.CharField(_("sebab keluar"), max_length=24, blank=True)
    known_lists = models.JSONField(
        _("daftar yang sudah lengkap"), default=list, blank=True, help_text="Fact lists checked as complete."
    )

    class Meta:
        verbose_name = _("masa di dalam")
        constraints = [
            models.UniqueConstraint(fields=["facility", "register_number"], name="register_number_once"),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(released_on__isnull=True), name="one_open_stay_a_person"
            ),
        ]
        indexes = [
            models.Index(fields=["facility", "released_on"]),
            models.Index(fields=["facility", "room"]),
        ]

    def __str__(self) -> str:
        return self.register_number
