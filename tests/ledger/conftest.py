from __future__ import annotations

import datetime as dt
import shutil

import pytest

from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.records import (
    Actor,
    Document,
    Event,
    Interval,
    Issue,
    Position,
    Record,
    Refusal,
    SourceLink,
    Statement,
    document_id,
)
from ontherecord.spans import Span

TEXT = "Norway’s premier phoned Chile’s president 🕊️ on Monday. “We agree,” she said, “on fish.” Norway claims the islet."

MONDAY = dt.date(2026, 3, 2)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def telephone_call(events: tuple[Event, ...] | None = None) -> Record:
    """A record with something of everything."""
    document = Document(
        TEXT, title="Call", url="https://paper.example/1", publisher="The Paper", published="2026-03-03T10:00:00Z", language="en"
    )
    chain = (SourceLink("publisher", "The Paper"), SourceLink("actor", "Premier", "NOR", "state", "a1", span("she")))
    call = Event(
        "e1", "CONSULT", "phone", ("diplomatic",), ("a1", "a2"), (), None, Interval(MONDAY, MONDAY, span("on Monday")),
        None, (), ("fish",), "verbal cooperation", 1.5, span("phoned"), Span(0, TEXT.index(" “We")), (span("phoned"),), chain, 0.9,
    )  # fmt: skip
    agree = Event(
        "e2", "AGREE", None, (), ("a1",), ("a2",), None, None, None, (), ("fish",), "verbal cooperation", 2.5, span("agree"),
        Span(TEXT.index("“We"), TEXT.index(" Norway claims")), (span("agree"),), chain, 0.7,
    )  # fmt: skip
    return Record(
        document_id(document),
        document,
        (
            Actor("a1", "Premier", "NOR", "GOV", "premier", None, (span("Norway’s premier"), span("she"))),
            Actor("a2", "President", "CHL", "GOV", "president", None, (span("Chile’s president"),)),
            Actor("a3", "Islet", mentions=(span("the islet"),)),
        ),
        (call, agree) if events is None else events,
        (
            Statement(
                "s1",
                "a1",
                ("a2",),
                "direct",
                (span("We agree,"), span("on fish.")),
                span("said"),
                span("she"),
                chain,
                ("fish",),
                ("e2",),
                0.8,
            ),
        ),
        (Position("p1", "a1", "claims", "a3", True, None, span("Norway claims the islet."), (SourceLink("publisher", "The Paper"),)),),
        (Issue("fish", "Fisheries", (span("fish"),), ("CHL", "NOR")),),
        (Refusal(span("🕊️"), "it is a bird."),),
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.duckdb"


@pytest.fixture(scope="session")
def fresh(tmp_path_factory):
    """A new ledger, made once and copied: making its tables takes longer than most tests."""
    made = tmp_path_factory.mktemp("fresh") / "ledger.duckdb"
    open_ledger(made).close()
    return made


@pytest.fixture
def ledger(path, fresh):
    shutil.copy(fresh, path)
    with open_ledger(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def with_call(fresh, tmp_path_factory):
    made = tmp_path_factory.mktemp("filled") / "ledger.duckdb"
    shutil.copy(fresh, made)
    with open_ledger(made) as opened:
        opened.add([telephone_call()], run=opened.start_run(Fingerprint("1", "a")))
    return made


@pytest.fixture
def filled(path, with_call):
    """A ledger that holds `telephone_call`."""
    shutil.copy(with_call, path)
    with open_ledger(path) as opened:
        yield opened
