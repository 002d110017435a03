"""When? Time expressions, and the days of events."""

from ontherecord.dates.expression import TimeExpression
from ontherecord.dates.find import find
from ontherecord.dates.when import When, long_past, when, when_after

__all__ = ["TimeExpression", "When", "find", "long_past", "when", "when_after"]
