"""What two sides tell of one thing stays two accounts; what one side or nobody in particular tells twice is one event."""

from __future__ import annotations

import dataclasses

import pytest

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
