"""What a reader finds in the samples (`expected.jsonl`) against what the program found.

An expected event has a type (or several that would do), the country of an actor and of a recipient (null: not asked) and an auxiliary
mode ("any": not asked). An expected speaker has a word of the name and a country, each null where not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ontherecord.records import Event, Record
from tests.samples.coded import lines, records

# Where everybody present is an actor, the order of the two countries says nothing.
SYMMETRIC = ("CONSULT", "COOPERATE")

Missed = list[tuple[str, dict[str, Any]]]


def events() -> tuple[float, Missed]:
    """The share of the expected events that were found, and those that were not, with their document's key."""
    return _recall("events", _told)


def types() -> float:
    """The share of the expected events of which the document has one of the type, whoever did it to whom."""
    return _recall("events", lambda row, record: any(e.type in _kinds(row) for e in record.events))[0]


def speakers() -> tuple[float, Missed]:
    """The share of the expected speakers to whom a statement is given, and those to whom none is."""
    return _recall("speakers", _speaks)


def _recall(kind: str, found: Callable[[dict[str, Any], Record], bool]) -> tuple[float, Missed]:
    asked = [(row["document"], item) for row in lines("expected.jsonl") for item in row[kind]]
    coded = records()
    missed = [(key, item) for key, item in asked if key not in coded or not found(item, coded[key])]
    return 1 - len(missed) / len(asked), missed


def _kinds(row: dict[str, Any]) -> list[str]:
    return row["type"] if isinstance(row["type"], list) else [row["type"]]


def _told(row: dict[str, Any], record: Record) -> bool:
    return any(_fits(row, event, record) for event in record.events)


def _fits(row: dict[str, Any], event: Event, record: Record) -> bool:
    if event.type not in _kinds(row) or row["aux"] not in ("any", event.aux):
        return False
    by, to = _countries(event.actors, record), _countries(event.recipients, record)
    ways = [(by, to)]
    if event.type in SYMMETRIC:
        ways = [(by | to, by | to)]
    elif event.type == "AGREE" and not to:
        ways.append((by, by))  # "the two agreed": each with the other
    return any((not row["actor"] or row["actor"] in a) and (not row["recipient"] or row["recipient"] in r) for a, r in ways)


def _countries(ids: tuple[str, ...], record: Record) -> set[str]:
    return {a.country for a in record.actors if a.id in ids and a.country}


def _speaks(row: dict[str, Any], record: Record) -> bool:
    name, country = (row["name"] or "").lower(), row["country"]
    return any(name in spoken.lower() and country in (None, of) for spoken, of in _speakers(record))


def _speakers(record: Record) -> Iterator[tuple[str, str | None]]:
    known = {a.id: a for a in record.actors}
    for statement in record.statements:
        if statement.speaker:
            yield known[statement.speaker].name, known[statement.speaker].country
