"""Nothing is kept that nothing uses: a name defined at the top of a module is named somewhere else too."""

import ast
import re
from collections import Counter
from collections.abc import Iterator

from tests.house.files import text, tracked

WORD = re.compile(r"[A-Za-z_]\w*")
# Found by Django by name, not by a line of ours.
FOUND_BY_NAME = re.compile(r"^(__\w+__|Command|\w+Config|urlpatterns|app_name|register|handler\d+)$")
READS = {".py", ".html", ".toml", ".md", ".sh", ".typ", ".yml", ""}
LEFT_OUT = {"migrations", "tests", "settings.py"}


def ours() -> Iterator[str]:
    for path in tracked():
        if path.parts[0] in ("src", "bench", "tools") and path.suffix == ".py" and not LEFT_OUT & set(path.parts):
            yield str(path)


def defined(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if not node.decorator_list or isinstance(node, ast.ClassDef):
                yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def unused(sources: dict[str, str], elsewhere: list[str]) -> list[str]:
    said = Counter(word for source in [*sources.values(), *elsewhere] for word in WORD.findall(source))
    return [
        f"{path}: {name}"
        for path, source in sources.items()
        for name in defined(source)
        if said[name] == 1 and not FOUND_BY_NAME.match(name)
    ]


def test_nothing_is_kept_that_nothing_uses():
    names = set(ours())
    sources = {str(path): text(path) for path in tracked() if str(path) in names}
    elsewhere = [text(path) for path in tracked() if path.suffix in READS and str(path) not in names]
    assert unused(sources, elsewhere) == []


def test_an_unused_name_would_be_seen():
    sources = {"one.py": "MOST = 3\ndef used(): ...\n", "two.py": "from one import used\nused()\n"}
    assert unused(sources, []) == ["one.py: MOST"]
