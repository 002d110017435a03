from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontherecord.errors import LedgerError, RefusedDocument, UnknownName
from ontherecord.ledger import Fingerprint, Link, OccurrenceRow, decode, encode, open_ledger
from ontherecord.records import as_json
from tests.ledger.conftest import TEXT, telephone_call
from tests.strategies import records

MACHINE = Fingerprint("1", "a")


def rows(ledger, sql):
    """What somebody with any DuckDB client would see."""
    return ledger._connection.execute(sql).fetchall()


@given(records())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_coded_document_decodes_to_the_same_record(record):
    assert decode(encode(record)) == record


@given(st.lists(records(), max_size=4, unique_by=lambda r: r.id))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_ledger_gives_back_what_it_was_given(tmp_path_factory, given_records):
    path = tmp_path_factory.mktemp("ledger") / "ledger.duckdb"
    with open_ledger(path) as ledger:
        run = ledger.start_run(MACHINE)
        assert ledger.add(given_records, run=run) == len(given_records)
        assert ledger.add(given_records, run=run) == 0
    with open_ledger(path, read_only=True) as ledger:
        assert list(ledger.records()) == given_records
        assert [line.encode() for line in ledger.lines()] == [as_json(r) for r in given_records]
        quotes = rows(ledger, "SELECT document_id, event_id, quote, trigger FROM v_events")
        texts = {r.id: r.document.text for r in given_records}
        expected = [(r.id, e.id, e.evidence.of(texts[r.id]), e.trigger.of(texts[r.id])) for r in given_records for e in r.events]
        assert sorted(quotes) == sorted(expected)


def test_views_say_who_did_and_said_what(filled):
    [event, _] = filled.query("events_table")
    assert (event["actors"], event["actor_countries"], event["recipients"]) == (["Premier", "President"], ["CHL", "NOR"], [])
    assert (event["type"], event["mode"], event["issues"], str(event["date_start"])) == ("CONSULT", "phone", ["fish"], "2026-03-02")
    assert event["chain"] == "The Paper > Premier (NOR, state)"
    assert event["quote"] == "Norway’s premier phoned Chile’s president 🕊️ on Monday."
    [statement] = rows(filled, "SELECT speaker, speaker_country, addressee_countries, cue, quote, events FROM v_statements")
    assert statement == ("Premier", "NOR", ["CHL"], "said", "We agree, … on fish.", ["e2"])
    [position] = rows(filled, "SELECT holder, stance, object, object_country, affirmed, quote FROM v_positions")
    assert position == ("Premier", "claims", "Islet", None, True, "Norway claims the islet.")


def test_every_row_has_its_document_words_and_run(filled):
    assert rows(
        filled,
        "SELECT substring(text, span_start + 1, span_end - span_start), reason, u.run_id FROM uncoded u JOIN documents USING (document_id)",
    ) == [("🕊️", "it is a bird.", 1)]
    spans = rows(filled, "SELECT span_start, span_end FROM mentions UNION ALL SELECT span_start, span_end FROM statement_spans")
    assert {TEXT[a:b] for a, b in spans} >= {"she", "Chile’s president", "on fish."}
    assert rows(filled, "SELECT side, country FROM event_actors WHERE event_id = 'e2'") == [("actor", "NOR"), ("recipient", "CHL")]
    assert rows(filled, "SELECT version, knowledge FROM runs JOIN issues USING (run_id)") == [("1", "a")]


def test_views_and_their_columns_are_described(ledger):
    described = rows(ledger, "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NOT NULL")
    assert {name for (name,) in described} >= {"v_events", "v_statements", "v_positions", "v_corrections"}
    assert rows(ledger, "SELECT comment FROM duckdb_columns() WHERE table_name = 'v_events' AND column_name = 'quote'") == [
        ("The sentence that tells it",)
    ]


def test_has_tells_documents_and_by_what_they_were_coded(filled):
    there = telephone_call().id
    assert filled.has([there, "not there"]) == {there}
    assert filled.has([there], made_by=MACHINE) == {there}
    assert filled.has([there], made_by=Fingerprint("2", "a")) == set()


def test_refusals_are_kept_once_with_the_run_that_met_them_last(ledger):
    bad = RefusedDocument("a.txt", "it is empty.")
    first, second = ledger.start_run(MACHINE), ledger.start_run(MACHINE)
    ledger.add([], [bad, bad, RefusedDocument("b.txt", "it is empty.")], run=first)
    ledger.add([], [bad], run=second)
    assert [r.source for r in ledger.refusals()] == ["a.txt", "b.txt"]
    assert [r.source for r in ledger.refusals(run=second)] == ["a.txt"]


def test_runs_are_noted_with_their_counts(ledger):
    run = ledger.start_run(MACHINE)
    assert rows(ledger, "SELECT finished, added FROM runs") == [(None, None)]
    ledger.finish_run(run, added=3, already=2, refused=1)
    assert rows(ledger, "SELECT added, already, refused, finished >= started FROM runs") == [(3, 2, 1, True)]


def test_a_record_whose_id_is_not_its_hash_is_not_stored(ledger):
    import dataclasses

    with pytest.raises(LedgerError, match="not the hash"):
        ledger.add([dataclasses.replace(telephone_call(), id="0" * 32)], run=1)


def test_a_batch_that_fails_leaves_nothing(filled, monkeypatch):
    other = telephone_call()
    before = list(filled.lines())
    monkeypatch.setattr("ontherecord.ledger.store.Ledger._refuse", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        filled.add([other], run=1, replace=True)
    assert list(filled.lines()) == before
    assert len(filled.query("events_table")) == 2


def test_an_unknown_query_lists_those_that_there_are(ledger):
    with pytest.raises(UnknownName, match="totals"):
        ledger.query("no_such")


def test_occurrences_are_replaced_all_or_some(filled):
    document = telephone_call().id
    first = OccurrenceRow("o1", {"type": "CONSULT", "actors": ["CHL", "NOR"]}, (Link(document, "e1", 0.9, ("same day", "same pair")),))
    second = OccurrenceRow("o2", {"type": "AGREE"}, (Link(document, "e2", 1.0, (), "other"),))
    assert [r["event_id"] for r in filled.query("unlinked_events")] == ["e1", "e2"]
    filled.replace_occurrences([first, second])
    assert filled.query("unlinked_events") == []
    links = rows(
        filled,
        "SELECT occurrence_id, reasons, copy_of, type FROM occurrence_events JOIN occurrences USING (occurrence_id) ORDER BY 1",
    )
    assert links == [("o1", ["same day", "same pair"], None, "CONSULT"), ("o2", [], "other", "AGREE")]
    filled.replace_occurrences([OccurrenceRow("o1", {"type": "CONSULT"}, (Link(document, "e1"), Link(document, "e2")))], gone=["o2"])
    assert rows(filled, "SELECT occurrence_id, event_id FROM occurrence_events ORDER BY 2") == [("o1", "e1"), ("o1", "e2")]
    filled.replace_occurrences([])
    assert rows(filled, "SELECT count(*) FROM occurrences") == [(0,)]
