"""Positions over time: who holds what, since when, when last confirmed, and what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ontherecord.analysis.codes import country, name
from ontherecord.analysis.occurrences import Plain, ask, documents
from ontherecord.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Words of one document that state a position."""

    document: str
    position: str
    words: Plain
    published: dt.date | None
    change: str | None
    according_to: list[Plain]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a country holds: stance towards an object, affirmed or not, with all words that state it, oldest first."""

    country: str
    holder: str
    stance: str
    object: str
    object_country: str | None
    affirmed: bool
    issues: tuple[str, ...]
    told: tuple[Confirmation, ...]

    @property
    def since(self) -> dt.date | None:
        return next((c.published for c in self.told if c.published), None)

    @property
    def last(self) -> dt.date | None:
        return next((c.published for c in reversed(self.told) if c.published), None)

    @property
    def change(self) -> str | None:
        """The latest change that was told."""
        return next((c.change for c in reversed(self.told) if c.change), None)

    def as_plain(self) -> Plain:
        latest = self.told[-1]
        return {
            "country": self.country, "holder": self.holder, "stance": self.stance, "object": self.object,
            "object_country": self.object_country, "affirmed": self.affirmed, "change": self.change,
            "since": self.since and self.since.isoformat(), "last": self.last and self.last.isoformat(), "issues": list(self.issues),
            "document": latest.document, "position": latest.position, "span": latest.words, "according_to": latest.according_to,
            "documents": list(dict.fromkeys(c.document for c in self.told)),
        }  # fmt: skip


def standing(rows: Sequence[Mapping[str, Any]]) -> tuple[Standing, ...]:
    """Rows of the query "dyad_positions" gathered by country, stance, object and whether it is affirmed."""
    groups: dict[tuple[str, str, str, bool], list[Mapping[str, Any]]] = {}
    for row in rows:
        object_ = row["object_country"] or str(row["object"]).casefold()
        groups.setdefault((row["country"], row["stance"], object_, row["affirmed"]), []).append(row)
    return tuple(_standing(group) for _, group in sorted(groups.items()))


def _standing(rows: Sequence[Mapping[str, Any]]) -> Standing:
    last = rows[-1]
    return Standing(
        last["country"], last["holder"], last["stance"], last["object"], last["object_country"], last["affirmed"],
        tuple(sorted({i for row in rows for i in row["issues"]})),
        tuple(
            Confirmation(
                row["document_id"], row["position_id"],
                {"start": row["evidence_start"], "end": row["evidence_end"], "text": row["quote"]},
                row["published_on"], row["change"], row["according_to"],
            )
            for row in rows
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Positions:
    """What a country holds, towards another if one was asked for. `note` is a sentence when that is nothing."""

    country: str
    on: str | None
    positions: tuple[Standing, ...]
    documents: Mapping[str, Plain]
    note: str | None = None

    def as_plain(self) -> Plain:
        plain: Plain = {"country": self.country, "on": self.on, "positions": [p.as_plain() for p in self.positions]}
        return plain | {"documents": dict(self.documents)} | ({"note": self.note} if self.note else {})


def positions(ledger: Ledger, holder: str, *, on: str | None = None) -> Positions:
    """Who holds what since when: the positions of a country, or those on another country or an issue that concerns it.

    Raises UnknownName for what is no country code, LedgerError when the ledger cannot be read.
    """
    holder, on = country(holder), country(on) if on else None
    found = standing(ask(ledger, "positions", a=holder, b=on))
    note = f"The ledger holds no position of {name(holder)} ({holder}){f' on {name(on)} ({on})' if on else ''}."
    where = documents(ledger, (c.document for p in found for c in p.told))
    return Positions(holder, on, found, where, None if found else note)
