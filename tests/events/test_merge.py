"""What two sides tell of one thing stays two accounts; what one side or nobody in particular tells twice is one event."""

from __future__ import annotations

import dataclasses

import pytest

from ontherecord import Document, code
from ontherecord.events import merged
from ontherecord.records import SourceLink
from tests.reports import Tell, report

RECORD = report(
    Tell("Kenya promised to buy salmon.", "AGREE", None, ("KEN",), ("CHL",), issues=("salmon",)),
    Tell("Kenya pledged purchases of salmon.", "AGREE", None, ("KEN",), ("CHL",), issues=("salmon",)),
    publisher="Wire",
)


@pytest.mark.parametrize(("speakers", "events"), [(("CHL", "KEN"), 2), (("CHL", "CHL"), 1), (("CHL", None), 1), ((None, None), 1)])
def test_whose_account_it_is_keeps_tellings_apart(speakers: tuple[str | None, str | None], events: int) -> None:
    country = {a.id: a.country or "" for a in RECORD.actors}
    told = [
        dataclasses.replace(e, according_to=(*e.according_to, *([SourceLink("actor", who, who)] if who else [])))
        for e, who in zip(RECORD.events, speakers, strict=True)
    ]
    assert len(merged(told, lambda ids: {country[i] for i in ids})) == events


def test_what_came_of_a_deed_is_no_second_deed() -> None:
    record = code(Document(text="Malian troops shelled a Chadian village on Monday, killing six herders.", published="2026-03-10"))
    assert [(e.type, len(e.mentions), [a.value for a in e.amounts]) for e in record.events] == [("ASSAULT", 2, [6])]


def test_a_title_and_its_story_tell_one_event() -> None:
    text = "KAMPALA - Uganda on Friday condemned Rwanda's raid on a border post and closed the crossing."
    record = code(Document(text=text, title="Uganda slams Rwanda over raid", published="2026-03-10"))
    alone = code(Document(text="Uganda slams Rwanda over raid\n\n" + text, published="2026-03-10"))
    assert [e.type for e in record.events].count("ACCUSE") == [e.type for e in alone.events].count("ACCUSE") == 1


def test_a_state_goes_where_its_minister_is_named() -> None:
    country = {"a": "KEN", "b": "CHL", "c": "CHL"}
    told = [dataclasses.replace(e, recipients=r, evidence=e.trigger) for e, r in zip(RECORD.events, (("b",), ("c",)), strict=True)]
    told = [dataclasses.replace(e, actors=("a",)) for e in told]
    (one,) = merged(told, lambda ids: {country[i] for i in ids}, states=lambda i: i == "b")
    assert one.recipients == ("c",)
