"""From drafts to statements: who the speaker is, whom it was said to, and the chain that vouches for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ontherecord.actors.cast import Cast, Mention
from ontherecord.actors.registry import load
from ontherecord.attribution.chain import Chain, base_chain, government
from ontherecord.attribution.drafts import Draft
from ontherecord.attribution.links import channels, speaker_links
from ontherecord.attribution.media import media
from ontherecord.attribution.sides import TOGETHER, Sides, teller
from ontherecord.attribution.sources import DOCUMENTS, THINGS, vouches
from ontherecord.attribution.strangers import Strangers
from ontherecord.attribution.transcript import answered
from ontherecord.attribution.unsaid import Unsaid
from ontherecord.attribution.voice import authors
from ontherecord.language import Grammar
from ontherecord.records import Document, SourceLink, Statement
from ontherecord.records.types import Form

# A quotation that nobody introduces belongs to whoever spoke last, if that was at most this many paragraphs ago.
TURN_PARAGRAPHS = 2
# Statements within statements are followed so far; deeper is noise.
DEEPEST = 20
# Manners in which a source speaks about a statement of others, without making it.
AGAINST = {"denies", "doubts", "criticises", "praises"}
SENT = {"message", "telegram", "letter", "greeting", "address"}
ISSUED = {"statement", "appeal", "message", "letter", "declaration", "communique", "communiqué", "document"}
SPOUSES, FIRST = {"wife", "husband", "spouse"}, {"first lady", "first gentleman"}
PREMIERS = {"prime minister", "premier"}
TALKERS, HEADS = {"interlocutor"}, {"head", "leader", "president", "minister", "party", "side", "counterpart"}
# What one does to a paper or law whose author one is.
MADE = {
    "initiate", "propose", "submit", "draft", "sign", "write", "table", "introduce", "issue", "prepare", "send", "adopt", "publish",
    "broadcast", "air", "release", "share", "circulate", "film",
}  # fmt: skip
NAMED_BEFORE = 3  # sentences between a name and a "he" that means it
# As many as may speak side by side in as many statements; of more the first is the speaker, and the chain has all.
MOST_JOINT = 4
GOING_ON = {"add", "continue", "go on"}  # cues that go on with what was said before, through the same channel


class Resolver:
    """Turns the drafts of one document into statements, outermost first, so that "we" within a quotation is known in time."""

    def __init__(self, document: Document, grammar: Grammar, cast: Cast) -> None:
        self.document = document
        self.grammar, self.parsed, self.cast = grammar, grammar.parsed, cast
        self.base = base_chain(document)
        self.naming = media().named(self.parsed)
        self._quote_starts = [q.spans[0].start for q in self.parsed.quotations]
        self._spoke_last: tuple[int, tuple[str, ...]] | None = None
        self.strangers = Strangers(document, grammar, cast)
        self.sides = Sides(grammar, cast)
        self._turns: list[tuple[int, int]] = []
        self.unsaid = Unsaid(grammar, cast, self.spoken)
        self._channel: tuple[tuple[str, ...], int, Chain] = ((), 0, ())  # of the last statement: speakers, paragraph, media

    def spoken(self, i: int) -> bool:
        """Whether a token stands in a speaker's turn or in a quotation."""
        n = bisect_right(self._turns, i, key=lambda turn: turn[0]) - 1
        return self.parsed.quote_of[i] >= 0 or (n >= 0 and i <= self._turns[n][1])

    def statements(self, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
        """One statement a draft, in the order of their first words, with ids s1, s2, …"""
        self._turns = sorted(d.turn for d in drafts if d.turn is not None)
        done: list[Statement] = []
        by_anchor: dict[int, Statement] = {}
        open_: list[tuple[Draft, Statement]] = []  # statements whose content has not ended, outermost first
        for draft in sorted(drafts, key=lambda d: (d.start, -d.content[-1].end, d.within >= 0, d.anchor)):
            open_ = [(d, s) for d, s in open_[-DEEPEST:] if d.content[-1].end > draft.start]
            wraps = by_anchor.get(draft.within) or next((s for d, s in reversed(open_) if self._holds(d, draft)), None)
            speakers = self._not_oneself(draft, self._speakers(draft), wraps)
            if self.unsaid(draft, speakers, wrapped=wraps is not None):
                continue
            told = self._told(draft, speakers, wraps.according_to if wraps else self.base)
            if not draft.silent:
                done += (replace(s, id=f"s{n}") for n, s in enumerate(told, len(done) + 1))
            by_anchor[draft.anchor] = told[0]
            open_.append((draft, told[0]))
        return tuple(answered(done, {d.start for d in drafts if d.turn is not None}, self.document.text))

    def _not_oneself(self, draft: Draft, speakers: tuple[str, ...], wraps: Statement | None) -> tuple[str, ...]:
        """The speakers; for a "he" in somebody's own words who was named before and is another: "Mota was a sailor. He once said …"."""
        if wraps is None or wraps.speaker not in speakers or len(speakers) > 1 or not self.spoken(draft.anchor) or not draft.sources:
            return speakers
        if any(self.parsed.tokens[s].lower not in ("he", "she") for s in draft.sources):
            return speakers
        first = self.parsed.sentences[max(0, self.parsed.sentence_of(draft.anchor).i - NAMED_BEFORE)].first
        near = (m for k in range(draft.anchor - 1, first - 1, -1) if (m := self.cast.at(k)) is not None and m.kind == "name")
        named = (m.actors for m in near if m.actors != speakers and not any(self.cast.is_corporate(a) for a in m.actors))
        return next(named, ())

    def _told(self, draft: Draft, speakers: tuple[str, ...], outer: Chain) -> list[Statement]:
        """The draft as a statement of each who speaks: "the presidents stressed" is said by both, and neither reports the other."""
        if not 1 < len(speakers) <= MOST_JOINT or draft.turn is not None:
            return [self._statement(draft, speakers, outer)]
        each = [self._statement(self._side(draft, one), (one,), outer) for one in speakers]
        self._bind(draft, speakers, each[0].addressees)
        return each

    def _side(self, draft: Draft, one: str) -> Draft:
        """The draft with the source words that mean this one of several who speak together."""
        mine = tuple(s for s in draft.sources if one in self.cast.party(s))
        return replace(draft, sources=mine) if mine else draft

    def _holds(self, outer: Draft, inner: Draft) -> bool:
        """Whether the outer statement's words tell that the inner one was made."""
        token = self.parsed.tokens[inner.anchor]
        if inner.entry and inner.entry.kind == "noun" and token.dep in ("dobj", "nsubjpass", "pobj"):
            above = token.head if token.dep != "pobj" else self.parsed.tokens[token.head].head
            if above == outer.anchor and (inner.sources or (outer.entry and outer.entry.manner in AGAINST)):
                return False  # "echoed her call for talks", "rejected the claim that": what was said stands by itself
        at = token.start
        return any(c.start <= at < c.end for c in outer.content)

    def _statement(self, draft: Draft, speakers: tuple[str, ...], outer: Chain) -> Statement:
        hearers = tuple(dict.fromkeys(i for h in draft.hearers for i in self.cast.party(h))) or self._partner(draft, speakers)
        self._bind(draft, speakers, hearers)
        links = [
            *channels(self.grammar, self.cast, self.naming, draft),
            *speaker_links(self.grammar, self.cast, self.naming, draft, speakers),
        ]
        chain = (*outer, *_new(_without_doubles([*self._same_channel(draft, speakers, outer), *links]), outer))
        self._channel = (speakers, self.parsed.paragraph_of(draft.anchor).i, tuple(x for x in chain[len(self.base) :] if x.kind != "actor"))
        media = {link.actor for link in links if link.kind != "actor"}
        return Statement(
            "", speakers[0] if speakers else None, tuple(h for h in hearers if h not in media), self._form(draft), draft.content,
            self.parsed.span(*draft.cue) if draft.cue else None, draft.source, chain, confidence=draft.sure,
        )  # fmt: skip

    def _partner(self, draft: Draft, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """To whom a turn is spoken in the transcript of a meeting of two: the other one."""
        two = self.cast.dealing
        if draft.turn is None or len(two) != 2 or len(speakers) != 1 or speakers[0] not in two:
            return ()
        return tuple(i for i in two if i != speakers[0])

    def _bind(self, draft: Draft, speakers: tuple[str, ...], hearers: tuple[str, ...]) -> None:
        if not speakers:
            return
        for q in draft.quotes:
            self.cast.bind_speaker(q, speakers, hearers)
        if draft.turn is not None:
            self.cast.bind_range(*draft.turn, speakers, hearers)

    def _speakers(self, draft: Draft) -> tuple[str, ...]:
        """Ids of the speakers: by the words that name them, else whoever spoke last."""
        if draft.speakers:
            return draft.speakers
        paragraph = self.parsed.paragraph_of(draft.anchor).i
        # a label's words are one name: those that nobody is known by make no strangers of their own
        named = [n for s in draft.sources if (n := self.cast.party(s) if draft.label else self._who(s, draft.anchor))]
        if draft.label:  # of a label's words the first that names somebody, a country only where nobody else is named
            proper = [m.actors for s in draft.sources if (m := self.cast.at(s)) and self._full_name(m, s)]
            named = [n for n in (*proper, *named) if not all(map(self.cast.is_country, n))][:1] or named[:1]
        if draft.turn is not None and (not named or self._torn(draft, named[0])):
            named = [self.strangers.labelled(draft.sources, draft.source)]
        found = tuple(dict.fromkeys(i for n in named for i in n))
        if draft.turn is not None:
            self.strangers.at_home(found)
        if found and self._is_body(draft, found) and self._spoke_last and paragraph - self._spoke_last[0] <= TURN_PARAGRAPHS:
            found = self._spoke_last[1]
        if not found and self._goes_on(draft, paragraph) and self._spoke_last:
            found = self._spoke_last[1]
        if not found and draft.sources:
            found = self._by_content(draft) or self._he(draft) or self._it(draft)
        if not found and self._agreed(draft):
            return self.sides.together(draft.anchor)
        if not found and self._impersonal(draft):
            return self._own_side()
        if found and self.parsed.quote_of[draft.anchor] < 0:
            self._spoke_last = (paragraph, found)
        return found

    def _full_name(self, mention: Mention, head: int) -> bool:
        """Whether a word of a label ends a person's full name: "Court President ITO RAO Rao ItoCourt President"."""
        if len(mention.actors) != 1 or mention.kind not in ("name", "adjective") or self.cast.is_country(mention.actors[0]):
            return False
        words = self.cast.actor(mention.actors[0]).name.split()
        return len(words) > 1 and [t.text for t in self.parsed.tokens[max(0, head - 1) : head + 1]] == words[-2:]

    def _he(self, draft: Draft) -> tuple[str, ...]:
        """A "he" that nothing else tells: the one whom the sentence before speaks of, if it is one."""
        if any(self.parsed.tokens[s].lower not in ("he", "she") for s in draft.sources):
            return ()
        before = teller(self.parsed, self.grammar, self.cast, draft.sources[0])
        if len(before) == 1 and not self.cast.is_country(before[0]):
            return before
        acting = self.sides.acting(draft.sources[0])
        persons = [p for p in acting if " " in self.cast.actor(p).name and not self.cast.is_corporate(p) and self._person(p)]
        return tuple(persons) if len(persons) == 1 else ()  # the only one of whom the document has told so far

    def _it(self, draft: Draft) -> tuple[str, ...]:
        """An "it" that is the body, or the document, of which the sentence before speaks: "The Malian note names no one. IT said"."""
        sentence = self.parsed.sentence_of(draft.anchor)
        if any(self.parsed.tokens[s].lower != "it" for s in draft.sources) or not sentence.i:
            return ()
        before = self.parsed.sentences[sentence.i - 1]
        named = teller(self.parsed, self.grammar, self.cast, draft.sources[0])
        if len(named) == 1 and (self.cast.is_corporate(named[0]) or not self._person(named[0])):
            return named
        papers = (s for s in self.grammar.subjects(before.root) if self.parsed.tokens[s].lemma.lower() in DOCUMENTS)
        return next((ids for s in papers if (ids := self._who(s, draft.anchor))), ())

    def _person(self, id_: str) -> bool:
        role = load().roles.get(self.cast.actor(id_).role or "")
        return (role is None and self.cast.actor(id_).sector is None) or (role is not None and role.kind == "person")

    def _by_content(self, draft: Draft) -> tuple[str, ...]:
        """ "The film star said she is worried": she is the speaker."""
        tokens = self.parsed.tokens
        if draft.entry is None or draft.entry.kind != "verb" or "clause" not in draft.entry.takes or draft.quotes:
            return ()
        first = bisect_left(tokens, draft.start, key=lambda t: t.start)
        first += tokens[first].lower == "that"
        told = tokens[first].lower in ("he", "she") and all(tokens[s].pos == "NOUN" for s in draft.sources)
        return self.cast.party(first) if told else ()

    def _is_body(self, draft: Draft, found: tuple[str, ...]) -> bool:
        """Whether "he" was taken for a body or a country."""
        if len(found) != 1 or not draft.sources or any(self.parsed.tokens[s].lower not in ("he", "she") for s in draft.sources):
            return False
        role = load().roles.get(self.cast.actor(found[0]).role or "")
        return self.cast.is_country(found[0]) or (role is not None and role.kind != "person")

    def _torn(self, draft: Draft, found: tuple[str, ...]) -> bool:
        """Whether a label that ends in a full name gave no more than a piece of it, or a body: "Director of Delta Pumps Ito Muster"."""
        tokens = self.parsed.tokens
        if len(draft.sources) < 2 or len(found) != 1 or draft.sources[0] != draft.sources[1] + 1:
            return False
        return self.cast.actor(found[0]).name == tokens[draft.sources[1]].text

    def _who(self, head: int, anchor: int) -> tuple[str, ...]:
        """The actors that a source word means: itself, the name behind it ("her brother, Ali Rao"), whose document it is, or a stranger."""
        if kin := self._kin(head):
            return kin
        if (
            self.parsed.tokens[head].pos == "ADJ" or self.parsed.tokens[head].dep == "amod"
        ):  # "PERUVIAN claims": the country that they belong to
            return self.cast.belongs(self.parsed.tokens[head].head)
        thing = self.parsed.tokens[head].pos == "NOUN" and not vouches(self.grammar, head)
        mention = self.cast.at(head)
        found = self.cast.party(head) if mention is not None or not thing else ()
        if thing and mention is not None and _weapons(self.parsed.tokens[head].lower):
            return ()  # "the missiles have shown"
        found = self._head_of_cabinet(head) or self._of_their_country(head, found)
        if not found:
            found = next((p for a in self.grammar.children(head, "appos") if (p := self.cast.party(a))), ())
        if not found and self.parsed.tokens[head].lemma.lower() in DOCUMENTS:
            return self.cast.belongs(head) or self._drafted(head) or self._sender(head) or self._issuer(head)
        if not found and self.parsed.tokens[head].lemma.lower() in THINGS:
            return self._drafted(head) or self.strangers.described(head, anchor)
        return found or self.strangers.described(head, anchor)

    def _head_of_cabinet(self, head: int) -> tuple[str, ...]:
        """ "the head of the government" is the prime minister, who need not be the head of state."""
        if self.parsed.tokens[head].lower not in ("head", "chief"):
            return ()
        cabinet = any(self.parsed.tokens[o].lower in ("cabinet", "government") for o in self.grammar.behind(head, "of"))
        return self.sides.with_role(PREMIERS) if cabinet else ()

    def _of_their_country(self, head: int, found: tuple[str, ...]) -> tuple[str, ...]:
        """ "spoke with Ito Rao, the President of Mali noted": a title that names its country is no title of a guest from elsewhere."""
        named = {
            c
            for o in self.grammar.behind(head, "of")
            for i in self.cast.party(o)
            if self.cast.is_country(i)
            for c in self.cast.countries((i,))
        }
        theirs = self.cast.countries(found)
        word = self.parsed.tokens[head].lower
        if len(found) != 1 or len(named) != 1 or not theirs or theirs & named or word not in load().roles:
            return found
        holders = self.sides.with_role({word}, next(iter(named)))
        return holders or found

    def _drafted(self, head: int) -> tuple[str, ...]:
        """ "the law initiated by the premier", "a letter signed by both": by whom."""
        makers = (
            a for verb in self.grammar.children(head, "acl") if self.parsed.tokens[verb].lemma in MADE for a in self.grammar.agents(verb)
        )
        return tuple(dict.fromkeys(i for a in makers for i in self.cast.party(a)))

    def _sender(self, head: int) -> tuple[str, ...]:
        """Whose "the message" is that a government publishes under a headline of greetings: its author's."""
        if self.parsed.tokens[head].lemma.lower() not in SENT or not self.grammar.children(head, "det"):
            return ()
        return authors(self.document, self.cast)

    def _issuer(self, head: int) -> tuple[str, ...]:
        """Whose "the statement" is that goes on with what somebody said: theirs."""
        definite = self.parsed.tokens[head].pos == "NOUN" and any(
            self.parsed.tokens[c].lower in ("the", "this") for c in self.grammar.children(head, "det")
        )
        last = self._spoke_last
        if not definite or self.parsed.tokens[head].lemma.lower() not in ISSUED:
            return ()
        if last is not None and self.parsed.paragraph_of(head).i - last[0] <= TURN_PARAGRAPHS:
            return last[1]
        return teller(self.parsed, self.grammar, self.cast, head)

    def _kin(self, head: int) -> tuple[str, ...]:
        """ "the President's wife" is the first lady; "the interlocutors" are both sides."""
        lemma = self.parsed.tokens[head].lemma.lower()
        if lemma in SPOUSES and (self.grammar.children(head, "poss") or self.grammar.behind(head, "of")):
            return self.sides.with_role(FIRST)
        if self.parsed.tokens[head].lower in TOGETHER:
            two, known = self.sides.together(head) or self.sides.talking, self.cast.countries(self.cast.party(head))
            return two if not known or known == self.cast.countries(two) else ()
        unplaced = lemma in TALKERS or (
            self.parsed.tokens[head].tag == "NNS" and lemma in HEADS and not self.cast.countries(self.cast.party(head))
        )
        return (self.sides.together(head) or self.sides.talking) if unplaced else ()

    def _agreed(self, draft: Draft) -> bool:
        """ "It was agreed to meet": both sides of the talks agreed."""
        verb = draft.entry is not None and draft.entry.kind == "verb" and draft.entry.words.startswith("agree")
        return verb and not draft.sources and self.grammar.is_passive(draft.anchor)

    def _impersonal(self, draft: Draft) -> bool:
        """ "It was noted that": in a government's own account its side says so, not whom the sentence before speaks of."""
        verb = draft.entry is not None and draft.entry.kind == "verb" and not draft.sources and not draft.quotes
        if (
            not verb
            or draft.entry is None
            or draft.entry.takes & {"hearer", "order"}
            or self.spoken(draft.anchor)
            or not self.grammar.is_passive(draft.anchor)
        ):
            return False
        return self.parsed.tokens[draft.anchor].dep == "ROOT" and government(self.document.publisher or "") is not None

    def _own_side(self) -> tuple[str, ...]:
        """The country whose account the document is."""
        country = government(self.document.publisher or "")
        known = load().countries.get(country or "")
        return (self.cast.government(known.code, known.name),) if known is not None else ()

    def _same_channel(self, draft: Draft, speakers: tuple[str, ...], outer: Chain) -> Chain:
        """Outlets and platforms of the statement before, where the same speaker goes on: "he added", a quotation in the next paragraph."""
        who, paragraph, channel = self._channel
        if not speakers or speakers != who or outer != self.base:
            return ()
        goes_on = draft.entry is not None and draft.entry.words in GOING_ON
        quoted = bool(draft.quotes) and self.parsed.paragraph_of(draft.anchor).i - paragraph <= 1
        return channel if goes_on or quoted else ()

    def _goes_on(self, draft: Draft, paragraph: int) -> bool:
        """Whether the last speaker may be meant: nobody is named, or a "he" that the cast could not tell."""
        if self._spoke_last is None or paragraph - self._spoke_last[0] > TURN_PARAGRAPHS:
            return False
        if not draft.sources:
            return draft.cue is None
        return all(self.parsed.tokens[s].lower in ("he", "she") for s in draft.sources)

    def _form(self, draft: Draft) -> Form:
        """direct where all words stand in quotation marks (or are a turn), mixed where some do; marks around the whole do not count."""
        if draft.turn is not None:
            return "direct"
        around = self.parsed.quote_of[draft.anchor] if draft.cue else -1
        quoted = [s for q in self._quotations_in(draft, around) for s in self.parsed.quotations[q].spans]
        if not quoted:
            return "indirect"
        return "direct" if all(any(q.start <= c.start and c.end <= q.end for q in quoted) for c in draft.content) else "mixed"

    def _quotations_in(self, draft: Draft, around: int) -> list[int]:
        """Quotations that share words with the content, of its first hundred: enough to tell its form."""
        first = bisect_left(self._quote_starts, draft.start)
        last = min(bisect_left(self._quote_starts, draft.content[-1].end), first + 100)
        pieces = draft.content[:100]
        inside = (q for q in range(first, last) if any(s.overlaps(c) for s in self.parsed.quotations[q].spans for c in pieces))
        return sorted({q for q in inside if q != around} | set(draft.quotes))


def _weapons(word: str) -> bool:
    role = load().roles.get(word)
    return role is not None and role.office == "weapons"


def _without_doubles(links: Sequence[SourceLink]) -> list[SourceLink]:
    """The links without an actor that is the outlet beside it: a paper whose words go on."""
    outlets = {x.actor for x in links if x.kind != "actor" and x.actor}
    return [x for x in links if x.kind != "actor" or x.actor not in outlets]


def _new(links: Sequence[SourceLink], outer: Chain) -> list[SourceLink]:
    """The links that the chain does not end in yet: a paper that names itself, a speaker whose words go on."""
    names = {(link.name, link.country) for link in outer if link.kind != "actor"}
    last = outer[-1] if outer else None
    return [x for x in links if (not _same(x, last) if x.kind == "actor" else (x.name, x.country) not in names)]


def _same(link: SourceLink, last: SourceLink | None) -> bool:
    return last is not None and last.kind == "actor" and (link.actor, link.name) == (last.actor, last.name)
