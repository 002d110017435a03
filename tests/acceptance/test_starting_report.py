"""The report that the project starts from, by the rows of its README. Skipped where the shared folder is not at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ontherecord import Record, Statement, as_json, code, from_json
from ontherecord.reading import document
from ontherecord.records import Event, Position

ARTICLE = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"


@pytest.fixture(scope="module")
def record() -> Record:
    if not ARTICLE.exists():
        pytest.skip("the starting report lies in ../shared, which is not on this machine")
    return code(document(ARTICLE.read_text("utf8"), publisher="A paper", published="2026-02-05", source=ARTICLE.name))


def countries(record: Record, ids: tuple[str, ...]) -> set[str | None]:
    return {a.country for a in record.actors if a.id in ids}


def told(record: Record, types: str, actors: str, recipients: str, *, aux: str | None = None) -> list[Event]:
    """Events of one of the types between the countries."""
    return [
        e
        for e in record.events
        if e.type in types.split()
        and countries(record, e.actors) == set(actors.split())
        and countries(record, e.recipients) == set(recipients.split())
        and e.aux == aux
    ]


def days(event: Event) -> tuple[str, str] | None:
    return (str(event.date.start), str(event.date.end)) if event.date else None


def sources(event: Event | Statement) -> list[tuple[str, str | None, str | None]]:
    return [(link.kind, link.country, link.ownership) for link in event.according_to]


def spoken(record: Record, words: str) -> Statement:
    """The innermost statement that holds the words."""
    text = record.document.text
    found = [s for s in record.statements if any(words in c.of(text) for c in s.content)]
    assert found, f"nobody says {words!r}"
    return min(found, key=lambda s: sum(len(c) for c in s.content))


EVENTS: dict[str, Callable[[Record], bool]] = {
    "the call, told twice": lambda r: any(
        e.mode == "phone" and days(e) == ("2026-02-04",) * 2 and len(e.mentions) >= 2 for e in told(r, "CONSULT", "CHN USA", "")
    ),
    "a call for respect": lambda r: any("taiwan-arms-sales" not in e.issues for e in told(r, "REQUEST AGREE", "CHN", "USA")),
    "a hope": lambda r: bool(told(r, "AGREE", "CHN", "USA")),
    "the warning about arms sales, told three times": lambda r: any(
        "taiwan-arms-sales" in e.issues and len(e.mentions) >= 3 for e in told(r, "REQUEST THREATEN", "CHN", "USA")
    ),
    "ties extremely good": lambda r: any(("platform", "USA", "private") in sources(e) for e in told(r, "SUPPORT", "USA", "CHN")),
    "a planned trip": lambda r: bool(told(r, "AGREE", "USA", "CHN", aux="future")),
    "arms approved in December, so says Taipei": lambda r: any(
        days(e) == ("2025-12-01", "2025-12-31")
        and [(a.value, a.unit) for a in e.amounts] == [(11e9, "USD")]
        and ("actor", "TWN", None) in [(k, c, None) for k, c, _ in sources(e)]
        for e in told(r, "AID", "USA", "TWN")
    ),
    "drills after that": lambda r: any(
        (d := days(e)) is not None and d[0] >= "2025-12-01" and d[1] <= "2026-02-05" for e in told(r, "MOBILIZE", "CHN", "TWN")
    ),
}


@pytest.mark.parametrize("row", EVENTS)
def test_events(record: Record, row: str) -> None:
    assert EVENTS[row](record)


def test_the_war_is_an_issue_and_no_event(record: Record) -> None:
    assert not any("RUS" in countries(record, e.actors + e.recipients) for e in record.events)


SPOKEN = {
    "mutual respect” in strengthening": ("CHN", "state media"),
    "caution” when selling arms": ("CHN", "state media"),
    "By tackling issues": ("CHN", "CCTV"),
    "Let us make 2026": ("CHN", "CCTV"),
    "resolved amicably between": ("CHN", None),
    "extremely good”": ("USA", "Truth Social"),
    "The relationship with China": ("USA", None),
    "discussed trade, Taiwan": ("USA", None),
    "I very much look forward to": ("USA", None),
    "exercise caution in arms sales": ("CHN", None),
    "The Taiwan question": ("CHN", "CCTV"),
    "US$11 billion": ("TWN", None),
}


@pytest.mark.parametrize("words", SPOKEN)
def test_statements(record: Record, words: str) -> None:
    country, through = SPOKEN[words]
    statement = spoken(record, words)
    assert statement.speaker is not None
    assert countries(record, (statement.speaker,)) == {country}
    names = [link.name for link in statement.according_to]
    assert names[0] == "A paper"
    assert through is None or through in names


def test_the_chain_of_the_quotation_is_complete(record: Record) -> None:
    kinds = [(link.kind, link.country, link.ownership) for link in spoken(record, "The Taiwan question").according_to]
    assert kinds == [("publisher", None, None), ("outlet", "CHN", "state"), ("actor", "CHN", None)]


def held(record: Record, holder: str, affirmed: bool, change: str | None = None) -> list[Position]:
    return [p for p in record.positions if countries(record, (p.holder,)) == {holder} and p.affirmed == affirmed and p.change == change]


def test_positions(record: Record) -> None:
    assert any(countries(record, (p.object,)) == {"TWN"} and p.stance == "claims" for p in held(record, "CHN", True))
    assert any(p.stance == "rules-out" for p in held(record, "CHN", False))
    assert any(countries(record, (p.object,)) == {"TWN"} and p.stance == "recognizes" for p in held(record, "USA", False))
    assert any(countries(record, (p.object,)) == {"TWN"} and p.stance == "supports" for p in held(record, "USA", True, "softened"))


def test_the_agenda_is_between_the_two(record: Record) -> None:
    between = {i.id: set(i.between) for i in record.issues}
    for issue in ("trade", "taiwan", "war-ukraine", "iran", "visits"):
        assert between[issue] >= {"CHN", "USA"}, issue


def test_caption_and_credit_are_no_part_of_the_story(record: Record) -> None:
    text = record.document.text
    outside = text[: text.index("BEIJING")]
    spans = [c for s in record.statements for c in s.content] + [m for e in record.events for m in e.mentions]
    assert all(s.start >= len(outside) for s in spans)
    assert {p.kind for p in record.document.parts} >= {"caption", "credit", "dateline", "story"}


def test_every_span_fits_also_after_writing_and_reading(record: Record) -> None:
    assert as_json(from_json(as_json(record))) == as_json(record)
