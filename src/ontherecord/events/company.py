"""Who takes part: those whom a list behind "with" names, and to whom a party of a call says what it says without an addressee."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ontherecord.actors.cast import Cast
from ontherecord.events.frames import Frame
from ontherecord.events.spoken import Spoken
from ontherecord.language import Grammar
from ontherecord.ontology import TYPES

# Words that a list of people runs through: "the minister OF Chad, Ali Musa, AND the minister OF Mali".
LISTED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PUNCT", "CCONJ", "PART"})
THEIRS = frozenset({"of", "from", "to", "his", "her", "their", "its"})
# Sentences, counted from the title, in which a report says what talk it is about.
LEAD = 4
TWO = 2
# Sectors whose people talk for their country.
OFFICIALS = frozenset({"GOV", "LEG", "MIL", "ELI", "OPP", "SPY"})


def gather(frames: Iterable[Frame], grammar: Grammar, cast: Cast) -> None:
    """Adds to calls and meetings whoever else is named in the list behind "with".

    Names in apposition between commas break the parse of such a list ("with the minister of Chad, Ali Musa, and the minister of Mali,
    Awa Keita"), so it is read from left to right: officials, and the countries that they are of.
    """
    for frame in frames:
        if frame.type != "CONSULT" or not frame.together or not frame.actors:
            continue
        known = cast.countries(frame.actors)
        for id_ in _listed(frame, grammar, cast):
            if new := cast.countries([id_]) - known:
                frame.actors += (id_,)
                frame.why.append(f"actor: named in the list behind 'with' ({', '.join(sorted(new))})")
                known |= new


def _listed(frame: Frame, grammar: Grammar, cast: Cast) -> Iterator[str]:
    """Officials first, then countries of officials: a person says more than a country."""
    heads = {frame.trigger, frame.clause}
    behind = next((c for h in sorted(heads) for c in grammar.children(h, "prep") if grammar.tokens[c].lower == "with" and c > h), None)
    if behind is None:
        return
    countries: list[str] = []
    official = False
    for token in grammar.tokens[behind + 1 : grammar.parsed.sentence_of(behind).last]:
        if token.pos not in LISTED and token.lower not in THEIRS | {"with"}:
            break
        mention = cast.at(token.i)
        if grammar.tokens[token.head].lower == "to":
            continue  # "with the adviser TO THE PRESIDENT": whom somebody serves
        for id_ in mention.actors if mention is not None and mention.kind not in ("adjective", "pronoun") else ():
            if not cast.is_country(id_):
                official = cast.actor(id_).sector in OFFICIALS
                yield from [id_] if official else []
            elif official and grammar.tokens[token.head].lower in ("of", "from", ","):
                countries.append(id_)
    yield from countries


def address(frames: list[Frame], spoken: Spoken) -> None:
    """Gives verbal events without a recipient the other side of the document's one conversation.

    The conversation is that of the title of a government's own release; else all CONSULT frames must have the same two countries and one
    of the first sentences tell it. The actor is one of those who took part, and the words are reported speech or the act of speaking
    itself, done now and to nobody else.
    """
    cast = spoken.slots.cast
    company = [f for f in frames if f.type == "CONSULT" and f.aux in (None, "historical")]
    pair = cast.countries(cast.dealing)
    if len(pair) != TWO:
        pairs = {p for f in company if len(p := frozenset(cast.countries(f.actors + f.recipients))) > 1}
        if len(pairs) != 1 or len(pair := set(next(iter(pairs)))) != TWO or not any(_leads(f, spoken) for f in company):
            return
    everyone = dict.fromkeys((*cast.dealing, *(a for f in company for a in f.actors + f.recipients if cast.countries([a]) & pair)))
    for frame in frames:
        if frame.recipients or not frame.actors or frame.type not in TYPES or frame.type == "CONSULT":
            continue
        ours = cast.countries(frame.actors)
        if not TYPES[frame.type].quad.startswith("verbal") or len(ours) != 1 or not ours <= pair:
            continue
        takes_part = set(frame.actors) & everyone.keys() or all(map(cast.is_country, frame.actors))
        if takes_part and _heard(frame, spoken):
            frame.recipients = _others(everyone, ours, cast)
            frame.why.append("recipient: the other side of the conversation")


def _leads(frame: Frame, spoken: Spoken) -> bool:
    """Whether the talk is told by the report itself, and at its head."""
    return spoken.grammar.tokens[frame.trigger].sent <= LEAD and not spoken.speakers(frame.trigger)[0]


def _heard(frame: Frame, spoken: Spoken) -> bool:
    """Whether the words of an act reach the other side of the talk."""
    if frame.type == "ACCUSE" and frame.entry.kind == "adjective":
        return False  # "is worried": by nobody who is there
    said = bool(spoken.speakers(frame.trigger)[0])
    dealt = bool(spoken.slots.cast.dealing) and frame.type in ("AGREE", "REQUEST")  # a release says what was offered and asked in the talk
    if spoken.slots.strangers(frame.clause) or not (said or dealt or frame.entry.op is not None):
        return False
    if not spoken.now(frame):
        return False
    return not spoken.speech or (frame.type != "ACCUSE" and spoken.to_hearer(frame))


def _others(everyone: Iterable[str], ours: set[str], cast: Cast) -> tuple[str, ...]:
    """Those of the other side: people in office, where there are any, rather than the country or its public."""
    theirs = [a for a in everyone if cast.countries([a]) - ours]
    speaking = [a for a in theirs if not cast.is_country(a) and cast.actor(a).sector in OFFICIALS | {None}]
    return tuple(speaking or theirs)
