"""The relation task: one sentence, its actor marked <s> and its recipient <t>; which type is told between them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontherecord.actors import find_cast
from ontherecord.attribution import attribute, innermost
from ontherecord.evaluation.measures import Plain
from ontherecord.events import speakers
from ontherecord.events.find import Finder
from ontherecord.events.frames import Frame
from ontherecord.language import Grammar, Parsed, parse_many
from ontherecord.records import Document, Part
from ontherecord.spans import Span

# Words of sanctions proper, which the older convention codes as COERCE.
IMPOSED = {"sanction", "embargo"}
MARKS = ("<s>", "</s>", "<t>", "</t>")


def unmarked(marked: str) -> tuple[str, Span | None, Span | None]:
    """The sentence without its marks, and where actor and recipient stand in it; None for one that is not marked."""
    places: dict[str, int] = {}
    text = marked
    while True:
        found = [(text.find(m), m) for m in MARKS if m in text]
        if not found:
            break
        at, mark = min(found)
        places[mark] = at
        text = text[:at] + text[at + len(mark) :]
    actor, recipient = (
        Span(places[a], places[b]) if a in places and b in places and places[a] < places[b] else None for a, b in (MARKS[:2], MARKS[2:])
    )
    return text, actor, recipient


def relation_types(gold: Sequence[Plain]) -> Iterator[Plain]:
    """For each gold line the type that the lexicon tells between the marked words: `id`, `type` ("NONE" where none), `confidence`."""
    cut = [unmarked(g["marked"]) for g in gold]
    parses = parse_many((text, (Part("story", Span(0, len(text))),)) for text, _, _ in cut)
    for g, (text, actor, recipient), parsed in zip(gold, cut, parses, strict=True):
        grammar = Grammar(parsed)
        document = Document(text, parts=(Part("story", Span(0, len(text))),))
        cast = find_cast(document, parsed, grammar)
        statements = attribute(document, parsed, grammar, cast)
        finder = Finder(grammar, cast, speakers([statements[n] if n >= 0 else None for n in innermost(statements, parsed)]))
        frame = _between(finder, parsed, actor, recipient)
        yield {"id": g["id"], "type": older(frame) if frame else "NONE", "confidence": 0.5 if frame else 0.0}


def older(frame: Frame) -> str:
    """A frame's type by the older convention of the PLV set, as its paper's categories have it.

    There, imposed sanctions and embargoes are COERCE, convictions ACCUSE, and promised or announced yielding ("agreed to release")
    is AGREE. The map is fixed, and used for this task alone.
    """
    if frame.type == "SANCTION":
        words = set(frame.entry.words) | (set(frame.entry.object.lemmas) if frame.entry.object else set())
        return "ACCUSE" if frame.mode == "convict" else "COERCE" if words & IMPOSED else "SANCTION"
    if frame.type == "CONCEDE" and (frame.entry.op == "commit" or frame.aux == "future"):
        return "AGREE"
    return frame.type or "NONE"


def _between(finder: Finder, parsed: Parsed, actor: Span | None, recipient: Span | None) -> Frame | None:
    """The frame whose parties are the marked words; where none has them, the one that stands nearest to both."""
    marked = {
        side: {m.head for m in finder.cast.mentions if span is not None and m.span.overlaps(span)}
        for side, span in (("a", actor), ("r", recipient))
    }
    ids = {side: {i for h in heads if (m := finder.cast.at(h)) for i in m.actors} for side, heads in marked.items()}

    def fit(frame: Frame) -> tuple[int, int]:
        at = parsed.tokens[frame.trigger].start
        held = bool(ids["a"] & set(frame.actors)) + bool(ids["r"] & {*frame.recipients, *(frame.actors if frame.together else ())})
        return held, -sum(abs(at - s.start) for s in (actor, recipient) if s is not None)

    return max(finder.frames(), key=fit, default=None)
