"""Where contents end: what qualifies them stays, what somebody does next does not."""

from __future__ import annotations

import pytest

from tests.attribution.coded import coded

ENDS = [
    # phrases and infinitives that the parser hangs on the verb of saying
    ("The mayor praised the steady position of the miners in support of the strike.", "praised", "in support of the strike"),
    ("The mayor thanked Peru for the initiative to build a second pump.", "thanked", "to build a second pump"),
    ("The envoy outlined the approaches in the matter of the attempts to drain the lake.", "outlined", "to drain the lake"),
    ("The mayor voiced hope for its growth in order to feed the villages.", "voiced", "to feed the villages"),
    # clauses about things
    ("The mayor noted that the pump is old, and the pipes were laid by hand.", "noted", "the pipes were laid by hand"),
    ("The mayor noted that two envoys met in Lund, but the meeting ended in vain.", "noted", "but the meeting ended in vain"),
    ("The mayor stresses that she is well, and she is not going to resign.", "stresses", "and she is not going to resign"),
]  # fmt: skip
CUTS = [
    ("The mayor praised the miners in an interview on Monday.", "praised", "interview"),
    ("The mayor said that the pump is old and asked the crew to mend it.", "said", "asked"),
    ("The mayor said that the pump is old, but the farmers laughed.", "said", "laughed"),
]


@pytest.mark.parametrize(("text", "cue", "end"), ENDS, ids=[e[0][:50] for e in ENDS])
def test_a_qualifier_stays_with_what_it_qualifies(text: str, cue: str, end: str) -> None:
    told = coded(text)
    assert told.told(told.by_cue(cue))[-1].rstrip(".").endswith(end)


@pytest.mark.parametrize(("text", "cue", "foreign"), CUTS, ids=[c[0][:50] for c in CUTS])
def test_what_is_no_part_of_it_stays_out(text: str, cue: str, foreign: str) -> None:
    told = coded(text)
    assert all(foreign not in words for s in told.statements if s == told.by_cue(cue) for words in told.told(s))


NOBODYS = [
    "It is vital to mend the pump, the form says, and no one has any doubt that it is old.",
    "We planned the walls according to the spirit of the age.",
    "We earned two francs per every barrel of oil.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_nobody_says_it(text: str) -> None:
    told = coded(text)
    assert not [s for s in told.statements if s.cue and s.cue.of(text).lower() in ("doubt", "according to", "per")]


def test_a_source_that_is_convinced_is_named() -> None:
    told = coded("The envoy of Peru arrived. The envoy is convinced that the well is dry.")
    assert told.source(told.by_cue("convinced")) == "The envoy"


def test_who_comes_with_a_request_makes_it() -> None:
    told = coded("Ana Mota turned to the council of Lund with a request to close the well.")
    assert told.speaker(told.by_cue("request")) == "Ana Mota"


def test_outlets_side_by_side_vouch_once() -> None:
    told = coded("“It rains,” the mayor told Reuters and CNN.")
    assert [name for name in told.chain(told.by_cue("told")) if name in ("Reuters", "CNN")] == ["Reuters"]


def test_a_question_is_put_to_whoever_answers() -> None:
    lines = ["MS. OKORO: Is the well dry?", "MR. LUND: It is dry.", "MS. OKORO: Who closed it?", "MR. LUND: The council closed it."]
    told = coded("\n".join(lines))
    names = [[told.cast.actor(a).name for a in s.addressees] for s in told.statements]
    assert names == [["Lund"], ["Okoro"], ["Lund"], ["Okoro"]]
