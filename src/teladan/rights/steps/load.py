"""Reads and checks the step files. A mistake in a file stops the program at its start, with the file's name."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from teladan.rights.steps import spec
from teladan.rights.steps.spec import Document, Law, StepSpec

FOLDER = Path(__file__).parent
NO_FLOWS = {"kinds.toml", "documents.toml", "hearing.toml"}
REQUIRED = {"kind", "office", "regulation", "article", "note", "confidence"}
OPTIONAL = {"text", "limit_days", "child_limit_days", "day_kind", "by", "documents", "documents_law", "correction"}


class StepFileError(ValueError):
    """A step file says something that cannot be: names the file, the step and what is expected."""


def flow_of(right: str) -> tuple[StepSpec, ...]:
    """Return the steps of a right in order; StepFileError when no file names it."""
    try:
        return FLOWS[right]
    except KeyError:
        raise StepFileError(f"no step file names the right {right!r}") from None


def spec_of(right: str, kind: str) -> StepSpec:
    """Return one step of a right; the two kinds outside every flow are the facts' and the correction's."""
    if kind == "complete_facts":
        return COMPLETE_FACTS
    for step in flow_of(right):
        if step.kind == kind:
            return step
        if kind == "correction" and step.correction:
            return step.correction
    raise StepFileError(f"{right} has no step {kind!r}")


def load(folder: Path) -> dict[str, tuple[StepSpec, ...]]:
    """Return right -> steps of every file of a folder."""
    flows: dict[str, tuple[StepSpec, ...]] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name not in NO_FLOWS:
            _add(flows, path)
    return flows


def _add(flows: dict[str, tuple[StepSpec, ...]], path: Path) -> None:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    _expect(set(content) == {"rights", "step"}, path.name, "holds `rights` and `[[step]]`")
    steps = tuple(_step(entry, f"{path.name} {entry.get('kind')}") for entry in content["step"])
    kinds = [step.kind for step in steps]
    _expect(len(set(kinds)) == len(kinds), path.name, "names each kind of step once")
    _expect("decision" in kinds, path.name, "has a decision")
    for right in content["rights"]:
        _expect(right not in flows, path.name, f"{right} has its steps in another file already")
        flows[right] = steps


def _step(entry: Mapping[str, Any], where: str) -> StepSpec:
    keys = set(entry)
    _expect(keys >= REQUIRED, where, f"needs {sorted(REQUIRED - keys)}")
    _expect(keys <= REQUIRED | OPTIONAL, where, f"does not know {sorted(keys - REQUIRED - OPTIONAL)}")
    _expect(entry["kind"] in KINDS, where, f"kind is one of {sorted(KINDS)}")
    _expect(entry["office"] in spec.OFFICES, where, f"office is one of {sorted(spec.OFFICES)}")
    _expect(entry.get("by") in spec.ANCHORS | {None}, where, f"by is one of {sorted(spec.ANCHORS)}")
    _expect("by" not in entry or "limit_days" not in entry, where, "has `by` or `limit_days`, not both")
    correction = entry.get("correction")
    return StepSpec(
        kind=entry["kind"],
        office=entry["office"],
        text=_text(entry.get("text", _name_of(entry["kind"])), where),
        law=_law(entry, where),
        limit_days=_days(entry.get("limit_days"), where),
        child_limit_days=_days(entry.get("child_limit_days"), where),
        day_kind=_one_of(entry.get("day_kind", "unknown"), spec.DAY_KINDS, where),
        by=entry.get("by"),
        documents=tuple(_document(each, where) for each in entry.get("documents", ())),
        documents_law=_documents_law(entry.get("documents_law"), where),
        correction=_step({**correction, "kind": "correction"}, where) if correction else None,
    )


def _law(entry: Mapping[str, Any], where: str) -> Law:
    confidence = _one_of(entry["confidence"], spec.CONFIDENCES, where)
    return Law(entry["regulation"], entry["article"], confidence, _text(entry["note"], where))


def _documents_law(entry: Mapping[str, Any] | None, where: str) -> Law | None:
    if entry is None:
        return None
    _expect(set(entry) == {"regulation", "article"}, where, "documents_law has regulation and article")
    return Law(entry["regulation"], entry["article"], "B", {})


def _document(entry: Mapping[str, Any], where: str) -> Document:
    _expect(entry.get("code") in DOCUMENTS, where, f"document {entry.get('code')!r} is not in documents.toml")
    _expect(set(entry) <= {"code", "confidence", "when"}, where, "a document has code, confidence, when")
    when = entry.get("when")
    _expect(when in spec.CIRCUMSTANCES | {None}, where, f"when is one of {sorted(spec.CIRCUMSTANCES)}")
    words = DOCUMENTS[entry["code"]]
    confidence = _one_of(entry["confidence"], spec.CONFIDENCES, where)
    text = {"id": words["id"], "en": words["en"]}
    return Document(entry["code"], text, confidence, when, words.get("register_kind"))


def _text(value: Any, where: str) -> Mapping[str, str]:
    _expect(isinstance(value, Mapping) and set(value) == {"id", "en"} and all(value.values()), where, "text: id, en")
    return MappingProxyType(dict(value))


def _days(value: Any, where: str) -> int | None:
    _expect(value is None or (type(value) is int and value > 0), where, "a limit is a whole number of days over 0")
    return value


def _one_of(value: str, allowed: set[str], where: str) -> str:
    _expect(value in allowed, where, f"{value!r} is not one of {sorted(allowed)}")
    return value


def _expect(truth: bool, where: str, what: str) -> None:
    if not truth:
        raise StepFileError(f"{where}: {what}")


def _name_of(kind: str) -> Mapping[str, str]:
    return {language: KINDS[kind][language] for language in ("id", "en")}


def results_of(kind: str) -> Mapping[str, Mapping[str, str]]:
    """Return what a step of this kind can end in: code -> text."""
    return KINDS[kind]["results"]


def _words(name: str) -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType(tomllib.loads((FOLDER / name).read_text(encoding="utf-8")))


KINDS = _words("kinds.toml")
DOCUMENTS = _words("documents.toml")
COMPLETE_FACTS = StepSpec(
    kind="complete_facts",
    office="registrar",
    text=_name_of("complete_facts"),
    law=Law("", "", "C", {}),
)
FLOWS: Mapping[str, tuple[StepSpec, ...]] = MappingProxyType(load(FOLDER))
