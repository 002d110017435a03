"""Who a title names, where the parse parts it from the name: "Press Secretary of the President of Chad Ana Mota"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from ontherecord.actors.cast import Cast, Mention
from ontherecord.actors.genders import given_names
from ontherecord.actors.registry import Role, load
from ontherecord.actors.spelling import fold
from ontherecord.attribution.voice import incumbent
from ontherecord.language import Parsed
from ontherecord.records import Actor

# A caption run into a label: "Ana Mota Mota AnaMayor of Lund", "Ana Mota AnaMayor of Lund".
DOUBLED = re.compile(r"((\w+) (\w+))(?: \3)? \2(?=[A-Z]|$)")
# Words inside a title that begin with no capital.
INNER = {"of", "the", "for", "to", "and", "on", "in", "at", "'s", "’s", "-", "–", "&"}
LONGEST = 24
# Words that a title has at least, beside its country, to be known again.
SHORTEST = 2
FULL_NAME = 2
MINISTRY = frozenset({"head", "ministry"})
PERSONAL = {"he", "she", "his", "her", "him"}
# Sentences behind a title in which "he" goes on meaning its bearer.
PRONOUNS_REACH = 2
# What stands before the name of a body or a matter inside a title, never before its bearer's.
BEFORE_BODIES = INNER - {"and", "-", "–"}


class Titles:
    """The titles that stand before the names of one document, and whom each means."""

    def __init__(self, parsed: Parsed, cast: Cast, day: dt.date | None) -> None:
        self.day = day
        self.parsed, self.tokens, self.cast = parsed, parsed.tokens, cast
        named = [m for m in cast.mentions if m.kind == "name"]
        self._named = {a for m in named for a in m.actors}
        self._after: dict[int, Mention] = {}
        self._after = {self._name_start(m): m for m in named if len(m.actors) == 1 and " " in cast.actor(m.actors[0]).name}
        self._known: dict[frozenset[str], str | None] = {}  # None where two bear it
        self._roles: set[tuple[str, str]] = set()  # actor and first role
        self._labels: set[tuple[str, str]] = set()  # actor and role with the word before it: "prime minister"
        self._latest: dict[str, Mention] = {}  # by actor: the last mention that was settled
        self._inner: set[tuple[str, str]] = set()  # actor and a role inside the title, which is somebody else's

    def settle(self) -> None:
        """Gives every title that stands before a name, and every later use of it, to whom the name means."""
        for known in self.cast.actors:
            self._known_otherwise(known)
        self._after = {k: m for k, m in self._after.items() if k and self.tokens[k - 1].lower not in BEFORE_BODIES}
        for start, mention in sorted(self._after.items()):
            actor = mention.actors[0]
            if not self.cast.is_country(actor):
                self._introduced(start, actor)
        self._hidden()
        for mention in self.cast.mentions:
            self._used_again(mention)
            self._another(mention)
            self._nearest(mention)
            if (settled := self.cast.at(mention.head)) is not None and len(settled.actors) == 1:
                self._latest[settled.actors[0]] = settled

    def _known_otherwise(self, actor: Actor) -> None:
        """Puts a doubled name right, and gives an unnamed "president" the name that the registry knows for the day."""
        if doubled := DOUBLED.match(actor.name):
            self.cast.refine(actor.id, name=doubled[1])
        unnamed = actor.country and actor.role and not actor.wikidata and actor.name[:1].islower()
        if unnamed and actor.country and actor.role:
            holder = incumbent(actor.role, actor.country, self.day, self.cast)
            if holder is not None and holder != actor.id:
                self.cast.join(actor.id, holder)

    def _hidden(self) -> None:
        """ "Mayor of Lund Ana Mota", where place and name were taken for one name: whose title is the outermost gets the name."""
        for head in [m.head for m in self.cast.mentions if m.kind in ("title", "description")]:
            end = start = head + 2
            while end < len(self.tokens) and self.tokens[end].pos == "PROPN" and self.tokens[end].text[0].isupper():
                end += 1
            name = end - FULL_NAME
            fits = name > start and self.tokens[start - 1].lower == "of" and self._role(head) is not None
            title = self._title(name) if fits and fold(self.tokens[name].text) in given_names() else []
            bearer = self.cast.at(title[0]) if title else None
            if bearer is not None and len(bearer.actors) == 1 and bearer.actors[0] not in self._named:
                self.cast.refine(bearer.actors[0], name=self.parsed.span(name, end - 1).of(self.parsed.text))
                self._named.add(bearer.actors[0])

    def _name_start(self, mention: Mention) -> int:
        """Where the name itself begins, behind the end of a title that was taken for a part of it: "Minister of the Interior Ana Mota"."""
        words = self.cast.actor(mention.actors[0]).name.split()
        start = next((k for k in range(mention.first, mention.last + 1) if self.tokens[k].text == words[0]), mention.head)
        if len(words) <= FULL_NAME or start == 0 or not all(w[0].isupper() for w in words):
            self._without_title(mention.actors[0], words)
            return start
        before = self.tokens[start - 1]
        body = load().roles.get(words[0].lower())
        if (body is None or body.kind == "person") and before.lower not in BEFORE_BODIES and before.pos not in ("ADV", "ADJ"):
            return start
        last = next((k for k in range(mention.last, start, -1) if self.tokens[k].text == words[-1]), mention.last)
        if not self._title(last - FULL_NAME + 1):
            return start
        self.cast.refine(mention.actors[0], name=" ".join(words[-FULL_NAME:]))
        return last - FULL_NAME + 1

    def _without_title(self, actor: str, words: list[str]) -> None:
        """ "Head of the Lund Mission Ana Mota", where title and name were taken for one name."""
        role, given, last = load().roles.get(words[0].lower()), words[-FULL_NAME], words[-1]
        titled = role is not None and role.kind == "person" and "of" in words and len(words) > FULL_NAME + 1
        if titled and last[0].isupper() and given[0].isupper() and fold(given) in given_names():
            self.cast.refine(actor, name=f"{given} {last}")

    def _introduced(self, start: int, actor: str) -> None:
        title = self._title(start)
        for head, end in reversed(list(zip(title, [*title[1:], start], strict=False))):  # the first title's country counts
            self._join(head, end, actor)
        self._roles.update((actor, self.tokens[head].lower) for head in title)
        self._labels.update((actor, self._label(head)) for head in title)
        for k in range(title[0] + 1, start) if title else ():
            if k not in title and self.tokens[k - 1].lower in INNER and self._role(k) is not None:
                self._inner.add((actor, self.tokens[k].lower))
        for words in self._uses(title[0], start) if title else ():
            if self._known.setdefault(words, actor) != actor:
                self._known[words] = None

    def _title(self, start: int) -> list[int]:
        """Heads of the roles that the words before a name give its bearer: the outermost of each phrase between commas."""
        k, sentence = start - 1, self.tokens[start].sent
        while k >= max(0, start - LONGEST) and self.tokens[k].sent == sentence and self._in_title(k, start):
            k -= 1
        heads, fresh = [], True
        for j in range(k + 1, start):
            fresh = fresh or self.tokens[j].text in (",", "-", "–", "—")
            if fresh and self._role(j) is not None:
                heads.append(j)
                fresh = False
        return heads if heads and self.tokens[start - 1].text != "," else []

    def _in_title(self, k: int, start: int) -> bool:
        token = self.tokens[k]
        if token.text == ",":  # "the American poet, Special Envoy to the Lake Council Ana Mota", where no list goes on
            role = self._role(k - 1) if k else None
            return role is not None and self.tokens[k - 1].text[0].islower() and not self._listed(start)
        return token.text[0].isupper() or token.lower in INNER or self._role(k) is not None

    def _listed(self, start: int) -> bool:
        behind = self._after[start].last + 1 if start in self._after else start + FULL_NAME
        return behind < len(self.tokens) and self.tokens[behind].lower in (",", "and", "as")

    def _role(self, k: int) -> Role | None:
        """The role of a person, one alone, whose last word the token is."""
        roles, token = load().roles, self.tokens[k]
        pair = f"{self.tokens[k - 1].lower} {token.lower}" if k else ""
        role = roles.get(pair) or roles.get(token.lower)
        behind = self.tokens[k + 1].lower if k + 1 < len(self.tokens) else ""
        longer = f"{token.lower} {behind}" in roles or (behind in roles and roles[behind].kind == "person")  # "Deputy Head"
        return role if role is not None and role.kind == "person" and not role.plural and not longer else None

    def _uses(self, head: int, end: int) -> set[frozenset[str]]:
        """The title and what it may be short for: "Deputy Head (of the Office (of the President))"."""
        ends = [k for k in range(head + 1, end) if self.tokens[k].lower in INNER or self.tokens[k].text == ","]
        found = {self._words(head, k) for k in (*ends, end)}
        return {w for w in found if len(w) >= SHORTEST}

    def _words(self, head: int, end: int) -> frozenset[str]:
        """The words that tell a title from others, in any order: "Lake Council's President", "President of the Lake Council"."""
        first = head
        while first > 0 and self.tokens[first - 1].text[0].isupper() and self.tokens[first - 1].pos in ("PROPN", "ADJ", "NOUN"):
            first -= 1
        names = load().names
        words = [t for t in self.tokens[first:end] if t.lower not in INNER and t.text != ","]
        kept = (t for t in words if not any(s.country and s.kind == "country" for s in names.get(fold(t.text), ())))
        found = frozenset(t.lower.replace("advisor", "adviser") for t in kept)
        return found - MINISTRY | {"minister"} if found >= MINISTRY else found  # "the head of the Ministry of Health"

    def _join(self, head: int, end: int, actor: str) -> None:
        """Makes one of a described actor and the one whose name its description stands before."""
        mention = self.cast.at(head)
        country = self._country(head, end)
        one = self.cast.actor(actor)
        if country and not one.wikidata:
            self.cast.refine(actor, country=country)
        if mention is None or mention.kind not in ("title", "description") or len(mention.actors) != 1 or mention.actors[0] == actor:
            return
        other = self.cast.actor(mention.actors[0])
        if other.id in self._named or other.wikidata or self.cast.is_country(other.id):
            self.cast.mention(replace(mention, actors=(actor,)))
            return
        self.cast.join(other.id, actor)
        self.cast.refine(actor, role=other.role or one.role, country=self.cast.actor(actor).country or other.country)

    def _country(self, head: int, end: int) -> str | None:
        """The country that the words of a title tell: "President of the Austrian Association", "the American poet"."""
        first = head - 1
        while first > 0 and self.tokens[first].dep in ("amod", "compound", "nmod", "poss"):
            first -= 1
        inside = [m for k in range(first + 1, end) if k != head and (m := self.cast.at(k)) is not None]
        found = {c for m in inside for c in self.cast.countries(m.actors)}
        return found.pop() if len(found) == 1 else None

    def _used_again(self, mention: Mention) -> None:
        """ "the Head of the Office of the President" further on is whose name stood behind the same words."""
        if mention.kind not in ("title", "description") or self._role(mention.head) is None:
            return
        end = mention.head + 1
        while end < len(self.tokens) and (self.tokens[end].text[0].isupper() or self.tokens[end].lower in INNER) and end not in self._after:
            end += 1
        while end > mention.head + 1 and self.tokens[end - 1].lower in INNER:
            end -= 1
        words = self._words(mention.head, end)
        bearers = {(a, self.tokens[mention.head].lower) for a in mention.actors}
        if end in self._after or len(words) < SHORTEST or bearers & self._roles:
            return
        meant = self._known.get(words)
        if meant is not None and mention.actors != (meant,):
            self._give(mention, (meant,))

    def _another(self, mention: Mention) -> None:
        """ "the President" is not the deputy head of the President's office, though the parse set his name beside both."""
        word = self.tokens[mention.head].lower
        bearers = {(a, word) for a in mention.actors}
        if (
            mention.kind != "title"
            or len(bearers) != 1
            or not bearers & self._inner
            or bearers & self._roles
            or self.cast.at(mention.head) != mention
        ):
            return
        country = self.cast.actor(mention.actors[0]).country
        holders = [a.id for a in self.cast.actors if a.wikidata and a.country == country and (a.role or "").endswith(word)]
        self._give(mention, tuple(holders[:1]))

    def _label(self, head: int) -> str:
        pair = f"{self.tokens[head - 1].lower} {self.tokens[head].lower}" if head else ""
        return pair if pair in load().roles else self.tokens[head].lower

    def _nearest(self, mention: Mention) -> None:
        """ "The Minister" by itself is the minister named last, not the prime minister."""
        label, head = self._label(mention.head), mention.head
        bare = (
            head > 0 and self.tokens[head - 1].lower == "the" and self.tokens[head + 1 : head + 2] and self.tokens[head + 1].lower != "of"
        )
        if mention.kind != "title" or len(mention.actors) != 1 or not bare or (mention.actors[0], label) in self._labels:
            return
        bearers = {a for a, known in self._labels if known == label}
        if not any(a == mention.actors[0] for a, _ in self._labels):
            return
        told = (m for b in bearers if (m := self._latest.get(b)) is not None and m.last < mention.first)
        before = max(told, key=lambda m: m.first, default=None)
        if before is not None:
            self._give(mention, before.actors)

    def _give(self, mention: Mention, actors: tuple[str, ...]) -> None:
        """Gives a title its bearer, and with it the "he" that was taken for whom the title was taken for."""
        self.cast.mention(replace(mention, actors=actors))
        if not actors:
            return
        sentence, right = self.tokens[mention.head].sent, self.parsed.right[mention.head]
        last = self.parsed.sentences[min(sentence + PRONOUNS_REACH, len(self.parsed.sentences) - 1)].last
        for other in (m for k in range(mention.head + 1, last) if (m := self.cast.at(k)) is not None and m.first > mention.head):
            if other.head <= right and other.kind != "pronoun":
                continue  # "the Head of the Office of the PRESIDENT"
            if other.actors == mention.actors and other.kind != "pronoun":
                return
            if other.actors == mention.actors and self.tokens[other.head].lower in PERSONAL:
                self.cast.mention(replace(other, actors=actors))
