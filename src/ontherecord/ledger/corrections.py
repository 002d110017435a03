"""What people put right. A correction stands beside the machine's value and outlives a new coding: it is tied to the words its item
stands on (an event's trigger, a statement's first span, a position's evidence, an actor's or issue's first mention), so it finds
its item again when ids have moved.

The ledger's typed rows hold what is right; the machine's own record is kept whole beside them.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec

from ontherecord.errors import LedgerError, OnTheRecordError, UnknownName
from ontherecord.ledger.checking import check
from ontherecord.records import Actor, Event, Issue, Position, Record, Statement, as_json, from_json
from ontherecord.spans import Span

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# An event that the machine missed is a correction of the field "new", with the whole event as its value. An account that was taken out
# of an occurrence is one of the kind "link": its value lists where it stands, and where its copies do.
Kind = Literal["event", "statement", "position", "actor", "issue", "link"]
NEW = "new"
Item = Event | Statement | Position | Actor | Issue


@dataclass(frozen=True, slots=True)
class Correction:
    """`machine` and `value` are in the shape of the contract's JSON. `item_id` is None while no item stands on the anchor's words."""

    id: int
    document_id: str
    kind: Kind
    item_id: str | None
    anchor: Span | None
    field: str
    machine: Any
    value: Any
    who: str
    reason: str
    made: dt.datetime
    undone: dt.datetime | None = None
    undone_by: str | None = None


def items(record: Record, kind: str) -> tuple[Item, ...]:
    """The record's items of a kind. Raises UnknownName for another kind."""
    if kind not in get_args(Kind):
        raise UnknownName(f"There is no kind {kind!r} to correct; there are {', '.join(get_args(Kind))}.")
    return record.events if kind == "link" else tuple(getattr(record, kind + "s"))


def anchor(item: Item) -> Span | None:
    """The words that an item stands on."""
    if isinstance(item, Event):
        return item.trigger
    if isinstance(item, Statement):
        return item.content[0] if item.content else None
    if isinstance(item, Position):
        return item.evidence
    return item.mentions[0] if item.mentions else None


def corrected(record: Record, corrections: Iterable[Correction]) -> Record:
    """The record with the given corrections (oldest first) in place of the machine's values.

    Raises OnTheRecordError when one does not fit.
    """
    plain = msgspec.json.decode(as_json(record))
    for correction in corrections:
        if correction.kind == "link" or correction.item_id is None:
            continue
        value = _with_words(correction.value, record.document.text)
        if correction.field == NEW:
            plain["events"].append(value | {"id": correction.item_id})
            continue
        for item in plain[correction.kind + "s"]:
            if item["id"] == correction.item_id:
                item[correction.field] = value
    whole = from_json(msgspec.json.encode(plain))
    return dataclasses.replace(whole, document=record.document)


def _with_words(value: Any, text: str) -> Any:
    """Spans given without their words get them."""
    if isinstance(value, list):
        return [_with_words(v, text) for v in value]
    if not isinstance(value, dict):
        return value
    if value.keys() <= {"start", "end", "text"} and isinstance(value.get("start"), int):
        return value | {"text": Span(value["start"], value["end"]).of(text)}
    return {k: _with_words(v, text) for k, v in value.items()}


def propose(record: Record, kind: str, item_id: str, field: str, value: Any, who: str, reason: str) -> Correction:
    """The correction, checked against the record but not yet stored (its id is 0).

    Raises UnknownName for a kind, item or field that is not there, LedgerError when the value cannot stand in the field.
    """
    found = next((i for i in items(record, kind) if i.id == item_id), None)
    if found is None:
        there = ", ".join(i.id for i in items(record, kind)) or "none"
        raise UnknownName(f"Document {record.id} has no {kind} {item_id!r}; it has {there}.")
    fields = [f.name for f in dataclasses.fields(found) if f.name != "id"]
    if field not in fields:
        raise UnknownName(f"A {kind} has no field {field!r} to correct; it has {', '.join(fields)}.")
    plain = next(i for i in msgspec.json.decode(as_json(record))[kind + "s"] if i["id"] == item_id)
    made = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    correction = Correction(0, record.id, _as_kind(kind), item_id, anchor(found), field, plain[field], value, who, reason, made)
    try:
        check(corrected(record, [correction]))
    except (OnTheRecordError, TypeError, ValueError, KeyError, AttributeError) as problem:
        raise LedgerError(
            f"{value!r} cannot stand in the field {field!r} of a {kind}: {problem}. Now it holds {plain[field]!r}."
        ) from problem
    return correction


def _as_kind(kind: str) -> Kind:
    return next(k for k in get_args(Kind) if k == kind)


def follow(record: Record, corrections: Sequence[Correction]) -> dict[int, str | None]:
    """Where each correction's item is in a new coding of its document: the item on the same words; of several, the one with the old id.

    One that fits the new coding no more (it names an actor that is gone) waits for the next.
    """
    found: dict[int, str | None] = {}
    standing: list[Correction] = []
    for correction in corrections:
        moved = dataclasses.replace(correction, item_id=_where(record, correction))
        if moved.undone is None and moved.item_id is not None:
            if _fits(record, [*standing, moved]):
                standing.append(moved)
            else:
                moved = dataclasses.replace(moved, item_id=None)
        found[correction.id] = moved.item_id
    return found


def _where(record: Record, correction: Correction) -> str | None:
    if correction.field == NEW:
        return added_id(correction.id)
    if correction.kind == "event" and (correction.item_id or "").startswith("n"):
        return correction.item_id  # of an event that was added by hand, which no coding moves
    there = [i.id for i in items(record, correction.kind) if anchor(i) == correction.anchor]
    return correction.item_id if correction.item_id in there else next(iter(there), None)


def _fits(record: Record, corrections: Sequence[Correction]) -> bool:
    try:
        check(corrected(record, corrections))
    except (OnTheRecordError, TypeError, ValueError, KeyError, AttributeError):
        return False
    return True


def added_id(number: int) -> str:
    """The id of the event that the correction of this number added."""
    return f"n{number}"


COLUMNS = "correction_id, document_id, kind, item_id, anchor, field, machine, value, who, reason, made, undone, undone_by"


def read(connection: DuckDBPyConnection, document_ids: Sequence[str] | None, *, undone: bool) -> list[Correction]:
    """Stored corrections, oldest first; all documents' when `document_ids` is None."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM corrections WHERE ($ids::TEXT[] IS NULL OR document_id IN (SELECT unnest($ids::TEXT[]))) "  # noqa: S608
        "AND ($undone OR undone IS NULL) ORDER BY correction_id",
        {"ids": None if document_ids is None else list(document_ids), "undone": undone},
    ).fetchall()
    return [_from_row(row) for row in rows]


def _from_row(row: tuple[Any, ...]) -> Correction:
    number, document, kind, item, at, field, machine, value, *rest = row
    span = Span(at["start"], at["end"]) if at else None
    return Correction(number, document, kind, item, span, field, msgspec.json.decode(machine), msgspec.json.decode(value), *rest)


def write(connection: DuckDBPyConnection, correction: Correction) -> int:
    """Stores a proposed correction; its number."""
    span = correction.anchor
    row = connection.execute(
        "INSERT INTO corrections (document_id, kind, item_id, anchor, field, machine, value, who, reason, made) "
        "VALUES (?, ?, ?, ?, ?, ?::JSON, ?::JSON, ?, ?, ?) RETURNING correction_id",
        [
            correction.document_id, correction.kind, correction.item_id, {"start": span.start, "end": span.end} if span else None,
            correction.field, *(msgspec.json.encode(v).decode() for v in (correction.machine, correction.value)),
            correction.who, correction.reason, correction.made,
        ],
    ).fetchone()  # fmt: skip
    number = int(row[0]) if row else 0
    if correction.field == NEW:
        connection.execute("UPDATE corrections SET item_id = ? WHERE correction_id = ?", [added_id(number), number])
    return number
