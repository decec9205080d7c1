"""A case opens itself, walks its steps, ends in a decision. There is no price field: every right is free."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teladan.people.models import Facility, Stay
from teladan.people.models.base import Recorded
from teladan.rights.catalogue import condition
from teladan.rights.models.occasion import Occasion

CLOSE_REASONS = {
    "excluded": _("Hukum mengecualikan hak ini untuk orang ini."),
    "scheme_closed": _("Aturan hak ini sudah tidak berlaku."),
    "released": _("Sudah keluar."),
    "not_entitled": _("Menurut data sekarang syaratnya belum terpenuhi."),
    "other_leave": _("Hak integrasi lain sudah diberikan."),
}


class Case(Recorded):
    """One right for one stay on one date."""

    class State(models.TextChoices):
        OPEN = "open", _("Berjalan")
        GRANTED = "granted", _("Diberikan")
        REFUSED = "refused", _("Ditolak")
        CLOSED = "closed", _("Ditutup")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="cases")
    stay = models.ForeignKey(Stay, on_delete=models.PROTECT, related_name="cases")
    right = models.CharField(_("hak"), max_length=24)
    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    occurrence = models.CharField(
        max_length=16,
        help_text="What makes the case one: the grant day, or the start of the stay's custody for a leave.",
    )
    date = models.DateField(_("tanggal hak"), help_text="The first day the right can take effect.")
    ends = models.DateField(null=True, blank=True)
    length_days = models.PositiveIntegerField(_("besaran (hari)"), null=True, blank=True)
    state = models.CharField(_("keadaan"), max_length=8, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    close_reason = models.CharField(
        max_length=300, blank=True, help_text="A code of CLOSE_REASONS; `why_closed` says it in words."
    )
    as_of = models.DateField(help_text="Day of the assessment the case opened on.")
    facts_hash = models.CharField(max_length=64)
    law_version = models.CharField(max_length=64)
    detail = models.JSONField(
        default=dict, blank=True, help_text="Of a remission: rung, part (I or II), grants with kind and days."
    )

    class Meta:
        verbose_name = _("perkara hak")
        ordering = ["date", "id"]
        constraints = [
            models.UniqueConstraint(fields=["stay", "right", "occurrence"], name="one_case_a_right_and_occurrence")
        ]
        indexes = [models.Index(fields=["facility", "state", "date"])]

    @property
    def why_closed(self) -> str:
        """Why the case was closed, in the reader's language; empty while it is not."""
        code, _colon, criterion = self.close_reason.partition(":")
        said = str(CLOSE_REASONS.get(code, self.close_reason))
        return f"{said} {condition(criterion)}." if criterion else said


class Step(Recorded):
    """One step with its owner and its clock. Limits and articles come from `rights/steps/*.toml`."""

    class Office(models.TextChoices):
        REGISTRAR = "registrar", _("Registrasi")
        CASE_OFFICER = "case_officer", _("Wali pemasyarakatan")
        PROBATION_OFFICE = "probation_office", _("Bapas")
        HEARING_TEAM = "hearing_team", _("TPP")
        HEAD = "head", _("Kepala")
        REGIONAL_OFFICE = "regional_office", _("Kantor wilayah")
        DIRECTORATE = "directorate", _("Direktorat Jenderal")

    class State(models.TextChoices):
        WAITING = "waiting", _("Belum tiba")
        OPEN = "open", _("Sedang dikerjakan")
        DONE = "done", _("Selesai")
        SKIPPED = "skipped", _("Tidak diperlukan")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=24)
    office = models.CharField(max_length=16, choices=Office.choices)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    opened_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True, help_text="No legal limit known: empty, and the page says so.")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    result = models.CharField(max_length=24, blank=True)
    note = models.CharField(max_length=500, blank=True)
    checklist = models.JSONField(default=list, blank=True, help_text="Documents: code, done, document id.")

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["case", "order"], name="one_step_an_order")]
        indexes = [models.Index(fields=["state", "due_on"]), models.Index(fields=["office", "state"])]


class Decision(Recorded):
    """The end of a case. A refusal names the criterion of the law that is not met."""

    class Outcome(models.TextChoices):
        GRANTED = "granted", _("Diberikan")
        REFUSED = "refused", _("Ditolak")

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=7, choices=Outcome.choices)
    on = models.DateField(_("tanggal keputusan"))
    number = models.CharField(_("nomor keputusan"), max_length=80, blank=True)
    length_days = models.PositiveIntegerField(null=True, blank=True)
    takes_effect = models.DateField(null=True, blank=True)
    criterion = models.CharField(max_length=60, blank=True, help_text="Required for a refusal.")
    reason = models.CharField(max_length=500, blank=True)
    contradicts = models.BooleanField(
        default=False, help_text="A refusal for a criterion that the assessment of that day shows as met."
    )
    dates_before = models.JSONField(default=dict, help_text="Timeline before the decision.")
    dates_after = models.JSONField(default=dict, help_text="Timeline after it: shown side by side.")
    receipt = models.CharField(max_length=64, blank=True, help_text="Leaf hash of the ledger entry.")
