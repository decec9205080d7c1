"""A browser test waits for what it looks for: a page that is slow to come is not a page that is wrong.

A click comes back when the next page has begun to arrive. What asks a page once, without waiting, passes on a fast
machine and fails on a slow one; `expect` asks until the answer comes.
"""

import re
from collections.abc import Iterator

import pytest

from tests.house.files import text, tracked

AT_ONCE = re.compile(
    r"assert\b.*\.(is_visible|is_hidden|is_checked|is_enabled|inner_text|text_content|input_value)\(\)"
    r"|assert (page|plain|tab)\.url ?(==|\.endswith|\.startswith)"
)


def asked_at_once(source: str) -> Iterator[str]:
    yield from (line.strip() for line in source.splitlines() if AT_ONCE.search(line))


def test_no_browser_test_asks_a_page_only_once():
    tests = [path for path in tracked() if path.suffix == ".py" and path.name.startswith("test_")]
    found = [f"{path}: {line}" for path in tests if path.parts[1] != "house" for line in asked_at_once(text(path))]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'assert page.get_by_role("heading", name="Sidang").is_visible()',
        "assert not link.is_visible()",
        'assert "tahun" in mark.inner_text()',
        "assert page.url == account",
    ],
)
def test_a_line_that_asks_once_would_be_seen(line):
    assert list(asked_at_once(f"    {line}")) == [line]
