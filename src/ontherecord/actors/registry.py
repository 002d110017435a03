"""What the shipped tables know of actors: names and what they can mean, role words, office holders."""

from __future__ import annotations

import contextlib
import functools
import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from ontherecord.actors.holders import Holders, read_holders
from ontherecord.actors.spelling import FIRST, PIECE, fold
from ontherecord.lexicons.tables import HERE, Row, read_table

SenseKind = Literal["country", "people", "adjective", "capital", "seat", "place", "body", "national", "armed", "outlet", "own"]
RoleKind = Literal["person", "group", "body"]
# Heads of names and descriptions whose sector only their names or context tell.
GENERIC = ("group", "movement", "organisation", "organization", "front", "network", "forum", "tribe", "coalition")
HEADS_OF_BODIES = ("secretary general", "secretary-general", "director general", "director-general", "high representative")
PEERS = (("counterpart", "counterparts"), ("colleague", "colleagues"), ("opposite number", "opposite numbers"), ("guest", "guests"))
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


class Sense(msgspec.Struct, frozen=True, gc=False):
    """One thing that a name can mean. `countries` has several codes where the name fits several ("Congolese")."""

    kind: SenseKind
    name: str
    countries: tuple[str, ...]
    sector: str | None = None
    ownership: str | None = None
    ambiguous: bool = False
    disputed: bool = False
    kinds: frozenset[str] = frozenset()
    since: int | None = None
    until: int | None = None
    role: str | None = None

    @property
    def country(self) -> str | None:
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def fights(self) -> bool:
        """Armed groups, whichever table tells of them."""
        return self.sector in ("REB", "UAF", "PRM", "CRM")

    def lasts(self, year: int | None) -> bool:
        """Whether the body was there in the year."""
        return year is None or ((self.since is None or self.since <= year) and (self.until is None or year <= self.until))

    @property
    def political(self) -> bool:
        """Names that can stand for a country's government."""
        return self.kind in ("country", "capital", "seat")


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: str
    kinds: frozenset[str]
    region: str
    partial: bool


class Role(msgspec.Struct, frozen=True, gc=False):
    """A word for somebody's role ("foreign minister", "soldiers", "parliament")."""

    word: str
    kind: RoleKind
    sector: str | None
    office: str | None
    speaks_for: bool
    plural: bool


@dataclass(slots=True)
class Registry:
    """All tables, by name.

    `names` maps folded spellings to senses, `longest` the first word of names to the pieces of the longest that begins so,
    `prefixes` "Sino" to CHN, `roles` lower-case words to roles.
    """

    names: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    role_longest: dict[str, int] = field(default_factory=dict)
    holders_path: Path | None = None
    _holders: Holders | None = None
    _shouted: dict[str, str] = field(default_factory=dict)
    shouted_longest: dict[str, int] = field(default_factory=dict)

    @property
    def holders(self) -> Holders:
        """Office holders; read when first asked for."""
        if self._holders is None:
            path = self.holders_path
            with _uncollected():
                rows = read_holders(path, {*self.countries, *INTERNATIONAL}) if path and path.exists() else ()
                self._holders = Holders(rows)
        return self._holders

    def know(self, spelling: str, sense: Sense) -> None:
        """One more spelling of a sense. Tables have tens of thousands, so the plain ones take the short way."""
        key = spelling if spelling.isascii() else fold(spelling)
        had = self.names.get(key)
        if had is None:
            self.names[key] = (sense,)
        elif sense not in had:
            self.names[key] = (*had, sense)
        first, blank, _ = key.partition(" ")
        if first.isalnum():
            pieces = 1 if not blank else _most_pieces(key)
        else:
            match = FIRST.match(key)
            if match is None:
                return
            first, pieces = match[0], _most_pieces(key)
        if pieces > self.longest.get(first, 0):
            self.longest[first] = pieces

    @property
    def shouted(self) -> dict[str, str]:
        """Spellings in capitals to the usual ones; made when first asked for."""
        if not self._shouted:
            self._shouted = {name.upper(): name for name in reversed(self.names) if len(name) > 3}
            self.shouted_longest = {first.upper(): most for first, most in sorted(self.longest.items(), key=lambda f: f[1])}
        return self._shouted

    def play(self, word: str, role: Role) -> None:
        """One more role word, lower case."""
        self.roles.setdefault(word, role)
        first, blank, rest = word.partition(" ")
        if first.isalnum() and rest.replace(" ", "").isalnum() == bool(blank):
            pieces = 1 + word.count(" ")
        else:
            parts = PIECE.findall(word)
            first, pieces = parts[0], len(parts)
        if pieces > self.role_longest.get(first, 0):
            self.role_longest[first] = pieces


def _most_pieces(key: str) -> int:
    """Tokens that a spelling has at most."""
    return 1 + key.count(" ") + 2 * (key.count("-") + key.count("'") + key.count("&"))


@functools.cache
def load(folder: Path = HERE) -> Registry:
    """The registry of the tables in a folder, the shipped ones by default. Raises LexiconError for a row that cannot be right."""
    with _uncollected():
        return _read(folder)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Holds the garbage collector while the tables are read: they make 50,000 objects that all stay, which it would go through again
    and again, for a sixth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read(folder: Path) -> Registry:
    registry = Registry(holders_path=folder / "holders.tsv")
    for row in _rows(folder / "countries.tsv", "code", "name", "names", "adjectives", "peoples", "capitals", "seats", "kinds"):
        _country(registry, row)
    for row in _rows(folder / "roles.tsv", "word", "plural", "kind", "sector", "office", "speaks_for"):
        _role(registry, row)
    for word in GENERIC:
        registry.play(word, Role(word, "group", None, None, speaks_for=False, plural=False))
    for word in HEADS_OF_BODIES:
        registry.play(word, Role(word, "person", None, "leader", speaks_for=False, plural=False))
    for word, plural in PEERS:
        registry.roles.pop(word, None)
        registry.play(word, Role(word, "person", "GOV", "counterpart", speaks_for=False, plural=False))
        registry.play(plural, Role(word, "person", "GOV", "counterpart", speaks_for=False, plural=True))
    for file, kind in _NAMED:
        seen: dict[tuple[str, str, str], int] = {}
        for row in _rows(folder / file, "name", "aliases"):
            _refuse_second(row, seen)
            _know_named(registry, row, kind)
    return registry


_NAMED: tuple[tuple[str, SenseKind], ...] = (
    ("places.tsv", "place"),
    ("bodies.tsv", "body"),
    ("national_bodies.tsv", "national"),
    ("armed_groups.tsv", "armed"),
    ("outlets.tsv", "outlet"),
)


def _rows(path: Path, *columns: str) -> Iterator[Row]:
    return read_table(path, columns) if path.exists() else iter(())


def _truth(cell: str) -> bool:
    return cell.strip().lower() in ("1", "yes", "true", "y")


def _country(registry: Registry, row: Row) -> None:
    code = row["code"]
    if code in registry.countries:
        raise row.wrong(f"{code} has a row already.")
    registry.countries[code] = Country(code, row["name"], frozenset(_several(row, "kinds")), row["region"], _truth(row["partial"]))
    spellings: tuple[tuple[SenseKind, Iterable[str]], ...] = (
        ("country", (row["name"], *_several(row, "names"))),
        ("adjective", _several(row, "adjectives")),
        ("people", _several(row, "peoples")),
        ("capital", _several(row, "capitals")),
        ("seat", _several(row, "seats")),
    )
    ambiguous = frozenset(_several(row, "ambiguous"))
    for kind, names in spellings:
        for name in names:
            _know_country(registry, kind, name, row, ambiguous=name in ambiguous)
    if "prefixes" in row.values:
        registry.prefixes.update(dict.fromkeys(_several(row, "prefixes"), code))


def _know_country(registry: Registry, kind: SenseKind, name: str, row: Row, *, ambiguous: bool) -> None:
    """A people, adjective or capital that two countries share becomes one sense with both codes."""
    sector = "CVL" if kind == "people" else "GOV"
    shared = next((s for s in registry.names.get(fold(name), ()) if s.kind == kind), None)
    if shared is None:
        registry.know(name, Sense(kind, row["name"], (row["code"],), sector, ambiguous=ambiguous))
    elif row["code"] not in shared.countries:
        joint = Sense(kind, name, (*shared.countries, row["code"]), sector)
        registry.names[fold(name)] = tuple(joint if s is shared else s for s in registry.names[fold(name)])


def _role(registry: Registry, row: Row) -> None:
    if row["word"].startswith(("former ", "ex-")):
        return  # "former" is read apart from the role, so that it works for all of them
    if row["kind"] not in ("person", "group", "body"):
        raise row.wrong(f"the kind of a role is person, group or body, not {row['kind']!r}.")
    facts = (row["sector"] or None, row["office"] or None, bool(row["speaks_for"]) and _truth(row["speaks_for"]))
    kind: RoleKind = row["kind"]  # type: ignore[assignment]
    registry.play(row["word"].lower(), Role(row["word"], kind, *facts, plural=False))
    for plural in _several(row, "plural"):
        registry.play(plural.lower(), Role(row["word"], kind, *facts, plural=True))


def _several(row: Row, column: str) -> tuple[str, ...]:
    """`Row.list` for a column that a table may lack."""
    return row.list(column) if row.values.get(column) else ()


def _refuse_second(row: Row, seen: dict[tuple[str, str, str], int]) -> None:
    """A name has one row a country and time."""
    get = row.values.get
    first = seen.setdefault((row["name"], get("country") or get("code") or "", get("from") or ""), row.line)
    if first != row.line:
        raise row.wrong(f"{row['name']} has a row already, in line {first}.")


def _know_named(registry: Registry, row: Row, kind: SenseKind) -> None:
    sense = _named(registry, row, kind)
    doubtful = sense
    forms = _several(row, "ambiguous")
    if forms:
        doubtful = msgspec.structs.replace(sense, ambiguous=True)
    registry.know(row["name"], doubtful if row["name"] in forms else sense)
    for spelling in row.list("aliases"):
        registry.know(spelling, doubtful if spelling in forms else sense)
    if kind == "place":
        _know_related(registry, row, sense)


def _know_related(registry: Registry, row: Row, place: Sense) -> None:
    """ "Bavarian", "Bavarians"."""
    related: tuple[tuple[SenseKind, str, str], ...] = (("adjective", "adjectives", "GOV"), ("people", "peoples", "CVL"))
    for kind, column, sector in related:
        for spelling in _several(row, column):
            registry.know(spelling, Sense(kind, place.name, place.countries, sector, ambiguous=place.ambiguous))


def _year(row: Row, column: str) -> int | None:
    cell = row.values.get(column)
    if not cell:
        return None
    if not cell[:4].isdigit():
        raise row.wrong(f"{cell!r} in column {column} is no year.")
    return int(cell[:4])


def _named(registry: Registry, row: Row, kind: SenseKind) -> Sense:
    """The sense of a row of a table whose rows have a name and aliases."""
    get = row.values.get
    country = get("code") or get("country") or ""
    codes = () if not country else tuple(country.split("|")) if "|" in country else (country,)
    for code in codes:
        if code not in registry.countries and code not in INTERNATIONAL:
            raise row.wrong(f"{code!r} is no country of countries.tsv and no international code ({', '.join(sorted(INTERNATIONAL))}).")
    sector = get("sector") or ("JRN" if kind == "outlet" else "GOV" if kind == "place" else None)
    doubtful, kinds = get("ambiguous"), get("kinds") or (get("kind") if kind == "outlet" else None)
    return Sense(
        kind, row["name"], codes, sector, get("ownership") or None, bool(doubtful and _truth(doubtful)), bool(get("disputed")),
        frozenset(kinds.split("|")) if kinds else frozenset(), _year(row, "from"), _year(row, "to"),
    )  # fmt: skip
