"""What becomes of an event under the word that governs it: "agreed to MEET" is AGREE, "called off the VISIT" is REJECT.

The rules follow the codebook: future cooperation is AGREE; an announced retreat stays CONCEDE; refusing, requesting and threatening
take their mode from what is refused, requested, threatened.
"""

from __future__ import annotations

from collections.abc import Iterable

from ontherecord.ontology import is_cooperative
from ontherecord.records import Aux

COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"}
YIELDING = {"CONCEDE", "RETREAT"}
# The mode of REQUEST and REJECT by what is asked for or refused.
ASKED = {"AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield"}
# What says in a request, without an event of its own, which mode it has: "asked for WEAPONS", "called on them to LEAVE".
WANTED = {
    "assist": """aid assistance help assist support weapon arms ammunition tank jet loan grant credit fund funding money donate supply lend
        equip rearm reinforcement relief backing mediation asylum refuge vaccine medicine bailout investment protection
        weaponry humanitarian""",
    "yield": """withdraw withdrawal ceasefire cease-fire truce release free lift disarm surrender retreat resign resignation pullout
        concession hostilities de-escalate cease""",
    "meet": "meet meeting talk negotiate negotiation dialogue summit visit consultation",
}  # fmt: skip
OF = {word: mode for mode, words in WANTED.items() for word in words.split()}
# The mode of THREATEN by what is threatened: by type, and by mode where the mode says more.
THREATENED = {
    "SANCTION": "relations", "COERCE": "restrict", "ASSAULT": "violence", "MOBILIZE": "violence", "PROTEST": None, "REJECT": "relations",
}  # fmt: skip
THREATENED_MODE = {
    ("SANCTION", "expel"): "expel", ("COERCE", "arrest"): "arrest", ("COERCE", "deport"): "expel", ("COERCE", "seize"): "territory",
}  # fmt: skip


# Operators whose outcome is one type, whatever they govern.
FIXED: dict[str, tuple[str, Aux | None]] = {"accuse": ("ACCUSE", None), "endorse": ("SUPPORT", None)}
MODAL: dict[str, Aux] = {"deny": "negation", "fail": "negation", "doubt": "hypothetical"}


def compose(op: str, type_: str, mode: str | None) -> tuple[str, str | None, Aux | None]:
    """Type, mode and auxiliary mode of an event of the given type and mode under an operator."""
    if op in FIXED:
        return FIXED[op][0], None, FIXED[op][1]
    if op in MODAL and not (op == "fail" and type_ == "AGREE"):
        return type_, mode, MODAL[op]
    match op:
        case "commit":
            return _committed(type_, mode)
        case "intend":
            return intended(type_, mode)
        case "request":
            return "REQUEST", ASKED.get(type_, "change"), None
        case "fail" if type_ == "AGREE":
            return "REJECT", "change", None
        case "refuse":
            return "REJECT", ASKED.get(type_, "change"), None
        case "threaten":
            return "THREATEN", threatened(type_, mode), None
        case "stop":
            return _stopped(type_, mode)
        case "allow":
            return ("RETREAT", "access", None) if type_ == "CONSULT" else ("CONCEDE", None, None)
        case "approve" if type_ in ("AGREE", "REQUEST"):
            return "SUPPORT", None, None
    return type_, mode, None


def _committed(type_: str, mode: str | None) -> tuple[str, str | None, Aux | None]:
    if type_ in COOPERATION:
        return "AGREE", None, None
    if type_ in YIELDING:
        return "CONCEDE", None, None
    if type_ in THREATENED and type_ != "REJECT":
        return "THREATEN", threatened(type_, mode), None
    return type_, mode, None


def wanted(lemmas: Iterable[str]) -> str:
    """The mode of a REQUEST by the first telling word of what is asked for; "change" where none tells."""
    return next((OF[lemma] for lemma in lemmas if lemma in OF), "change")


def intended(type_: str, mode: str | None) -> tuple[str, str | None, Aux | None]:
    """An event that is planned, or that "will" happen."""
    if type_ in COOPERATION:
        return "AGREE", None, "future"
    if type_ in YIELDING:
        return "CONCEDE", None, "future"
    if type_ in ("SANCTION", "COERCE", "ASSAULT", "PROTEST"):
        return "THREATEN", threatened(type_, mode), None
    return type_, mode, "future"


def threatened(type_: str, mode: str | None) -> str | None:
    """The mode of THREATEN for what is threatened."""
    return THREATENED_MODE.get((type_, mode or ""), THREATENED.get(type_))


def _stopped(type_: str, mode: str | None) -> tuple[str, str | None, Aux | None]:
    if type_ == "CONSULT":
        return "REJECT", "meet", None
    if type_ == "AGREE":
        return "SANCTION", "withdraw", None
    if is_cooperative(type_):
        return "SANCTION", "discontinue", None
    if type_ == "ASSAULT":
        return "RETREAT", "ceasefire", None
    if type_ == "MOBILIZE":
        return "RETREAT", "withdraw", None
    return "CONCEDE", None, None
