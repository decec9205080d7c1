"""`teladan demo-docs`: write the pages of `docs/` that are made from the demo."""  # noqa: N999

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from teladan.exemplar.pages import about_demo, remission_2025

DOCS = settings.ROOT / "docs"


class Command(BaseCommand):
    help = "Write docs/demo.md and docs/remission-2025.md with its picture, from the demo's own people."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        page, picture = remission_2025.render()
        for name, text in (
            ("demo.md", about_demo.render()),
            ("remission-2025.md", page),
            (remission_2025.PICTURE, picture),
        ):
            (DOCS / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"docs/{name}")
