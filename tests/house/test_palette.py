"""Text colours keep WCAG AA contrast on every background they are used on."""

import re

import pytest

from tests.house.files import ROOT

PALETTE = ROOT / "frontend" / "foundation" / "_palette.scss"
COLOURS = dict(re.findall(r"^\$([a-z-]+): (#[0-9a-f]{6});", PALETTE.read_text(encoding="utf-8"), re.MULTILINE))
TEXT_ON = [
    ("ink", ["paper", "mist", "stone-pale", "sun", "sun-pale", "leaf-pale", "river-pale", "chilli-pale"]),
    ("ink-soft", ["paper", "mist", "stone-pale"]),
    ("paper", ["lagoon", "lagoon-deep", "leaf", "chilli"]),
    ("river", ["paper", "mist", "river-pale"]),
    ("mangosteen", ["paper", "mist"]),
    ("leaf", ["paper", "leaf-pale"]),
    ("earth", ["sun-pale"]),
    ("chilli", ["paper", "chilli-pale"]),
]


def luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[start : start + 2]) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("front", "back"), [(front, back) for front, backs in TEXT_ON for back in backs])
def test_text_is_readable(front, back):
    assert contrast(COLOURS[front], COLOURS[back]) >= 4.5
