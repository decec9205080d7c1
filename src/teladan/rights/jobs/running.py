"""Doing a job: its act is one transaction of the service, and that it is done is kept in the same one."""

from django.utils import timezone

from teladan.people.errors import Refused
from teladan.rights.jobs import kinds, progress
from teladan.rights.jobs.progress import Stopped
from teladan.rights.models import Job

ATTEMPTS = 3  # a job that killed its worker so often is not begun again by itself
State = Job.State


def run(pk: int, attempt: int) -> None:
    """Do a job unless it has ended; refused, stopped and failed are kept, and the page says so."""
    job = Job.objects.select_related("facility", "occasion__facility", "asked_by").get(pk=pk)
    if job.finished:
        return
    if attempt > ATTEMPTS:
        _end(job, State.FAILED)
        return
    Job.objects.filter(pk=pk).update(state=State.RUNNING)
    try:
        kinds.ACTS[job.kind](job, lambda part: _tell(job, part), lambda: _end(job, State.DONE))
    except Refused as refused:
        job.problems = [{"field": each.field, "id": each.id, "en": each.en} for each in refused.problems]
        _end(job, State.REFUSED)
    except Stopped:
        _end(job, State.STOPPED)
    except BaseException:
        _end(job, State.FAILED)
        raise
    finally:
        progress.forget(job.uid)


def _tell(job: Job, part: str) -> None:
    if progress.is_to_stop(job.uid):
        raise Stopped
    progress.tell(job.uid, part)


def _end(job: Job, state: str) -> None:
    job.state, job.ended_at = state, timezone.now()
    job.save(update_fields=["state", "ended_at", "problems", "occasion"])
