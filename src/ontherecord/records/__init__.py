"""What a document is and what it yields: frozen types, and their way to and from JSON."""

from ontherecord.records.types import (
    Actor,
    Amount,
    Aux,
    Document,
    Event,
    Interval,
    Issue,
    Part,
    Place,
    Position,
    Record,
    Refusal,
    SourceLink,
    Statement,
)
from ontherecord.records.wire import as_json, document_id, from_json

__all__ = [
    "Actor",
    "Amount",
    "Aux",
    "Document",
    "Event",
    "Interval",
    "Issue",
    "Part",
    "Place",
    "Position",
    "Record",
    "Refusal",
    "SourceLink",
    "Statement",
    "as_json",
    "document_id",
    "from_json",
]
