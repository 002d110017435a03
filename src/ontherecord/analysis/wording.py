"""What the sentence around a mention says about the telling itself: that somebody left it out, that it was not talked about, or that only
one side spoke of it. Reports that compare two accounts say so in so many words.
"""

from __future__ import annotations

import re

from ontherecord.spans import Span

# A sentence ends behind its mark, and behind the quotation mark that follows it; initials and numbers do not end one.
END = re.compile(r"(?<=[a-z\d)%”’\"][.!?])[”’\"]?\s+(?=[“‘\"]?[A-Z])|\n+")
# "made no mention of X", "did not mention X", "left out X", "was silent on X"; the matter comes after.
SILENT = re.compile(
    r"\b(?:(?:made?|makes?|making) no (?:mention|reference)|(?:did|does|do|had|has) ?(?:not|n['’]t) (?:mention|refer|speak of|touch)"
    r"|without (?:mentioning|any mention|a word)|sa(?:id|ys?) nothing|(?:was|were|is|are|remained|kept) silent"
    r"|omit(?:s|ted)|left out|leaves? out|passed over)\b"
)
# Verbs of bringing a matter up.
RAISED = (
    r"(?:discuss|rais|mention|talk|speak|spoke|touch|address|negotiat|brought|bring|com[ei]n? up|came up|come up|asked about"
    r"|on the agenda)"
)
DENIED = re.compile(
    rf"\b(?:not|n['’]t|never) (?:\w+ )?{RAISED}|\bden(?:ied|ies|y|ying)\b[^.;]*{RAISED}"
    rf"|\b[Nn]o\b[^.;,]{{1,60}} (?:was|were|had been|been) {RAISED}"
)
# Where one clause of a sentence ends and the next begins.
CLAUSES = re.compile(r"; |, (?:but|and|while|whereas|though|although|since|because|which|who) ")
# "only Singapore spoke of the divers": what follows is the account of the one who is named.
ONLY = re.compile(
    r"\b[Oo]nly (?P<who>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}(?:['’]s \w+| \w+)?) "
    r"(?:mention|rais|spoke|speak|refer|brought|told|nam|wrote|said)"
)


def sentence(text: str, at: Span) -> Span:
    """The sentence in which a span lies, by its punctuation."""
    start = max((m.end() for m in END.finditer(text, 0, at.start)), default=0)
    after = END.search(text, max(at.start, at.end - 1))
    return Span(start, max(at.end, after.start() if after else len(text)))


def left_out(text: str, mention: Span) -> bool:
    """Whether the words say that somebody did not mention the matter, and no more: "the other side made no mention of salmon"."""
    said = SILENT.search(text, sentence(text, mention).start, mention.start)
    return said is not None and not re.search(r"[,;:]", text[said.end() : mention.start])


def denied(text: str, mention: Span) -> bool:
    """Whether the words say that the matter was not talked about: "the price was not discussed"."""
    inside = _clause(text, mention)
    return DENIED.search(text, inside.start, inside.end) is not None


def _clause(text: str, mention: Span) -> Span:
    """The part of the sentence between conjunctions of clauses that holds the mention."""
    inside = sentence(text, mention)
    start = max((m.end() for m in CLAUSES.finditer(text, inside.start, mention.start)), default=inside.start)
    after = CLAUSES.search(text, mention.end, inside.end)
    return Span(start, after.start() if after else inside.end)


def only_by(text: str, mention: Span) -> Span | None:
    """The name of the one side that spoke of it, where the words say that only one did."""
    inside = sentence(text, mention)
    found = ONLY.search(text, inside.start, mention.start)
    return Span(found.start("who"), found.end("who")) if found else None
