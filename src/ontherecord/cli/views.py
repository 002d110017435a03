"""Dyads and readouts for the eye, within 80 columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from ontherecord.analysis import Dyad, Matter, Positions, ReadoutList, Readouts
from ontherecord.analysis.codes import name
from ontherecord.analysis.occurrences import Happening
from ontherecord.analysis.readouts import Row
from ontherecord.analysis.series import Period
from ontherecord.cli.show import QUAD, shortened
from ontherecord.ontology import quad

# What a terminal page holds; --json has all.
MOST_OCCURRENCES, MOST_ISSUES, MOST_ROWS, MOST_MONTHS = 15, 15, 10, 12
STATE = {
    "raised": "white", "contested": "yellow", "under-discussion": "cyan", "agreed": "green", "carried-out": "bold green",
    "broken-off": "red", "open": "cyan", "kept": "green", "broken": "red",
}  # fmt: skip
TREND = {"warming": "↗ warming", "cooling": "↘ cooling", "steady": "→ steady", None: ""}
VERDICT = {"both": "green", "differently": "red", "only others": "white"}


def show_dyad(dyad: Dyad, console: Console | None = None) -> None:
    """The relationship on a page: issues and where they stand, what happened, positions, commitments, months."""
    console = console or Console()
    console.rule(Text(f"{name(dyad.a)} and {name(dyad.b)}", style="bold"))
    if dyad.note:
        console.print(dyad.note, markup=False)
        return
    console.print(Text(_extent(dyad), style="dim"), justify="center")
    for title, rows, most in (
        ("Issues", [_issue(m) for m in dyad.issues], MOST_ISSUES),
        ("What happened, newest first", [_happening(h) for h in reversed(dyad.occurrences)], MOST_OCCURRENCES),
        ("Positions", [_position(p.as_plain()) for p in dyad.positions], MOST_ROWS),
        ("Commitments", [_commitment(c.as_plain()) for c in dyad.commitments], MOST_ROWS),
    ):
        _block(console, title, rows, most)
    _months(console, [p for p in dyad.series if p.unit == "month"], dyad)
    for turn in dyad.turns:
        console.print(f"Turn in {turn.period}, {turn.source} → {turn.target}: a week's balance went from {turn.before} to {turn.after}.")
    for alert in dyad.alerts:
        console.print(
            f"Alert {alert.day}, {alert.source} → {alert.target}: 30 days of conflict at {alert.level}, a year's most {alert.highest}.",
            style="red",
        )
    if any(h.type == "CONSULT" for h in dyad.occurrences):
        console.print(Text(f"\nAccounts of each call and meeting side by side: otr readouts {dyad.a} {dyad.b}", style="dim"))


def _extent(dyad: Dyad) -> str:
    days = [h.day for h in dyad.occurrences if h.day]
    span = f", {min(days)} to {max(days)}" if days else ""
    return f"{_many(len(dyad.occurrences), 'occurrence')} told by {_many(len(dyad.documents), 'report')}{span}"


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _block(console: Console, title: str, rows: Sequence[Text], most: int) -> None:
    if not rows:
        return
    console.print(Text(f"\n{title}", style="bold"))
    for row in rows[:most]:
        console.print(row)
    if len(rows) > most:
        console.print(Text(f"… and {len(rows) - most} more (--json has all)", style="dim"))


def _issue(matter: Matter) -> Text:
    raised = f"raised by {', '.join(matter.raised_by)}" if matter.raised_by else "raised by neither"
    head = Text.assemble(
        (f"{matter.label}  ", "bold"), (matter.state.replace("-", " "), STATE[matter.state]), f"  {TREND[matter.trend]}".rstrip(),
        (f"\n  {_span(matter)}; {raised}; {_many(len(matter.occurrences), 'occurrence')}", "dim"),
    )  # fmt: skip
    for words in matter.latest:
        head.append(f"\n  {words.country}  ", "bold")
        head.append(f"{words.speaker}: “{shortened(words.quote, 110).strip('“”')}”", "italic")
    return head


def _span(matter: Matter) -> str:
    if matter.first is None or matter.first == matter.last:
        return str(matter.first or "no date")
    return f"{matter.first} to {matter.last}"


def _happening(h: Happening) -> Text:
    kind = h.type + (f" {h.mode}" if h.mode else "") + (f", {h.aux}" if h.aux else "")
    told = _many(len(h.documents), "report") + (f" and {_many(len(h.copies), 'copy')}".replace("copys", "copies") if h.copies else "")
    return Text.assemble(
        (f"{_day(h)}  ", "bold"), (kind, QUAD[quad(h.type)]), f"  {_parties(h)}",
        (f"\n  {', '.join(h.issues) or 'no issue named'}; {told}; {h.id}", "dim"),
    )  # fmt: skip


def _day(h: Happening) -> str:
    if h.date is None:
        return f"by {h.day}" if h.day else "no date"
    return h.date["start"] if h.date["start"] == h.date["end"] else f"{h.date['start']} – {h.date['end']}"


def _parties(h: Happening) -> str:
    left, right = ", ".join(h.actors) or "?", ", ".join(h.recipients)
    return f"{left} → {right}" if right else left.replace(", ", " – ")


def _position(p: Mapping[str, Any]) -> Text:
    since = p["since"] if p["since"] == p["last"] else f"{p['since']} to {p['last']}"
    return Text.assemble(
        (f"{p['country']}  ", "bold"), f"{'' if p['affirmed'] else 'not '}{p['stance']}: {p['object']}",
        (f"  {p['change']}", "yellow") if p["change"] else "", (f"\n  {since}  “{shortened(p['span']['text'], 120)}”", "dim"),
    )  # fmt: skip


def _commitment(c: Mapping[str, Any]) -> Text:
    fate = c["state"] + (f" by {c['by_occurrence']}" if c["by_occurrence"] else "")
    about = f"  {', '.join(c['issues'])}" if c["issues"] else ""
    due = f"  due {c['due']}" if c["due"] else ""
    return Text.assemble(
        (f"{c['by']} → {c['to']}", "bold"), about, due, "  ", (fate, STATE[c["state"]]),
        (f"\n  {c['made'] or 'no date'}  “{shortened(c['span']['text'], 120)}”", "dim"),
    )  # fmt: skip


def _months(console: Console, months: Sequence[Period], dyad: Dyad) -> None:
    """Sums of scores a month, both ways, beside the number of reports read."""
    if not months:
        return
    table = Table(box=None, padding=(0, 2, 0, 0), title="Cooperation and conflict by month", title_justify="left", title_style="bold")
    table.add_column("month")
    for source, target in ((dyad.a, dyad.b), (dyad.b, dyad.a)):
        table.add_column(f"{source} → {target}", justify="right")
        table.add_column("", justify="right", style="red")
    table.add_column("reports read", justify="right", style="dim")
    known = {(p.period, p.source): p for p in months}
    for period in sorted({p.period for p in months})[-MOST_MONTHS:]:
        both = [known.get((period, s)) for s in (dyad.a, dyad.b)]
        cells = [cell for p in both for cell in ((f"{p.cooperation:+.1f}", f"{p.conflict:.1f}" if p.conflict else "") if p else ("", ""))]
        table.add_row(period, *cells, str(next(p.documents for p in both if p)))
    console.print()
    console.print(table)


def show_issues(dyad: Dyad, console: Console | None = None) -> None:
    """The issue ledger of two countries, with its open and settled commitments; all of it."""
    console = console or Console()
    console.rule(Text(f"Issues between {name(dyad.a)} and {name(dyad.b)}", style="bold"))
    if not dyad.issues:
        console.print(dyad.note or "No report names an issue between them.", markup=False)
    _block(console, "Issues", [_issue(m) for m in dyad.issues], len(dyad.issues))
    _block(console, "Commitments", [_commitment(c.as_plain()) for c in dyad.commitments], len(dyad.commitments))


def show_positions(held: Positions, console: Console | None = None) -> None:
    """Who holds what, since when, and the latest words."""
    console = console or Console()
    console.rule(Text(f"Positions of {name(held.country)}{f' on {name(held.on)}' if held.on else ''}", style="bold"))
    if held.note:
        console.print(held.note, markup=False)
    for standing in held.positions:
        console.print(_position(standing.as_plain()))


def show_list(listed: ReadoutList, console: Console | None = None) -> None:
    """Calls and meetings, newest first, with what to type to see one."""
    console = console or Console()
    console.rule(Text(f"Calls and meetings of {name(listed.a)} and {name(listed.b)}", style="bold"))
    if listed.note:
        console.print(listed.note, markup=False)
        return
    for h in listed.occurrences:
        console.print(_happening(h))
        for document in h.documents:
            console.print(Text(f"    {_source(listed.documents[document])}"))
    console.print(Text(f"\nThe accounts of one side by side: otr readouts {listed.occurrences[0].id}", style="dim"))


def _source(document: Mapping[str, Any]) -> str:
    return shortened(" · ".join(x for x in (document["publisher"], document["published"], document["title"]) if x) or "no title", 74)


def show_readouts(told: Readouts, console: Console | None = None) -> None:
    """The accounts side by side: a row an issue, a column a side; what others tell stands below."""
    console = console or Console()
    h = told.occurrence
    console.rule(Text(f"{h.type}{f' {h.mode}' if h.mode else ''} of {', '.join(map(name, told.sides))}, {_day(h)}", style="bold"))
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
            console.print(Group(*_stack(row, told.sides, numbers)))
        elif row.cells["others"]:
            console.print(Text.assemble((f"{row.label}, others: ", "bold"), _cell(row, "others", numbers, 150)))
    _acts(console, "Asked", told.requests, numbers)
    _acts(console, "Promised", told.commitments, numbers)
    tones = ", ".join(f"{s} {t:+.1f}" for s, t in told.tone.items() if t is not None)
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


def _stack(row: Row, sides: Sequence[str], numbers: Mapping[str, int]) -> list[Text]:
    head = Text.assemble((row.label, "bold"), "  ", (row.verdict, VERDICT.get(row.verdict, "yellow")))
    return [head, *(Text.assemble((f"  {s}  ", "bold"), _cell(row, s, numbers, 150)) for s in (*sides, "others") if row.cells[s])]


def _acts(console: Console, title: str, acts: Sequence[Mapping[str, Any]], numbers: Mapping[str, int]) -> None:
    rows = [
        Text.assemble(
            (f"{', '.join(a['by'])}{f' → {target}' if (target := ', '.join(a['to'])) else ''}  ", "bold"),
            (shortened(a["span"]["text"], 140), "italic"), (f" [{numbers.get(a['document'], '?')}]", "dim"),
        )
        for a in acts
    ]  # fmt: skip
    _block(console, title, rows, MOST_ROWS)
