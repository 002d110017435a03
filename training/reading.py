"""Sentences with marks to token ids. The same code runs at training time and in the shipped coder's tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.examples import Example, Place

LONGEST = 128  # tokens; measured: 99.6 % of the corpus's sentences with their marks
ROOM = 40  # tokens kept around a mark when a sentence is longer


def tokenizer(folder: Path) -> Tokenizer:
    """The encoder's own tokenizer, without padding or truncation."""
    made = Tokenizer.from_file(str(folder / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def ids(example: Example, words: Tokenizer) -> list[int]:
    """Token ids with marks 1 to 6 ([unused0] …) around actor, recipient, trigger; at most LONGEST, all marks kept."""
    encoded = words.encode(example.text, add_special_tokens=False)
    marks: list[tuple[int, int, int]] = []
    for place, opens in ((example.actor, 1), (example.recipient, 3), (example.trigger, 5)):
        if place:
            first, last = _tokens(encoded.offsets, place)
            marks += [(first, 1, opens), (last + 1, 0, opens + 1)]
    out: list[int] = []
    pending = sorted(marks)
    for n, token in enumerate([*encoded.ids, -1]):
        while pending and pending[0][0] == n:
            out.append(pending.pop(0)[2])
        if token >= 0:
            out.append(token)
    return [101, *shortened(out), 102]


def _tokens(offsets: Sequence[Place], place: Place) -> tuple[int, int]:
    """First and last token that a place touches; the nearest one where it touches none."""
    touched = [n for n, (start, end) in enumerate(offsets) if start < place[1] and place[0] < end]
    if not touched:
        nearest = min(range(len(offsets)), key=lambda n: abs(offsets[n][0] - place[0]), default=0)
        touched = [nearest]
    return touched[0], touched[-1]


def shortened(tokens: list[int]) -> list[int]:
    """Cuts what stands farthest from the marks until LONGEST is kept; the marks themselves always stay."""
    room = LONGEST - 2
    if len(tokens) <= room:
        return tokens
    marks = [n for n, t in enumerate(tokens) if 1 <= t <= 6]  # noqa: PLR2004
    near = sorted(range(len(tokens)), key=lambda n: (min((abs(n - m) for m in marks), default=n), n))
    return [tokens[n] for n in sorted(near[:room])]
