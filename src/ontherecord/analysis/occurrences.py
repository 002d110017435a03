"""Occurrences as the ledger answers them, in the shape of the contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ontherecord.ledger import Ledger

QUERIES = Path(__file__).parent / "queries"
Plain = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Happening:
    """An occurrence with the documents that tell it. `day` is the first day on which it can have been, or the last day of the bounds
    that publication sets; None without any. `confidence` is that of its surest telling.
    """

    id: str
    type: str
    mode: str | None
    aux: str | None
    date: Mapping[str, str] | None
    day: dt.date | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    issues: tuple[str, ...]
    score: float
    documents: tuple[str, ...]
    copies: tuple[str, ...]
    confidence: float

    @property
    def parties(self) -> frozenset[str]:
        return frozenset((*self.actors, *self.recipients))

    @property
    def as_told(self) -> bool:
        """Whether it counts: what is denied or only thought of does not; what is promised does, as a promise."""
        return self.aux in (None, "historical") or (self.aux == "future" and self.type in ("AGREE", "CONCEDE", "THREATEN"))

    def goes(self, source: str, target: str) -> bool:
        """Whether it goes from one country to the other; a meeting goes both ways."""
        if self.recipients and self.type != "CONSULT":
            return source in self.actors and target in self.recipients
        return self.has(source) and self.has(target)

    def has(self, country: str) -> bool:
        """Whether a country has a part in it."""
        return country in self.actors or country in self.recipients

    def as_plain(self) -> Plain:
        return {
            "id": self.id, "type": self.type, "mode": self.mode, "aux": self.aux, "date": self.date and dict(self.date),
            "actors": list(self.actors), "recipients": list(self.recipients), "issues": list(self.issues), "score": self.score,
            "documents": list(self.documents), "copies": list(self.copies), "place": self.place,
        }  # fmt: skip


def happening(row: Mapping[str, Any]) -> Happening:
    """From a row of the queries on occurrences."""
    start, end = row["date_start"], row["date_end"]
    date = {"start": start.isoformat(), "end": end.isoformat()} if start else None
    return Happening(
        row["occurrence_id"], row["type"], row["mode"], row["aux"], date, row["day"], tuple(row["actors"]), tuple(row["recipients"]),
        row["place"], tuple(row["issues"]), row["score"], tuple(row["documents"] or ()), tuple(row["copies"] or ()),
        float(row["confidence"]),
    )  # fmt: skip


def ask(ledger: Ledger, query: str, **bound: object) -> list[Plain]:
    """The rows of a query of this package."""
    return ledger.query(QUERIES / f"{query}.sql", **bound)


def answers(ledger: Ledger, query: str, kind: type[T], **bound: object) -> list[T]:
    """The rows of a query of this package as records of a type whose fields are the columns."""
    return ledger.decoded(QUERIES / f"{query}.sql", kind, **bound)


def pair_key(a: str, b: str) -> str:
    """How the ledger names a pair: both codes in order of the alphabet."""
    return " ".join(sorted((a, b)))


def meetings(ledger: Ledger, a: str, b: str, *, since: dt.date | None = None, until: dt.date | None = None) -> list[Happening]:
    """Calls and meetings of both countries, oldest first."""
    return _found(ledger, a, b, since=since, until=until, together=True, type="CONSULT")


def concerning(ledger: Ledger, a: str, b: str, *, since: dt.date | None = None, until: dt.date | None = None) -> list[Happening]:
    """Occurrences of both countries, and of one of them on an issue between the two, oldest first."""
    return _found(ledger, a, b, since=since, until=until, together=False, type=None)


def _found(ledger: Ledger, a: str, b: str, **bound: object) -> list[Happening]:
    rows = answers(ledger, "pair_occurrences", Happening, pair=pair_key(a, b), **bound)
    return sorted(rows, key=lambda h: (h.day or dt.date.max, h.id))


def documents(ledger: Ledger, ids: Iterable[str], *, known: Mapping[str, Plain] | None = None) -> dict[str, Plain]:
    """Where each document is to be found; `known` are those already looked up."""
    found = {i: known[i] if known and i in known else None for i in sorted(set(ids))}
    missing = [i for i, where in found.items() if where is None]
    looked_up = _heads(ledger, "documents", ids=",".join(missing)) if missing else {}
    return {i: whole for i, where in found.items() if (whole := where or looked_up.get(i))}


def heads(ledger: Ledger, a: str, b: str) -> dict[str, Plain]:
    """Where each document is to be found that has to do with both countries."""
    return _heads(ledger, "pair_documents", pair=pair_key(a, b))


def _heads(ledger: Ledger, query: str, **bound: object) -> dict[str, Plain]:
    rows: list[dict[str, str | None]] = answers(ledger, query, dict, **bound)
    return {str(row.pop("document_id")): row for row in rows}


def first_words(ledger: Ledger, ids: Iterable[str]) -> dict[str, str]:
    """The sentence that first tells each of some occurrences, by id."""
    return {row["occurrence_id"]: row["quote"] for row in ask(ledger, "first_words", ids=",".join(ids))}
