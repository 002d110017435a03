from __future__ import annotations

import datetime as dt
import random

import pytest

from ontherecord.errors import LedgerError
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.linking import link, link_ledger, relink
from ontherecord.linking.growing import touched
from ontherecord.linking.occurrences import from_components
from ontherecord.linking.tellings import tellings
from tests.reports import Tell, report

NOUNS = ["cod", "nets", "salmon", "ferries", "cables", "grain", "visas", "ports", "cement", "trucks"]


def some_reports(number, seed=3):
    """Reports of half as many happenings, by three pairs of countries within some weeks."""
    chance = random.Random(seed)
    for n in range(number):
        a, b = chance.choice([("CHL Rojas", "NOR Berg"), ("KEN", "NGA"), ("JPN", "CHL")])
        kind, verb = chance.choice([("CONSULT", "phoned"), ("ACCUSE", "accused"), ("AID", "helped"), ("THREATEN", "warned")])
        day = dt.date(2026, 3, 1) + dt.timedelta(days=chance.randrange(40))
        sentence = f"Somebody {verb} the other about {chance.choice(NOUNS)} and {chance.choice(NOUNS)}."
        parties = ((a, b), ()) if kind == "CONSULT" else ((a,), (b,))
        told = Tell(
            sentence, kind, None, *parties, day=chance.choice([None, day.isoformat()]), aux=chance.choice([None, None, "historical"])
        )
        yield report(told, published=chance.choice([(day + dt.timedelta(days=1)).isoformat()] * 9 + [None]), publisher=f"P{n}")


def add(path, records, **more):
    with open_ledger(path) as ledger:
        ledger.add(records, run=ledger.start_run(Fingerprint("1", "a")), **more)


def stored(path):
    """The links in a ledger, and the fields of its occurrences."""
    with open_ledger(path, read_only=True) as ledger:
        links = ledger._connection.execute(
            "SELECT occurrence_id, document_id, event_id, score, reasons, copy_of FROM occurrence_events ORDER BY ALL"
        ).fetchall()
        return links, ledger._connection.execute("FROM occurrences ORDER BY ALL").fetchall()


def test_a_ledger_is_linked_as_records_are(tmp_path):
    path = tmp_path / "l.duckdb"
    records = list(some_reports(40))
    add(path, records)
    linked = link_ledger(path)
    pure = link(records)
    assert linked.occurrences == len(pure)
    assert {(t.document, t.event, o.id, t.score, t.copy_of) for o in pure for t in o.told} == {
        (document, event, occurrence, score, copy) for occurrence, document, event, score, _, copy in stored(path)[0]
    }


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_what_comes_later_gives_the_same_as_all_at_once(tmp_path, seed):
    records = list(some_reports(60, seed))
    at_once, bit_by_bit = tmp_path / "a.duckdb", tmp_path / "b.duckdb"
    add(at_once, records)
    link_ledger(at_once)
    shuffled = random.Random(seed).sample(records, len(records))
    for first, last in ((0, 40), (40, 47), (47, 53), (53, 60)):
        add(bit_by_bit, shuffled[first:last])
        link_ledger(bit_by_bit)
    assert stored(bit_by_bit) == stored(at_once)


def test_linking_again_changes_nothing_and_an_empty_ledger_is_no_trouble(tmp_path):
    path = tmp_path / "l.duckdb"
    open_ledger(path).close()
    assert link_ledger(path).occurrences == 0
    add(path, some_reports(10))
    link_ledger(path)
    before = stored(path)
    link_ledger(path)
    assert stored(path) == before


def test_coding_a_document_again_leaves_no_torn_occurrence(tmp_path):
    path = tmp_path / "l.duckdb"
    records = list(some_reports(30))
    add(path, records)
    link_ledger(path)
    before = stored(path)
    add(path, records[:2], replace=True)
    link_ledger(path)
    assert stored(path) == before


def test_an_account_that_was_taken_out_is_kept_apart_with_its_copies_until_it_is_put_back(tmp_path):
    path = tmp_path / "l.duckdb"

    def told(words, publisher):
        return report(Tell(words, "CONSULT", "phone", ("CHL Rojas", "NOR Berg"), day="2026-03-02", issues=("cod",)), publisher=publisher)

    wire = "Rojas and Berg phoned on Monday about cod, nets, ferries, cables and the price of grain in their ports this year."
    records = [told("Berg rang Rojas about cod.", "A"), *(told(wire, publisher) for publisher in "BCD"), *some_reports(12)]
    add(path, records)
    link_ledger(path)
    before = stored(path)
    [whole] = {o for o, d, *_ in before[0] if d == records[0].id}
    original = next(d for o, d, _, _, _, copy in before[0] if o == whole and copy is None and d != records[0].id)
    with open_ledger(path) as ledger:
        number = ledger.unlink(original, "e1", who="Ada", reason="Another call.")
        relink(ledger)
    after = stored(path)
    apart = {d: o for o, d, *_ in after[0]}
    assert len({apart[r.id] for r in records[1:4]}) == 1
    assert apart[records[0].id] != apart[original]
    add(path, some_reports(3, seed=9))
    link_ledger(path)
    grown = stored(path)
    with open_ledger(path) as ledger:
        ledger._connection.execute("DELETE FROM occurrence_events")
        relink(ledger)
    assert stored(path) == grown
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerError, match="stands alone"):
            ledger.unlink(original, "e1", who="Ada", reason="Once more.")
        ledger.undo(number, who="Ada")
        relink(ledger)
    assert {o for o, d, *_ in stored(path)[0] if d in {r.id for r in records[:4]}} == {whole}


def test_an_account_that_was_taken_out_joins_another_occurrence_that_it_fits(tmp_path):
    path = tmp_path / "l.duckdb"

    def told(words, day, publisher, published="2026-03-06"):
        tell = Tell(words, "CONSULT", "phone", ("CHL Rojas", "NOR Berg"), day=day, issues=("cod",))
        return report(tell, publisher=publisher, published=published)

    monday = [told("Berg rang Rojas about cod and nets in the north.", "2026-03-02", "A")]
    thursday = [told("A second talk came on Thursday, of cod again.", "2026-03-05", "C")]
    stray = told("Berg rang Rojas about cod and nets up north.", None, "E")
    add(path, [*monday, *thursday, stray])
    link_ledger(path)
    of = {document: occurrence for occurrence, document, *_ in stored(path)[0]}
    assert of[stray.id] == of[monday[0].id] != of[thursday[0].id]
    with open_ledger(path) as ledger:
        number = ledger.unlink(stray.id, "e1", who="Ada", reason="The other call.")
        relink(ledger)
    moved = stored(path)
    of = {document: occurrence for occurrence, document, *_ in moved[0]}
    assert of[stray.id] == of[thursday[0].id] != of[monday[0].id]
    with open_ledger(path) as ledger:
        ledger._connection.execute("DELETE FROM occurrence_events")
        relink(ledger)
    assert stored(path) == moved
    with open_ledger(path) as ledger:
        ledger.undo(number, who="Ada")
        relink(ledger)
    of = {document: occurrence for occurrence, document, *_ in stored(path)[0]}
    assert of[stray.id] == of[monday[0].id]


def test_growing_step_by_step_in_memory():
    told = [t for r in some_reports(80, 9) for t in tellings(r)]
    texts = {t.document: " ".join(sorted(t.words)) for t in told}
    everything = from_components(touched(told, lambda searches: told), lambda ids: {i: texts[i] for i in ids})
    parts = touched(told[70:], lambda searches: told)
    assert {o.id for o in from_components(parts, lambda ids: {i: texts[i] for i in ids})} <= {o.id for o in everything}
