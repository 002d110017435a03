"""Who: countries, bodies, persons of a document, and which words mean whom."""

from ontherecord.actors.cast import Cast, Mention, MentionKind
from ontherecord.actors.find import find_cast
from ontherecord.actors.own import OwnActor, OwnActors, read_own
from ontherecord.actors.own import use as use_own

__all__ = ["Cast", "Mention", "MentionKind", "OwnActor", "OwnActors", "find_cast", "read_own", "use_own"]
