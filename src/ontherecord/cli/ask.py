"""`otr dyad`, `otr issues`, `otr positions` and `otr readouts`: questions to the ledger."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from ontherecord.errors import UnknownName


class Answer(Protocol):
    def as_plain(self) -> dict[str, object]: ...


def show_relationship(ledger: Path, a: str, b: str, *, since: str | None, until: str | None, json: bool) -> int:
    """All of a dyad.

    Raises UnknownName for what is no country code or no day, LedgerError for a ledger that cannot be read.
    """
    from ontherecord.analysis import first_words, open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        answer = opened.dyad(a, b, since=since, until=until)
        if json:
            return _write(answer)
        from ontherecord.cli.views import MOST_OCCURRENCES, show_dyad

        words = first_words(opened, [h.id for h in answer.occurrences[-MOST_OCCURRENCES:]])
    show_dyad(answer, words)
    return 0


def show_issue_ledger(ledger: Path, a: str, b: str, *, since: str | None, until: str | None, json: bool) -> int:
    """What is between two countries, issue by issue. Raises as `show_relationship`."""
    from ontherecord.analysis import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        answer = opened.issue_ledger(a, b, since=since, until=until)
    if json:
        return _write(answer)
    from ontherecord.cli.views import show_issues

    show_issues(answer)
    return 0


def plot_relationship(ledger: Path, a: str, b: str, out: Path, *, by: str | None, since: str | None, until: str | None) -> int:
    """Draws the series of a dyad into a file.

    Raises UnknownName for a kind of file or period that there is none of, or when there is nothing to draw; MissingPackage;
    LedgerError for a ledger that cannot be read or a file that cannot be written.
    """
    from ontherecord.analysis import charts, open_ledger

    charts.kind_of(out)
    with open_ledger(ledger, read_only=True) as opened:
        chart = opened.chart(a, b, by=charts.unit_of(by), since=since, until=until)
    charts.write(chart, out)
    sys.stdout.write(f"{out} shows how {a.upper()} and {b.upper()} dealt with each other.\n")
    return 0


def show_held(ledger: Path, holder: str, *, on: str | None, json: bool) -> int:
    """Raises UnknownName for what is no country code, LedgerError for a ledger that cannot be read."""
    from ontherecord.analysis import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        answer = opened.standing(holder, on=on)
    if json:
        return _write(answer)
    from ontherecord.cli.views import show_positions

    show_positions(answer)
    return 0


def show_accounts(ledger: Path, what: Sequence[str], *, since: str | None, until: str | None, latest: bool, json: bool) -> int:
    """One argument is an occurrence, two are countries. Raises UnknownName, LedgerError."""
    from ontherecord.analysis import ReadoutList, Readouts, open_ledger

    if len(what) not in (1, 2):
        raise UnknownName("Give one occurrence's id, or two country codes: otr readouts CHN USA.")
    with open_ledger(ledger, read_only=True) as opened:
        if len(what) == 2:
            listed = opened.calls(*what, since=since, until=until)
            told_twice = [h.id for h in listed.occurrences if len(h.documents) > 1] or [h.id for h in listed.occurrences]
            answer: Answer = opened.readouts(told_twice[0]) if latest and told_twice else listed
        else:
            answer = opened.readouts(what[0])
    if json:
        return _write(answer)
    from ontherecord.cli.readout_views import show_list, show_readouts

    if isinstance(answer, Readouts):
        show_readouts(answer)
    elif isinstance(answer, ReadoutList):
        show_list(answer)
    return 0


def _write(answer: Answer) -> int:
    plain: Mapping[str, object] = answer.as_plain()
    sys.stdout.buffer.write(msgspec.json.encode(plain) + b"\n")
    return 0
