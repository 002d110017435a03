"""Whom a reader has in mind before the first sentence: those the headline names, and the government that publishes."""

from __future__ import annotations

from collections import Counter

from ontherecord.actors.audiences import audience
from ontherecord.actors.headline import names_of, senses_of, words_of
from ontherecord.actors.history import History, Spoken
from ontherecord.actors.holders import Holder
from ontherecord.actors.persons import enter_term
from ontherecord.actors.registry import Role
from ontherecord.actors.roles import SINGLE
from ontherecord.actors.scene import Figure, Scene
from ontherecord.actors.spelling import fold

# Share of capitals past which a title is written in capitals throughout, so that they tell no names.
HEADLINE = 0.8
# The offices of a person whom "president of" or "the Kremlin" names, highest first.
TOP = ("head_of_state", "head_of_government")
TITLE = -1
# States whose monarch does not govern: for them the head of government meets presidents.
REIGNED = frozenset({
    "GBR", "NOR", "SWE", "DNK", "NLD", "BEL", "ESP", "LUX", "JPN", "THA", "MYS", "KHM", "LSO", "CAN", "AUS", "NZL", "JAM", "BHS", "PNG",
    "SLB", "TUV", "BLZ", "ATG", "GRD", "KNA", "LCA", "VCT", "BTN", "TON",
})  # fmt: skip
# Sides of one dealing past which "the leaders" of a readout may be others.
MOST_PARTNERS = 4
# Words from a role to the name that it introduces, and those that are written small among them.
LONGEST_TITLE = 8
SMALL = frozenset({"of", "the", "for", "and", "in"})
# Houses from which a head of state or government publishes, told by their capital.
OFFICIAL_HOUSES = ("state house", "presidency", "presidential", "prime minister", "government", "palace", "chancellery", "ministry")
BUREAUS = (
    ("foreign", ("foreign_minister", "minister")), ("external affairs", ("foreign_minister", "minister")),
    ("defence", ("defence_minister", "minister")), ("defense", ("defence_minister", "minister")),
    ("state house", ("head_of_state",)), ("presiden", ("head_of_state",)), ("prime minister", ("head_of_government",)),
    ("chancellery", ("head_of_government",)), ("ministry", ("minister",)),
)  # fmt: skip


def find_home(scene: Scene) -> None:
    """Tells the scene which government publishes the document, whose bureau it is, and whether the text speaks as "I"."""
    words = words_of(scene.document.publisher or "")
    scene.home = _publishing_government(scene, words)
    if scene.home is not None:
        scene.home_offices = _offices(scene, words)
        tokens, quote_of = scene.parsed.tokens, scene.parsed.quote_of
        scene.first_person = any(t.text == "I" and quote_of[t.i] < 0 for t in tokens)


def prime(scene: Scene, history: History) -> None:
    """Puts the headline's and the publisher's actors into memory, as if one sentence before the first had named them."""
    told = [] if any(p.part.kind == "title" for p in scene.parsed.paragraphs) else _in_title(scene)
    if scene.home is not None:
        scene.home_person = _home_person(scene, scene.home)
    if told and scene.home_person and len(told) == 1 and scene.home_person not in told:
        told.insert(0, scene.home_person)
    scene.dealing = _dealing(scene, told)
    scene.cast.audience = audience(scene.document.title, scene.registry, scene.home)
    for actor in dict.fromkeys(told):
        history.keep(Spoken(TITLE, TITLE, -1, (actor,), subject=False, acts=True))


def _dealing(scene: Scene, told: list[str]) -> tuple[str, ...]:
    """One actor a country whom a government's release with such a title is about, its leader first; () where it names no other country."""
    by_country: dict[str, str] = {}
    if scene.home is None or scene.home_person is None:
        return ()
    for actor in (scene.home_person, *told):
        country = scene.cast.actor(actor).country
        if country is None or actor == scene.home_person or scene.figures[actor].nature == "person":
            by_country.setdefault(country or actor, actor)
    for actor in told:
        by_country.setdefault(scene.cast.actor(actor).country or actor, actor)
    return tuple(by_country.values()) if 1 < len(by_country) <= MOST_PARTNERS else ()


def _publishing_government(scene: Scene, words: list[str]) -> str | None:
    """The country whose government publishes: by a seat ("Kremlin"), or an office or ministry with a country ("President of Chad")."""
    senses = senses_of(scene.registry, words, 0, len(words))
    seat = next((s for s in senses if s.kind == "seat" or (s.kind == "national" and s.sector == "GOV")), None)
    if seat is not None:
        return seat.country
    names = [s for _, _, s in names_of(scene.registry, words) if s.country]
    codes = {s.country for s in names if s.kind in ("country", "adjective")}
    if any(p in " ".join(words).lower() for p in OFFICIAL_HOUSES):
        codes |= {s.country for s in names if s.kind == "capital"}
    elif not any(_role(scene, words, i) for i in range(len(words))):
        return None
    return codes.pop() if len(codes) == 1 else None


def _offices(scene: Scene, words: list[str]) -> frozenset[str]:
    """Offices whose bureau a publisher's name tells: "Office of the President of Chad", "Ministry of Foreign Affairs"."""
    text = " ".join(words).lower()
    found = {o for part, office in BUREAUS for o in office if part in text}
    roles = (scene.registry.roles.get(" ".join(words[i:j]).lower()) for i in range(len(words)) for j in range(i + 1, i + 4))
    return frozenset(found | {r.office for r in roles if r is not None and r.office in TOP})


def _home_person(scene: Scene, country: str) -> str | None:
    """Whom the publishing office belongs to: who the document introduces as its holder; by the registry only where it introduces nobody."""
    offices = [o for o in TOP if o in scene.home_offices] or [o for o in scene.home_offices if o != "minister"] or _leading(scene, country)
    introduced = [f for f in scene.figures.values() if f.nature == "person" and not f.plural and scene.cast.actor(f.id).country == country]
    introduced = [f for f in introduced if scene.cast.actor(f.id).sector != "ELI"]
    for office in offices:
        holders = [f.id for f in introduced if office in f.offices]
        if holders:
            return holders[0] if len(holders) == 1 else None
    for office in offices if scene.day is not None else ():
        terms = scene.registry.holders.of(country, office, scene.day)  # type: ignore[arg-type]
        if len({t.name for t in terms}) == 1:
            return enter_term(scene, terms)
    return None


def _leading(scene: Scene, country: str) -> list[str]:
    """The offices of whoever leads a country whose government as such publishes: rather the one that the text speaks of more."""
    if country in REIGNED:
        return ["head_of_government"]
    told = Counter(h.role.office for h in scene.roles)
    return sorted(TOP, key=lambda office: -told[office])


def _in_title(scene: Scene) -> list[str]:
    """Persons and countries that the document's title names, in order; a country whose person it names counts through the person."""
    words = words_of(scene.document.title or "")
    persons = _persons(scene, words)
    for first, _, actor in persons:
        _introduced(scene, words, first, actor)
    persons += _titled_persons(scene, words, {k for first, last, _ in persons for k in range(first, last)})
    covered = {k for first, last, _ in persons for k in range(first, last)}
    found = [(first, actor) for first, _, actor in persons]
    shown = {scene.cast.actor(a).country for _, a in found}
    for first, _, sense in names_of(scene.registry, words):
        if first not in covered and sense.kind in ("country", "capital", "seat") and sense.country and sense.country not in shown:
            shown.add(sense.country)
            found.append((first, scene.government(sense.country)))
    return [actor for _, actor in sorted(found)]


def _persons(scene: Scene, words: list[str]) -> list[tuple[int, int, str]]:
    """(first word, behind its last, actor) of every person named in full, or by a surname that the text explains."""
    found: list[tuple[int, int, str]] = []
    i = 0
    while i < len(words):
        for j in range(min(i + 5, len(words)), i, -1):
            actor = _person(scene, words[i:j]) if words[i][0].isupper() else None
            if actor is not None:
                found.append((i, j, actor))
                i = j - 1
                break
        i += 1
    return found


def _person(scene: Scene, words: list[str]) -> str | None:
    name = fold(" ".join(words))
    known = scene.aliases.get(name)
    if known is not None:
        return known
    if len(words) == 1:
        return None
    terms: list[Holder] = scene.registry.holders.named(name)
    current = [t for t in terms if scene.day is None or t.holds(scene.day)]
    return enter_term(scene, current) if len({t.name for t in current}) == 1 else None


def _titled_persons(scene: Scene, words: list[str], taken: set[int]) -> list[tuple[int, int, str]]:
    """Persons whom only the title introduces: "Prime Minister Muster receives …"."""
    found = []
    spread = sum(w[0].isupper() for w in words) >= HEADLINE * len(words)
    for i in range(len(words)):
        role, j = _longest_role(scene, words, i)
        if role is None or role.kind != "person" or role.plural or role.office not in SINGLE | {"minister"} or j in taken:
            continue
        k = j
        while k < len(words) and k < j + (1 if spread else 3) and words[k][0].isupper() and not senses_of(scene.registry, words, k, k + 1):
            k += 1
        if k > j:
            found.append((i, k, _enter_titled(scene, words, i, role, " ".join(words[j:k]))))
    return found


def _introduced(scene: Scene, words: list[str], first: int, actor: str) -> None:
    """Lets a person have the role that the title gives them and the text does not: "Talks with Head of the Republic of Tuva Ito Muster"."""
    figure = scene.figures.get(actor)
    if figure is None or figure.roles or figure.nature != "person":
        return
    for i in range(max(0, first - LONGEST_TITLE), first):
        role, j = _longest_role(scene, words, i)
        if role is None or role.kind != "person" or role.plural or not all(w[0].isupper() or w in SMALL for w in words[j:first]):
            continue
        if j < first and words[j].lower() not in ("of", "for"):
            continue
        figure.roles.add(role.word.lower())
        figure.offices.update({role.office} if role.office and j == first and role.office != "leader" else ())
        scene.cast.refine(actor, country=scene.cast.actor(actor).country or scene.home, sector=role.sector)
        return


def _enter_titled(scene: Scene, words: list[str], i: int, role: Role, name: str) -> str:
    before = senses_of(scene.registry, words, i - 1, i) if i else ()
    country = next((s.country for s in before if s.kind == "adjective"), scene.home if role.office in scene.home_offices else None)
    if scene.home is not None and role.office in scene.home_offices and any(_holds(scene, f, role) for f in scene.figures.values()):
        country = country if country != scene.home else None
    figure = scene.figure(("titled", name), "person", name, country=country, sector=role.sector, role=role.word.lower())
    figure.roles.add(role.word.lower())
    figure.offices.update({role.office} if role.office else ())
    scene.primed.add(figure.id)
    scene.aliases.setdefault(fold(name).split()[-1], figure.id)
    return figure.id


def _holds(scene: Scene, figure: Figure, role: Role) -> bool:
    """Whether the figure holds the office in the publishing country."""
    return figure.nature == "person" and role.office in figure.offices and scene.cast.actor(figure.id).country == scene.home


def _longest_role(scene: Scene, words: list[str], i: int) -> tuple[Role | None, int]:
    for j in range(min(i + 4, len(words)), i, -1):
        role = scene.registry.roles.get(" ".join(words[i:j]).lower())
        if role is not None:
            return role, j
    return None, i


def _role(scene: Scene, words: list[str], i: int) -> bool:
    return any(" ".join(words[i:j]).lower() in scene.registry.roles for j in range(i + 1, min(i + 4, len(words)) + 1))


def forget_unused(scene: Scene) -> None:
    """Actors whom only the headline or the publisher brought in, and whom no word of the text came to mean."""
    meant = {a for m in scene.cast.mentions for a in m.actors} | scene.cast.told()
    for figure in list(scene.figures.values()):
        if figure.id in scene.primed and figure.id not in meant:
            scene.cast.forget(figure.id)
