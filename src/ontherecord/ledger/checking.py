"""Whether a record that did not come straight from the pipeline (imported, corrected) is whole."""

from __future__ import annotations

import datetime as dt

import msgspec

from ontherecord.errors import LedgerError
from ontherecord.records import Record


def check(record: Record) -> None:
    """Raises LedgerError when a value is not of its field's type, or an id names no actor."""
    try:
        msgspec.convert(msgspec.to_builtins(record, builtin_types=(dt.date,)), Record)
    except msgspec.ValidationError as problem:
        raise LedgerError(str(problem)) from problem
    unknown = sorted(_named(record) - {a.id for a in record.actors})
    if unknown:
        raise LedgerError(f"it names actors that it does not have: {', '.join(unknown)}")


def _named(record: Record) -> set[str]:
    named = {p.holder for p in record.positions}
    named.update(i for e in record.events for i in (*e.actors, *e.recipients))
    named.update(i for s in record.statements for i in (s.speaker, *s.addressees) if i is not None)
    return named
