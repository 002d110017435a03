"""Who: countries, bodies, persons of a document, and which words mean whom."""

from ontherecord.actors.cast import Cast, Mention, MentionKind
from ontherecord.actors.find import find_cast

__all__ = ["Cast", "Mention", "MentionKind", "find_cast"]
