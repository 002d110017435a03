"""Sentences as specification: which words somebody is reported to have said, who, how, and through whom we know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ontherecord.actors import find_cast
from ontherecord.attribution import attribute
from ontherecord.language import Grammar, parse
from tests.attribution.coded import coded, document

# text, cue, contents, source, form
CASES = [
    ("“The well is dry,” said the mayor of Lund.", "said", ["The well is dry,"], "the mayor of Lund", "direct"),
    ("“The well,” the mayor said, “is dry.”", "said", ["The well,", "is dry."], "the mayor", "direct"),
    ("“The well is dry,” the mayor said. “Bring water.”", "said", ["The well is dry,", "Bring water."], "the mayor", "direct"),
    ('The mayor said: "The well is dry."', "said", ["The well is dry."], "The mayor", "direct"),
    ("The mayor said the well was “bone dry”.", "said", ["the well was “bone dry”"], "The mayor", "mixed"),
    ("The mayor called for “real patience” with the rain.", "called for", ["“real patience” with the rain"], "The mayor", "mixed"),
    ("The mayor said that the well was dry.", "said", ["that the well was dry"], "The mayor", "indirect"),
    ("The well was dry, the mayor said on Monday.", "said", ["The well was dry"], "the mayor", "indirect"),
    ("The well, the mayor said, was dry.", "said", ["The well", "was dry"], "the mayor", "indirect"),
    ("The well was dry, according to the mayor.", "according to", ["The well was dry"], "the mayor", "indirect"),
    ("In the words of the mayor, the well is a grave.", "in the words of", ["the well is a grave"], "the mayor", "indirect"),
    ("As the mayor put it, the well is a grave.", "put it", ["the well is a grave"], "the mayor", "indirect"),
    ("The mayor's claim that the well was dry was false.", "claim", ["that the well was dry"], "The mayor's", "indirect"),
    ("The mayor's call for rain was heard.", "call", ["rain"], "The mayor's", "indirect"),
    ("“Nobody slept,” the old man sighed.", "sighed", ["Nobody slept,"], "the old man", "direct"),
    ("The station quoted the mayor as saying the well was dry.", "saying", ["the well was dry"], "the mayor", "indirect"),
    ("The mayor denied that the well was dry, adding that the pump worked.", "adding", ["that the pump worked"], "The mayor", "indirect"),
    ("The mayor urged the army to bring water.", "urged", ["the army to bring water"], "The mayor", "indirect"),
    ("Peru closed the port, citing technical problems.", "citing", ["technical problems"], "Peru", "indirect"),
    ("Peru closed the port, citing guards in Lund.", "citing", ["Peru closed the port"], "guards in Lund", "indirect"),
    ("Peru threatened to close the port.", "threatened", ["to close the port"], "Peru", "indirect"),
    ("By Peru's account, the boat sank; the rest left.", "by", ["the boat sank"], "Peru's", "indirect"),
    ("The envoys left; the second account adds the missiles.", "adds", ["the missiles"], "the second account", "indirect"),
    ("The mayor expressed deep thanks to Peru for the boats.", "expressed", ["deep thanks to Peru for the boats"], "The mayor", "indirect"),
    ("“It works for us,” he said, thanking Peru for help.", "thanking", ["help"], "he", "indirect"),
    ("Peru condemned the shelling of the town.", "condemned", ["the shelling of the town"], "Peru", "indirect"),
    ("The bishops called for calm.", "called for", ["calm"], "The bishops", "indirect"),
    ("The mayor voiced “regret”.", "voiced", ["regret"], "The mayor", "direct"),
    ("It was agreed that the well would be closed.", "agreed", ["that the well would be closed"], None, "indirect"),
    ("Concern was voiced over the dry well.", "voiced", ["Concern", "over the dry well"], None, "indirect"),
    ("“She said ‘never’ twice,” the mayor recalled.", "recalled", ["She said ‘never’ twice,"], "the mayor", "direct"),
    ("The well ran dry. This was stressed by the mayor.", "stressed", ["The well ran dry"], "the mayor", "indirect"),
    ("Asked about the pump, the mayor said: “It works.”", "said", ["It works."], "the mayor", "direct"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "contents", "source", "form"), CASES, ids=[c[0] for c in CASES])
def test_statement(text: str, cue: str, contents: list[str], source: str | None, form: str) -> None:
    told = coded(text)
    statement = told.by_cue(cue)
    assert [s.strip(" .") if statement.form != "direct" else s for s in told.told(statement)] == contents
    assert (told.source(statement), statement.form) == (source, form)


NOTHING = [
    "He acted according to plan.",
    "They called the cab company.",
    "The film “Night Boat” opened in Lund.",
    "She asked not to be named.",
    "A person briefed on the talks left early.",
    "The council should say so.",
    "Tell us the truth.",
    "The village is called Lund.",
    "Peru claims the waters.",
    "The ministers spoke about trade.",
    "Peru condemned the step.",
    "Peru expressed regret.",
    "The growers are worried about the drought.",
    "The ministry blamed late snow.",
    "Peru recalled its ambassador from Lund.",
    "Peru praised the mayor.",
    "Mali left the valley, which Peru considers its own.",
    "The songs express deep joy over the rain.",
    "Peru will vote according to a special procedure.",
    "Peru agreed to sell the boats.",
    "The boats, which Peru agreed in May to sell, are old.",
    "The mayor did not say that the well was dry.",
    "No mayor said that the well was dry.",
    "Neither side ruled out a second vote.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_statement(text: str) -> None:
    assert coded(text).statements == ()


def test_a_quotation_of_several_paragraphs_is_one_statement() -> None:
    told = coded("The judge spoke at noon.\n“We heard both sides.\n“We found no fault,” Judge Ama Osei said.")
    (statement,) = told.statements
    assert told.told(statement) == ["We heard both sides.", "We found no fault,"]
    assert told.speaker(statement) == "Ama Osei"


def test_a_paragraph_without_a_speaker_goes_on() -> None:
    told = coded("“We were told nothing,” said Amina Bello, a teacher.\n“They came at night.”")
    assert told.speaker(told.statements[1]) == "Amina Bello"
    assert told.statements[1].cue is None


def test_nested_statements_keep_both_speakers() -> None:
    told = coded("Sweden's foreign minister said Chad had denied that its planes crossed the border.")
    denied = told.by_cue("denied")
    assert told.chain(denied)[0] == "The Gazette"
    assert told.chain(denied)[-1] == "Chad"
    assert len(told.chain(denied)) == 3


def test_first_person_in_quotations_makes_no_statement_of_its_own() -> None:
    told = coded("“I think the well is dry and I am afraid of the frost,” the mayor said.")
    assert len(told.statements) == 1


def test_form_of_a_transcript_and_its_anybody() -> None:
    told = coded(
        "MR. OKORO: Good morning. The convoy left.\nQ   Did Kenya stop it?\nMR. OKORO: Ask Kenya.\nWe know no more.\nQ   Thank you."
    )
    turns = [s for s in told.statements if s.cue is None]
    assert [told.source(t) for t in turns] == ["MR. OKORO", "Q", "MR. OKORO", "Q"]
    assert told.told(turns[2]) == ["Ask Kenya.", "We know no more."]
    assert {t.form for t in turns} == {"direct"}


def test_turns_inside_one_paragraph() -> None:
    told = coded("Ana Mota: Thank you all. We are glad. Idris Kamara: So are we. Ana Mota: Let us begin the talks. Idris Kamara: I agree.")
    assert [told.speaker(s) for s in told.statements] == ["Ana Mota", "Idris Kamara", "Ana Mota", "Idris Kamara"]


def test_a_dateline_is_no_speaker() -> None:
    told = coded("NAIROBI: The border is open.")
    assert told.statements == ()


HEADLINES = [
    ("Macron: Mali must free envoy", "Macron", ["Mali must free envoy"]),
    ("Mali must free envoy: Macron", "Macron", ["Mali must free envoy"]),
    ("No grain deal, says Erdogan", "Erdogan", ["No grain deal"]),
    ("Kremlin: no talks before May", "Kremlin", ["no talks before May"]),
]


@pytest.mark.parametrize(("title", "source", "contents"), HEADLINES)
def test_headline(title: str, source: str, contents: list[str]) -> None:
    told = coded(f"{title}\nThe talks were long.", title=True)
    (statement,) = told.statements
    assert (told.source(statement), told.told(statement)) == (source, contents)


def test_captions_make_no_statements() -> None:
    doc = document("The mayor said the well was dry.")
    doc = replace(doc, parts=(replace(doc.parts[0], kind="caption"),))
    parsed = parse(doc.text, doc.parts)
    grammar = Grammar(parsed)
    assert attribute(doc, parsed, grammar, find_cast(doc, parsed, grammar)) == ()
