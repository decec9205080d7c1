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

log = logging.getLogger(__name__)
KEPT = timedelta(days=30)
PAUSE = 0.5


def take_up_again() -> int:
    """Put the work of a killed worker back into the queue, and forget old results. Only with the lock held."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()
    return DBTaskResult.objects.running().update(status=TaskResultStatus.READY)


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
    while worker.running and going_on():
        close_old_connections()
        try:
            if DBTaskResult.objects.ready().exists():
                worker.run()
        except OperationalError as busy:  # the database was locked, or away: the queue is still there
            log.warning("worker: %s", type(busy).__name__)
        if worker.running:
            time.sleep(PAUSE)


def parent_lives(parent: int) -> bool:
    """Return whether the process that started the worker is still its parent; 0 asks for none."""
    return parent in {0, os.getppid()}
