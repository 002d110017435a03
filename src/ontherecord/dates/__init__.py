"""When? Time expressions, and the days of events."""

from ontherecord.dates.expression import TimeExpression
from ontherecord.dates.find import find

__all__ = ["TimeExpression", "find"]
