"""Near-duplicates: reports that run another's words. Figures are masked, since a copy may be brought up to date."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping

WORD = re.compile(r"[^\W_]+")
SHINGLE = 3
# The share of the shorter text's shingles that the longer one holds. Reports written apart about one event share less than a fifth;
# a copy in which every sixth word was changed still shares more than half.
COPY = 0.5
# Texts of fewer shingles are copies only when nearly all is the same: short texts meet by chance.
SHORT, SHORT_COPY = 20, 0.8


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of three words, numbers masked; the same in every process."""
    words = ["#" if w[0].isdigit() else w.casefold() for w in WORD.findall(text)]
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(zlib.crc32(run.encode("utf8", "surrogatepass")) for run in runs)


def is_copy(x: frozenset[int], y: frozenset[int]) -> bool:
    """Whether two texts, given by their shingles, are one account."""
    fewer = min(len(x), len(y))
    return len(x & y) >= (COPY if fewer >= SHORT else SHORT_COPY) * max(1, fewer)


def copies(documents: Iterable[str], sketches: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """Of which earlier document each copy is one. `documents` are ids in order of publication; an original is in no copy's place."""
    originals: list[str] = []
    found: dict[str, str] = {}
    for document in documents:
        first = next((o for o in originals if is_copy(sketches[o], sketches[document])), None)
        if first is None:
            originals.append(document)
        else:
            found[document] = first
    return found
