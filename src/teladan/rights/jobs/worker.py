"""The worker: takes long work from the queue, one piece after the other."""

import logging
import os
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import OperationalError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from teladan.rights.models import Job

log = logging.getLogger(__name__)
KEPT = timedelta(days=30)
PAUSE = 0.5


def take_up_again() -> int:
    """Put what a killed worker left back into the queue, and forget old results. Only with the lock held, at rest."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()
    again = DBTaskResult.objects.running().update(status=TaskResultStatus.READY)
    _end_lost()
    return again


def _end_lost() -> None:
    """End the jobs that nothing in the queue will do: with the database away not even "failed" could be written.

    Left unfinished they would keep the same act from ever being asked again.
    """
    # Jobs first: one that is asked meanwhile comes with its place in the queue.
    unfinished = set(Job.objects.filter(state__in=Job.UNFINISHED).values_list("pk", flat=True))
    queued = DBTaskResult.objects.filter(status=TaskResultStatus.READY).values_list("args_kwargs", flat=True)
    lost = unfinished - {each["args"][0] for each in queued}
    if lost:
        log.warning("worker: %s lost, can be asked again", len(lost))
        Job.objects.filter(pk__in=lost).update(state=Job.State.FAILED, ended_at=timezone.now())


def work(going_on: Callable[[], bool], backend: str = "default") -> None:
    """Do what is in the queue, until told otherwise. Looking at an empty queue only reads."""
    worker = Worker(
        queue_names=["default"],
        interval=PAUSE,
        batch=True,
        backend_name=backend,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    worker.configure_signals()
    settled = True
    while worker.running and going_on():
        close_old_connections()
        try:
            if not settled:
                take_up_again()
                settled = True
            if DBTaskResult.objects.ready().exists():
                settled = False
                worker.run()
        except OperationalError as busy:  # the database was locked, or away: the queue is still there
            log.warning("worker: %s", type(busy).__name__)
        if worker.running:
            time.sleep(PAUSE)


def parent_lives(parent: int) -> bool:
    """Return whether the process that started the worker is still its parent; 0 asks for none."""
    return parent in {0, os.getppid()}
