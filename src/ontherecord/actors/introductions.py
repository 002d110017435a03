"""How a document introduces somebody: titles before a name, appositions behind it, "X is the … of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ontherecord.actors.affiliations import Affiliation, affiliation, affiliation_of_names, is_plural
from ontherecord.actors.genders import given_names
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.registry import INTERNATIONAL, Role
from ontherecord.actors.roles import RoleHit
from ontherecord.actors.scene import Scene
from ontherecord.actors.spelling import fold

FORMER = frozenset({"former", "ex", "then", "late", "ousted", "deposed", "onetime", "erstwhile", "retired", "outgoing", "predecessor"})
STILL = frozenset({"outgoing"})
DEPUTIES = frozenset({"deputy", "vice", "assistant"})
KIN = frozenset({"wife", "husband", "spouse", "son", "daughter", "brother", "sister", "mother", "father", "widow", "widower"})
# Tokens of a title with all that it is of, and tags of the words in it.
LONGEST_TITLE = 14
IN_TITLES = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "IN", "TO", "DT", "POS", "CC"})
HONORIFICS = {
    "mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "sir": "m", "lord": "m", "lady": "f", "dame": "f",
    "dr": "", "dr.": "", "madam": "f", "madame": "f", "monsieur": "m", "senor": "m", "sheikh": "m", "sheik": "m", "prof": "", "prof.": "",
    "rev.": "", "hon.": "", "h.e.": "", "hon": "", "honourable": "", "honorable": "",
    "excellency": "", "señor": "m", "señora": "f", "mullah": "m", "maulana": "m", "ayatollah": "m",
}  # fmt: skip
WOMEN = (
    "woman", "women", "queen", "princess", "mother", "wife", "widow", "daughter", "sister", "girl", "duchess", "empress", "actress",
    "baroness",
)  # fmt: skip
MEN = (
    "man", "men", "king", "prince", "father", "husband", "son", "brother", "boy", "duke", "emperor", "emir", "sultan", "pope",
    "patriarch", "imam", "sheikh", "count",
)  # fmt: skip


@dataclass(slots=True)
class Introduction:
    """What one place of a text says of a name: role words as written, the roles, whose, and whether it is over."""

    words: str = ""
    roles: list[Role] = field(default_factory=list)
    affiliation: Affiliation = field(default_factory=Affiliation)
    former: bool = False
    gender: str = ""

    def __bool__(self) -> bool:
        return bool(self.roles or self.affiliation)


def introductions(scene: Scene, nominal: Nominal) -> Iterator[Introduction]:
    """All that the text around one mention of a name says of who it is."""
    titled = _titled_of(scene, nominal)
    if titled is not None:
        yield titled
    own = _before(scene, nominal)
    if own:
        yield own
    shared = _shared_title(scene, nominal)
    if shared is not None:
        yield shared
    torn = _role_before_country(scene, nominal)
    if torn is not None:
        yield torn
    for other in _beside(scene, nominal.head):
        if _of_kin(scene, other):
            continue
        told = describe(scene, other) if not is_plural(scene, other) else _one_of(scene, nominal.head, other)
        if told.roles:
            yield told


def _shared_title(scene: Scene, nominal: Nominal) -> Introduction | None:
    """ "Presidents Ito Muster and Ana Kova": the title of the first is the second's too."""
    first = scene.grammar.first_conjunct(nominal.head)
    other = scene.nominals.get(first)
    if first == nominal.head or nominal.titles or other is None or not other.titles or not other.titles[-1].role.plural:
        return None
    roles = [h.role for h in other.titles]
    words = scene.parsed.span(other.titles[0].first, other.titles[-1].last).of(scene.parsed.text)
    return Introduction(words, roles, affiliation_of_names(list(other.modifiers), scene))


def _one_of(scene: Scene, head: int, group: Nominal) -> Introduction:
    """ "the envoys of Chad and Mali, Ito Muster and Ana Kova": of names as many as countries each is of its own."""
    named = scene.grammar.conjuncts(scene.grammar.first_conjunct(head))
    if len(named) < 2 or head not in named:
        return Introduction()  # one name beside a plural is another item of a list
    told = describe(scene, group)
    codes = told.affiliation.countries
    own = (codes[named.index(head)],) if len(codes) == len(named) else codes if len(codes) == 1 else ()
    told.affiliation = Affiliation(own)
    return told


def _titled_of(scene: Scene, nominal: Nominal) -> Introduction | None:
    """ "President of the Republic of Chad Ito Muster": the title before the country before the name, however it was parsed."""
    if nominal.chain is None:
        return None
    first = nominal.titles[0].first if nominal.titles and nominal.titles[-1].last == nominal.chain[0] - 1 else nominal.chain[0]
    name = scene.name_before(first)
    if name is None:
        return _long_title(scene, nominal)
    before = name.first - 1 if scene.parsed.tokens[name.first - 1].lower == "the" else name.first
    hit = scene.role_before(before - 1) if before > 1 and scene.parsed.tokens[before - 1].lower in ("of", "for") else None
    if hit is None or hit.role.kind != "person":
        return _long_title(scene, nominal)
    for k in range(hit.first, hit.last + 1):
        if k in scene.nominals:
            scene.named_by[k] = nominal.head
    whose = affiliation_of_names([name], scene)
    first = hit.first - (scene.parsed.tokens[hit.first - 1].lower in DEPUTIES)
    return Introduction(scene.parsed.span(first, hit.last).of(scene.parsed.text), [hit.role], whose, gender=gender_of(hit.role.word))


def _long_title(scene: Scene, nominal: Nominal) -> Introduction | None:
    """ "Adviser to the Head of the President's Office Ito Muster": the title with all that it is of, right before the name."""
    tokens = scene.parsed.tokens
    if nominal.chain is None or nominal.chain[0] == nominal.chain[1]:
        return None
    name = nominal.chain[0]
    first = name
    sentence = scene.parsed.sentences[tokens[name].sent].first
    others = {
        n.chain[1] for n in scene.nominals.values() if n.chain and n.chain[1] < name and fold(tokens[n.chain[0]].text) in given_names()
    }
    while first > sentence and name - first < LONGEST_TITLE and tokens[first - 1].tag in IN_TITLES and first - 1 not in others:
        first -= 1
    if name - first < 3 or tokens[name - 1].tag in ("IN", "TO", "DT", "CC", "POS"):
        return None
    hits = (h for h in scene.roles if first <= h.first and h.last + 2 < name and h.role.kind == "person" and not h.role.plural)
    hit = next((h for h in hits if tokens[h.first].text[0].isupper() and tokens[h.last + 1].lower in ("of", "to", "for")), None)
    if hit is None:
        return None
    if nominal.titles and tokens[nominal.titles[0].first - 1].tag in ("IN", "TO"):
        return None  # "adviser to President Ito Muster" is somebody else
    if nominal.titles and nominal.titles[0].first > hit.last:
        nominal.titles = ()  # "Head of the Office of the President Ito Muster" is no president
    for k in range(hit.first, hit.last + 1):
        if k in scene.nominals:
            scene.named_by[k] = nominal.head
    start = hit.first - (hit.first > first and tokens[hit.first - 1].lower in DEPUTIES)
    within = [n for n in scene.names if hit.last < n.first < name]
    within = [n for n in within if n.sense.kind != "adjective" or n.sense.country not in INTERNATIONAL]  # "for European Integration"
    whose = affiliation_of_names(within[:1], scene)
    if not whose and scene.home is not None and hit.role.sector in (None, "GOV"):
        whose = Affiliation((scene.home,))
    return Introduction(scene.parsed.span(start, hit.last).of(scene.parsed.text), [hit.role], whose, gender=gender_of(hit.role.word))


def describe(scene: Scene, nominal: Nominal) -> Introduction:
    """What a nominal with a role word says: "the former Austrian chancellor"."""
    hits = [*nominal.titles, nominal.role] if nominal.role else list(nominal.titles)
    return _introduction(scene, nominal, [h for h in hits if h is not None])


def _before(scene: Scene, nominal: Nominal) -> Introduction:
    told = _introduction(scene, nominal, list(nominal.titles))
    if nominal.chain is not None:
        told.gender = told.gender or HONORIFICS.get(scene.parsed.tokens[nominal.chain[0]].lower, "")
    return told


def _introduction(scene: Scene, nominal: Nominal, hits: list[RoleHit]) -> Introduction:
    tokens = scene.parsed.tokens
    told = Introduction(roles=[h.role for h in hits], affiliation=affiliation(scene, nominal))
    if hits:
        first, last = hits[0].first, hits[-1].last
        told.words = scene.parsed.span(first, last).of(scene.parsed.text)
        told.gender = gender_of(tokens[last].lower)
    around = {w.lstrip("-") for w in nominal.words}
    told.former = bool(around & FORMER) and not around & STILL
    return told


def _beside(scene: Scene, head: int) -> Iterator[Nominal]:
    """Nominals that stand in apposition to the name, or are said to be it."""
    grammar, tokens = scene.grammar, scene.parsed.tokens
    for child in grammar.children(head, "appos"):
        if child in scene.nominals:
            yield scene.nominals[child]
    first, token = grammar.first_conjunct(head), tokens[head]
    if tokens[first].dep == "appos":
        above = _role_above(scene, tokens[first].head)
        if above is not None and (is_plural(scene, above) or first == head):
            if above.head != tokens[first].head and not is_plural(scene, above):
                scene.named_by.setdefault(above.head, head)  # "his colleague from Chad, Ito Muster"
            yield above
        elif first == head and token.head in scene.nominals:
            yield scene.nominals[token.head]
    written = _written_before(scene, head) if tokens[first].dep != "appos" else None
    if written is not None:
        yield written
    for clause in (*grammar.children(head, "relcl"), *([token.head] if token.dep == "nsubj" else [])):
        if tokens[clause].lemma in ("be", "become") and not grammar.negated(clause):
            attribute = grammar.child(clause, "attr")
            if attribute is not None and attribute in scene.nominals:
                yield scene.nominals[attribute]


def _written_before(scene: Scene, head: int) -> Nominal | None:
    """The role phrase that stands right before a name between commas, whatever the parser hung the name on."""
    tokens = scene.parsed.tokens
    nominal = scene.nominals.get(scene.grammar.first_conjunct(head))
    if nominal is None or nominal.chain is None or nominal.first < 2 or tokens[nominal.first - 1].text != ",":
        return None
    last = scene.grammar.conjuncts(nominal.head)[-1]
    closed = last + 1 >= len(tokens) or tokens[last + 1].text in (",", ".", ";", ":") or tokens[last + 1].sent != tokens[last].sent
    before = next((n for n in scene.nominals.values() if n.last == nominal.first - 2), None)
    above = _role_above(scene, before.head) if closed and before is not None else None
    return above if above is not None and is_plural(scene, above) == (last != nominal.head) else None


def _of_kin(scene: Scene, nominal: Nominal) -> bool:
    """Whether a role phrase only tells whose relative is named: "the wife of the President of Chad, Ana Kova"."""
    tokens = scene.parsed.tokens
    preposition = tokens[tokens[nominal.head].head]
    return preposition.lower == "of" and tokens[preposition.head].lemma.lower() in KIN


def _role_before_country(scene: Scene, nominal: Nominal) -> Introduction | None:
    """ "met the minister from Chad, Ito Muster": the title before the country before the name, where the parse hangs "from" on the verb."""
    tokens = scene.parsed.tokens
    if nominal.chain is None or nominal.first < 4 or tokens[nominal.first - 1].text != ",":
        return None
    name = scene.name_before(nominal.first - 1)
    if name is None or tokens[name.first - 1].lower not in ("of", "from"):
        return None
    before = next((n for n in scene.nominals.values() if n.last == name.first - 2), None)
    if before is None or before.role is None or before.role.role.kind != "person" or is_plural(scene, before):
        return None
    if before.head in (tokens[name.first - 1].head, tokens[nominal.head].head):
        return None  # the parse is whole
    told = describe(scene, before)
    told.affiliation = affiliation_of_names([name], scene)
    scene.named_by[before.head] = nominal.head
    return told


def _role_above(scene: Scene, i: int) -> Nominal | None:
    """The role phrase of persons that the token heads or stands behind in: "Chile" of "the envoys of Peru and Chile, …"."""
    nominal = scene.nominals.get(i)
    while nominal is not None and nominal.role is None and nominal.name is not None:
        preposition = scene.parsed.tokens[scene.parsed.tokens[scene.grammar.first_conjunct(nominal.head)].head]
        if preposition.dep != "prep" or preposition.lower not in ("of", "for", "from") or preposition.head == nominal.head:
            return None
        nominal = scene.nominals.get(preposition.head)
    return nominal if nominal is not None and nominal.role is not None and nominal.role.role.kind == "person" else None


def gender_of(word: str) -> str:
    """ "m" or "f" where a role word tells."""
    if word.endswith(WOMEN):
        return "f"
    return "m" if word.endswith(MEN) else ""
