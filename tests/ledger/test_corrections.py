from __future__ import annotations

from dataclasses import replace

import pytest

from ontherecord.errors import LedgerError, UnknownName
from ontherecord.ledger import Fingerprint
from tests.ledger.conftest import span, telephone_call

DOCUMENT = telephone_call().id


def corrected(ledger):
    return next(iter(ledger.records(corrected=True)))


def test_a_correction_stands_beside_the_machines_value(filled):
    filled.correct(DOCUMENT, "event", "e1", "type", "COOPERATE", who="Ada", reason="They did more than talk.")
    assert next(iter(filled.records())) == telephone_call()
    assert corrected(filled).events[0].type == "COOPERATE"
    [correction] = filled.corrections()
    assert (correction.machine, correction.value, correction.who, correction.item_id) == ("CONSULT", "COOPERATE", "Ada", "e1")
    [event, _] = filled.query("events_table")
    assert event["type"] == "CONSULT"
    assert event["corrections"][0]["value"] == '"COOPERATE"'


def test_dates_and_spans_are_given_as_in_the_records_json(filled):
    fish = span("on fish")
    filled.correct(DOCUMENT, "event", "e2", "date", {"start": "2026-03-01", "end": "2026-03-02", "span": None}, who="Ada", reason="Monday.")
    filled.correct(DOCUMENT, "event", "e2", "trigger", {"start": fish.start, "end": fish.end}, who="Ada", reason="Better word.")
    event = corrected(filled).events[1]
    assert str(event.date.start) == "2026-03-01"
    assert event.trigger == fish


def test_the_last_of_two_corrections_holds_until_it_is_undone(filled):
    filled.correct(DOCUMENT, "actor", "a1", "country", "SWE", who="Ada", reason="Misread.")
    second = filled.correct(DOCUMENT, "actor", "a1", "country", "DNK", who="Bo", reason="Misread.")
    assert corrected(filled).actors[0].country == "DNK"
    filled.undo(second, who="Ada")
    assert corrected(filled).actors[0].country == "SWE"
    assert [c.undone_by for c in filled.corrections(undone=True)] == [None, "Ada"]
    with pytest.raises(UnknownName, match="no standing correction"):
        filled.undo(second, who="Ada")


def test_it_finds_its_event_again_by_its_words_when_ids_have_moved(filled):
    filled.correct(DOCUMENT, "event", "e1", "mode", "visit", who="Ada", reason="She came in person.")
    call, agree = telephone_call().events
    swapped = (replace(agree, id="e1"), replace(call, id="e2"))
    run = filled.start_run(Fingerprint("2", "b"))
    assert filled.add([telephone_call(swapped)], run=run, replace=True) == 1
    assert [e.mode for e in corrected(filled).events] == [None, "visit"]


def test_it_waits_while_no_item_stands_on_its_words(filled):
    filled.correct(DOCUMENT, "event", "e1", "mode", "visit", who="Ada", reason="She came in person.")
    run = filled.start_run(Fingerprint("2", "b"))
    filled.add([telephone_call(events=(telephone_call().events[1],))], run=run, replace=True)
    assert [c.item_id for c in filled.corrections()] == [None]
    assert [e.mode for e in corrected(filled).events] == [None]
    filled.add([telephone_call()], run=run, replace=True)
    assert [e.mode for e in corrected(filled).events] == ["visit", None]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("nowhere", "event", "e1", "type", "AID"), "no document"),
        ((DOCUMENT, "verb", "e1", "type", "AID"), "there are event, statement"),
        ((DOCUMENT, "event", "e9", "type", "AID"), "it has e1, e2"),
        ((DOCUMENT, "event", "e1", "colour", "AID"), "it has type, mode"),
    ],
)
def test_what_is_not_there_cannot_be_corrected(filled, given, says):
    with pytest.raises(UnknownName, match=says):
        filled.correct(*given, who="Ada", reason="Why not.")
    assert filled.corrections() == []


@pytest.mark.parametrize(
    ("field", "value"), [("date", "yesterday"), ("trigger", {"start": 5, "end": 5000}), ("trigger", None), ("mentions", [{"start": 9}])]
)
def test_a_value_that_cannot_stand_in_the_field_is_refused(filled, field, value):
    with pytest.raises(LedgerError, match="cannot stand in the field"):
        filled.correct(DOCUMENT, "event", "e1", field, value, who="Ada", reason="Why not.")
