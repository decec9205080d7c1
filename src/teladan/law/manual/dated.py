"""Dated versions for the manual, from entries of the regulation files; each with the digest of all that it says."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from teladan.law.manual.rule import Cite, Rule, RuleVersion
from teladan.law.manual.saying import sets
from teladan.law.regulations import CITE, Version, versions
from teladan.law.rule_ids import rule_id
from teladan.law.terms import FAR, date_of


def of_version(kind: str, name: str, law: Version) -> RuleVersion:
    """A version of a right, a criterion or another dated rule."""
    return RuleVersion(
        id=rule_id(kind, name, law),
        first=date_of(law.first),
        last=None if law.last >= FAR else date_of(law.last),
        scope=law.scope,
        law=law.law,
        sets=tuple(sets(law.numbers)),
        unread=law.unread,
        raw=law.numbers,
    )


def of_entries(kind: str, name: str, entries: Sequence[Mapping[str, Any]]) -> tuple[RuleVersion, ...]:
    """The versions of a list of dated entries."""
    return tuple(of_version(kind, name, law) for law in versions(entries, f"{kind} {name}"))


def undated(
    kind: str, name: str, law: Sequence[Cite], numbers: Mapping[str, Any], since: dt.date | None = None
) -> RuleVersion:
    """What has one version only, mostly without a day; a citation may be shown from a day on only."""
    named = f"{kind}.{name}.{since.isoformat()}" if since else f"{kind}.{name}"
    return RuleVersion(named, since, None, "", law, tuple(sets(numbers)), None, numbers)


def own_cites(entry: Mapping[str, Any]) -> tuple[Cite, ...]:
    """The citation of an entry itself; none where it has none."""
    return ({name: entry[name] for name in CITE},) if "regulation" in entry else ()


def numbers_of(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers of an entry, without its dates and citation."""
    return {name: value for name, value in entry.items() if name not in (*CITE, "from", "until")}


def digested(rule: Rule) -> Rule:
    """The rule, each version with the digest of what is said: its words, its numbers, its dates, its citations."""
    return replace(rule, versions=tuple(replace(each, digest=_digest(rule, each)) for each in rule.versions))


def said_by(rule: Rule, version: RuleVersion) -> dict[str, Any]:
    """All that a version says, as it is digested and kept beside a confirmation."""
    return {
        "id": version.id,
        "title": dict(rule.title),
        "texts": [[name, dict(text)] for name, text in rule.texts],
        "criteria": list(rule.criteria),
        "from": version.first.isoformat() if version.first else None,
        "until": version.last.isoformat() if version.last else None,
        "law": [{name: str(value) for name, value in cite.items()} for cite in version.law],
        "numbers": json.loads(json.dumps(version.raw, default=str)),
        "unread": dict(version.unread) if version.unread else None,
    }


def _digest(rule: Rule, version: RuleVersion) -> str:
    text = json.dumps(said_by(rule, version), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
