"""People and bodies whom a clause names and the cast does not know: "thanked the ORGANISERS OF THE FAIR", "beat two MEN".

Only beside a party that is known, and only where the words name somebody: not "everyone", "those who came", "some experts". They are of
the country of who does it to them where that is somebody who acts at home (police, courts, militias) and no other country is named.
"""

from __future__ import annotations

from ontherecord.actors.cast import Mention
from ontherecord.actors.registry import Role, load
from ontherecord.events.candidates import NOUN_TO
from ontherecord.events.candidates import TO as DONE_TO
from ontherecord.events.frames import Frame
from ontherecord.events.slots import OTHERS, Slots
from ontherecord.ontology import TYPES

# Slots of those to whom something is said or with whom somebody talks.
TO = ("object", "indirect", "to", "with", "on")
LONGEST = 9
DETERMINERS = {"the", "a", "an", "this", "that", "these", "those", "all", "both", "our", "his", "her", "their", "its", "my", "your"}
# Nouns for people that the lexicon's classes lack.
PEOPLE = {
    "organizer", "organiser", "personnel", "staff", "representative", "participant", "employee", "delegation", "leadership", "member",
    "athlete", "team", "host", "winner", "graduate", "entrepreneur", "serviceman", "defender", "congressman", "parliamentarian",
}  # fmt: skip
# Nouns for those who act or are spoken to together.
GROUPS = {
    "network", "camp", "side", "faction", "team", "firm", "province", "agency", "service", "tank", "drone", "gang", "band", "militia",
    "clan", "tribe", "mob", "crowd", "newcomer", "builder", "passenger", "looter", "saver", "station", "paper", "university", "synod",
    "city", "party", "movement", "alliance", "coalition", "regiment", "gunboat", "aeroplane", "trawler", "flotilla",
}  # fmt: skip
# Beside a single noun these tell that somebody in particular is meant.
SAID_OF = {"the", "both", "his", "her", "their", "its", "our", "my", "your"}
# Words of the classes that name people only beside others, or a thing as often.
NOT_PEOPLE = {"aid", "order", "rest", "lot", "pair", "score", "head", "other", "one", "none", "captive", "hostage", "board"}
# Deeds, and sectors of those who do them to people of their own country.
AT_HOME = {"COERCE", "ASSAULT", "RETREAT", "SANCTION", "CONCEDE"}
AGAINST_BODIES = {"COERCE", "SANCTION", "AID", "RETREAT"}  # a school that is burnt is a thing, one that is closed a body
HOME = {"COP", "JUD", "PRM", "CVL", "REB", "UAF"}
VAGUE = {"some", "any", "no", "many", "other", "another", "every", "each", "such", "few", "several", "more", "what", "which", "whose"}


def introduce(frame: Frame, slots: Slots) -> None:
    """Adds the strangers in a frame's slots, as actors of their own: who does it, with whom, to whom."""
    if frame.type is None:
        return
    if not frame.actors and frame.recipients:
        _doers(frame, slots)
    talk = frame.type == "CONSULT" or frame.entry.type == "CONSULT"
    if not (talk or TYPES[frame.type].quad.startswith("verbal")):
        _done_to(frame, slots)
    elif frame.actors and (frame.together or not frame.recipients):
        _whom(frame, slots)


def _doers(frame: Frame, slots: Slots) -> None:
    """ "MOTHERS FROM THE NORTH asked the general staff", "was hit by A DRONE OF UNKNOWN OWNER": who does it to somebody known."""
    by = frame.entry.by or ("subject",)
    tokens = slots.fillers(frame.clause, "subject") if slots.grammar.is_verb(frame.clause) and set(by) & {"subject", "possessor"} else []
    people = [x for n in tokens for x in dict.fromkeys((n, slots.content(n))) if acting(x, slots)]
    frame.actors = tuple(dict.fromkeys(_actor(x, slots) for x in people))
    if frame.actors:
        frame.why.append("actor: whom the cast does not know (subject)")


def acting(i: int, slots: Slots) -> bool:
    """Whether a noun that the cast does not know names people, a body or a force that can act."""
    token, lexicon = slots.grammar.tokens[i], slots.lexicon
    if token.lemma in NOT_PEOPLE or token.tag not in ("NN", "NNS", "NNP", "NNPS") or slots.cast.at(i) is not None or slots.party(i):
        return False
    people = lexicon.persons | lexicon.officials | lexicon.civilians | lexicon.bodies | lexicon.forces | OTHERS | PEOPLE | GROUPS
    return token.lemma in people or token.lower in people or _role(i, slots) is not None


def _done_to(frame: Frame, slots: Slots) -> None:
    """ "Police beat two MEN", "gave asylum to a WRITER": the first slot of the entry that holds people."""
    if not frame.actors or frame.recipients or frame.together:
        return
    for i, default in ((frame.trigger, NOUN_TO if frame.entry.kind == "noun" else DONE_TO), (frame.clause, DONE_TO)):
        for slot in frame.entry.to or default:
            people = [
                x
                for n in slots.fillers(i, slot)
                for x in dict.fromkeys((n, slots.content(n)))
                if _human(x, slots, bodies=frame.type in AGAINST_BODIES)
            ]
            if people:
                home = _home(frame, slots)
                frame.recipients = tuple(dict.fromkeys(_actor(x, slots, home) for x in people))
                frame.why.append(f"recipient: whom the cast does not know ({slot})")
                return


def the_few(i: int, slots: Slots) -> bool:
    """ "shipped tents to THE DISPLACED", "tried THE FOURTEEN": people called by what they are or how many, known to nobody."""
    token, grammar = slots.grammar.tokens[i], slots.grammar
    if token.tag not in ("JJ", "CD", "VBN", "JJS") or slots.cast.at(i) is not None or slots.party(i) or grammar.phrases(i):
        return False
    return token.dep in ("dobj", "dative", "pobj", "nsubj", "nsubjpass") and any(
        grammar.tokens[c].lower == "the" for c in grammar.children(i, "det")
    )


def _human(i: int, slots: Slots, *, bodies: bool) -> bool:
    token = slots.grammar.tokens[i]
    if the_few(i, slots):
        return True
    if token.tag not in ("NN", "NNS") or slots.cast.at(i) is not None or slots.party(i):
        return False
    role = _role(i, slots)
    return token.lemma in slots.lexicon.persons | PEOPLE or (
        role is not None and token.lemma not in slots.lexicon.forces and (bodies or role.kind != "body")
    )


def _role(i: int, slots: Slots) -> Role | None:
    roles, token = load().roles, slots.grammar.tokens[i]
    return roles.get(token.lower) or roles.get(token.lemma)


def _home(frame: Frame, slots: Slots) -> str | None:
    """The country of who does it, where that is somebody who acts at home and the sentence names no other country."""
    cast, grammar = slots.cast, slots.grammar
    ours = cast.countries(frame.actors)
    if frame.type not in AT_HOME or len(ours) != 1 or not all(cast.actor(a).sector in HOME for a in frame.actors):
        return None
    sentence = grammar.parsed.sentence_of(frame.trigger)
    named = {c for i in range(sentence.first, sentence.last) if (m := cast.at(i)) is not None for c in cast.countries(m.actors)}
    return next(iter(ours)) if named <= ours else None


def _whom(frame: Frame, slots: Slots) -> None:
    if frame.together:
        tokens = [x for i in {frame.trigger, frame.clause} for x in slots.fillers(i, "with")]
        tokens += slots.fillers(frame.clause, "subject") if slots.grammar.is_verb(frame.clause) else []
    else:
        tokens = next((found for slot in TO if (found := slots.fillers(frame.clause, slot))), [])
    ids = _named(tokens, slots)
    if not ids:
        return
    frame.why.append("with or to whom the cast does not know")
    if frame.together:
        frame.actors = tuple(dict.fromkeys(frame.actors + ids))
    else:
        frame.recipients = ids


def _named(tokens: list[int], slots: Slots) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_actor(x, slots) for x in tokens if _stranger(x, slots)))


def _stranger(i: int, slots: Slots) -> bool:
    token = slots.grammar.tokens[i]
    if the_few(i, slots):
        return True
    lexicon = slots.lexicon
    people = lexicon.persons | lexicon.officials | lexicon.civilians | lexicon.bodies | OTHERS | PEOPLE | GROUPS
    if (
        token.pos not in ("NOUN", "PROPN")
        or token.tag not in ("NN", "NNS")
        or token.lemma not in people - NOT_PEOPLE
        or slots.cast.at(i) is not None
        or slots.party(i)
    ):
        return False
    around = {slots.grammar.tokens[c].lower for c in slots.grammar.children(i, "det", "amod", "poss")}
    one = (bool(around & SAID_OF) and token.lemma not in lexicon.officials) or token.tag == "NNS"  # "condemned the PLOTTERS"
    return not around & VAGUE and (one or bool(_words(i, slots)))


def _actor(i: int, slots: Slots, home: str | None = None) -> str:
    """An actor for the noun phrase, of the one country to which it belongs, save for "Chad's partners", else of `home`.

    "THE men" are those of that name who came before.
    """
    first, last = _span(i, slots)
    owners = slots.cast.countries(slots.cast.belongs(i)) if slots.grammar.tokens[i].lemma not in OTHERS else set()
    words = _words(i, slots) or [slots.grammar.tokens[i].text]
    name = " ".join(slots.grammar.parsed.span(last - len(words) + 1, last).of(slots.grammar.parsed.text).split())
    role = _role(i, slots)
    country = next(iter(owners)) if len(owners) == 1 else None if owners else home
    id_ = slots.cast.add(name, country=country, sector=role.sector if role is not None else None)
    slots.cast.mention(Mention(slots.grammar.parsed.span(first, last), first, last, i, (id_,), "description"))
    return id_


def _words(i: int, slots: Slots) -> list[str]:
    """The phrase as a name, without its article; () where it is too long to be one."""
    first, last = _span(i, slots)
    words = [t.text for t in slots.grammar.tokens[first : last + 1]]
    if words and words[0].lower() in DETERMINERS:
        words = words[1:]
    return words if 1 < len(words) <= LONGEST else []


def _span(i: int, slots: Slots) -> tuple[int, int]:
    """First and last token of the noun with what stands before it and one phrase of "of"."""
    grammar = slots.grammar
    before = grammar.children(i, "det", "amod", "compound", "poss", "nmod", "nummod")
    first = min([grammar.parsed.left[c] for c in before if c < i], default=i)
    of = next((n for word, p, n in grammar.phrases(i) if word in ("of", "from") and p == i + 1), None)
    inside = grammar.parsed.right[of] if of is not None else i
    stop = next(
        (t.i for t in grammar.tokens[i + 1 : inside + 1] if t.text in (",", "(", "—", "–") or t.tag in ("WP", "WDT", "WRB")), inside + 1
    )
    return first, stop - 1
