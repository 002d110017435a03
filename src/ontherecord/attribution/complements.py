"""What a reporting verb reports, by grammar: its clause, infinitive, object or prepositional phrase, before, behind or around it."""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.attribution.cues import cues
from ontherecord.attribution.drafts import Range
from ontherecord.attribution.extent import LONGEST_ASIDE, OCCASIONS, TOWARDS, settled
from ontherecord.attribution.messages import MESSAGES, is_message, tells
from ontherecord.attribution.placement import COMMAS, ENDS, by_place
from ontherecord.attribution.reporting import Reporting
from ontherecord.attribution.sources import DOCUMENTS, TIMES, vouches
from ontherecord.language import Grammar

CLAUSAL = {"ccomp", "csubj", "csubjpass"}
ABOUT = {"over", "about", "for", "at", "on", "of"}
# Prepositions behind which a mere topic may stand; what follows "accused of" or "warned against" is the message itself.
TOPICAL = {"over", "about", "on", "upon"}


# What is done with plans: the infinitive behind its passive is a purpose ("ways are being elaborated to mend it").
WORKED_OUT = {"elaborate", "outline", "detail", "describe", "draft", "discuss", "develop"}
# What only a paper does to its content.
WRITTEN = {"stipulate", "envisage", "provide", "specify"}


def contents(said: Reporting, grammar: Grammar) -> list[Range]:
    """Stretches of tokens that the verb reports; empty when grammar shows none."""
    for finder in (_voiced, _clauses, _infinitives, _named, _as, _like, _prepositional, _objects):
        if finder is _prepositional and _relative_object(said, grammar):
            return []  # "the boats that it asked from Peru"
        found = [r for r in finder(said, grammar) if r[0] <= r[1]]
        if found:
            found = [*found[:-1], settled(said, *found[-1], grammar)]
            return [*found, *_resumed(said, found[-1][1], grammar)]
    placed = by_place(said, zone(said, grammar), grammar) if "clause" in said.entry.takes and not _trusts(said, grammar) else []
    relative = grammar.tokens[said.verb].dep == "relcl" and any(grammar.tokens[s].i < said.verb for s in said.sources)
    return [r for r in placed if not (relative and r[1] < said.verb)]  # what "friends, who understand us" stands behind is no content


def _resumed(said: Reporting, last: int, grammar: Grammar) -> Iterator[Range]:
    """ "It stayed out, she said, BECAUSE the rest refused": a clause behind the reporting words that goes on, to the sentence's end."""
    tokens, sentence = grammar.tokens, grammar.parsed.sentence_of(said.verb)
    k = zone(said, grammar)[1] + 1
    if last >= said.verb or k + 3 >= sentence.last or tokens[k].text != "," or tokens[k + 1].lower not in ("because", "unless", "so"):
        return
    end = sentence.last - 1 - (tokens[sentence.last - 1].pos == "PUNCT")
    if not any(grammar.is_verb(j) and tokens[j].tag in ("VBD", "VBZ", "VBP") and cues().verb(j, grammar) for j in range(k, end)):
        yield k + 1, end


def _relative_object(said: Reporting, grammar: Grammar) -> bool:
    objects = grammar.children(said.verb, "dobj")
    return grammar.tokens[said.verb].dep == "relcl" and any(grammar.tokens[o].tag in ("WDT", "WP") and o < said.verb for o in objects)


def _trusts(said: Reporting, grammar: Grammar) -> bool:
    """ "learn, believe in themselves, and grow": whom one believes in is no content."""
    behind = grammar.tokens[said.cue_end + 1 : said.cue_end + 2]
    return said.entry.manner == "believes" and bool(behind) and behind[0].lower in ("in", "of", "about")


def hearers(said: Reporting, grammar: Grammar) -> list[int]:
    """Heads of whom it was said to: "told PARLIAMENT", "urged IRAN to stop", "said to HIM"."""
    takes, found = said.entry.takes, []
    if said.passive and takes & {"hearer", "order"}:
        return grammar.subjects(said.verb)
    orders = "order" in takes and (said.cue_end > said.verb or any(True for _ in _infinitives(said, grammar)))
    if "hearer" in takes or orders:
        found = grammar.children(said.verb, "dobj", "dative")
        for c in grammar.children(said.verb, "ccomp", "xcomp"):
            if _is_infinitive(c, grammar):
                found += grammar.children(c, "nsubj")
        if not found and orders:
            found = grammar.behind(said.verb, "on", "upon", "to")
    elif "quote" in takes:
        found = grammar.behind(said.verb, "to")
    return [x for f in found for x in grammar.conjuncts(f)]


def zone(said: Reporting, grammar: Grammar) -> Range:
    """The reporting words that stand together: source, verb, hearer, time and place; not the clause that they report."""
    parsed, tokens = grammar.parsed, grammar.tokens
    first, last = said.verb, said.cue_end
    for c in parsed.children[said.verb]:
        if (
            tokens[c].dep in CLAUSAL
            or tokens[c].dep in ("xcomp", "parataxis", "conj", "dep", "punct", "cc", "mark")
            or _holds_clause(c, grammar)
        ):
            continue
        if tokens[c].dep == "nsubj" and c < said.verb and said.sources and c not in said.sources and min(said.sources) > said.verb:
            continue  # what an inverted clause speaks of
        if c < said.verb and not _comma_between(grammar, c, said.verb, parsed.right[c]):
            first = min(first, parsed.left[c])
        elif c > said.verb and tokens[c].dep != "advcl":
            last = max(last, parsed.right[c])
    for s in said.sources:
        if said.verb - 12 < s < first and tokens[s].sent == tokens[said.verb].sent and not _crossed(grammar, s, first):
            first = parsed.left[s]
    return first, last


def _crossed(grammar: Grammar, source: int, first: int) -> bool:
    return any(grammar.tokens[k].text in ENDS for k in range(source, first))


def _comma_between(grammar: Grammar, c: int, verb: int, right: int) -> bool:
    """Whether something other than the subject is parted from the verb by a comma, and so may be told rather than reporting."""
    return grammar.tokens[c].dep not in ("nsubj", "nsubjpass") and any(grammar.tokens[k].text in COMMAS for k in range(right, verb))


def _holds_clause(c: int, grammar: Grammar) -> bool:
    return grammar.tokens[c].dep in ("advcl",) and any(grammar.tokens[k].dep in CLAUSAL for k in grammar.parsed.children[c])


def _is_infinitive(c: int, grammar: Grammar) -> bool:
    return any(grammar.tokens[k].tag == "TO" for k in grammar.parsed.children[c])


def _side(c: int, said: Reporting, grammar: Grammar) -> Iterator[Range]:
    """The clause that c heads, cut where the reporting words begin or end; two stretches where they stand in its middle."""
    left, right = grammar.parsed.left[c], grammar.parsed.right[c]
    first, last = zone(said, grammar)
    if c < said.verb and any(grammar.tokens[k].text == ";" for k in range(right + 1, min(said.verb, right + LONGEST_ASIDE))):
        return
    if c < said.verb:
        yield (_opening(said, last, grammar, left)), min(right, first - 1)
        if right > last:
            yield last + 1, right
    else:
        yield max(left, said.cue_end + 1), right


def _opening(said: Reporting, last: int, grammar: Grammar, left: int) -> int:
    """Where a clause before its verb starts: with the sentence, when the verb governs it or stands at its end."""
    sentence = grammar.parsed.sentence_of(said.verb)
    governs = grammar.tokens[said.verb].head == said.verb
    ends = last + 1 >= sentence.last or grammar.tokens[last + 1].text in ENDS
    if not (governs or ends):
        return left
    return max((k + 1 for k in range(sentence.first, left) if grammar.tokens[k].text == ";"), default=sentence.first)


def _aside(c: int, grammar: Grammar) -> bool:
    """A participle before the verb ("Asked about it, …") tells when, not what."""
    return grammar.tokens[c].tag in ("VBG", "VBN") and not grammar.children(c, "nsubj", "nsubjpass", "aux", "auxpass", "expl")


def _clauses(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    if "clause" not in said.entry.takes:
        return
    for c in grammar.children(said.verb, *CLAUSAL):
        if _is_infinitive(c, grammar) and not {"to", "order"} & said.entry.takes and not grammar.children(c, "nsubj"):
            continue
        if said.entry.manner == "shows" and grammar.tokens[c].tag == "VBG" and not grammar.auxiliaries(c):
            continue  # "proved its belonging": a deed
        if (grammar.tokens[c].dep != "ccomp" and not said.passive) or (c < said.verb and _aside(c, grammar)):
            continue
        yield from _side(c, said, grammar)
    if "hearer" in said.entry.takes:  # "told a meeting that …", where the clause hangs on the hearer
        for o in grammar.children(said.verb, "dobj", "nsubjpass"):
            for c in grammar.children(o, "acl", "relcl", "ccomp"):
                if any(grammar.tokens[k].lower == "that" for k in grammar.children(c, "mark")):
                    yield grammar.parsed.left[c], grammar.parsed.right[c]


def _voiced(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    """ "The need for rain was stressed": the passive's subject, where it is a message and nobody is named."""
    parsed, tokens = grammar.parsed, grammar.tokens
    if not said.passive or said.sources or said.entry.words in WRITTEN or tokens[said.verb].dep != "ROOT":
        return
    if not {"object", "impersonal"} & said.entry.takes:
        return
    for s in grammar.children(said.verb, "nsubjpass"):
        if s < said.verb and tokens[s].lemma.lower() in MESSAGES and grammar.children(s, "prep", "acl", "relcl"):
            yield parsed.left[s], parsed.right[s]


def _infinitives(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    takes = said.entry.takes
    if not takes & {"to", "order"} and not said.passive:
        return
    for c in grammar.children(said.verb, "xcomp", "ccomp", "advcl"):
        if c > said.verb and _is_infinitive(c, grammar) and _fits(c, said, grammar):
            yield min(_ordered(said, grammar), max(grammar.parsed.left[c], said.cue_end + 1)), grammar.parsed.right[c]
    if "order" in takes and said.cue_end > said.verb:  # "called on both armies to withdraw": the infinitive hangs on the noun
        for noun in grammar.children(said.cue_end, "pobj"):
            for c in grammar.children(noun, "relcl", "acl"):
                if _is_infinitive(c, grammar):
                    yield said.cue_end + 1, grammar.parsed.right[c]


def _fits(c: int, said: Reporting, grammar: Grammar) -> bool:
    """Whether the infinitive is what was said ("vowed to", "urged them to") and not its purpose ("said so to please them")."""
    takes, dep = said.entry.takes, grammar.tokens[c].dep
    if dep == "xcomp" and ("to" in takes or (said.passive and said.entry.words not in WORKED_OUT)):
        return True
    addressed = (
        said.passive or said.cue_end > said.verb or grammar.children(said.verb, "dobj", "dative", "prep") or grammar.children(c, "nsubj")
    )
    return "order" in takes and bool(addressed) and (dep != "advcl" or _has_person(said, grammar))


def _ordered(said: Reporting, grammar: Grammar) -> int:
    """First token of the object that an order names, where it belongs to the content ("urged both armies to withdraw")."""
    if "hearer" in said.entry.takes or said.passive:
        return len(grammar.tokens)
    if said.cue_end > said.verb:
        return said.cue_end + 1
    return min((grammar.parsed.left[o] for o in grammar.children(said.verb, "dobj") if o > said.verb), default=len(grammar.tokens))


def _has_person(said: Reporting, grammar: Grammar) -> bool:
    return bool(said.passive or grammar.children(said.verb, "dobj", "dative") or said.cue_end > said.verb)


def _named(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    """ "called the verdict a disgrace": both, as one stretch."""
    if "name" not in said.entry.takes:
        return
    parts = [
        c
        for c in grammar.children(said.verb, "oprd", "ccomp", "xcomp")
        if (not _is_infinitive(c, grammar) and not _deed(c, grammar)) or grammar.tokens[c].dep == "oprd"
    ]
    if not parts and len(grammar.children(said.verb, "dobj", "dative", "acomp")) < 2:
        return
    inner = [c for c in grammar.children(said.verb, "dobj", "dative", "oprd", "ccomp", "xcomp", "acomp") if c > said.verb]
    if inner:
        yield min(grammar.parsed.left[c] for c in inner), max(grammar.parsed.right[c] for c in inner)


def _deed(c: int, grammar: Grammar) -> bool:
    """ "will consider closing the port": a deed that is weighed, not a name for something."""
    return grammar.tokens[c].tag == "VBG" and not grammar.children(c, "nsubj", "poss")


def _as(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    """ "described the talks as frank": from the object to the end of the as-phrase."""
    if "as" not in said.entry.takes:
        return
    holders = (said.verb, *grammar.children(said.verb, "dobj"))
    for c in (c for h in holders for c in grammar.children(h, "prep", "advcl", "mark")):
        if grammar.tokens[c].lower == "as" and c > said.verb:
            objects = [o for o in holders[1:] if said.verb < o < c]
            yield (grammar.parsed.left[objects[0]] if objects else c), grammar.parsed.right[c]


def _like(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    """ "likened the law to a cage": both, as one stretch."""
    if "like" in said.entry.takes:
        ends = [c for c in grammar.children(said.verb, "prep", "dative") if grammar.tokens[c].lower in ("to", "with") and c > said.verb]
        objects = [o for o in grammar.children(said.verb, "dobj") if o > said.verb]
        if objects and ends:
            yield grammar.parsed.left[objects[0]], grammar.parsed.right[ends[0]]


def _prepositional(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    """ "warned against a strike", "accused the army of shelling a clinic": what stands behind the preposition.

    With whom it is said of, but not with whom it is said to: "thanked the divers for coming" tells of their coming.
    """
    found = list(_behind_prepositions(said, grammar))
    if found and "hearer" in said.entry.takes:  # "thanked them for voting in May for the law"
        found = [(found[0][0], max(last for _, last in found))]
    yield from found


def _behind_prepositions(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    wanted = said.entry.prepositions - ({"to"} if "to" in said.entry.takes else set())
    tokens, parsed, to_hearer = grammar.tokens, grammar.parsed, "hearer" in said.entry.takes
    objects = grammar.children(said.verb, "dobj", *(["dative"] if to_hearer else []))
    for holder in (said.verb, *objects):
        for c in grammar.children(holder, "prep", "dative"):
            if tokens[c].lower not in wanted or c < said.verb or not grammar.children(c, "pobj", "pcomp", "prep"):
                continue
            if tokens[c].lower in TOPICAL and (not tells(said.entry, c + 1, parsed.right[c], grammar) or _mere_topic(said, c, grammar)):
                continue
            accused = [] if to_hearer else [o for o in objects if said.verb < o < c]
            yield (parsed.left[accused[0]] if accused else c + 1), parsed.right[c]


def _mere_topic(said: Reporting, preposition: int, grammar: Grammar) -> bool:
    """ "“It works,” she said, commenting on the end of the war": on which occasion, and not what was said of it."""
    parsed, tokens = grammar.parsed, grammar.tokens
    if tokens[said.verb].tag != "VBG" or tokens[preposition].lower not in TOPICAL or said.entry.manner not in ("asserts", "asks", "shows"):
        return False
    objects = [x for o in grammar.children(preposition, "pobj") for x in grammar.conjuncts(o)]
    inside = range(preposition + 1, parsed.right[preposition] + 1)
    told = any(tokens[k].dep in ("pcomp", "ccomp", "csubj", "acl", "relcl") for k in inside)
    return bool(objects) and not told and not any(is_message(o, grammar) for o in objects) and all(parsed.quote_of[k] < 0 for k in inside)


def _objects(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    if _by_things(said, grammar):
        return
    covered = any(grammar.tokens[s].lemma.lower() in DOCUMENTS for s in said.sources)  # "the second account adds the missiles"
    if not {"object", "topic"} & said.entry.takes and not (covered and said.entry.words == "add"):
        return
    for first, last in _objects_of(said, grammar):
        if covered or tells(said.entry, first, last, grammar):
            yield first, max([last, *_goes_on_about(said, last, grammar)])
    if said.passive and not said.sources:  # "Concern was voiced over the arrests"
        parsed = grammar.parsed
        if "impersonal" in said.entry.takes:
            yield from ((parsed.left[s], parsed.right[s]) for s in grammar.children(said.verb, "nsubjpass"))
            yield from ((c, parsed.right[c]) for c in grammar.children(said.verb, "prep") if c > said.verb and _about_it(said, c, grammar))


def _about_it(said: Reporting, c: int, grammar: Grammar) -> bool:
    """Whether a phrase behind "interest was voiced" tells in what: "over the arrests", "in the road", not "in Lund" or "at the meeting"."""
    tokens = grammar.tokens
    if tokens[c].lower in ABOUT:
        return not any(tokens[o].lemma.lower() in OCCASIONS or tokens[o].lower in TIMES for o in grammar.children(c, "pobj"))
    interest = any(tokens[s].lemma.lower() in TOWARDS for s in grammar.children(said.verb, "nsubjpass"))
    return interest and tokens[c].lower in ("in", "to", "towards", "with")


def _goes_on_about(said: Reporting, last: int, grammar: Grammar) -> Iterator[int]:
    """Ends of phrases on the verb that tell what a feeling is about: "expressed deep gratitude to them for the boats"."""
    tokens, parsed = grammar.tokens, grammar.parsed
    preps = grammar.children(said.verb, "prep") if not said.passive else []
    beside = [c for c in preps if parsed.left[c] == last + 1 and tokens[c].lower == "in"]
    for c in beside:  # "noted its role in terms of trade", "its help in finding them"
        if grammar.children(c, "pcomp") or any(tokens[o].lower == "terms" for o in grammar.children(c, "pobj")):
            yield parsed.right[c]
    if "impersonal" in said.entry.takes and not said.passive:
        for c in grammar.children(said.verb, "prep"):
            objects = grammar.children(c, "pobj", "pcomp")
            if (
                c > last
                and grammar.tokens[c].lower in ("for", "about", "over", "with")
                and not any(grammar.tokens[o].lower in TIMES for o in objects)
            ):
                yield grammar.parsed.right[c]


def _by_things(said: Reporting, grammar: Grammar) -> bool:
    """ "the songs express joy": nobody says so."""
    return (
        said.entry.manner == "asserts"
        and bool(said.sources)
        and all(grammar.tokens[s].pos == "NOUN" and not vouches(grammar, s) for s in said.sources)
    )


def _objects_of(said: Reporting, grammar: Grammar) -> Iterator[Range]:
    """Stretches of the verb's objects, of a passive with a named source its subject, whether they tell anything or not."""
    parsed, tokens = grammar.parsed, grammar.tokens
    if said.cue_end > said.verb and tokens[said.cue_end].dep == "prep":  # "called for an end", "pointed to a fall"
        yield from ((said.cue_end + 1, parsed.right[o]) for o in grammar.children(said.cue_end, "pobj", "pcomp"))
        return
    for o in grammar.children(said.verb, "dobj", "xcomp", "ccomp"):
        if (
            o > said.verb
            and not tokens[o].lower.endswith(("self", "selves"))
            and not (tokens[o].dep == "xcomp" and _is_infinitive(o, grammar))
        ):
            yield max(parsed.left[o], said.cue_end + 1), parsed.right[o]
    if said.passive and said.sources:
        yield from ((parsed.left[s], parsed.right[s]) for s in grammar.children(said.verb, "nsubjpass"))
