"""Sentences with their questions as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from ontherecord.events.coder import Question, encoded
from ontherecord.events.wordpieces import WordPieces
from training.examples import NONE, Example
from training.labels import AUX, MODES, TYPES
from training.roles import Telling

Range = tuple[int, int]
IGNORED = -100  # of cross_entropy


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence: token ids, and for each of its examples the token ranges (first, behind) of actor, recipient, trigger.

    `told`: of a sentence whose every event is known, for each the trigger's range, its type, the actors' ranges, the recipients'; else
    None.
    """

    ids: list[int]
    marks: list[tuple[Range, Range, Range]]
    examples: list[Example]
    told: list[tuple[Range, int, list[Range], list[Range]]] | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    ids: Tensor
    rows: Tensor
    marks: Tensor
    types: Tensor
    modes: Tensor
    aux: Tensor
    fits: Tensor  # 1, 0, or -1 where nobody asks


@dataclass(frozen=True, slots=True)
class Words:
    """Questions answered word by word. `rows`, `marks` as in Batch: first those of tags (nothing marked), then those of roles (a trigger).

    `tags`: tag questions × length, a type's number or IGNORED. `roles`: role questions × length × 2, 1 where an actor, a recipient stands,
    -1 behind the sentence's end.
    """

    rows: Tensor
    marks: Tensor
    tags: Tensor
    roles: Tensor


def sentences(examples: Sequence[Example], words: WordPieces, told: Sequence[Telling] = ()) -> list[Read]:
    """The examples by sentence, in order; with the events told there, where they are given. Sentences without any example are left out."""
    by: dict[tuple[str, str], list[Example]] = {}
    for e in examples:
        by.setdefault((e.group, e.text), []).append(e)
    known = {(t.group, t.text): t for t in told}
    for t in told:
        by.setdefault((t.group, t.text), [])
    return [_read(text, held, words, known.get((group, text))) for (group, text), held in by.items()]


def _read(text: str, held: list[Example], words: WordPieces, told: Telling | None) -> Read:
    events = told.events if told else ()
    places = [p for e in events for p in (e.trigger, *e.actors, *e.recipients)]
    asked: list[Question] = [*((e.actor, e.recipient, e.trigger) for e in held), *((None, None, p) for p in places)]
    ids, marks = encoded(*words.encode(text), asked)
    ranges = iter([m[2] for m in marks[len(held) :]])
    found = [(next(ranges), TYPES.index(e.type), [next(ranges) for _ in e.actors], [next(ranges) for _ in e.recipients]) for e in events]
    return Read(ids, marks[: len(held)], held, [f for f in found if f[0] != (0, 0)] if told else None)


def word_questions(reads: Sequence[Read], rng: random.Random, most: int) -> Words | None:
    """The questions of one batch that are answered word by word, of each sentence at most `most` triggers; None where nothing is known."""
    longest = max(len(r.ids) for r in reads)
    known = [(n, r, r.told) for n, r in enumerate(reads) if r.told is not None]
    if not known:
        return None
    asked = [(n, r, t) for n, r, told in known for t in rng.sample(told, min(most, len(told)))]
    marks = torch.zeros(len(known) + len(asked), 3, longest)
    tags = torch.full((len(known), longest), IGNORED)
    for k, (_, read, told) in enumerate(known):
        tags[k, 1 : len(read.ids) - 1] = 0
        for (first, behind), kind, _, _ in told:
            tags[k, first:behind] = kind
    roles = torch.full((len(asked), longest, 2), -1.0)
    for k, (_, read, ((first, behind), _, actors, recipients)) in enumerate(asked):
        marks[len(known) + k, 2, first:behind] = 1.0
        roles[k, 1 : len(read.ids) - 1] = 0.0
        for side, ranges in enumerate((actors, recipients)):
            for a, b in ranges:
                roles[k, a:b, side] = 1.0
    return Words(torch.tensor([n for n, _, _ in known] + [n for n, _, _ in asked]), marks, tags, roles)


def tensors(reads: Sequence[tuple[Read, Sequence[int]]]) -> Batch:
    """One batch of sentences, each with the numbers of its examples that are asked."""
    longest = max(len(r.ids) for r, _ in reads)
    rows = [(n, r, k) for n, (r, asked) in enumerate(reads) for k in asked]
    marks = torch.zeros(len(rows), 3, longest)
    for q, (_, read, k) in enumerate(rows):
        for m, (first, behind) in enumerate(read.marks[k]):
            marks[q, m, first:behind] = 1.0
    examples = [r.examples[k] for _, r, k in rows]
    return Batch(
        torch.tensor([r.ids + [0] * (longest - len(r.ids)) for r, _ in reads]),
        torch.tensor([n for n, _, _ in rows], dtype=torch.long),
        marks,
        torch.tensor([TYPES.index(e.type) for e in examples]),
        torch.tensor([MODES.index(f"{e.type}/{e.mode}" if e.mode and e.type != NONE else "") for e in examples]),
        torch.tensor([AUX.index(e.aux or "") for e in examples]),
        torch.tensor([-1.0 if e.fits is None else float(e.fits) for e in examples]),
    )


def epoch(reads: Sequence[Read], size: int, most: int, triggers: int, rng: random.Random) -> Iterator[tuple[Batch, Words | None]]:
    """Every sentence once, with `most` of its questions and `triggers` of its events drawn afresh; sentences of like length together,
    batches in random order.
    """
    order = sorted(range(len(reads)), key=lambda n: (len(reads[n].ids) // 6, rng.random()))
    chunks = [order[n : n + size] for n in range(0, len(order), size)]
    rng.shuffle(chunks)
    for chunk in chunks:
        held = [reads[n] for n in chunk]
        yield tensors([(r, _drawn(r, most, rng)) for r in held]), word_questions(held, rng, triggers)


def _drawn(read: Read, most: int, rng: random.Random) -> list[int]:
    """At most `most` of a sentence's questions, events before the many that tell none, one of which is always among them."""
    told = [k for k, e in enumerate(read.examples) if e.type != NONE]
    rest = [k for k, e in enumerate(read.examples) if e.type == NONE]
    few = rng.sample(rest, min(len(rest), max(1, most - len(told), most // 3)))
    return rng.sample(told, min(len(told), most - len(few))) + few
