"""Who speaks in a transcript: "MINISTER MUSTER:", "THE PRESIDENT:" at the head of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.actors.introductions import HONORIFICS
from ontherecord.actors.registry import Role
from ontherecord.actors.scene import Figure, Scene
from ontherecord.actors.spelling import fold

# Words that a label has at most before its colon.
LONGEST = 6


def enter_labels(scene: Scene) -> None:
    """Gives every label in capitals that names somebody its actor: one of the text's, else a new one with the label's role."""
    for first, last in _labels(scene):
        words = [t.lower for t in scene.parsed.tokens[first : last + 1]]
        role, behind = _role(scene, words)
        name = [w for w in words[behind:] if w not in HONORIFICS and any(c.isalpha() for c in w)]
        if not name:
            continue
        known = scene.aliases.get(fold(name[-1]).title()) or _by_surname(scene, fold(name[-1]))
        actor = known or (_new(scene, name, role).id if role is not None else None)
        if actor is not None:
            scene.mention(first, last, last, (actor,), "name")


def _labels(scene: Scene) -> Iterator[tuple[int, int]]:
    """First and last token of every label in capitals that a colon closes."""
    tokens = scene.parsed.tokens
    for paragraph in scene.parsed.paragraphs:
        end = min(paragraph.first + LONGEST + 1, paragraph.last)
        colon = next((i for i in range(paragraph.first, end) if tokens[i].text == ":"), None)
        if colon is not None and colon > paragraph.first and all(t.text.isupper() for t in tokens[paragraph.first : colon]):
            yield paragraph.first, colon - 1


def _role(scene: Scene, words: list[str]) -> tuple[Role | None, int]:
    """The role that a label begins with, and the word behind it."""
    for j in range(min(4, len(words)), 0, -1):
        role = scene.registry.roles.get(" ".join(words[:j]))
        if role is not None and role.kind == "person":
            return role, j
    return None, 0


def _by_surname(scene: Scene, surname: str) -> str | None:
    return next((a for alias, a in scene.aliases.items() if alias.lower() == surname), None)


def _new(scene: Scene, name: list[str], role: Role | None) -> Figure:
    """A speaker whom only labels name: of the publishing government, if their role is one of a state."""
    home = scene.home if role is not None and role.sector == "GOV" else None
    words = " ".join(w.title() for w in name)
    figure = scene.figure(
        ("label", words), "person", words, country=home, sector=role.sector if role else None, role=role.word.lower() if role else None
    )
    if role is not None:
        figure.roles.add(role.word.lower())
        figure.offices.update({role.office} if role.office else ())
    scene.aliases.setdefault(fold(words).split()[-1], figure.id)
    return figure
