"""From data to PDF."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

FOLDER = Path(__file__).parent


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """Return the PDF of a template with this data (JSON types only). Only Typst's own fonts: the same everywhere."""
    return typst.compile(
        FOLDER / f"{template}.typ",
        root=FOLDER,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        format="pdf",
    )


@cache
def _fonts() -> typst.Fonts:
    """Read Typst's own fonts once a process: reading them again took a sixth of a letter's time."""
    return typst.Fonts(include_system_fonts=False)
