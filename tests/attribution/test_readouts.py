"""Readouts, transcripts and addresses of governments: titles and names, who speaks on, where contents end."""

from __future__ import annotations

import pytest

from ontherecord.attribution import manner
from tests.attribution.coded import Coded, coded

CHAD = "President of Chad"


def only(told: Coded, cue: str) -> tuple[str | None, list[str]]:
    statement = told.by_cue(cue)
    return told.speaker(statement), [s.strip(" .") for s in told.told(statement)]


SPEAKERS = [
    # a title before a name, wherever the parse put the name
    ("The pump broke. This was stressed by Press Secretary of the President of Chad Ana Mota.", "stressed", "Ana Mota"),
    (
        "Head of the Office of the President of Chad Idris Kamara met reporters. “We wait,” said the Head of the Office of the President.",
        "said",
        "Idris Kamara",
    ),
    (
        "Head of the Office of the President Idris Kamara met reporters. “We wait,” said the Head of the President's Office. "
        "He noted that the pump is dry.",
        "noted",
        "Idris Kamara",
    ),
    (
        "According to Minister of Roads and Wells of Chad Idris Kamara, a new well is being dug in Lund.",
        "according to",
        "Idris Kamara",
    ),
    # who speaks on where nobody is named
    ("Ana Mota spoke with Mali's envoy. The envoy noted that rain fell. It was stressed that the dam held.", "stressed", "Chad"),
    # who says what of herself
    ("Ana Mota sang in Lund. The star said she is glad about the rain.", "said", "Ana Mota"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "speaker"), SPEAKERS, ids=[s[0][-60:] for s in SPEAKERS])
def test_speaker(text: str, cue: str, speaker: str) -> None:
    assert speaker in (only(coded(text, publisher=CHAD), cue)[0] or "")


CONTENTS = [
    (
        "The mayor noted that the pump is old, but the well must be kept.", "noted",
        ["that the pump is old, but the well must be kept"],
    ),
    ("The mayor said that the pump is old, but the farmers laughed.", "said", ["that the pump is old"]),
    ("The mayors reaffirmed their joint resolve to build the road.", "reaffirmed", ["their joint resolve to build the road"]),
    ("The mayor said that the road remains shut and thanked the crew for waiting.", "said", ["that the road remains shut"]),
    ("The mayor said that the road remains shut and thanked the crew for waiting.", "thanked", ["waiting"]),
    (
        "The mayor noted that, according to early estimates, the dam lost a gate.", "noted",
        ["that, according to early estimates, the dam lost a gate"],
    ),
    ("The emir congratulated the winner on a clean race.", "congratulated", ["a clean race"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "contents"), CONTENTS, ids=[f"{c[1]}: {c[0][-40:]}" for c in CONTENTS])
def test_content(text: str, cue: str, contents: list[str]) -> None:
    assert only(coded(text), cue)[1] == contents


SILENT = [
    "They hear society's demand for justice.",
    "The children now have a hope for the future.",
    "There is a statue that calls on its sons to rest.",
    "According to the bill, a fine is paid at once.",
    "There is a suspicion that the barge is late.",
    "The road is expected to open in May.",
    "It has to be said that the dam is old.",
    "The fee is ten dollars per calendar month.",
    "The queen called the envoy to thank him.",
    "If the envoy says yes, the boats leave.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says_it(text: str) -> None:
    assert [s for s in coded(text).statements if s.cue and s.cue.of(text) != "thank"] == []


def test_a_heading_that_lost_its_line_runs_into_the_label() -> None:
    told = coded(
        "Start of the talks President of Chad Idris Kamara: Madam President, thank you for coming. I do hope that the road opens. "
        "President of Mali Ana Mota (retranslated): Thank you. We hope so. Idris Kamara: Let us begin.",
        publisher=CHAD,
    )
    assert [told.speaker(s) for s in told.statements] == ["Idris Kamara", "Ana Mota", "Idris Kamara"]


def test_who_is_spoken_to_does_not_speak() -> None:
    told = coded("Ana Mota: Minister Kamara, my friend, I do hope that the road opens. Idris Kamara: Yes. Ana Mota: Good, let us go.")
    assert {told.speaker(s) for s in told.statements} == {"Ana Mota", "Idris Kamara"}
    assert all(s.cue is None for s in told.statements)


# What nobody says, though a word of saying stands there.
SILENT = [
    "The mayor: We help children learn, believe in themselves, and grow. This is how a town lives, and we love it.",
    "The council weighed the plan in a “closed” session.",
    "The mayor briefed the envoy on the state of the harbour.",
    "According to the act, boats must be counted.",
    "The mayor does not seem to understand what a dam is.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_statement_of_its_own(text: str) -> None:
    told = coded(text, publisher=CHAD)
    assert not [s for s in told.statements if s.cue is not None]


def test_each_of_those_who_speak_together_has_a_statement() -> None:
    told = coded("Ana Mota and Ito Muster stressed that the dam must hold.", publisher=CHAD)
    assert [(told.speaker(s), told.chain(s)) for s in told.statements] == [
        ("Ana Mota", [CHAD, "Ana Mota"]),
        ("Ito Muster", [CHAD, "Ito Muster"]),
    ]
    assert len({s.content for s in told.statements}) == 1


def test_a_second_verb_behind_a_clause_of_things_is_the_first_speakers() -> None:
    told = coded("Ito Muster explained that the pier was being rebuilt and added that it was slow work.", publisher=CHAD)
    assert only(told, "explained") == ("Ito Muster", ["that the pier was being rebuilt"])
    assert only(told, "added") == ("Ito Muster", ["that it was slow work"])


def test_whoever_urges_speaks_and_all_of_the_quotation_is_theirs() -> None:
    told = coded("Ana Mota urged divers to ask for maps in the port: “The sea must hear us. It is ours to keep.”", publisher=CHAD)
    assert only(told, "urged") == ("Ana Mota", ["The sea must hear us. It is ours to keep"])


def test_quotations_with_narration_between_them_stand_apart() -> None:
    text = "“We wait for rain,” Ana Mota said. She showed how the pump is built. “There is no choice left for us,” the mayor is convinced."
    told = coded(text, publisher=CHAD)
    assert told.told(told.by_cue("said")) == ["We wait for rain,"]
    assert told.speaker(told.by_cue("convinced")) is not None


def test_a_law_speaks_for_whoever_drafted_it() -> None:
    told = coded("The law initiated by Ana Mota envisages the renewal of all wells in the north.", publisher=CHAD)
    assert told.speaker(told.by_cue("envisages")) == "Ana Mota"


UNNAMED = [
    "The dam will hold, said a senior official, who asked not to be named.",
    "The dam will hold, two people familiar with the talks said.",
    "A senior official who spoke on condition of anonymity said the dam is dry.",
]


@pytest.mark.parametrize("text", UNNAMED)
def test_a_source_kept_unnamed_is_marked(text: str) -> None:
    told = coded(text)
    assert told.chain(told.by_cue("said"))[-1].startswith("unnamed ")


def test_a_claim_at_two_removes_keeps_both() -> None:
    told = coded("State television said the rebels claimed that the port had fallen.")
    assert told.chain(told.by_cue("claimed")) == ["The Gazette", "State television", "rebels"]


def test_when_asked() -> None:
    assert only(coded("When asked about the dam, Ana Mota said it would hold."), "said") == ("Ana Mota", ["it would hold"])


def test_regret() -> None:
    assert only(coded("Ana Mota regretted that the ferry was lost."), "regretted")[1] == ["that the ferry was lost"]


@pytest.mark.parametrize(("adverb", "report"), [("falsely", "distancing"), ("openly", "factive")])
def test_how_the_report_presents_its_source(adverb: str, report: str) -> None:
    told = coded(f"Ana Mota {adverb} noted that the dam was dry.")
    known = manner(told.by_cue("noted"), told.parsed)
    assert known is not None
    assert (known.manner, known.report) == ("asserts", report)


@pytest.mark.xfail(reason="a bare 'The Minister' beside a prime minister is a new actor", strict=True)
def test_the_minister_beside_a_prime_minister() -> None:
    text = "Prime Minister Ana Mota chaired the talks. Minister of Health Idris Kamara left. The Minister said that the hall was full."
    assert "Idris Kamara" in (only(coded(text, publisher=CHAD), "said")[0] or "")
