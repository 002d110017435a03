"""Texts that are one person's words throughout: whose they are, and what "I" and "we" mean in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ontherecord.actors import find_cast
from ontherecord.attribution import attribute
from ontherecord.language import Grammar, parse
from tests.attribution.coded import Coded, document

SPEECH = "My friends, the bridge is open again. I thank the engineers, and we shall guard it."


def _told(text: str, title: str | None, publisher: str | None) -> Coded:
    doc = replace(document(text, publisher=publisher), title=title, published="2024-05-02")
    parsed = parse(doc.text, doc.parts)
    grammar = Grammar(parsed)
    cast = find_cast(doc, parsed, grammar)
    return Coded(doc, parsed, cast, attribute(doc, parsed, grammar, cast))


@pytest.mark.parametrize(
    ("title", "publisher", "speaker", "country"),
    [
        ("Speech by Foreign Minister Ito Muster of Chad", "The Gazette", "Ito Muster", "TCD"),
        ("Post by the President of Chad", "Ito Muster on Facebook", "Ito Muster", "TCD"),
        ("Message from Ito Muster", "The Gazette", "Ito Muster", None),
    ],
)
def test_an_unlabelled_speech_is_its_authors(title: str, publisher: str, speaker: str, country: str | None) -> None:
    told = _told(SPEECH, title, publisher)
    (statement,) = told.statements
    assert (told.speaker(statement), statement.form) == (speaker, "direct")
    assert told.cast.actor(statement.speaker or "").country == country
    mine = next(t.i for t in told.parsed.tokens if t.text == "I")
    assert told.cast.party(mine) == (statement.speaker,)


def test_a_published_message_is_its_senders() -> None:
    told = _told("The message reads, in part: “I wish your club a long life.”", "Greetings to the rowing club", "President of Chad")
    statement = told.by_cue("reads")
    assert told.cast.actor(statement.speaker or "").country == "TCD"


def test_a_platform_stands_between_publisher_and_speaker() -> None:
    told = _told(SPEECH, "A post", "Ito Muster on Facebook")
    assert [x.kind for x in told.statements[0].according_to] == ["publisher", "platform", "actor"]


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        (SPEECH, "Our town in spring", "The Gazette"),
        ("The minister opened the bridge. The engineers cheered.", "Speech by Ito Muster", "The Gazette"),
        ("“I thank the engineers, and we shall guard my bridge.”", "Notes", "The Gazette"),
    ],
)
def test_no_author_no_voice(text: str, title: str, publisher: str) -> None:
    told = _told(text, title, publisher)
    assert all(s.speaker is None for s in told.statements)
