"""`teladan messages`: keep the English of every text, without gettext."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

import teladan
from teladan.site import translation

SOURCE = Path(teladan.__file__).parent


class Command(BaseCommand):
    help = "Collect translatable texts into each app's English catalogue and compile the catalogues."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("apps", nargs="*", help="names such as `desk`; all when left out")
        parser.add_argument("--check", action="store_true", help="change nothing; fail when English is missing")
        parser.add_argument("--compile", action="store_true", help="only compile, as `make demo` does")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        if options["check"]:
            return self._check(apps(options["apps"]))
        if not options["compile"]:
            for app in apps(options["apps"]):
                translation.update(app)
        count = translation.compile_catalogues(SOURCE)
        if options["verbosity"]:
            self.stdout.write(f"{count} catalogues compiled")
        return None

    def _check(self, folders: list[Path]) -> None:
        found = [str(problem) for app in folders for problem in translation.problems(app)]
        if found:
            fix = "Run `teladan messages`, then fill in the empty msgstr lines of the catalogues named."
            rest = [f"and {len(found) - 20} more"] if len(found) > 20 else []
            raise CommandError("\n".join([*found[:20], *rest, fix]))
        self.stdout.write("every text has its English")


def apps(names: list[str]) -> list[Path]:
    """Return the folders under src/teladan that may hold texts: those named, or all."""
    folders = sorted(path for path in SOURCE.iterdir() if (path / "__init__.py").exists())
    return [path for path in folders if not names or path.name in names]
