"""Numbers told of an event: money, the killed and wounded, people, arms."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from ontherecord.language import Grammar, Token
from ontherecord.lexicons import table_path
from ontherecord.records import Amount
from ontherecord.spans import Span

SUFFIX = {"bn": 1e9, "mn": 1e6, "m": 1e6, "k": 1e3}
YEAR = re.compile(r"(?:19|20)\d\d")
# Units whose number may be told in a clause that says what came of the deed.
TOLL = {"killed", "wounded"}
JOINED = re.compile(r"^(?:([A-Za-z]{0,3}[$€£¥₹₩₪₺]))?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(bn|mn|m|k)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """lexicons/amounts.toml, ready to ask."""

    scale: dict[str, float]
    small: dict[str, float]
    currency: dict[str, str]
    whose: dict[str, str]
    sums: frozenset[str]
    counted: dict[str, frozenset[str]]
    measures: frozenset[str]


@functools.cache
def load() -> Words:
    """The words of amounts, as shipped."""
    plain = tomllib.loads(table_path("amounts.toml").read_text("utf8"))
    small = {w: float(n) for n, w in enumerate(plain["small"]["words"].split())}
    small |= {w: 10.0 * n for n, w in enumerate(plain["small"]["tens"].split(), 2)}
    currency = {w: code for code, words in plain["currency"].items() for w in words.split()}
    counted = {unit: frozenset(words.split()) for unit, words in plain["counted"].items()}
    sums, measures = (frozenset(plain[k]["words"].split()) for k in ("sum", "measure"))
    return Words(plain["scale"], small, currency, plain["whose"], sums, counted, measures)


def amounts(grammar: Grammar, clause: int, first: int, last: int) -> tuple[Amount, ...]:
    """Amounts among the tokens `first` to `last` (exclusive), told by the clause of token `clause`; in order, none twice."""
    found: dict[int, Amount] = {}
    i = first
    while i < last:
        read = _number(grammar, i, last)
        if read is None:
            i += 1
            continue
        value, begin, end = read
        unit, end = _unit(grammar, begin, end, last, clause)
        if unit is not None and _told_elsewhere(grammar, begin, clause, unit):
            unit = None
        if unit is not None:
            start = i - 1 if i > first and grammar.tokens[i - 1].lower in load().currency else i
            span = grammar.parsed.span(start, end - 1)
            if span.of(grammar.parsed.text).endswith("."):  # "$900m." ends the sentence
                span = Span(span.start, span.end - 1)
            found[start] = Amount(value, unit, span)
        i = max(end, i + 1)
    return tuple(found.values())


def harms(lemma: str) -> bool:
    """Whether a verb tells of killed or wounded."""
    counted = load().counted
    return lemma in counted["killed"] or lemma in counted["wounded"]


def is_money(grammar: Grammar, i: int) -> bool:
    """Whether the token heads a sum of money: "$3 million", "40 million euros", "£210"."""
    token = grammar.tokens[i]
    words = load()
    if token.lemma in words.currency or token.lower in words.currency or token.lemma in words.sums:
        return token.pos in ("NOUN", "PROPN", "SYM")
    sign = JOINED.match(token.lower)
    if sign is not None and sign[1]:
        return True
    return (token.tag == "CD" or token.lower in words.scale) and any(
        grammar.tokens[j].lower in words.currency or ((read := JOINED.match(grammar.tokens[j].lower)) is not None and bool(read[1]))
        for j in range(grammar.parsed.left[i], i)
    )


def _number(grammar: Grammar, i: int, last: int) -> tuple[float, int, int] | None:
    """(value, first token, token behind the last) of the number that starts at token i."""
    tokens, scale = grammar.tokens, load().scale
    word = tokens[i].lower
    joined = JOINED.match(word)
    if joined is not None:
        value = float((joined[2] or "").replace(",", "") + (joined[3] or "")) * SUFFIX.get((joined[4] or "").lower(), 1)
    elif word in load().small and tokens[i].tag == "CD":
        value = load().small[word]
    elif word in ("a", "an", "half") and _scaled(grammar, i, last):
        return _article(grammar, i, last)
    else:
        return None
    end = i + 1
    if end < last and tokens[end].start == tokens[i].end and (suffix := tokens[end].lower.rstrip(".")) in SUFFIX:
        return value * SUFFIX[suffix], i, end + 1  # "$900m" cut in two
    while end < last and (tokens[end].lower in scale or (tokens[end].text == "-" and end + 1 < last and tokens[end + 1].lower in scale)):
        value *= scale.get(tokens[end].lower, 1)
        end += 1
    return value, i, end


def _scaled(grammar: Grammar, i: int, last: int) -> bool:
    """Whether a scale word follows: "A dozen", "HALF a million"."""
    scale = load().scale
    step = 2 if grammar.tokens[i].lower == "half" and i + 1 < last and grammar.tokens[i + 1].lower == "a" else 1
    return i + step < last and grammar.tokens[i + step].lower in scale


def _article(grammar: Grammar, i: int, last: int) -> tuple[float, int, int]:
    """The number that starts with an article or "half": the value begins at its scale word."""
    half = grammar.tokens[i].lower == "half"
    begin = i + 2 if half and grammar.tokens[i + 1].lower == "a" else i + 1
    value, end, scale = 0.5 if half else 1.0, begin, load().scale
    while end < last and grammar.tokens[end].lower in scale:
        value *= scale[grammar.tokens[end].lower]
        end += 1
    return value, begin, end


def _unit(grammar: Grammar, begin: int, end: int, last: int, clause: int) -> tuple[str | None, int]:
    """The unit of a number, and where its words end."""
    tokens = grammar.tokens
    sign = JOINED.match(tokens[begin].lower)
    if sign is not None and sign[1]:
        return load().currency.get(sign[1], "USD"), end
    if begin > 0 and tokens[begin - 1].lower in load().currency:
        return load().currency[tokens[begin - 1].lower], end
    if begin > 1 and tokens[begin - 1].text == "-" and tokens[begin - 2].lower in load().currency:
        return load().currency[tokens[begin - 2].lower], end
    after, whose = end, None
    while after < last and (tokens[after].text == "-" or tokens[after].lower in load().whose):
        whose = load().whose.get(tokens[after].lower, whose)
        after += 1
    if after < last and tokens[after].pos in ("NOUN", "PROPN", "SYM"):
        lemma = tokens[after].lemma
        unit = (whose if lemma in load().sums else None) or (whose or load().currency[lemma] if lemma in load().currency else None)
        if unit is not None:
            return unit, after + 1
    return _counted(grammar, begin, clause), end


def _told_elsewhere(grammar: Grammar, number: int, clause: int, unit: str) -> bool:
    """Whether a number belongs to another verb below the clause: "convicted her after DONATING 50 euros", "fired gas and ARRESTED eleven".

    The toll of a deed may stand in what follows from it: "shelled the town, killing six".
    """
    over = [t for t in grammar.governors(number) if grammar.is_verb(t.i)]
    below = list(itertools.takewhile(lambda t: t.i != clause, over))
    if len(below) == len(over):
        return False  # the clause is no verb, or the number stands outside of it
    apart = ("relcl", "parataxis") if unit in TOLL else ("conj", "relcl", "parataxis", "advcl", "pcomp")
    return any(t.dep in apart for t in below)


def _is_year(grammar: Grammar, number: int) -> bool:
    """ "held since 2022", "in a park in 2021"."""
    word, over = grammar.tokens[number].text, grammar.tokens[grammar.tokens[number].head]
    return YEAR.fullmatch(word) is not None and grammar.tokens[number].dep in ("pobj", "npadvmod", "nummod") and over.pos != "NOUN"


def _counted(grammar: Grammar, number: int, clause: int) -> str | None:
    """What is counted: the killed, the wounded, people, arms; None for anything else ("two years")."""
    noun = _noun(grammar, number)
    if noun is None or _is_year(grammar, number):
        return None
    counted = load().counted
    lemma = grammar.tokens[noun].lemma
    if lemma in load().measures:
        return None
    above = [t.lemma for t in _verbs(grammar, noun)]
    harmed = counted["killed"] | counted["wounded"]
    if lemma in counted["arms"]:
        return "arms"
    if lemma in counted["troops"] and not harmed & {*above, grammar.tokens[clause].lemma}:
        return "troops"
    nearest = next((v for v in above if v in harmed or v in counted["people"]), None)
    if nearest in counted["killed"] or lemma in counted["killed"]:
        return "killed"
    if nearest in counted["wounded"]:
        return "wounded"
    return "people" if nearest or lemma in counted["persons"] else None


def _noun(grammar: Grammar, number: int) -> int | None:
    token = grammar.tokens[number]
    if token.lemma in load().scale and (inside := next((n for word, _, n in grammar.phrases(number) if word == "of"), None)) is not None:
        return inside
    if token.dep in ("nummod", "compound", "quantmod", "amod", "advmod"):
        head = token.head
        while grammar.tokens[head].dep in ("nummod", "quantmod", "compound") and grammar.tokens[head].tag == "CD":
            head = grammar.tokens[head].head
        return head
    if token.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj", "npadvmod"):
        return number  # "wounded five"
    return None


def _verbs(grammar: Grammar, noun: int) -> Iterator[Token]:
    yield from (t for t in grammar.governors(noun) if t.pos in ("VERB", "ADJ", "NOUN"))
