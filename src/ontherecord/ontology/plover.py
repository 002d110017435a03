"""The PLOVER tables. Scores run from -10 (conflict) to +10 (cooperation); a mode that has none of its own takes its type's."""

from __future__ import annotations

from dataclasses import dataclass

from ontherecord.errors import UnknownName


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types: quad class, score, and the scores of its modes in the order of the codebook."""

    name: str
    quad: str
    score: float
    modes: dict[str, float]


TYPES: dict[str, EventType] = {
    t.name: t
    for t in (
        EventType("AGREE", "verbal cooperation", 2.5, {}),
        EventType("CONSULT", "verbal cooperation", 2.5, {"visit": 4.0, "third-party": 1.0, "multilateral": 4.0, "phone": 1.5}),
        EventType("SUPPORT", "verbal cooperation", 5.0, {}),
        EventType("CONCEDE", "verbal cooperation", 4.5, {}),
        EventType("COOPERATE", "material cooperation", 9.5, {}),
        EventType("AID", "material cooperation", 10.0, {}),
        EventType(
            "RETREAT",
            "material cooperation",
            6.5,
            {"withdraw": 8.0, "release": 6.5, "disarm": 10.0, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
        ),
        EventType("REQUEST", "verbal conflict", 0.0, {"assist": 0.5, "change": -1.0, "yield": -1.0, "meet": 0.0}),
        EventType("ACCUSE", "verbal conflict", -3.0, {"disapprove": -2.0, "investigate": -3.5, "allege": -3.5}),
        EventType("REJECT", "verbal conflict", -2.0, {"assist": -1.5, "change": -2.0, "yield": -2.0, "meet": -2.0}),
        EventType(
            "THREATEN",
            "verbal conflict",
            -3.5,
            {"restrict": -3.0, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4.0, "violence": -3.5},
        ),
        EventType(
            "PROTEST",
            "material conflict",
            -5.0,
            {"demo": -5.0, "riot": -7.0, "strike": -5.0, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5, "vandalize": -5.0},
        ),
        EventType("SANCTION", "material conflict", -6.0, {"convict": -6.0, "expel": -5.5, "withdraw": -6.0, "discontinue": -6.0}),
        EventType("MOBILIZE", "material conflict", -5.5, {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6.0}),
        EventType(
            "COERCE",
            "material conflict",
            -7.0,
            {
                "seize": -7.0,
                "restrict": -7.0,
                "censor": -6.5,
                "curfew": -6.5,
                "martial-law": -7.5,
                "arrest": -7.0,
                "deport": -7.0,
                "withhold": -7.0,
                "misinformation": -6.5,
                "cyber": -7.0,
            },
        ),
        EventType(
            "ASSAULT",
            "material conflict",
            -9.0,
            {
                "abduct": -8.5,
                "beat": -7.5,
                "torture": -8.5,
                "sexual": -8.5,
                "targeted": -9.5,
                "destroy": -8.5,
                "primitive": -8.0,
                "firearms": -9.0,
                "explosives": -9.0,
                "suicide-attack": -9.5,
                "aerial": -9.5,
                "drone": -9.5,
                "heavy-weapons": -9.5,
                "crowd-control": -7.5,
                "unconventional": -10.0,
            },
        ),
    )
}
# Whether a reported event took place as told; none of these means that it did.
AUXILIARY = ("historical", "future", "hypothetical", "negation")
CONTEXTS = (
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political_institutions",
    "pro_democracy",
    "pro_autocracy",
    "economic",
    "legal",
    "reparations",
    "human_rights",
    "rights_freedoms",
    "repression",
    "human_security",
    "gender",
    "lgbt",
    "religion_ethnicity",
    "inequality",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "misinformation",
    "crime",
    "corruption",
    "illegal_drugs",
    "trafficking",
)
INTERNATIONAL = {
    "IGO": "intergovernmental organisation",
    "UNO": "United Nations",
    "EUR": "European Union",
    "NGO": "non-governmental organisation",
    "ISM": "international social movement",
    "IMG": "transnational armed group",
    "MNC": "multinational corporation",
}
SECTORS = {
    "GOV": "government, the executive, governing parties",
    "LEG": "legislature",
    "JUD": "judiciary",
    "MIL": "military",
    "COP": "police",
    "SPY": "intelligence services",
    "PRM": "paramilitaries on the government's side",
    "REB": "armed opposition",
    "UAF": "unidentified armed force",
    "PTY": "political party",
    "OPP": "political opposition (usually a secondary code)",
    "ELI": "former officials and their families",
    "CVL": "civilians, protesters, activists",
    "BUS": "business",
    "LAB": "organised labour",
    "AGR": "organised agricultural labour",
    "CRM": "criminals and gangs",
    "EDU": "education",
    "JRN": "journalists and media",
    "MED": "health",
    "REF": "refugees and displaced people",
    "REL": "religious organisations",
    "SOC": "other civil society",
    "PRE": "partially recognised entity (added to another code)",
    "UNK": "unidentified",
}


def score(type_: str, mode: str | None = None) -> float:
    """Conflict-cooperation score of a type or mode, -10 to +10. Raises UnknownName."""
    if type_ not in TYPES:
        raise UnknownName(f"{type_!r} is no PLOVER event type; these are: {', '.join(TYPES)}.")
    found = TYPES[type_]
    return found.score if mode is None else found.modes[mode]


def quad(type_: str) -> str:
    """ "verbal cooperation", "material cooperation", "verbal conflict" or "material conflict"."""
    return TYPES[type_].quad


def is_cooperative(type_: str) -> bool:
    return TYPES[type_].quad.endswith("cooperation")
