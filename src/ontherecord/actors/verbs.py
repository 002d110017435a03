"""Verbs by what their subjects and objects are, nouns by who owns them: people, bodies, countries or things."""

from __future__ import annotations

# What people and bodies say and decide.
SAYING = frozenset({
    "say", "announce", "warn", "accuse", "deny", "urge", "insist", "state", "declare", "claim", "demand", "vow", "pledge", "promise",
    "threaten", "condemn", "criticise", "criticize", "reject", "refuse", "agree", "order", "call", "ask", "hope", "want", "plan", "seek",
    "intend", "decide", "fear", "believe", "expect", "consider", "add", "note", "stress", "argue", "report", "propose", "offer",
    "suspend", "launch", "send", "deploy", "withdraw", "expel", "recall", "summon", "impose", "lift", "sign", "ratify", "join", "leave",
    "attack", "invade",
})  # fmt: skip
# What speakers do beside SAYING and JUDGING.
TELLING = frozenset({
    "express", "emphasise", "emphasize", "underline", "highlight", "inform", "brief", "mention", "recall", "remind", "point", "tell",
    "explain", "welcome", "reaffirm", "reiterate", "assure", "speak", "discuss", "share", "raise",
})  # fmt: skip
# Verbs whose object owns what stands behind "for": "thanked Chad for its help".
JUDGING = frozenset({
    "thank", "praise", "criticise", "criticize", "condemn", "blame", "applaud", "commend", "punish", "accuse", "rebuke", "fault", "laud",
    "congratulate", "honour", "honor", "attack", "denounce", "credit", "salute",
})  # fmt: skip
# What is done to a country or body and seldom to a thing: "it" as the object of these is one of the former.
TO_ACTORS = frozenset({
    "annex", "invade", "attack", "recognise", "recognize", "occupy", "isolate", "arm", "sanction", "conquer", "rule", "govern", "ally",
    "defeat", "defend", "accuse", "blame", "warn", "urge", "criticise", "criticize", "condemn", "ask", "tell", "pressure", "threaten",
    "punish", "outlaw", "ban", "join", "support", "back", "fund", "fight", "destabilise", "destabilize", "encircle", "bomb",
})  # fmt: skip
# What is done to people, as "them" are more often than things.
TO_PEOPLE = TO_ACTORS | {
    "arrest", "detain", "kill", "beat", "free", "release", "jail", "shoot", "send", "drive", "expel", "deport", "hold", "invite", "receive",
    "thank", "assure", "promise", "offer", "give", "pay", "stop", "let", "help", "order", "force", "allow", "chase", "abduct", "rape",
}  # fmt: skip
# What is done to a country alone.
TERRITORIAL = frozenset({"annex", "invade", "occupy", "conquer", "rule", "govern", "recognise", "recognize", "absorb", "retake"})
# What countries have.
OF_STATES = frozenset({
    "parliament", "ambassador", "embassy", "border", "army", "territory", "soil", "capital", "government", "citizen", "coast", "airspace",
    "people", "minister", "president", "king", "water", "province", "economy", "sovereignty", "neighbour", "neighbor", "airport", "port",
    "envoy", "consul", "constitution", "flag", "navy", "population", "troop", "independence", "island", "frontier", "east", "north",
    "south",
    "west", "village", "city", "town", "history", "coup", "debt", "export", "oil", "gas", "farmer", "soldier", "police", "election",
})  # fmt: skip
# What organisations, firms and movements have.
OF_BODIES = frozenset({
    "member", "office", "leader", "headquarters", "supporter", "fighter", "chairman", "candidate", "staff", "director", "worker", "charter",
    "council", "statement", "head", "founder", "commander", "spokesman", "spokeswoman", "secretary", "mandate", "mission", "employee",
    "convoy", "licence", "license", "plant", "factory", "site", "lawyer", "deputy", "reporter", "editor", "ruling", "verdict", "judge",
})  # fmt: skip
