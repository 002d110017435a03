"""Which statement and which event is about which issue."""

from __future__ import annotations

from ontherecord.issues import assign, find
from ontherecord.records import Event, Statement
from ontherecord.spans import Span
from tests.issues.reading import Read, read
from tests.issues.test_find import event


def statement(r: Read, *contents: str, cue: str | None = None) -> Statement:
    text = r.document.text
    spans = tuple(Span(text.index(c), text.index(c) + len(c)) for c in contents)
    at = None if cue is None else Span(text.index(cue), text.index(cue) + len(cue))
    return Statement("s1", None, (), "indirect", spans, at, None, ())


def issues_of(r: Read, statements: tuple[Statement, ...] = (), events: tuple[Event, ...] = ()) -> list[tuple[str, ...]]:
    found = find(r.document, r.parsed, r.grammar, r.cast, statements, events)
    said, done = assign(statements, events, found)
    return [s.issues for s in said] + [e.issues for e in done]


def test_a_statement_is_about_what_its_content_names() -> None:
    r = read("“The tariffs must go,” Peru told Chile, “and so must the visas.” Peru praised fisheries.")
    assert issues_of(r, (statement(r, "The tariffs must go,", "and so must the visas."),)) == [("tariffs", "visas")]


def test_the_issue_is_the_one_named_before() -> None:
    r = read("Peru wrote to Chile about the tariffs.\nChile said the matter was closed.")
    assert issues_of(r, (statement(r, "the matter was closed", cue="said"),)) == [("tariffs",)]


def test_another_matter_is_not_the_one_named_before() -> None:
    r = read("Peru wrote to Chile about the tariffs.\nChile said a matter of taste was closed.")
    assert issues_of(r, (statement(r, "a matter of taste was closed", cue="said"),)) == [()]


def test_a_sentence_that_opens_with_an_issue_is_about_it() -> None:
    r = read("On fisheries, Peru warned Chile to be careful.")
    warned = event(r, "e1", "THREATEN", "warned", ["PER"], ["CHL"])
    assert issues_of(r, (statement(r, "to be careful"),), (warned,)) == [("fisheries",), ("fisheries",)]


def test_an_event_is_about_what_its_clause_names_not_the_clause_beside() -> None:
    r = read("Peru raised the tariffs on copper and Chile closed its airspace.")
    events = (event(r, "e1", "SANCTION", "raised", ["PER"], ["CHL"]), event(r, "e2", "SANCTION", "closed", ["CHL"], ["PER"]))
    assert issues_of(r, (), events) == [("tariffs",), ("airspace",)]


def test_an_event_told_by_a_noun_is_about_what_its_verb_governs() -> None:
    r = read("Peru imposed a ban on visas for Chile.")
    assert issues_of(r, (), (event(r, "e1", "SANCTION", "ban", ["PER"], ["CHL"]),)) == [("visas",)]


def test_a_meeting_is_about_its_agenda_told_later() -> None:
    r = read("Peru hosted Chile on Monday.\nThey discussed fisheries, tariffs and Bolivia.")
    assert issues_of(r, (), (event(r, "e1", "CONSULT", "hosted", ["PER"], ["CHL"]),)) == [("fisheries", "tariffs", "bolivia")]
