"""Acts in processes that may be killed at any moment: `python -m teladan.rights.tests.killed`.

Commands on stdin, one a line; every one is done by a child of its own, forked from a process that has Django loaded
but no connection to the database. Answers on stdout: `pid N` when a child has started, then `end STATUS RESULT`.
"""

# ruff: noqa: PLC0415, T201 - models are imported in the children, answers are printed

import datetime as dt
import json
import os
import sys
from typing import Any

import django

DAY = dt.date(2026, 8, 17)
PEOPLE = 12


def people() -> dict[str, Any]:
    """Fill an empty database."""
    from teladan.rights.tests.crowd import crowd
    from teladan.rights.tests.world import facility

    crowd(facility(), PEOPLE, DAY)
    return {}


def act() -> dict[str, Any]:
    """Open the remission day, then decide it: two actions, as an officer would press two buttons."""
    from teladan.people.models import Facility
    from teladan.rights.remission_day import decide_occasion, open_occasion
    from teladan.rights.tests.world import now

    where = Facility.objects.get()
    occasion = open_occasion(where, "general_remission", DAY, actor=None, now=now(DAY))
    decide_occasion(occasion, decree_number="PAS-17/2026", on=DAY, actor=None, now=now(DAY))
    return {}


def state() -> dict[str, Any]:
    """Count everything the two actions write, and verify the ledger."""
    from teladan.ledger.models import Entry
    from teladan.ledger.queries import verify
    from teladan.people.models import Facility, Remission
    from teladan.rights.models import Case, Decision, Occasion, Standing, Step

    return {
        "occasions": list(Occasion.objects.values_list("state", flat=True)),
        "cases": Case.objects.filter(occasion__isnull=False).count(),
        "open_cases": Case.objects.filter(occasion__isnull=False, state="open").count(),
        "steps": Step.objects.filter(case__occasion__isnull=False).count(),
        "open_steps": Step.objects.filter(case__occasion__isnull=False, state="open").count(),
        "case_history": Case.history.filter(occasion__isnull=False).count(),
        "remissions": Remission.objects.count(),
        "decisions": Decision.objects.count(),
        "receipts": Entry.objects.filter(leaf_hash__in=Decision.objects.values("receipt")).count(),
        "recalculated": Standing.objects.filter(remission_days__gt=0).count(),
        "entries": Entry.objects.count(),
        "ledger": len(verify(Facility.objects.get())),
    }


def migrate() -> dict[str, Any]:
    """Make the tables."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return {}


def session() -> dict[str, Any]:
    """Sign an officer in, as the sign-in page would."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from teladan.people.models import Facility
    from teladan.rights.tests.world import officer

    clerk = officer(Facility.objects.get())
    store = SessionStore()
    store[SESSION_KEY] = str(clerk.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = clerk.get_session_auth_hash()
    store.save()
    return {"session": store.session_key}


def occasion() -> dict[str, Any]:
    """Name the occasion that is open or decided, empty when there is none."""
    from teladan.rights.models import Occasion

    found = Occasion.objects.first()
    return {"uid": str(found.uid) if found else ""}


COMMANDS = {"people": people, "act": act, "state": state, "migrate": migrate, "session": session, "occasion": occasion}


def child(name: str, out: int) -> None:
    """Do one command and end, whatever happens."""
    try:
        os.write(out, json.dumps(COMMANDS[name]()).encode())
        os._exit(0)
    except BaseException as wrong:  # noqa: BLE001 - the parent must hear of anything
        os.write(out, json.dumps({"error": repr(wrong)[:400]}).encode())
        os._exit(1)


def main() -> None:
    """Serve commands until stdin ends."""
    os.environ["TELADAN_LOG_LEVEL"] = "CRITICAL"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "teladan.site.settings")
    django.setup()
    for line in sys.stdin:
        source, out = os.pipe()
        pid = os.fork()
        if pid == 0:
            child(line.strip(), out)
        os.close(out)
        print(f"pid {pid}", flush=True)
        with os.fdopen(source) as answer:
            said = answer.read()
        _, status = os.waitpid(pid, 0)
        print(f"end {status} {said}", flush=True)


if __name__ == "__main__":
    main()
