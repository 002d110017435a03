"""Rows of people that the parse breaks: "attended by PRIME MINISTER ALI MUSA, SPEAKER AWA KEITA AND HEAD OF THE OFFICE LEO TAN".

Titles before names, and commas between them, send the parser astray: it hangs a name on the title of the next one. So a row is read from
left to right, link by link, from somebody whom grammar finds in a slot of the verb; each link gives at most one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.actors.cast import Mention
from ontherecord.events.frames import Frame
from ontherecord.events.slots import Slots

# Where people stand in rows: with whom, by whom, whom.
TOGETHER = ("with", "by", "between", "subject", "object")
WHOM = ("object", "indirect", "to", "with")
JOINS = frozenset({",", ";", "and", "&"})
# What begins a description of the one before: "Ali Musa, A friend of the king".
ARTICLES = frozenset({"a", "an", "his", "her", "their", "its"})
# Words that belong to titles wherever they stand, and those that do only before the name: "Minister FOR Trade Ali Musa".
OFTEN = frozenset({"of", "from", "the", "also", "both", "as", "well", "—", "-", "–"})
BEFORE_NAME = frozenset({"for", "to", "in", "on", "at", "with", "under"})
WORDS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADV"})
STOPS = frozenset({"VBD", "VBZ", "VBP", "VBG", "MD", "WP", "WDT", "WRB", "WP$", "TO"})
OFFICIALS = frozenset({"GOV", "LEG", "MIL", "ELI", "OPP", "SPY", "JUD", "COP", "PTY", "BUS", None})
# People, and words, that a row may have.
MOST, LONGEST = 20, 160


def people(frame: Frame, slots: Slots) -> None:
    """Adds to the parties of a frame those who follow in the row of one of them."""
    if frame.type is None or not (frame.actors or frame.recipients):
        return
    if frame.together or frame.type == "CONSULT" or not slots.grammar.is_verb(frame.clause):
        frame.actors = _grown(frame.actors, frame.recipients, frame, TOGETHER, slots)
    elif slots.grammar.is_passive(frame.clause):
        frame.actors = _grown(frame.actors, frame.recipients, frame, ("by",), slots)
    else:
        frame.actors = _grown(frame.actors, frame.recipients, frame, ("subject",), slots)
    if frame.recipients:
        frame.recipients = _grown(frame.recipients, frame.actors, frame, WHOM, slots)


def _grown(ids: tuple[str, ...], others: tuple[str, ...], frame: Frame, where: tuple[str, ...], slots: Slots) -> tuple[str, ...]:
    """The ids with those of their rows; a row that holds somebody of the other side is no row."""
    for head in dict.fromkeys(x for i in (frame.clause, frame.trigger) for slot in where for x in slots.fillers(i, slot)):
        if not set(slots.party(head)) & set(ids):
            continue
        found = (*_left(head, slots), *_read(head, slots))
        if len(found) > 1 and set(found) & set(ids) and not set(found) & set(others):
            ids = tuple(dict.fromkeys((*ids, *found)))
    return ids


def _left(head: int, slots: Slots) -> tuple[str, ...]:
    """ "At the summit, THE PRESIDENT OF CHAD ALI MUSA and the premier of Mali signed": the first of two whom the parse cuts off."""
    tokens, parsed = slots.grammar.tokens, slots.grammar.parsed
    begin, first = parsed.left[head], parsed.sentence_of(head).first
    if tokens[begin - 1].lower not in ("and", "&") or begin - 1 <= first:
        return ()
    link: list[int] = []
    for i in range(begin - 2, first - 1, -1):
        if tokens[i].lower in JOINS or (tokens[i].pos not in WORDS and tokens[i].lower not in OFTEN):
            break
        link.insert(0, i)
    opens = bool(link) and (link[0] == first or tokens[link[0] - 1].text == ",")
    id_ = _one(link, slots) if opens else None
    return (id_,) if id_ is not None else ()


def _read(head: int, slots: Slots) -> Iterator[str]:
    """Who stands in the row that begins with the noun phrase of a token, in order."""
    tokens = slots.grammar.tokens
    begin = min(slots.grammar.parsed.left[head], (m.first if (m := slots.cast.at(head)) is not None else head))
    last = min(slots.grammar.parsed.sentence_of(head).last, begin + LONGEST)
    link: list[int] = []
    inside = 0  # parentheses
    for i in range(begin, last):
        token = tokens[i]
        if token.text in "()":
            inside += 1 if token.text == "(" else -1
        elif inside > 0:
            continue
        elif token.lower in JOINS:
            if (id_ := _one(link, slots)) is not None:
                yield id_
            link = []
        elif _ends(i, link, slots):
            if token.tag in STOPS and link and slots.grammar.tokens[link[0]].i != begin and token.tag not in ("WP", "WDT", "WRB", "WP$"):
                return  # "..., and the minister SAID": whoever does something else
            break
        else:
            link.append(i)
    if (id_ := _one(link, slots)) is not None:
        yield id_


def _ends(i: int, link: list[int], slots: Slots) -> bool:
    token = slots.grammar.tokens[i]
    if token.tag in STOPS:
        return True
    if token.lower in OFTEN:
        return False
    if token.lower in BEFORE_NAME:
        return not link or _person(link, slots) is not None
    return token.pos not in WORDS


def _one(link: list[int], slots: Slots) -> str | None:
    """Whom a link of the row names; None for a description, a body within a title, a name that owns what follows."""
    tokens = slots.grammar.tokens
    if not link or tokens[link[0]].lower in ARTICLES:
        return None
    mention = _person(link, slots)
    if mention is None or (mention.last < link[-1] and tokens[mention.last + 1].lower in ("'s", "’s", "’")):
        return None
    return mention.actors[0]


def _person(link: list[int], slots: Slots) -> Mention | None:
    """The last one named in a link, unless only to say whose something is: "friend OF ALI MUSA"."""
    tokens, cast = slots.grammar.tokens, slots.cast
    for i in reversed(link):
        mention = cast.at(i)
        if mention is None or mention.kind != "name" or len(mention.actors) != 1 or mention.head != i:
            continue
        id_ = mention.actors[0]
        if cast.countries([id_]) and cast.is_corporate(id_):
            continue  # states and bodies within a title
        if mention.first == mention.last and mention.first != link[0]:
            continue
        before = tokens[mention.first - 1].lower if mention.first > link[0] else ""
        return mention if before not in ("of", "to", "for", "'s", "’s") and cast.actor(id_).sector in OFFICIALS else None
    return None
