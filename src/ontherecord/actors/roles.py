"""Role words in a text: "foreign minister", "soldiers", "Supreme Court"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontherecord.actors.registry import Registry, Role
from ontherecord.language import Parsed

NOUNISH = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "FW"})

# Role words that begin names of bodies more often than they name somebody.
IN_NAMES = frozenset({"national", "state", "native", "civil", "children", "refugees", "security", "union", "local"})
ADJECTIVES = frozenset({"JJ", "VBN", "VBG"})
# Offices that one person of a country holds at a time: "the presidents of Chad and Mali" are two persons.
SINGLE = frozenset({
    "head_of_state", "head_of_government", "leader", "foreign_minister", "defence_minister", "interior_minister", "finance_minister",
    "trade_minister", "vice_president", "crown_prince", "speaker", "national_security_adviser",
})  # fmt: skip
# Trades that are surnames more often than anybody's title where they are written with a capital.
CRAFTS = frozenset({
    "baker", "boxer", "brewer", "bride", "butler", "chandler", "champion", "cook", "cooper", "dancer", "digger", "driller", "groom", "heir",
    "mason", "miller", "native", "painter", "printer", "ranger", "rider", "roofer", "scout", "seller", "shipper", "slave", "steward",
    "user", "usher", "vendor",
})  # fmt: skip
# Last words of roles that name a thing with people aboard.
CARRYING = (
    "ship", "ships", "vessel", "vessels", "boat", "boats", "trawler", "trawlers", "tanker", "tankers", "ferry", "ferries", "freighter",
    "freighters", "yacht", "yachts", "frigate", "frigates", "submarine", "submarines", "aircraft", "plane", "planes", "helicopter",
    "helicopters", "jet", "jets", "fleet", "fleets", "carrier", "carriers", "destroyer", "destroyers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoleHit:
    """Tokens `first` to `last` (inclusive) that spell a role."""

    first: int
    last: int
    role: Role


# Ranks and titles as they are written before names, with the word that they stand for.
SHORT = {
    "rep.": ("representative", "LEG"), "reps.": ("representative", "LEG"), "sen.": ("senator", "LEG"), "sens.": ("senator", "LEG"),
    "gov.": ("governor", "GOV"), "gen.": ("general", "MIL"), "lt.": ("lieutenant", "MIL"), "maj.": ("major", "MIL"),
    "col.": ("colonel", "MIL"), "capt.": ("captain", "MIL"), "sgt.": ("sergeant", "MIL"), "adm.": ("admiral", "MIL"),
    "brig.": ("brigadier", "MIL"), "cmdr.": ("commander", "MIL"), "cpl.": ("corporal", "MIL"), "pres.": ("president", "GOV"),
    "amb.": ("ambassador", "GOV"),
}  # fmt: skip


def find_roles(parsed: Parsed, registry: Registry) -> Iterator[RoleHit]:
    """The longest role word that begins at each token, left to right; those that begin inside another are told as well."""
    for token in parsed.tokens:
        hit = _match(parsed, registry, token.i, parsed.sentences[token.sent].last)
        if hit is not None:
            yield hit


def _match(parsed: Parsed, registry: Registry, i: int, stop: int) -> RoleHit | None:
    tokens = parsed.tokens
    if tokens[i].lower in SHORT:
        word, sector = SHORT[tokens[i].lower]
        known = registry.roles.get(word)
        return RoleHit(i, i, Role(word, "person", sector, known.office if known else None, speaks_for=False, plural=False))
    longest = registry.role_longest.get(tokens[i].lower, 0)
    for j in range(min(i + longest, stop) - 1, i - 1, -1):
        plain = i == j and tokens[i].tag in ADJECTIVES and tokens[i].dep in ("amod", "advmod", "acomp")
        if tokens[j].tag not in NOUNISH or (plain and not _titles(parsed, i)):
            continue
        if i == j and tokens[i].tag == "NNP" and tokens[i].lower in CRAFTS:
            continue
        words = tokens[i].lower if i == j else " ".join(parsed.text[tokens[i].start : tokens[j].end].lower().replace("’", "'").split())
        role = registry.roles.get(words)
        if role is not None and not (i == j and _begins_name(parsed, i, stop)):
            return RoleHit(i, j, role)
    return None


def _titles(parsed: Parsed, i: int) -> bool:
    """ "The missionary Ito Muster": a noun before a full name that the tagger took for an adjective."""
    tokens = parsed.tokens
    named = [t for t in tokens[i + 1 : i + 3] if t.tag == "NNP" and t.text[0].isupper() and t.sent == tokens[i].sent]
    return tokens[i].tag == "JJ" and tokens[i].text.islower() and i > 0 and tokens[i - 1].lower in ("the", "a", "an") and len(named) == 2


def _begins_name(parsed: Parsed, i: int, stop: int) -> bool:
    """Whether a word is the first of a body's name rather than a role: "National Defence", "State Register"."""
    token = parsed.tokens[i]
    if token.lower not in IN_NAMES or not token.text[0].isupper() or i + 1 >= stop:
        return False
    after = parsed.tokens[i + 1]
    return after.text[0].isupper() and after.text.isalpha()
