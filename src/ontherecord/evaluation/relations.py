"""The relation task: one sentence, its actor marked <s> and its recipient <t>; which type is told between them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ontherecord.actors import find_cast
from ontherecord.attribution import attribute, innermost
from ontherecord.evaluation.measures import MERGED, Plain
from ontherecord.events import speakers
from ontherecord.events.choice import in_use
from ontherecord.events.coder import Coder, Judgement
from ontherecord.events.find import Finder
from ontherecord.events.frames import Frame
from ontherecord.events.judging import NONE, TRUST_PAIR, fused
from ontherecord.events.lexicon import load
from ontherecord.language import Grammar, Parsed, parse_many
from ontherecord.records import Document, Part
from ontherecord.spans import Span

# Words of sanctions proper, which the older convention codes as COERCE.
IMPOSED = {"sanction", "sanctions", "embargo", "embargoes"}
# A sentence without its marks, and where actor and recipient stand in it.
Cut = tuple[str, Span | None, Span | None]
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
    """For each gold line the type that is told between the marked words: `id`, `type` ("NONE" where none), `confidence`.

    By the coder in use: the lexicon alone, or the learned coder's reading of the pair weighed with the lexicon's word. Raises CoderError.
    """
    cut = [unmarked(g["marked"]) for g in gold]
    frames = _frames(cut)
    coder = in_use()
    if coder is None:
        for g, frame in zip(gold, frames, strict=True):
            yield {"id": g["id"], "type": older(frame) if frame else NONE, "confidence": 0.5 if frame else 0.0}
        return
    for g, frame, (text, _, _), judged in zip(gold, frames, cut, _read(coder, cut), strict=True):
        shares = fused(_older_shares(judged, text), _word(frame), TRUST_PAIR)
        best = max(shares, key=lambda t: shares[t])
        yield {"id": g["id"], "type": best, "confidence": shares[best]}


def _frames(cut: Sequence[Cut]) -> Iterator[Frame | None]:
    """What the lexicon tells between the marked words of each sentence."""
    parses = parse_many((text, (Part("story", Span(0, len(text))),)) for text, _, _ in cut)
    for (text, actor, recipient), parsed in zip(cut, parses, strict=True):
        grammar = Grammar(parsed)
        document = Document(text, parts=(Part("story", Span(0, len(text))),))
        cast = find_cast(document, parsed, grammar)
        statements = attribute(document, parsed, grammar, cast)
        finder = Finder(grammar, cast, speakers([statements[n] if n >= 0 else None for n in innermost(statements, parsed)]))
        yield _between(finder, parsed, actor, recipient)


def _read(coder: Coder, cut: Sequence[Cut]) -> list[Judgement]:
    """The coder's reading of each marked pair; no word is marked as the one that tells it."""
    asked = [(text, [(*((s.start, s.end) if s else None for s in (actor, recipient)), None)]) for text, actor, recipient in cut]
    return [judged[0] for judged in coder.judge(asked)]  # type: ignore[arg-type]


def _word(frame: Frame | None) -> str:
    """What the lexicon says, in the labels of the task."""
    return NONE if frame is None else MERGED.get(older(frame), older(frame))


def _older_shares(judged: Judgement, text: str) -> dict[str, float]:
    """The coder's shares by the older convention (see `older`), which has no "none"."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    committed = bool(words & _committing())
    found: dict[str, float] = {}
    for type_, share in judged.types.items():
        if type_ == "SANCTION":
            type_ = "ACCUSE" if judged.modes.get(type_) == "convict" else "COERCE" if words & IMPOSED else type_
        elif type_ == "CONCEDE" and committed:
            type_ = "AGREE"
        if type_ != NONE:
            type_ = MERGED.get(type_, type_)
            found[type_] = found.get(type_, 0.0) + share
    return found


@cache
def _committing() -> set[str]:
    """Forms of the words by which somebody commits himself: "agreed", "offers", "will"."""
    verbs = {word.split("_")[0] for entry in load().entries if entry.op == "commit" for word in entry.words}
    return {form for v in verbs for form in (v, v + "s", v + "d", v + "ed")} | {"will"}


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
