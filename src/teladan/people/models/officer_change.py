"""What was done to an officer's sign-in, by whom and why. Never changed, never deleted."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficerChange(models.Model):
    """One act. `old` and `new` are what was and what is; a password or a secret is never among them."""

    class Act(models.TextChoices):
        ADDED = "added", _("ditambahkan")
        NAME = "name", _("nama diubah")
        ROLE = "role", _("peran diubah")
        CLOSED = "closed", _("dinonaktifkan")
        OPENED = "opened", _("diaktifkan lagi")
        PASSWORD = "password", _("kata sandi baru dibuat")
        SECOND_FACTOR = "second_factor", _("langkah kedua direset")

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="changes")
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", help_text="None: the program."
    )
    act = models.CharField(max_length=15, choices=Act.choices)
    old = models.CharField(max_length=150, blank=True)
    new = models.CharField(max_length=150, blank=True)
    why = models.CharField(_("mengapa"), max_length=500)

    class Meta:
        ordering = ["-id"]
