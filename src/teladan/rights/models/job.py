"""Work that takes longer than a page may: asked by somebody, done by the worker, watched on a page."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models import Facility
from teladan.rights.models.occasion import Occasion


class Job(models.Model):
    """One act on many people at once. While it waits or runs, the same act (`key`) is not asked for a second time."""

    class Kind(models.TextChoices):
        OPEN = "open", _("Membuka perkara")
        DECIDE = "decide", _("Mencatat keputusan")
        PRINT = "print", _("Menyiapkan semua surat keputusan")
        FOLLOW = "follow", _("Menghitung ulang setelah hari raya berubah")
        CONFIRM = "confirm", _("Menulis ulang catatan setelah aturan dipastikan")
        REFORM = "reform", _("Mencoba rancangan aturan")

    class State(models.TextChoices):
        WAITING = "waiting", _("Menunggu giliran")
        RUNNING = "running", _("Sedang dikerjakan")
        DONE = "done", _("Selesai")
        REFUSED = "refused", _("Tidak dapat dilakukan")
        STOPPED = "stopped", _("Dihentikan")
        FAILED = "failed", _("Gagal")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False, help_text="Used in addresses.")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="jobs")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    key = models.CharField(max_length=120, help_text="What makes two askings the same act.")
    asked = models.JSONField(default=dict, help_text="What was asked for: codes, dates, the number of a decree.")
    occasion = models.ForeignKey(Occasion, on_delete=models.SET_NULL, null=True, related_name="jobs")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    problems = models.JSONField(default=list, help_text="Why it was refused: field and sentence in id and en.")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", help_text="Empty: the program."
    )
    ended_at = models.DateTimeField(null=True)

    UNFINISHED = (State.WAITING, State.RUNNING)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "key"],
                condition=models.Q(state__in=("waiting", "running")),
                name="one_unfinished_job_an_act",
            )
        ]

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.state not in self.UNFINISHED
