"""`teladan serve`: start the site and say where it is; `--demo` prepares the demo first."""

import io
import os
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

import teladan
from teladan.site import watch
from teladan.site.translation import compile_catalogues


class Command(BaseCommand):
    help = "Start the site on this machine with Granian, and the worker beside it; Ctrl-C ends both."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1)
        parser.add_argument(
            "--no-worker", action="store_false", dest="worker", help="`teladan worker` is started by somebody else"
        )
        parser.add_argument("--demo", action="store_true", help="first migrate, and load the demo where it is not yet")
        parser.add_argument("--people", type=int, help="with --demo: how many people to load")
        parser.add_argument("--reset", action="store_true", help="with --demo: throw away what was entered")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        host, port = options["host"], options["port"]
        refuse_taken(host, port)
        if options["demo"]:
            prepare_demo(options["people"], reset=options["reset"])
        self.stdout.write(f"Teladan: http://{host}:{port}/   (Ctrl-C ends it)")
        self.stdout.flush()
        start(host, port, options["workers"], worker=options["worker"])


def refuse_taken(host: str, port: int) -> None:
    """Raise a CommandError that says what to do when something else listens there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} of {host} cannot be used ({error.strerror}). "
                f"End the program that uses it, or choose another: make demo PORT={port + 1}",
            ) from error


def prepare_demo(people: int | None, *, reset: bool) -> None:
    """Bring the database and the catalogues up to date and load the demo; one process, since each costs seconds."""
    compile_catalogues(Path(teladan.__file__).parent)
    call_command("migrate", verbosity=0)
    call_command("demo", reset=reset, **({"people": people} if people else {}))
    # The demo may have slept for days: what came due since is opened, as the night's run would have done.
    call_command("nightly", stdout=io.StringIO())


def start(host: str, port: int, workers: int, *, worker: bool) -> None:
    """Become the watcher of web server and worker, or only the web server: signals reach it directly."""
    sys.stdout.flush()
    if worker:
        command = [sys.executable, "-m", "teladan.site.watch", host, str(port), str(workers)]
    else:
        command = watch.web_command(host, port, workers)
    os.execv(command[0], command)  # noqa: S606
