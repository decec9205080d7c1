"""The numbers of the hearing, read from `hearing.toml`: quorum and majority."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from teladan.rights.steps.load import FOLDER, StepFileError
from teladan.rights.steps.spec import CONFIDENCES, Law

FILE = FOLDER / "hearing.toml"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the people that must be passed: more than two of three."""

    part: int
    of: int

    def is_passed(self, number: int, everybody: int) -> bool:
        """Return whether so many of everybody are more than the part, counted in whole people."""
        return self.of * number > self.part * everybody


@dataclass(frozen=True, slots=True)
class HearingLaw:
    """What the law asks of a hearing, since when and where it is written."""

    since: dt.date
    law: Law
    quorum: Share
    majority: Share


def read(content: Mapping[str, Any]) -> HearingLaw:
    """Return the checked content of the file; StepFileError says what is wrong."""
    if content["confidence"] not in CONFIDENCES or not content["regulation"]:
        raise StepFileError("hearing.toml: needs a regulation and a confidence A, B or C")
    law = Law(content["regulation"], content["article"], content["confidence"], content["note"])
    return HearingLaw(content["from"], law, _share(content, "quorum"), _share(content, "majority"))


def _share(content: Mapping[str, Any], name: str) -> Share:
    share = Share(**content[name])
    if not 0 < share.part < share.of:
        raise StepFileError(f"hearing.toml: {name} is a part of a whole, such as 2 of 3")
    return share


HEARING = read(tomllib.loads(FILE.read_text(encoding="utf-8")))
