from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontherecord.analysis.commitments import commitments
from ontherecord.analysis.occurrences import Happening
from ontherecord.analysis.series import alerts, turns
from ontherecord.analysis.states import state, trend
from ontherecord.ontology import score
from tests.analysis.twins import series_of

START = dt.date(2026, 1, 1)


def happening(kind: str, day: int, *, aux=None, issues=("fish",), actors=("CHL",), recipients=("NOR",), confidence=0.9):
    """ "REJECT meet" on the given day of the year."""
    type_, _, mode = kind.partition(" ")
    if type_ == "CONSULT":
        actors, recipients = ("CHL", "NOR"), ()
    when = START + dt.timedelta(days=day)
    date = {"start": when.isoformat(), "end": when.isoformat()}
    points = score(type_, mode or None)
    return Happening(
        f"o{day}-{kind}", type_, mode or None, aux, date, when, actors, recipients, None, issues, points, ("d",), (), confidence
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], "raised"),
        (["REQUEST meet"], "raised"),
        (["CONSULT phone"], "under-discussion"),
        (["CONSULT phone", "THREATEN"], "contested"),
        (["THREATEN", "CONSULT phone"], "under-discussion"),
        (["CONSULT", "AGREE"], "agreed"),
        (["AGREE", "CONSULT phone"], "agreed"),
        (["AGREE", "COOPERATE"], "carried-out"),
        (["AGREE", "REJECT"], "broken-off"),
        (["CONSULT", "REJECT meet"], "broken-off"),
        (["REJECT"], "contested"),
        (["CONSULT", "SANCTION discontinue"], "broken-off"),
    ],
)
def test_state(told, expected):
    assert state([happening(kind, day) for day, kind in enumerate(told)]) == expected


def test_what_is_denied_or_thought_of_changes_nothing():
    assert state([happening("CONSULT", 0), happening("AGREE", 1, aux="negation"), happening("COERCE", 2, aux="hypothetical")]) == (
        "under-discussion"
    )


def test_of_one_day_talks_come_before_quarrels():
    assert state([happening("THREATEN", 3), happening("CONSULT phone", 3)]) == "contested"


def test_trend():
    assert trend([happening("ACCUSE", 0), happening("AID", 200)]) == "warming"
    assert trend([happening("AID", 0), happening("ACCUSE", 200)]) == "cooling"
    assert trend([happening("ACCUSE", 0), happening("ACCUSE", 200)]) == "steady"
    assert trend([happening("ACCUSE", 0)]) is None


def promise(**more):
    row = {
        "occurrence_id": "o0", "document_id": "d", "event_id": "e1", "type": "AGREE", "aux": "future", "actors": ["CHL"],
        "recipients": ["NOR"], "date_start": None, "date_end": None, "issues": ["fish"], "evidence_start": 0, "evidence_end": 5,
        "quote": "words", "according_to": [], "published_on": START,
    }  # fmt: skip
    return row | more


def fates(row, *happenings):
    return [(c.source, c.target, c.fate) for c in commitments([row], happenings, "CHL", "NOR")]


def test_a_promise_is_open_kept_or_broken():
    assert fates(promise()) == [("CHL", "NOR", "open")]
    assert fates(promise(), happening("AID", 30)) == [("CHL", "NOR", "kept")]
    assert fates(promise(), happening("REJECT", 30)) == [("CHL", "NOR", "broken")]
    assert fates(promise(), happening("AID", 30, issues=("gas",))) == [("CHL", "NOR", "open")]
    assert fates(promise(), happening("AID", 30, actors=("NOR",), recipients=("CHL",))) == [("CHL", "NOR", "open")]
    assert fates(promise(issues=["visits"]), happening("CONSULT visit", 60)) == [("CHL", "NOR", "kept")]


def test_hopes_at_large_are_no_promises():
    assert fates(promise(aux=None, issues=[])) == []
    assert fates(promise(aux="negation")) == []


def test_series_counts_occurrences_both_ways_beside_the_reports_read():
    told = [happening("AID", 0), happening("THREATEN", 1), happening("CONSULT phone", 2)]
    weeks = [p for p in series_of(told, "CHL", "NOR", {START: 7}) if p.unit == "week"]
    assert [(p.source, p.cooperation, p.conflict, len(p.occurrences), p.documents) for p in weeks] == [
        ("CHL", 11.5, -3.5, 3, 7),
        ("NOR", 1.5, 0, 1, 7),
    ]
    assert all(p.error > 0 for p in weeks)


def test_a_turn_is_found_where_the_balance_changes_and_none_in_a_steady_series():
    calm = [happening("AGREE", 7 * n) for n in range(20)]
    assert turns(series_of(calm, "CHL", "NOR", {})) == ()
    worse = [happening("SANCTION", 7 * n) for n in range(20, 40)]
    (turn,) = turns(series_of([*calm, *worse], "CHL", "NOR", {}))
    assert (turn.source, turn.before, turn.after) == ("CHL", 2.5, -6.0)
    assert turn.occurrences == ("o140-SANCTION",)


def test_an_alert_needs_the_floor_and_a_year_without_its_like():
    assert alerts([happening("ASSAULT", 0), happening("ASSAULT", 5)], "CHL", "NOR") == ()
    first = [happening("ASSAULT", day) for day in (0, 5, 9)]
    (alert,) = alerts(first, "CHL", "NOR")
    assert (alert.day, alert.level, alert.highest) == (START + dt.timedelta(days=9), 27.0, 18.0)
    again = [happening("ASSAULT", day) for day in (100, 105, 109)]
    assert len(alerts([*first, *again], "CHL", "NOR")) == 1
    late = [happening("ASSAULT", day) for day in (400, 405, 409)]
    assert len(alerts([*first, *late], "CHL", "NOR")) == 2


@given(st.lists(st.tuples(st.sampled_from(["ASSAULT", "SANCTION", "THREATEN", "ACCUSE"]), st.integers(0, 800)), max_size=40))
def test_alerts_are_those_of_the_rule_as_it_is_written(told):
    """The rule word for word: on each day, the sum of 30 days, set against the sums on all days of the year before."""
    found = [happening(kind, day) for kind, day in told]
    levels = {day: round(-sum(h.score for h in found if day - 30 < (h.day - START).days <= day), 2) for _, day in told}
    expected, quiet_until = [], -1
    for day in sorted(levels):
        highest = max((levels[d] for d in levels if day - 365 <= d < day), default=0.0)
        if levels[day] >= 20 and levels[day] > highest:
            if day > quiet_until:
                expected.append((START + dt.timedelta(days=day), levels[day], highest))
            quiet_until = day + 30
    assert [(a.day, a.level, a.highest) for a in alerts(found, "CHL", "NOR")] == expected
