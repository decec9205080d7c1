"""`teladan worker`: do the long work that pages ask for. `teladan serve` starts one by itself."""

import signal
import time
from argparse import ArgumentParser
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from teladan.rights.jobs import worker
from teladan.rights.jobs.place import take_place


class Command(BaseCommand):
    help = "Do the long work that pages ask for, until it is ended. A second one waits until the first is gone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--parent", type=int, default=0, help="end when this process is gone")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        lives = partial(worker.parent_lives, options["parent"])
        while (place := take_place(settings.VAR)) is None:
            if not lives():
                return
            time.sleep(worker.PAUSE)
        with place:
            worker.take_up_again()
            if options["parent"]:
                # Ctrl-C reaches everybody at the terminal; the watcher then says once that it is over.
                signal.signal(signal.SIGINT, signal.SIG_IGN)
            worker.work(lives)
