"""Speakers whom the cast does not know: "residents", "two people close to the talks", "MS. OSEI"."""

from __future__ import annotations

from ontherecord.actors.cast import Cast, Mention
from ontherecord.actors.registry import load
from ontherecord.actors.spelling import fold
from ontherecord.attribution.chain import government
from ontherecord.attribution.drafts import words
from ontherecord.attribution.media import OUTLET_NOUNS
from ontherecord.attribution.reporting import NOBODY
from ontherecord.attribution.sources import DOCUMENTS, PARTITIVES, THINGS, TIMES, noun_phrase, vouches
from ontherecord.attribution.transcript import ANYBODY
from ontherecord.language import Grammar
from ontherecord.records import Document
from ontherecord.spans import Span

# What the possessor of these is to them says nothing of their country: "her counterpart" serves another.
OTHERS = {"counterpart", "colleague", "rival", "opponent", "critic", "enemy", "ally", "host", "guest", "neighbour", "neighbor", "partner"}
# What names a country in a title.
PLACING = ("country", "adjective")
LONGEST_NAME = 80
# Words of a label past which it begins with a title.
LONGEST_LABEL = 3


class Strangers:
    """Makes an actor of a speaker whom the cast does not know; the same one for the same words."""

    def __init__(self, document: Document, grammar: Grammar, cast: Cast) -> None:
        self.document, self.grammar, self.cast = document, grammar, cast
        self._known: dict[str, str] = {}

    def described(self, head: int, anchor: int) -> tuple[str, ...]:
        """The actor that a noun phrase means: a person, group or body, never a thing; no country unless the words tell it."""
        token, tokens = self.grammar.tokens[head], self.grammar.tokens
        mention = self.cast.at(head)
        if token.lower in TIMES or (mention is not None and mention.actors) or not self._can_speak(head):
            return ()
        if any(tokens[c].lower in NOBODY for c in self.grammar.children(head, "det")):
            return ()
        first, last = noun_phrase(self.grammar, head, cue=anchor)
        span = words(self.grammar.parsed, (first, last))
        if span is None:
            return ()
        key = self._key(head, span)
        if key not in self._known:
            self._known[key] = self._made(head, span)
        self._mention(span, first, last, head, self._known[key])
        return (self._known[key],)

    def _can_speak(self, head: int) -> bool:
        token = self.grammar.tokens[head]
        lemma = token.lemma.lower()
        if lemma in PARTITIVES and (of := self.grammar.behind(head, "of")):
            return self._can_speak(of[0])
        return (
            token.pos in ("NOUN", "PROPN")
            and lemma not in DOCUMENTS | OUTLET_NOUNS | THINGS
            and (vouches(self.grammar, head) or lemma in OTHERS)
        )

    def _key(self, head: int, span: Span) -> str:
        """A definite description goes on with the last of its noun; any other is new."""
        token, tokens = self.grammar.tokens[head], self.grammar.tokens
        if token.pos == "PROPN" or any(tokens[c].lower == "the" for c in self.grammar.children(head, "det")):
            return token.lower
        key = token.lower if token.lower not in self._known else f"{token.lower} {span.start}"
        return key if token.tag == "NN" else " ".join(span.of(self.grammar.parsed.text).lower().split())

    def _made(self, head: int, span: Span) -> str:
        name = " ".join(span.of(self.grammar.parsed.text).split())[:LONGEST_NAME]
        first, _, rest = name.partition(" ")
        name = rest if rest and first.lower() in ("a", "an", "the") else name
        role = load().roles.get(self.grammar.tokens[head].lower)
        return self.cast.add(name, country=self._country(head), sector=role.sector if role else None)

    def _country(self, head: int) -> str | None:
        """The country that the words give: "her office", "Malian clerks"; none for "her counterpart" or for diplomats in Mali."""
        grammar, cast = self.grammar, self.cast
        owner = grammar.child(head, "poss")
        near = [*grammar.children(head, "amod", "compound", "nmod"), *grammar.behind(head, "of", "from")]
        ids = [i for k in near for i in cast.belongs(k) or cast.party(k)]
        if owner is not None and grammar.tokens[head].lemma.lower() not in OTHERS:
            ids += cast.party(owner) or cast.belongs(owner)
        countries = self.cast.countries(ids)
        return countries.pop() if len(countries) == 1 else None

    def labelled(self, sources: tuple[int, ...], source: Span | None) -> tuple[str, ...]:
        """A transcript's speaker by the words of the label; nobody for "Q".

        One whom the title names beside a publishing government is that government's.
        """
        label = source.of(self.grammar.parsed.text) if source else ""
        if not sources or label.lower() in ANYBODY:
            return ()
        key = self.grammar.tokens[sources[0]].lower
        if key not in self._known:
            same = next((a.id for a in self.cast.actors if a.name == label), None)  # whose label lost its colon
            if same is not None:
                self._known[key] = same
                return (same,)
            titled = key in {w.strip(".,:;’'").lower() for w in (self.document.title or "").split()}
            country = government(self.document.publisher or "") if titled else None
            label = " ".join(label.split()[-2:]) if len(label.split()) > LONGEST_LABEL else label  # behind a title the name
            self._known[key] = self.cast.add(label, country=country, sector="GOV" if country else None)
        first, last = min(sources), max(sources)
        self._mention(self.grammar.parsed.span(first, last), first, last, sources[0], self._known[key], named=True)
        return (self._known[key],)

    def at_home(self, ids: tuple[str, ...]) -> None:
        """Gives a speaker whom a government's title names beside its own country that country: "Meeting with Chadian Wells chief Mota"."""
        country, title = government(self.document.publisher or ""), self.document.title or ""
        named = {c for w in title.split() for s in load().names.get(fold(w.strip(".,:;’'")), ()) for c in s.countries if s.kind in PLACING}
        for id_ in ids if country and named == {country} else ():
            actor = self.cast.actor(id_)
            if actor.country is None and actor.name.split()[-1] in title:
                self.cast.refine(id_, country=country)

    def _mention(self, span: Span, first: int, last: int, head: int, id_: str, *, named: bool = False) -> None:
        self.cast.mention(Mention(span, first, last, head, (id_,), "name" if named else "description"))
