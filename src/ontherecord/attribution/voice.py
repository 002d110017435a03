"""Texts that are one person's words throughout, without quotation marks: addresses, posts, messages in the first person."""

from __future__ import annotations

import datetime as dt
import re

from ontherecord.actors.cast import Cast
from ontherecord.actors.registry import load
from ontherecord.actors.spelling import fold
from ontherecord.attribution.chain import government
from ontherecord.attribution.drafts import Draft, words
from ontherecord.attribution.media import media
from ontherecord.language import Grammar
from ontherecord.records import Document

# Titles that say whose words follow: "Address by President X", "Words of the President", "Message to the divers from X".
# What a message is about or for ("on the death of", "to the guests of") names no author.
SPOKEN_BY = re.compile(
    r"\b(?:address|speech|remarks|statement|words|message|letter|post|posting|toast|greetings|condolences|op-ed)\b"
    r"(?:\s+of|(?:(?!\b(?:on|over|for|after|following|about|concerning)\b)[^:–—|]){0,40}?\b(?:by|from))\s+(.+)",
    re.IGNORECASE,
)
# Titles of speeches that name nobody: the publisher's head speaks.
SPEECH = re.compile(r"\b(?:address|speech|remarks|greetings|condolences|congratulations|message)\b", re.IGNORECASE)
# Between those who sign together: "the President of Chad, the President of Mali and the King of Togo".
SIGNED = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?=the\s+[A-Z])")
BEHIND_DASH = re.compile(r"\s[-–—]\s*([^-–—:]{4,60})$")
BEFORE_COLON = re.compile(r"([^-–—:]{4,60}):\s")
ON_PLATFORM = re.compile(r"^(.+?)\s+(?:on|via)\s+(.+)$")
# Where the author's name ends: "by the President of Chad to the Lake Council".
HEARERS = re.compile(r"\s(?:to|at|in|before|during|following|after)\s(?!the\s+(?:President|Head|Prime|Minister)\b)")
NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+)*[^\W\d_][\w.'’-]*")
OFFICES = {
    "head_of_state": re.compile(r"\b(?:president|king|queen|emir|sultan)\b", re.IGNORECASE),
    "head_of_government": re.compile(r"\b(?:prime minister|chancellor|premier)\b", re.IGNORECASE),
}
SINGULAR, PLURAL = {"i", "my", "me", "myself"}, {"we", "our", "us", "ourselves"}
# A text speaks in the first person with one "I", "my" or two "we", "our" among so many tokens outside quotation marks at least.
SPARSEST = 150
LONGEST_NAME = 4
# So many "I" and "my" make a text that names no speaker its publisher's own.
MOSTLY = 3
# Letters by which two spellings of a surname are known as one.
STEM = 6


def monologue(document: Document, grammar: Grammar, cast: Cast) -> Draft | None:
    """The whole story as one turn of its author; None where title and publisher name no author or the text is in the third person."""
    first_last = _first_person(grammar)
    if first_last is None:
        return None
    first, last = first_last
    speakers = (
        authors(document, cast)
        or _in_headline(document, cast, grammar)
        or _subject(document, cast, grammar)
        or _publisher(document, cast, grammar)
    )
    if not speakers:
        return None
    story = [p for p in grammar.parsed.paragraphs if p.part.kind == "story"]
    content = tuple(s for p in story if (s := words(grammar.parsed, (p.first, p.last - 1))))
    return Draft(first, None, None, content, turn=(first, last), label=True, speakers=speakers, sure=0.8) if content else None


def _first_person(grammar: Grammar) -> tuple[int, int] | None:
    """First and last token of a story that is told in the first person outside its quotation marks."""
    story = [p for p in grammar.parsed.paragraphs if p.part.kind == "story"]
    if not story:
        return None
    of, total, said = grammar.parsed.quote_of, 0, 0
    for paragraph in story:
        for token in grammar.tokens[paragraph.first : paragraph.last]:
            if of[token.i] < 0:
                total += 1
                said += 2 * (token.lower in SINGULAR and token.text != "ME") + (token.lower in PLURAL and token.text != "US")
    return (story[0].first, story[-1].last - 1) if said >= 2 and said * SPARSEST >= 2 * total else None


def authors(document: Document, cast: Cast) -> tuple[str, ...]:
    """The actors whose words title and publisher say the text is: one, or those who sign a joint statement."""
    by = SPOKEN_BY.search(document.title or "")
    several = [] if by is None else [p for p in SIGNED.split(by.group(1)) if p.strip()]
    found = (h for p in several if (c := government(p)) and (h := _holder(p, c, document.published_on, cast)))
    joint = tuple(dict.fromkeys(found)) if len(several) > 1 else ()
    one = author(document, cast) if len(joint) < 2 else None
    return joint if len(joint) > 1 else (one,) if one else ()


def _in_headline(document: Document, cast: Cast, grammar: Grammar) -> tuple[str, ...]:
    """Who a government's headline says speaks: "No talks before May - President Ana Mota", "Ana Mota: no talks before May".

    Nobody where the text tells of them by name or quotes them with a verb of saying: it is about them then.
    """
    title = document.title or ""
    if not government(document.publisher or ""):
        return ()
    behind, before = BEHIND_DASH.search(title), BEFORE_COLON.match(title)
    for named in (behind, before):
        if named is not None and (found := _person(named.group(1), f"{named.group(1)} {document.publisher}", document, cast)):
            return () if _told_of(cast.actor(found).name, grammar) else (found,)
    return ()


def _publisher(document: Document, cast: Cast, grammar: Grammar) -> tuple[str, ...]:
    """The head whose office publishes a text that says "I" throughout and names its speaker nowhere."""
    country = government(document.publisher or "")
    story = (t for p in grammar.parsed.paragraphs if p.part.kind == "story" for t in grammar.tokens[p.first : p.last])
    said = sum(1 for t in story if t.lower in SINGULAR and grammar.parsed.quote_of[t.i] < 0)
    found = _holder(document.publisher or "", country, document.published_on, cast) if country and said >= MOSTLY else None
    return () if found is None or _told_of(cast.actor(found).name, grammar) else (found,)


def _subject(document: Document, cast: Cast, grammar: Grammar) -> tuple[str, ...]:
    """Whom a government's headline begins with, where the text behind it never tells of them: "Ana Mota submits the budget"."""
    if not government(document.publisher or ""):
        return ()
    known = [a for a in cast.actors if " " in a.name and (document.title or "").startswith(a.name)]
    first = max(known, key=lambda a: len(a.name), default=None)
    if first is None or cast.is_country(first.id) or cast.is_corporate(first.id):
        return ()
    return () if _told_of(first.name, grammar) else (first.id,)


def _told_of(name: str, grammar: Grammar) -> bool:
    """Whether a text names somebody, or ends its quotations with "said", outside quotation marks."""
    surname, of = fold(name.split()[-1])[:STEM], grammar.parsed.quote_of
    story = (t for p in grammar.parsed.paragraphs if p.part.kind == "story" for t in grammar.tokens[p.first : p.last] if of[t.i] < 0)
    return any(fold(t.text)[:STEM] == surname or (t.i and of[t.i - 1] >= 0 and t.tag == "VBD") for t in story)


def author(document: Document, cast: Cast) -> str | None:
    """The actor whose words title and publisher say the text is."""
    title, publisher = document.title or "", document.publisher or ""
    posted = ON_PLATFORM.match(publisher)
    if posted and (medium := media().called(posted.group(2))) and medium.kind == "platform":
        return _person(posted.group(1), f"{title} {publisher}", document, cast)
    by = SPOKEN_BY.search(title)
    country = government(publisher)
    if by is not None and (named := _person(by.group(1), f"{by.group(1)} {publisher if country else ''}", document, cast)):
        return named
    if country and SPEECH.search(title):
        return _holder(publisher, country, document.published_on, cast)
    return None


def _person(named: str, around: str, document: Document, cast: Cast) -> str | None:
    """The person named: one whom the cast knows, the holder of a named office, else a new actor of that name."""
    named = HEARERS.split(named)[0]
    plain = fold(named)
    known = [a for a in cast.actors if " " in a.name and fold(a.name) in plain and not cast.is_country(a.id)]
    if known:
        full = _proper(named)
        return max(known, key=lambda a: (fold(a.name) == fold(full or ""), len(a.name))).id
    proper = _proper(named)
    terms = [t for t in load().holders.named(proper or "") if document.published_on is None or t.holds(document.published_on)]
    if len({(t.name, t.country) for t in terms}) == 1:  # whom the registry knows is of no other country that the title names
        return cast.add(proper or terms[0].name, country=terms[0].country, sector="GOV", role=next(iter(terms[0].titles), None))
    country = government(named) or government(around) or government(document.publisher or "")
    if country and (found := _holder(named, country, document.published_on, cast, full=proper)):
        return found
    return cast.add(proper, country=country, sector="GOV" if country else None) if proper else None


def _proper(named: str) -> str | None:
    """The personal name at the start of the words, behind titles: "President Ito Muster at the summit" gives Ito Muster."""
    kept: list[str] = []
    roles, names = load().roles, load().names
    for word in named.split():
        plain = word.strip(",.;:")
        if (
            plain[:1].isupper()
            and plain.lower() not in roles
            and fold(plain) not in names
            and plain.lower() not in ("of", "prime", "foreign")
        ):
            kept.append(plain)
        elif kept:
            break
        if word != plain:
            break
    return " ".join(kept[:LONGEST_NAME]) if len(kept) >= 2 else None


def incumbent(role: str, country: str, day: dt.date | None, cast: Cast) -> str | None:
    """Who is the "president" or "head of state" of the country on the day; None for any other role."""
    office = {"president": "president", "head of state": "president", "prime minister": "prime minister"}.get(role)
    return _holder(office, country, day, cast) if office else None


def _is_seat(named: str) -> bool:
    """Whether the words are the seat of a head of state, which speaks for them: "White House"."""
    plain = named.strip().removeprefix("The ").removeprefix("the ")
    return any(sense.kind == "seat" for sense in load().names.get(fold(plain), ()))


def _holder(named: str, country: str, day: dt.date | None, cast: Cast, *, full: str | None = None) -> str | None:
    """The holder on the day of the office that the words name; None where the words name another person beside it."""
    office = next((o for o, pattern in OFFICES.items() if pattern.search(named)), None) or ("head_of_state" if _is_seat(named) else None)
    if office is None or day is None or full is not None:
        return None
    terms = load().holders.of(country, office, day)
    if len({t.name for t in terms}) != 1:
        return None
    term = terms[0]
    known = next((a.id for a in cast.actors if a.name == term.name or (a.wikidata and a.wikidata == term.wikidata)), None)
    return known or cast.add(term.name, country=country, sector="GOV", role=term.titles[0] if term.titles else None, wikidata=term.wikidata)
