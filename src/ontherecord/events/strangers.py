"""People and bodies whom a clause names and the cast does not know: "thanked the ORGANISERS OF THE FAIR"; they take part all the same.

Only beside a party that is known, and only where the words name somebody: not "everyone", "those who came", "some experts".
"""

from __future__ import annotations

from ontherecord.actors.cast import Mention
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
VAGUE = {"some", "any", "no", "many", "other", "another", "every", "each", "such", "few", "several", "more", "what", "which", "whose"}


def introduce(frame: Frame, slots: Slots) -> None:
    """Adds to a frame of words, of a talk or a visit the strangers in its slots, as actors of their own."""
    talk = frame.type == "CONSULT" or frame.entry.type == "CONSULT"
    if frame.type is None or not (talk or TYPES[frame.type].quad.startswith("verbal")):
        return
    if frame.actors and (frame.together or not frame.recipients):
        _whom(frame, slots)
    elif frame.recipients and not frame.actors and slots.grammar.is_verb(frame.clause):
        frame.actors = _named(slots.fillers(frame.clause, "subject"), slots)
        if frame.actors:
            frame.why.append("actor: whom the cast does not know")


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
    lexicon = slots.lexicon
    people = lexicon.persons | lexicon.officials | lexicon.civilians | OTHERS | PEOPLE
    if (
        token.pos not in ("NOUN", "PROPN")
        or token.tag not in ("NN", "NNS")
        or token.lemma not in people
        or slots.cast.at(i) is not None
        or slots.party(i)
    ):
        return False
    around = {slots.grammar.tokens[c].lower for c in slots.grammar.children(i, "det", "amod", "poss")}
    return not around & VAGUE and bool(_words(i, slots))


def _actor(i: int, slots: Slots) -> str:
    """A new actor for the noun phrase; the one country to which it belongs is theirs, save for "Chad's partners"."""
    first, last = _span(i, slots)
    owners = slots.cast.countries(slots.cast.belongs(i)) if slots.grammar.tokens[i].lemma not in OTHERS else set()
    name = slots.grammar.parsed.span(last - len(_words(i, slots)) + 1, last).of(slots.grammar.parsed.text)
    id_ = slots.cast.add(" ".join(name.split()), country=next(iter(owners)) if len(owners) == 1 else None)
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
