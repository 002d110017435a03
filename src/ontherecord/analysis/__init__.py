"""Questions to the ledger: the state of a dyad, readouts side by side, issues, positions, commitments, series and alerts."""

from ontherecord.analysis.dyads import Dyad, IssueLedger, dyad, issue_ledger
from ontherecord.analysis.matters import Matter
from ontherecord.analysis.positions import Positions, positions
from ontherecord.analysis.readouts import ReadoutList, Readouts, list_readouts, readouts, side_by_side

__all__ = [
    "Dyad",
    "IssueLedger",
    "Matter",
    "Positions",
    "ReadoutList",
    "Readouts",
    "dyad",
    "issue_ledger",
    "list_readouts",
    "positions",
    "readouts",
    "side_by_side",
]
