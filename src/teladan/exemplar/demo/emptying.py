"""Throwing the demo away: every row of a database that holds nothing but made-up people."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from teladan.people.models import Facility

ROOMS = ("people", "rights", "ledger")


@transaction.atomic
def empty(facility: Facility) -> None:
    """Delete everything the demo and its visitors wrote. Refuses any facility that is not a demo."""
    if not facility.is_demo or Facility.objects.filter(is_demo=False).exists():
        raise ValueError("only a demo is thrown away")
    connection.check_constraints()  # PostgreSQL empties no table that still waits for such a check
    flush = connection.ops.sql_flush(no_style(), _tables(), reset_sequences=True, allow_cascade=True)
    connection.ops.execute_sql_flush(flush)


def _tables() -> list[str]:
    models = [model for room in ROOMS for model in apps.get_app_config(room).get_models(include_auto_created=True)]
    return [model._meta.db_table for model in models]  # noqa: SLF001
