"""Who stands on which side, once the type of an event is settled: strangers of events that only the coder knows, guests and hosts, and
whom a deed of its kind is not done to."""

from __future__ import annotations

from collections.abc import Sequence

from ontherecord.events.anaphora import befallen
from ontherecord.events.audience import both, listeners, oneself, row
from ontherecord.events.candidates import TO
from ontherecord.events.company import address
from ontherecord.events.demands import OBLIGED
from ontherecord.events.frames import Frame
from ontherecord.events.meetings import by_parties
from ontherecord.events.rows import people
from ontherecord.events.slots import Slots
from ontherecord.events.spoken import Spoken
from ontherecord.events.strangers import introduce
from ontherecord.events.turned import turn
from ontherecord.events.wholes import whole
from ontherecord.ontology import TYPES

# Deeds with one's own people and things, which are done to nobody or to somebody else than these.
OWN = {("RETREAT", "withdraw"), ("SANCTION", "withdraw")}
NOBODY = {("RETREAT", "resign"), ("COERCE", "martial-law"), ("COERCE", "curfew")}
# Sectors whose people act for their state.
OF_STATE = {"GOV", "MIL", "LEG", "SPY", None}
# What is done to whoever stands behind its "of".
SUFFERED = {
    "killing", "murder", "death", "assassination", "execution", "deportation", "abduction", "kidnapping", "arrest", "detention",
    "poisoning", "shelling", "bombing", "persecution", "rape", "torture", "expulsion", "beating", "massacre", "occupation",
    "annexation", "invasion", "seizure", "imprisonment", "harassment", "ill-treatment", "treatment", "destruction", "siege",
    "shooting", "stabbing", "lynching",
}  # fmt: skip
# What is asked of others to be done to whoever stands behind its "of" or "against".
AGAINST = SUFFERED | {
    "recognition", "isolation", "condemnation", "punishment", "prosecution", "exclusion", "suspension", "disconnection",
    "designation", "sanction", "sanctions", "embargo", "boycott", "pressure", "trial", "defeat", "disarmament", "protection",
    "defence", "defense", "support", "tribunal", "investigation", "ban", "removal", "restriction", "help", "assistance", "aid",
    "membership", "restoration", "reconstruction",
}  # fmt: skip
AT_HOME = {"ACCUSE", "MOBILIZE"}
GRATEFUL = {"grateful", "thankful", "indebted", "obliged"}
FIRST = {"i", "we", "us", "our", "my"}
ONESELF = {"i", "me", "my", "myself", "mine"}


def settle(frames: list[Frame], spoken: Spoken) -> None:
    """Corrects the parties of a document's frames, in order of their triggers, after lexicon and coder have agreed on types."""
    slots = spoken.slots
    for n, frame in enumerate(frames):
        _who_says(frame, spoken)
        turn(frame, slots)
        oneself(frame, spoken)
        whole(frame, slots)
        _victims(frame, slots)
        held = frame.recipients
        if guess(frame) and not _stands(held, frame, slots):
            frame.recipients = ()
            introduce(frame, slots)
            frame.recipients = frame.recipients or tuple(a for a in held if not (_in_subject(a, frame, slots) or _behalf(a, frame, slots)))
        else:
            introduce(frame, slots)
        _drop(frame, slots)
        _spoken_of(frame, slots)
        _for_speaker(frame, spoken)
        both(frame, slots)
        row(frame, slots)
        people(frame, slots)
        frame.recipients = tuple(a for a in frame.recipients if not _ours(a, frame, slots))
        _for_what(frame, slots)
        listeners(frame, spoken)
        _again(n, frame, frames, slots)
    by_parties(frames, spoken)
    address(frames, spoken)
    befallen(frames, spoken)


def _again(n: int, frame: Frame, frames: Sequence[Frame], slots: Slots) -> None:
    """ "Rebels beat TWO MONKS and set fire to the library": harm by the same people in the same sentence goes on with the same victim."""
    if frame.type not in ("ASSAULT", "COERCE") or frame.recipients or not frame.actors or (frame.type, frame.mode) in NOBODY:
        return
    sent = slots.grammar.tokens[frame.trigger].sent
    same = [f for f in frames[:n] if slots.grammar.tokens[f.trigger].sent == sent and set(f.actors) == set(frame.actors)]
    victims = {f.recipients for f in same if f.type in ("ASSAULT", "COERCE") and f.recipients}
    if len(victims) == 1:
        frame.recipients, frame.recalled = victims.pop(), True
        frame.why.append("recipient: whom the same people harmed just before")


def guess(frame: Frame) -> bool:
    """Whether the coder, not grammar, named the recipient."""
    told = [w for w in frame.why if w.startswith("recipient")]
    return bool(told) and "(the coder," in told[-1]


def _who_says(frame: Frame, spoken: Spoken) -> None:
    """ "Ten were killed, THE POLICE said": whoever only says so is not whom the coder may guess to have done it."""
    if frame.type is None or TYPES[frame.type].quad.startswith("verbal") or not frame.recipients:
        return
    told = [w for w in frame.why if w.startswith("actor")]
    ours = any(w in FIRST for w in told[-1].split("(the coder,")[0].lower().split()) if told else True
    if ours or "(the coder," not in told[-1] or not set(frame.actors) & set(spoken.speakers(frame.trigger)[0]):
        return
    frame.actors = ()
    frame.why.append("actor: nobody, the one named only says so")


def _victims(frame: Frame, slots: Slots) -> None:
    """ "condemned the killing OF A PRIEST": blamed is who killed, where the words say so, and never the priest."""
    if frame.type != "ACCUSE" or not frame.recipients:
        return
    for i in slots.fillers(frame.clause, "object|about|over|at"):
        suffered = set(slots.parties(slots.fillers(i, "of"), things=True)) & set(frame.recipients)
        if slots.grammar.tokens[i].lemma not in SUFFERED or not suffered:
            continue
        doers = slots.parties([*slots.fillers(i, "by"), *slots.fillers(i, "possessor")], things=True)
        frame.recipients = tuple(a for a in (doers or tuple(x for x in frame.recipients if x not in suffered)) if a not in frame.actors)
        frame.why.append("recipient: not who suffers what is condemned")


def _spoken_of(frame: Frame, slots: Slots) -> None:
    """ "called for the isolation OF CHAD", "CHAD must be isolated", "thanked them on behalf of CHAD": of whom, not to whom it is said."""
    held = frame.recipients
    if held and frame.type in ("SUPPORT", "AGREE"):
        frame.recipients = tuple(a for a in held if not _behalf(a, frame, slots))
    if frame.type != "REQUEST" or not held:
        return
    matters = [i for slot in ("for", "object") for i in slots.fillers(frame.clause, slot) if slots.grammar.tokens[i].lemma in AGAINST]
    topics = {
        a for i in matters for a in slots.parties([x for s in ("of", "against", "on", "for") for x in slots.fillers(i, s)], things=True)
    }
    if slots.grammar.is_verb(frame.clause) and slots.grammar.is_passive(frame.clause) and frame.entry is OBLIGED:
        topics |= set(slots.parties(slots.grammar.subjects(frame.clause), things=True))
    doers = {a for i in matters for a in slots.parties([*slots.fillers(i, "by"), *slots.fillers(i, "possessor")], things=True)}
    frame.recipients = tuple(a for a in held if a not in topics - doers)


def _for_what(frame: Frame, slots: Slots) -> None:
    """ "thanked for THE EU'S help", "expressed belief in CHAD'S help", "am grateful TO CHAD for helping": whose help it is."""
    if frame.type != "SUPPORT" or frame.recipients or not frame.actors or not slots.grammar.is_verb(frame.clause):
        return
    ours = slots.cast.countries(frame.actors)
    whose = slots.parties(_grateful_to(frame.clause, slots)) or slots.parties(slots.fillers(frame.clause, "object/in"), things=True)
    if not whose and not slots.fillers(frame.clause, "object"):
        whose = slots.parties(slots.fillers(frame.clause, "for"), things=True)
    frame.recipients = tuple(a for a in whose if a not in frame.actors and not slots.cast.countries([a]) & ours)
    if frame.recipients:
        frame.why.append("recipient: whose what is thanked for is")


def _grateful_to(clause: int, slots: Slots) -> list[int]:
    grammar = slots.grammar
    token = grammar.tokens[clause]
    above = grammar.tokens[grammar.tokens[token.head].head] if token.dep == "pcomp" else token
    governors = [above, *grammar.governors(above.i)][:3]
    thanks = [t.i for t in governors if t.lemma in GRATEFUL]
    thanks += [c for t in governors for c in grammar.children(t.i, "acomp") if grammar.tokens[c].lemma in GRATEFUL]
    return [x for i in (*thanks, *(grammar.tokens[i].head for i in thanks)) for x in grammar.behind(i, "to")]


def _stands(ids: Sequence[str], frame: Frame, slots: Slots, where: Sequence[str] = TO) -> bool:
    """Whether one of the parties stands in a slot of the verb."""
    return any(set(slots.parties(slots.fillers(frame.clause, slot))) & set(ids) for slot in where)


def _in_subject(id_: str, frame: Frame, slots: Slots) -> bool:
    """ "Soldiers of THE ARMY", "villagers of VELIM": who is only named to say who acts."""
    if frame.type == "PROTEST" and slots.cast.is_country(id_):
        return False  # at home
    return any(_within(i, id_, slots) for i in slots.fillers(frame.clause, "subject"))


def _behalf(id_: str, frame: Frame, slots: Slots) -> bool:
    """ "thanked them ON BEHALF OF THE KING": for whom it is done, not to whom."""
    return any(_within(i, id_, slots) for i in slots.grammar.behind(frame.clause, "on") if slots.grammar.tokens[i].lemma == "behalf")


def _within(i: int, id_: str, slots: Slots) -> bool:
    parsed = slots.grammar.parsed
    return any((m := slots.cast.at(j)) is not None and id_ in m.actors for j in range(parsed.left[i], parsed.right[i] + 1))


def _named(i: int, id_: str, slots: Slots) -> bool:
    """ "a thousand of THE GUARD", "THE SYRIAN ARMY's tanks": named in the noun phrase itself, not in a phrase that says where."""
    phrase = {i, *slots.grammar.children(i, "amod", "compound", "poss", "nmod"), *slots.fillers(i, "of")}
    return id_ in slots.party(i) or any((m := slots.cast.at(j)) is not None and id_ in m.actors for j in phrase)


def _drop(frame: Frame, slots: Slots) -> None:
    """ "moved A BRIGADE into the valley", "recalled ITS ENVOY", "resigned": nobody to whom the deed is done."""
    if (frame.type, frame.mode) in NOBODY and guess(frame):
        frame.recipients = ()
    if frame.type != "MOBILIZE" and (frame.type, frame.mode) not in OWN:
        return
    moved = slots.fillers(frame.clause, "object")
    named = {a for a in frame.recipients if any(_named(o, a, slots) for o in moved)}
    cast = slots.cast
    ours = cast.countries(frame.actors)
    frame.recipients = tuple(a for a in frame.recipients if a not in named or cast.countries([a]) - ours)


def _for_speaker(frame: Frame, spoken: Spoken) -> None:
    """ "They struck the station in OUR CITY": what is done to a speaker's country is not done to the speaker in person."""
    if frame.type is None or TYPES[frame.type].quad.startswith("verbal") or not frame.recipients:
        return
    grammar, ours = spoken.grammar, spoken.slots.ours
    speaking = set(spoken.speakers(frame.trigger)[0]) & set(frame.recipients)
    around = range(grammar.parsed.left[frame.clause], grammar.parsed.right[frame.clause] + 1)
    if speaking and not any(grammar.tokens[i].lower in ONESELF for i in around):
        states = {a: ours.state(a) for a in speaking}
        frame.recipients = tuple(dict.fromkeys(states.get(a, a) for a in frame.recipients))


def _ours(id_: str, frame: Frame, slots: Slots) -> bool:
    """Whether a recipient is on the side of those who act: Chad beside Chad's president, Mali among those who agreed with Mali's."""
    cast = slots.cast
    there, here = cast.countries([id_]), cast.countries(frame.actors)
    forces = all(cast.actor(a).sector in ("GOV", "MIL", "COP") for a in frame.actors)
    if id_ in frame.actors or (frame.type in AT_HOME and forces and cast.is_country(id_) and there == here):
        return True  # a ministry accuses, an army arms against, somebody else
    if not there or not there <= here or frame.type is None or not TYPES[frame.type].quad.startswith("verbal"):
        return False
    if len(here) > 1:
        return frame.type in ("CONSULT", "AGREE", "SUPPORT") and cast.actor(id_).sector in OF_STATE
    spoken_for = all(cast.actor(a).sector == "GOV" for a in frame.actors)
    held = _stands([id_], frame, slots, ("object", "with", "against")) and frame.type not in ("AGREE", "SUPPORT")  # "offered CHAD as host"
    return spoken_for and cast.is_country(id_) and not held
