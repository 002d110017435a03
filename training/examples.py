"""Training examples: a sentence with a pair and perhaps a trigger marked, and what relation is told between them there.

From documents: each event of a sentence with its parties (once with its trigger marked, once without) and with a party that has no
part in it; as examples of no relation the pairs that no event joins, and words that tell no event.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from training.documents import FOLDER, CorpusDocument, CorpusEvent
from training.markup import Mark, Sentence

NONE = "NONE"
SENTENCES = FOLDER.parent / "sentences.jsonl"
# Words that could tell an event: what is left when small words, names and numbers are taken out.
PLAIN_WORD = re.compile(r"\b[a-z]{4,}\b")
SMALL = frozenset({
    "about", "above", "after", "again", "against", "already", "also", "among", "around", "because", "been", "before", "behind", "being",
    "below", "beside", "between", "both", "came", "could", "days", "does", "down", "during", "each", "earlier", "either", "even",
    "ever", "every", "friday", "from", "further", "have", "having", "here", "hers", "herself", "himself", "however", "into", "itself",
    "just", "later", "least", "less", "like", "many", "monday", "month", "months", "more", "most", "much", "must", "neither", "never",
    "none", "only", "onto", "other", "others", "ought", "over", "past", "same", "saturday", "should", "since", "some", "still", "such",
    "sunday", "than", "that", "their", "theirs", "them", "then", "there", "these", "they", "this", "those", "through", "thursday",
    "till", "today", "toward", "towards", "tuesday", "under", "until", "upon", "very", "wednesday", "week", "weeks", "were", "what",
    "when", "where", "whether", "which", "while", "whom", "whose", "will", "with", "within", "without", "would", "year", "years",
    "yesterday", "your",
})  # fmt: skip
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """`actor`, `recipient`, `trigger` are ranges of code points of `text`, or None where not marked.

    `fits`: of a marked trigger, whether those marked as its parties are; its type is what it tells either way. None where nobody asks.
    """

    group: str  # the document
    text: str
    actor: Place | None
    recipient: Place | None
    trigger: Place | None
    type: str
    mode: str | None = None
    aux: str | None = None
    fits: bool | None = None


def from_sentences(path: Path = SENTENCES) -> list[Example]:
    """The single sentences with one marked pair."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        text, actor, recipient = unmarked(row["marked"])
        found.append(Example(f"sentence-{number}", text, actor, recipient, None, row["type"], row["mode"], row["aux"]))
    return found


def unmarked(marked: str) -> tuple[str, Place | None, Place | None]:
    """A sentence with `<s>` and `<t>`, without its marks, and where they stood."""
    places: dict[str, int] = {}
    text = ""
    for piece in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"</?[st]>", piece):
            places[piece] = len(text)
        else:
            text += piece

    def place(mark: str) -> Place | None:
        start, end = places.get(f"<{mark}>"), places.get(f"</{mark}>")
        return (start, end) if start is not None and end is not None and start < end else None

    return text, place("s"), place("t")


def from_documents(documents: Iterable[CorpusDocument], *, seed: int = 0) -> list[Example]:
    """The examples of all documents, in order; the seed draws which examples of no relation are kept."""
    rng = random.Random(seed)  # noqa: S311
    return [e for d in documents for s in d.all_sentences for e in _sentence(d, s, rng)]


def _sentence(document: CorpusDocument, sentence: Sentence, rng: random.Random) -> Iterator[Example]:
    told = [(mark, document.events[name]) for mark in sentence.triggers for name in mark.names]
    joined: dict[tuple[str, str], CorpusEvent] = {}
    for mark, event in told:
        yield from _event(document, sentence, mark, event, rng)
        for pair in _pairs(event):
            joined.setdefault(pair, event)
    yield from _plain_pairs(document, sentence, joined, rng)
    yield from _other_words(document, sentence, rng)


def _pairs(event: CorpusEvent) -> list[tuple[str, str]]:
    """The directed pairs that an event joins; of an event without a recipient, every two of its actors both ways."""
    if event.recipients:
        return [(a, r) for a in event.actors for r in event.recipients]
    return list(permutations(event.actors, 2))


def _nearest(sentence: Sentence, number: str, at: int) -> Place | None:
    marks = [m for m in sentence.mentions if number in m.names]
    best = min(marks, key=lambda m: min(abs(m.start - at), abs(m.end - at)), default=None)
    return (best.start, best.end) if best else None


def _event(document: CorpusDocument, sentence: Sentence, mark: Mark, event: CorpusEvent, rng: random.Random) -> Iterator[Example]:
    """The event with its trigger marked, and with somebody else in a party's place."""
    trigger = (mark.start, mark.end)
    pairs = [(_nearest(sentence, a, mark.start), _nearest(sentence, r, mark.start)) for a, r in _pairs(event)]
    if not event.recipients and len(event.actors) == 1:
        pairs = [(_nearest(sentence, event.actors[0], mark.start), None)]
    pairs = sorted({p for p in pairs if p != (None, None) and not _nested(*p)}, key=str)
    for actor, recipient in pairs[:4]:
        yield Example(document.id, sentence.text, actor, recipient, trigger, event.type, event.mode, event.aux, fits=True)
    parties = {*event.actors, *event.recipients}
    strangers = [
        m for m in sentence.mentions if not parties & set(m.names) and not any(_nested((m.start, m.end), p) for pair in pairs for p in pair)
    ]
    wrong: list[tuple[Place | None, Place | None]] = []
    if strangers and pairs:
        other, (actor, recipient) = rng.choice(strangers), rng.choice(pairs)
        place = (other.start, other.end)
        wrong.append((place, recipient if rng.random() < 0.5 else None))
        if actor:
            wrong.append((actor, place))
    if event.recipients and pairs and all(pairs[0]) and not any(p[::-1] in pairs for p in pairs) and rng.random() < 0.5:
        wrong.append((pairs[0][1], pairs[0][0]))
    for actor, recipient in wrong:
        yield Example(document.id, sentence.text, actor, recipient, trigger, event.type, event.mode, event.aux, fits=False)


def _nested(one: Place | None, other: Place | None) -> bool:
    return bool(one and other and one[0] < other[1] and other[0] < one[1])


def _plain_pairs(
    document: CorpusDocument, sentence: Sentence, joined: dict[tuple[str, str], CorpusEvent], rng: random.Random
) -> Iterator[Example]:
    """Pairs without a marked trigger: those joined, and as many again that are not."""
    numbers = sorted({n for m in sentence.mentions for n in m.names})
    lacking: list[Example] = []
    for one, other in permutations(numbers, 2):
        event = joined.get((one, other))
        middle = len(sentence.text) // 2
        actor, recipient = _nearest(sentence, one, middle), _nearest(sentence, other, middle)
        if _nested(actor, recipient):
            continue
        if event:
            yield Example(document.id, sentence.text, actor, recipient, None, event.type, event.mode, event.aux)
        elif not _same_side(document, one, other):
            lacking.append(Example(document.id, sentence.text, actor, recipient, None, NONE))
    yield from rng.sample(lacking, min(len(lacking), max(1, len(joined))))


def _same_side(document: CorpusDocument, one: str, other: str) -> bool:
    """An actor and its own country: what one does, the other may be said to do."""
    countries = [document.actors[n].country for n in (one, other) if n in document.actors]
    return len(countries) == 2 and countries[0] is not None and countries[0] == countries[1]


def _other_words(document: CorpusDocument, sentence: Sentence, rng: random.Random) -> Iterator[Example]:
    """A word that tells no event, with the actor that stands nearest before it."""
    taken = [(m.start, m.end) for m in (*sentence.triggers, *sentence.mentions)]
    words = [
        (w.start(), w.end())
        for w in PLAIN_WORD.finditer(sentence.text)
        if w[0] not in SMALL and not any(_nested((w.start(), w.end()), t) for t in taken)
    ]
    for word in rng.sample(words, min(2, len(words))):
        before = [m for m in sentence.mentions if m.end <= word[0]]
        if before:
            after = [m for m in sentence.mentions if m.start >= word[1]]
            recipient = (after[0].start, after[0].end) if after and rng.random() < 0.5 else None
            yield Example(document.id, sentence.text, (before[-1].start, before[-1].end), recipient, word, NONE)
