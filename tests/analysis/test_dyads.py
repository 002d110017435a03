"""Questions put to a ledger of a few reports."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import shutil

import msgspec
import pytest
from rich.console import Console

from ontherecord.analysis import dyad, first_words, issue_ledger, list_readouts, positions, readouts
from ontherecord.analysis.occurrences import ask
from ontherecord.analysis.series import series
from ontherecord.cli.readout_views import show_list, show_readouts
from ontherecord.cli.views import show_dyad, show_issues, show_positions
from ontherecord.errors import UnknownName
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.linking import link_ledger
from ontherecord.records import Actor, Position
from ontherecord.spans import Span
from tests.analysis.twins import series_of
from tests.reports import Tell, report

OURS, THEIRS = "CHL Rojas", "NOR Berg"


def reports():
    call = {"type": "CONSULT", "mode": "phone", "actors": (OURS, THEIRS), "day": "2026-03-02"}
    yield report(
        Tell("Rojas telephoned Berg on Monday about salmon.", issues=("salmon",), **call),
        Tell("Rojas urged Berg to free the trawler.", "REQUEST", "yield", (OURS,), (THEIRS,), issues=("trawler",)),
        publisher="Presidency of Chile", state="CHL", published="2026-03-02", title="Call with Norway",
    )  # fmt: skip
    wire = (
        "Berg spoke with Rojas by telephone on Monday, a long talk about salmon, the weather at sea, ice and the price of nets and hooks."
    )
    yield report(Tell(wire, issues=("salmon",), trigger="spoke", **call), publisher="Wire", published="2026-03-03")
    yield report(Tell(wire.replace("ice", "fog"), issues=("salmon",), trigger="spoke", **call), publisher="Paper", published="2026-03-04")
    yield report(
        Tell("Norway agreed to free the trawler by April.", "AGREE", None, (THEIRS,), (OURS,), issues=("trawler",), aux="future",
             said_by=THEIRS),
        publisher="Fjord News", published="2026-03-10",
    )  # fmt: skip
    yield report(
        Tell("Norway released the trawler on Friday.", "RETREAT", "release", ("NOR",), ("CHL",), "2026-04-03", issues=("trawler",)),
        publisher="Fjord News", published="2026-04-04",
    )  # fmt: skip
    yield report(Tell("Kenya accused Japan of dumping.", "ACCUSE", None, ("KEN",), ("JPN",), "2026-03-02"), publisher="Lamu Post")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    made = tmp_path_factory.mktemp("dyads") / "ledger.duckdb"
    with open_ledger(made) as ledger:
        ledger.add(reports(), run=ledger.start_run(Fingerprint("1", "a")))
    link_ledger(made)
    return made


@pytest.fixture
def ledger(path):
    with open_ledger(path, read_only=True) as opened:
        yield opened


def test_the_state_of_a_dyad(ledger):
    plain = dyad(ledger, "CHL", "NOR").as_plain()
    states = {i["id"]: (i["state"], i["raised_by"]) for i in plain["issues"]}
    assert states["trawler"] == ("carried-out", ["CHL", "NOR"])
    assert states["salmon"][0] == "under-discussion"
    (call,) = (o for o in plain["occurrences"] if o["type"] == "CONSULT")
    assert (call["actors"], call["date"]) == (["CHL", "NOR"], {"start": "2026-03-02", "end": "2026-03-02"})
    assert (len(call["documents"]), len(call["copies"])) == (2, 1)
    (promise,) = plain["commitments"]
    assert (promise["by"], promise["to"], promise["state"]) == ("NOR", "CHL", "kept")
    assert promise["by_occurrence"] in {o["id"] for o in plain["occurrences"]}
    assert {p["period"] for p in plain["series"] if p["unit"] == "month"} == {"2026-03", "2026-04"}


def test_an_issue_names_acts_promises_and_what_decided_it(ledger):
    plain = issue_ledger(ledger, "CHL", "NOR").as_plain()
    (trawler,) = (i for i in plain["issues"] if i["id"] == "trawler")
    assert [(a["country"], a["type"]) for a in trawler["acts"]] == [("CHL", "REQUEST"), ("NOR", "RETREAT")]
    assert trawler["state_by"] == trawler["acts"][1]["occurrence"]
    assert [(c["by"], c["state"]) for c in trawler["commitments"]] == [("NOR", "kept")]
    whole = dyad(ledger, "CHL", "NOR").as_plain()
    assert (plain["issues"], plain["commitments"]) == (whole["issues"], whole["commitments"])
    assert "no issue" in (issue_ledger(ledger, "FRA", "TUV").note or "")


def test_the_series_is_that_of_plain_python(ledger):
    whole = dyad(ledger, "CHL", "NOR")
    read = {row["day"]: row["documents"] for row in ask(ledger, "reports_read")}
    assert series(ledger, "CHL", "NOR") == series_of(whole.occurrences, "CHL", "NOR", read)
    assert {i for p in whole.series for i in p.occurrences} <= {h.id for h in whole.occurrences}
    since = dt.date(2026, 3, 5)
    later = [h for h in whole.occurrences if h.day and h.day >= since]
    assert series(ledger, "CHL", "NOR", since=since) == series_of(later, "CHL", "NOR", read)


def test_rows_by_pair_are_those_of_the_views_that_define_them(path, tmp_path):
    copy = tmp_path / "copy.duckdb"
    shutil.copy(path, copy)
    with open_ledger(copy) as ledger:
        connection = ledger._connection
        connection.execute("INSERT INTO unsettled SELECT occurrence_id FROM occurrences")
        for table, view in (("occurrence_pairs", "occurrence_pair_rows"), ("promises", "promise_rows")):
            kept, defined = (connection.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in (table, view))
            assert kept
            assert kept == defined
        assert connection.execute("SELECT count(*) FROM pair_document_rows").fetchone() == (0,)


def test_answers_name_their_documents_and_are_json(ledger):
    plain = dyad(ledger, "CHL", "NOR").as_plain()
    named = {d for o in plain["occurrences"] for d in (*o["documents"], *o["copies"])} | {
        d for i in plain["issues"] for d in i["documents"]
    }
    assert named <= set(plain["documents"])
    assert set(next(iter(plain["documents"].values()))) == {"url", "title", "publisher", "published"}
    assert msgspec.json.decode(msgspec.json.encode(plain)) == plain


def test_since_and_until(ledger):
    later = dyad(ledger, "CHL", "NOR", since=dt.date(2026, 3, 5))
    assert {h.type for h in later.occurrences} == {"AGREE", "RETREAT"}
    earlier = dyad(ledger, "CHL", "NOR", until=dt.date(2026, 3, 5))
    assert {h.type for h in earlier.occurrences} == {"CONSULT", "REQUEST"}
    assert list_readouts(ledger, "CHL", "NOR", since=dt.date(2026, 3, 5)).occurrences == ()


def test_readouts_from_the_ledger(ledger):
    listed = list_readouts(ledger, "NOR", "CHL")
    (call,) = listed.as_plain()["occurrences"]
    assert set(call) >= {"id", "type", "date", "documents", "copies"}
    answer = readouts(ledger, call["id"]).as_plain()
    assert answer["sides"] == ["CHL", "NOR"]
    assert {row["id"]: row["verdict"] for row in answer["issues"]} == {"salmon": "only CHL", "trawler": "only CHL"}
    assert {row["id"]: len(row["cells"]["others"]) for row in answer["issues"]} == {"salmon": 1, "trawler": 0}
    assert set(answer["documents"]) == {*call["documents"], *call["copies"]}


def test_a_dyad_of_which_nothing_is_known_is_a_sentence(ledger):
    answer = dyad(ledger, "FRA", "TUV")
    assert answer.note == "The ledger holds nothing between France (FRA) and Tuvalu (TUV)."
    assert answer.as_plain()["occurrences"] == []
    assert "no call or meeting" in (list_readouts(ledger, "FRA", "TUV").note or "")


@pytest.mark.parametrize(
    ("given", "meant"), [("UK", "GBR"), ("U.K.", "GBR"), ("Norway", "NOR"), ("Moscow", "RUS"), ("CHX", "did|Did"), ("??", "three letters")]
)
def test_what_is_no_code_says_what_was_meant(ledger, given, meant):
    with pytest.raises(UnknownName, match=meant):
        dyad(ledger, given, "CHL")


def test_international_codes_and_small_letters_are_codes(ledger):
    assert dyad(ledger, "uno", "chl").note


def test_a_country_with_itself_and_an_unknown_occurrence(ledger):
    with pytest.raises(UnknownName, match="twice"):
        dyad(ledger, "CHL", "chl")
    with pytest.raises(UnknownName, match="no occurrence 'o1'"):
        readouts(ledger, "o1")


def test_an_empty_ledger_answers(tmp_path):
    with open_ledger(tmp_path / "empty.duckdb") as empty:
        assert dyad(empty, "CHL", "NOR").note
        with pytest.raises(UnknownName, match="none yet"):
            readouts(empty, "o1")


def test_views_fit_eighty_columns(ledger):
    page = io.StringIO()
    console = Console(file=page, width=80, color_system=None)
    whole = dyad(ledger, "CHL", "NOR")
    show_dyad(whole, first_words(ledger, [h.id for h in whole.occurrences]), console)
    show_dyad(dyad(ledger, "FRA", "TUV"), {}, console)
    listed = list_readouts(ledger, "CHL", "NOR")
    show_list(listed, console)
    show_readouts(readouts(ledger, listed.occurrences[0].id), console)
    show_issues(issue_ledger(ledger, "CHL", "NOR"), console)
    show_positions(positions(ledger, "CHL", on="NOR"), console)
    told = page.getvalue()
    assert max(map(len, told.splitlines())) <= 80
    for words in (
        "carried out",
        "kept by",
        "2 reports and 1 copy",
        "only CHL",
        "CHL → NOR",
        "nothing between France",
        "no position of Chile",
        "“Norway released the trawler on Friday.”",
        "which made it so",
        "What the states mean",
        "promised",
    ):
        assert words in told


def test_positions_over_time(tmp_path):
    told = [(None, True), ("hardened", True), (None, False)]
    days = ("2026-01-05", "2026-05-06", "2026-07-08")
    with open_ledger(tmp_path / "l.duckdb") as ledger:
        held = [report(Tell("Norway claims the islet of Kvitoy.", None), published=day, publisher="P") for day in days]
        actors = (Actor("a1", "Norway", "NOR", "GOV"), Actor("a2", "Kvitoy", "CHL"))
        whole = Span(0, len(held[0].document.text))
        claims = Position("p1", "a1", "claims", "a2", True, None, whole, ())
        said = [dataclasses.replace(claims, change=c, affirmed=a) for c, a in told]
        ledger.add(
            [dataclasses.replace(r, actors=actors, positions=(p,)) for r, p in zip(held, said, strict=True)],
            run=ledger.start_run(Fingerprint("1", "a")),
        )
        denied, one = positions(ledger, "NOR", on="CHL").as_plain()["positions"]
        assert (one["stance"], one["since"], one["last"], one["change"]) == ("claims", "2026-01-05", "2026-05-06", "hardened")
        assert len(one["documents"]) == len(one["told"]) == 2
        (hardened,) = one["changes"]
        assert (hardened["before"]["published"], hardened["after"]["published"]) == days[:2]
        (dropped,) = denied["changes"]
        assert (denied["affirmed"], dropped["change"], dropped["before"]["published"]) == (False, "dropped", days[1])
        page = io.StringIO()
        show_positions(positions(ledger, "NOR", on="CHL"), Console(file=page, width=80, color_system=None))
        assert "NOR  does not claim Kvitoy  dropped" in page.getvalue()
        assert "since 2026-01-05, last confirmed 2026-05-06" in page.getvalue()
        assert positions(ledger, "NOR", on="KEN").note
