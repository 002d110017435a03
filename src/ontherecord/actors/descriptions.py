"""Noun phrases with a role word: "Israeli soldiers", "the president of Armenia", "a spokesman for the rebels"."""

from __future__ import annotations

from ontherecord.actors.affiliations import RESIDENT, Affiliation, affiliation, is_plural
from ontherecord.actors.context import ELSEWHERE, country_here, seated
from ontherecord.actors.history import History
from ontherecord.actors.introductions import describe, gender_of
from ontherecord.actors.invaders import invading_country, is_invader
from ontherecord.actors.likenesses import short_for, takes_part
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.offices import SERVING, is_lesser_head, lesser_head, service_of
from ontherecord.actors.registry import INTERNATIONAL, Registry, Role, Sense
from ontherecord.actors.roles import SINGLE
from ontherecord.actors.scene import Figure, Nature, Scene, body_key
from ontherecord.actors.spelling import fold

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
# Words for a country as such; only what was named before can tell which.
STATES = frozenset({
    "country", "nation", "state", "republic", "kingdom", "island", "emirate", "monarchy", "archipelago", "sultanate", "federation",
    "territory", "peninsula", "city-state", "principality", "enclave", "superpower", "mainland", "union", "duchy", "commonwealth",
    "homeland",
})  # fmt: skip
# Parts of a state that do not speak for it.
PARTIAL = (
    "local", "regional", "provincial", "city", "county", "municipal", "mayor", "governor", "occup", "exile", "transitional council",
    "superpower", "ruling", "establishment",
)  # fmt: skip
OFFICIAL = frozenset({
    "head_of_state", "head_of_government", "leader", "foreign_minister", "defence_minister", "interior_minister", "finance_minister",
    "trade_minister", "vice_president", "minister", "speaker", "crown_prince", "ambassador", "spokesperson", "deputy_head_of_government",
    "national_security_adviser",
})  # fmt: skip
UNKNOWABLE = OFFICIAL | {
    "weapons",
    "company",
    "media",
    "governor",
    "official",
    "party_leader",
    "royal",
    "university",
    "hospital",
    "embassy",
}
RULERS = frozenset({"government", "administration", "regime", "authorities", "side"})
# Bodies' words that can stand for more exact ones told before: "the legislature" for a senate, not the other way.
GENERAL = frozenset({
    "parliament", "legislature", "army", "military", "police", "court", "ministry", "force", "newspaper", "agency", "company", "bank",
    "firm", "council", "commission", "committee", "assembly", "tribunal",
})  # fmt: skip
FIGHTING = frozenset({"REB", "UAF", "PRM", "MIL", "CRM", None})
NATIONAL = frozenset({"country", "adjective", "people", "capital", "seat", "place"})
# "the president" is no vice president.
LESSER = (
    "vice ", "deputy ", "former ", "ex-", "assistant ", "shadow ", "first deputy ", "acting deputy ", "house ", "senate ", "university ",
)  # fmt: skip
# Who is by the word itself another's: whose they are tells only whose they are not.
OTHERS = frozenset({"neighbour", "neighbor", "rival", "ally", "partner", "foe", "enemy", "adversary", "successor", "predecessor"})
# Words for those who speak for a state where a country's name stands with them.
DELEGATED = frozenset({"delegate", "representative", "mission", "permanent representative", "special representative"})
# Role words too general to make an actor where nothing says whose.
VAGUE = frozenset({
    "office", "school", "university", "college", "father", "mother", "relative", "majority", "minority", "community", "side", "panel",
    "person", "man", "woman", "child", "party", "crowd", "player", "author", "writer", "agent", "department", "commission", "council",
    "committee", "agency", "bureau", "centre", "center", "institute", "population", "public", "fan", "member", "boy", "girl", "opponent",
    "critic", "expert", "principal", "candidate", "victim", "peer",  "follower", "local", "consumer", "passenger", "hand", "chair", "head",
    "division", "unit", "network", "channel", "site", "platform",
})  # fmt: skip
# Ends of countries' names that take an article.
ARTICLED = ("lands", "Islands", "Republic", "Emirates", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles", "Union")
# Role words that with such a phrase behind them tell what is done or a share in it.
ACTS = {**dict.fromkeys(("opposition", "defence", "defense", "press", "union", "division", "party"), "to"), "publication": "of"}
# Seats of international courts, by their last word.
COURT_SEATS = frozenset({"Hague", "Strasbourg", "Luxembourg", "Arusha"})
HEADS = frozenset({"head_of_state", "head_of_government", "leader"})
# A ship or a missile without a country is nobody.
THINGS = "weapons"
# Of the vague words those for people, who are somebody whoever they are, and those for bodies, which are where an article points at one.
PEOPLE = frozenset({
    "man", "woman", "boy", "girl", "child", "person", "mother", "father", "relative", "victim", "passenger", "crowd", "author", "writer",
    "fan", "opponent", "critic", "principal", "candidate", "follower", "local", "consumer", "player",
})  # fmt: skip
POINTED = frozenset({
    "party", "department", "commission", "council", "committee", "agency", "bureau", "institute", "university", "panel", "school",
    "college", "public", "population",
})  # fmt: skip


def is_definite(scene: Scene, nominal: Nominal) -> bool:
    tokens = scene.parsed.tokens
    return any(tokens[k].lower in DEFINITE for k in range(nominal.first, nominal.start))


def role_words(scene: Scene, nominal: Nominal) -> str:
    """The role as written: "foreign ministry spokesman"."""
    if nominal.role is None:
        return ""
    first = nominal.role.first
    for hit in reversed(nominal.titles):
        if hit.last != first - 1:
            break
        first = hit.first
    return " ".join(scene.parsed.span(first, nominal.role.last).of(scene.parsed.text).split())


def speaks_for_state(role: Role) -> bool:
    """Words for a government as a whole."""
    return role.kind != "person" and role.word.split()[-1] in RULERS and not role.word.startswith(PARTIAL)


def enter_described(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """The actors of a role phrase that says whose it is; () where it does not, so that memory must tell."""
    if state_word(scene, nominal):
        return _whole_state(scene, nominal)
    role = nominal.role.role if nominal.role else None
    bare = not nominal.modifiers and nominal.possessor is None and nominal.label is None
    if role is None or _counts(scene, nominal, role) or (role.word in VAGUE and bare) or _is_act(scene, nominal, role):
        return ()
    itself = _named_itself(nominal, role)
    if itself is not None:
        return (scene.body(itself),)
    theirs = scene.cast.at(nominal.possessor) if nominal.possessor is not None and role.plural and role.sector in FIGHTING else None
    if theirs is not None and len(theirs.actors) == 1 and scene.figures[theirs.actors[0]].nature == "group":
        return theirs.actors  # "its fighters"
    if is_invader(nominal) and not speaks_for_state(role):
        return (_figure(scene, nominal, role, invading_country(scene, nominal), Affiliation()),)
    whose = _whose(scene, nominal, role)
    if not whose:
        return _named_body(scene, nominal, role, whose)
    if speaks_for_state(role) and whose.body is None and (nominal.label is None or nominal.modifiers or _rules(scene, nominal)):
        return tuple(scene.government(c) for c in whose.countries)
    if nominal.label is not None and _capital(scene, nominal.head):
        return _named_body(scene, nominal, role, whose)
    if is_lesser_head(scene, nominal):
        return (lesser_head(scene, nominal, whose.countries[0] if len(whose.countries) == 1 else None),)
    if role.kind == "person" and role.office in OFFICIAL:
        each = len(whose.countries) > 1
        return tuple(
            known_person(scene, nominal, c, history, each=each) or _official(scene, nominal, role, c, whose) for c in whose.countries
        )
    return tuple(_figure(scene, nominal, role, c, whose) for c in whose.countries)


def _whose(scene: Scene, nominal: Nominal, role: Role) -> Affiliation:
    """Whose a role phrase says that it is; a court of several states is theirs; "its neighbours" are of others, nobody says of whom."""
    if role.word in OTHERS and not nominal.modifiers:
        return Affiliation()
    if role.sector == "JUD" and role.kind == "body" and _sits_abroad(scene, nominal):
        return Affiliation(("IGO",))
    local = (role.sector in RESIDENT or (role.sector == "BUS" and role.kind == "body")) and role.word not in ELSEWHERE
    return affiliation(scene, nominal, local=local) or seated(scene, nominal, role)


def enter_unplaced(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """The actor of a role phrase that neither says whose it is nor means somebody told before: its country by context, else null.

    Things (ships, shells), single office holders ("the president") and phrases without a sector stay nobody when no country is found.
    """
    role = nominal.role.role if nominal.role else None
    acting = role is not None and takes_part(scene, nominal)
    if (
        role is None
        or not (role.sector or acting or role.word in SERVING or is_lesser_head(scene, nominal))
        or role.office == "counterpart"
        or state_word(scene, nominal) not in ("", "union")
        or _counts(scene, nominal, role)
        or _is_act(scene, nominal, role)
    ):
        return ()
    if is_lesser_head(scene, nominal):
        return (lesser_head(scene, nominal, scene.home),)
    if _of_strangers(scene, nominal):
        words = scene.parsed.text[scene.parsed.tokens[nominal.start].start : scene.parsed.tokens[scene.parsed.right[nominal.head]].end]
        strangers = scene.figure(("strangers", nominal.head), "group", " ".join(words.split()), sector=role.sector, role=role.word)
        strangers.plural = True
        return (strangers.id,)
    short = short_for(scene, nominal)
    if short is not None:
        return (short,)
    country, alone = country_here(scene, nominal, role.sector), is_definite(scene, nominal) and not is_plural(scene, nominal)
    if speaks_for_state(role) and not (country is None and alone):
        return (scene.government(country),) if country is not None and alone and not nominal.label else ()
    if role.word in VAGUE and not (acting or role.word in PEOPLE or (alone and role.word in POINTED)):
        return ()
    if country is None and role.office in UNKNOWABLE and (role.office == THINGS or not (alone or acting)):
        return ()
    return (_figure(scene, nominal, role, country, Affiliation()),)


def _sits_abroad(scene: Scene, nominal: Nominal) -> bool:
    """ "The court in The Hague": one of several states, not of the country where it sits."""
    places = (n.name for k in scene.grammar.behind(nominal.head, "in", "at") if (n := scene.nominals.get(k)) is not None and n.name)
    return not nominal.modifiers and any(scene.parsed.tokens[p.last].text in COURT_SEATS for p in places)


def _of_strangers(scene: Scene, nominal: Nominal) -> bool:
    """ "leaders of six nations": they are of countries that nobody names."""
    behind = scene.grammar.behind(nominal.head, "of", "from")
    return any(scene.parsed.tokens[n].lemma in STATES and scene.parsed.tokens[n].tag == "NNS" and scene.cast.at(n) is None for n in behind)


def _is_act(scene: Scene, nominal: Nominal, role: Role) -> bool:
    """ "their opposition to terrorism", "the publication of a report": what is done, not who they are; "parties to a conflict"."""
    preposition = ACTS.get(role.word)
    return preposition is not None and bool(scene.grammar.behind(nominal.head, preposition))


def _named_itself(nominal: Nominal, role: Role) -> Sense | None:
    """ "the Hamas movement", "Reuters news agency", "UNITA rebels": the name's own actor, whose kind the role word only repeats."""
    before = nominal.modifiers[-1] if nominal.modifiers else None
    if before is None or nominal.role is None or before.last != nominal.role.first - 1 or before.sense.kind in NATIONAL:
        return None
    if before.sense.fights:
        return before.sense if role.sector in FIGHTING and (role.plural or role.kind != "person") else None
    if role.kind == "person":
        return None
    return before.sense if before.sense.kind == "outlet" or role.word in before.sense.kinds or role.sector == before.sense.sector else None


def _counts(scene: Scene, nominal: Nominal, role: Role) -> bool:
    """ "a group of diplomats", "crowds of mourners": who they are stands behind "of"."""
    plain = role.word in ("group", "team", "crowd", "unit", "contingent", "delegation", "network", "side", "patrol", "contingent")
    return plain and nominal.label is None and bool(scene.grammar.behind(nominal.head, "of"))


def state_word(scene: Scene, nominal: Nominal) -> str:
    """ "island" where the phrase's head is a word for a country as such, else nothing."""
    lemma = scene.parsed.tokens[nominal.head].lemma.lower()
    return lemma if lemma in STATES and nominal.name is None and nominal.chain is None else ""


def _whole_state(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """ "the Afghan nation": its country. "Greek islands" and "Swedish territory" are places, so only belong to theirs."""
    if state_word(scene, nominal) not in ("country", "nation", "state", "republic", "kingdom") or not nominal.modifiers:
        return ()
    return tuple(scene.government(c) for c in affiliation(scene, nominal, local=False).countries)


def _official(scene: Scene, nominal: Nominal, role: Role, country: str, whose: Affiliation) -> str:
    """An office holder of a country whom nobody names; of "the presidents of Chad and Mali" each is one person."""
    single = scene.registry.roles.get(role.word.lower())
    if role.plural and len(whose.countries) > 1 and role.office in SINGLE and single is not None and country not in INTERNATIONAL:
        return _figure(scene, nominal, single, country, Affiliation((country,)), words=role.word)
    return _figure(scene, nominal, role, country, whose)


def known_person(scene: Scene, nominal: Nominal, country: str, history: History, *, each: bool = False) -> str | None:
    """The person of a country whom the document names and who has the role: "the Chinese leader" where Xi was named.

    `each`: a plural phrase that means one person of each of several countries.
    """
    if (is_plural(scene, nominal) and not each) or nominal.role is None:
        return None
    if any(scene.parsed.tokens[k].lower in ("a", "an", "another") for k in range(nominal.first, nominal.start)):
        return None
    fits = [
        f
        for f in scene.figures.values()
        if f.nature == "person" and scene.cast.actor(f.id).country == country and fits_role(nominal.role.role, f)
    ]
    former = bool({"former", "ex"} & set(nominal.words))
    fits = [f for f in fits if (scene.cast.actor(f.id).sector == "ELI") == former]
    if len(fits) == 1:
        return fits[0].id
    recent = [f for f in fits if f.id in history.last_head]
    return max(recent, key=lambda f: history.last_head[f.id]).id if recent else None


def fits_role(role: Role, figure: Figure) -> bool:
    """Whether a role word can mean somebody with the figure's roles: "minister" a foreign minister, "leader" a president."""
    word = role.word.lower()
    if role.kind == "body" and word not in figure.roles and word not in GENERAL:
        return False
    if word in figure.roles or (role.office in figure.offices and role.office not in ("leader", "official", "minister", "ambassador")):
        return True
    if role.office == "leader" and word in ("leader", "head", "chief", "boss", "national leader", "strongman"):
        return bool(figure.offices & (HEADS | {"party_leader", "opposition_leader", "rebel"}))
    if word in ("minister", "secretary", "official", "diplomat", "top diplomat", "envoy", "spokesman", "spokeswoman", "spokesperson"):
        return any(r.endswith(word) for r in figure.roles) or (
            (word in ("diplomat", "top diplomat") and "foreign_minister" in figure.offices)
            or (word in ("diplomat", "envoy") and "ambassador" in figure.offices)
        )
    return any(r.endswith(f" {word}") and not r.startswith(LESSER) for r in figure.roles)


def _rules(scene: Scene, nominal: Nominal) -> bool:
    """Whether the person of "the Muster administration" leads a country; a governor's administration is none of the country's."""
    word = fold(scene.parsed.span(*nominal.label).of(scene.parsed.text)) if nominal.label else ""
    known = scene.aliases.get(word)
    return known is None or bool(scene.figures[known].offices & (HEADS | {"head_of_state_elect"}))


def _figure(scene: Scene, nominal: Nominal, role: Role, country: str | None, whose: Affiliation, words: str = "") -> str:
    """The figure of a role phrase; `words` where the role is not to be told by the phrase's own words."""
    plural = is_plural(scene, nominal) and not words
    name = _name(scene, nominal, country, words)
    words = words or role_words(scene, nominal)
    key = body_key(country, role, whose.body, plural=plural)
    sector = _sector(scene, nominal, role, whose)
    figure = scene.figure(
        key if role.kind == "body" else (*key, sector),
        _nature(role, plural=plural),
        name,
        country=country,
        sector=sector,
        role=words.lower() or None,
    )
    figure.plural, figure.gender = plural, gender_of(role.word)
    figure.roles.update((role.word.lower(), words.lower()))
    if role.office:
        figure.offices.add(role.office)
    return figure.id


def _sector(scene: Scene, nominal: Nominal, role: Role, whose: Affiliation) -> str | None:
    told = describe(scene, nominal)
    if role.word in ("coalition", "alliance") and ("led" in nominal.words or any(n.tail == "-led" for n in nominal.modifiers)):
        return "MIL"
    if told.former and role.kind == "person":
        return "ELI"
    if role.office == "spokesperson" or role.sector is None:
        before = next((h.role.sector for h in reversed(nominal.titles) if h.role.sector), None)
        serving = service_of(scene, nominal.head) if role.word in SERVING else None
        heads_body = role.office == "leader" and whose.body is not None and INTERNATIONAL.intersection(whose.countries)
        official = "GOV" if heads_body or (role.word in DELEGATED and whose.countries and not whose.body) else None
        return before or whose.sector or role.sector or serving or official
    if role.sector == "GOV" and role.office in ("leader", "official"):
        before = next((h.role.sector for h in reversed(nominal.titles) if h.role.sector and h.role.kind != "person"), None)
        return before or (whose.sector if whose.body and whose.sector else role.sector)
    return role.sector


def _nature(role: Role, *, plural: bool) -> Nature:
    if role.sector == "JRN" and role.kind == "body":
        return "outlet"
    if role.kind == "person":
        return "group" if plural else "person"
    return role.kind


def _name(scene: Scene, nominal: Nominal, country: str | None, words: str) -> str:
    """ "Israeli soldiers" as written where the phrase itself says whose; else the role and its country."""
    if nominal.role is not None and len(nominal.modifiers) == 1 and not words:
        text = scene.parsed.span(nominal.modifiers[0].first, nominal.role.last).of(scene.parsed.text)
        return " ".join(text.split()).removeprefix("the ").removeprefix("The ")
    words = words or role_words(scene, nominal)
    if nominal.role is not None and nominal.role.role.office == "governor":
        return words  # of a part of the country that nobody names
    return titled(scene.registry, words, country)


def titled(registry: Registry, words: str, country: str | None) -> str:
    """ "leaders of Chad": role words as a name, with their country."""
    known = registry.countries.get(country or "")
    if known is None:
        return words
    plain = " ".join(w.lower() if w[1:].islower() else w for w in words.split())
    article = "the " if known.name.startswith("United ") or known.name.endswith(ARTICLED) else ""
    return f"{plain} of {article}{known.name}"


def _capital(scene: Scene, token: int) -> bool:
    return scene.parsed.tokens[token].text[0].isupper()


def _capitals_before(scene: Scene, nominal: Nominal, first: int) -> int:
    """Where a proper name begins that ends in a role word: leftwards over capitals, up to a country's adjective or an article."""
    names = {n.last for n in nominal.modifiers}
    while first > nominal.first and first - 1 not in names and _capital(scene, first - 1) and scene.parsed.tokens[first - 1].tag != "DT":
        first -= 1
    return first


def _named_body(scene: Scene, nominal: Nominal, role: Role, whose: Affiliation) -> tuple[str, ...]:
    """ "Revolutionary People's Front", "the Farabundo group": a body with a proper name of its own."""
    if nominal.label is None or nominal.role is None or role.kind == "person":
        return ()
    first = _capitals_before(scene, nominal, nominal.label[0])
    words = " ".join(scene.parsed.span(first, nominal.role.last).of(scene.parsed.text).split())
    country = whose.countries[0] if len(whose.countries) == 1 else None
    figure = scene.figure(("named", words), _nature(role, plural=False), words, country=country, sector=role.sector or whose.sector)
    figure.roles.add(role.word.lower())
    return (figure.id,)
