"""PLOVER as data: event types with their modes, quad classes and scores; sectors and entities.

Source: Halterman et al. 2023, "PLOVER and POLECAT". ACCUSE is -3 and SANCTION material conflict, where the published tables disagree
with themselves (docs/record.md).
"""

from ontherecord.ontology.plover import AUXILIARY, CONTEXTS, INTERNATIONAL, SECTORS, TYPES, EventType, is_cooperative, quad, score

__all__ = ["AUXILIARY", "CONTEXTS", "INTERNATIONAL", "SECTORS", "TYPES", "EventType", "is_cooperative", "quad", "score"]
