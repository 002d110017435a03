"""The labels of the coder's heads, in the order of their numbers."""

from __future__ import annotations

from ontherecord import ontology

TYPES = ("NONE", *ontology.TYPES)
MODES = ("", *(f"{t.name}/{m}" for t in ontology.TYPES.values() for m in t.modes))
AUX = ("", *ontology.AUXILIARY)
