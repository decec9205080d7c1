"""A feast's day as the government set it, laid over the table of the law."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models.person import Religion


class FeastCorrection(models.Model):
    """The table estimates coming feasts (Idul Fitri by isbat, Nyepi); a head enters the day when it is set.

    It belongs to no facility: the government's day holds for all. Rows are only added: of several for one feast the
    last counts, and taking one back is a row that `withdraws` it.
    """

    religion = models.CharField(_("agama"), max_length=12, choices=Religion.choices)
    year = models.PositiveSmallIntegerField(_("tahun"), help_text="Gregorian year of the remission.")
    day = models.DateField(_("tanggal"))
    replaces = models.DateField(
        _("menggantikan"), null=True, blank=True, help_text="The table's day it stands for; empty: the nearest one."
    )
    extra = models.BooleanField(default=False, help_text="A feast beside those of the table; it replaces none.")
    withdraws = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="withdrawn",
        help_text="The correction that this row takes back; `source` then says why.",
    )
    source = models.CharField(_("dasar"), max_length=200, help_text="The government's decision that sets the day.")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("koreksi hari raya")
        ordering = ["-year", "religion", "-id"]
        indexes = [models.Index(fields=["religion", "year"])]
