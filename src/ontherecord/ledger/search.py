"""Full text search: an index of words that grows with the ledger, and documents found by words, beginnings of words and phrases;
actors by the words of their names.

DuckDB's own full text extension is fetched from the network when it is first used, so the ledger keeps an index of its own: rows of
word and document in runs sorted by word, merged as they become many, so that adding stays cheap and finding reads little.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from ontherecord.ledger.store import Ledger

QUERIES = Path(__file__).parent / "queries"
# A level is merged into the next when it holds so many rows (some thousand reports), and eight times as many at each level above.
MOST_ROWS, GROWTH = 250_000, 8
# Pairs of bounds in `found_ordinals.sql`; further words are looked for in the texts that hold the longest of them.
SLOTS = 5
# Shorter words ask for themselves only: "us" is not "use".
SHORTEST_BEGINNING = 3
# Common words are nearly always in some of the latest reports, so these are looked through first; then all at once.
LATEST = 10_000
# Texts that are read at once where words must stand together; four times as many each time.
FEW, MANY = 40, 160
HIGHEST = "\U0010ffff"
QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")
NOTHING = ("b", "a")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query asks for. `beginnings` are words or their beginnings, `exact` whole words, `phrases` words that stand together."""

    beginnings: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    @property
    def bounds(self) -> dict[str, tuple[str, str]]:
        """First and last word of the index that each word stands for."""
        whole = {w: (w, w) for w in (*self.exact, *(w for phrase in self.phrases for w in phrase))}
        return {b: (b, b + HIGHEST) for b in self.beginnings} | whole

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.bounds)


@dataclass(frozen=True, slots=True)
class Found:
    """Rows with ordinal, document_id, title, publisher, published_on and text, newest first.

    `before` is the number to go on with, None when all was looked through.
    """

    asked: Asked
    documents: tuple[dict[str, Any], ...] = ()
    before: int | None = None


def read_query(ledger: Ledger, query: str) -> Asked:
    """Words as the index writes them: small letters, no accents. Those in quotation marks must stand together."""
    plain = QUOTED.sub(" ", query)
    words, *quoted = ledger.query("asked_words", asked=[plain, *QUOTED.findall(query)])
    loose = list(dict.fromkeys(words["words"]))
    return Asked(
        tuple(w for w in loose if len(w) >= SHORTEST_BEGINNING),
        tuple(w for w in loose if len(w) < SHORTEST_BEGINNING),
        tuple(tuple(q["words"]) for q in quoted if q["words"]),
    )


def find_documents(ledger: Ledger, query: str, *, before: int | None = None, most: int = 20, seconds: float = 0.6) -> Found:
    """The newest documents that hold all that is asked, at most so many; `before` is the number of arrival to go on below.

    Phrases are looked for in the texts that hold their words, for so many seconds. Raises LedgerError when the ledger cannot be read.
    """
    asked = read_query(ledger, query)
    if not asked.words:
        return Found(asked)
    slots = sorted(asked.bounds, key=lambda w: (-len(w), w))[:SLOTS]
    held = _held(asked, slots)
    end = time.monotonic() + seconds
    found: list[dict[str, Any]] = []
    for ordinals in _candidates(ledger, [asked.bounds[w] for w in slots], before, most=most, chosen=bool(held)):
        found += ledger.query("found_documents", ordinals=",".join(map(str, ordinals)), held=held)
        if len(found) >= most:
            return Found(asked, tuple(found[:most]), found[most - 1]["ordinal"])
        if time.monotonic() > end:
            return Found(asked, tuple(found), ordinals[-1])
    return Found(asked, tuple(found))


def find_names(ledger: Ledger, asked: Asked, *, most: int = 12) -> list[dict[str, Any]]:
    """Actors whose names hold all words: rows with name, country, how many documents tell of them, the latest and their actor_id there."""
    bounds = list(asked.bounds.values())
    if not 0 < len(bounds) <= SLOTS:
        return []
    return ledger.query("found_names", most=most, **_bound(bounds))


def _bound(bounds: Sequence[tuple[str, str]]) -> dict[str, object]:
    """The parameters of a query with `SLOTS` pairs of bounds."""
    padded = [*bounds, *[NOTHING] * (SLOTS - len(bounds))]
    bound: dict[str, object] = {f"low{n}": low for n, (low, _) in enumerate(padded, 1)}
    return bound | {f"high{n}": high for n, (_, high) in enumerate(padded, 1)} | {"all": 2 ** len(bounds) - 1}


def _held(asked: Asked, slots: Sequence[str]) -> list[str]:
    """What must be looked for in the texts themselves, as `as_phrase` writes them."""
    beyond = [w for w in asked.bounds if w not in slots]
    phrases = [" " + " ".join(p) + " " for p in asked.phrases if len(p) > 1]
    return phrases + [f" {w}" if w in asked.beginnings else f" {w} " for w in beyond]


def _candidates(ledger: Ledger, bounds: Sequence[tuple[str, str]], before: int | None, *, most: int, chosen: bool) -> Iterator[list[int]]:
    """Numbers of documents that hold the words, newest first, in lists: of `most` when all of them will do, else of ever more."""
    bound = _bound(bounds)
    highest = int(ledger.query("last_indexed")[0]["ordinal"]) if before is None else before - 1
    size = FEW if chosen else most
    for first, last in ((highest - LATEST, highest), (0, highest - LATEST - 1)):
        while last > 0:
            found = [int(row["ordinal"]) for row in ledger.query("found_ordinals", first=first, last=last, most=size, **bound)]
            if found:
                yield found
            if len(found) < size:
                break
            last, size = found[-1] - 1, min(4 * size, MANY) if chosen else most


def keep_index(connection: DuckDBPyConnection) -> None:
    """Puts the words of new documents into the index, and merges runs that have become many. Wants a transaction."""
    connection.execute(_script("index_words"))
    held = 0
    for level, rows in connection.execute(_script("index_sizes")).fetchall():
        held += rows
        if held >= MOST_ROWS * GROWTH**level:
            connection.execute(f"SET VARIABLE level = {int(level)}")
            connection.execute(_script("merge_words"))


def _script(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text(encoding="utf8")
