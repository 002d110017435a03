"""Where a content ends: what the parser cut off from it at a coordination, and what it took in of the next thing told."""

from __future__ import annotations

from ontherecord.attribution.cues import cues
from ontherecord.attribution.drafts import Range
from ontherecord.attribution.messages import MESSAGES
from ontherecord.attribution.reporting import Reporting
from ontherecord.attribution.sources import TIMES, lifted, vouches
from ontherecord.language import Grammar

LONGEST_ASIDE = 40
FINITE = {"VBD", "VBZ", "VBP", "MD"}
# Tenses that a story in the past tense keeps for what somebody said.
PRESENT = {"VBZ", "VBP", "MD"}
JOINS = {"and", "or", "but", "nor"}
# Ends of a content that want the next words: "and", "as well AS", "in PARTICULAR".
OPEN = JOINS | {"as", "particular", "including", "especially"}
# What a reporter calls in passing what somebody said or did.
JUDGED = {
    "step",
    "move",
    "decision",
    "claim",
    "charge",
    "accusation",
    "allegation",
    "reference",
    "measure",
    "demand",
    "threat",
    "figure",
    "policy",
}
# Subordinating words, behind which a finite verb tells no new thing.
UNDER = {"after", "before", "when", "if", "unless", "until", "once", "because", "that", "while", "as", "where", "provided"}
# Opens a clause that goes on with what is said behind a comma.
THEREFORE = {"so", "while", "because", "since", "provided", "unless", "if"}
# Openings of a tail that says more of the same: "including in the north", "as well as the port".
MORE = {"including", "particularly", "especially", "namely", "notably", "both"}
PHRASES = {
    ("as", "well"), ("in", "particular"), ("such", "as"), ("along", "with"), ("together", "with"), ("those", "who"), ("rather", "than"),
    ("in", "order"),
}  # fmt: skip
# Nouns that tell nothing without what they are towards.
TOWARDS = {"interest", "approach", "commitment", "support", "contribution", "solidarity", "attitude", "loyalty", "adherence"}
# Prepositions of a phrase that says more of the thing before it.
QUALIFIERS = {
    "in",
    "of",
    "for",
    "with",
    "within",
    "against",
    "between",
    "among",
    "at",
    "towards",
    "despite",
    "under",
    "throughout",
    "from",
    "by",
    "as",
}
# What is said on: the phrase that names it tells when or where something was said.
OCCASIONS = {
    "meeting", "talk", "talks", "conversation", "call", "interview", "briefing", "conference", "visit", "session", "speech", "address",
    "statement", "letter", "message", "post", "tweet", "video", "telegram", "summit", "forum", "ceremony", "event", "hearing", "comment",
    "remark", "article", "dispute", "debate", "rally", "reception", "phone", "telephone", "negotiation", "consultation", "report",
    "gathering", "congress", "broadcast", "programme", "program", "podcast", "column", "court", "testimony", "email", "context",
    "connection", "turn", "part", "behalf", "front", "addition", "response", "reply", "return", "beginning", "end", "outset", "name",
}  # fmt: skip
# Nouns of will, whose infinitive tells what is willed.
WILL = {
    "resolve",
    "desire",
    "determination",
    "decision",
    "agreement",
    "wish",
    "interest",
    "mandate",
    "plan",
    "ambition",
    "consent",
    "striving",
    "aspiration",
    "effort",
    "aim",
    "goal",
    "will",
    "initiative",
    "attempt",
    "step",
    "measure",
    "action",
    "operation",
    "work",
    "chance",
    "opportunity",
    "right",
}


def settled(said: Reporting, first: int, last: int, grammar: Grammar) -> Range:
    """The stretch with its end put right; only a stretch behind its verb is changed."""
    last = _without_aside(first, last, said, grammar)
    if first < said.verb:
        return first, last
    cut = _before_next_report(said, first, last, grammar)
    if cut < last:
        return first, cut
    last = _behind_colon(first, _with_tail(said, first, last, grammar), grammar)
    return first, last - (grammar.tokens[last].lower in JOINS and last > first)


def _behind_colon(first: int, last: int, grammar: Grammar) -> int:
    """ "made the FOLLOWING offer: both mines close": the end behind what the colon announces."""
    tokens, end = grammar.tokens, grammar.parsed.sentence_of(first).last - 1
    colon = (
        last + 1 < end and tokens[last + 1].text == ":" and any(tokens[k].lower in ("following", "follows") for k in range(first, last + 1))
    )
    return end if colon and grammar.parsed.quote_of[end] == grammar.parsed.quote_of[last] else last


def _without_aside(first: int, last: int, said: Reporting, grammar: Grammar) -> int:
    """The stretch's end without a comment behind a comma that tells what somebody else does: ", which the ministry denies".

    Also without what the same speaker says next: "said that it broke, and asked them to mend it".
    """
    tokens, parsed = grammar.tokens, grammar.parsed
    for k in range(max(first + 2, last - LONGEST_ASIDE), last):
        verb = tokens[k].head
        if lifted(grammar, k) == said.verb and cues().verb(k, grammar):
            return next(j for j in range(k - 1, first, -1) if tokens[j].lower in JOINS or tokens[j].text == ",") - 1
        if tokens[k - 1].text == "," and _judges(k, last, grammar):
            return k - 2
        if tokens[k - 1].text != "," or tokens[k].lower != "which" or tokens[k].dep != "dobj" or tokens[verb].dep != "relcl":
            continue
        if parsed.right[verb] >= last - 1 and parsed.quote_of[k] == parsed.quote_of[first]:
            return k - 2
    return last


def _judges(k: int, last: int, grammar: Grammar) -> bool:
    """ ", A STEP that critics called reckless", ", AN APPARENT REFERENCE to his rival": the reporter's word on it, to the end."""
    tokens = grammar.tokens
    if tokens[k].lower not in ("a", "an") or grammar.parsed.quote_of[k] >= 0:
        return False
    noun = next((j for j in range(k + 1, min(k + 4, last)) if tokens[j].pos == "NOUN" and tokens[j + 1].pos != "NOUN"), None)
    if noun is None or tokens[noun].lemma not in JUDGED or grammar.parsed.right[noun] < last - 1:
        return False
    return bool(grammar.children(noun, "relcl")) or tokens[noun + 1].lower == "to"


def _before_next_report(said: Reporting, first: int, last: int, grammar: Grammar) -> int:
    """ "wished the crew luck and praised the harbour": the end before what the same speaker does next."""
    tokens = grammar.tokens
    if tokens[said.verb].tag != "VBD":
        return last
    for k in range(first + 2, last):
        if tokens[k].tag != "VBD":
            continue
        join = k - 1 if tokens[k - 1].lower in JOINS else k - 2
        own = any(s > join for s in grammar.children(k, "nsubj", "nsubjpass"))
        goes_on = tokens[join].lower in JOINS and join > first and not own
        return join - 1 - (tokens[join - 1].text == ",") if goes_on and cues().verb(k, grammar) else last
    return last


def _with_tail(said: Reporting, first: int, last: int, grammar: Grammar) -> int:
    end = grammar.parsed.sentence_of(said.verb).last - 1
    while end > last and grammar.tokens[end].pos == "PUNCT":
        end -= 1
    if last >= end or _quotes_anew(last, end, grammar) or (said.passive and grammar.tokens[first].lower != "that"):
        return last
    if grammar.tokens[last].lemma.lower() in TOWARDS and grammar.tokens[last + 1].lower in ("in", "to", "towards", "with"):
        last = min(max(last + 1, grammar.parsed.right[last + 1]), end)  # "reaffirmed their interest in the harbour"
        if last == end:
            return end
    last = _with_qualifiers(said, first, last, end, grammar)
    if last < end and (_says_more(last + 1, end, grammar) or grammar.tokens[last].lower in OPEN):
        return _tail_end(said, first, last, end, grammar)
    return last


def _quotes_anew(last: int, end: int, grammar: Grammar) -> bool:
    """Whether a quotation opens or closes behind `last`, other than a name at the sentence's end: "the exercise “Red Lake”"."""
    of, tokens = grammar.parsed.quote_of, grammar.tokens
    if of[end] == of[last]:
        return False
    return of[last] >= 0 or any(tokens[k].tag in FINITE for k in range(last + 1, end + 1) if of[k] == of[end])


def _with_qualifiers(said: Reporting, first: int, last: int, end: int, grammar: Grammar) -> int:
    """The end behind the infinitives and phrases that say more of what is told, and that the parser hung on the verb of saying."""
    tokens, before = grammar.tokens, first - 1
    while before < last < end:
        before = last
        if tokens[last + 1].tag == "TO" and tokens[last + 1].dep != "prep":
            last = _with_infinitive(first, last, end, grammar)
        elif _qualifies_more(said, last + 1, first, grammar):
            last = min(max(grammar.parsed.right[last + 1], last + 2), end)
    return last


def _qualifies_more(said: Reporting, k: int, first: int, grammar: Grammar) -> bool:
    """ "praised the crew's stand IN SUPPORT OF the strike", not "praised the crew in a letter": of the thing, not of its telling."""
    tokens = grammar.tokens
    if (
        tokens[k].lower not in QUALIFIERS
        or tokens[k].dep not in ("prep", "agent")
        or (tokens[k - 1].pos not in ("NOUN", "PROPN") and tokens[k - 1].text != ")")
    ):
        return False
    if any(tokens[j].tag in FINITE for j in range(first, k)) or said.verb not in (a.i for a in grammar.governors(k)):
        return False
    below = [*grammar.children(k, "pobj", "pcomp")]
    below += [x for c in grammar.children(k, "prep") for x in grammar.children(c, "pobj", "pcomp")]
    objects = [o for o in below if tokens[o].lower not in TIMES and tokens[o].lemma.lower() not in OCCASIONS]
    if any(tokens[c].lower in ("this", "that") for o in objects for c in grammar.children(o, "det")):
        return False  # "in this regard"
    named = tokens[k].lower in ("in", "at", "on") and all(tokens[o].pos in ("PROPN", "PRON", "NUM") for o in objects)
    return bool(objects) and len(objects) == len(below) and not named


def _with_infinitive(first: int, last: int, end: int, grammar: Grammar) -> int:
    """ "reaffirmed their joint resolve TO BUILD THE ROAD", where the infinitive hangs on the verb."""
    tokens = grammar.tokens
    lemma = tokens[last].lemma.lower()
    verb = next((k for k in range(last + 2, min(last + 5, end) + 1) if tokens[k].tag == "VB"), None)
    if verb is None or grammar.tokens[last].pos not in ("NOUN", "PROPN"):
        return last
    if not (lemma in WILL or lemma in MESSAGES or lemma in cues().nouns) and not _of_will(first, last, grammar):
        return last
    return min(max(grammar.parsed.right[verb], verb), end)


def _of_will(first: int, last: int, grammar: Grammar) -> bool:
    """ "support for their plans of a bridge TO BIND both shores": a noun of will or doing in what stands before the infinitive."""
    return any(grammar.tokens[k].lemma.lower() in WILL and grammar.tokens[k].pos == "NOUN" for k in range(first, last + 1))


def _says_more(k: int, end: int, grammar: Grammar) -> bool:
    """Whether a tail begins like a part of what stands before it."""
    tokens = grammar.tokens
    k += tokens[k].text == ","
    if k >= end:
        return False
    if tokens[k - 1].text == "," and tokens[k].tag == "VB":
        return True  # "to build the road, mend the wells and open the school"
    if tokens[k - 1].text == "," and tokens[k].lower in THEREFORE:
        return True
    if tokens[k - 1].text == "," and tokens[k].lower in QUALIFIERS and _is_plain(k, end, grammar):  # ", in support of the miners"
        return True
    if tokens[k - 1].text == "," and tokens[k].pos in ("NOUN", "ADJ") and tokens[k].tag != "NNP":  # "the miners, the divers and the crew"
        tail = tokens[k : end + 1]
        return any(t.lower == "and" for t in tail) and not any(t.pos in ("VERB", "AUX", "PUNCT") for t in tail)
    return tokens[k].lower in JOINS | MORE or (tokens[k].lower, tokens[k + 1].lower) in PHRASES


def _is_plain(k: int, end: int, grammar: Grammar) -> bool:
    """Whether a phrase that ends its sentence holds no verb, no comma, no time and no occasion of saying."""
    return grammar.tokens[k].dep == "prep" and not any(
        t.pos in ("VERB", "AUX") or t.text == "," or t.lower in TIMES or t.lemma.lower() in OCCASIONS for t in grammar.tokens[k : end + 1]
    )


def _tail_end(said: Reporting, first: int, last: int, end: int, grammar: Grammar) -> int:
    """The sentence's end where no new thing is told before it; else the end of a clause in the tense of what is said."""
    tokens, known = grammar.tokens, cues()
    tail = range(last + 1, end + 1)
    if any(known.verb(k, grammar) and _goes_on(k, grammar) for k in tail) or any(tokens[k].lower == "according" for k in tail):
        return last
    finite = [k for k in tail if tokens[k].tag in FINITE and not _in_relative(k, last, grammar) and not _qualifies(k, grammar)]
    finite = [k for k in finite if not _under(k, last, grammar)]
    if not finite:
        return end
    clausal = tokens[first].lower == "that" or any(tokens[k].tag in FINITE for k in range(first, last + 1))
    past = tokens[said.verb].tag == "VBD"
    goes_on = all((past and tokens[k].tag in PRESENT) or _of_a_thing(k, last, grammar, past=past) for k in finite)
    return end if clausal and goes_on else last


def _under(k: int, last: int, grammar: Grammar) -> bool:
    """Whether a verb stands under a word like "after" or "if" of the tail: "but only AFTER they LEFT"."""
    verb = grammar.tokens[k].head if grammar.tokens[k].dep in ("aux", "auxpass") else k
    return any(c > last and grammar.tokens[c].lower in UNDER for c in grammar.children(verb, "mark", "advmod"))


def _of_a_thing(k: int, last: int, grammar: Grammar, *, past: bool) -> bool:
    """Whether a thing or "there" is the subject of a finite verb behind `last`: whoever does something else is somebody.

    Beside a verb of saying in the present "he" and "they" go on with what is said as well: "says that he is ill and he will rest".
    """
    tokens = grammar.tokens
    verb = tokens[k].head if tokens[k].dep in ("aux", "auxpass") else k
    subjects = [s for s in grammar.children(verb, "nsubj", "nsubjpass", "expl") if s > last]
    pronouns = {"it", "this", "that", "there", "those", "all", "everything"} | (set() if past else {"he", "she", "they"})
    return bool(subjects) and all(tokens[s].lower in pronouns or _does_nothing(s, grammar) for s in subjects)


def _does_nothing(subject: int, grammar: Grammar) -> bool:
    """A thing, or persons to whom something is done: "and two divers were killed"."""
    return grammar.tokens[subject].pos == "NOUN" and (grammar.tokens[subject].dep == "nsubjpass" or not vouches(grammar, subject))


def _goes_on(k: int, grammar: Grammar) -> bool:
    """Whether a reporting verb in the tail tells the next thing said: ", adding that", "and also informed them"."""
    tokens = grammar.tokens
    before = next((j for j in range(k - 1, max(k - 4, 0), -1) if tokens[j].pos != "ADV"), k)
    return tokens[k].tag in ("VBD", "VBG") or (tokens[k].tag == "VBN" and tokens[before].lower in JOINS)


def _qualifies(k: int, grammar: Grammar) -> bool:
    """ "the newly occupied towns": a participle before its noun that the tagger took for a past tense."""
    tokens = grammar.tokens
    return tokens[k].tag == "VBD" and tokens[k - 1].pos in ("ADV", "DET") and k + 1 < len(tokens) and tokens[k + 1].pos in ("NOUN", "PROPN")


def _in_relative(k: int, last: int, grammar: Grammar) -> bool:
    """Whether the verb stands in a relative clause that begins behind `last`."""
    for above in (grammar.tokens[k], *grammar.governors(k)):
        if above.dep == "relcl":
            return above.head > last
    return False
