"""A benchmark's own database: a program is run in a new process whose settings name a folder that goes with it."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def environment(folder: Path) -> dict[str, str]:
    """Return the settings of a site that keeps everything in this folder."""
    return os.environ | {
        "TELADAN_VAR": str(folder),
        "TELADAN_DATABASE": f"sqlite:///{folder}/teladan.sqlite3",
        "TELADAN_LOG_LEVEL": "CRITICAL",
        "DJANGO_SETTINGS_MODULE": "teladan.site.settings",
    }


def measured(program: str, size: int) -> dict[str, Any]:
    """Run `program --measure size` on a new, empty database and return what it prints as JSON on its last line."""
    with tempfile.TemporaryDirectory(prefix="teladan-bench-") as folder:
        command = [sys.executable, program, "--measure", str(size)]
        done = subprocess.run(  # noqa: S603
            command, env=environment(Path(folder)), stdout=subprocess.PIPE, text=True, check=True
        )
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found
