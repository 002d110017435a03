"""How good the coder is on examples that it never saw."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
from torch import Tensor

from ontherecord.events.wordpieces import WordPieces
from training.batches import sentences, tensors, word_questions
from training.examples import NONE, Example
from training.labels import AUX, MODES, TYPES
from training.network import Coder
from training.roles import Telling


def logits(network: Coder, examples: Sequence[Example], words: WordPieces, *, size: int = 32) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Logits of type, mode, aux and fit, a row an example, in order."""
    reads = sentences(examples, words)
    place = {id(e): n for n, e in enumerate(examples)}
    type_, mode, aux = (torch.zeros(len(examples), n) for n in (len(TYPES), len(MODES), len(AUX)))
    fit = torch.zeros(len(examples))
    network.eval()
    order = sorted(range(len(reads)), key=lambda n: len(reads[n].ids))
    with torch.no_grad():
        for first in range(0, len(order), size):
            chunk = [reads[n] for n in order[first : first + size]]
            batch = tensors([(r, range(len(r.examples))) for r in chunk])
            rows = [place[id(e)] for r in chunk for e in r.examples]
            type_[rows], mode[rows], aux[rows], fit[rows] = network(batch.ids, batch.rows, batch.marks)
    return type_, mode, aux, fit


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean F1 over the labels that gold holds."""
    scores = []
    for label in sorted(set(gold)):
        right = sum(g == f == label for g, f in zip(gold, found, strict=True))
        scores.append(2 * right / max(1, sum(g == label for g in gold) + sum(f == label for f in found)))
    return sum(scores) / max(1, len(scores))


def held_out_figures(network: Coder, examples: Sequence[Example], words: WordPieces) -> dict[str, float]:
    """Macro-F1 of types (with and without a marked trigger), of modes and aux where there is an event, F1 of event against none."""
    if not examples:
        return {}
    type_, mode, aux, fit = logits(network, examples, words)
    types = [TYPES[int(n)] for n in type_.argmax(1)]
    figures: dict[str, float] = {"examples": len(examples)}
    for name, wanted in (("marked", True), ("pairs", False)):
        rows = [n for n, e in enumerate(examples) if bool(e.trigger) == wanted]
        if rows:
            gold, found = [examples[n].type for n in rows], [types[n] for n in rows]
            figures[f"type_{name}"] = macro_f1(gold, found)
            any_ = sum(g != NONE and f != NONE for g, f in zip(gold, found, strict=True))
            figures[f"any_{name}"] = 2 * any_ / max(1, sum(g != NONE for g in gold) + sum(f != NONE for f in found))
    told = [n for n, e in enumerate(examples) if e.type != NONE]
    gold_modes = [f"{examples[n].type}/{examples[n].mode}" if examples[n].mode else "" for n in told]
    figures["mode"] = macro_f1(gold_modes, [MODES[int(mode[n].argmax())] for n in told])
    figures["aux"] = macro_f1([examples[n].aux or "" for n in told], [AUX[int(aux[n].argmax())] for n in told])
    asked = [n for n, e in enumerate(examples) if e.fits is not None]
    figures["fits"] = sum((float(fit[n]) > 0) == examples[n].fits for n in asked) / max(1, len(asked))
    sure = type_.softmax(1).max(1).values
    figures["calibration_error"] = calibration_error([float(s) for s in sure], [e.type == t for e, t in zip(examples, types, strict=True)])
    return {name: round(value, 4) for name, value in figures.items()}


def word_figures(network: Coder, told: Sequence[Telling], words: WordPieces, *, size: int = 32) -> dict[str, float]:
    """Micro-F1 of trigger words with their types, and of actors and recipients of marked triggers (word by word)."""
    right = {"tag": [0, 0, 0], "actor": [0, 0, 0], "recipient": [0, 0, 0]}  # met, gold, found
    reads = [r for r in sentences([], words, told) if r.told]
    rng = random.Random(0)  # noqa: S311
    network.eval()
    for first in range(0, len(reads), size):
        chunk = reads[first : first + size]
        asked = word_questions(chunk, rng, 99)
        if asked is None:
            continue
        ids = tensors([(r, ()) for r in chunk]).ids
        with torch.no_grad():
            x = network.upper(ids, asked.rows, asked.marks)
            tags, roles = network.tag_head(x[: len(asked.tags)]).argmax(-1), network.role_head(x[len(asked.tags) :])
        known = asked.tags >= 0
        _count(right["tag"], asked.tags[known], tags[known])
        inside = asked.roles[..., 0] >= 0
        for side, name in enumerate(("actor", "recipient")):
            _count(right[name], asked.roles[..., side][inside], (roles[..., side] > 0)[inside].float())
    return {f"{name}_words": round(2 * met / max(1, gold + found), 4) for name, (met, gold, found) in right.items()}


def _count(held: list[int], gold: Tensor, found: Tensor) -> None:
    held[0] += int(((gold == found) & (gold != 0)).sum())
    held[1] += int((gold != 0).sum())
    held[2] += int((found != 0).sum())


def calibration_error(sure: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error over equal-width bins (Naeini et al. 2015)."""
    total = 0.0
    for n in range(bins):
        held = [(s, r) for s, r in zip(sure, right, strict=True) if n / bins < s <= (n + 1) / bins]
        if held:
            total += abs(sum(s for s, _ in held) - sum(r for _, r in held))
    return total / max(1, len(sure))
