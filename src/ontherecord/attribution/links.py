"""Links of a source chain that a statement adds: the channel it went through and who speaks, with ownership and span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontherecord.actors.cast import Cast
from ontherecord.attribution.drafts import Draft, Range, words
from ontherecord.attribution.media import NEWS_WORDS, OUTLET_NOUNS, PLATFORM_NOUNS, STATE_WORDS, VAGUE_NOUNS, Naming, within
from ontherecord.attribution.sources import noun_phrase, vouches
from ontherecord.language import Grammar
from ontherecord.records import SourceLink
from ontherecord.spans import Span

# What is said in a channel: "in an INTERVIEW with", "in a POST on", "REMARKS carried by".
OCCASIONS = {
    "interview", "post", "posting", "statement", "tweet", "message", "remark", "video", "briefing", "speech", "article",
    "op-ed", "editorial", "letter", "comment", "appearance", "broadcast", "page", "thread", "account", "address",
    "report", "dispatch", "programme", "program", "show", "platform", "quote", "column", "commentary", "conversation",
    "channel", "series", "story",
}  # fmt: skip
CARRIERS = {
    "carry",
    "publish",
    "broadcast",
    "air",
    "release",
    "cite",
    "quote",
    "post",
    "circulate",
    "run",
    "distribute",
    "report",
    "write",
    "share",
    "speak",
}
# Cues that, where nobody is named, tell what unnamed people say: "is said to", "rumours that", "reportedly".
HEARSAY = {
    "say", "report", "allege", "claim", "believe", "think", "suspect", "rumour", "rumor", "allegation", "accusation", "reportedly",
    "allegedly", "purportedly", "supposedly",
}  # fmt: skip
# Reporting words lie within so many tokens of their verb.
REACH = 60
# Words by which a report says that it keeps a source unnamed, within so many tokens of it.
NAMELESS = (
    "not to be named",
    "not be named",
    "not to be identified",
    "not be identified",
    "anonymity",
    "not authorised to speak",
    "not authorized to speak",
)
NAMELESS_REACH = 20
UNSIGNED = {"estimate", "calculation", "account", "indication", "forecast"}
UNNAMED = "unnamed source"
INTO = {"on", "in", "to", "with", "by", "via", "through", "for", "from", "as"}


def speaker_links(grammar: Grammar, cast: Cast, naming: Sequence[Naming], draft: Draft, speakers: Sequence[str]) -> list[SourceLink]:
    """Outlets, platforms or actors that the source words name; actors alone where nobody is named here.

    `naming` are the media that the document names.
    """
    if draft.label or not draft.sources:
        return [_actor(cast, id_, draft.source) for id_ in speakers] or _unknown(grammar, draft)
    links: list[SourceLink] = []
    for head in draft.sources:
        stretch = noun_phrase(grammar, head, cue=draft.anchor)
        span = words(grammar.parsed, stretch)
        ids = cast.party(head)
        ids = ids if not speakers or set(ids) & set(speakers) else ()
        outlet = _outlet(grammar, cast, naming, head, stretch, span, ids[0] if ids else None)
        if outlet is not None:
            links.append(outlet)
        elif ids:
            links += [_actor(cast, id_, span, unnamed=_anonymous(grammar, head)) for id_ in ids if not speakers or id_ in speakers]
    return links or [_actor(cast, id_, draft.source) for id_ in speakers] or _unknown(grammar, draft)


def _actor(cast: Cast, id_: str, span: Span | None, *, unnamed: bool = False) -> SourceLink:
    actor = cast.actor(id_)
    name = f"unnamed {actor.name}" if unnamed and actor.name[:1].islower() else actor.name
    return SourceLink("actor", name, actor.country, None, id_, span)


def _anonymous(grammar: Grammar, head: int) -> bool:
    """ "an official who asked not to be named", "two people familiar with the talks": a source that the report keeps unnamed."""
    if grammar.tokens[head].pos != "NOUN":
        return False
    sentence = grammar.parsed.sentence_of(head)
    first, last = max(sentence.first, head - NAMELESS_REACH), min(sentence.last, head + NAMELESS_REACH)
    words = " ".join(t.lower for t in grammar.tokens[first:last])
    return any(mark in words for mark in NAMELESS) or grammar.tokens[min(head + 1, sentence.last - 1)].lower in ("familiar", "briefed")


def _unknown(grammar: Grammar, draft: Draft) -> list[SourceLink]:
    """A source that the cast does not know, by the words that name it; one that nobody names ("reportedly"), by its cue."""
    if draft.source is not None and all(_is_thing(grammar, s) for s in draft.sources):
        return []  # "the plaque reads": whose words they are nobody tells
    if draft.source is not None and all(grammar.tokens[s].lemma.lower() in UNSIGNED for s in draft.sources):
        return []  # "by the most careful estimates": nobody's
    if draft.source is not None:
        return [SourceLink("actor", draft.source.of(grammar.parsed.text), span=draft.source)]
    if draft.entry is None or draft.cue is None or draft.entry.words not in HEARSAY:
        return []
    if draft.entry.kind == "verb" and not grammar.is_passive(draft.anchor):
        return []
    return [SourceLink("actor", UNNAMED, span=grammar.parsed.span(*draft.cue))]


def _is_thing(grammar: Grammar, head: int) -> bool:
    return grammar.tokens[head].pos == "NOUN" and not vouches(grammar, head)


def _outlet(
    grammar: Grammar, cast: Cast, naming: Sequence[Naming], head: int, stretch: Range, span: Span | None, id_: str | None
) -> SourceLink | None:
    """The link for a noun phrase that names or describes an outlet, agency or platform; None for any other."""
    parsed = grammar.parsed
    described = _describes_outlet(grammar, head, stretch)
    behind = _behind(grammar, head) if described else head
    held = within(naming, stretch[0], max(stretch[1], behind))
    named = next((m for m, first, last in held if first <= head <= last or (described and first == head + 1)), None)
    if named is not None and (not named.unsure or described or parsed.tokens[stretch[0]].lower == "the"):
        return SourceLink(named.kind, named.name, named.country, named.ownership, id_, span)
    if not described:
        return None
    state = any(parsed.tokens[k].lower in STATE_WORDS for k in range(stretch[0], stretch[1] + 1))
    countries = cast.countries(cast.belongs(head)) or cast.countries((id_,) if id_ else ())
    country = next(iter(countries)) if len(countries) == 1 else None
    return SourceLink("outlet", _name(grammar, head, stretch), country, "state" if state else None, id_, span)


def _behind(grammar: Grammar, noun: int) -> int:
    """The last token of a proper name right behind a common noun, "agency LAKE WIRE", whatever the parser hung it on; else the noun."""
    last = noun
    while grammar.tokens[noun].pos == "NOUN" and last + 1 < len(grammar.tokens) and grammar.tokens[last + 1].pos == "PROPN":
        last += 1
    return last


def _describes_outlet(grammar: Grammar, head: int, stretch: Range) -> bool:
    """ "state media", "the newspaper", "broadcaster Radio Delta", "Radio Delta, the broadcaster"."""
    tokens = grammar.tokens
    if tokens[head].pos == "PROPN":
        first = head
        while first > stretch[0] and tokens[first - 1].pos == "PROPN":
            first -= 1
        described = [first - 1] if first > stretch[0] else []
        described += [a for a in grammar.children(head, "appos") if a > head]
    else:
        described = [head]
    return any(_is_outlet(grammar, k) for k in described)


def _is_outlet(grammar: Grammar, noun: int) -> bool:
    word = grammar.tokens[noun].lower
    if word not in OUTLET_NOUNS:
        return False
    return word not in VAGUE_NOUNS or any(grammar.tokens[k].lower in NEWS_WORDS for k in range(max(0, noun - 3), noun))


def _name(grammar: Grammar, head: int, stretch: Range) -> str:
    """The proper name at the head, else the phrase without article and possessor: "state media" of "Paris's state media"."""
    tokens, first = grammar.tokens, stretch[0]
    if (behind := _behind(grammar, head)) > head and (span := words(grammar.parsed, (head + 1, behind))):
        return span.of(grammar.parsed.text)
    if tokens[head].pos == "PROPN":
        first = head
        while first > stretch[0] and tokens[first - 1].pos == "PROPN":
            first -= 1
    for c in grammar.children(head, "det", "poss"):
        if first <= c < head:
            first = max(first, grammar.parsed.right[c] + 1)
    span = words(grammar.parsed, (min(first, head), head))
    return span.of(grammar.parsed.text) if span else tokens[head].text


def channels(grammar: Grammar, cast: Cast, naming: Sequence[Naming], draft: Draft) -> Iterator[SourceLink]:
    """Outlets and platforms that the reporting words name as the way: "told RADIO DELTA", "in a post on his AGORA platform"."""
    if draft.label:
        return
    parsed = grammar.parsed
    sentence = parsed.sentence_of(draft.anchor)
    start, end = max(sentence.first, draft.anchor - REACH), min(sentence.last, draft.anchor + REACH)
    for medium, first, last in within(naming, start, end - 1):
        head = next((k for k in range(first, last + 1) if not first <= parsed.tokens[k].head <= last), last)
        if _is_way(grammar, head, draft) and not _beside_another(grammar, head, naming):
            id_ = next(iter(cast.party(head)), None)
            yield SourceLink(medium.kind, medium.name, medium.country, medium.ownership, id_, parsed.span(first, last))
    for k in range(start, end):
        link = _described_way(grammar, naming, k, draft)
        if link is not None:
            yield link


def _beside_another(grammar: Grammar, head: int, naming: Sequence[Naming]) -> bool:
    """ "told Radio Delta and the Gazette": of outlets side by side the first stands for all, for neither had it from the other."""
    first = grammar.first_conjunct(head)
    return first != head and next(within(naming, *noun_phrase(grammar, first, cue=-1)), None) is not None


def _described_way(grammar: Grammar, naming: Sequence[Naming], k: int, draft: Draft) -> SourceLink | None:
    """ "his Agora platform", "social media", "state television" where the tables know no such name."""
    parsed, tokens = grammar.parsed, grammar.tokens
    word, before = tokens[k].lower, tokens[k - 1].lower if k else ""
    if word == "media" and before == "social" and _is_way(grammar, k, draft):
        return SourceLink("platform", "social media", span=parsed.span(k - 1, k))
    if word in PLATFORM_NOUNS and tokens[k - 1].pos == "PROPN" and k and _is_way(grammar, k, draft):
        first = k - 1
        while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].sent == tokens[k].sent:
            first -= 1
        if next(within(naming, first, k), None) is None:
            return SourceLink("platform", parsed.span(first, k - 1).of(parsed.text), span=parsed.span(first, k))
    if word in OUTLET_NOUNS and before in STATE_WORDS and _is_way(grammar, k, draft):
        return SourceLink("outlet", parsed.span(k - 1, k).of(parsed.text), ownership="state", span=parsed.span(k - 1, k))
    return None


def _is_way(grammar: Grammar, noun: int, draft: Draft) -> bool:
    """Whether the noun stands in the reporting words, on the verb or on the occasion, outside what is told and who tells it."""
    tokens = grammar.tokens
    start = tokens[noun].start
    if any(c.start <= start < c.end for c in draft.content) or (draft.source and draft.source.start <= start < draft.source.end):
        return False
    if noun in draft.hearers:
        return True
    above, steps = noun, 0
    while above != draft.anchor and steps < 12:
        token = tokens[above]
        if token.head == above or not _leads(grammar, above):
            return False
        above, steps = token.head, steps + 1
    return above == draft.anchor


def _leads(grammar: Grammar, i: int) -> bool:
    """Whether the token's link to its head may stand between a channel and the verb of saying."""
    token, tokens = grammar.tokens[i], grammar.tokens
    if token.dep in ("compound", "poss", "nmod", "appos", "amod"):
        return tokens[token.head].lemma.lower() in OCCASIONS or tokens[token.head].lower in PLATFORM_NOUNS | OUTLET_NOUNS
    if token.dep in ("prep", "agent", "dative"):
        return token.lower in INTO or token.lower == "following"
    if token.dep in ("pobj", "dobj", "conj"):
        return (
            tokens[token.head].pos == "ADP" or tokens[token.head].dep == "prep" or token.lemma.lower() in OCCASIONS or token.dep == "conj"
        )
    return token.dep in ("acl", "advcl", "xcomp", "relcl") and token.lemma in CARRIERS
