"""What a role phrase without a country of its own does, and which body's full name a capitalised one is short for: "the Council"."""

from __future__ import annotations

import re

from ontherecord.actors.nominals import Nominal
from ontherecord.actors.registry import INTERNATIONAL
from ontherecord.actors.scene import Scene
from ontherecord.actors.spelling import fold

WHO = frozenset({"nsubj", "agent", "dative"})
# Verbs whose subject need not be anybody.
IDLE = frozenset({
    "appear", "be", "become", "begin", "belong", "come", "contain", "continue", "cost", "end", "exceed", "exist", "fall", "fail", "follow",
    "grow", "happen", "have", "help", "hold", "include", "last", "lie", "live", "look", "matter", "mean", "need", "occur", "open",
    "remain", "rise", "run", "seem", "sit", "stand", "start", "stay", "take", "work",
})  # fmt: skip
# What is done to people and bodies.
DONE_TO = frozenset({
    "accuse", "arrest", "ask", "ban", "blame", "bribe", "condemn", "criticise", "criticize", "deny", "deport", "detain", "disarm",
    "disband", "displace", "dissolve", "drive", "evict", "expel", "fine", "free", "invite", "jail", "kill", "let", "meet", "order",
    "outlaw", "pay", "praise", "raid", "receive", "refuse", "release", "rescue", "sack", "sanction", "shoot", "shut", "sue", "summon",
    "tell", "thank", "threaten", "urge", "visit", "warn", "wound",
})  # fmt: skip
TOWARDS = frozenset({"by", "with", "against"})
# Capitalised words that are short for bodies of several states as often as for a country's own.
JOINT = frozenset(
    {"union", "community", "organisation", "organization", "association", "group", "alliance", "league", "commonwealth", "secretariat"}
)
WORD = re.compile(r"[^\W\d_][\w'’-]*")


def takes_part(scene: Scene, nominal: Nominal) -> bool:
    """Whether the phrase is where only somebody stands: subject of a deed, behind "by", object of what is done to people."""
    tokens, grammar = scene.parsed.tokens, scene.grammar
    token = tokens[grammar.first_conjunct(nominal.head)]
    verb = tokens[token.head]
    if token.dep in WHO:
        return token.dep != "nsubj" or (grammar.is_verb(verb.i) and verb.lemma not in IDLE)
    if token.dep in ("dobj", "nsubjpass"):
        return verb.lemma in DONE_TO
    if token.dep != "pobj" or verb.lower not in TOWARDS:
        return False
    return grammar.is_verb(verb.head) or (verb.lower == "by" and nominal.role is not None and nominal.role.role.kind == "person")


def short_for(scene: Scene, nominal: Nominal) -> str | None:
    """The body that "the Union", "the Commission" within a sentence is short for: one that the text or the publisher names in full."""
    tokens, head = scene.parsed.tokens, nominal.head
    word = tokens[head].text
    first = scene.parsed.sentences[tokens[head].sent].first
    written = word[0].isupper() and word[1:].islower() and head > first and nominal.start == head
    if not written or tokens[head].tag not in ("NNP", "NN") or nominal.words != ("the",) or nominal.modifiers or nominal.label:
        return None
    named = [f.id for f in scene.figures.values() if f.nature in ("body", "group") and _ends_like(scene.cast.actor(f.id).name, word)]
    if named:
        return named[-1]
    if scene.home is not None:
        return None
    publisher = _of_publisher(scene, word)
    if publisher is not None:
        return publisher
    if word.lower() in JOINT:
        return scene.figure(("named", word), "body", f"the {word}").id
    return None


def _ends_like(name: str, word: str) -> bool:
    """Whether a body's full name in capitals holds the word: "Lake Security Council" for "Council"."""
    words = WORD.findall(name)
    return len(words) > 1 and word in words


def _of_publisher(scene: Scene, word: str) -> str | None:
    """The international body whose name holds the word and stands in the publisher's: "Secretariat of the Lake Community"."""
    words = WORD.findall(scene.document.publisher or "")
    for first in range(len(words)):
        for last in range(len(words), first + 1, -1):
            if word not in words[first:last]:
                continue
            for sense in scene.registry.names.get(fold(" ".join(words[first:last])), ()):
                if sense.kind == "body" and sense.country in INTERNATIONAL:
                    return scene.body(sense)
    return None
