"""Who "the president", "the island", "the group", "its neighbour" is, by what was said before."""

from __future__ import annotations

from ontherecord.actors.affiliations import is_plural
from ontherecord.actors.context import country_here
from ontherecord.actors.descriptions import fits_role, is_definite, state_word
from ontherecord.actors.history import History
from ontherecord.actors.introductions import gender_of
from ontherecord.actors.kinds import FIGHTERS, LOOSE, same_kind, same_word
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.offices import is_lesser_head
from ontherecord.actors.registry import Role
from ontherecord.actors.scene import Figure, Scene
from ontherecord.actors.story import story_country

GROUP_WORDS = frozenset({
    "group", "movement", "organisation", "organization", "militia", "militant group", "armed group", "faction", "rebel group", "network",
    "front", "party", "sect", "gang", "cartel", "insurgency", "clan", "band", "outfit",
})  # fmt: skip
BLOC_WORDS = frozenset({
    "bloc", "alliance", "union", "body", "organisation", "organization", "group", "world body", "grouping", "agency", "commission",
    "council", "court", "fund", "bank",
})  # fmt: skip
# Words that take up any group of people.
POINTING = frozenset({"the", "these", "those", "this", "that", "two", "three", "four", "both", "all", "same", "remaining", "said"})
ANY_PEOPLE = frozenset({"man", "woman", "person", "boy", "people", "youth"})
# Sectors of a state's own offices and bodies, of which each country has one.
ARMS = frozenset({"army", "police"})
STATE = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "SPY"})
# Offices of those who serve where another state's government sits.
ABROAD = frozenset({"ambassador", "embassy", "envoy", "negotiator", "counterpart"})
# Offices that bodies have as well as states.
HEADS = frozenset({"head_of_state", "head_of_government", "leader"})
# Plural words for those of whom a group or body consists.
OWN_PEOPLE = frozenset({"man", "men", "woman", "people", "member", "fighter", "gunman", "gunmen", "militant", "operative", "cadre"})
OTHER = frozenset({"neighbour", "neighbor", "rival", "foe", "adversary"})


def resolve_description(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """Whom a definite phrase without a country means: "the president", "the kingdom", "the group"; () where that cannot be told."""
    state = state_word(scene, nominal)
    if scene.parsed.tokens[nominal.head].lower == "interlocutor" and len(scene.dealing) == 2:
        return scene.dealing[1:]  # whom the publisher's own leader speaks with
    if not is_definite(scene, nominal):
        return ()
    if is_plural(scene, nominal):
        return _same_group(scene, nominal, history)
    if state and state != "union":
        return _state(scene, nominal, history, state)
    role = nominal.role.role if nominal.role else None
    if is_lesser_head(scene, nominal):
        return ()
    if role is not None and role.kind == "person":
        return _titled(scene, nominal, history, role)
    word = role.word.lower() if role is not None else scene.parsed.tokens[nominal.head].lemma.lower()
    found = _body(scene, nominal, history, word, role) if role is not None or word in BLOC_WORDS else ()
    return found or _european(scene, nominal)


def _european(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """ "The Union" with a capital, where Brussels acts or anything European is named."""
    union = scene.registry.names.get("European Union", ())
    written = scene.parsed.tokens[nominal.head].text == "Union" and not nominal.modifiers and nominal.label is None
    if not union or not written or not any(scene.cast.actor(f.id).country == "EUR" for f in scene.figures.values()):
        return ()
    return (scene.body(union[0]),)


def resolve_other(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """Who is told by whose they are: "its neighbour", the one other country that the last sentences name; "its men", "its president"."""
    theirs = _of_body(scene, nominal)
    if theirs:
        return theirs
    if scene.parsed.tokens[nominal.head].lemma not in OTHER or is_plural(scene, nominal):
        return ()
    owners = scene.cast.at(nominal.possessor) if nominal.possessor is not None else None
    if owners is None or len(owners.actors) != 1 or scene.figures[owners.actors[0]].nature not in ("state", "person"):
        return ()
    own = scene.cast.countries(owners.actors)
    sentence = scene.parsed.tokens[nominal.head].sent
    for spoken in (history.within(sentence), *history.back(sentence, 2)):
        codes = {c for s in spoken if s.head < nominal.head for c in scene.cast.countries(s.actors)} - own
        codes = {c for c in codes if c in scene.registry.countries}
        if codes:
            return (scene.government(codes.pop()),) if len(codes) == 1 else ()
    return ()


def _of_body(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """ "Its men" are the body or group itself; "its president" is that body's, not the country's."""
    role = nominal.role.role if nominal.role is not None else None
    if role is None or role.kind != "person" or nominal.possessor is None:
        return ()
    owners = scene.cast.at(nominal.possessor)
    if owners is None or len(owners.actors) != 1 or not owners.acts:
        return ()
    owner, actor = scene.figures[owners.actors[0]], scene.cast.actor(owners.actors[0])
    if owner.nature not in ("body", "group", "outlet") or actor.sector == "GOV" or owner.plural:
        return ()
    if role.plural or is_plural(scene, nominal):
        return owners.actors if role.word.removesuffix("s") in OWN_PEOPLE and nominal.head - nominal.possessor <= 2 else ()
    if role.office not in HEADS or nominal.modifiers:
        return ()
    known = [f.id for f in scene.figures.values() if f.nature == "person" and fits_role(role, f)]
    known = [k for k in known if (c := scene.cast.actor(k)).sector == actor.sector and c.country == actor.country]
    if len(known) == 1:
        return (known[0],)
    words = role.word.lower()
    figure = scene.figure(
        ("heads", owner.id, words), "person", f"{words} of {actor.name}", country=actor.country, sector=actor.sector, role=words
    )
    figure.roles.add(words)
    return (figure.id,)


def _same_group(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """ "the guards": the group spoken of last that they can be; rather one that the same word told, or one of the same kind."""
    if nominal.role is None:
        return ()
    role = nominal.role.role
    groups = sorted((a for a in history.last_head if scene.figures[a].plural), key=lambda a: -history.last_head[a])
    plain = _bare(scene, nominal)
    found = [a for a in groups if same_word(role, scene.figures[a])]
    if not found and plain and role.word == "authority" and (country := country_here(scene, nominal, role.sector)) is not None:
        return (scene.government(country),)
    found = found or [a for a in groups if plain and same_kind(role, scene.figures[a])]
    if found:
        return (found[0],)
    if plain and role.word in FIGHTERS:
        return _fighting(scene, history)
    return (
        ()
        if role.word not in ANY_PEOPLE or not plain or nominal.words != ("the",)
        else _crowd(scene, nominal, history, _gender(scene, nominal))
    )


def _bare(scene: Scene, nominal: Nominal) -> bool:
    """Whether nothing but an article, a pointing word or a number stands before the word."""
    return all(scene.parsed.tokens[k].lower in POINTING for k in range(nominal.first, nominal.head))


def _gender(scene: Scene, nominal: Nominal) -> str:
    return gender_of(scene.parsed.tokens[nominal.head].lower)


def _fighting(scene: Scene, history: History) -> tuple[str, ...]:
    """ "the militants": the armed group that the text so far names, where it is one."""
    groups = [a for a in history.last_head if scene.figures[a].nature == "group" and scene.cast.actor(a).sector in ("REB", "UAF")]
    return (groups[0],) if len(groups) == 1 else ()


def _crowd(scene: Scene, nominal: Nominal, history: History, gender: str) -> tuple[str, ...]:
    """ "the men": the group that was spoken of last, whatever it was called, but not whoever does something to them or says it of them."""
    sentence = scene.parsed.tokens[nominal.head].sent
    above = (v.i for v in scene.grammar.governors(nominal.head) if scene.grammar.is_verb(v.i))
    barred = {a for v in above for i in scene.grammar.subjects(v) if (m := scene.cast.at(i)) is not None for a in m.actors}
    for spoken in (history.within(sentence), *history.back(sentence, 2)):
        figures = [scene.figures[a] for s in spoken if s.acts for a in s.actors if a not in barred]
        crowds = [f.id for f in figures if f.plural and f.nature == "group" and gender in (f.gender or gender, "")]
        if crowds:
            return (crowds[-1],)
    return ()


def _titled(scene: Scene, nominal: Nominal, history: History, role: Role) -> tuple[str, ...]:
    """ "the minister": the last person before who is one; rather a subject, rather somebody not named in this sentence."""

    former = bool({"former", "ex"} & set(nominal.words)) or role.sector == "ELI"

    def fits(figure: Figure) -> bool:
        fitting = figure.nature == ("group" if role.plural else "person") and fits_role(role, figure)
        if role.word == "minister" and "head_of_government" in figure.offices:
            return False
        return fitting and (scene.cast.actor(figure.id).sector == "ELI") == former

    candidates = [f.id for f in scene.figures.values() if fits(f)]
    if not candidates or _of_another(scene, nominal):
        return ()
    own = [c for c in candidates if scene.home is not None and scene.cast.actor(c).country == scene.home]
    if scene.home_person in own or len(own) == 1:
        return (scene.home_person if scene.home_person in own else own[0],)
    before = _of_story(scene, nominal, history, [c for c in candidates if c in history.last_head] or candidates, role)
    if not before:
        return ()
    if len(before) == 1:
        return (before[0],)
    sentence = scene.parsed.tokens[nominal.head].sent
    beside = {a for m in _named_in(scene, sentence) for a in m}
    apart = [c for c in before if c not in beside] or before
    if len(apart) == 1:
        return (apart[0],)
    for spoken in history.back(sentence, 6):
        subjects = [a for s in spoken if s.subject and s.quotation == -1 for a in s.actors if a in apart]
        here = list(dict.fromkeys(subjects or [a for s in spoken if s.quotation == -1 for a in s.actors if a in apart]))
        if here:
            return (here[0],) if len(here) == 1 or subjects else ()
    return ()


def _of_another(scene: Scene, nominal: Nominal) -> bool:
    """ "the president of the confederation": whose office it is stands behind, and is no state."""
    behind = scene.grammar.behind(nominal.head, "of")
    heads = [m for k in behind if k > nominal.head and (m := scene.cast.at(k)) is not None]
    known = bool(heads) and any(scene.figures[a].nature in ("state", "person") for a in heads[0].actors)
    tokens = scene.parsed.tokens
    return bool(behind) and not known and tokens[behind[0]].lemma not in ("state", "government", "republic", "country", "nation")


def _of_story(scene: Scene, nominal: Nominal, history: History, candidates: list[str], role: Role | None) -> list[str]:
    """Whom the state's own "president", "army" can mean in a report of one country: that country's; others only right after their name."""
    domestic = role is not None and role.sector in STATE and role.office not in ABROAD
    story = story_country(scene) if scene.home is None and domestic else None
    if story is None:
        return candidates
    foreign = scene.registry.countries.keys() - {story}
    return [c for c in candidates if scene.cast.actor(c).country not in foreign or _just_told(scene, nominal, history, c)]


def _just_told(scene: Scene, nominal: Nominal, history: History, actor: str) -> bool:
    """Whether somebody was spoken of in the phrase's sentence or the one before."""
    told, tokens = history.last_head.get(actor, -1), scene.parsed.tokens
    return told >= 0 and tokens[told].sent >= tokens[nominal.head].sent - 1


def _named_in(scene: Scene, sentence: int) -> list[tuple[str, ...]]:
    """Actors that the sentence names, wherever in it."""
    s = scene.parsed.sentences[sentence]
    return [m.actors for i in range(s.first, s.last) if (m := scene.cast.at(i)) is not None and m.kind == "name"]


def _state(scene: Scene, nominal: Nominal, history: History, word: str) -> tuple[str, ...]:
    """ "the kingdom": the last country before of which the word is true; "the country": the last one before."""
    sentence, i = scene.parsed.tokens[nominal.head].sent, nominal.head
    general = word in ("country", "nation", "state", "homeland", "territory")
    for n, spoken in enumerate((history.within(sentence), *history.back(sentence, 8 if not general else 3))):
        fitting = [s for s in spoken if s.head < i for a in s.actors if _is(scene, a, word)]
        codes = dict.fromkeys(c for s in fitting for c in sorted(scene.cast.countries(s.actors)) if _kind(scene, c, word))
        if len(codes) == 1:
            return (scene.government(next(iter(codes))),)
        if codes and not general:
            return (scene.government(list(codes)[-1]),)
        if codes:
            subject = next((s for s in fitting if s.subject and len(s.actors) == 1), None)
            return (scene.government(next(iter(scene.cast.countries(subject.actors)))),) if subject is not None and n < 2 else ()
    if general:
        return ()
    known = [c for c in scene.evidence.count if _kind(scene, c, word)]
    return (scene.government(known[0]),) if len(known) == 1 else ()


def _is(scene: Scene, actor: str, word: str) -> bool:
    code = scene.cast.actor(actor).country
    return code is not None and _kind(scene, code, word)


def _kind(scene: Scene, code: str, word: str) -> bool:
    known = scene.registry.countries.get(code)
    return known is not None and (word in known.kinds or word in ("country", "homeland"))


def _body(scene: Scene, nominal: Nominal, history: History, word: str, role: Role | None) -> tuple[str, ...]:
    """ "the ministry", "the rebels", "the bloc": the last one before that has the role."""

    def fits(figure: Figure) -> bool:
        if figure.nature in ("person", "state") or "weapons" in figure.offices:
            return False
        if figure.plural and not (role and (role.plural or role.kind == "group")):
            return False
        if role is not None and role.office in ARMS and scene.cast.actor(figure.id).sector in ("REB", "UAF"):
            return False  # "the army" is no rebels', whatever they call themselves
        if word in figure.roles or (role is not None and (same_kind(role, figure) if role.office in LOOSE else fits_role(role, figure))):
            return True
        return word in GROUP_WORDS and figure.nature == "group" and not figure.plural

    known = sorted(history.last_head, key=lambda a: -history.last_head[a])
    fitting = _of_story(scene, nominal, history, [a for a in known if fits(scene.figures[a])], role)
    called = [a for a in fitting if scene.cast.actor(a).name.lower().endswith(word)]
    return tuple((called or fitting)[:1])
