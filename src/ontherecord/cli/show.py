"""Records for the eye: the text with coloured spans, a table of events with their chains."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ontherecord.attribution import certainty
from ontherecord.events import Alike, Reading, reading
from ontherecord.pipeline import Coded
from ontherecord.records import Actor, Event, Interval, Position, Record, SourceLink, Statement

# Characters of a corpus sentence that are shown on each side of the word that tells its event.
AROUND = 90
# One colour a quad class, the same in every view.
QUAD = {"verbal cooperation": "cyan", "material cooperation": "green", "verbal conflict": "yellow", "material conflict": "red"}


def show_record(record: Record, console: Console | None = None) -> None:
    """The report's text with its events and statements marked, then what they say as tables."""
    console = console or Console()
    document = record.document
    head = " · ".join(x for x in (document.title, document.publisher, document.agency, document.published) if x)
    console.rule(Text(head or document.source, style="bold"))
    console.print(_marked(record))
    console.print()
    names = {a.id: a for a in record.actors}
    if record.events:
        console.print(_events(record, names))
    if record.statements:
        console.print(_statements(record, names))
    if record.positions:
        console.print(_positions(record, names))
    if record.issues:
        console.print(
            Text.assemble(
                ("Issues  ", "bold"), " · ".join(f"{i.label} ({'–'.join(i.between)})" if i.between else i.label for i in record.issues)
            )
        )
    if not (record.events or record.statements):
        console.print("Nothing in this report tells what states did or said to each other.")


def _marked(record: Record) -> Text:
    text = Text(record.document.text)
    for statement in record.statements:
        for span in statement.content:
            text.stylize("italic", span.start, span.end)
    for actor in record.actors:
        for span in actor.mentions:
            text.stylize("underline", span.start, span.end)
    for event in record.events:
        for span in event.mentions:
            text.stylize(f"bold reverse {QUAD[event.quad]}", span.start, span.end)
    for part in record.document.parts:
        if part.kind not in ("story", "title"):
            text.stylize("dim", part.span.start, part.span.end)
    return text


def _events(record: Record, names: dict[str, Actor]) -> Table:
    table = _table("Events")
    for e in record.events:
        words = "; ".join(dict.fromkeys(m.of(record.document.text) for m in e.mentions))
        head = Text.assemble((kind(e), f"bold {QUAD[e.quad]}"), "  ", (when(e.date), "bold"))
        table.add_row(
            e.id, Text("\n").join([head, Text(parties(e, names)), Text(f"“{words}”{amounts(e)} — {chain(e.according_to)}", style="dim")])
        )
    return table


def _statements(record: Record, names: dict[str, Actor]) -> Table:
    table = _table("Statements")
    for s in record.statements:
        words = shortened(" … ".join(c.of(record.document.text) for c in s.content))
        presented = certainty(s, record.document.text)
        head = Text.assemble((speaker(s, record, names), "bold"), (f", {s.form}{presented and ', '}{presented}", "dim"))
        table.add_row(s.id, Text("\n").join([head, Text(words, style="italic"), Text(f"— {chain(s.according_to)}", style="dim")]))
    return table


def _positions(record: Record, names: dict[str, Actor]) -> Table:
    table = _table("Positions")
    for p in record.positions:
        head = Text.assemble((people((p.holder,), names), "bold"), f"  {position(p, names)}")
        table.add_row(p.id, Text("\n").join([head, Text(shortened(p.evidence.of(record.document.text)), style="italic dim")]))
    return table


def _table(title: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_header=False, box=None, padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, style="dim", width=4)
    table.add_column(overflow="fold")
    return table


def parties(event: Event, names: dict[str, Actor]) -> str:
    """ "Xi Jinping [CHN] → Donald Trump [USA]"; a meeting has no arrow."""
    left, right = people(event.actors, names) or "?", people(event.recipients, names)
    return f"{left} → {right}" if right else left


def kind(event: Event) -> str:
    """ "CONSULT phone, future"."""
    return event.type + (f" {event.mode}" if event.mode else "") + (f", {event.aux}" if event.aux else "")


def people(ids: tuple[str, ...], names: dict[str, Actor]) -> str:
    return ", ".join(f"{names[i].name} [{names[i].country or '?'}]" for i in ids)


def when(date: Interval | None) -> str:
    if date is None:
        return "?"
    return str(date.start) if date.start == date.end else f"{date.start} – {date.end}"


def amounts(event: Event) -> str:
    return "".join(f" ({a.value:,.0f} {a.unit})" for a in event.amounts)


def chain(links: tuple[SourceLink, ...]) -> str:
    """Outermost first: "AFP › CCTV (CHN, state) › Xi Jinping"."""
    return (
        " › ".join(
            link.name + (f" ({', '.join(x for x in (link.country, link.ownership) if x)})" if link.ownership else "") for link in links
        )
        or "–"
    )


def speaker(statement: Statement, record: Record, names: dict[str, Actor]) -> str:
    if statement.speaker is not None:
        return people((statement.speaker,), names)
    return f"“{statement.source.of(record.document.text)}”" if statement.source else "?"


def position(p: Position, names: dict[str, Actor]) -> str:
    held = names[p.object].name if p.object in names else p.object
    return ("" if p.affirmed else "not ") + f"{p.stance}: {held}" + (f" ({p.change})" if p.change else "")


def shortened(words: str, most: int = 160) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def show_explanation(coded: Coded, event: str | None, console: Console | None = None) -> None:
    """For each event the tellings that made it: the lexicon entry, the grammar, what else would have fitted."""
    console = console or Console()
    record = coded.record
    text, names = record.document.text, {a.id: a for a in record.actors}
    for e in record.events:
        if event is not None and e.id != event:
            continue
        console.print(Text.assemble((f"{e.id}  {kind(e)}", f"bold {QUAD[e.quad]}"), f"  confidence {e.confidence:.2f}"))
        console.print(Text(shortened(e.evidence.of(text), 300), style="italic"))
        for told in coded.told:
            if told.event.trigger not in e.mentions or told.event.type != e.type:
                continue
            entry = told.frame.entry
            console.print(f"  “{told.event.trigger.of(text)}”: {entry.kind} phrase {entry.id}", markup=False)
            for why in told.frame.why:
                console.print(f"    {why}", markup=False)
            for s in (s for s in record.statements if any(c.covers(told.event.trigger) for c in s.content)):
                presented = certainty(s, text) or "in their own words"
                console.print(f"    told by {speaker(s, record, names)} ({s.id}): {presented}", markup=False)
            rivals = ", ".join(f"{r.type or r.op} ({r.id})" for r in told.frame.rivals)
            console.print(f"    runner-up: {rivals or 'none'}", markup=False)
        _show_reading(reading(record, e), console)
        console.print()


def _show_reading(read: Reading | None, console: Console) -> None:
    """What the learned coder made of it, and what it had read most alike."""
    if read is None:
        return
    weighed = ", ".join(f"{'no event' if t == 'NONE' else t} {share:.0%}" for t, share in read.types)
    console.print(f"  the coder weighs: {weighed}", markup=False)
    for near in read.alike:
        mode = f"/{near.mode}" if near.mode else ""
        console.print(f"    alike ({near.likeness:.2f}) {near.type}{mode}, corpus {near.document}: {_told(near)}", markup=False)


def _told(near: Alike) -> str:
    """A sentence of the corpus with the word that tells its event in quotation marks, shortened around it."""
    start, end = near.trigger
    before, after = near.text[:start], near.text[end:]
    before = before if len(before) <= AROUND else "…" + before[-AROUND:].partition(" ")[2]
    after = after if len(after) <= AROUND else after[:AROUND].rpartition(" ")[0] + "…"
    return f"{before}“{near.text[start:end]}”{after}"
