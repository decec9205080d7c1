"""Files kept with a stay, and verdict proposals that wait for an officer."""

import uuid
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models.base import Recorded
from teladan.people.models.facility import Facility
from teladan.people.models.person import Stay


def by_content(document: Any, name: str) -> str:
    """Return where a file is kept: under its digest, so that the same file twice is one file on the disk."""
    return f"{document.sha256[:2]}/{document.sha256}{PurePath(name).suffix.lower()}"


class Document(Recorded):
    """A file, kept by its SHA-256; the ledger holds the same digest."""

    class Kind(models.TextChoices):
        VERDICT = "verdict", _("Putusan")
        EXECUTION = "execution", _("Berita acara pelaksanaan putusan")
        DETENTION_ORDER = "detention_order", _("Surat perintah penahanan")
        FINE_RECEIPT = "fine_receipt", _("Bukti bayar denda")
        GUARANTEE = "guarantee", _("Surat jaminan keluarga")
        SOCIAL_INQUIRY = "social_inquiry", _("Litmas")
        STATEMENT = "statement", _("Surat pernyataan")
        OTHER = "other", _("Lainnya")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False, help_text="Used in addresses.")
    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("jenis"), max_length=16, choices=Kind.choices)
    name = models.CharField(_("nama berkas"), max_length=200)
    file = models.FileField(upload_to=by_content)
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("dokumen")
        ordering = ["-added_at", "-id"]


class IntakeBatch(models.Model):
    """Files dropped together."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at"]


class IntakeProposal(Recorded):
    """What the parser proposes of one verdict, before an officer has confirmed it. Nothing here is in the register."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Menunggu diperiksa")
        CONFIRMED = "confirmed", _("Masuk register")
        REJECTED = "rejected", _("Dibatalkan")
        UNREADABLE = "unreadable", _("Tidak dapat dibaca")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    batch = models.ForeignKey(IntakeBatch, on_delete=models.CASCADE, related_name="proposals")
    file_name = models.CharField(max_length=200)
    row = models.PositiveIntegerField(null=True, blank=True, help_text="Row of the spreadsheet, if it came from one.")
    file = models.FileField(upload_to=by_content, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    text = models.TextField(blank=True, help_text="The text that passages point into.")
    proposal = models.JSONField(default=dict, help_text="As `teladan intake --json` gives it.")
    problems = models.JSONField(default=list, help_text="Messages with code, id, en.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    stay = models.ForeignKey(Stay, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
