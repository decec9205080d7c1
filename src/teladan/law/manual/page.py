"""The manual of rules, `docs/rules.md`, made from the regulation files and the rights: `python -m teladan.law.manual`.

A test compares the page with what this makes, so that the page cannot drift from the law that is applied.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from teladan.law import conventions, feasts, regulations, words
from teladan.law.criteria import REGISTRY
from teladan.law.criterion import Criterion
from teladan.law.regulations import Version
from teladan.law.rights import RIGHTS, Right
from teladan.law.terms import FAR, date_of

PAGE: Final = Path("docs") / "rules.md"
HEAD: Final = """\
# The rules

Made by `python -m teladan.law.manual` from `src/teladan/law/regulations/` and `src/teladan/law/rights/`; do not edit.
Law version `{version}`. Marks: **A** the text was read, **B** a secondary source, **C** unconfirmed: to be checked
against the text by a lawyer. How dates are counted is on the page [law.md](law.md).

A right below is the list of its criteria. Each criterion is met, not met, or not known; what is not known never
counts as met. The dates in brackets say when the rule is in force.
"""


def render() -> str:
    """The whole page."""
    parts = [HEAD.format(version=regulations.law_version())]
    parts += [_right(right) for right in RIGHTS.values()]
    parts += ["## The criteria\n", *(_criterion(c) for c in REGISTRY.values())]
    parts += [_conventions(), _feasts(), _notes()]
    return "\n".join(parts)


def _right(right: Right) -> str:
    lines = [f"## {right.title['en']} ({right.title['id']})\n"]
    lines += [f"- In force {_span(law)}: {_cites(law)}{_numbers(law)}{_unread(law)}" for law in right.laws]
    lines.append("\n| criterion | warga binaan reads |\n| --- | --- |")
    lines += [f"| [`{name}`](#{name}) | {REGISTRY[name].title['id']} |" for name in right.criteria]
    return "\n".join(lines) + "\n"


def _criterion(criterion: Criterion) -> str:
    lines = [f"### {criterion.name}\n", f"{criterion.title['en']}. *{criterion.title['id']}.*\n"]
    lines += [f"- {_span(law)}{_scope(law)}: {_cites(law)}{_numbers(law)}{_unread(law)}" for law in criterion.laws]
    if criterion.facts:
        lines.append(f"- decided from: {', '.join(f'`{fact}`' for fact in criterion.facts)}")
    if criterion.check.__doc__:
        lines.append(f"- in the code: {' '.join(criterion.check.__doc__.split())}")
    return "\n".join(lines) + "\n"


def _span(law: Version) -> str:
    first = date_of(law.first).isoformat()
    return f"from {first}" if law.last == FAR else f"{first} to {date_of(law.last).isoformat()}"


def _scope(law: Version) -> str:
    return f" ({law.scope}s)" if law.scope else ""


def _cites(law: Version) -> str:
    return "; ".join(f"{_cite(cite)} **{cite['confidence']}**" for cite in law.law)


def _cite(cite: Mapping[str, str]) -> str:
    return cite["regulation"] if cite["article"] == "-" else f"{cite['regulation']} art {cite['article']}"


def _numbers(law: Version) -> str:
    told = [f"`{name}` {_plain(value)}" for name, value in law.numbers.items()]
    return f" — {', '.join(told)}" if told else ""


def _unread(law: Version) -> str:
    return f" *{law.unread['en']}*" if law.unread else ""


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _conventions() -> str:
    lines = [
        "## The counting conventions\n",
        "`teladan assess --switch NAME=VALUE` counts another way; a note on the assessment then says so.\n",
    ]
    for name, entry in conventions.describe().items():
        options = "; ".join(
            f"`{option}`{' (usual)' if option == entry['default'] else ''} {text['en']}"
            for option, text in entry["options"].items()
        )
        lines.append(f"- **{name}** ({entry['question']}, {_cite(entry)} **{entry['confidence']}**): "
                     f"{entry['text']['en']} Options: {options}.")  # fmt: skip
    return "\n".join(lines) + "\n"


def _feasts() -> str:
    lines = ["## The feast days\n", "| religion | first | last | estimates from |\n| --- | --- | --- | --- |"]
    for religion, days in feasts.DEFAULT.days.items():
        unsure = [day for day, estimate in zip(days, feasts.DEFAULT.estimated[religion], strict=True) if estimate]
        since = words.iso(int(unsure[0])) if unsure else "-"
        lines.append(f"| {religion} | {words.iso(int(days[0]))} | {words.iso(int(days[-1]))} | {since} |")
    lines += ["", *_corrections()]
    return "\n".join(lines) + "\n"


def _corrections() -> Iterable[str]:
    for entry in regulations.table("feast_corrections")["correction"]:
        yield f"- {entry['religion']}: {entry['on']} instead of {entry['replaces']} ({_cite(entry)})"


def _notes() -> str:
    return "\n".join(["## The notes\n", *_note_lines()]) + "\n"


def _note_lines() -> Iterator[str]:
    for code, entry in regulations.table("notes").items():
        yield f"- `{code}`: {entry['text']['en']}"
