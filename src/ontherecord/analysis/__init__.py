"""Questions to the ledger: the state of a dyad, readouts side by side, issues, positions, commitments, series and alerts."""

from ontherecord.analysis.dyads import Dyad, IssueLedger, dyad, issue_ledger
from ontherecord.analysis.matters import Matter
from ontherecord.analysis.occurrences import first_words
from ontherecord.analysis.positions import Positions, positions
from ontherecord.analysis.readouts import ReadoutList, Readouts, list_readouts, readouts, side_by_side
from ontherecord.analysis.research import ResearchLedger, open_ledger

__all__ = [
    "Dyad",
    "IssueLedger",
    "Matter",
    "Positions",
    "ReadoutList",
    "Readouts",
    "ResearchLedger",
    "dyad",
    "first_words",
    "issue_ledger",
    "list_readouts",
    "open_ledger",
    "positions",
    "readouts",
    "side_by_side",
]
