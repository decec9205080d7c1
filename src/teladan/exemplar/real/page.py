"""`docs/real.md`: counts and shares of what came out, small ones hidden. Never a row, never a sentence."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from teladan.exemplar.pages.markdown import table
from teladan.exemplar.real.law import FINAL_AFTER, ONE_DAY, Outcome
from teladan.exemplar.real.texts import Read
from teladan.law.assess import STATUSES

SMALL = 5
TEMPLATE = Path(__file__).with_suffix(".md")


def hidden(number: int) -> str:
    """Return a count as the public may see it."""
    return f"{number:,}" if number == 0 or number >= SMALL else f"<{SMALL}"


def render(  # noqa: PLR0913, PLR0917 - each is a part of the page
    texts: Read,
    rows: int,
    stopped: Mapping[str, int],
    refused: Mapping[str, int],
    marked: tuple[int, int],
    times: Mapping[str, float],
    outcomes: Mapping[str, Outcome],
) -> str:
    """Return the page; `marked` is how many rows the table marks as contradictory, and how many the checks find."""
    once = outcomes["once"]
    return TEMPLATE.read_text(encoding="utf-8").format(
        files=texts.files,
        text_speed=f"{texts.files / texts.seconds:,.0f}",
        text_ends=_counts("texts", {"assessed": texts.assessed, **texts.ends, **_prefixed(texts)}, texts.files),
        text_unsure=_counts("field", texts.unsure, texts.files),
        rows=f"{rows:,}",
        row_ends=_counts("rows", {"assessed": once.people, **stopped, **_by_law(refused)}, rows),
        marked=hidden(marked[0]),
        caught=hidden(marked[1]),
        one_day=ONE_DAY,
        people=f"{once.people:,}",
        dated=f"{once.dated:,}",
        check_seconds=f"{times['checks']:.1f}",
        parse_seconds=f"{times['parse']:.1f}",
        law_seconds=f"{once.seconds:.2f}",
        law_speed=f"{once.people / once.seconds:,.0f}",
        days=FINAL_AFTER.days,
        unknown=_statuses(outcomes["in_time"]),
        final=_statuses(outcomes["if_final"]),
        blameless=_statuses(outcomes["if_blameless"]),
        in_time=f"{outcomes['in_time'].people:,}",
        once=_statuses(once),
    )


def _prefixed(texts: Read) -> dict[str, int]:
    return {f"not read: {code}": count for code, count in texts.unreadable.items()}


def _by_law(refused: Mapping[str, int]) -> dict[str, int]:
    return {f"refused by the law: {name}": count for name, count in refused.items()}


def _counts(what: str, counts: Mapping[str, int], whole: int) -> str:
    rows = [(name.replace("_", " "), hidden(n), _share(n, whole)) for name, n in Counter(counts).most_common()]
    return table((what, "number", "share"), rows)


def _share(number: int, whole: int) -> str:
    return f"{100 * number / whole:.1f} %" if number >= SMALL else "-"


def _statuses(outcome: Outcome) -> str:
    rows = [
        (f"`{right}`", *(hidden(counts[name]) for name in STATUSES), hidden(outcome.days[right]))
        for right, counts in outcome.statuses.items()
    ]
    return table(("right", *STATUSES, "with a date"), rows)
