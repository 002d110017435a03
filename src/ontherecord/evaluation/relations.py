"""The relation task: one sentence, its actor marked <s> and its recipient <t>; which type is told between them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontherecord.actors import find_cast
from ontherecord.evaluation.measures import Plain
from ontherecord.events.find import Finder
from ontherecord.events.frames import Frame
from ontherecord.language import Grammar, Parsed, parse_many
from ontherecord.records import Document, Part
from ontherecord.spans import Span

MARKS = ("<s>", "</s>", "<t>", "</t>")


def unmarked(marked: str) -> tuple[str, Span, Span]:
    """The sentence without its marks, and where actor and recipient stand in it.

    Raises ValueError when a mark is missing.
    """
    places: dict[str, int] = {}
    text = marked
    while True:
        found = [(text.find(m), m) for m in MARKS if m in text]
        if not found:
            break
        at, mark = min(found)
        places[mark] = at
        text = text[:at] + text[at + len(mark) :]
    missing = [m for m in MARKS if m not in places]
    if missing:
        raise ValueError(f"The sentence lacks {', '.join(missing)}: {marked[:80]}")
    return text, Span(places["<s>"], places["</s>"]), Span(places["<t>"], places["</t>"])


def relation_types(gold: Sequence[Plain]) -> Iterator[Plain]:
    """For each gold line the type that the lexicon tells between the marked words: `id`, `type` ("NONE" where none), `confidence`."""
    cut = [unmarked(g["marked"]) for g in gold]
    parses = parse_many((text, (Part("story", Span(0, len(text))),)) for text, _, _ in cut)
    for g, (text, actor, recipient), parsed in zip(gold, cut, parses, strict=True):
        grammar = Grammar(parsed)
        cast = find_cast(Document(text, parts=(Part("story", Span(0, len(text))),)), parsed, grammar)
        finder = Finder(grammar, cast, lambda _: ((), ()))
        frame = _between(finder, parsed, actor, recipient)
        yield {"id": g["id"], "type": frame.type if frame else "NONE", "confidence": 0.5 if frame else 0.0}


def _between(finder: Finder, parsed: Parsed, actor: Span, recipient: Span) -> Frame | None:
    """The frame whose parties are the marked words; where none has them, the one that stands nearest to both."""
    marked = {side: {m.head for m in finder.cast.mentions if m.span.overlaps(span)} for side, span in (("a", actor), ("r", recipient))}
    ids = {side: {i for h in heads if (m := finder.cast.at(h)) for i in m.actors} for side, heads in marked.items()}

    def fit(frame: Frame) -> tuple[int, int]:
        at = parsed.tokens[frame.trigger].start
        held = bool(ids["a"] & set(frame.actors)) + bool(ids["r"] & {*frame.recipients, *(frame.actors if frame.together else ())})
        return held, -abs(at - actor.end) - abs(at - recipient.start)

    return max(finder.frames(), key=fit, default=None)
