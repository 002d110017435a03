"""Who acts in a noun phrase that is no mention itself, and whom a thing belongs to."""

from __future__ import annotations

from ontherecord.actors.affiliations import affiliation, blocked
from ontherecord.actors.descriptions import titled
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.registry import Role
from ontherecord.actors.scene import Scene, body_key

# "members of the militia", "hundreds of refugees": heads that only count or pick from what stands behind "of".
PARTITIVE = frozenset({
    "group", "member", "number", "hundred", "thousand", "dozen", "score", "crowd", "million", "majority", "minority", "part", "handful",
    "team", "column", "convoy", "series", "leader", "representative", "some", "many", "most", "several", "all", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten", "wave", "rest", "half", "couple", "pair", "unit", "troop", "band",
    "supporter", "ally", "delegation", "contingent", "third", "quarter", "faction", "element", "remnant", "force", "hand", "section",
    "mob", "lot", "percent", "%", "body",
})  # fmt: skip
SHARES = frozenset({"some", "many", "most", "several", "all", "few", "none", "each", "both", "half", "others", "any"})
MEMBERS = frozenset({"ally", "member", "country", "state", "nation", "partner", "donor", "power", "government"})
COALITIONS = frozenset({"coalition", "alliance", "force", "troop", "intervention", "offensive", "operation", "campaign"})
OF = ("of", "from", "by", "among")
IN = (
    "of", "in", "near", "from", "for", "with", "between", "against", "on", "around", "outside", "at", "within", "across", "to", "off",
    "over", "inside",
)  # fmt: skip


def find_parties(scene: Scene) -> None:
    """Fills the cast's tables of who acts in, and who owns, every noun phrase that is no acting mention itself."""
    _find_shares(scene)
    for nominal in scene.nominals.values():
        acting = _acting(scene, nominal)
        if acting:
            scene.cast.acts_in(nominal.head, acting)
        if nominal.joined:
            beside = (a for j in nominal.joined if (m := scene.cast.at(j)) is not None for a in m.actors)
            scene.cast.acts_beside(nominal.head, tuple(beside))
        owners = _owners(scene, nominal)
        if owners:
            scene.cast.owned(nominal.head, owners)


def _find_shares(scene: Scene) -> None:
    """ "Two of the miners", "some of them": a mention of those of whom they are part."""
    tokens = scene.parsed.tokens
    for token in tokens:
        if not (token.tag == "CD" or token.lower in SHARES) or scene.cast.at(token.i) is not None or token.i in scene.nominals:
            continue
        for noun in scene.grammar.behind(token.i, "of"):
            mention = scene.cast.at(noun)
            if noun > token.i and mention is not None and mention.acts and all(scene.figures[a].plural for a in mention.actors):
                scene.mention(token.i, mention.last, token.i, mention.actors, "description")
                break


def _acting(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    mention = scene.cast.at(nominal.head)
    if mention is not None:
        return ()
    inner = _by_compound(scene, nominal) or _by_possessor(scene, nominal) or _joint(scene, nominal)
    return inner or _behind_of(scene, nominal)


def _by_compound(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """ "Israeli army bulldozers": the army, as a described actor of its own."""
    bodies = [
        h
        for h in nominal.titles
        if h.role.kind in ("body", "group") and h.role.sector and h.role.office not in ("weapons", "media", "company")
    ]
    if not bodies:
        return ()
    whose, hit = affiliation(scene, nominal, local=False), bodies[-1]
    role = hit.role
    if not whose.countries:
        return _told_body(scene, role)
    if role.office == "government":
        return tuple(scene.government(c) for c in whose.countries)
    found = []
    for code in whose.countries:
        name = titled(scene.registry, hit.role.word, code)
        figure = scene.figure(
            body_key(code, role, whose.body, plural=role.plural),
            "body",
            name,
            country=code,
            sector=role.sector,
            role=role.word.lower(),
        )
        figure.roles.add(role.word.lower())
        found.append(figure.id)
    return tuple(found)


def _told_body(scene: Scene, role: Role) -> tuple[str, ...]:
    """ "A police post" in a report of one police: that one."""
    known = [f.id for f in scene.figures.values() if f.nature in ("body", "group") and role.word.lower() in f.roles]
    return tuple(known) if len(known) == 1 else ()


def _joint(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """ "NATO allies" act as the body, "the Saudi-led coalition" as an armed force of whoever leads it."""
    lemma = scene.parsed.tokens[nominal.head].lemma.lower()
    if lemma in MEMBERS:
        return tuple(scene.body(n.sense) for n in nominal.modifiers if n.sense.kind == "body")
    leaders = [n for n in nominal.modifiers if n.sense.country and not blocked(scene, n)]
    if lemma not in COALITIONS or not leaders or not (leaders[0].tail == "-led" or "led" in nominal.words):
        return ()
    code = leaders[0].sense.country
    figure = scene.figure(("coalition", code), "group", f"{leaders[0].sense.name}-led {lemma}", country=code, sector="MIL")
    figure.roles.add(lemma)
    return (figure.id,)


def _by_possessor(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """ "the army's bulldozers": only where the possessor is a body or group, for a country's things are not the country acting."""
    mention = scene.cast.at(nominal.possessor) if nominal.possessor is not None else None
    if mention is None or not mention.acts:
        return ()
    return tuple(a for a in mention.actors if scene.figures[a].nature in ("body", "group"))


def _behind_of(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    lemma = scene.parsed.tokens[nominal.head].lemma.lower()
    wanted = {"body", "group", "person", "state", "outlet"} if lemma in PARTITIVE else {"body", "group"}
    for noun in scene.grammar.behind(nominal.head, *OF):
        mention = scene.cast.at(noun)
        if mention is not None and mention.acts:
            return tuple(a for a in mention.actors if scene.figures[a].nature in wanted)
        if lemma in PARTITIVE and (deeper := scene.cast.party(noun)):
            return deeper
    return ()


def _owners(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """Actors through adjective, compound, possessor, "of", "in"."""
    found: list[str] = []
    for name in nominal.modifiers:
        mention = scene.cast.at(name.last)
        if mention is not None and not blocked(scene, name):
            found.extend(mention.actors)
    if nominal.possessor is not None:
        mention = scene.cast.at(nominal.possessor)
        found.extend(mention.actors if mention is not None else scene.cast.party(nominal.possessor))
    for noun in scene.grammar.behind(nominal.head, *IN):
        mention = scene.cast.at(noun)
        found.extend(mention.actors if mention is not None else scene.cast.belongs(noun))
    return tuple(dict.fromkeys(found))
