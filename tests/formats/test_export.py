from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from ontherecord.errors import OnTheRecordError, UnknownName
from ontherecord.formats import FORMATS, export
from ontherecord.formats.columns import GDELT_EVENTS, GDELT_MENTIONS, ICEWS, POLECAT
from ontherecord.ledger import Fingerprint
from ontherecord.records import Actor, Place, document_id
from tests.ledger.conftest import TEXT, telephone_call


def table(file: Path, columns: tuple[str, ...], *, header: bool) -> list[dict[str, str]]:
    lines = file.read_text(encoding="utf8").splitlines()
    if header:
        assert tuple(lines.pop(0).split("\t")) == columns
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def store(ledger, record):
    ledger.add([record], run=ledger.start_run(Fingerprint("1", "a")), replace=True)


def call_alone(**changes):
    """The record with its call changed and alone."""
    record = telephone_call()
    return replace(record, events=(replace(record.events[0], **changes),), statements=())


def test_the_columns_are_as_many_as_the_formats_have():
    assert [len(c) for c in (GDELT_EVENTS, GDELT_MENTIONS, POLECAT, ICEWS)] == [61, 16, 40, 20]
    assert GDELT_EVENTS[25] == "IsRootEvent"
    assert POLECAT[23] == "Placename"


def test_plover_keeps_everybody_at_a_meeting_as_actor(filled, tmp_path):
    done = export(filled, "plover", tmp_path / "out.jsonl")
    call, agree = (json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines())
    assert done.rows == 2
    assert [a["code"] for a in call["actor"]] == ["NOR", "CHL"]
    assert "recipient" not in call
    assert (call["date"], call["event"], call["mode"], call["quad_code"], call["event_scale"]) == (
        "2026-03-02",
        "CONSULT",
        "phone",
        "VERBAL COOPERATION",
        1.5,
    )
    assert [r["code"] for r in agree["recipient"]] == ["CHL"]
    assert agree["date"] == "2026-03-03"
    assert agree["according_to"][1] == {"kind": "actor", "name": "Premier", "country": "NOR", "ownership": "state", "words": "she"}


def test_plover_holds_the_sentence_only_when_asked(filled, tmp_path):
    out = tmp_path / "out.jsonl"
    export(filled, "plover", out)
    assert all("text" not in json.loads(line) for line in out.read_text().splitlines())
    export(filled, "plover", out, with_text=True)
    for event in map(json.loads, out.read_text().splitlines()):
        assert event["text"] == TEXT[event["text_info"]["start"] : event["text_info"]["end"]]


def test_polecat_joins_the_parties_of_a_side_in_one_cell(filled, tmp_path):
    export(filled, "polecat", tmp_path / "out.tsv")
    call, agree = table(tmp_path / "out.tsv", POLECAT, header=True)
    assert (call["Actor Name"], call["Actor Country"], call["Actor COW"]) == ("Premier; President", "NOR; CHL", "385; 155")
    assert (call["Actor Name Raw"], call["Recipient Name"]) == ("Norway’s premier; Chile’s president", "")
    assert (agree["Event Date"], agree["Quad Code"], agree["Recipient Country"]) == ("2026-03-03", "VERBAL COOPERATION", "CHL")


def test_icews_and_gdelt_pair_a_meeting_both_ways(filled, tmp_path):
    export(filled, "icews", tmp_path / "icews.tsv")
    rows = table(tmp_path / "icews.tsv", ICEWS, header=True)
    assert [(r["Source Country"], r["Target Country"], r["CAMEO Code"]) for r in rows] == [
        ("Norway", "Chile", "041"),
        ("Chile", "Norway", "041"),
        ("Norway", "Chile", "030"),
    ]
    done = export(filled, "gdelt", tmp_path / "gdelt.tsv")
    assert [f.name for f in done.files] == ["gdelt.mentions.tsv", "gdelt.tsv"]
    rows = table(tmp_path / "gdelt.tsv", GDELT_EVENTS, header=False)
    assert [(r["Actor1CountryCode"], r["Actor2CountryCode"], r["EventCode"], r["QuadClass"]) for r in rows] == [
        ("NOR", "CHL", "041", "1"),
        ("CHL", "NOR", "041", "1"),
        ("NOR", "CHL", "030", "1"),
    ]
    assert (rows[0]["SQLDATE"], rows[0]["FractionDate"], rows[0]["DATEADDED"], rows[0]["Actor1Code"]) == (
        "20260302",
        "2026.1699",
        "20260303100000",
        "NORGOV",
    )
    mentions = table(tmp_path / "gdelt.mentions.tsv", GDELT_MENTIONS, header=False)
    assert [m["GLOBALEVENTID"] for m in mentions] == [r["GLOBALEVENTID"] for r in rows]
    assert TEXT[int(mentions[1]["Actor1CharOffset"]) :].startswith("Chile’s president")
    assert (mentions[0]["MentionSourceName"], mentions[0]["Confidence"], mentions[0]["MentionDocLen"]) == (
        "paper.example",
        "90",
        str(len(TEXT)),
    )


def test_places_are_called_as_gdelt_calls_them(ledger, tmp_path):
    store(ledger, call_alone(place=Place("Zürich", "CHE", 47.37, 8.54, 2657896)))
    export(ledger, "gdelt", tmp_path / "out.tsv")
    row = table(tmp_path / "out.tsv", GDELT_EVENTS, header=False)[0]
    assert [row[f"ActionGeo_{c}"] for c in ("Type", "FullName", "CountryCode", "Lat", "FeatureID")] == [
        "4",
        "Zürich",
        "SZ",
        "47.37",
        "2657896",
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"aux": "negation"}, "not having happened"),
        ({"aux": "hypothetical"}, "not having happened"),
        ({"aux": "future", "quad": "material conflict"}, "not having happened"),
        ({"aux": "historical", "date": None}, "no day"),
        ({"actors": ()}, "nobody"),
    ],
)
def test_what_a_format_cannot_hold_is_left_out_and_counted(ledger, tmp_path, changes, reason):
    store(ledger, call_alone(**changes))
    done = export(ledger, "icews", tmp_path / "out.tsv")
    assert done.rows == 0
    [(said, number)] = done.left_out.items()
    assert reason in said
    assert number == 1


def test_a_planned_visit_announced_today_is_an_act_of_today(ledger, tmp_path):
    date = telephone_call().events[0].date
    later = replace(date, start=date.start.replace(month=6), end=date.end.replace(month=6), span=None)
    store(ledger, call_alone(type="AGREE", mode=None, aux="future", date=later))
    export(ledger, "icews", tmp_path / "out.tsv")
    assert {r["Event Date"] for r in table(tmp_path / "out.tsv", ICEWS, header=True)} == {"2026-03-03"}


def test_a_summit_does_not_become_hundreds_of_dyads(ledger, tmp_path):
    codes = [
        "ARG",
        "AUS",
        "BRA",
        "CAN",
        "CHN",
        "DEU",
        "FRA",
        "GBR",
        "IDN",
        "IND",
        "ITA",
        "JPN",
        "KOR",
        "MEX",
        "RUS",
        "SAU",
        "TUR",
        "USA",
        "ZAF",
        "EUR",
    ]
    record = telephone_call()
    actors = tuple(Actor(f"a{n}", code, code, "GOV") for n, code in enumerate(codes, 1))
    summit = replace(record.events[0], actors=tuple(a.id for a in actors), according_to=())
    store(ledger, replace(record, actors=actors, events=(summit,), statements=(), positions=()))
    assert export(ledger, "gdelt", tmp_path / "out.tsv").rows == 2 * 19
    assert export(ledger, "polecat", tmp_path / "out.tsv").rows == 1


def test_a_country_and_its_minister_are_one_party(ledger, tmp_path):
    record = telephone_call()
    country = Actor("a9", "Norway", "NOR", "GOV")
    store(ledger, replace(record, actors=(*record.actors, country), events=(replace(record.events[1], actors=("a1", "a9")),)))
    assert export(ledger, "icews", tmp_path / "out.tsv").rows == 1


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_words_and_spans_agree_after_export(filled, tmp_path, format):
    out = tmp_path / f"out.{format}"
    filled.correct(telephone_call().id, "event", "e1", "mode", "visit", who="Ada", reason="In person.")
    assert export(filled, format, out).rows == 2
    if format == "csv":
        rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf8"), newline="")))
        assert rows[0]["actors"] == "Premier; President"
    else:
        rows = duckdb.sql(f"FROM '{out}'").fetchall()
        rows = [dict(zip(duckdb.sql(f"FROM '{out}'").columns, row, strict=True)) for row in rows]
        assert rows[0]["actors"] == ["Premier", "President"]
    for row in rows:
        assert TEXT[int(row["evidence_start"]) : int(row["evidence_end"])] == row["quote"]
        assert TEXT[int(row["trigger_start"]) : int(row["trigger_end"])] == row["trigger"]
    assert "visit" in str(rows[0]["corrections"])
    assert rows[0]["mode"] == "visit"


def test_corrected_exports_hold_what_people_put_right(filled, tmp_path):
    filled.correct(telephone_call().id, "event", "e1", "mode", "visit", who="Ada", reason="In person.")
    for corrected, mode in ((False, "phone"), (True, "visit")):
        export(filled, "plover", tmp_path / "out.jsonl", corrected=corrected)
        assert json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])["mode"] == mode


def test_tabs_and_line_breaks_in_names_do_not_break_the_table(ledger, tmp_path):
    record = telephone_call()
    document = replace(record.document, publisher="The\tPaper\r\nof\u2028Record")
    store(ledger, replace(record, id=document_id(document), document=document))
    export(ledger, "icews", tmp_path / "out.tsv")
    assert {r["Publisher"] for r in table(tmp_path / "out.tsv", ICEWS, header=True)} == {"The Paper of Record"}


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_goes_to_a_stream_as_to_a_file(filled, tmp_path, format):
    stream = io.BytesIO()
    export(filled, format, stream)
    export(filled, format, tmp_path / "out")
    assert stream.getvalue() == (tmp_path / "out").read_bytes() != b""


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_ledger_exports_no_rows(ledger, tmp_path, format):
    assert export(ledger, format, tmp_path / "out").rows == 0


def test_an_unknown_format_lists_those_that_there_are(ledger, tmp_path):
    with pytest.raises(UnknownName, match="plover, polecat, icews, gdelt, parquet, csv"):
        export(ledger, "xml", tmp_path / "out")


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(filled, tmp_path):
    with pytest.raises(OnTheRecordError, match="cannot be written"):
        export(filled, "csv", tmp_path / "none" / "out.csv")
    assert list(tmp_path.glob("*.csv")) == []
    if Path("/dev/full").exists():
        with pytest.raises(OnTheRecordError, match="No space left"):
            export(filled, "plover", Path("/dev/full"))
