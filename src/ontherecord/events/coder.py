"""The learned coder: a sentence with actor, recipient and trigger marked, and which PLOVER event is told between them.

A MiniLM encoder of 22 million parameters, trained on `corpus/` alone (`training/`), quantised to int8, run by onnxruntime. It reads a
sentence once, then answers each question about it, and knows nothing of the rest of the document.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontherecord.errors import CoderError
from ontherecord.events.wordpieces import WordPieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = Path(__file__).parent / "model"
LONGEST = 128  # tokens of a sentence with its marks; the corpus's longest has fewer
FIRST, LAST = 101, 102  # [CLS] and [SEP] of the encoder's vocabulary
BATCH = 16
LOGITS, READ = ("type", "mode", "aux", "fit"), "read"
Place = tuple[int, int]


# Code points of actor, recipient and trigger in the sentence; None for one that is not there.
Question = tuple[Place | None, Place | None, Place | None]
# The same in tokens, (first, behind) each.
Ranges = tuple[Place, Place, Place]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Calibrated probabilities of the 16 types and "NONE"; the likeliest mode of each type, the likeliest aux ("" for none).

    `fit`: how likely those marked as actor and recipient are the parties of the marked trigger.
    """

    types: dict[str, float]
    modes: dict[str, str | None]
    aux: str
    aux_sure: float
    fit: float

    @property
    def best(self) -> str:
        return max(self.types, key=lambda t: self.types[t])


class Coder:
    """Loaded once a process; see `load`."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Raises CoderError where a file of the model is missing, damaged, or not what the card says."""
        import onnxruntime

        card = _card(folder)
        try:
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(str(folder / "coder.onnx"), options, providers=["CPUExecutionProvider"])
            self._words = WordPieces(folder / "vocab.txt")
        except Exception as fault:
            raise CoderError(f"The coder's model in {folder} cannot be loaded ({fault}). {REMEDY}") from fault
        self.types: list[str] = card["types"]
        self.modes: list[str] = card["modes"]
        self.aux: list[str] = card["aux"]
        self.hash: str = card["sha256"]
        self._temperature: float = card["temperature"]

    def judge(self, sentences: Sequence[tuple[str, Sequence[Question]]]) -> list[list[Judgement]]:
        """For each sentence the judgements of its questions, in order; sentences of like length are read together."""
        answers: list[list[Judgement]] = [[] for _ in sentences]
        for n, (type_, mode, aux, fit) in self._run(sentences, LOGITS):
            answers[n].append(self._judgement(type_, mode, aux, float(fit)))
        return answers

    def look(self, sentence: str, question: Question) -> tuple[Judgement, NDArray[Any]]:
        """The judgement of one question, and what the heads saw of it (see `likeness`)."""
        ((_, (type_, mode, aux, fit, read)),) = self._run([(sentence, [question])], (*LOGITS, READ))
        return self._judgement(type_, mode, aux, float(fit)), read

    def _run(
        self, sentences: Sequence[tuple[str, Sequence[Question]]], outputs: Sequence[str]
    ) -> Iterator[tuple[int, tuple[NDArray[Any], ...]]]:
        """For each question, those of one sentence in order, the number of its sentence and what the model puts out."""
        import numpy

        whole = [encoded(*self._words.encode(text), questions) for text, questions in sentences]
        order = sorted((n for n in range(len(whole)) if whole[n][1]), key=lambda n: len(whole[n][0]))
        for first in range(0, len(order), BATCH):
            chunk = order[first : first + BATCH]
            longest = max(len(whole[n][0]) for n in chunk)
            ids = numpy.zeros((len(chunk), longest), dtype=numpy.int64)
            asked = [(row, n, ranges) for row, n in enumerate(chunk) for ranges in whole[n][1]]
            marks = numpy.zeros((len(asked), 3, longest), dtype=numpy.float32)
            for row, n in enumerate(chunk):
                ids[row, : len(whole[n][0])] = whole[n][0]
            for q, (_, _, ranges) in enumerate(asked):
                for m, (start, behind) in enumerate(ranges):
                    marks[q, m, start:behind] = 1.0
            rows = numpy.array([row for row, _, _ in asked], dtype=numpy.int64)
            put_out = self._session.run(list(outputs), {"ids": ids, "rows": rows, "marks": marks})
            for q, (_, n, _) in enumerate(asked):
                yield n, tuple(o[q] for o in put_out)

    def _judgement(self, type_: NDArray[Any], mode: NDArray[Any], aux: NDArray[Any], fit: float) -> Judgement:
        types = _softmax([float(x) / self._temperature for x in type_])
        modes: dict[str, tuple[float, str | None]] = {}
        for name, value in zip(self.modes, mode, strict=True):
            kind, _, which = name.partition("/")
            if kind and float(value) > modes.get(kind, (-math.inf, None))[0]:
                modes[kind] = (float(value), which)
        plain = float(mode[0])
        sure = _softmax([float(x) for x in aux])
        best = max(range(len(sure)), key=lambda n: sure[n])
        return Judgement(
            dict(zip(self.types, types, strict=True)),
            {kind: which if value > plain else None for kind, (value, which) in modes.items()},
            self.aux[best],
            sure[best],
            1.0 / (1.0 + math.exp(-fit)),
        )


REMEDY = "Reinstall the package, or code without it: otr code --coder lexicon."


def _card(folder: Path) -> dict[str, Any]:
    try:
        card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        held = hashlib.sha256((folder / "coder.onnx").read_bytes()).hexdigest()
    except (OSError, ValueError) as fault:
        raise CoderError(f"The coder's model in {folder} cannot be read ({fault}). {REMEDY}") from fault
    if held != card.get("sha256"):
        raise CoderError(f"The coder's model in {folder} is damaged: its hash is not the one that its card names. {REMEDY}")
    return card


@lru_cache(maxsize=1)
def load() -> Coder:
    """The shipped coder. Raises CoderError."""
    return Coder()


def _softmax(values: Sequence[float]) -> list[float]:
    highest = max(values)
    powers = [math.exp(v - highest) for v in values]
    total = sum(powers)
    return [p / total for p in powers]


def encoded(tokens: Sequence[int], offsets: Sequence[Place], questions: Sequence[Question]) -> tuple[list[int], list[Ranges]]:
    """The sentence's ids, at most LONGEST, and for each question the token ranges (first, behind) of its marks; (0, 0) for one not there.

    Of a longer sentence what stands farthest from all marks is cut; a mark that is cut even so becomes (0, 0).
    """
    ranges = [tuple(_touched(offsets, place) if place is not None and tokens else (0, 0) for place in q) for q in questions]
    kept = _kept(len(tokens), [r for q in ranges for r in q if r != (0, 0)])
    if len(kept) < len(tokens):
        at = {n: k for k, n in enumerate(kept)}
        ranges = [tuple((at[a], at[b - 1] + 1) if a in at and b - 1 in at and b > a else (0, 0) for a, b in q) for q in ranges]
    shifted = [tuple((a + 1, b + 1) if b > a else (0, 0) for a, b in q) for q in ranges]
    return [FIRST, *(tokens[n] for n in kept), LAST], shifted  # type: ignore[return-value]


def _touched(offsets: Sequence[Place], place: Place) -> Place:
    """First and last token that a place touches, as (first, behind); the nearest where it touches none."""
    touched = [n for n, (start, end) in enumerate(offsets) if start < place[1] and place[0] < end]
    if not touched:
        touched = [min(range(len(offsets)), key=lambda n: abs(offsets[n][0] - place[0]))]
    return touched[0], touched[-1] + 1


def _kept(length: int, ranges: Sequence[Place]) -> list[int]:
    room = LONGEST - 2
    if length <= room:
        return list(range(length))
    marks = sorted({n for a, b in ranges for n in (a, b - 1)})
    near = sorted(range(length), key=lambda n: (min((abs(n - m) for m in marks), default=n), n))
    return sorted(near[:room])
