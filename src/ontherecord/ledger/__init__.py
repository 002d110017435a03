"""The ledger: records kept, corrected and asked. The only package that knows DuckDB, which it loads when a ledger is opened."""

from ontherecord.ledger.checking import check
from ontherecord.ledger.coded import Coded, decode, encode
from ontherecord.ledger.corrections import Correction
from ontherecord.ledger.occurrences import Link, OccurrenceRow
from ontherecord.ledger.store import Fingerprint, Ledger, open_ledger

__all__ = ["Coded", "Correction", "Fingerprint", "Ledger", "Link", "OccurrenceRow", "check", "decode", "encode", "open_ledger"]
