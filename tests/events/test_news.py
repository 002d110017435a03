"""Sentences of ordinary news whose events were coded wrongly once."""

from __future__ import annotations

import pytest

from ontherecord import Document, Record, code

TOLD = [
    ("Togo accused Chad of bombing a border post.", ["ACCUSE allege", "ASSAULT aerial"]),
    ("The union's chairman appealed to all rebels to lay down their weapons.", ["REQUEST yield"]),
    ("President Ana Mota of Peru dismissed the attorney general.", ["COERCE"]),
    ("Peru terminated negotiations with Chile.", ["REJECT meet"]),
    ("Peru has refused to accept Chile's ruling.", ["REJECT change"]),
    ("President Ana Mota of Peru urged Chile's president to free two nurses held since 2022.", ["REQUEST yield"]),
    ("Peru bombed a Chilean depot.", ["ASSAULT aerial"]),
    ("Peru threatened to impose sanctions on Chile.", ["THREATEN relations"]),
    ("President Ana Mota of Peru said that she would not sign a treaty with Chile until it stopped shelling.", ["REJECT change"]),
    ("Peru's chief secretary, Jo Roca, declined to comment on the sale, but praised Chile.", ["SUPPORT"]),
    ("“Nobody will blackmail us,” President Ana Mota of Peru said.", []),
    ("“They will hurt workers,” President Ana Mota of Peru said of the tariffs.", []),
    ("The charity warned that the deal could encourage Chile to take more hostages.", []),
    ("Peru, which sells arms to Chile, kept silent.", []),
]


def _coded(text: str) -> Record:
    return code(Document(text=text, published="2026-03-10"))


@pytest.mark.parametrize(("text", "events"), TOLD)
def test_told(text: str, events: list[str]) -> None:
    told = [f"{e.type} {e.mode or ''}".strip() for e in _coded(text).events]
    assert len(told) == len(events), told
    assert all(t.startswith(e) for t, e in zip(told, events, strict=True)), told


def test_a_year_is_no_crowd_and_a_gift_no_fine() -> None:
    record = _coded("Peru jailed Ana Roca for treason in 2021 after donating 50 euros to a Chilean charity.")
    assert [a.unit for e in record.events if e.type != "AID" for a in e.amounts] == []


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Peru's president is due to visit Chile in April.", "2026-04"),
        ("Peru hosted the signing of a separate accord between Chile and Brazil last June.", "2025-06"),
        ("Peru condemned the attack in Santiago in January.", None),
        ("Peru and Chile swapped prisoners in the biggest exchange since 2024.", None),
    ],
)
def test_when(text: str, month: str | None) -> None:
    (event,) = _coded(text).events[:1]
    assert (event.date and event.date.start.isoformat()[:7]) == month


def test_what_ones_own_side_could_do_is_a_threat_and_what_others_may_do_is_none() -> None:
    own = _coded("Chad could expel German diplomats, Chad's foreign minister said.")
    others = _coded("Chad could expel Libyan diplomats, Germany's foreign minister said.")
    assert [(e.type, e.mode) for e in own.events] == [("THREATEN", "expel")]
    assert all(e.type != "THREATEN" for e in others.events)
