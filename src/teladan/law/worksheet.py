"""The worksheet for people on a terminal: the sum, the dates, the rights and what is missing."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from teladan.law import words
from teladan.law.terms import months_and_days

LANGUAGE = "id"
STATUS = {
    "eligible": ("sudah memenuhi syarat", "green"),
    "upcoming": ("menunggu waktunya", "blue"),
    "blocked": ("belum memenuhi syarat", "yellow"),
    "needs_facts": ("data belum lengkap", "magenta"),
    "excluded": ("tidak berhak", "red"),
    "closed": ("tidak berlaku", "dim"),
}
DATES = (
    ("start", "Mulai dihitung"),
    ("one_third", "1/3"),
    ("half", "1/2"),
    ("two_thirds", "2/3"),
    ("expiry_initial", "Ekspirasi awal"),
    ("expiry", "Ekspirasi akhir"),
    ("release", "Bebas"),
)


class Paper(Console):
    """The terminal, or a pipe."""

    def on_broken_pipe(self) -> None:
        """Leave it to the program how it ends when the reader has gone; rich would end it with 1."""
        raise BrokenPipeError


def show(assessment: Mapping[str, Any], _facts: Mapping[str, Any] | None = None) -> None:
    """Print the worksheet; the width follows the terminal."""
    console = Paper(highlight=False, soft_wrap=False)
    console.print(Text(f"Lembar hitung, {_date(assessment['as_of'])}", style="bold"))
    console.print(_dates(assessment["timeline"]))
    _sum(console, assessment["sums"])
    console.print(_rights(assessment["rights"]))
    _open_questions(console, assessment["rights"])
    for note in assessment["notes"]:
        console.print(Text(f"Catatan: {note['text'][LANGUAGE]}{_law(note['law'])}", style="italic"))


def _date(text: str | None) -> str:
    return "-" if text is None else words.spell(words.date_from(text), LANGUAGE)


def _law(cites: list[Mapping[str, str]]) -> str:
    shown = "; ".join(f"{c['regulation']} pasal {c['article']} [{c['confidence']}]" for c in cites)
    return f" ({shown})" if shown else ""


def _dates(timeline: Mapping[str, Any]) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, title in DATES:
        table.add_row(title, Text(_date(timeline[name]), style="bold"))
    table.add_row("Register", timeline["register"] or "-")
    return table


def _sum(console: Console, steps: list[Mapping[str, Any]]) -> None:
    console.print(Text("\nHitungan", style="bold"))
    for number, step in enumerate(steps, 1):
        console.print(Text(f"{number:>2}. {step['text'][LANGUAGE]}{_law(step['law'])}"))
    console.print()


def _rights(rights: list[Mapping[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for title in ("Hak", "Keadaan", "Tanggal", "Lama", "Sampai"):
        table.add_column(title, no_wrap=title != "Hak")
    for right in rights:
        told, style = STATUS[right["status"]]
        days = right["length_days"]
        length = "-" if days is None else words.length(0, *months_and_days(days), LANGUAGE)
        row = (_date(right["date"]), length, _date(right["ends"]))
        table.add_row(right["title"][LANGUAGE], Text(told, style=style), *row)
    return table


def _open_questions(console: Console, rights: list[Mapping[str, Any]]) -> None:
    for right in rights:
        lacking = [finding for finding in right["findings"] if finding["met"] is not True]
        if right["status"] in ("closed", "excluded", "eligible") or not lacking:
            continue
        console.print(Text(f"\n{right['title'][LANGUAGE]}", style="bold"))
        for finding in lacking:
            mark = "?" if finding["met"] is None else "-"
            console.print(Text(f"  {mark} {finding['text'][LANGUAGE]}{_law(finding['law'])}"))
    console.print()
