"""What a lawyer confirmed: that one dated version of a rule says what the text of the law says."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Confirmation(models.Model):
    """It belongs to no facility: the law is the same for all. It never changes a status or a date.

    Rows are only added: taking one back is a row that `withdraws` it. It is about exact words: when the law's file says
    something else, `digest` is another and the confirmation is void by itself.
    """

    rule = models.CharField(
        _("aturan"), max_length=120, help_text="The version's name in the manual, as `criterion.no_escape.1999-12-23`."
    )
    digest = models.CharField(max_length=32, help_text="Of all that the version said when it was confirmed.")
    said = models.JSONField(default=dict, help_text="All that the version said: words, numbers, days, citations.")
    mark = models.CharField(_("tanda"), max_length=1, blank=True, help_text="Its mark in the file on that day.")
    regulation = models.CharField(_("peraturan yang dibaca"), max_length=200)
    article = models.CharField(_("pasal yang dibaca"), max_length=120)
    read_on = models.DateField(_("tanggal dibaca"), null=True)
    source = models.CharField(_("halaman atau tautan"), max_length=300, blank=True)
    why = models.CharField(_("alasan"), max_length=500, help_text="What the text says; of a withdrawal: why.")
    withdraws = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="withdrawn")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("konfirmasi aturan")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["rule"])]
