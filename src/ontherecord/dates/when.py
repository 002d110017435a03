"""Which time expression tells when an event was. By grammar, never by nearness: an event whose clause has no date has none."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ontherecord.dates.expression import Days, TimeExpression
from ontherecord.dates.tense import PLANNING, clause_of
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Interval

# Behind these prepositions a date ends or bounds something and does not place it. "since" and ranges are told by `reach`.
BOUNDS = {"until", "till", "by", "before", "to", "towards", "toward", "ahead", "than", "from", "through", "pending"}
# Verbs that only carry the noun that tells the event: "held talks", "carried out an attack", "the raid took place".
CARRIERS = {
    "hold", "make", "carry", "conduct", "launch", "stage", "have", "take", "give", "issue", "sign", "reach", "begin", "start", "open",
    "mount", "undertake", "deliver", "send", "pay", "perform", "impose", "announce", "hit", "strike", "do", "convene", "host", "attend",
    "end", "conclude", "release", "order", "approve", "declare", "unveil", "finalize", "finalise", "join", "complete", "fire", "lead",
}  # fmt: skip
HAPPENING = {
    "occur", "happen", "take", "begin", "start", "come", "erupt", "follow", "end", "kill", "wound", "injure", "hit", "strike", "leave",
    "conclude",
}  # fmt: skip
# A verb in the infinitive or gerund behind these goes on at the same time as they: "began on Monday to withdraw".
ASPECT = {"begin", "start", "continue", "resume", "manage", "proceed", "stop", "cease", "finish"}
# "killed in an attack", "said at a meeting": noun and verb tell of one time.
TOGETHER = {"in", "during", "at", "by", "through", "amid", "with", "via", "on"}
# "set Friday as the day", "declared Monday a holiday".
NAMING = {
    "set",
    "choose",
    "pick",
    "name",
    "mark",
    "declare",
    "designate",
    "make",
    "propose",
    "celebrate",
    "observe",
    "fix",
    "hail",
    "remember",
    "spend",
}
ADVERBIAL = {"npadvmod", "tmod", "advmod", "prep", "pobj", "pcomp", "nmod", "dep", "conj", "appos", "advcl", "mark"}
# Verbs whose object has a time of its own.
JUDGING = {"condemn", "praise", "welcome", "criticise", "criticize", "denounce", "deplore", "blame", "accuse", "mourn", "regret", "hail"}
# Clauses and asides below a verb that tell of other times.
ELSEWHERE = {"relcl", "acl", "ccomp", "advcl", "xcomp", "pcomp", "appos", "parataxis"}
WITHIN = {"poss", "compound", "amod", "nummod", "nmod"}
# An event that ended longer ago than this before the publication is history, not news (PLOVER's "historical"), in days.
LONG_PAST = 365


def long_past(interval: Interval | None, published: dt.date | None) -> bool:
    """Whether the event ended more than a year before the report: PLOVER's auxiliary mode "historical"."""
    return interval is not None and published is not None and (published - interval.end).days > LONG_PAST


@dataclass(frozen=True, slots=True)
class _Hold:
    """An expression and the token that it hangs on. `within` for "Friday's attack"; `bounding` for "until Friday", "by Friday"."""

    expression: TimeExpression
    within: bool
    prepositions: tuple[str, ...]

    @property
    def weekday_like(self) -> bool:
        """A day told without its date ("on Friday", "today"): in news the day of the sentence's own verb, wherever it stands."""
        days = self.expression.interval
        return self.expression.kind in ("DATE", "TIME") and days is not None and days[0] == days[1]


class When:
    """Answers when the events of one document were. `published` bounds what came "shortly thereafter"."""

    __slots__ = ("_holds", "_parsed", "_published", "_text", "_tokens")

    def __init__(self, parsed: Parsed, grammar: Grammar, expressions: Sequence[TimeExpression], published: dt.date | None) -> None:
        self._parsed, self._tokens, self._text, self._published = parsed, grammar.tokens, parsed.text, published
        holds: defaultdict[int, list[_Hold]] = defaultdict(list)
        for expression in expressions:
            found = self._governor(expression)
            if found:
                holds[found[0]].append(found[1])
        self._holds = dict(holds)

    def of(self, i: int, *, previous: Interval | None = None) -> Interval | None:
        """When the event that token i tells was; None where the words do not say.

        `previous` is the time of the event told before it: "shortly thereafter" lies between its start and the publication.
        """
        held = self._held(i)
        placed = _best([h for h in held if self._days(h)], i)
        if placed:
            days = self._days(placed)
            return Interval(*self._so_far(i, days), placed.expression.span) if days else None
        after = next((h.expression for h in held if h.expression.order == "after" and h.expression.interval is None), None)
        if after is None or previous is None or self._published is None or previous.start > self._published:
            return None
        return Interval(previous.start, self._published, after.span)

    def separately(self, i: int) -> tuple[Interval, ...]:
        """The single days on which what token i tells happened each time: "spoke on Monday and again on Friday". Empty unless several, and
        for days that follow each other, which are one affair of several days.
        """
        told = {
            h.expression.days: h.expression.span for h in self._holds.get(i, []) if h.weekday_like and self._days(h) == h.expression.days
        }
        days = sorted(d for d in told if d is not None)
        apart = len(days) > 1 and all((b[0] - a[0]).days > 1 for a, b in itertools.pairwise(days))
        return tuple(Interval(*d, told[d]) for d in days) if apart else ()

    def _so_far(self, i: int, days: Days) -> Days:
        """What is past was not on the days of its week, month or year that are still to come: "met twice this week"."""
        going_on = self._published is not None and days[0] <= self._published < days[1]
        if not going_on or clause_of(self._parsed, i, i).tense != "past":
            return days
        return days[0], self._published or days[1]

    def _days(self, hold: _Hold) -> Days | None:
        """The days in which something lies that such an expression places."""
        expression = hold.expression
        if expression.kind == "SET" or expression.days is None:
            return None
        if expression.reach:
            return expression.reach
        if set(hold.prepositions) & BOUNDS:
            return None
        if "after" in hold.prepositions:
            start = expression.days[0]
            return (start, self._published) if self._published and start <= self._published else None
        return expression.days

    def _governor(self, expression: TimeExpression) -> tuple[int, _Hold] | None:
        """The verb or noun that the expression hangs on; None where it is a subject or an object itself ("set Friday as the deadline")."""
        tokens = self._tokens
        i = next(
            (k for k in range(expression.last, expression.first - 1, -1) if not expression.first <= tokens[k].head <= expression.last), None
        )
        if i is None or tokens[i].head == i or not self._adverbial(i, expression):
            return None
        within = tokens[i].dep in WITHIN
        prepositions: list[str] = []
        while tokens[i].head != i and len(prepositions) < 5:
            i = tokens[i].head
            if not (tokens[i].pos in ("ADP", "SCONJ") or tokens[i].dep in ("prep", "mark") or (tokens[i].pos == "ADV" and not within)):
                break
            prepositions.append(tokens[i].lower)
        if prepositions == ["since"] and self._rare(expression.first - 2):
            return None
        return self._told_of(i, expression), _Hold(expression, within, tuple(prepositions))

    def _rare(self, noun: int) -> bool:
        """ "the biggest exchange since 2024": how rare it is, not when it was."""
        kin = self._parsed.children[noun] if noun >= 0 and self._tokens[noun].pos == "NOUN" else ()
        return any(self._tokens[c].tag == "JJS" or self._tokens[c].lower == "first" for c in kin)

    def _adverbial(self, i: int, expression: TimeExpression) -> bool:
        """Whether the expression says when, and is not itself what is spoken of. A bare day behind a verb says when, whatever the parse."""
        token, days = self._tokens[i], expression.interval
        head = self._tokens[token.head]
        if head.lemma in NAMING and token.dep in ("npadvmod", "dobj", "oprd", "attr") and expression.first == head.i + 1:
            return False
        bare_day = token.dep in ("dobj", "oprd", "dative", "pobj") and days is not None and days[0] == days[1]
        return token.dep in ADVERBIAL | WITHIN or (bare_day and head.pos == "VERB")

    def _told_of(self, governor: int, expression: TimeExpression) -> int:
        """ "They struck in May, the ministry said": what the parser hangs on "said" belongs to the clause that it stands in."""
        tokens = self._tokens
        subject = next((c for c in self._parsed.children[governor] if tokens[c].dep in ("nsubj", "nsubjpass")), None)
        clause = next((c for c in self._parsed.children[governor] if tokens[c].dep == "ccomp" and c < expression.first), None)
        if subject is not None and clause is not None and expression.last < self._parsed.left[subject] and clause < governor:
            return clause
        return governor

    def _held(self, i: int) -> list[_Hold]:
        """Expressions that date token i: its own, those deeper in its phrase, else those of a clause that tells of the same time."""
        token = self._tokens[i]
        verbal = token.pos in ("VERB", "AUX")
        own = self._holds.get(i, [])
        if token.lemma in JUDGING:
            own = [h for h in own if h.weekday_like or h.expression.first < i or not h.prepositions]  # "condemned the attack in May"
        planned = self._planned(i)
        if planned is not None:
            return own or self._held(planned)
        if verbal:
            return own or self._deeper(i) or self._shared(i, depth=0)
        return self._of_noun(i, own)

    def _planned(self, i: int) -> int | None:
        """The infinitive of what is due, planned or expected, whose time it is: "is DUE to visit Lima in April"."""
        token = self._tokens[i]
        if token.lower not in ("due", "set") and token.lemma not in PLANNING:
            return None
        return next((c for c in self._parsed.children[i] if self._tokens[c].dep == "xcomp" and self._tokens[c].tag == "VB"), None)

    def _deeper(self, verb: int, *, of_object: bool = False) -> list[_Hold]:
        """What hangs on the verb's nouns and can only mean the verb: "struck near Tripoli on Friday", "condemned the attack on Friday".

        What hangs on a name inside the verb's object is the object's time, "condemned the attack in Lima in May", and the verb's only where
        it is asked for the object's sake (`of_object`).
        """
        found: list[_Hold] = []
        stack = [(c, False) for c in self._parsed.children[verb] if self._tokens[c].dep not in ("nsubj", "nsubjpass", "csubj")]
        while stack:
            i, inside = stack.pop()
            token = self._tokens[i]
            if token.dep in ELSEWHERE or token.pos in ("VERB", "AUX"):
                continue
            inside = inside or (token.dep == "dobj" and token.pos == "NOUN" and not of_object)
            found.extend(
                h
                for h in self._holds.get(i, [])
                if not h.within and h.expression.first > i and self._of_verb(h, named=token.pos == "PROPN" and not inside)
            )
            stack.extend((c, inside) for c in self._parsed.children[i])
        return found

    def _of_verb(self, hold: _Hold, *, named: bool) -> bool:
        """Whether what hangs on a noun is the verb's time: on a name, a plain day, or bare ("an accord between two states LAST JUNE")."""
        return named or self._plain_day(hold) or not hold.prepositions

    def _plain_day(self, hold: _Hold) -> bool:
        """A day told without its date: in news it is the day of the sentence's verb, behind whatever noun it stands."""
        return hold.weekday_like and not any(c.isdigit() for c in hold.expression.span.of(self._text))

    def _of_noun(self, noun: int, own: list[_Hold]) -> list[_Hold]:
        """ "Friday's attack", "the attack of 5 May", "held talks on Friday", "the raid, which took place on Friday"."""
        carrier = self._carrier(noun)
        sure = [
            h for h in own if h.within or carrier is not None or not self._plain_day(h) or self._tokens[noun].dep in ("nsubj", "nsubjpass")
        ]
        if sure:
            return sure
        for c in self._parsed.children[noun]:
            if self._tokens[c].dep in ("acl", "relcl") and self._tokens[c].lemma in CARRIERS | HAPPENING and self._holds.get(c):
                return self._holds[c]
        if own or carrier is None:
            return []
        return self._holds.get(carrier) or self._deeper(carrier, of_object=True) or self._shared(carrier, depth=0)

    def _carrier(self, noun: int) -> int | None:
        """The verb whose time is the noun's: it carries it, or the noun stands behind a preposition of company."""
        token = self._tokens[noun]
        for _ in range(6):
            if token.dep != "conj":
                break
            token = self._tokens[token.head]
        head = self._tokens[token.head]
        if token.dep in ("dobj", "nsubjpass", "attr") and head.lemma in CARRIERS:
            return head.i
        if token.dep in ("nsubj", "nsubjpass") and head.lemma in HAPPENING:
            return head.i
        if token.dep == "pobj" and head.lower in TOGETHER and self._tokens[head.head].pos in ("VERB", "AUX"):
            return head.head
        return None

    def _shared(self, verb: int, *, depth: int) -> list[_Hold]:
        """The time of a clause that goes on at the same time: "called on Friday …, warning …", "landed on Friday and met …"."""
        token = self._tokens[verb]
        head = self._tokens[token.head]
        if depth > 3 or head.i == verb or head.pos not in ("VERB", "AUX"):
            return []
        held = self._holds.get(head.i) or self._deeper(head.i) or self._shared(head.i, depth=depth + 1)
        if token.dep == "advcl" and token.tag == "VBG" and not self._has(verb, "mark", "aux", "nsubj"):
            return held
        if token.dep == "xcomp" and head.lemma in ASPECT:
            return held
        if token.dep == "conj" and token.tag == head.tag:
            opens = self._parsed.sentence_of(verb).first
            return [
                h
                for h in held
                if h.expression.last < verb and (not self._has(verb, "nsubj", "nsubjpass") or h.expression.first - opens < 3)
            ]
        return []

    def _has(self, i: int, *deps: str) -> bool:
        return any(self._tokens[c].dep in deps for c in self._parsed.children[i])


def _best(holds: list[_Hold], i: int) -> _Hold | None:
    """The finest expression, the nearest of several."""

    def coarse(hold: _Hold) -> tuple[int, int]:
        days = hold.expression.days
        return ((days[1] - days[0]).days if days else 0, abs(hold.expression.first - i))

    return min(holds, key=coarse, default=None)


def when(i: int, parsed: Parsed, grammar: Grammar, expressions: Sequence[TimeExpression]) -> Interval | None:
    """When the event that token i tells was, by its own words alone. For many events of one document build one `When`."""
    return When(parsed, grammar, expressions, None).of(i)


def when_after(
    i: int, parsed: Parsed, grammar: Grammar, expressions: Sequence[TimeExpression], previous: Interval | None, published: dt.date | None
) -> Interval | None:
    """As `when`; where only an order word tells ("shortly thereafter"), from the start of the previous event to the publication."""
    return When(parsed, grammar, expressions, published).of(i, previous=previous)
