"""What is wrong with facts, in Indonesian: the English stands where it is found, the Indonesian in `refusals.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def indonesian() -> Mapping[str, str]:
    """The Indonesian of each message, by its English with the names of its values in braces."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def filled(message: str, values: Mapping[str, object]) -> str:
    """The message with its values; without any it may hold braces of its own."""
    return message.format(**values) if values else message


def in_indonesian(message: str, values: Mapping[str, object]) -> str:
    """The message in Indonesian; in English where it is not one about a person's facts."""
    known = indonesian().get(message)
    return filled(message if known is None else known, values)
