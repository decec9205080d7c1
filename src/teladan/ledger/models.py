"""The tamper-evident log: one row an act, each a leaf of an RFC 9162 Merkle tree."""

import secrets

from django.conf import settings
from django.db import models


def new_salt() -> str:
    """Return 32 random bytes as hexadecimal digits."""
    return secrets.token_hex(32)


class Head(models.Model):
    """Where a facility's log stands. Its row lock orders the writers, so that numbers have no gaps."""

    facility = models.OneToOneField("people.Facility", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveBigIntegerField(default=0, help_text="Number of the last entry; 0 when there is none.")
    chain_hash = models.CharField(max_length=64, default="0" * 64, help_text="Chain hash of the last entry.")
    salt = models.CharField(
        max_length=64, default=new_salt, help_text="Keeps digests of short values from being guessed; never shown."
    )


class Entry(models.Model):
    """An act that was done. Holds no personal data: the subject is an opaque identifier, facts are digests.

    `leaf_hash` is SHA-256(0x00 || canonical JSON of the entry), `chain_hash` binds it to the entry before.
    """

    facility = models.ForeignKey("people.Facility", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveBigIntegerField(help_text="Counts from 1 within the facility, without gaps.")
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.CharField(max_length=60, help_text='Registered name such as "rights.case.opened".')
    subject = models.CharField(max_length=80, help_text='Opaque, such as "stay:<uuid>".')
    data = models.JSONField(default=dict, help_text="Codes, numbers, digests. Never names.")
    leaf_hash = models.CharField(max_length=64)
    chain_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["facility", "number"]
        constraints = [models.UniqueConstraint(fields=["facility", "number"], name="ledger_number_once")]
        indexes = [models.Index(fields=["subject"]), models.Index(fields=["action", "at"])]
