"""The title task: a government's release whose title says whom it phoned or met; has the record an event between the two countries?

The rule that makes gold of a title reads the title alone, by words, with nothing of the resolver's: it names whom a government dealt with
when behind "phone call", "conversation", "talks", "meeting", "met" and the like there comes "with" (or, behind "met", nothing), and the
words from there to the next preposition, dash or colon hold the name, adjective or people of a country, a body of states, or the full
name of somebody who holds or held an office. Titles of meetings "of" something, and those that name only the publisher's own people, are
left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from ontherecord.actors import registry
from ontherecord.actors.registry import Registry, Sense
from ontherecord.actors.spelling import fold
from ontherecord.errors import RefusedDocument
from ontherecord.evaluation.measures import Plain
from ontherecord.records import Document, Record

# A dealing, and what leads from it to whom it was with.
DEALING = re.compile(
    r"\b(?:(?:tele)?phone (?:conversations?|calls?|talks)|conversations?|talks|meetings?|met|meets|spoke|talked)\b"
    r"(?P<led>(?: \S+){0,3}? (?:with|between))?"
    r"|\b(?:receive[sd]|hosts|hosted)\b",
    re.IGNORECASE,
)
# Where the words that name the other side end.
BEHIND = re.compile(r" [-–—] |[:;]| (?:in|at|on|during|after|as|regarding|due|over|to|about|ahead|before|following|who|within|via)\b")
WORD = re.compile(r"[^\W_](?:[\w.'’-]*\w)?")
STATES = frozenset({"country", "adjective", "people"})
BODIES = frozenset({"EUR", "UNO", "IGO"})
LONGEST = 5


def titles(gold: Sequence[Plain], predictions: Sequence[Plain]) -> dict[str, float | int]:
    """Share of the releases whose title names whom the publisher phoned or met in which an event is between the two, for all named."""
    asked = right = 0
    for release, told in zip(gold, predictions, strict=True):
        home, others = met(release)
        if home is not None and others:
            asked += 1
            pairs = [set(p) for p in told.get("parties", ())]
            right += all(any({home, other} <= p for p in pairs) for other in others)
    return {"event_found": round(right / asked, 3) if asked else 0.0, "titles": asked, "right": right}


def parties(record: Record | RefusedDocument) -> list[list[str]]:
    """The countries of each event of a record."""
    if isinstance(record, RefusedDocument):
        return []
    country = {a.id: a.country for a in record.actors}
    return [sorted({c for i in (*e.actors, *e.recipients) if (c := country.get(i))}) for e in record.events]


def predict(gold: Sequence[Plain]) -> Iterator[Plain]:
    """For each release `id` and `parties`; those whose titles name nobody are not coded."""
    from ontherecord.pipeline import code_many

    asked = [g for g in gold if met(g)[1]]
    ready = (
        Document(g["text"], title=g["title"], publisher=g.get("publisher"), published=g.get("published"), url=g.get("url")) for g in asked
    )
    told = dict(zip((id(g) for g in asked), code_many(ready), strict=True))
    for g in gold:
        yield {"id": g.get("id") or g.get("url"), "parties": parties(told[id(g)]) if id(g) in told else []}


def met(release: Plain) -> tuple[str | None, frozenset[str]]:
    """(country that publishes, codes of whom its title says that it phoned or met): states, or bodies where it names no state."""
    tables = registry.load()
    home = next(iter(_codes(tables, release.get("publisher") or "", STATES | {"seat"})), None)
    day = dt.date.fromisoformat(release["published"][:10]) if release.get("published") else None
    for words in _others(release["title"]):
        if not _personal(tables, words):
            continue
        found = _codes(tables, words, STATES) | _holders(tables, words, day)
        states = frozenset(found) - {home} - BODIES or frozenset(found) & BODIES or _codes(tables, words, frozenset({"body"})) & BODIES
        if states:
            return home, frozenset(states)
    return home, frozenset()


def _others(title: str) -> Iterator[str]:
    """The words of a title that name whom a dealing was with."""
    for dealing in DEALING.finditer(title):
        if dealing["led"] or dealing[0].lower() in ("met", "meets", "received", "receives", "hosts", "hosted"):
            rest = title[dealing.end() :]
            end = BEHIND.search(rest)
            yield rest[: end.start()] if end else rest


def _personal(tables: Registry, words: str) -> bool:
    """Whether the words name somebody: by an office or role, or by a name of two words that is no country's."""
    tokens = WORD.findall(words)
    roles = any(
        " ".join(tokens[i:j]).lower() in tables.roles for i in range(len(tokens)) for j in range(i + 1, min(i + 4, len(tokens)) + 1)
    )
    return roles or any(tables.holders.named(" ".join(tokens[i : i + n])) for n in (2, 3) for i in range(len(tokens) - n + 1))


def _codes(tables: Registry, words: str, kinds: frozenset[str]) -> set[str]:
    """Codes of the longest names of these kinds in the words."""
    tokens = [w.removesuffix("'s").removesuffix("’s") for w in WORD.findall(words)]
    found: set[str] = set()
    i = 0
    while i < len(tokens):
        step = 1
        for j in range(min(i + LONGEST, len(tokens)), i, -1):
            senses = [
                s
                for s in tables.names.get(fold(" ".join(tokens[i:j])), ())
                if s.kind in kinds and s.country and _alone(s, tables, tokens[i:j])
            ]
            if senses:
                found.update(s.country for s in senses[:1] if s.country)
                step = j - i
                break
        i += step
    return found


def _alone(sense: Sense, tables: Registry, words: Sequence[str]) -> bool:
    """Whether a body's name is no word for states' bodies too: "Security Council" may be anybody's."""
    return sense.kind != "body" or " ".join(words).lower().removeprefix("the ") not in tables.roles


def _holders(tables: Registry, words: str, day: dt.date | None) -> set[str]:
    """Countries of the persons whom the words name in full."""
    tokens = WORD.findall(words)
    found: set[str] = set()
    for n in (3, 2):
        for i in range(len(tokens) - n + 1):
            terms = tables.holders.named(" ".join(tokens[i : i + n]))
            current = [t for t in terms if day is None or t.holds(day)] or terms
            found |= {t.country for t in current} if len({t.country for t in current}) == 1 else set()
    return found
