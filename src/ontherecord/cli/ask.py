"""`otr dyad` and `otr readouts`: questions to the ledger."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from ontherecord.errors import UnknownName


class Answer(Protocol):
    def as_plain(self) -> dict[str, object]: ...


def show_relationship(ledger: Path, a: str, b: str, *, since: str | None, until: str | None, json: bool, issues_only: bool = False) -> int:
    """All of a dyad, or its issue ledger alone.

    Raises UnknownName for what is no country code or no day, LedgerError for a ledger that cannot be read.
    """
    from ontherecord.analysis import dyad
    from ontherecord.ledger import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        answer = dyad(opened, a, b, since=_day(since), until=_day(until))
    if json:
        plain = answer.as_plain()
        _write({k: plain[k] for k in ("dyad", "issues", "commitments", "documents")} if issues_only else plain)
    else:
        from ontherecord.cli.views import show_dyad, show_issues

        (show_issues if issues_only else show_dyad)(answer)
    return 0


def show_held(ledger: Path, holder: str, *, on: str | None, json: bool) -> int:
    """Raises UnknownName for what is no country code, LedgerError for a ledger that cannot be read."""
    from ontherecord.analysis import positions
    from ontherecord.ledger import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        answer = positions(opened, holder, on=on)
    if json:
        _write(answer.as_plain())
    else:
        from ontherecord.cli.views import show_positions

        show_positions(answer)
    return 0


def show_accounts(ledger: Path, what: Sequence[str], *, since: str | None, until: str | None, latest: bool, json: bool) -> int:
    """One argument is an occurrence, two are countries. Raises UnknownName, LedgerError."""
    from ontherecord.analysis import list_readouts, readouts
    from ontherecord.ledger import open_ledger

    if len(what) not in (1, 2):
        raise UnknownName("Give one occurrence's id, or two country codes: otr readouts CHN USA.")
    with open_ledger(ledger, read_only=True) as opened:
        if len(what) == 2:
            listed = list_readouts(opened, *what, since=_day(since), until=_day(until))
            told_twice = [h.id for h in listed.occurrences if len(h.documents) > 1] or [h.id for h in listed.occurrences]
            answer: Answer = readouts(opened, told_twice[0]) if latest and told_twice else listed
        else:
            answer = readouts(opened, what[0])
    if json:
        _write(answer.as_plain())
    else:
        from ontherecord.analysis import ReadoutList, Readouts
        from ontherecord.cli.views import show_list, show_readouts

        if isinstance(answer, Readouts):
            show_readouts(answer)
        elif isinstance(answer, ReadoutList):
            show_list(answer)
    return 0


def _write(plain: Mapping[str, object]) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(plain) + b"\n")


def _day(given: str | None) -> dt.date | None:
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError as wrong:
        raise UnknownName(f"{given!r} is no day; write it as year-month-day: 2026-01-31.") from wrong
