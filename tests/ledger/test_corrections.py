from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ontherecord.errors import LedgerError, UnknownName
from ontherecord.ledger import Fingerprint
from tests.ledger.conftest import span, telephone_call

DOCUMENT = telephone_call().id


def rows(ledger, sql):
    return ledger._connection.execute(sql).fetchall()


def corrected(ledger):
    return next(iter(ledger.records(corrected=True)))


def test_a_correction_stands_beside_the_machines_value(filled):
    filled.correct(DOCUMENT, "event", "e1", "type", "COOPERATE", who="Ada", reason="They did more than talk.")
    assert next(iter(filled.records())) == telephone_call()
    assert corrected(filled).events[0].type == "COOPERATE"
    [correction] = filled.corrections()
    assert (correction.machine, correction.value, correction.who, correction.item_id) == ("CONSULT", "COOPERATE", "Ada", "e1")
    [event, _] = filled.query("events_table")
    assert event["type"] == "COOPERATE"
    assert (event["corrections"][0]["machine"], event["corrections"][0]["value"]) == ('"CONSULT"', '"COOPERATE"')


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


def test_every_table_has_what_is_right_until_it_is_undone(filled):
    [first, *more] = filled.correct_all(
        DOCUMENT, "actor", "a1", {"country": "SWE", "name": "Sweden’s premier"}, who="Ada", reason="Misread."
    )
    [event, _] = filled.query("events_table")
    assert (event["actors"], event["actor_countries"]) == (["Sweden’s premier", "President"], ["CHL", "SWE"])
    assert rows(filled, "SELECT DISTINCT pair FROM position_pairs") == rows(filled, "SELECT DISTINCT pair FROM statement_pairs") == []
    filled.undo_all([first, *more], who="Ada")
    assert filled.query("events_table")[0]["actor_countries"] == ["CHL", "NOR"]
    assert rows(filled, "SELECT DISTINCT pair FROM position_pairs UNION FROM statement_pairs SELECT pair") == [("CHL NOR",)]


def test_a_new_coding_keeps_what_is_right_in_every_table(filled):
    filled.correct(DOCUMENT, "event", "e1", "mode", "visit", who="Ada", reason="She came in person.")
    filled.add([telephone_call()], run=filled.start_run(Fingerprint("2", "b")), replace=True)
    assert [row["mode"] for row in filled.query("events_table")] == ["visit", None]


def test_a_correction_that_names_an_actor_who_is_gone_waits(filled):
    filled.correct(DOCUMENT, "event", "e2", "recipients", ["a3"], who="Ada", reason="It was the islet.")
    whole = telephone_call()
    filled.add([replace(whole, actors=whole.actors[:2], positions=())], run=filled.start_run(Fingerprint("2", "b")), replace=True)
    assert corrected(filled).events[1].recipients == ("a2",)
    filled.add([whole], run=filled.start_run(Fingerprint("3", "b")), replace=True)
    assert corrected(filled).events[1].recipients == ("a3",)


def test_a_missed_event_is_added_corrected_found_again_and_undone(filled):
    claims = span("claims")
    trigger = {"start": claims.start, "end": claims.end}
    number = filled.add_event(DOCUMENT, {"type": "ACCUSE", "actors": ["a1"], "trigger": trigger}, who="Ada", reason="Missed.")
    added = corrected(filled).events[-1]
    assert (added.id, added.type, added.quad, added.actors, added.confidence) == (f"n{number}", "ACCUSE", "verbal conflict", ("a1",), 1.0)
    assert added.evidence.of(telephone_call().document.text) == "Norway claims the islet."
    assert [link.name for link in added.according_to] == ["The Paper"]
    filled.correct(DOCUMENT, "event", added.id, "actors", ["a1", "a2"], who="Bo", reason="Both.")
    filled.add([telephone_call()], run=filled.start_run(Fingerprint("2", "b")), replace=True)
    assert corrected(filled).events[-1].actors == ("a1", "a2")
    assert len(filled.query("events_table")) == 3
    filled.undo(number, who="Ada")
    assert len(corrected(filled).events) == len(filled.query("events_table")) == 2


@pytest.mark.parametrize(
    ("event", "says"),
    [
        ({"type": "DANCE", "trigger": {"start": 0, "end": 3}}, "no PLOVER type"),
        ({"type": "AID"}, "needs the words"),
        ({"type": "AID", "trigger": {"start": 5, "end": 99999}}, "needs the words"),
        ({"type": "AID", "trigger": {"start": 0, "end": 3}, "actors": ["a9"]}, "does not have: a9"),
    ],
)
def test_an_event_that_cannot_stand_is_not_added(filled, event, says):
    with pytest.raises((UnknownName, LedgerError), match=says):
        filled.add_event(DOCUMENT, event, who="Ada", reason="Why not.")
    assert filled.corrections(undone=True) == []


def test_corrections_are_written_out_to_learn_from(filled, tmp_path):
    out = tmp_path / "right.jsonl"
    filled.correct(DOCUMENT, "event", "e1", "mode", "visit", who="Ada", reason="She came in person.")
    filled.undo(filled.correct(DOCUMENT, "event", "e1", "type", "AID", who="Bo", reason="No."), who="Bo")
    filled.add_event(DOCUMENT, {"type": "ACCUSE", "trigger": {"start": 0, "end": 6}}, who="Ada", reason="Missed.")
    assert filled.export_corrections(out) == 2
    first, second = (json.loads(line) for line in out.read_text(encoding="utf8").splitlines())
    assert first["document"]["id"] == DOCUMENT
    assert first["span"]["text"] == first["document"]["text"][first["span"]["start"] : first["span"]["end"]] == "phoned"
    assert (first["machine"], first["right"], first["who"], first["reason"]) == ("phone", "visit", "Ada", "She came in person.")
    assert (second["field"], second["machine"], second["right"]["type"]) == ("new", None, "ACCUSE")
    with pytest.raises(LedgerError, match="cannot be written"):
        filled.export_corrections(tmp_path / "none" / "right.jsonl")
