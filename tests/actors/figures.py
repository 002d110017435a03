"""How many drawn spans mean whom they should, on the sentences that the tests hold and on those held out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ontherecord.attribution import attribute
from ontherecord.records import Document
from ontherecord.spans import Span
from tests.actors.casting import Casting, cast_all
from tests.actors.test_sentences import lines, told
from tests.drawn import Drawn, drawn


@dataclass(slots=True)
class Tally:
    """Right and all, and a line for each that is wrong."""

    right: int = 0
    all: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, good: bool, line: str) -> None:
        self.right, self.all = self.right + good, self.all + 1
        if not good:
            self.wrong.append(line)

    @property
    def share(self) -> float:
        return self.right / self.all if self.all else 1.0


def sentences(marked: Iterable[str], tally: Tally) -> Tally:
    """Spans whose actor, or place, is the label's."""
    drawings = [drawn(m) for m in marked]
    for drawing, casting in zip(drawings, cast_all([d.text for d in drawings], published="2021-05-05"), strict=True):
        for label, spans in drawing.spans.items():
            for span in spans:
                found = told(casting, span, label)
                tally.count(found == label, f"{span.of(drawing.text)!r} is {found}, not {label}: {drawing.text}")
    return tally


def documents(marked: Mapping[str, str], tally: Tally, *, spoken: bool = False) -> Tally:
    """Spans that mean the actor which most spans of their label mean; a label whose actor is another label's is wrong throughout.

    With `spoken` attribution binds "we" and "my country" first.
    """
    drawings = {name: drawn(text.strip()) for name, text in marked.items()}
    castings = cast_all([d.text for d in drawings.values()], published="2023-05-10")
    for (name, drawing), casting in zip(drawings.items(), castings, strict=True):
        if spoken:
            parts = tuple(p.part for p in casting.parsed.paragraphs)
            attribute(Document(casting.text, published="2023-05-10", parts=parts), casting.parsed, casting.grammar, casting.cast)
        _one(name, drawing, casting, tally)
    return tally


def _one(name: str, drawing: Drawn, casting: Casting, tally: Tally) -> None:
    meant: dict[str, str] = {}
    for label, spans in drawing.spans.items():
        if "_and_" not in label and label != "nobody":
            ids = Counter(i for s in spans if len(i := _meant(casting, s)) == 1).most_common(1)
            if ids and ids[0][0][0] not in meant.values():
                meant[label] = ids[0][0][0]
    for label, spans in drawing.spans.items():
        wanted = set() if label == "nobody" else {meant.get(part, part) for part in label.split("_and_")}
        for span in spans:
            found = set(_meant(casting, span))
            good = found == wanted and _of_country(casting, label, found)
            names = [casting.cast.actor(i).name for i in found]
            tally.count(good, f"{span.of(drawing.text)!r} is {names}, not {label}: {name}")


def _meant(casting: Casting, span: Span) -> tuple[str, ...]:
    """Whom a span means: by a mention, or as the country that a speaker calls "my country"."""
    head = casting.head(span)
    return casting.mentioned(span) or (casting.cast.party(head) if head is not None else ())


def _of_country(casting: Casting, label: str, found: set[str]) -> bool:
    """A label of three capitals is that country's own actor."""
    return not (label.isupper() and len(label) == 3) or casting.cast.countries(found) == {label}


def held_out() -> tuple[Tally, Tally]:
    """(mentions, places) of what was held out."""
    from tests.actors import held_out as kept

    who = documents(kept.DOCUMENTS, sentences(lines(kept.WHO), Tally()))
    return who, sentences(lines(kept.WHERE), Tally())


def held_out_second() -> tuple[Tally, Tally]:
    """The same of the second part held out."""
    from tests.actors import held_out_second as kept

    who = documents(kept.DOCUMENTS, sentences(lines(kept.WHO), Tally()), spoken=True)
    return who, sentences(lines(kept.WHERE), Tally())


def tuned() -> tuple[Tally, Tally]:
    """The same of what the tests hold."""
    from tests.actors import test_documents as known
    from tests.actors import test_sentences as kept

    who = [*lines(kept.PEOPLES_AND_ADJECTIVES), *lines(kept.PERSONS), *lines(kept.MORE), *lines(kept.NEWER)]
    return documents(known.DOCUMENTS, sentences(who, Tally())), sentences(lines(kept.PLACES), Tally())
