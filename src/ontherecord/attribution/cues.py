"""Words that say that somebody said something: reporting verbs, nouns and phrases, from `lexicons/reporting.tsv`."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field

from ontherecord.language import Grammar
from ontherecord.lexicons import read_table, table_path

COLUMNS = ("cue", "kind", "manner", "report", "takes", "match", "miss", "source")
KINDS = ("verb", "noun", "adjective", "phrase")
MANNERS = (
    "asserts", "alleges", "admits", "asks", "believes", "criticises", "denies", "doubts", "fears", "hopes", "praises",
    "predicts", "promises", "shows", "threatens", "warns",
)  # fmt: skip
REPORTS = ("neutral", "distancing", "factive")
# What may follow a cue besides prepositions. quote: words in quotation marks; clause: a (that-)clause, also one before the cue;
# to: an infinitive of the speaker; order: somebody and an infinitive; object: a noun phrase that is the content; as, name: what the
# object is called; topic: a noun phrase that only names what was spoken of, unless a clause or a message noun stands in it; like: what
# the object is compared to; hearer: the object is whom it was said to; impersonal: its passive names no speaker ("hope was expressed").
FRAMES = {"quote", "clause", "to", "order", "object", "topic", "as", "name", "like", "hearer", "impersonal"}
# Behind a preposition these tell when.
DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "afternoon", "evening", "night", "day", "week",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: how its source presents the content (`manner`), how the report presents the source (`report`), and what it takes."""

    words: str
    kind: str
    manner: str
    report: str
    takes: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """Prepositions whose object is the content: "accused of", "warned against"."""
        return self.takes - FRAMES


@dataclass(frozen=True, slots=True)
class Cues:
    """All entries.

    `verbs` by lemma, then by particle or preposition ("" for the bare verb); nouns by lemma; adjectives and phrases as written;
    `forms` maps regular forms to their verb.
    """

    verbs: dict[str, dict[str, Cue]] = field(default_factory=dict)
    nouns: dict[str, Cue] = field(default_factory=dict)
    adjectives: dict[str, Cue] = field(default_factory=dict)
    phrases: dict[str, Cue] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)

    def verb(self, i: int, grammar: Grammar) -> tuple[Cue, int] | None:
        """The entry for the verb at token i, and the last token of the cue (its particle or preposition, else i)."""
        token = grammar.tokens[i]
        if token.tag[0] != "V" or token.pos not in ("VERB", "AUX"):
            return None
        if token.tag == "VBN" and token.lower in self.adjectives and (token.dep == "acomp" or grammar.is_passive(i)):
            return None  # "is convinced that": a state of mind, not what somebody did to them
        entries = self.verbs.get(token.lemma) or self.verbs.get(self.forms.get(token.lower, ""))
        if entries is None:
            return None
        if len(entries) > 1 or "" not in entries:
            for c in _satellites(i, grammar):
                if grammar.tokens[c].lower in entries and not _dates(c, grammar):
                    return entries[grammar.tokens[c].lower], c
        return (entries[""], i) if "" in entries else None


def _satellites(i: int, grammar: Grammar) -> Iterator[int]:
    """Particles and prepositions behind the verb, also where the parser hung them on a day: "called Friday for"."""
    for c in grammar.parsed.children[i]:
        if c > i and grammar.tokens[c].dep in ("prt", "prep", "advmod", "dative", "dobj", "acomp", "oprd", "ccomp"):
            yield c
        elif c > i and grammar.tokens[c].dep == "npadvmod":
            yield from grammar.children(c, "prep")


def _dates(preposition: int, grammar: Grammar) -> bool:
    """ "called her ON THURSDAY morning" is no "call on"."""
    behind = [k for o in grammar.children(preposition, "pobj") for k in (o, *grammar.children(o, "compound", "nmod"))]
    return any(grammar.tokens[k].lower in DAYS for k in behind)


def _forms(verb: str) -> Iterator[str]:
    """Regular forms, with British doubling, for words that the lemmatizer takes for others: "griped", "signalled"."""
    stem = verb.removesuffix("e")
    yield from (f"{verb}s", f"{stem}ed", f"{stem}ing", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")


@functools.cache
def cues() -> Cues:
    """The shipped lexicon. Raises LexiconError for a row that cannot be right."""
    known = Cues()
    for entry in _entries():
        if entry.kind == "verb":
            verb, _, particle = entry.words.partition(" ")
            known.verbs.setdefault(verb, {})[particle] = entry
            known.forms.update(dict.fromkeys(_forms(verb), verb))
        else:
            {"noun": known.nouns, "adjective": known.adjectives, "phrase": known.phrases}[entry.kind][entry.words] = entry
    return known


def _entries() -> Iterator[Cue]:
    for row in read_table(table_path("reporting.tsv"), COLUMNS):
        for column, allowed in (("kind", KINDS), ("manner", MANNERS), ("report", REPORTS)):
            if row[column] not in allowed:
                raise row.wrong(f"{column} is {row[column]!r}; it must be one of {', '.join(allowed)}.")
        yield Cue(row["cue"], row["kind"], row["manner"], row["report"], frozenset(row.list("takes")))
