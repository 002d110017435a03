"""Whose verb is turned round: "SUFFERED an attack by rebels", "RECEIVED aid from Chad", "was RECEIVED by the king"."""

from __future__ import annotations

from ontherecord.events.frames import Frame
from ontherecord.events.slots import Slots

# Verbs whose subject has guests.
HOSTING = {"receive", "host", "welcome"}
# Verbs to whose subject others do what their object tells.
GETTING = {"receive", "get", "obtain", "suffer", "endure", "sustain", "undergo", "experience", "survive", "face", "collect"}
FROM = ("by", "from", "at/of")
# What people are killed and wounded in.
FIGHTS = {
    "battle", "fighting", "clash", "fight", "attack", "raid", "shelling", "bombing", "bombardment", "strike", "airstrike", "ambush",
    "offensive", "assault", "combat", "skirmish", "war", "firefight", "shootout", "massacre",
}  # fmt: skip
# What is dropped and fired on somebody.
ARMS = {
    "bomb",
    "shell",
    "missile",
    "rocket",
    "grenade",
    "drone",
    "mine",
    "bullet",
    "torpedo",
    "mortar",
    "round",
    "projectile",
    "plane",
    "tank",
}
# Deeds; judgements read in the mouth of a speaker are not among them.
DEEDS = {"ASSAULT", "COERCE", "AID", "RETREAT", "SANCTION", "MOBILIZE"}


def turn(frame: Frame, slots: Slots) -> None:
    """Puts the parties of a frame on the sides that its verb gives them."""
    if frame.type == "ASSAULT" and not frame.actors:
        _in_battle(frame, slots)
        _by_arms(frame, slots)
    if not slots.grammar.is_verb(frame.clause) or slots.grammar.tokens[frame.clause].pos != "VERB":
        return
    if frame.type in DEEDS and frame.entry.by == ("speaker",):
        _deed(frame, slots)
    elif frame.type == "CONSULT":
        _guests(frame, slots)
    elif slots.grammar.tokens[frame.trigger].lemma in GETTING and frame.trigger == frame.clause:
        _got(frame, slots)


def _in_battle(frame: Frame, slots: Slots) -> None:
    """ "Ten were wounded in BATTLES WITH THE REBELS", "killed in shelling BY CHAD": whoever fought there."""
    for word, _, noun in slots.grammar.phrases(frame.clause):
        if word not in ("in", "during", "by", "after") or slots.grammar.tokens[noun].lemma not in FIGHTS:
            continue
        ids = slots.first(noun, ("by", "possessor", "with", "from"))[1]
        hurt = slots.cast.countries(frame.recipients)
        frame.actors = tuple(a for a in ids if a not in frame.recipients and not (slots.cast.countries([a]) & hurt))
        if frame.actors:
            frame.why.append("actor: who fought there")
            return


def _by_arms(frame: Frame, slots: Slots) -> None:
    """ "CHADIAN BOMBS were dropped on the town": whose arms they are."""
    if frame.actors or not slots.grammar.is_verb(frame.clause) or not slots.grammar.is_passive(frame.clause):
        return
    hurt = slots.cast.countries(frame.recipients)
    for i in slots.fillers(frame.clause, "object"):
        if slots.grammar.tokens[i].lemma in ARMS:
            ids = slots.parties([i], things=True)
            frame.actors = tuple(a for a in ids if a not in frame.recipients and not (slots.cast.countries([a]) & hurt))
            if frame.actors:
                frame.why.append("actor: whose arms they are")
                return


def _deed(frame: Frame, slots: Slots) -> None:
    """ "She said that soldiers had VIOLATED four of them": a deed is done by its verb's subject, whoever tells of it."""
    doers = slots.parties(slots.fillers(frame.clause, "subject"))
    frame.actors = doers
    frame.recipients = tuple(a for a in slots.parties(slots.fillers(frame.clause, "object"), things=True) if a not in doers)
    frame.why.append("recipient: the verb's own, whoever speaks")


def _got(frame: Frame, slots: Slots) -> None:
    """ "Chad SUFFERED ten raids by rebels": done to the subject, by whoever stands behind "by" or "from"."""
    if slots.grammar.is_passive(frame.clause):
        return
    got = slots.parties(slots.fillers(frame.clause, "subject"))
    if not got or set(frame.actors) != set(got):
        return
    givers = slots.parties([x for slot in FROM for x in slots.fillers(frame.clause, slot)])
    givers = givers or slots.parties([x for o in slots.fillers(frame.clause, "object") for s in FROM[:2] for x in slots.fillers(o, s)])
    frame.actors, frame.recipients = tuple(a for a in givers if a not in got), got
    frame.why.append("recipient: the subject, which gets or suffers it")


def _guests(frame: Frame, slots: Slots) -> None:
    """ "Chad's president RECEIVED Mali's envoy": guest and host. Who telephones and who is telephoned both act: they talk."""
    lemma = slots.grammar.tokens[frame.clause].lemma
    doers = set(slots.parties(slots.fillers(frame.clause, "subject")))
    object_ = set(slots.parties(slots.fillers(frame.clause, "object")))
    if lemma in HOSTING and frame.recipients and set(frame.actors) <= doers and object_ & set(frame.recipients):
        frame.actors, frame.recipients, frame.mode = frame.recipients, frame.actors, "visit"
        frame.why.append("guest and host")
