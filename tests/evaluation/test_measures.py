"""The project's own measures against figures worked out by hand, and against the reviewers' program where it is at hand."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from ontherecord.errors import OnTheRecordError, UnknownName
from ontherecord.evaluation import evaluate, measures

SHARED = Path(__file__).parents[3] / "shared" / "eval"


def test_macro_f1_counts_the_labels_of_the_gold_only() -> None:
    # A: 1 of 2 found, one wrong A -> F1 0.5; B: found, but one A called B -> F1 2/3; C is no gold label.
    pairs = [("A", "A"), ("A", "B"), ("B", "B"), ("B", "C")]
    assert measures.macro_f1(pairs) == pytest.approx((2 / 3 + 1 / 2) / 2)


def test_a_meeting_counts_in_both_directions() -> None:
    gold = [{"type": "CONSULT", "actors": [{"country": "FRA"}, {"country": "ITA"}], "recipients": []}]
    record = {
        "actors": [{"id": "a1", "country": "FRA"}, {"id": "a2", "country": "ITA"}],
        "events": [{"type": "CONSULT", "actors": ["a1", "a2"], "recipients": []}],
    }
    scored = measures.events(gold, [record])
    assert (scored["type_found"], scored["countries_found"], scored["predicted"]) == (1.0, 1.0, 2)


def test_b_cubed_of_one_big_cluster() -> None:
    gold = [{"id": str(i), "event": "x" if i < 2 else "y"} for i in range(4)]
    scored = measures.reports(gold, [{"id": str(i), "cluster": 1} for i in range(4)])
    assert scored == {"b_cubed_f1": pytest.approx(0.667), "precision": 0.5, "recall": 1.0, "documents": 4}


def test_unknown_tasks_and_missing_data_are_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="choose one of relations"):
        evaluate("sentiment", tmp_path / "x.jsonl")
    with pytest.raises(OnTheRecordError, match="cannot be read"):
        evaluate("dates", tmp_path / "missing.jsonl")
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{]\n")
    with pytest.raises(OnTheRecordError, match="line 1 is no JSON"):
        evaluate("dates", bad)


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    path = SHARED / "scoring.py"
    if not path.exists():
        pytest.skip("the reviewers' scoring program is not on this machine")
    spec = importlib.util.spec_from_file_location("scoring", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_of(name: str, most: int = 60) -> list[dict]:
    return [json.loads(line) for line in (SHARED / name).read_text("utf8").splitlines()[:most]]


def test_relations_agree(scoring: ModuleType) -> None:
    gold = gold_of("plv_dev.jsonl", 300)
    dice = random.Random(1)
    told = [{"id": g["id"], "type": g["type"] if dice.random() < 0.7 else dice.choice(["AID", "RETREAT", "ACCUSE"])} for g in gold[:280]]
    assert measures.relations(gold, told) == scoring.relations(gold, told)


def test_events_agree(scoring: ModuleType) -> None:
    gold = gold_of("gsr_dev.jsonl", 163)
    dice = random.Random(2)
    records = []
    for g in gold:
        people = [{**a, "id": f"a{n}"} for n, a in enumerate(g["actors"] + g["recipients"]) if dice.random() < 0.8]
        ids = [p["id"] for p in people]
        cut = dice.randint(0, len(ids))
        records.append({"actors": people, "events": [{"type": g["type"], "actors": ids[:cut], "recipients": ids[cut:]}]})
    assert measures.events(gold, records) == scoring.events(gold, records)


def test_attributions_agree(scoring: ModuleType) -> None:
    gold = gold_of("polnear_dev.jsonl", 20)
    dice = random.Random(3)
    records = []
    for g in gold:
        statements = []
        for a in g["attributions"]:
            if dice.random() < 0.7 and a["content"]:
                shift = dice.randint(-40, 40)
                content = [{"start": max(0, s + shift), "end": max(1, e + shift)} for s, e in a["content"]]
                source = {"start": a["source"][0][0], "end": a["source"][0][1]} if a.get("source") and dice.random() < 0.8 else None
                statements.append({"content": content, "source": source})
        records.append({"document": {"text": g["text"]}, "statements": statements})
    assert measures.attributions(gold, records) == scoring.attributions(gold, records)


def test_dates_agree(scoring: ModuleType) -> None:
    gold = gold_of("dates_dev.jsonl")
    dice = random.Random(4)
    told = [
        {
            "id": g["id"],
            "timexes": [t | {"value": dice.choice([t["value"], "2001-01-01", None])} for t in g["timexes"] if dice.random() < 0.8],
        }
        for g in gold
    ]
    assert measures.dates(gold, told) == scoring.dates(gold, told)


def test_reports_agree(scoring: ModuleType) -> None:
    gold = gold_of("reports_dev.jsonl", 150)
    dice = random.Random(5)
    told = [{"id": g["id"], "cluster": g["event"] if dice.random() < 0.8 else dice.randint(0, 20)} for g in gold if dice.random() < 0.9]
    assert measures.reports(gold, told) == scoring.reports(gold, told)
