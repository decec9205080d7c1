"""A verdict's proposal for the terminal: each field, its value, and the words it was read from."""

from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

LABELS = {
    "case_number": "Case number", "court": "Court", "verdict_date": "Verdict date", "articles": "Articles",
    "offence": "Offence", "outcome": "Outcome", "term": "Term", "fine_rp": "Fine", "substitute": "In place of the fine",
    "restitution_rp": "Restitution", "detention": "Detention", "detention_unsure": "Detention, not readable",
    "place": "Place",
}  # fmt: skip


def show(text: str, result: dict[str, Any], console: Console | None = None) -> None:
    """Print one result of `teladan intake`; `text` is the verdict as read."""
    console = console or Console()
    # A file name may hold bytes that no terminal can show.
    result = result | {"file": result["file"].encode("utf-8", "replace").decode()}
    if "problems" in result:
        _show_sheet(result, console)
        return
    if not result["ok"]:
        console.print(f"[bold red]{escape(result['file'])}[/]: {escape(result['error'])}")
        console.print(f"  {escape(result['text']['id'])}")
        return
    table = Table(title=escape(result["file"]), title_justify="left", title_style="bold")
    for column in ("Field", "Value", "Read from"):
        table.add_column(column, overflow="fold")
    for name, label in LABELS.items():
        for value, passage in _rows(name, result):
            table.add_row(label, escape(value), escape(_quote(text, passage)))
    console.print(table)


def _show_sheet(result: dict[str, Any], console: Console) -> None:
    console.print(f"[bold]{escape(result['file'])}[/]: {len(result['rows'])} rows are right")
    for problem in result["problems"]:
        console.print(f"  [red]{escape(problem['text']['en'])}[/]")
        console.print(f"  {escape(problem['text']['id'])}")


def _rows(name: str, result: dict[str, Any]) -> list[tuple[str, list[int] | None]]:
    found = result[name]
    if name.startswith("detention"):
        return [(_order(order), order["passage"]) for order in found]
    if name == "articles":
        return [(article["value"], article["passage"]) for article in found] or [("?", None)]
    return [(_value(name, result), found.get("passage"))]


def _value(name: str, result: dict[str, Any]) -> str:
    value = result[name]["value"]
    if value is None:
        return "? (look it up)" if name in result["unsure"] else "none"
    if name.endswith("_rp"):
        return f"Rp{value:,}".replace(",", ".")
    return _length(value) if isinstance(value, dict) else str(value)


def _length(value: dict[str, Any]) -> str:
    parts = [f"{value[unit]} {unit}" for unit in ("years", "months", "days") if value[unit]]
    return " ".join([value["kind"], *parts] if "kind" in value else parts)


def _order(order: dict[str, Any]) -> str:
    reason = f" ({order['reason']})" if "reason" in order else ""
    return f"{order['authority'] or '?'}: {order['start'] or '?'} to {order['end'] or '?'}{reason}"


def _quote(text: str, passage: list[int] | None) -> str:
    return " ".join(text[passage[0] : passage[1]].split()) if passage else ""
