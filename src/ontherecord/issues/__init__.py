"""About what? The issues that a document names, and the positions that actors hold."""

from ontherecord.issues.assign import assign
from ontherecord.issues.find import Issues, find, parent
from ontherecord.issues.positions import positions

__all__ = ["Issues", "assign", "find", "parent", "positions"]
