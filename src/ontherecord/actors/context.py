"""Whose somebody is where no word of their own phrase says so: by where it happens, or by the one country that all is about."""

from __future__ import annotations

from ontherecord.actors.affiliations import LOCAL, OTHERS, RESIDENT, Affiliation
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.pronouns import SAYING, TELLING
from ontherecord.actors.registry import Role
from ontherecord.actors.roles import CARRYING, SINGLE
from ontherecord.actors.scene import Scene
from ontherecord.actors.story import country_at, story_country

# Sectors of a state's own: in a report of one country they are that country's.
DOMESTIC = RESIDENT | {"GOV", "MIL", "SPY", "ELI"}
# Share of all mentions past which a document is about one country; below it, "the ministry" was as often another's.
NEARLY_ALL = 0.75
FEWEST = 5
# Words for people who by their nature are not, or not all, of the country that a report is about.
ELSEWHERE = frozenset({
    "invader", "occupier", "occupant", "aggressor", "enemy", "dictator", "tyrant", "mediator", "mercenary", "foe", "adversary",
    "terrorist", "terrorist organization", "terrorist organisation", "saboteur", "guest", "international court", "delegation", "delegate",
    "visitor", "ambassador", "consul", "consulate", "embassy", "peacekeeper", "inspector", "observer", "tribunal", "aid agency",
    "relief agency", "aid worker", "charity", "refugee", "migrant", "smuggler", "trafficker", "pirate", "hacker", "jihadist", "foreigner",
    "tourist", "suicide bomber", "bomber", "monitor", "election monitor", "expatriate", "asylum seeker", "correspondent",
})  # fmt: skip
# What says so of others: "European leaders", "foreign parliaments"; "dear senators" may be anybody's whom a speech addresses.
OUTSIDE = frozenset({
    "international", "foreign", "western", "european", "african", "asian", "arab", "latin", "nordic", "baltic", "global", "world",
    "multinational", "other", "dear", "allied", "many", "various", "neighbouring", "neighboring", "overseas", "worst", "your", "nazi",
})  # fmt: skip
# Who suffers in a war: in a government's report of another country's war, seldom its own.
BYSTANDERS = frozenset(
    {"civilian", "civilian population", "population", "hostage", "prisoner", "victim", "casualty", "refugee", "resident"}
)
# Branches of a state of which a report seldom means two countries'.
BRANCHES = frozenset({"LEG", "JUD"})
# Of what a country has one: several are several countries'.
ONE_A_COUNTRY = frozenset({
    "head_of_state", "head_of_government", "leader", "foreign_minister", "defence_minister", "interior_minister", "finance_minister",
    "parliament", "army", "crown_prince", "embassy", "ambassador",
})  # fmt: skip
# Who serves a state, and what a state does with them.
SERVING = frozenset({"MIL", "COP", "SPY", "MED", "GOV"})
SENDING = frozenset({
    "send", "deploy", "dispatch", "mobilise", "mobilize", "station", "withdraw", "recall", "lend", "commit", "redeploy", "contribute",
    "post",
})  # fmt: skip
PAPAL = frozenset({"pope", "pontiff", "holy father", "supreme pontiff"})
SEVERAL = frozenset({"countries", "nations", "states", "governments", "world", "planet", "continent"})
INSTITUTIONS = frozenset({"GOV", "LEG", "JUD", "COP", "SPY"})
# What ministers do where they are not at home.
AWAY = SAYING | TELLING | {
    "land", "arrive", "meet", "visit", "attend", "stay", "hold", "talk", "address", "travel", "fly", "go", "come", "be", "return", "begin",
    "open", "conclude", "end", "convene", "gather", "host", "take", "give", "wait", "dine",
}  # fmt: skip


def country_here(scene: Scene, nominal: Nominal, sector: str | None) -> str | None:
    """The country of a role phrase that names none.

    "Police in the town …" by the place of the clause; else, where the whole document speaks of one country and does so as of one who
    acts or owns, that country. None in any other case.
    """
    if from_elsewhere(scene, nominal):
        return None
    if nominal.role is not None and nominal.role.role.word.lower() in PAPAL:
        return "VAT"
    told = _beside_told(scene, nominal) or _told_before(scene, nominal) or _sent_by(scene, nominal, sector)
    if told is not None:
        return told
    there = _where(scene, nominal) if sector in RESIDENT else None
    if there is not None:
        return there
    if scene.home is not None and nominal.role is not None and nominal.role.role.word.lower().removesuffix("s") in BYSTANDERS:
        return scene.home if scene.evidence.best(scene.registry.countries) == scene.home else None
    if sector not in DOMESTIC or not _settled(scene, nominal):
        return None
    return scene.home or country_at(scene, nominal.head)


def seated(scene: Scene, nominal: Nominal, role: Role) -> Affiliation:
    """ "The junta in Lusaka", "the ministry in Lima": rulers and offices are of the country whose capital their own phrase names.

    Office holders too, where they act: "the prime minister in Lima promised"; whom somebody met in Lima may be a guest there.
    """
    if role.sector not in ("GOV", "MIL") or role.word in ELSEWHERE or role.office in ("ambassador", "embassy"):
        return Affiliation()
    token = scene.parsed.tokens[scene.grammar.first_conjunct(nominal.head)]
    if role.kind == "person" and token.dep not in ("nsubj", "agent"):
        return Affiliation()
    for noun in scene.grammar.behind(nominal.head, "in"):
        place = scene.nominals.get(noun)
        name = place.name if place is not None and noun == nominal.last + 2 else None
        if name is not None and name.sense.kind in ("capital", "seat") and name.sense.country:
            return Affiliation((name.sense.country,))
    return Affiliation()


def _sent_by(scene: Scene, nominal: Nominal, sector: str | None) -> str | None:
    """ "Uganda sent special forces": whom a country sends, deploys or calls up are its own."""
    token = scene.parsed.tokens[scene.grammar.first_conjunct(nominal.head)]
    if sector not in SERVING or token.dep != "dobj" or scene.parsed.tokens[token.head].lemma not in SENDING:
        return None
    mentions = (scene.cast.at(i) for i in scene.grammar.subjects(token.head))
    codes = {c for m in mentions if m is not None for c in scene.cast.countries(m.actors) if c in scene.registry.countries}
    return codes.pop() if len(codes) == 1 else None


def _beside_told(scene: Scene, nominal: Nominal) -> str | None:
    """ "Chadian senators and deputies": the country that the adjective before the first of a pair tells of both."""
    first = scene.grammar.first_conjunct(nominal.head)
    other = scene.nominals.get(first)
    if first == nominal.head or other is None or nominal.words or other.role is None or other.possessor is not None:
        return None
    codes = {n.sense.country for n in other.modifiers if not n.tail and n.sense.country}
    between = scene.parsed.tokens[other.last + 1 : nominal.first]
    return codes.pop() if len(codes) == 1 and len(between) == 1 and between[0].tag == "CC" else None


def _told_before(scene: Scene, nominal: Nominal) -> str | None:
    """In a government's own report the one other country whose senators, judges, … it spoke of, where it spoke of none of its own."""
    if scene.home is None or nominal.role is None or nominal.role.role.sector not in BRANCHES:
        return None
    sector = nominal.role.role.sector
    codes = {a.country for i in scene.described.values() if i in scene.figures and (a := scene.cast.actor(i)).sector == sector}
    codes -= {None}
    return codes.pop() if len(codes) == 1 and scene.home not in codes else None


def from_elsewhere(scene: Scene, nominal: Nominal) -> bool:
    """Whether a role phrase says that those whom it means may be of any country: "the invaders", "leaders of many countries"."""
    if nominal.role is None:
        return False
    role, tokens = nominal.role.role, scene.parsed.tokens
    # "the FOREIGN ministry": what is part of the role's own name does not count
    before = {w.lstrip("-") for w in nominal.words} | {tokens[k].lower for k in range(nominal.first, min(nominal.head, nominal.role.first))}
    several = role.plural and role.office in ONE_A_COUNTRY
    owned = nominal.possessor is not None and tokens[nominal.possessor].lower in SEVERAL
    behind = list(scene.grammar.behind(nominal.head, "of", "from", "for"))
    before |= {tokens[k].lower for noun in behind for k in range(scene.parsed.left[noun], noun)}
    of_many = any(tokens[k].lower in SEVERAL for k in scene.grammar.behind(nominal.head, "of", "from"))
    word = role.word.lower()
    backed = any(tokens[k].lower in OTHERS for k in scene.grammar.children(nominal.head, "acl"))
    if backed or word.split()[-1] in CARRYING:
        return True  # "militias backed by Iran", a ship that passes
    return not {word, word.removesuffix("s")}.isdisjoint(ELSEWHERE) or bool(before & OUTSIDE) or several or owned or of_many


def _settled(scene: Scene, nominal: Nominal) -> bool:
    """Institutions, officials and groups with an article are the country's own; "hackers", "Muslim groups" may be from anywhere."""
    if nominal.role is None or nominal.label is not None:
        return False
    role = nominal.role.role
    if role.kind == "body" or role.sector in INSTITUTIONS:
        return True
    return scene.parsed.tokens[nominal.first].lower == "the" and not nominal.words[1:]


def _where(scene: Scene, nominal: Nominal) -> str | None:
    """The country of a place that the clause names behind "in", "at", "near"."""
    verb = scene.grammar.verb_above(nominal.head)
    if verb is None:
        return None
    codes = {
        c
        for noun in scene.grammar.behind(verb, *LOCAL)
        if (mention := scene.cast.at(noun)) is not None and mention.kind == "place"
        for c in scene.cast.countries(mention.actors)
    }
    return codes.pop() if len(codes) == 1 else _of_antecedent(scene, verb)


def _of_antecedent(scene: Scene, verb: int) -> str | None:
    """ "Fled Chad, where soldiers had burned …": the country of the place that a clause with "where" tells more of."""
    token, tokens = scene.parsed.tokens[verb], scene.parsed.tokens
    if token.dep != "relcl" or not any(tokens[k].lower == "where" for k in scene.parsed.children[verb]):
        return None
    mention = scene.cast.at(token.head)
    codes = scene.cast.countries(mention.actors) if mention is not None and mention.kind in ("place", "name") else set()
    return codes.pop() if len(codes) == 1 else None


def country_of_official(scene: Scene, sector: str | None) -> str | None:
    """The country of an office holder whose office nobody says whose it is: the document's, where it is about one."""
    return story_country(scene) if sector in INSTITUTIONS | {"MIL"} else None


def travels(scene: Scene, id_: str, head: int) -> bool:
    """Whether the actor is a named holder of an office of state of whom the sentence says at most where he was: "arrived in", "said in"."""
    figure, tokens = scene.figures[id_], scene.parsed.tokens
    if figure.nature != "person" or not figure.offices & SINGLE:
        return False
    sentence = tokens[head].sent
    places = [m.head for m in scene.cast.mentions if m.kind == "place" and tokens[m.head].sent == sentence]
    deeds = {tokens[v].lemma for i in places if (v := scene.grammar.verb_above(i)) is not None}
    return bool(deeds) and not deeds - AWAY
