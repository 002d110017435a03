"""Calls, meetings and their accounts for the eye, within 80 columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ontherecord.analysis import ReadoutList, Readouts
from ontherecord.analysis.codes import name
from ontherecord.analysis.readouts import Row
from ontherecord.cli.layout import block, day_of, happened, labelled, signed, under
from ontherecord.cli.show import shortened

MOST_ROWS = 10
VERDICT = {"both": "green", "differently": "red", "only others": "white"}


def show_list(listed: ReadoutList, console: Console | None = None) -> None:
    """Calls and meetings, newest first, with what to type to see one."""
    console = console or Console()
    console.rule(Text(f"Calls and meetings of {name(listed.a)} and {name(listed.b)}", style="bold"))
    if listed.note:
        console.print(listed.note, markup=False)
        return
    for h in listed.occurrences:
        console.print(happened(h, {}))
        for document in h.documents:
            console.print(Text(f"    {_source(listed.documents[document])}"))
    console.print(Text(f"\nThe accounts of one side by side: otr readouts {listed.occurrences[0].id}", style="dim"))


def _source(document: Mapping[str, Any]) -> str:
    return shortened(" · ".join(x for x in (document["publisher"], document["published"], document["title"]) if x) or "no title", 74)


def show_readouts(told: Readouts, console: Console | None = None) -> None:
    """The accounts side by side: a row an issue, a column a side; what others tell stands below."""
    console = console or Console()
    h = told.occurrence
    console.rule(Text(f"{h.type}{f' {h.mode}' if h.mode else ''} of {', '.join(map(name, told.sides))}, {day_of(h)}", style="bold"))
    for number, (key, document) in enumerate(told.documents.items(), 1):
        console.print(Text(f"[{number}] {_source(document)}{'  (copy)' if key in h.copies else ''}", style="dim"))
    numbers = {key: number for number, key in enumerate(told.documents, 1)}
    console.print()
    if not told.issues:
        console.print("No account names an issue.")
    elif len(told.sides) == 2:
        console.print(_table(told, numbers))
    for row in told.issues:
        if len(told.sides) != 2:
            console.print(_stack(row, told.sides, numbers))
        elif row.cells["others"]:
            console.print(Text.assemble((f"{row.label}, others: ", "bold"), _cell(row, "others", numbers, 150)))
    _acts(console, "Asked", told.requests, numbers)
    _acts(console, "Promised", told.commitments, numbers)
    tones = ", ".join(f"{s} {signed(t)}" for s, t in told.tone.items() if t is not None)
    console.print(Text(f"\nTone, from -10 to +10: {tones or 'no words that have one'}"))
    labels = {row.id: row.label for row in told.issues}
    for side, issues in told.left_out.items():
        if issues:
            console.print(Text.assemble((f"{side} left out: ", "bold"), ", ".join(labels[i] for i in issues)))


def _table(told: Readouts, numbers: Mapping[str, int]) -> Table:
    table = Table(box=None, padding=(0, 1, 1, 0), show_edge=False, header_style="bold")
    table.add_column("issue", width=18, overflow="fold")
    for side in told.sides:
        table.add_column(name(side), ratio=1, overflow="fold")
    for row in told.issues:
        label = Text.assemble((row.label, "bold"), "\n", (row.verdict, VERDICT.get(row.verdict, "yellow")))
        table.add_row(label, *(_cell(row, side, numbers, 170) for side in told.sides))
    return table


def _cell(row: Row, side: str, numbers: Mapping[str, int], most: int) -> Text:
    """The first words, in full where they fit, and how many more there are."""
    entries = row.cells[side]
    if not entries:
        return Text("–", style="dim")
    first = entries[0]
    cell = Text.assemble((shortened(first.span["text"], most), "italic"), (f" [{numbers.get(first.document, '?')}]", "dim"))
    return cell.append(f" and {len(entries) - 1} more", "dim") if len(entries) > 1 else cell


def _stack(row: Row, sides: Sequence[str], numbers: Mapping[str, int]) -> RenderableType:
    head = Text.assemble((row.label, "bold"), "  ", (row.verdict, VERDICT.get(row.verdict, "yellow")))
    return under(head, *(labelled(s, _cell(row, s, numbers, 150)) for s in (*sides, "others") if row.cells[s]))


def _acts(console: Console, title: str, acts: Sequence[Mapping[str, Any]], numbers: Mapping[str, int]) -> None:
    """Acts that several accounts tell in the same words are shown once."""
    rows = [
        labelled(
            f"{', '.join(a['by'])}{f' → {target}' if (target := ', '.join(a['to'])) else ''}",
            Text.assemble((shortened(a["span"]["text"], 140), "italic"), (f" [{numbers.get(a['document'], '?')}]", "dim")),
        )
        for a in {(tuple(a["by"]), tuple(a["to"]), a["document"], a["span"]["start"]): a for a in acts}.values()
    ]
    block(console, title, rows, MOST_ROWS)
