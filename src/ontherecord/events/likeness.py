"""How the coder read an event, for whoever asks why: the types it weighed, and the corpus's events that it read most alike."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontherecord.errors import CoderError
from ontherecord.events.choice import in_use
from ontherecord.events.coder import FOLDER, REMEDY, Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ontherecord.records import Event, Record
    from ontherecord.spans import Span

AXES = 96
VECTORS, EXAMPLES = "nearest.npy", "nearest.json.gz"


@dataclass(frozen=True, slots=True)
class Alike:
    """A sentence of the corpus with the event that it tells; `likeness` from -1 to 1 (cosine). `trigger`: code points of `text`."""

    text: str
    trigger: Place
    type: str
    mode: str | None
    document: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Reading:
    """`types`: the likeliest with their shares, "NONE" for no event, best first. `alike`: the nearest of the corpus, each of another
    document, nearest first."""

    types: tuple[tuple[str, float], ...]
    alike: tuple[Alike, ...]


def reading(record: Record, event: Event, *, most: int = 3) -> Reading | None:
    """How the learned coder reads an event where it is told first and best; None where it is not in use.

    Raises CoderError where the coder or what it read of the corpus cannot be loaded.
    """
    coder = in_use()
    if coder is None:
        return None
    start, text = event.evidence.start, event.evidence.of(record.document.text)
    parties = [_nearest(record, ids, event) for ids in (event.actors, event.recipients)]
    if parties[1] is None and len(event.actors) > 1:  # who met: the one and the other
        parties = [_nearest(record, event.actors[:1], event), _nearest(record, event.actors[1:], event)]
    question = tuple(_within(span, start) for span in (*parties, event.trigger))
    judged, read = coder.look(text, question)  # type: ignore[arg-type]
    ranked = sorted(judged.types.items(), key=lambda t: -t[1])[:most]
    return Reading(tuple(ranked), _alike(read, most))


def _nearest(record: Record, ids: Sequence[str], event: Event) -> Span | None:
    """Where in the event's sentence one of the actors is mentioned, nearest to the trigger."""
    mentions = [m for a in record.actors if a.id in ids for m in a.mentions]
    here = [m for m in mentions if event.evidence.start <= m.start and m.end <= event.evidence.end]
    return min(here, key=lambda m: abs(m.start - event.trigger.start), default=None)


def _within(span: Span | None, start: int) -> Place | None:
    return (span.start - start, span.end - start) if span else None


def _alike(read: NDArray[Any], most: int) -> tuple[Alike, ...]:
    import numpy

    vectors, rows = _corpus(FOLDER)
    length = float(numpy.linalg.norm(read)) or 1.0
    likeness = vectors @ (read / length) / 127.0
    found: dict[str, Alike] = {}
    for n in numpy.argsort(-likeness)[: 20 * most]:
        row = rows[int(n)]
        near = Alike(row["text"], tuple(row["trigger"]), row["type"], row["mode"], row["document"], round(float(likeness[n]), 3))
        found.setdefault(near.document, near)
    return tuple(found.values())[:most]


@lru_cache(maxsize=1)
def _corpus(folder: Path) -> tuple[NDArray[Any], list[dict[str, Any]]]:
    import numpy

    try:
        rows: list[dict[str, Any]] = json.loads(gzip.decompress((folder / EXAMPLES).read_bytes()))
        return numpy.load(folder / VECTORS).astype(numpy.float32), rows
    except (OSError, ValueError) as fault:
        raise CoderError(f"What the coder read of the corpus cannot be loaded from {folder} ({fault}). {REMEDY}") from fault
