"""The ledger as researchers open it: its questions answered as records, as tables for Polars and pandas, and as charts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from ontherecord.analysis import charts
from ontherecord.analysis.codes import country, pair
from ontherecord.analysis.dyads import Dyad, IssueLedger, dyad, issue_ledger
from ontherecord.analysis.occurrences import QUERIES, ask, pair_key
from ontherecord.analysis.positions import Positions, positions
from ontherecord.analysis.readouts import ReadoutList, Readouts, list_readouts, readouts
from ontherecord.analysis.series import Unit
from ontherecord.errors import UnknownName
from ontherecord.ledger import Ledger
from ontherecord.ledger.tables import Table

if TYPE_CHECKING:
    import altair

Day = dt.date | str | None


def open_ledger(path: str | Path, *, read_only: bool = False) -> ResearchLedger:
    """Opens the ledger at `path`; makes it when it is missing and not `read_only`. Use it in a `with` block.

    Raises LedgerError when the file is missing, is something else, is in use, or was written by a newer version.
    """
    return ResearchLedger.open(path, read_only=read_only)


class ResearchLedger(Ledger):
    """A ledger with the questions that `otr` answers.

    Plural nouns give a `Table`: `.to_polars()`, `.to_pandas()`, or hand it to anything that reads Arrow. Columns are described in
    docs/views.md. Countries are ISO alpha-3 or PLOVER international codes; days are dates or "2026-01-31", both ends inclusive; what
    is left out is not asked for. Every method raises UnknownName, with what was probably meant, for what is no code or no day, and
    LedgerError when the ledger cannot be read.
    """

    # Tables

    def events(
        self, a: str | None = None, b: str | None = None, *, type: str | None = None, issue: str | None = None,
        since: Day = None, until: Day = None,
    ) -> Table:  # fmt: skip
        """Events in which `a` (and `b`) have a part, a row each, with the sentence and the chain of sources."""
        return self._table("events", a=_code(a), b=_code(b), type=type, issue=issue, since=_day(since), until=_day(until))

    def occurrences(
        self, a: str | None = None, b: str | None = None, *, type: str | None = None, issue: str | None = None,
        since: Day = None, until: Day = None,
    ) -> Table:  # fmt: skip
        """What happened, a row each however many reports tell it, with the documents that do and their copies."""
        return self._table("occurrences", a=_code(a), b=_code(b), type=type, issue=issue, since=_day(since), until=_day(until))

    def accounts(self, occurrence: str | None = None) -> Table:
        """The accounts of an occurrence (or all), a row each, with the sentence: what a figure opens down to."""
        return self._table("accounts", occurrence=occurrence)

    def statements(self, country: str | None = None, *, issue: str | None = None, since: Day = None, until: Day = None) -> Table:
        """What speakers of a country are reported to have said, by day of publication."""
        return self._table("statements", country=_code(country), issue=issue, since=_day(since), until=_day(until))

    def positions(self, country: str | None = None, *, about: str | None = None, issue: str | None = None) -> Table:
        """What actors of a country hold, a row each time that a document says so; `standing` gathers them over time."""
        return self._table("positions", country=_code(country), about=_code(about), issue=issue)

    def issues(self, a: str | None = None, b: str | None = None) -> Table:
        """Issues as documents name them, a row an issue and document; `issue_ledger` gathers them."""
        return self._table("issues", a=_code(a), b=_code(b))

    def series(self, a: str | None = None, b: str | None = None, *, by: Unit | None = None, since: Day = None, until: Day = None) -> Table:
        """Weeks and months (or one of them, `by`) of two countries, both ways; of all pairs when none is named."""
        if (a is None) != (b is None):
            raise UnknownName("A series is of two countries, or of all: give both codes or none.")
        of = pair_key(*pair(a, b)) if a and b else None
        return self._table("series", pair=of, unit=by, since=_day(since), until=_day(until))

    def dyads(self, country: str | None = None) -> Table:
        """Pairs of countries, those with most occurrences first."""
        return self._table("dyads", country=_code(country))

    # Answers

    def dyad(self, a: str, b: str, *, since: Day = None, until: Day = None) -> Dyad:
        """As `otr dyad`."""
        return dyad(self, a, b, since=_day(since), until=_day(until))

    def issue_ledger(self, a: str, b: str, *, since: Day = None, until: Day = None) -> IssueLedger:
        """As `otr issues`."""
        return issue_ledger(self, a, b, since=_day(since), until=_day(until))

    def standing(self, holder: str, *, on: str | None = None) -> Positions:
        """As `otr positions`."""
        return positions(self, holder, on=on)

    def calls(self, a: str, b: str, *, since: Day = None, until: Day = None) -> ReadoutList:
        """The calls and meetings of two countries, as `otr readouts A B`."""
        return list_readouts(self, a, b, since=_day(since), until=_day(until))

    def readouts(self, occurrence: str) -> Readouts:
        """As `otr readouts OCCURRENCE`."""
        return readouts(self, occurrence)

    def chart(self, a: str, b: str, *, by: Unit | None = None, since: Day = None, until: Day = None) -> altair.VConcatChart:
        """Cooperation and conflict of two countries, as `otr dyad --plot` draws them; weeks up to some fourteen months, else months.

        Raises MissingPackage without Altair, UnknownName also when there is nothing to draw.
        """
        found = self.dyad(a, b, since=since, until=until)
        return charts.draw(found, {row["day"]: row["documents"] for row in ask(self, "reports_read")}, by=by)

    def _table(self, name: str, **bound: object) -> Table:
        return self.table(QUERIES / f"table_{name}.sql", **bound)


def _code(given: str | None) -> str | None:
    return country(given) if given is not None else None


def _day(given: Day) -> dt.date | None:
    if not isinstance(given, str):
        return given
    try:
        return dt.date.fromisoformat(given)
    except ValueError as wrong:
        raise UnknownName(f"{given!r} is no day; write it as year-month-day: 2026-01-31.") from wrong
