"""What the law of this program says, rule by rule, as digests: two versions of the law can be compared without texts.

Names: a version of a right or criterion by its `rule_id`; everything else is `FILE.TABLE` of the regulation files.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from teladan.law import regulations
from teladan.law.criteria import REGISTRY
from teladan.law.regulations import FOLDER, Version
from teladan.law.rights import RIGHTS
from teladan.law.rule_ids import rule_id


@cache
def rule_digests() -> Mapping[str, str]:
    """Digest of each rule by its name; together they cover everything in the files but the comments."""
    return dict(sorted(_digests()))


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the rules that were changed, added or taken out between two versions of the law."""
    return tuple(sorted(name for name in {*before, *after} if before.get(name) != after.get(name)))


def _digests() -> Iterator[tuple[str, str]]:
    for kind, registry in (("right", RIGHTS), ("criterion", REGISTRY)):
        for name, found in registry.items():
            for version in found.laws:
                yield rule_id(kind, name, version), _digest(_written(version))
    for path in FOLDER.glob("*.toml"):
        for name, entry in regulations.table(path.stem).items():
            rest = {key: value for key, value in entry.items() if key != "rule"} if isinstance(entry, dict) else entry
            yield f"{path.stem}.{name}", _digest(rest)


def _written(version: Version) -> Any:
    return [version.first, version.last, version.law, version.scope, version.numbers, version.unread]


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
