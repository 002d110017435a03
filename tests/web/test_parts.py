from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontherecord.lexicons import read_table, table_path
from ontherecord.spans import Span
from ontherecord.web.agreement import alpha
from ontherecord.web.marking import Mark, is_hidden, pieces
from ontherecord.web.memory import Memory
from ontherecord.web.occurrence import differences
from ontherecord.web.pages import day, stance, week
from ontherecord.web.search import around, countries
from ontherecord.web.start import deeds, turn
from ontherecord.web.worldmap import Tie, tiles, world_map


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark], Span]:
    text = draw(st.text(min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    within = Span(start, draw(st.integers(start + 1, len(text))))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda p: p[0] < p[1]).map(lambda p: Span(*p))
    marks = st.builds(Mark, spans, st.sampled_from(["event", "actor", "statement", "here"]), st.sampled_from(["", "e1", "a2"]))
    return text, draw(st.lists(marks, max_size=6)), within


@given(marked())
def test_pieces_join_to_the_text_and_carry_just_their_marks(case: tuple[str, list[Mark], Span]) -> None:
    text, marks, within = case
    found = pieces(text, marks, within)
    assert "".join(text[p.start : p.end] for p in found) == within.of(text)
    for piece in found:
        assert set(piece.marks) == {m for m in marks if m.span.overlaps(Span(piece.start, piece.end))}
        assert piece.hidden or piece.shown == text[piece.start : piece.end]
        assert not any(is_hidden(c) for c in piece.shown)


def test_alpha_is_that_of_the_book() -> None:
    """Krippendorff's worked example of two observers and ten binary units: 0.095."""
    one, two = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha({"a": x, "b": y} for x, y in zip(one, two, strict=True)) == pytest.approx(0.095, abs=0.001)
    assert alpha([{"a": 1, "b": 1}, {"a": 2, "b": 2}]) == 1
    assert alpha([{"a": 1}, {"a": 2, "b": 2}]) is None


def test_an_answer_is_kept_while_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "ledger"
    file.write_text("one")
    memory: Memory[int] = Memory(1)
    assert [memory.recall(file, "a", make=lambda: 1), memory.recall(file, "a", make=lambda: 2)] == [1, 1]
    file.write_text("changed")
    assert memory.recall(file, "a", make=lambda: 3) == 3
    assert memory.recall(file, "b", make=lambda: 4) == 4
    assert memory.recall(file, "a", make=lambda: 5) == 5


def test_days_are_as_precise_as_is_known() -> None:
    assert day({"start": "2026-02-01", "end": "2026-02-28"}) == "Feb 2026"
    assert day({"start": "2026-01-01", "end": "2026-12-31"}) == "2026"
    assert day("2026-02-04T10:00:00Z") == "4 Feb 2026"
    assert day({"start": dt.date(2026, 2, 4), "end": dt.date(2026, 2, 6)}) == "4–6 Feb 2026"
    assert day({"start": "2026-02-04", "end": "2026-03-06"}) == "4 Feb – 6 Mar 2026"
    assert day({"start": "2025-12-04", "end": "2026-03-06"}) == "4 Dec 2025 – 6 Mar 2026"
    assert day(None) == "no date"


@given(st.text(max_size=300), st.lists(st.text(min_size=1, max_size=4), max_size=3))
def test_the_stretch_around_words_lies_in_the_text(text: str, words: list[str]) -> None:
    start, end = around(text, words)
    assert 0 <= start <= end <= len(text)


def test_countries_are_read_from_plain_words() -> None:
    assert countries("peru saudi arabia talks") == ["PER", "SAU"]
    assert countries("tuna") == []


def test_a_pair_stands_in_the_list_with_its_reason() -> None:
    row = {"occurrences": 3, "occurrences_before": 4, "worst_score": -6.0, "best_score": 9.5}
    assert turn({**row, "mean": -4.0, "mean_before": 1.0}, 7) == "colder: −4.0 after +1.0"
    assert turn({**row, "mean": 4.0, "mean_before": 1.0}, 7).startswith("warmer")
    assert turn({**row, "mean": 1.0, "mean_before": None, "occurrences_before": 0}, 7) == "nothing in the 90 days before"
    told = {"worst": {"id": "o1", "type": "SANCTION", "day": dt.date(2026, 3, 2)}, "best": {"id": "o2", "type": "AID", "day": None}}
    assert [str(d) for d in deeds({**row, **told})] == ["hardest sanctions, 2 Mar 2026", "friendliest aid"]
    assert [d.which for d in deeds({**row, **told, "worst_score": 1.0})] == ["friendliest"]


def test_every_country_of_the_map_has_a_square_of_its_own() -> None:
    known = {row["code"] for row in read_table(table_path("countries.tsv"), ["code"])}
    assert set(tiles()) <= known
    assert len(set(tiles().values())) == len(tiles())
    for west, east in (("USA", "GBR"), ("FRA", "DEU"), ("IND", "CHN"), ("BRA", "AGO"), ("PER", "BRA")):
        assert tiles()[west][0] < tiles()[east][0]
    for north, south in (("NOR", "ITA"), ("EGY", "KEN"), ("CAN", "MEX"), ("JPN", "AUS")):
        assert tiles()[north][1] < tiles()[south][1]


def test_the_map_draws_what_has_a_place_and_says_what_it_leaves_out() -> None:
    drawn = world_map([Tie("PER", "GHA", -2.0, 3), Tie("PER", "CHL", 4.0, 1), Tie("PER", "IGOUNO", 1.0, 1)])
    assert [(line.tie.b, line.width) for line in drawn.lines] == [("CHL", 4.0), ("GHA", 7.0)]
    assert drawn.left_out == 1
    means = {s.code: s.mean for s in drawn.squares}
    assert means["GHA"] == -2.0
    assert means["PER"] == pytest.approx(-0.2)
    assert means["KEN"] is None


def test_accounts_differ_only_where_two_originals_give_a_value() -> None:
    told = {
        "document_id": "d1",
        "copy_of": None,
        "type": "AID",
        "mode": None,
        "aux": None,
        "date_start": None,
        "place": None,
        "amounts": [],
    }
    ours = {**told, "amounts": [{"value": 10, "unit": "people"}]}
    theirs = {**told, "document_id": "d2", "amounts": [{"value": 12, "unit": "people"}]}
    copy = {**theirs, "document_id": "d3", "copy_of": "d2", "type": "SANCTION"}
    assert differences([ours, told | {"document_id": "d4"}, copy]) == []
    assert [d["field"] for d in differences([ours, theirs])] == ["figures"]


def test_importing_the_page_loads_no_server() -> None:
    code = "import sys, ontherecord.web; print([m for m in ('fastapi', 'uvicorn', 'jinja2', 'duckdb', 'spacy') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_a_stance_is_told_in_words() -> None:
    assert stance("adheres-to") == "adheres to"
    assert stance("rules-out", affirmed=False) == "does not rule out"
    assert stance("denies", affirmed=False) == "does not deny"
    assert stance("committed-to", affirmed=False) == "is not committed to"
    assert stance("insists") == "insists on"


def test_a_week_is_told_by_its_monday() -> None:
    assert week("2026-W06") == dt.date(2026, 2, 2)
