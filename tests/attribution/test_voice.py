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


@pytest.mark.parametrize(
    "title",
    ["Condolences on the passing of Ana Mota", "Greetings on 20th birthday of the Lake Choir", "Message to the guests of the Lake Choir"],
)
def test_whom_a_message_is_to_or_about_did_not_write_it(title: str) -> None:
    told = _told("The message reads, in part: “Ana Mota sang in the Lake Choir. Everybody loves the choir.”", title, "President of Chad")
    author = told.cast.actor(told.by_cue("reads").speaker or "")
    assert (author.country, author.role) == ("TCD", "president")


def test_a_speaker_behind_a_long_label_is_named_in_full() -> None:
    told = _told(
        "President of Chad Ito Muster: Your mill is old.\nDirector General of Lake Mills Corporation Boris Olarov: It is, and we mend it.\n"
        "Ito Muster: Who pays?\nBoris Olarov: We pay for it.\nIto Muster: Good, go on.",
        "Meeting with Director General of Lake Mills Corporation Boris Olarov",
        "President of Chad",
    )
    assert [told.speaker(s) for s in told.statements if s.cue is None][1::2] == ["Boris Olarov"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Our talks confirmed that Chad stands with us. I thank my friends.",
        "I thank my friends. The drones have shown that no town is safe.",
        "As they say: the ball is in our court. I thank my friends.",
        "I thank my friends. We mend it so that they understand that we stay.",
    ],
)
def test_no_thing_and_nobody_vouches_within_a_speech(text: str) -> None:
    told = _told(text, "Speech by Ito Muster", "The Gazette")
    assert [told.speaker(s) for s in told.statements] == ["Ito Muster"]


def test_who_is_quoted_speaks() -> None:
    told = _told("I want to quote the poet Ana Mota: “Every river finds its sea.” My friends, we agree.", "Speech by Ito Muster", None)
    quoted = told.by_cue("quote")
    assert (told.speaker(quoted), told.chain(quoted)) == ("Ana Mota", ["Ito Muster", "Ana Mota"])


def test_both_sides_agreed_where_it_was_agreed() -> None:
    told = _told("The president of Chad spoke with the president of Mali. It was agreed to meet again.", "A call", "The Gazette")
    agreed = [s for s in told.statements if s.cue and s.cue.of(told.document.text) == "agreed"]
    assert [[link.country for link in s.according_to if link.kind == "actor"] for s in agreed] == [["TCD"], ["MLI"]]


def test_the_head_of_a_presidents_office_is_not_the_president() -> None:
    told = _told(
        "President Ito Muster opened a mill. “The road is ready,” said the Deputy Head of the Office of the President.",
        "A mill",
        "President of Chad",
    )
    said = told.cast.actor(told.by_cue("said").speaker or "")
    assert (said.name, said.country) == ("Deputy Head of the Office of the President", "TCD")


def test_a_governor_whom_the_title_names() -> None:
    told = _told(
        "Ana Mota reported on the harvest. The Governor said the mill is open. The president wished her luck.",
        "Meeting with Lake Territory Governor Ana Mota",
        "President of Chad",
    )
    assert told.speaker(told.by_cue("said")) == "Ana Mota"


@pytest.mark.parametrize("who", ["The occupiers", "The occupying garrison"])
def test_occupiers_are_not_of_the_country_that_they_occupy(who: str) -> None:
    told = _told(f"The aggression of Mali goes on. {who} said that the road is shut.", "The war", "President of Chad")
    assert told.cast.actor(told.by_cue("said").speaker or "").country == "MLI"


def test_an_adviser_introduced_with_all_that_he_is_of() -> None:
    told = _told(
        "Adviser to the Head of the President's Office Boris Olarov said that the road is open. President Ito Muster met Boris Olarov. "
        "Boris Olarov praised Ito Muster for his work. He also noted that the mill is shut.",
        "Boris Olarov on the road",
        "President of Chad",
    )
    assert [told.speaker(told.by_cue(cue)) for cue in ("said", "noted")] == ["Boris Olarov"] * 2


def test_an_ambassador_is_of_the_first_country() -> None:
    told = _told("Ambassador of Mali to Chad Ana Mota said that the road is open.", "A call", "President of Chad")
    assert told.cast.actor(told.by_cue("said").speaker or "").country == "MLI"


def test_an_address_is_its_authors_and_not_its_hearers() -> None:
    told = _told(SPEECH, "Address by the Head of the Office of the President of Chad Ito Muster to the Lake Council", "President of Chad")
    assert told.speaker(told.statements[0]) == "Ito Muster"


def test_a_name_in_marks_does_not_break_a_quotation() -> None:
    told = _told('" We build much. Today we get two boats of the " Swan" type for the lake," said Ito Muster.', "Boats", "The Gazette")
    (words,) = told.told(told.by_cue("said"))
    assert (words[:8], words[-9:]) == ("We build", "the lake,")


def test_the_name_of_an_exercise_is_no_statement() -> None:
    told = _told("Ito Muster observed the exercise “Red Lake”. He left.", "An exercise", "The Gazette")
    assert not told.statements


def test_the_head_of_the_office_of_the_president_is_no_president() -> None:
    told = _told(
        "President Ito Muster opened a mill. Head of the Office of the President Boris Olarov came. The President said that it is good.",
        "A mill",
        "President of Chad",
    )
    assert told.speaker(told.by_cue("said")) == "Ito Muster"


def test_what_is_allegedly_so_in_a_speech_is_the_speakers_scorn() -> None:
    told = _told("I thank my friends. They allegedly want our mills. We shall guard them.", "Speech by Ito Muster", "The Gazette")
    assert [told.speaker(s) for s in told.statements] == ["Ito Muster"]
