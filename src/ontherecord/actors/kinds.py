"""Which words for groups of people take each other up: "the demonstrators" after "marchers", hardly "the mothers" after "prisoners"."""

from __future__ import annotations

from ontherecord.actors.descriptions import fits_role
from ontherecord.actors.registry import Role
from ontherecord.actors.scene import Figure

# Offices of the table that hold people of many kinds, so that they make no two words alike.
LOOSE = frozenset({"civilian", "worker", "criminal", "businessman", "believer", "official"})
FIGHTERS = frozenset({
    "rebel", "insurgent", "guerrilla", "militant", "fighter", "gunman", "attacker", "jihadist", "raider", "extremist", "terrorist",
    "kidnapper", "captor", "abductor", "hijacker", "bandit", "assailant", "paramilitary", "militiaman", "separatist", "islamist",
})  # fmt: skip
KINDS = (
    FIGHTERS,
    frozenset({"protester", "protestor", "demonstrator", "marcher", "rioter", "crowd", "activist", "campaigner", "dissident"}),
    frozenset({"refugee", "migrant", "asylum seeker", "newcomer", "evacuee", "arrival", "immigrant", "exile", "displaced person"}),
    frozenset({"prisoner", "captive", "detainee", "hostage", "inmate", "abductee"}),
    frozenset({"victim", "survivor", "casualty", "wounded"}),
    frozenset({"resident", "villager", "inhabitant", "local", "islander", "townspeople", "citizen", "family", "household"}),
    frozenset({"worker", "striker", "miner", "docker", "labourer", "laborer", "employee", "picket", "driller", "trucker", "driver"}),
    frozenset({"criminal", "gangster", "robber", "smuggler", "trafficker", "poacher", "thief"}),
    frozenset({"relative", "family", "parent", "mother", "father", "widow"}),
    frozenset({"company", "firm", "business", "corporation", "enterprise", "manufacturer", "maker", "group", "giant"}),
)


def same_word(role: Role, figure: Figure) -> bool:
    """Whether the group was called by the very word: "the guards" after "prison guards"."""
    word = role.word.lower()
    return any(r == word or r.endswith((f" {word}", f" {word}s")) for r in figure.roles)


def same_kind(role: Role, figure: Figure) -> bool:
    """Whether the word and one of the group's own are of one kind, or of one office that is narrow enough."""
    word = role.word.lower()
    if any(word in kind and any(_singular(r) in kind for r in figure.roles) for kind in KINDS):
        return True
    return role.office not in LOOSE and not (role.office is None or role.office == "") and fits_role(role, figure)


def _singular(words: str) -> str:
    """The last word of a role, near enough in the singular."""
    last = words.split()[-1] if words else ""
    return (
        "gunman"
        if last == "gunmen"
        else "militiaman"
        if last == "militiamen"
        else last[:-3] + "y"
        if last.endswith("ies")
        else last.removesuffix("s")
    )
