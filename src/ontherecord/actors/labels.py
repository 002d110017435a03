"""Who speaks in a transcript: "MINISTER MUSTER:", "MR. MUSTER:", "HOST:" at the head of a paragraph or behind a sentence's end."""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.actors.descriptions import fits_role
from ontherecord.actors.introductions import HONORIFICS
from ontherecord.actors.registry import Role
from ontherecord.actors.scene import Figure, Scene
from ontherecord.actors.spelling import fold

# Words that a label has at most before its colon, full stops of "MR." among them.
LONGEST = 7
# What stands before a label inside a paragraph.
ENDS = frozenset({".", "?", "!", "”", "’", '"', "''", "'", ")", "]", "…"})
# Short titles whose full stop the parser may part off, so that it ends no sentence.
ABBREVIATED = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "rep", "sen", "gen", "col", "lt", "capt", "maj", "hon", "rev", "st", "cllr", "amb"}
)
# Who asks, where a transcript gives no name; written small too.
ASKING = frozenset({"host", "presenter", "interviewer", "question", "q", "reporter", "journalist", "moderator", "correspondent"})
ARTICLES = frozenset({"the", "a"})


def enter_labels(scene: Scene) -> None:
    """Gives every label in capitals that names somebody its actor: one of the text's, else a new one with the label's role.

    Whom only labels introduce is known by that name wherever else it stands: "MR. MUSTER: … Thank you, Mr Muster".
    """
    fresh: set[str] = set()
    for first, last in _labels(scene):
        words = _words(scene, first, last)
        role, behind = _role(scene, words)
        name = [w for w in words[behind:] if w not in HONORIFICS and w.rstrip(".") not in ABBREVIATED and any(c.isalpha() for c in w)]
        if not name:
            continue
        known = scene.aliases.get(fold(name[-1]).title()) or _by_surname(scene, fold(name[-1]))
        if known is None and (role is not None or len(name) < len(words) - behind) and name[-1] not in ASKING:
            known = _new(scene, name, role).id
            fresh.add(known)
        if known is not None:
            scene.mention(first, last, last, (known,), "name")
    if fresh:
        _addressed(scene, fresh)


def enter_label_roles(scene: Scene) -> None:
    """Labels that are a role and no name, "HOST:", "THE CHAIR:": the one person of the text with that role, else somebody new."""
    for first, last in _labels(scene):
        words = [w for w in _words(scene, first, last) if w not in ARTICLES]
        role, behind = _role(scene, words)
        asking = len(words) == 1 and words[0] in ASKING
        if scene.cast.at(last) is None and (asking or (role is not None and behind == len(words))):
            scene.mention(first, last, last, (_speaker(scene, words, None if asking else role),), "title")


def _speaker(scene: Scene, words: list[str], role: Role | None) -> str:
    if role is None:  # all questions of a transcript are the reporters'
        word = "interviewer" if words[0] in ("q", "question") else words[0]
        return scene.figure(("label", word), "person", word, sector="JRN", role=word).id
    fits = [f.id for f in scene.figures.values() if f.nature == "person" and not f.plural and fits_role(role, f)]
    if scene.home_person in fits:
        return str(scene.home_person)
    return fits[0] if len(fits) == 1 else _new(scene, words, role).id


def _labels(scene: Scene) -> Iterator[tuple[int, int]]:
    """First and last token of every label that a colon closes."""
    tokens = scene.parsed.tokens
    for paragraph in scene.parsed.paragraphs:
        for colon in range(paragraph.first + 1, paragraph.last):
            if tokens[colon].text != ":":
                continue
            first = _begin(scene, paragraph.first, colon)
            if first is not None:
                yield first, colon - 1


def _begin(scene: Scene, start: int, colon: int) -> int | None:
    """Where the label before a colon begins; None where what stands there is none."""
    tokens = scene.parsed.tokens
    if tokens[colon - 1].lower in ASKING and (colon - 1 == start or tokens[colon - 2].text in ENDS):
        return colon - 1
    first = colon
    while first > start and colon - first < LONGEST and _in_label(scene, first - 1):
        first -= 1
    if first == colon or not any(c.isalpha() for c in tokens[colon - 1].text):
        return None
    return first if first == start or tokens[first - 1].text in ENDS else None


def _in_label(scene: Scene, i: int) -> bool:
    """Words in capitals, and the full stop of "MR." where it is a token of its own."""
    token = scene.parsed.tokens[i]
    if token.text.isupper():
        return True
    if token.text == ".":
        return i > 0 and scene.parsed.tokens[i - 1].lower in ABBREVIATED and scene.parsed.tokens[i - 1].text.isupper()
    return token.text in ("-", "–", "'", "’")


def _words(scene: Scene, first: int, last: int) -> list[str]:
    """The words of a label, small; "secretary-general" is one."""
    text = " ".join(scene.parsed.span(first, last).of(scene.parsed.text).split()).lower()
    return [w for w in text.split() if any(c.isalnum() for c in w)]


def _role(scene: Scene, words: list[str]) -> tuple[Role | None, int]:
    """The role that a label begins with, and the word behind it."""
    for j in range(min(4, len(words)), 0, -1):
        role = scene.registry.roles.get(" ".join(words[:j]))
        if role is not None and role.kind == "person":
            return role, j
    return None, 0


def _by_surname(scene: Scene, surname: str) -> str | None:
    return next((a for alias, a in scene.aliases.items() if alias.lower() == surname.lower()), None)


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
    if role is None or role.word.lower() != " ".join(name):
        scene.aliases.setdefault(fold(words).split()[-1], figure.id)
    return figure


def _addressed(scene: Scene, fresh: set[str]) -> None:
    """Mentions of those whom labels introduced where the text names them: "Ms Muster, will you go?"."""
    for nominal in scene.nominals.values():
        if nominal.chain is None or scene.cast.at(nominal.head) is not None:
            continue
        word = fold(scene.parsed.tokens[nominal.chain[1]].text)
        actor = scene.aliases.get(word)
        if actor in fresh:
            scene.mention(nominal.chain[0], nominal.chain[1], nominal.head, (actor,), "name")
