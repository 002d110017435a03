"""The ledger: records kept, corrected and asked. The only package that knows DuckDB, which it loads when a ledger is opened."""

from ontherecord.ledger.checking import check
from ontherecord.ledger.coded import Coded, decode, encode
from ontherecord.ledger.corrections import NEW, Correction, added_id
from ontherecord.ledger.occurrences import Link, OccurrenceRow
from ontherecord.ledger.search import Found, find_documents, find_names
from ontherecord.ledger.store import Fingerprint, Ledger, open_ledger

__all__ = [
    "NEW",
    "Coded",
    "Correction",
    "Fingerprint",
    "Found",
    "Ledger",
    "Link",
    "OccurrenceRow",
    "added_id",
    "check",
    "decode",
    "encode",
    "find_documents",
    "find_names",
    "open_ledger",
]
