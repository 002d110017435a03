"""Sentences with their questions as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from ontherecord.events.coder import encoded
from ontherecord.events.wordpieces import WordPieces
from training.examples import NONE, Example
from training.labels import AUX, MODES, TYPES


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence: token ids, and for each of its examples the token ranges (first, behind) of actor, recipient, trigger."""

    ids: list[int]
    marks: list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]
    examples: list[Example]


@dataclass(frozen=True, slots=True)
class Batch:
    ids: Tensor
    rows: Tensor
    marks: Tensor
    types: Tensor
    modes: Tensor
    aux: Tensor
    fits: Tensor  # 1, 0, or -1 where nobody asks


def sentences(examples: Sequence[Example], words: WordPieces) -> list[Read]:
    """The examples by sentence, in order."""
    by: dict[tuple[str, str], list[Example]] = {}
    for e in examples:
        by.setdefault((e.group, e.text), []).append(e)
    found = []
    for (_, text), held in by.items():
        ids, marks = encoded(*words.encode(text), [(e.actor, e.recipient, e.trigger) for e in held])
        found.append(Read(ids, marks, held))
    return found


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
        torch.tensor([n for n, _, _ in rows]),
        marks,
        torch.tensor([TYPES.index(e.type) for e in examples]),
        torch.tensor([MODES.index(f"{e.type}/{e.mode}" if e.mode and e.type != NONE else "") for e in examples]),
        torch.tensor([AUX.index(e.aux or "") for e in examples]),
        torch.tensor([-1.0 if e.fits is None else float(e.fits) for e in examples]),
    )


def epoch(reads: Sequence[Read], size: int, most: int, rng: random.Random) -> Iterator[Batch]:
    """Every sentence once, with `most` of its questions drawn afresh; sentences of like length together, batches in random order."""
    order = sorted(range(len(reads)), key=lambda n: (len(reads[n].ids) // 6, rng.random()))
    chunks = [order[n : n + size] for n in range(0, len(order), size)]
    rng.shuffle(chunks)
    for chunk in chunks:
        yield tensors([(reads[n], _drawn(reads[n], most, rng)) for n in chunk])


def _drawn(read: Read, most: int, rng: random.Random) -> list[int]:
    """At most `most` of a sentence's questions, events before the many that tell none, one of which is always among them."""
    told = [k for k, e in enumerate(read.examples) if e.type != NONE]
    rest = [k for k, e in enumerate(read.examples) if e.type == NONE]
    few = rng.sample(rest, min(len(rest), max(1, most - len(told), most // 3)))
    return rng.sample(told, min(len(told), most - len(few))) + few
