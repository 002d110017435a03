"""Pieces of a display within 80 columns: blocks with titles, rows whose second lines are set in, occurrences in a line or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ontherecord.analysis.occurrences import Happening
from ontherecord.cli.show import QUAD, shortened
from ontherecord.ontology import quad

DEPTH = 2


def block(console: Console, title: str, rows: Sequence[RenderableType], most: int | None = None) -> None:
    """A title and the first `most` rows; how many there are besides. Nothing for no rows."""
    if not rows:
        return
    console.print(Text(f"\n{title}", style="bold underline"))
    for row in rows[:most]:
        console.print(row)
    if most is not None and len(rows) > most:
        console.print(Text(f"… and {len(rows) - most:,} more (--since and --until narrow it, --json has all)", style="dim"))


def under(head: Text, *lines: RenderableType) -> RenderableType:
    """A head and what belongs to it, set in; longer lines go on where they began."""
    return Group(head, *(Padding(line, (0, 0, 0, DEPTH), expand=False) for line in lines))


def labelled(label: str, words: RenderableType) -> Table:
    """A code ("CHN") with words beside it, which stay in their column."""
    row = Table.grid(padding=(0, 2, 0, 0))
    row.add_column(no_wrap=True, style="bold")
    row.add_column(ratio=1, overflow="fold")
    row.add_row(label, words)
    return row


def quoted(words: str, most: int) -> Text:
    return Text(f"“{shortened(words, most).strip('“”')}”", style="italic")


def many(number: int, thing: str) -> str:
    """ "2 copies"."""
    plural = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{number:,} {thing if number == 1 else plural}"


def signed(value: float) -> str:
    """ "+2.5", "−1.0", "0"."""
    return f"{value:+.1f}".replace("-", "\u2212") if value else "0"


def happened(h: Happening, labels: Mapping[str, str], words: str | None = None) -> RenderableType:
    """An occurrence: day, type, parties; the sentence that first tells it; issues, reports, id."""
    kind = h.type + (f" {h.mode}" if h.mode else "") + (f", {h.aux}" if h.aux else "")
    told = many(len(h.documents), "report") + (f" and {many(len(h.copies), 'copy')}" if h.copies else "")
    about = ", ".join(labels.get(i, i.replace("-", " ")) for i in h.issues)
    head = Text.assemble((f"{day_of(h)}  ", "bold"), (kind, QUAD[quad(h.type)]), f"  {parties(h)}")
    lines = [quoted(words, 150)] if words else []
    return under(head, *lines, Text(" · ".join(x for x in (about, told, h.id) if x), style="dim"))


def day_of(h: Happening) -> str:
    if h.date is None:
        return f"by {h.day}" if h.day else "no date"
    return h.date["start"] if h.date["start"] == h.date["end"] else f"{h.date['start']} – {h.date['end']}"


def parties(h: Happening) -> str:
    """ "CHL → NOR"; those who meet, or act together, have no arrow."""
    if h.type == "CONSULT" or not h.recipients:
        return " – ".join(sorted(h.parties)) or "?"
    return f"{', '.join(h.actors) or '?'} → {', '.join(h.recipients)}"
