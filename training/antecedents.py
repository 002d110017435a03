"""`python -m training.antecedents OUT`: learns the weights by which `actors/antecedents.py` chooses whom a pronoun means.

Every third-person pronoun of the corpus's documents (not of the held-out fifth) that is marked as a mention is one case: right are the
candidates that stand for the marked actors, or nobody where none does. An unmarked "it" or "they" counts a little as nobody. The weights
are those of a conditional log-linear model with a Gaussian prior; as pronouns are candidates themselves, it is fitted in rounds, each on
casts found with the weights of the last.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ontherecord.actors import antecedents, find_cast, pronouns
from ontherecord.actors.history import History
from ontherecord.actors.scene import Scene
from ontherecord.language import Grammar, Parsed, parse_many
from ontherecord.records import Document
from training.compare import as_document, lead, placed
from training.documents import CorpusDocument, documents
from training.split import held_out

ROUNDS = 3
STEPS = 400
# Variance of the prior on a weight, and what an unmarked "it" or "they" counts.
PRIOR = 0.1
UNMARKED = 0.1


@dataclass(slots=True)
class Case:
    """A pronoun: features of each candidate and, last, of nobody; which of them are right; what it counts."""

    features: list[list[str]]
    right: list[int]
    weight: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What one call of the choice saw: the pronoun's token, the candidates' actors and features, those of nobody."""

    i: int
    actors: list[tuple[str, ...]]
    features: list[list[str]]


class Watched:
    """Runs the cast and keeps what every choice saw."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self._choose = antecedents.choose

    def __call__(self, scene: Scene, pronoun: antecedents.Pronoun, history: History, barred: set[str]) -> tuple[str, ...]:
        weighed = antecedents.weighed(scene, pronoun, history, barred)
        features = [f for _, f in weighed] + [antecedents.nobody(scene, pronoun)]
        self.seen.append(Seen(pronoun.i, [c.actors for c, _ in weighed], features))
        return self._choose(scene, pronoun, history, barred)


def cases(corpus: CorpusDocument, document: Document, parsed: Parsed) -> list[Case]:
    """The cases of one document, with the weights that are in use."""
    watched = Watched()
    pronouns.choose = watched
    cast = find_cast(document, parsed, Grammar(parsed))
    marks = placed(corpus).mentions
    at = document.text.find((lead(corpus) + corpus.text)[:60])
    gold = {t.i: names for start, end, names in marks for t in parsed.tokens if (t.start - at, t.end - at) == (start, end)}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for start, end, names in marks:
        heads = [t.i for t in parsed.tokens if start <= t.start - at and t.end - at <= end]
        inside = set(heads)
        for k in heads:
            mention = cast.at(k)
            if (
                parsed.tokens[k].head not in inside
                and mention is not None
                and mention.kind != "pronoun"
                and len(names) == len(mention.actors) == 1
            ):
                votes[mention.actors[0]][names[0]] += 1
    known = {a: v.most_common(1)[0][0] for a, v in votes.items()}
    return [c for s in watched.seen if (c := _case(s, gold.get(s.i), known, parsed)) is not None]


def _case(seen: Seen, names: tuple[str, ...] | None, known: dict[str, str], parsed: Parsed) -> Case | None:
    if names is None:
        word = parsed.tokens[seen.i].lower
        return Case(seen.features, [len(seen.actors)], UNMARKED) if word in ("it", "they", "them") else None
    right = [n for n, actors in enumerate(seen.actors) if {known.get(a, "?") for a in actors} == set(names)]
    return Case(seen.features, right or [len(seen.actors)], 1.0)


def fit(held: list[Case]) -> dict[str, float]:
    """Weights by feature: gradient ascent with momentum on the log-likelihood and the prior."""
    counts = Counter(f for c in held for features in c.features for f in features)
    index = {f: n for n, f in enumerate(sorted(f for f, k in counts.items() if k >= 3))}
    rows, columns, owner, good, size, weight = [], [], [], [], 0, []
    for n, case in enumerate(held):
        for k, features in enumerate(case.features):
            known = [index[f] for f in features if f in index]
            rows.extend([size] * len(known))
            columns.extend(known)
            owner.append(n)
            good.append(k in case.right)
            size += 1
        weight.append(case.weight)
    row, column, own = np.array(rows), np.array(columns), np.array(owner)
    right, share = np.array(good), np.array(weight)
    w, m, v = (np.zeros(len(index)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = np.bincount(row, w[column], minlength=size)
        score = np.exp(score - np.maximum.reduceat(score, np.flatnonzero(np.r_[True, own[1:] != own[:-1]]))[own])
        p = score / np.bincount(own, score)[own]
        q = np.where(right, score, 0.0)
        q = q / np.bincount(own, q)[own]
        slope = np.bincount(column, ((q - p) * share[own])[row], minlength=len(index)) - w / PRIOR
        m, v = 0.9 * m + 0.1 * slope, 0.99 * v + 0.01 * slope * slope
        w = w + 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return {f: round(float(w[n]), 2) for f, n in index.items() if abs(w[n]) >= 0.05}


def write(found: dict[str, float], path: Path) -> None:
    """The table that the product reads."""
    lines = ["# Learned by `python -m training.antecedents` on the corpus's documents but for the held-out fifth.", "feature\tweight"]
    path.write_text("\n".join([*lines, *(f"{f}\t{w}" for f, w in sorted(found.items()))]) + "\n", encoding="utf8")


def learn(ready: Iterable[tuple[CorpusDocument, Document, Parsed]]) -> dict[str, float]:
    """Fits in rounds; the weights stay in use in this process."""
    held = list(ready)
    found: dict[str, float] = {}
    antecedents.weights = lambda: found  # type: ignore[assignment]
    for _ in range(ROUNDS):
        found = fit([c for corpus, document, parsed in held for c in cases(corpus, document, parsed)])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.antecedents", description=__doc__)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    corpus = [d for d in documents() if not held_out(d.id)]
    ready = [as_document(d) for d in corpus]
    parsed = parse_many((d.text, d.parts) for d in ready)
    write(learn(zip(corpus, ready, parsed, strict=True)), asked.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
