"""To whom a speaker speaks when nobody is named right there: those whom a speech greets at its head or its title names, the rest of a
row."""

from __future__ import annotations

from ontherecord.actors.cast import Mention
from ontherecord.events.frames import Frame
from ontherecord.events.slots import WHOM, Slots
from ontherecord.events.spoken import Spoken
from ontherecord.ontology import TYPES

# Acts of words that reach whoever listens.
REACHING = {"SUPPORT", "REQUEST", "AGREE", "CONCEDE"}
ASKED = {"REQUEST", "AGREE"}  # what a guest asks for or offers in a speech to a parliament is meant for it
# How many sentences greet; what a heading calls a speech; and the tags of verbs that make a sentence more than a greeting.
HEAD = 6
SPEECH = {"speech", "address", "remark", "statement", "message", "appeal"}
# "ALL of you", and how many make a pair.
SOME = {"all", "most", "many", "some", "each", "both", "every", "majority"}
PAIR = 2
FINITE = {"VBD", "VBZ", "VBP", "MD"}
# What joins a row, and how many links a row may have.
JOINS = {",", "and", "&"}
LONGEST = 12


def listeners(frame: Frame, spoken: Spoken) -> None:
    """ "I invite YOU", in a speech whose title names the parliament of another country: that country's listeners."""
    ours = spoken.speakers(frame.trigger)[0]
    written = spoken.speech or (spoken.aloud(frame.trigger) and len(spoken.slots.cast.dealing) == PAIR)
    if not written or not ours or frame.type is None:
        return
    if _addressed(frame, spoken) and (whom := tuple(a for a in hearers(spoken, ours, frame) if a not in frame.actors)):
        if frame.together:
            frame.actors = (*frame.actors, *whom)
        elif not TYPES[frame.type].quad.startswith("verbal"):
            frame.recipients = tuple(a for a in _states(whom, spoken) if a not in frame.actors)
        else:
            frame.recipients = whom
        frame.why.append("recipient: whom the speech's 'you' means")
        return
    if not frame.actors and _open(frame.clause, ("subject",), {"you"}, spoken):
        deed = not TYPES[frame.type].quad.startswith("verbal") or frame.type == "SUPPORT"
        found = hearers(spoken, ours, frame)
        frame.actors = tuple(a for a in (_states(found, spoken) if deed else found) if a not in frame.recipients)
        frame.why.append("actor: whom the speech's 'you' means")
        return
    if frame.recipients or frame.together or frame.type not in REACHING or not set(frame.actors) & set(ours) or not spoken.now(frame):
        return
    meant = spoken.to_hearer(frame) or _gratitude(frame, spoken) or _present(frame, spoken)
    if meant or (frame.type in ASKED and spoken.slots.cast.audience is not None and not spoken.slots.strangers(frame.clause)):
        frame.recipients = tuple(a for a in hearers(spoken, ours, frame) if a not in frame.actors)
        if frame.recipients:
            frame.why.append("recipient: those to whom the speech is given")


def hearers(spoken: Spoken, ours: tuple[str, ...], frame: Frame) -> tuple[str, ...]:
    """Whom "you" means in a speech: called by name, the other of two, greeted at its head, named in its title; the host for a guest."""
    dealing = spoken.slots.cast.dealing
    others = tuple(a for a in dealing if not spoken.slots.cast.countries([a]) & spoken.slots.cast.countries(ours))
    for found in (
        spoken.called(frame),
        spoken.partner(frame),
        others if len(dealing) == PAIR else (),
        _named_at_the_head(spoken, ours) if spoken.speech else (),
        _named_in_the_title(spoken, ours) if spoken.speech else (),
    ):
        if found and not set(found) & set(ours):
            return found
    return ()


def _states(ids: tuple[str, ...], spoken: Spoken) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spoken.slots.ours.state(a) for a in ids))


def _addressed(frame: Frame, spoken: Spoken) -> bool:
    """Whether "you", or "all of you", stands in a slot of the verb and the cast knows nobody for it."""
    slots = spoken.slots
    for i in {frame.clause, frame.trigger}:
        for slot in (*WHOM, "against", "at"):
            for x in slots.fillers(i, slot):
                of = [n for _, _, n in spoken.grammar.phrases(x)] if spoken.grammar.tokens[x].lemma in SOME else []
                if any(spoken.grammar.tokens[y].lower in ("you", "yourself", "yourselves") and not slots.party(y) for y in (x, *of)):
                    return True
    return False


def _gratitude(frame: Frame, spoken: Spoken) -> bool:
    """ "I am grateful TO YOU for supporting it"."""
    clause = spoken.grammar.tokens[frame.clause]
    above = spoken.grammar.verb_above(frame.clause) if clause.dep == "pcomp" else None
    if frame.type != "SUPPORT" or above is None:
        return False
    between = range(spoken.grammar.parsed.left[above], frame.clause)
    return any(spoken.grammar.tokens[i].lower == "you" for i in between)


def _present(frame: Frame, spoken: Spoken) -> bool:
    """ "I ask THOSE PRESENT here"."""
    for x in (x for slot in WHOM for x in spoken.slots.fillers(frame.clause, slot)):
        near = {t.lower for t in spoken.grammar.tokens[x + 1 : x + 4]}
        if spoken.grammar.tokens[x].lower in ("those", "everyone", "everybody", "all") and near & {"present", "here"}:
            return True
    return False


def _named_in_the_title(spoken: Spoken, ours: tuple[str, ...]) -> tuple[str, ...]:
    """ "Address by the king TO THE PARLIAMENT OF PERU": those to whom the title says that it is given."""
    cast, audience = spoken.slots.cast, spoken.slots.cast.audience
    if audience is None or audience.country in cast.countries(ours):
        return ()
    if audience.state:
        return (cast.government(audience.country, audience.name),)
    same = [a.id for a in cast.actors if a.name == audience.name and a.country == audience.country]
    return (same[0] if same else cast.add(audience.name, country=audience.country, sector=audience.sector),)


def _named_at_the_head(spoken: Spoken, ours: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the first sentences greet ("Dear members of the Diet! People of Japan!"), where they are of one other country."""
    grammar, cast = spoken.grammar, spoken.slots.cast
    home = cast.countries(ours)
    found: dict[str, tuple[str, ...]] = {}
    for sentence in grammar.parsed.sentences[:HEAD]:
        if not _greets(sentence.first, sentence.last, spoken):
            continue
        bare = not any(t.tag in FINITE for t in grammar.tokens[sentence.first : sentence.last])
        for i in range(sentence.first, sentence.last):
            mention = cast.at(i)
            there = cast.countries(mention.actors) if mention is not None else set()
            if mention is not None and len(there) == 1 and not there & home and (bare or _spoken_to(i, spoken)):
                found.setdefault(next(iter(there)), mention.actors)
    return next(iter(found.values())) if len(found) == 1 else ()


def _spoken_to(i: int, spoken: Spoken) -> bool:
    """ "Today I address THE PARLIAMENT OF PERU", "this speech to YOUR HOUSE": in a sentence that says more, only whom it is given to."""
    token = spoken.grammar.tokens[i]
    head = spoken.grammar.tokens[token.head]
    return (token.dep == "pobj" and head.lower in ("to", "before", "of")) or (token.dep in ("dobj", "dative") and head.lemma in SPEECH)


def _greets(first: int, last: int, spoken: Spoken) -> bool:
    tokens = spoken.grammar.tokens[first:last]
    return not any(t.tag in FINITE for t in tokens) or any(t.lemma.lower() in SPEECH for t in tokens[:4])


def oneself(frame: Frame, spoken: Spoken) -> None:
    """ "WE have retaken the town, the army said": the first person whom the cast left open is whoever speaks these words."""
    ours = spoken.speakers(frame.trigger)[0]
    if not ours or not spoken.grammar.is_verb(frame.clause) or frame.type is None:
        return
    deed = not TYPES[frame.type].quad.startswith("verbal")
    who = tuple(dict.fromkeys(spoken.slots.ours.state(a) for a in ours)) if deed else ours
    if not frame.actors and _open(frame.clause, ("subject",), {"i", "we"}, spoken):
        frame.actors = tuple(a for a in who if a not in frame.recipients)
        frame.why.append("actor: who speaks these words (the first person)")
    if not frame.recipients and not frame.together and _open(frame.clause, WHOM, {"me", "us"}, spoken):
        frame.recipients = tuple(a for a in who if a not in frame.actors)
        frame.why.append("recipient: who speaks these words (the first person)")


def _open(verb: int, slots: tuple[str, ...], words: set[str], spoken: Spoken) -> bool:
    found = [i for slot in slots for i in spoken.slots.fillers(verb, slot)]
    return any(spoken.grammar.tokens[i].lower in words and not spoken.slots.party(i) for i in found)


def both(frame: Frame, slots: Slots) -> None:
    """ "THE LEADERS OF CHAD AND MALI agreed": each of the countries whose officials the subject names."""
    cast, grammar = slots.cast, slots.grammar
    if not frame.actors or not grammar.is_verb(frame.clause):
        return
    for i in slots.fillers(frame.clause, "subject"):
        named = [m.actors for x in slots.fillers(i, "of") if (m := cast.at(x)) is not None and m.actors and cast.countries(m.actors)]
        if grammar.tokens[i].tag != "NNS" or len(named) < 2 or grammar.tokens[i].lemma not in slots.lexicon.officials:
            continue
        known = cast.countries(frame.actors)
        missing = tuple(a for ids in named for a in ids if not cast.countries([a]) & known)
        if known and len(missing) < len(named):
            frame.actors = tuple(dict.fromkeys((*frame.actors, *missing)))
            frame.recipients = tuple(a for a in frame.recipients if a not in frame.actors)


def row(frame: Frame, slots: Slots) -> None:
    """ "call on NATO, Chad, MALI to act": those who follow in a row that the parser broke."""
    if frame.type is None or frame.together or not TYPES[frame.type].quad.startswith("verbal") or not frame.recipients:
        return
    last = max((m.last for i in _heads(frame, slots) if (m := slots.cast.at(i)) is not None), default=None)
    if last is None or not _state(frame.recipients, slots):
        return
    for _ in range(LONGEST):
        following = _next(last + 1, slots)
        if following is None:
            return
        last, ids = following
        frame.recipients = tuple(dict.fromkeys((*frame.recipients, *(a for a in ids if a not in frame.actors))))


def _heads(frame: Frame, slots: Slots) -> list[int]:
    return [i for slot in WHOM for i in slots.fillers(frame.clause, slot) if set(slots.party(i)) & set(frame.recipients)]


def _state(ids: tuple[str, ...], slots: Slots) -> bool:
    return all(slots.cast.is_corporate(a) or slots.cast.actor(a).country in ("IGO", "EUR", "UNO") for a in ids)


def _next(i: int, slots: Slots) -> tuple[int, tuple[str, ...]] | None:
    """The next link of a row from token i on: its last token, and who it is; () for a name that nobody knows."""
    tokens = slots.grammar.tokens
    if i >= len(tokens) or tokens[i].lower not in JOINS:
        return None
    while i < len(tokens) and tokens[i].lower in JOINS | {"the"}:
        i += 1
    mention = next((m for h in range(i, min(i + 4, len(tokens))) if (m := slots.cast.at(h)) is not None and m.first in (i, i - 1)), None)
    if mention is None:
        unknown = i < len(tokens) and tokens[i].pos == "PROPN" and i + 1 < len(tokens) and tokens[i + 1].lower in JOINS
        return (i, ()) if unknown else None
    if mention.kind != "name" or not mention.acts or not _state(mention.actors, slots) or _acts(mention, slots):
        return None
    return mention.last, mention.actors


def _acts(mention: Mention, slots: Slots) -> bool:
    """Whether it does something of its own: "thanked Chad, MALI said"; not in "called on Chad, MALI to leave"."""
    grammar = slots.grammar
    token = grammar.tokens[mention.head]
    after = grammar.tokens[mention.last + 1] if mention.last + 1 < len(grammar.tokens) else None
    if after is not None and after.lower in ("'s", "’s", "’"):
        return True
    asked = any(grammar.tokens[c].tag == "TO" for c in grammar.children(token.head, "aux"))
    return token.dep in ("nsubj", "nsubjpass", "poss", "compound", "amod") and not asked
