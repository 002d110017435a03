"""What a speaker demands without a word of demanding: "Togo must release the crew", "Leave the island", and "or else"."""

from __future__ import annotations

from ontherecord.actors.cast import Cast
from ontherecord.events.composition import ASKED
from ontherecord.events.frames import Frame
from ontherecord.events.lexicon import Entry
from ontherecord.events.modality import Modality
from ontherecord.events.slots import Slots
from ontherecord.events.spoken import Speakers
from ontherecord.language import Grammar, Token

# "X must stop": said of another country by a speaker, that is a demand. No word list can hold it, so the entry is made here.
OBLIGED = Entry(
    "request-must", "verb", (), "REQUEST", "change", None, None, None, None, (), frozenset(), (), (), (), False, False, "request",
    "“Togo must release the crew,” Benin's minister said.", "“We must do more,” Benin's minister said.",
)  # fmt: skip

# What nobody is asked to do: states, and what befalls one.
STATES = {
    "be", "have", "contain", "reflect", "receive", "get", "depend", "know", "think", "understand", "feel", "remain", "become", "win",
    "lose", "bear", "find", "live", "seem", "need", "want", "face", "suffer", "survive", "gain", "see", "remember", "realise", "realize",
    "exist", "say",
}  # fmt: skip


# What a speaker deplores rather than asks for where it stands as a bare verb.
HARM = {"ASSAULT", "COERCE", "SANCTION"}


def demands(found: dict[int, Frame], slots: Slots, modality: Modality, speakers: Speakers) -> None:
    """Puts a REQUEST (or a THREATEN) in `found` at every verb that a speaker demands of another side; what it told goes inside."""
    for token in slots.grammar.tokens:
        ours, addressees = speakers(token.i)
        if not ours:
            continue
        frame = (
            _imperative(token, ours, addressees, found.get(token.i), slots.grammar, modality)
            or _obligation(token, ours, slots, modality)
            or _owed(token, ours, found.get(token.i), slots.grammar, modality)
        )
        if frame is None:
            continue
        if token.i in found:
            frame.inner = [found[token.i]]
            if frame.type == "REQUEST" and frame.mode is None:
                frame.mode = ASKED.get(frame.inner[0].type or "")
        if frame.type == "REQUEST":
            frame.mode = frame.mode or "change"
        found[token.i] = frame


def or_else(verb: int, grammar: Grammar) -> bool:
    """ "leave OR be arrested": another verb stands to the verb as its alternative."""
    return any(
        grammar.tokens[c].lower == "or" and any(grammar.is_verb(v) and v > c for v in grammar.children(verb, "conj"))
        for c in grammar.children(verb, "cc")
    )


def _imperative(
    token: Token, ours: tuple[str, ...], addressees: tuple[str, ...], told: Frame | None, grammar: Grammar, modality: Modality
) -> Frame | None:
    """ "Release the sailors": only of a deed, not "be happy"; of one that nobody is said to do, even where nobody is addressed."""
    if not modality.imperative(token.i) or not ((told is not None and told.type) or or_else(token.i, grammar)):
        return None
    if told is not None and told.type in HARM and not or_else(token.i, grammar):
        return None  # "They came at dawn. SHOOT at houses, rob shops.": nobody asks for that
    type_ = "THREATEN" if or_else(token.i, grammar) else "REQUEST"
    return Frame(token.i, token.i, OBLIGED, type_, None, ours, addressees, why=["an imperative to them"])


def _obligation(token: Token, ours: tuple[str, ...], slots: Slots, modality: Modality) -> Frame | None:
    if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass") or not modality.obliged(token.i):
        return None
    ready = token.lemma == "be" and slots.grammar.children(token.i, "acomp")  # "must be ready to mediate"
    if (token.lemma in STATES and not ready) or slots.grammar.is_passive(token.i):
        return None  # "must be part of it" describes, "must be held to account" asks it of others
    if any(slots.grammar.tokens[s].lower in ("we", "i", "it") for s in slots.grammar.subjects(token.i)):
        return None
    if any(slots.grammar.tokens[s].lower in ("nobody", "none") or slots.grammar.negated(s) for s in slots.grammar.subjects(token.i)):
        return None
    if not any(slots.cast.at(s) is not None for s in slots.grammar.subjects(token.i)):
        return None  # "the pressure of Chad's neighbours should move it": a thing is asked for nothing
    theirs = slots.parties(slots.grammar.subjects(token.i))
    here, there = slots.cast.countries(ours), slots.cast.countries(theirs)
    if not there or not (
        (here and not here & there) or (not (here & there and _named(token.i, slots)) and _another_branch(theirs, ours, slots.cast))
    ):
        return None  # "America must win", said by one of its own, asks nothing of anybody
    return Frame(token.i, token.i, OBLIGED, "REQUEST", "change", ours, theirs, why=["“must” said of another side"])


def _owed(token: Token, ours: tuple[str, ...], told: Frame | None, grammar: Grammar, modality: Modality) -> Frame | None:
    """ "The crew must be released": a demand on whoever holds them, whom the clause need not name."""
    if told is None or told.type not in ("RETREAT", "CONCEDE") or not grammar.is_passive(token.i) or not modality.obliged(token.i):
        return None
    return Frame(token.i, token.i, OBLIGED, "REQUEST", "yield", ours, (), why=["“must be” said of what another side withholds"])


def _named(verb: int, slots: Slots) -> bool:
    """Whether the subject is a country by its name, or "our country"."""
    if any(slots.grammar.tokens[p].lower in ("our", "my") for s in slots.grammar.subjects(verb) for p in slots.grammar.children(s, "poss")):
        return True
    found = [m for s in slots.grammar.subjects(verb) if (m := slots.cast.at(s)) is not None]
    return any(m.kind in ("name", "place") and slots.cast.is_country(m.actors[0]) for m in found)


def _another_branch(theirs: tuple[str, ...], ours: tuple[str, ...], cast: Cast) -> bool:
    """Whether two sides inside one country are apart: the opposition says that the government must go."""
    sectors = [{cast.actor(a).sector for a in ids} for ids in (theirs, ours)]
    return not set(theirs) & set(ours) and all(s - {None, "UNK"} for s in sectors) and not sectors[0] & sectors[1]
