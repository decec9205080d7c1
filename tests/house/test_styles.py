"""A class has one home among the style sheet's parts: a second one changes pages that nobody looked at."""

import re
from collections import defaultdict

from tests.house.files import text, tracked

HOME = re.compile(r"^(\.tld-[a-z_-]+) \{$", re.MULTILINE)


def homes() -> dict[str, set[str]]:
    found = defaultdict(set)
    for path in tracked():
        if path.suffix == ".scss" and "foundation" not in path.parts:
            for name in HOME.findall(text(path)):
                found[name].add(path.name)
    return found


def test_every_class_has_one_home():
    assert len(homes()) > 20
    assert {name: files for name, files in homes().items() if len(files) > 1} == {}
