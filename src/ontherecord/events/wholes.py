"""Whose men and machines those are that act and suffer: "drones of THE ARMY", "NATO's jets" stand for a body, an envoy for a state."""

from __future__ import annotations

from ontherecord.events.frames import Frame
from ontherecord.events.slots import FORCES, Slots

# What only its owner can act by, or be hit in.
MACHINES = {
    "drone", "jet", "warplane", "plane", "aircraft", "bomber", "helicopter", "gunship", "artillery", "tank", "warship", "ship",
    "vessel", "frigate", "destroyer", "submarine", "boat", "gunboat", "missile", "rocket", "shell", "gun", "howitzer", "mortar",
    "armour", "bulldozer", "patrol", "convoy",
}  # fmt: skip
PLACES = {
    "garrison", "base", "camp", "post", "position", "barracks", "headquarters", "convoy", "trench", "outpost", "column", "checkpoint",
    "station", "depot", "hideout", "stronghold",
}  # fmt: skip
# People who are nothing but their body's.
MEN = {
    "soldier", "man", "woman", "troop", "fighter", "gunman", "member", "agent", "officer", "bomber", "rebel", "ranger", "worker",
    "guard", "marine", "militant", "guerrilla", "militiaman", "policeman", "trooper", "sailor", "pilot", "unit", "peacekeeper",
    "militia",
}  # fmt: skip
# People who stand for the state that sent them, when it calls them back or another sends them away, and where its affairs are done.
ENVOYS = {"ambassador", "envoy", "diplomat", "consul", "attaché", "attache", "charge", "embassy", "consulate"}
SENT = {"SANCTION", "PROTEST"}


def whole(frame: Frame, slots: Slots) -> None:
    """Puts the body in the place of its men and machines, and the state in that of an envoy who is expelled or summoned, unnamed."""
    verb = frame.clause
    for i in slots.fillers(verb, "subject") if slots.grammar.is_verb(verb) else ():
        frame.actors = _instead(frame.actors, i, slots, MACHINES | MEN, "actor", frame)
    for slot in ("object", "on", "at", "against", "with", "to"):
        for i in slots.fillers(verb, slot):
            frame.recipients = _instead(frame.recipients, i, slots, MACHINES | PLACES | MEN, "recipient", frame)
            if slot == "object" and (frame.type in SENT or slots.grammar.tokens[verb].lemma in ("summon", "call")):
                frame.recipients = _state(frame.recipients, i, slots)


def _instead(ids: tuple[str, ...], i: int, slots: Slots, words: set[str], part: str, frame: Frame) -> tuple[str, ...]:
    mention, lemma = slots.cast.at(i), slots.grammar.tokens[i].lemma
    if mention is None or lemma not in words or len(mention.actors) != 1 or mention.actors[0] not in ids:
        return ids
    owners = slots.parties([*slots.fillers(i, "possessor"), *slots.fillers(i, "of")])
    owners = tuple(a for a in owners if a not in mention.actors and (lemma not in MEN or _body(a, slots)))
    others = frame.recipients if part == "actor" else frame.actors
    if not owners or (part == "recipient" and set(owners) & set(others)):
        return ids
    frame.why.append(f"{part}: whose {slots.grammar.tokens[i].text!r} it is")
    if part == "actor":
        frame.recipients = tuple(a for a in frame.recipients if a not in owners)
    return tuple(dict.fromkeys(o for a in ids for o in (owners if a == mention.actors[0] else (a,))))


def _body(id_: str, slots: Slots) -> bool:
    """Armed forces, armed groups, police and international bodies act by their people; a state or a firm employs them."""
    cast = slots.cast
    return not cast.is_country(id_) and (cast.actor(id_).sector in FORCES or cast.is_corporate(id_))


def _state(ids: tuple[str, ...], i: int, slots: Slots) -> tuple[str, ...]:
    """ "expelled THE AMBASSADOR OF CHAD": Chad, where the envoy is not named."""
    mention, token = slots.cast.at(i), slots.grammar.tokens[i]
    if mention is None or token.pos == "PROPN" or token.lemma not in ENVOYS or len(mention.actors) != 1 or mention.actors[0] not in ids:
        return ids
    id_ = mention.actors[0]
    actor = slots.cast.actor(id_)
    if actor.country is None or slots.grammar.children(i, "appos"):
        return ids
    return tuple(dict.fromkeys(slots.ours.state(a) if a == id_ else a for a in ids))
