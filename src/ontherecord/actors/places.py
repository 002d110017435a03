"""Place or government: "in Moscow" says where, "Moscow said" says who."""

from __future__ import annotations

from ontherecord.actors.cast import MentionKind
from ontherecord.actors.names import Name
from ontherecord.actors.scene import Scene

LOCATIVE = frozenset({
    "in", "at", "near", "outside", "across", "around", "inside", "within", "throughout", "into", "onto", "over", "off", "along", "beyond",
    "above", "through", "amid", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
})  # fmt: skip
# "confidence in China": nouns and verbs whose "in" names a party.
TRUSTING = frozenset({
    "confidence", "trust", "faith", "believe", "belief", "interest", "interested", "invest", "investment", "disappointed",
    "disappointment",
})  # fmt: skip
MOTION = frozenset({
    "go", "travel", "fly", "arrive", "return", "head", "come", "drive", "march", "advance", "flee", "move", "trip", "visit", "tour",
    "journey", "flight", "withdraw", "withdrawal", "retreat", "depart", "departure", "deploy", "deployment", "send", "evacuate",
    "evacuation", "repatriate", "bring", "take", "transport", "ship", "fire", "launch", "escape", "emigrate", "deport", "extradite",
    "relocate", "road", "way", "border", "route", "convoy", "pilgrimage", "commute", "transfer", "rush", "dispatch",
})  # fmt: skip
# Verbs that do something to a place. Whom they govern as a city is where it happened.
ON_GROUND = frozenset({
    "visit", "leave", "flee", "enter", "reach", "bomb", "shell", "capture", "seize", "attack", "hit", "strike", "take", "storm", "raid",
    "besiege", "surround", "pound", "rock", "shake", "flood", "retake", "recapture", "overrun", "occupy", "evacuate", "tour", "quit",
    "approach", "near", "destroy", "liberate", "blockade", "devastate", "paralyse", "paralyze", "encircle", "hold", "control", "defend",
    "call",
})  # fmt: skip
# Verbs of being and undergoing: a city as their subject is the place.
STATIC = frozenset({
    "be", "lie", "remain", "become", "sit", "stand", "have", "see", "experience", "suffer", "burn", "fall", "host", "wake", "grow",
    "lose", "face", "witness", "celebrate", "boast",
})  # fmt: skip
# What can be done to a government in words: a passive city is the government then.
VERBAL = frozenset({
    "accuse", "tell", "warn", "urge", "criticise", "criticize", "blame", "ask", "inform", "invite", "pressure", "sanction", "threaten",
    "condemn", "denounce", "thank", "praise", "offer", "assure", "notify", "consult", "anger", "please", "surprise", "pledge", "promise",
    "give", "grant", "persuade", "convince", "deter", "provoke", "isolate", "press", "oblige", "require", "expect", "alarm", "worry",
    "embarrass",
})  # fmt: skip
# Verbs of what passes over ground: the country that they govern is only crossed, and so is one that they lead to.
PASSING = frozenset({"cross", "traverse", "transit", "roam", "crisscross", "straddle"})
FLOWING = frozenset({"flow", "stretch", "run", "migrate", "drift", "spread", "wander", "stray", "smuggle", "leak"})
STRIKING = frozenset({
    "fall", "rain", "attack", "assault", "strike", "raid", "advance", "march", "offensive", "bombing", "shelling", "siege", "missile",
    "rocket", "fire", "bomb", "descend", "converge",
})  # fmt: skip
LEAVING = frozenset({"return", "come", "fly", "arrive", "flee", "travel", "back"})
# Verbs whose "from" names who gives: "bought gas from Moscow".
RECEIVING = frozenset({
    "receive", "get", "win", "buy", "seek", "demand", "hear", "obtain", "secure", "want", "expect", "gain", "borrow", "import", "extract",
    "learn", "wring", "take", "order", "request", "need", "differ", "distance",
})  # fmt: skip
CITY = frozenset({"capital", "place"})


def kind_of(scene: Scene, name: Name, head: int) -> MentionKind:
    """ "name" where the name acts or is a party, "place" where it only says where, "adjective" where it only qualifies a thing."""
    tokens, sense = scene.parsed.tokens, name.sense
    if scene.parsed.paragraph_of(head).part.kind == "dateline":
        return "adjective" if sense.kind == "outlet" else "place"
    if sense.kind in ("people", "body", "national", "armed", "outlet", "own"):
        return "name"
    if sense.kind == "adjective":
        return "adjective"
    if sense.kind == "place":
        return "place"
    head = scene.grammar.first_conjunct(head)
    token = tokens[head]
    if sense.kind == "capital" and _located(scene, head):
        return "place"
    if token.dep == "pobj":
        return _behind(scene, name, head)
    if sense.kind == "country":
        passed = token.dep == "dobj" and tokens[token.head].lemma in PASSING
        return "place" if passed or _behind_town(scene, head) else "name"
    return _city(scene, head)


def _located(scene: Scene, head: int) -> bool:
    """ "Paris, France"."""
    for child in scene.grammar.children(head, "appos"):
        other = scene.nominals.get(child)
        if other is not None and other.name is not None and other.name.sense.kind in ("country", "place"):
            return True
    return False


def _behind_town(scene: Scene, head: int) -> bool:
    """The country of "Paris, France"."""
    token = scene.parsed.tokens[head]
    town = scene.nominals.get(token.head) if token.dep == "appos" else None
    return town is not None and town.name is not None and town.name.sense.kind in CITY


def _behind(scene: Scene, name: Name, head: int) -> MentionKind:
    tokens = scene.parsed.tokens
    preposition = tokens[tokens[head].head]
    governor = tokens[preposition.head]
    if preposition.dep == "pcomp" or (preposition.dep == "prep" and governor.pos == "ADP" and governor.i != preposition.i):
        outer = governor.lower
        if outer in LOCATIVE and preposition.lower in ("of", "to", "from"):
            return "place"
    word = preposition.lower
    if word in LOCATIVE:
        return "name" if governor.lemma in TRUSTING and word == "in" else "place"
    city = name.sense.kind != "country"
    if word in ("to", "from", "for", "toward", "towards", "via"):
        leaves = word == "from" and city and scene.grammar.is_verb(governor.i) and governor.lemma not in RECEIVING
        moves = (city and governor.lemma.lower() in MOTION) or governor.lemma in FLOWING
        return "place" if moves or leaves or word == "via" else _away(governor.lemma, word)
    if word in ("on", "against"):
        return "place" if city and governor.lemma in STRIKING and word == "on" else "name"
    if word in ("of", "by") and city:
        return "place" if word == "of" else "name"
    return "name"


def _away(lemma: str, word: str) -> MentionKind:
    """ "returned from Chad": where; "won concessions from Chad": who."""
    return "place" if word == "from" and lemma in LEAVING else "name"


def _city(scene: Scene, head: int) -> MentionKind:
    """Capitals and seats of government by their place in the clause."""
    tokens, grammar = scene.parsed.tokens, scene.grammar
    token = tokens[head]
    verb = tokens[token.head]
    if token.dep == "nsubj":
        return (
            "place"
            if verb.lemma in STATIC and not grammar.child(verb.i, "aux") and verb.lemma in ("lie", "be", "burn", "wake", "suffer")
            else "name"
        )
    if token.dep == "nsubjpass":
        return "name" if verb.lemma in VERBAL else "place"
    if token.dep == "dobj":
        return "place" if verb.lemma in ON_GROUND else "name"
    if token.dep in ("agent", "dative", "poss"):
        return "name"
    return "place" if token.dep in ("npadvmod", "appos", "nmod") else "name"
