"""Dyads, issue ledgers and positions for the eye, within 80 columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ontherecord.analysis import Dyad, IssueLedger, Matter, Positions
from ontherecord.analysis.changes import alerted, turned
from ontherecord.analysis.codes import name
from ontherecord.analysis.commitments import Commitment
from ontherecord.analysis.positions import Standing
from ontherecord.analysis.series import FLOOR, Period
from ontherecord.analysis.states import RULES
from ontherecord.cli.layout import block, day_of, happened, labelled, many, parties, quoted, signed, under

# What a terminal page holds; --json has all.
MOST_OCCURRENCES, MOST_ISSUES, MOST_ROWS, MOST_MONTHS, MOST_TURNS = 12, 12, 8, 12, 6
STATE = {
    "raised": "white", "contested": "yellow", "under-discussion": "cyan", "agreed": "green", "carried-out": "bold green",
    "broken-off": "red", "open": "cyan", "kept": "green", "broken": "red",
}  # fmt: skip
TREND = {"warming": "↗ warming", "cooling": "↘ cooling", "steady": "→ steady", None: ""}
# Stances that are not verbs by themselves.
BEING = ("open-to", "committed-to")


def show_dyad(dyad: Dyad, words: Mapping[str, str], console: Console | None = None) -> None:
    """The relationship on a page: issues and where they stand, what happened, positions, commitments, months, turns and alerts.

    `words` holds the sentences that tell the latest occurrences.
    """
    console = console or Console()
    console.rule(Text(f"{name(dyad.a)} and {name(dyad.b)}", style="bold"))
    if dyad.note:
        console.print(dyad.note, markup=False)
        return
    console.print(Text(_extent(dyad), style="dim"), justify="center")
    labels = {m.id: m.label for m in dyad.issues}
    latest = list(reversed(dyad.occurrences))
    block(console, "Issues, latest first", [_issue(m) for m in dyad.issues], MOST_ISSUES)
    block(console, "What happened, latest first", [happened(h, labels, words.get(h.id)) for h in latest], MOST_OCCURRENCES)
    block(console, "Positions", [_position(p) for p in dyad.positions], MOST_ROWS)
    block(console, "Promises, latest first", [_promise(c, labels) for c in reversed(dyad.commitments)], MOST_ROWS)
    _months(console, [p for p in dyad.series if p.unit == "month"], dyad)
    _changes(console, dyad)
    console.print()
    for what, how in _next(dyad):
        console.print(labelled(what, Text(how, style="dim")))


def _next(dyad: Dyad) -> list[tuple[str, str]]:
    pair = f"{dyad.a} {dyad.b}"
    calls = [("calls", f"otr readouts {pair}")] if any(h.type == "CONSULT" for h in dyad.occurrences) else []
    return [("issues", f"otr issues {pair}"), *calls, ("chart ", f"otr dyad {pair} --plot chart.html")]


def _extent(dyad: Dyad) -> str:
    days = [h.day for h in dyad.occurrences if h.day]
    span = f", {min(days)} to {max(days)}" if days else ""
    return f"{many(len(dyad.occurrences), 'occurrence')} told by {many(len(dyad.documents), 'report')}{span}"


def _issue(matter: Matter, *more: RenderableType) -> RenderableType:
    head = Text.assemble(
        (f"{matter.label}  ", "bold"), (matter.state.replace("-", " "), STATE[matter.state]), f"  {TREND[matter.trend]}".rstrip()
    )
    raised = f"raised by {', '.join(matter.raised_by)}" if matter.raised_by else ""
    told = many(len(matter.occurrences), "occurrence") if matter.occurrences else ""
    facts = Text(" · ".join(x for x in (_span(matter), raised, told) if x), style="dim")
    return under(head, facts, *(labelled(w.country, Text(f"{w.speaker}: ") + quoted(w.quote, 110)) for w in matter.latest), *more)


def _span(matter: Matter) -> str:
    if matter.first is None or matter.first == matter.last:
        return str(matter.first or "no date")
    return f"{matter.first} to {matter.last}"


def _position(p: Standing) -> RenderableType:
    since = str(p.since or "no date") if p.since == p.last else f"since {p.since}, last confirmed {p.last}"
    times = many(len(p.told), "time") if len(p.told) > 1 else ""
    head = Text.assemble((f"{p.country}  ", "bold"), _held(p), (f"  {p.change}" if p.change else "", "yellow"))
    lines: list[RenderableType] = [quoted(p.told[-1].words["text"], 140), Text(" · ".join(x for x in (since, times) if x), style="dim")]
    for change in p.changes:
        if change.before:
            told = Text.assemble(
                (change.kind, "yellow"), f" {change.after.published or ''}: before ", quoted(change.before.words["text"], 100)
            )
            lines.append(told + Text(", then ") + quoted(change.after.words["text"], 100))
    return under(head, *lines)


def _held(p: Standing) -> str:
    """ "does not accept arbitration"."""
    verb, _, rest = p.stance.partition("-")
    if p.stance in BEING:
        phrase = f"is {'' if p.affirmed else 'not '}{p.stance.replace('-', ' ')}"
    else:
        bare = f"{verb[:-3]}y" if verb.endswith("ies") else verb.removesuffix("s")
        phrase = f"{verb if p.affirmed else f'does not {bare}'} {rest}".rstrip()
    held = p.object.removeprefix("to ") if phrase.endswith(" to") else p.object
    return f"{phrase} {held}"


def _promise(c: Commitment, labels: Mapping[str, str]) -> RenderableType:
    fate = c.fate + (f" by {c.by_occurrence}" if c.by_occurrence else "")
    about = ", ".join(labels.get(i, i.replace("-", " ")) for i in c.issues)
    head = Text.assemble((f"{c.source} → {c.target}  ", "bold"), (fate, STATE[c.fate]), f"  due {c.due}" if c.due else "")
    facts = Text(" · ".join(x for x in (str(c.made or "no date"), about) if x), style="dim")
    return under(head, quoted(c.words["text"], 140), facts)


def _months(console: Console, months: Sequence[Period], dyad: Dyad) -> None:
    """Sums of scores a month, both ways, with their standard error, beside what happened and the number of reports read."""
    if not months:
        return
    console.print(Text("\nCooperation and conflict by month", style="bold underline"))
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("month", width=9)
    for source, target in ((dyad.a, dyad.b), (dyad.b, dyad.a)):
        table.add_column(f"{source} → {target}", justify="right", style="cyan")
        table.add_column("", justify="right", style="yellow", min_width=6)
        table.add_column("±", justify="right", style="dim", min_width=5)
    table.add_column("acts", justify="right")
    table.add_column("reports read", justify="right", style="dim")
    known = {(p.period, p.source): p for p in months}
    for period in sorted({p.period for p in months})[-MOST_MONTHS:]:
        both = [known.get((period, s)) for s in (dyad.a, dyad.b)]
        cells = [cell for p in both for cell in ((signed(p.cooperation), signed(p.conflict), f"{p.error:.1f}") if p else ("", "", ""))]
        acts = {i for p in both if p for i in p.occurrences}
        table.add_row(period, *cells, str(len(acts)), str(next(p.documents for p in both if p)))
    console.print(table)


def _changes(console: Console, dyad: Dyad) -> None:
    known = {h.id: h for h in dyad.occurrences}
    told: list[RenderableType] = [Text(turned(t, known)) for t in dyad.turns[-MOST_TURNS:]]
    told += [Text(alerted(a, known), style="red") for a in dyad.alerts[-MOST_TURNS:]]
    if dyad.alerts:
        rule = f"An alert: the conflict of 30 days, one way, reaches {FLOOR:g} and has not been so high on any day of the year before."
        told.append(Text(rule, style="dim"))
    block(console, "Turns and alerts", told)


def show_issues(found: IssueLedger, console: Console | None = None) -> None:
    """The issue ledger of two countries: each issue with words, acts and promises; all of it, and the rules of the states."""
    console = console or Console()
    console.rule(Text(f"Issues between {name(found.a)} and {name(found.b)}", style="bold"))
    if not found.issues:
        console.print(found.note or "No report names an issue between them.", markup=False)
    for matter in found.issues:
        console.print()
        console.print(_issue(matter, *_acts(matter), *(_kept(c) for c in matter.promised)))
    on_none = [c for c in found.commitments if not c.issues]
    block(console, "Promises on no issue", [_promise(c, {}) for c in on_none])
    states = dict.fromkeys(m.state for m in found.issues)
    block(console, "What the states mean", [labelled(s.replace("-", " "), Text(RULES[s], style="dim")) for s in RULES if s in states])


def _acts(matter: Matter) -> list[RenderableType]:
    """The latest act of each side, and the occurrence that made the state what it is when it is another."""
    acts = {h.id: f"{day_of(h)}  {h.type}{f' {h.mode}' if h.mode else ''}  {parties(h)}" for h in matter.acts.values()}
    lines: list[RenderableType] = [
        Text.assemble(("did  ", "bold"), act, (f" · {i}{', which made it so' if i == matter.decided_by else ''}", "dim"))
        for i, act in acts.items()
    ]
    if matter.decided_by and matter.decided_by not in acts:
        lines.append(Text(f"made so by {matter.decided_by}", style="dim"))
    return lines


def _kept(c: Commitment) -> RenderableType:
    """A promise on an issue, in a line."""
    fate = c.fate + (f" by {c.by_occurrence}" if c.by_occurrence else "") + (f", due {c.due}" if c.due else "")
    told = Text.assemble(f"{c.source} → {c.target} {c.made or ''} ", quoted(c.words["text"], 120), " ", (fate, STATE[c.fate]))
    return labelled("promised", told)


def show_positions(held: Positions, console: Console | None = None) -> None:
    """Who holds what, since when, the latest words, and what changed."""
    console = console or Console()
    console.rule(Text(f"Positions of {name(held.country)}{f' on {name(held.on)}' if held.on else ''}", style="bold"))
    if held.note:
        console.print(held.note, markup=False)
    for standing in held.positions:
        console.print(_position(standing))
