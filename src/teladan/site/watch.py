"""The watcher behind `teladan serve`: the web server and the worker, started and ended together.

Loads no Django: it lives as long as the site and should cost nothing. A worker that dies is started again; when the
web server ends, all ends.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

PAUSE, PATIENCE = 0.2, 30.0
AGAIN_AFTER = 1.0


def web_command(host: str, port: int, workers: int) -> list[str]:
    """Return how the web server is started."""
    granian = str(Path(sys.executable).with_name("granian"))
    arguments = [granian, "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers)]
    # A worker told to stop while it still loads would never hear it: after five seconds it is ended.
    arguments += ["--blocking-threads", "4", "--workers-kill-timeout", "5", "--log-level", "warning"]
    return [*arguments, "teladan.site.wsgi:application"]


def worker_command() -> list[str]:
    """Return how the worker is started: it ends by itself when this process is gone."""
    return [sys.executable, "-m", "teladan.site.program", "worker", "--parent", str(os.getpid())]


class Watch:
    """The two processes."""

    def __init__(self, web: list[str], worker: list[str]) -> None:
        self.worker_command = worker
        self.ending = False
        self.worker_died = 0.0
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        self.web = subprocess.Popen(web)  # noqa: S603 - our own program
        self.worker = self._start_worker()

    def _start_worker(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.worker_command)  # noqa: S603 - our own program

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self.ending = True

    def until_the_end(self) -> int:
        """Watch until the web server ends or a signal comes; return the exit status."""
        while not self.ending and self.web.poll() is None:
            self._keep_worker()
            time.sleep(PAUSE)
        for process in (self.web, self.worker):
            _end(process)
        return max(self.web.returncode or 0, 0)

    def _keep_worker(self) -> None:
        if self.worker.poll() is None:
            self.worker_died = 0.0
        elif not self.worker_died:
            self.worker_died = time.monotonic()
            print("Teladan: the worker ended and is started again", file=sys.stderr, flush=True)  # noqa: T201
        elif time.monotonic() - self.worker_died > AGAIN_AFTER:
            self.worker = self._start_worker()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(PATIENCE)  # a worker ends the piece it is doing
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    HOST, PORT, WORKERS = sys.argv[1:]
    sys.exit(Watch(web_command(HOST, int(PORT), int(WORKERS)), worker_command()).until_the_end())
