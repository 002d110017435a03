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
class Change:
    """A position that changed: how, and the words before (None when none are on record) and after."""

    kind: str
    before: Confirmation | None
    after: Confirmation

    def as_plain(self) -> Plain:
        return {"change": self.kind, "before": self.before and _told(self.before), "after": _told(self.after)}


def _told(c: Confirmation) -> Plain:
    return {
        "document": c.document, "position": c.position, "span": c.words, "published": c.published and c.published.isoformat(),
        "according_to": c.according_to,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """What a country holds: stance towards an object, affirmed or not, with all words that state it, oldest first, and the changes
    that led to it: those that were told, and the turns from holding to not holding it.
    """

    country: str
    holder: str
    stance: str
    object: str
    object_country: str | None
    affirmed: bool
    issues: tuple[str, ...]
    told: tuple[Confirmation, ...]
    changes: tuple[Change, ...] = ()

    @property
    def since(self) -> dt.date | None:
        return next((c.published for c in self.told if c.published), None)

    @property
    def last(self) -> dt.date | None:
        return next((c.published for c in reversed(self.told) if c.published), None)

    @property
    def change(self) -> str | None:
        """The latest change."""
        return self.changes[-1].kind if self.changes else None

    def as_plain(self) -> Plain:
        latest = self.told[-1]
        return {
            "country": self.country, "holder": self.holder, "stance": self.stance, "object": self.object,
            "object_country": self.object_country, "affirmed": self.affirmed, "change": self.change,
            "since": self.since and self.since.isoformat(), "last": self.last and self.last.isoformat(), "issues": list(self.issues),
            "document": latest.document, "position": latest.position, "span": latest.words, "according_to": latest.according_to,
            "documents": list(dict.fromkeys(c.document for c in self.told)), "changes": [c.as_plain() for c in self.changes],
            "told": [_told(c) for c in self.told],
        }  # fmt: skip


def standing(rows: Sequence[Mapping[str, Any]]) -> tuple[Standing, ...]:
    """Rows of the query "dyad_positions", oldest first, gathered by country, stance, object and whether it is affirmed."""
    groups: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["country"], row["stance"], row["object_country"] or str(row["object"]).casefold()), []).append(row)
    return tuple(s for _, group in sorted(groups.items()) for s in _standings(group))


def _standings(rows: Sequence[Mapping[str, Any]]) -> list[Standing]:
    """What is held of one object, and what is not held; the changes between them belong to what they led to."""
    told = [(bool(row["affirmed"]), _confirmation(row)) for row in rows]
    changes: dict[bool, list[Change]] = {False: [], True: []}
    last: tuple[bool, Confirmation] | None = None
    for affirmed, now in told:
        turned = last is not None and last[0] != affirmed
        if now.change or turned:
            changes[affirmed].append(Change(now.change or ("new" if affirmed else "dropped"), last[1] if last else None, now))
        last = affirmed, now
    return [
        _standing(
            [row for row in rows if row["affirmed"] == affirmed], tuple(c for a, c in told if a == affirmed), tuple(changes[affirmed])
        )
        for affirmed in sorted({a for a, _ in told})
    ]


def _confirmation(row: Mapping[str, Any]) -> Confirmation:
    words = {"start": row["evidence_start"], "end": row["evidence_end"], "text": row["quote"]}
    return Confirmation(row["document_id"], row["position_id"], words, row["published_on"], row["change"], row["according_to"])


def _standing(rows: Sequence[Mapping[str, Any]], told: tuple[Confirmation, ...], changes: tuple[Change, ...]) -> Standing:
    last = rows[-1]
    return Standing(
        last["country"], last["holder"], last["stance"], last["object"], last["object_country"], last["affirmed"],
        tuple(sorted({i for row in rows for i in row["issues"]})), told, changes,
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
