"""Asking for a long act: kept with its place in the queue, or not at all. The same act waits only once."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from teladan.people.models import Facility, Officer
from teladan.rights.jobs import progress
from teladan.rights.models import Confirmation, FeastCorrection, Job, Occasion, ReformRun

Kind, State = Job.Kind, Job.State


def ask_open(  # noqa: PLR0913 - what the act needs
    facility: Facility,
    right: str,
    day: dt.date,
    religion: str,
    *,
    actor: Officer | None,
    now: dt.datetime,
    how: str = Occasion.How.OFFICER,
) -> Job:
    """Ask that the cases of a remission day are opened."""
    asked = {"right": right, "day": day.isoformat(), "religion": religion, "how": str(how)}
    return _ask(facility, Kind.OPEN, f"{right}:{day}:{religion}", asked, None, actor, now)


def ask_decide(  # noqa: PLR0913 - what the act needs
    occasion: Occasion, *, number: str, on: dt.date, leave_changed: bool, actor: Officer | None, now: dt.datetime
) -> Job:
    """Ask that the decree of a remission day is recorded."""
    asked = {"number": number, "on": on.isoformat(), "leave_changed": leave_changed}
    return _ask(occasion.facility, Kind.DECIDE, str(occasion.uid), asked, occasion, actor, now)


def ask_print(occasion: Occasion, *, actor: Officer | None, now: dt.datetime) -> Job:
    """Ask that all decrees of a decided day are made into one file."""
    return _ask(occasion.facility, Kind.PRINT, str(occasion.uid), {}, occasion, actor, now)


def ask_follow(facility: Facility, correction: FeastCorrection, *, actor: Officer | None, now: dt.datetime) -> Job:
    """Ask that everybody inside whose feast was corrected is assessed again."""
    return _ask(facility, Kind.FOLLOW, str(correction.pk), {"religion": correction.religion}, None, actor, now)


def ask_confirm(facility: Facility, confirmation: Confirmation, *, actor: Officer | None, now: dt.datetime) -> Job:
    """Ask that the notes of everybody inside are written again: a rule was confirmed, or is so no longer."""
    return _ask(facility, Kind.CONFIRM, str(confirmation.pk), {"rule": confirmation.rule}, None, actor, now)


def ask_reform(run: ReformRun, *, actor: Officer | None, now: dt.datetime) -> Job:
    """Ask what a draft of a law would do to the people inside."""
    return _ask(run.facility, Kind.REFORM, str(run.uid), {"run": str(run.uid)}, None, actor, now)


def following(facility: Facility, correction: FeastCorrection) -> Job | None:
    """Return the work of this facility that follows a correction; None: nobody inside is concerned."""
    return Job.objects.filter(facility=facility, key=f"{Kind.FOLLOW}:{correction.pk}").last()


def stop(job: Job, now: dt.datetime) -> None:
    """Take a waiting job back; one that runs ends before its next part, and what it wrote is undone."""
    progress.ask_to_stop(job.uid)
    if not Job.objects.filter(state=State.RUNNING).exists():
        waiting = Job.objects.filter(pk=job.pk, state=State.WAITING)
        waiting.update(state=State.STOPPED, ended_at=now)


def _ask(  # noqa: PLR0913, PLR0917 - the values of one row
    facility: Facility,
    kind: str,
    about: str,
    asked: dict[str, Any],
    occasion: Occasion | None,
    actor: Officer | None,
    now: dt.datetime,
) -> Job:
    from teladan.rights.jobs.tasks import perform  # noqa: PLC0415 - doing a job may ask for the next one

    known = {"facility": facility, "key": f"{kind}:{about}", "state__in": Job.UNFINISHED}
    if there := Job.objects.filter(**known).first():
        return there
    try:
        with transaction.atomic():
            job = Job.objects.create(
                facility=facility,
                kind=kind,
                key=f"{kind}:{about}",
                asked=asked,
                occasion=occasion,
                asked_at=now,
                asked_by=actor,
            )
            perform.enqueue(job.pk)
    except IntegrityError:  # pressed twice at once
        return Job.objects.filter(facility=facility, key=f"{kind}:{about}").latest("pk")
    job.refresh_from_db()
    return job
