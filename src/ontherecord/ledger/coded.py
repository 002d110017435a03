"""A coded document as the ledger keeps it. Made where the coding is done, so that the one writer only writes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from ontherecord.errors import LedgerError
from ontherecord.records import Part, Record, as_json, document_id, from_json


@dataclass(frozen=True, slots=True)
class Coded:
    """`record` is the contract's JSON on one line; `source` and `parts` (JSON) are what the contract leaves out of a document."""

    document_id: str
    source: str
    parts: str
    record: str

    @property
    def head(self) -> str:
        """All but the record, as one line of JSON."""
        head = {"document_id": self.document_id, "source": self.source, "parts": msgspec.Raw(self.parts)}
        return msgspec.json.encode(head).decode()


def encode(record: Record) -> Coded:
    """Raises LedgerError when the record's id is not that of its document, SpanError when a span does not fit."""
    if record.id != document_id(record.document):
        raise LedgerError(f"The record of {record.document.source} has the id {record.id}, which is not the hash of its content.")
    parts = msgspec.json.encode(record.document.parts).decode()
    return Coded(record.id, record.document.source, parts, as_json(record).decode())


def decode(coded: Coded) -> Record:
    """The record that `encode` was given."""
    record = from_json(coded.record)
    parts = msgspec.json.decode(coded.parts, type=tuple[Part, ...])
    return replace(record, document=replace(record.document, source=coded.source, parts=parts))
