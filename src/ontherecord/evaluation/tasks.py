"""Tasks: how a line of gold data becomes a document, what is predicted for it, which measure scores it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ontherecord.errors import OnTheRecordError, RefusedDocument, UnknownName
from ontherecord.evaluation import measures
from ontherecord.evaluation.measures import Figures, Plain
from ontherecord.records import Document, Record, as_json


@dataclass(frozen=True, slots=True)
class Task:
    """`predict` gives one plain prediction a gold line, in order; `keep` says what of a prediction is written to a file."""

    name: str
    predict: Callable[[Sequence[Plain]], Iterator[Plain]]
    measure: Callable[[Sequence[Plain], Sequence[Plain]], Figures]
    keep: Callable[[Plain, Plain], Plain]


def evaluate(task: str, data: Path, predictions: Path | None = None) -> Figures:
    """Figures of a task on gold data; with `predictions`, what was predicted is written there as JSON Lines, keyed by id.

    Raises UnknownName for a task that does not exist, OnTheRecordError for data that cannot be read.
    """
    if task not in TASKS:
        raise UnknownName(f"There is no task {task!r}; choose one of {', '.join(TASKS)}.")
    chosen = TASKS[task]
    gold = list(_read(data))
    told = list(chosen.predict(gold))
    if predictions is not None:
        lines = [msgspec.json.encode(chosen.keep(g, p)) for g, p in zip(gold, told, strict=True)]
        predictions.write_bytes(b"".join(line + b"\n" for line in lines))
    return chosen.measure(gold, told)


def figures(scored: Figures) -> str:
    """The figures as one line of JSON."""
    return msgspec.json.encode(scored).decode()


def _read(data: Path) -> Iterator[Plain]:
    try:
        with data.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    try:
                        yield msgspec.json.decode(line)
                    except msgspec.DecodeError as wrong:
                        raise OnTheRecordError(f"{data}, line {number} is no JSON: {wrong}.") from wrong
    except OSError as wrong:
        raise OnTheRecordError(f"{data} cannot be read: {wrong.strerror}.") from wrong


def _coded(gold: Sequence[Plain]) -> Iterator[Record | RefusedDocument]:
    from ontherecord.pipeline import code_many

    yield from code_many(
        Document(g["text"], title=g.get("title"), publisher=g.get("publisher"), published=g.get("published"), source=str(g["id"]))
        for g in gold
    )


def _records(gold: Sequence[Plain]) -> Iterator[Plain]:
    for answer in _coded(gold):
        yield {} if isinstance(answer, RefusedDocument) else msgspec.json.decode(as_json(answer))


def _dates(gold: Sequence[Plain]) -> Iterator[Plain]:
    import datetime as dt

    from ontherecord import dates, reading
    from ontherecord.language import parse_many

    laid = [reading.document(g["text"], published=g.get("published"), source=str(g["id"])) for g in gold]
    for g, document, parsed in zip(gold, laid, parse_many((d.text, d.parts) for d in laid), strict=True):
        published: dt.date | None = document.published_on
        timexes = [
            {"start": e.span.start, "end": e.span.end, "type": e.kind, "value": e.value}
            for e in dates.find(parsed, published)
            if e.is_timex
        ]
        yield {"id": g["id"], "timexes": timexes}


def _relations(gold: Sequence[Plain]) -> Iterator[Plain]:
    from ontherecord.evaluation.relations import relation_types

    yield from relation_types(gold)


def _reports(gold: Sequence[Plain]) -> Iterator[Plain]:
    from ontherecord.linking import cluster_documents

    for g, cluster in zip(gold, cluster_documents(list(_coded(gold))), strict=True):
        yield {"id": g["id"], "cluster": cluster}


def _titles(gold: Sequence[Plain]) -> Iterator[Plain]:
    from ontherecord.evaluation.titles import predict

    yield from predict(gold)


def _title_figures(gold: Sequence[Plain], told: Sequence[Plain]) -> Figures:
    from ontherecord.evaluation.titles import titles

    return titles(gold, told)


def _whole(gold: Plain, told: Plain) -> Plain:
    return {"id": gold.get("id"), **told}


def _attributions(gold: Plain, told: Plain) -> Plain:
    kept = [{k: _ranges(s.get(k)) for k in ("content", "cue", "source")} for s in told.get("statements", ())]
    return {"id": gold["id"], "attributions": kept}


def _ranges(spans: list[Plain] | Plain | None) -> list[list[int]]:
    given = spans if isinstance(spans, list) else [spans] if spans else []
    return [[s["start"], s["end"]] for s in given]


TASKS = {
    t.name: t
    for t in (
        Task("relations", _relations, measures.relations, _whole),
        Task("events", _records, measures.events, _whole),
        Task("attributions", _records, measures.attributions, _attributions),
        Task("dates", _dates, measures.dates, _whole),
        Task("reports", _reports, measures.reports, _whole),
        Task("titles", _titles, _title_figures, _whole),
    )
}
