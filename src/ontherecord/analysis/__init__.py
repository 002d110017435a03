"""Questions to the ledger: the state of a dyad, readouts side by side, issues, positions, commitments, series and alerts."""

from ontherecord.analysis.dyads import Dyad, Matter, dyad
from ontherecord.analysis.positions import Positions, positions
from ontherecord.analysis.readouts import ReadoutList, Readouts, list_readouts, readouts, side_by_side

__all__ = ["Dyad", "Matter", "Positions", "ReadoutList", "Readouts", "dyad", "list_readouts", "positions", "readouts", "side_by_side"]
