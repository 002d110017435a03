"""Whose those are who have no country of their own words, and whom words for several take up."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pytest

from ontherecord.actors import Cast, find_cast
from ontherecord.language import Grammar, parse_many
from ontherecord.records import Document, Part
from ontherecord.spans import Span
from tests.drawn import Drawn, drawn

PUBLISHED = "2019-06-04"


@dataclass(frozen=True)
class Case:
    """A drawn text: each label is the country (and with a colon the sector) of all whom the drawn words mean, joined by +."""

    marked: str
    title: str | None = None
    publisher: str | None = None
    dateline: str | None = None


CASES = (
    # who has no country is of the report's own: by dateline, title, publisher, opening
    Case("[PER|The miners] blocked a bridge. [PER|Police] cleared it, and [PER|the governor] left.", dateline="LIMA"),
    Case("[KEN|Nurses] stopped work on Monday. [KEN|The government] refused to raise their pay.", title="Nurses strike in Kenya"),
    Case("[GHA|Farmers] burned tyres, and [GHA|the police] fired into the air.", publisher="Accra Evening Herald"),
    # agencies tell of all the world
    Case("[null|Farmers] burned tyres, and [null|the police] fired into the air.", publisher="Reuters"),
    # a place of the sentence itself goes before
    Case("[PER|The minister] spoke on Monday. On Tuesday, in Quito, [ECU|police] arrested two students.", dateline="LIMA"),
    # where two are near each other nobody is told
    Case("Ghana and Togo closed a road. [null|Soldiers] fired."),
    # those who are by nature from elsewhere
    Case("[null|Smugglers] shot at a boat. [VAT|The pope] mourned the dead. [null|The inspectors] left.", dateline="LIMA"),
    Case("The rivals quarrel over an island. [IGO:JUD|The court in The Hague] heard them."),
    # offices and bodies that nothing places are somebody all the same
    Case("[null:GOV|The government] fell. [null:BUS|The company] closed, and [null:CVL|a crowd] cheered."),
    # a people with an article that deals as states do is its government; who marches is people
    Case("[NOR:GOV|The Norwegians] proposed a treaty. [NOR:CVL|The Norwegians] marched."),
    # officers are of the service spoken of last, else police
    Case("The army of Chad left. [MIL|Its officers] stayed."),
    Case("[COP|Officers] broke down a door."),
    # part of a group is of the group
    Case("Chadian miners met. [TCD|Two of the miners] spoke, and [TCD|some of them] wept."),
    # said together, taken up together
    Case("Chile and Peru closed the pass. [CHL+PER|Both] reopened it."),
    Case("The president of Chad received the president of Mali. [MLI+TCD|They] discussed a road."),
    Case("The Chadian army and the Libyan army fought. A Togolese envoy urged [LBY+TCD|both sides] to stop."),
    # whoever acts upon a group is not the group
    Case("Togolese miners sat down. Chadian guards beat [TGO|the men]."),
    # a bare surname is nobody's whose body the text never names
    Case("[null|Bellamy] spoke about schools."),
)  # fmt: skip


@functools.cache
def cast_of_all() -> list[tuple[Case, Drawn, Cast]]:
    ready: list[tuple[Case, Drawn, Document]] = []
    for case in CASES:
        drawing = drawn(case.marked)
        head = f"{case.dateline} — " if case.dateline else ""
        text = head + drawing.text
        parts = [Part("dateline", Span(0, len(head.rstrip())))] if head else []
        parts.append(Part("story", Span(len(head), len(text))))
        ready.append((case, drawing, Document(text, title=case.title, publisher=case.publisher, published=PUBLISHED, parts=tuple(parts))))
    parses = parse_many([(d.text, d.parts) for _, _, d in ready])
    return [(c, g, find_cast(d, p, Grammar(p))) for (c, g, d), p in zip(ready, parses, strict=True)]


def means(cast: Cast, text: str, start: int, end: int) -> tuple[str, str]:
    """Countries and sectors of whom the mention that ends where the drawn words end means, each joined by +."""
    found = [m for m in cast.mentions if start <= m.span.start and m.span.end <= end]
    ids = max(found, key=lambda m: m.span.end - m.span.start).actors if found else ()
    actors = [cast.actor(i) for i in ids]
    return "+".join(sorted({a.country or "null" for a in actors})), "+".join(sorted({a.sector or "null" for a in actors}))


@pytest.mark.parametrize("n", range(len(CASES)), ids=[c.marked[:60] for c in CASES])
def test_whose_they_are(n: int) -> None:
    case, drawing, cast = cast_of_all()[n]
    shift = len(f"{case.dateline} — ") if case.dateline else 0
    for label, spans in drawing.spans.items():
        for span in spans:
            country, sector = means(cast, drawing.text, span.start + shift, span.end + shift)
            told = {"MIL": sector, "COP": sector}.get(label, f"{country}:{sector}" if ":" in label else country)
            assert told == label or (label == "null" and told == ""), span.of(drawing.text)
