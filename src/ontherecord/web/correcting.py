"""From a form to corrections: what was changed, whether it can stand, whether somebody was quicker."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from ontherecord.analysis.codes import country
from ontherecord.errors import LedgerError, OnTheRecordError, UnknownName
from ontherecord.ledger import NEW, Correction, Ledger, added_id
from ontherecord.linking import relink
from ontherecord.ontology import AUXILIARY, SECTORS, TYPES, quad, score
from ontherecord.records import Actor, Event, Position, Record, Statement
from ontherecord.records.types import Change
from ontherecord.spans import Span
from ontherecord.web.article import latest, one
from ontherecord.web.pages import spelt

Form = Mapping[str, Sequence[str]]
Item = Event | Statement | Position | Actor
LONGEST_NAME, LONGEST_REASON = 120, 2000
KINDS: dict[type, str] = {Event: "event", Statement: "statement", Position: "position", Actor: "actor"}


class Overtaken(OnTheRecordError):  # noqa: N818  (nobody did wrong)
    """Somebody corrected the same item between the look and the sending."""


def correct(ledger: Ledger, document: str, item_id: str, form: Form) -> list[int]:
    """Keeps what a form changed as corrections; their numbers, none when it changed nothing.

    Raises UnknownName for what is not there, LedgerError for a value that does not fit, Overtaken when another was quicker.
    """
    record = one(ledger, document)
    item = _item(record, item_id)
    who, reason = _signed(form)
    changed = changes(record, item, form)
    standing = ledger.corrections([document], undone=True)
    if first(form, "seen") != str(latest(standing, item_id)):
        raise Overtaken(_overtaken(standing, item_id, changed))
    made = ledger.correct_all(document, KINDS[type(item)], item_id, changed, who=who, reason=reason) if changed else []
    if made and isinstance(item, (Event, Actor)):
        relink(ledger)
    return made


def unlink(ledger: Ledger, form: Form) -> tuple[str, str]:
    """Takes the account that a form names out of its occurrence; the document and event.

    Raises UnknownName for what is not there, LedgerError when it stands alone, or name or reason are missing.
    """
    document, event = first(form, "document"), first(form, "event")
    who, reason = _signed(form)
    ledger.unlink(document, event, who=who, reason=reason)
    relink(ledger)
    return document, event


def add(ledger: Ledger, document: str, form: Form) -> str:
    """Adds the event that a form tells of as one that the machine missed; its id. Raises UnknownName, LedgerError."""
    record = one(ledger, document)
    who, reason = _signed(form)
    kind, mode, aux = (first(form, name).strip() or None for name in ("type", "mode", "aux"))
    if kind not in TYPES or mode not in (None, *TYPES[kind].modes) or aux not in (None, *AUXILIARY):
        raise LedgerError(f"“{kind}” with the mode “{mode}” cannot stand; choose a type, and one of its modes or none.")
    words = find_words(record.document.text, first(form, "words"), first(form, "near"))
    event: dict[str, Any] = {
        "type": kind, "mode": mode, "aux": aux, "trigger": {"start": words.start, "end": words.end},
        "actors": _ids(record, form.get("actors", ())), "recipients": _ids(record, form.get("recipients", ())),
    }  # fmt: skip
    number = ledger.add_event(document, event | _date(None, form), who=who, reason=reason)
    relink(ledger)
    return added_id(number)


def find_words(text: str, words: str, near: str) -> Span:
    """Where words stand in a text, spaces and line ends being alike: the first place from the code point `near` on, else the first.

    Raises LedgerError when they stand nowhere.
    """
    looked_for = re.compile(r"\s+".join(map(re.escape, words.split())))
    start = int(near) if near.isascii() and near.isdigit() and len(near) < 10 else 0
    found = (looked_for.search(text, start) or looked_for.search(text)) if words.strip() else None
    if found is None:
        raise LedgerError(f"“{words[:80]}” does not stand in this report. Select the words in the text, or write them as they stand there.")
    return Span(found.start(), found.end())


def undo(ledger: Ledger, number: int, who: str) -> tuple[str, str | None]:
    """Takes back a correction with those made in the same breath (a type takes its score along); the document and item, None for an
    event that is gone with it.

    Raises UnknownName when it does not stand any more.
    """
    if not who.strip():
        raise LedgerError("Say who takes it back: your name stands beside the correction.")
    standing = ledger.corrections()
    found = next((c for c in standing if c.id == number), None)
    if found is None:
        raise UnknownName(f"Correction {number} does not stand: it was taken back already, or was never made.")
    ledger.undo_all([c.id for c in breath(standing, found)], who=who.strip()[:LONGEST_NAME])
    if found.kind in ("event", "actor", "link"):
        relink(ledger)
    return found.document_id, None if found.field == NEW else found.item_id


def breath(standing: Sequence[Correction], one_of: Correction) -> list[Correction]:
    """The corrections that one form made: numbers in a row, of one item, person and reason."""

    def same(c: Correction) -> bool:
        return (c.document_id, c.item_id, c.who, c.reason) == (one_of.document_id, one_of.item_id, one_of.who, one_of.reason)

    numbers = {c.id: c for c in standing if same(c)}
    low = high = one_of.id
    while low - 1 in numbers:
        low -= 1
    while high + 1 in numbers:
        high += 1
    return [numbers[n] for n in range(low, high + 1) if abs((numbers[n].made - one_of.made).total_seconds()) < 2]


def _item(record: Record, item_id: str) -> Item:
    items: tuple[Item, ...] = (*record.events, *record.statements, *record.positions, *record.actors)
    found = next((i for i in items if i.id == item_id), None)
    if found is None:
        raise UnknownName(f"This report has no item “{item_id}” to correct.")
    return found


def _signed(form: Form) -> tuple[str, str]:
    who, reason = first(form, "who").strip(), first(form, "reason").strip()
    if not who or not reason:
        raise LedgerError("A correction needs your name and a reason; both stand beside it. Go back, and add what is missing.")
    return who[:LONGEST_NAME], reason[:LONGEST_REASON]


def _overtaken(standing: Sequence[Correction], item_id: str, changed: Mapping[str, Any]) -> str:
    last = next(c for c in reversed(standing) if c.item_id == item_id) if any(c.item_id == item_id for c in standing) else None
    done = (
        f"{last.who} set “{spelt(last.field)}” to {last.value!r}" + (", and it was taken back" if last.undone else "")
        if last
        else "It changed"
    )
    yours = "; ".join(f"{spelt(k)} = {v!r}" for k, v in changed.items() if k not in ("quad", "score")) or "nothing new"
    return (
        f"Somebody corrected this since you opened it. {done}. Nothing of yours was kept, so that nobody's word is lost. You had chosen: "
        f"{yours}. Go back to the report, look at it as it stands now, and choose again."
    )


def changes(record: Record, item: Item, form: Form) -> dict[str, Any]:
    """The fields that a form gives another value, in the shape of the record's JSON. A confirmed type counts as given.

    Raises LedgerError for a value that cannot stand.
    """
    if isinstance(item, Event):
        return _of_event(record, item, form)
    if isinstance(item, Actor):
        return _of_actor(item, form)
    if isinstance(item, Statement):
        return _given(form, {"speaker": item.speaker}, {"speaker": [a.id for a in record.actors]})
    return _given(form, {"change": item.change}, {"change": get_args(Change)})


def _given(form: Form, now: Mapping[str, Any], allowed: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Plain fields: those that were sent with another value; an empty one is null."""
    found: dict[str, Any] = {}
    for field, value in now.items():
        if field in form and (sent := first(form, field).strip() or None) != value:
            if sent is not None and sent not in allowed[field]:
                raise LedgerError(f"“{sent}” cannot stand for {spelt(field)}; there are {', '.join(list(allowed[field])[:40])}.")
            found[field] = sent
    return found


def _of_actor(item: Actor, form: Form) -> dict[str, Any]:
    found = _given(form, {"sector": item.sector}, {"sector": list(SECTORS)})
    if "country" in form and (sent := first(form, "country").strip()) != (item.country or ""):
        found["country"] = country(sent) if sent else None
    if "name" in form and (name := first(form, "name").strip()) and name != item.name:
        found["name"] = name[:200]
    return found


def _of_event(record: Record, item: Event, form: Form) -> dict[str, Any]:
    found = _given(form, {"type": item.type, "aux": item.aux}, {"type": list(TYPES), "aux": list(AUXILIARY)})
    if found.get("type", "") is None:
        raise LedgerError("An event needs a type.")
    kind = found.get("type", item.type)
    mode = first(form, "mode").strip() or None if "mode" in form else item.mode
    if mode not in (None, *TYPES[kind].modes):
        if mode != item.mode:
            raise LedgerError(f"{kind} has no mode “{mode}”; it has {', '.join(TYPES[kind].modes) or 'none'}.")
        mode = None  # the old type's mode goes with it
    if mode != item.mode:
        found["mode"] = mode
    if {"type", "mode"} & found.keys():
        found |= {k: v for k, v, old in (("quad", quad(kind), item.quad), ("score", score(kind, mode), item.score)) if v != old}
    if first(form, "confirm"):
        found = {"type": item.type}
    for side in ("actors", "recipients"):
        if f"{side}_shown" in form and sorted(form.get(side, ())) != sorted(getattr(item, side)):
            found[side] = _ids(record, form.get(side, ()))
    return found | _date(item, form)


def _ids(record: Record, given: Sequence[str]) -> list[str]:
    known = {a.id for a in record.actors}
    if unknown := [i for i in given if i not in known]:
        raise LedgerError(f"This report has no actor {', '.join(unknown)}.")
    return list(dict.fromkeys(given))


def _date(item: Event | None, form: Form) -> dict[str, Any]:
    if "date_start" not in form:
        return {}
    start, end = first(form, "date_start").strip(), first(form, "date_end").strip()
    now = (item.date.start.isoformat(), item.date.end.isoformat()) if item and item.date else ("", "")
    if (start, end or start) == now:
        return {}
    if not start:
        return {"date": None}
    try:
        days = dt.date.fromisoformat(start), dt.date.fromisoformat(end or start)
    except ValueError as wrong:
        raise LedgerError(f"“{start}” to “{end}” are no days. Write them as year-month-day: 2026-01-31.") from wrong
    if days[0] > days[1]:
        raise LedgerError(f"The first day, {days[0]}, is after the last, {days[1]}.")
    span = item.date.span if item and item.date else None
    words = {"start": span.start, "end": span.end} if span else None
    return {"date": {"start": days[0].isoformat(), "end": days[1].isoformat(), "span": words}}


def first(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "")
