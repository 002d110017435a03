"""The measures, one function a task. Gold and predictions are the plain objects of their JSON Lines.

Definitions: macro-F1 is the mean F1 over the labels of the gold; spans count as found when they overlap; B-cubed after Bagga and
Baldwin 1998. Figures are rounded to three places, as every report of them is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from ontherecord.ontology import TYPES, quad

Plain = Mapping[str, Any]
Figures = dict[str, float | int]
Range = tuple[int, int]

# Types that the relation data keep as one.
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
# Gold that codes every intergovernmental body alike also takes the two that PLOVER names apart.
ALSO = {"IGO": {"UNO", "EUR"}}
# A gold attribution is speech when its cue holds one of these.
SPEECH = frozenset(
    """said says say saying told tells tell according added adds add wrote writes write tweeted tweets asked asks ask warned warns
    claimed claims called calls argued argues noted notes reported reports declared declares insisted insists announced announces
    explained explains suggested suggests replied replies responded responds stated states continued continues accused accuses
    acknowledged denied denies promised vowed""".split()  # noqa: SIM905
)
QUOTES = frozenset('"“”')


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def macro_f1(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Mean F1 over the labels of the gold side of (gold, predicted) pairs."""
    right: Counter[Hashable] = Counter()
    golds: Counter[Hashable] = Counter()
    told: Counter[Hashable] = Counter()
    for gold, predicted in pairs:
        golds[gold] += 1
        told[predicted] += 1
        right[gold] += gold == predicted
    return ratio(sum(2 * right[label] / (golds[label] + told[label]) for label in golds), len(golds))


def relations(gold: Sequence[Plain], predictions: Sequence[Plain]) -> Figures:
    """Types of marked pairs; CONCEDE and RETREAT count as one, and so do the penta classes of cooperative yielding."""
    told = {p["id"]: MERGED.get(p["type"], p["type"]) for p in predictions}
    types = [(g["type"], told.get(g["id"], "NONE")) for g in gold]
    classes = {t: QUADS[quad(t)] for t in TYPES} | {"YIELD": 2}
    penta = [(g["penta"], classes.get(told.get(g["id"]) or "", 0)) for g in gold]
    return _rounded(
        macro_f1=macro_f1(types), accuracy=ratio(sum(g == p for g, p in types), len(types)), penta_macro_f1=macro_f1(penta),
        predicted=len(told), gold=len(gold),
    )  # fmt: skip


def events(gold: Sequence[Plain], records: Sequence[Plain]) -> Figures:
    """Type found and countries found in a sentence, and F1 of (actor country, type, recipient country)."""
    typed = countries = parties = hits = golds = predicted = 0
    for wanted, record in zip(gold, records, strict=True):
        country = {a["id"]: a.get("country") for a in record.get("actors", ())}
        told = record.get("events", ())
        typed += any(e["type"] == wanted["type"] for e in told)
        actors, recipients = ({a["country"] for a in wanted[side]} for side in ("actors", "recipients"))
        parties += len(actors | recipients)
        countries += sum(any(_same(c, v) for v in country.values()) for c in actors | recipients)
        triples = {(a, wanted["type"], r) for a in actors for r in recipients or {None}}
        got = {t for e in told for t in _triples(e, country)}
        hits += sum(any(_same_triple(t, g) for g in got) for t in triples)
        golds += len(triples)
        predicted += len(got)
    return _rounded(
        type_found=ratio(typed, len(gold)), countries_found=ratio(countries, parties), triple_f1=ratio(2 * hits, golds + predicted),
        gold=golds, predicted=predicted,
    )  # fmt: skip


def _triples(event: Plain, country: Mapping[str, str | None]) -> set[tuple[str | None, str, str | None]]:
    left, right = ({country[i] for i in event[side] if i in country} for side in ("actors", "recipients"))
    if not right and len(left) > 1:  # at a meeting, everybody with everybody
        return {(a, event["type"], b) for a in left for b in left if a != b}
    return {(a, event["type"], b) for a in left for b in right or {None}}


def _same(gold: str | None, told: str | None) -> bool:
    return gold == told or (told is not None and gold is not None and told in ALSO.get(gold, ()))


def _same_triple(gold: tuple[str | None, str, str | None], told: tuple[str | None, str, str | None]) -> bool:
    same_recipient = _same(gold[2], told[2]) if gold[2] and told[2] else gold[2] == told[2]
    return _same(gold[0], told[0]) and gold[1] == told[1] and same_recipient


def attributions(gold: Sequence[Plain], records: Sequence[Plain]) -> Figures:
    """Speech: contents found by overlap, with the right source by overlap; recall apart for quoted and indirect words."""
    n: Counter[str] = Counter()
    for article, record in zip(gold, records, strict=True):
        told = [([(c["start"], c["end"]) for c in s["content"]], _ranges(s.get("source"))) for s in record.get("statements", ())]
        n["predicted"] += len(told)
        n["right"] += sum(any(_overlap(content, a["content"]) for a in article["attributions"]) for content, _ in told)
        for wanted in article["attributions"]:
            if _cue_words(article["text"], wanted) & SPEECH:
                _count_speech(article["text"], wanted, told, n)
    recall, precision = ratio(n["found"], n["gold"]), ratio(n["right"], n["predicted"])
    content = f1(precision, recall)
    return _rounded(
        content_f1=content, content_recall=recall, content_precision=precision, with_source_f1=content * ratio(n["sourced"], n["found"]),
        recall_direct_or_mixed=ratio(n["quoted_found"], n["quoted"]), recall_indirect=ratio(n["indirect_found"], n["indirect"]),
        gold=n["gold"], predicted=n["predicted"],
    )  # fmt: skip


def _count_speech(text: str, wanted: Plain, told: Sequence[tuple[list[Range], list[Range]]], n: Counter[str]) -> None:
    found = [(content, source) for content, source in told if _overlap(content, wanted["content"])]
    form = "quoted" if any(QUOTES & set(text[a:b]) for a, b in wanted["content"]) else "indirect"
    n["gold"] += 1
    n[form] += 1
    if found:
        n["found"] += 1
        n[f"{form}_found"] += 1
        n["sourced"] += any(source and wanted.get("source") and _overlap(source, wanted["source"]) for _, source in found)


def _cue_words(text: str, attribution: Plain) -> set[str]:
    return {w.lower().strip(".,“”\"'") for a, b in attribution.get("cue", ()) for w in text[a:b].split()}


def _ranges(span: Plain | None) -> list[Range]:
    return [(span["start"], span["end"])] if span else []


def _overlap(these: Iterable[Sequence[int]], those: Iterable[Sequence[int]]) -> bool:
    others = list(those)
    return any(a < d and c < b for a, b in these for c, d in others)


def dates(gold: Sequence[Plain], predictions: Sequence[Plain]) -> Figures:
    """F1 of spans by overlap, and over dates and times the share whose value is right to the day."""
    by_id = {p["id"]: p["timexes"] for p in predictions}
    n: Counter[str] = Counter()
    for document in gold:
        told = [((t["start"], t["end"]), t.get("value") or "") for t in by_id.get(document["id"], ())]
        wanted = [((t["start"], t["end"]), t) for t in document["timexes"]]
        n["gold"] += len(wanted)
        n["predicted"] += len(told)
        n["right"] += sum(any(_overlap([span], [w]) for w, _ in wanted) for span, _ in told)
        for span, timex in wanted:
            values = [value for t, value in told if _overlap([t], [span])]
            n["found"] += bool(values)
            if timex["type"] in ("DATE", "TIME"):
                n["values"] += 1
                n["valued"] += any(v[:10] == timex["value"][:10] for v in values)
    recall, precision = ratio(n["found"], n["gold"]), ratio(n["right"], n["predicted"])
    return _rounded(
        span_f1=f1(precision, recall), span_recall=recall, span_precision=precision, value_right=ratio(n["valued"], n["values"]),
        gold=n["gold"], predicted=n["predicted"],
    )  # fmt: skip


def reports(gold: Sequence[Plain], predictions: Sequence[Plain]) -> Figures:
    """B-cubed precision, recall and F1 of clusters of documents; one that nobody clustered stands alone."""
    told = {p["id"]: p["cluster"] for p in predictions}
    event = {g["id"]: g["event"] for g in gold}
    cluster = {i: ("cluster", told[i]) if i in told else ("alone", i) for i in event}
    in_event: dict[Hashable, set[str]] = defaultdict(set)
    in_cluster: dict[Hashable, set[str]] = defaultdict(set)
    for i in event:
        in_event[event[i]].add(i)
        in_cluster[cluster[i]].add(i)
    shared = {i: len(in_event[event[i]] & in_cluster[cluster[i]]) for i in event}
    precision = ratio(sum(shared[i] / len(in_cluster[cluster[i]]) for i in event), len(event))
    recall = ratio(sum(shared[i] / len(in_event[event[i]]) for i in event), len(event))
    return _rounded(b_cubed_f1=f1(precision, recall), precision=precision, recall=recall, documents=len(event))


def _rounded(**figures: float | int) -> Figures:
    return {k: round(v, 3) if isinstance(v, float) else v for k, v in figures.items()}
