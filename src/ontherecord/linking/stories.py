"""Which documents tell the same story: their words, weighted by how few others use them, and the days between them."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ontherecord.errors import RefusedDocument
from ontherecord.linking.tellings import COMMON, WORD
from ontherecord.records import Document, Record

# Mean cosine from which two groups of reports tell one story; each day between two reports takes off the share below.
ALIKE = 0.15
A_DAY = 0.03
# A word of the title counts as so many in the text: titles name what a report is about.
TITLE = 3

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sketch:
    vector: Vector
    published: dt.date | None


def cluster_documents(answers: Sequence[Record | RefusedDocument]) -> list[str]:
    """A cluster name for each answer, in order: the position of the cluster's first document. A refused document stands alone."""
    documents = [None if isinstance(a, RefusedDocument) else a.document for a in answers]
    sketches = _sketches([d for d in documents if d])
    group = _groups(sketches)
    positions = [n for n, d in enumerate(documents) if d]
    name = {positions[i]: f"c{positions[min(members)]}" for members in group for i in members}
    return [name.get(n, f"c{n}") for n in range(len(documents))]


def _sketches(documents: Sequence[Document]) -> list[Sketch]:
    counted = [_words(d) for d in documents]
    holding = Counter(w for words in counted for w in words)
    return [Sketch(_vector(words, holding, len(documents)), d.published_on) for words, d in zip(counted, documents, strict=True)]


def _words(document: Document) -> Counter[str]:
    counted = Counter(_folded(document.text))
    for word in _folded(document.title or ""):
        counted[word] += TITLE
    return counted


def _folded(text: str) -> list[str]:
    words = (w.casefold().replace("’", "'").removesuffix("'s") for w in WORD.findall(text))
    return [w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in words if w not in COMMON]


def _vector(words: Counter[str], holding: Counter[str], documents: int) -> Vector:
    """Length one. A word weighs by the logarithm of its count and by how few documents hold it."""
    raw = {w: (1 + math.log(n)) * math.log(1 + documents / holding[w]) for w, n in words.items()}
    length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
    return {w: v / length for w, v in raw.items()}


def _similarities(sketches: Sequence[Sketch]) -> dict[tuple[int, int], float]:
    """Of all pairs that share a word that not everybody uses."""
    holding: dict[str, list[int]] = defaultdict(list)
    for n, sketch in enumerate(sketches):
        for word in sketch.vector:
            holding[word].append(n)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for word, members in holding.items():
        for a, i in enumerate(members):
            for j in members[a + 1 :]:
                found[i, j] += sketches[i].vector[word] * sketches[j].vector[word]
    return {(i, j): s * _nearness(sketches[i], sketches[j]) for (i, j), s in found.items()}


def _nearness(x: Sketch, y: Sketch) -> float:
    if x.published is None or y.published is None:
        return 1.0
    return max(0.0, 1.0 - A_DAY * abs((x.published - y.published).days))


def _groups(sketches: Sequence[Sketch]) -> list[list[int]]:
    """Average linkage: the most alike two groups join while their mean similarity is enough."""
    alike = _similarities(sketches)
    near: list[dict[int, float]] = [{} for _ in sketches]
    for (i, j), s in alike.items():
        near[i][j] = near[j][i] = s
    groups = {i: [i] for i in range(len(sketches))}
    while best := _closest(groups, near):
        i, j = best
        sizes = len(groups[i]), len(groups[j])
        groups[i] += groups.pop(j)
        for k in set(near[i]) | set(near[j]):
            s = (sizes[0] * near[i].get(k, 0.0) + sizes[1] * near[j].get(k, 0.0)) / sum(sizes)
            near[i][k] = near[k][i] = s
            near[k].pop(j, None)
        near[j] = {}
        near[i].pop(i, None)
        near[i].pop(j, None)
    return list(groups.values())


def _closest(groups: dict[int, list[int]], near: list[dict[int, float]]) -> tuple[int, int] | None:
    best = max(((s, -i, -j) for i in groups for j, s in near[i].items() if i < j), default=(0.0, 0, 0))
    return (-best[1], -best[2]) if best[0] >= ALIKE else None
