"""The corpus's format, and what its linter refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.documents import FOLDER, CorpusDocument, CorpusError, documents, read_file
from training.examples import NONE, from_documents, from_sentences, unmarked
from training.lint import faults, repeats
from training.markup import MarkupError, read

REPORT = """=== xx-01-001
manner: wire
published: 2023-05-16
publisher: Teranga Dispatch | SEN | private
title: [Senegal|1] {recalls|e1} envoy

1 Senegal | SEN | GOV
2 Mali | MLI | GOV
3 Ousmane Faye | SEN | GOV | foreign minister

[Senegal|1] {recalled|e1} [its|1] ambassador from [Bamako|2] on Tuesday.
[Ousmane Faye|3] {said|s1} <<s1 [his|3] [government|1] would not {accept|e2} "the humiliation">>.
[They|1+2] share a river.

e1 SANCTION withdraw 1>2 date=2023-05-16 ctx=diplomatic
e2 REJECT change 1>2
s1 speaker=3 events=e2 via=state radio|SEN|state
p1 holder=1 stance=opposes object=2 words="would not accept"
"""


def one(tmp_path: Path, text: str = REPORT) -> CorpusDocument:
    path = tmp_path / "xx-01.txt"
    path.write_text(text, encoding="utf-8")
    return next(read_file(path))


def test_markup_becomes_plain_words_with_places() -> None:
    sentence = read("[[Malian|2] soldiers|5] {held|e2} <<s1 [us|1]>>.")
    assert sentence.text == "Malian soldiers held us."
    assert [(sentence.text[m.start : m.end], m.names) for m in sentence.mentions] == [
        ("Malian soldiers", ("5",)),
        ("Malian", ("2",)),
        ("us", ("1",)),
    ]
    assert [sentence.text[m.start : m.end] for m in sentence.triggers] == ["held"]
    assert [sentence.text[m.start : m.end] for m in sentence.contents] == ["us"]


@pytest.mark.parametrize("line", ["[open", "closed|1]", "{word|x1}", "<<s1 never closed", "[ |1] empty"])
def test_broken_markup_is_refused(line: str) -> None:
    with pytest.raises(MarkupError):
        read(line)


@given(st.text(alphabet="ab [],{}|1e+<>s\n", max_size=40))
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        sentence = read(line)
    except MarkupError:
        return
    for mark in (*sentence.mentions, *sentence.triggers, *sentence.cues, *sentence.contents):
        assert sentence.text[mark.start : mark.end].strip()


def test_a_document_is_read(tmp_path: Path) -> None:
    document = one(tmp_path)
    assert document.text.startswith("Senegal recalled its ambassador from Bamako on Tuesday. Ousmane Faye said")
    assert document.title is not None
    assert document.title.text == "Senegal recalls envoy"
    assert document.events["e1"].values == {"date": "2023-05-16", "ctx": "diplomatic"}
    assert document.statements["s1"]["via"] == "state radio|SEN|state"
    assert document.positions[0]["words"] == "would not accept"
    assert faults(document) == []


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("SANCTION withdraw", "SANCTION phone", "no mode 'phone'"),
        ("SANCTION withdraw", "SCOLD -", "no PLOVER type"),
        ("1>2 date=2023-05-16", "1>2 date=May", "date 'May'"),
        ("e2 REJECT change 1>2", "e2 REJECT change 1>9", "party 9"),
        ("e2 REJECT change 1>2", "e2 REJECT change 1>2 aux=maybe", "aux 'maybe'"),
        ("| MLI | GOV", "| Mali | GOV", "no country code"),
        ("| MLI | GOV", "| MLI | KING", "no PLOVER sector"),
        ("{accept|e2}", "accept", "e2 has no trigger"),
        ("speaker=3", "speaker=8", "speaker '8'"),
        ('words="would not accept"', 'words="would never"', "must stand in the text"),
        ("manner: wire", "manner: poem", "manner must be"),
    ],
)
def test_the_linter_says_what_is_wrong(tmp_path: Path, was: str, now: str, said: str) -> None:
    assert was in REPORT
    assert any(said in fault for fault in faults(one(tmp_path, REPORT.replace(was, now))))


def test_a_line_that_cannot_be_read_is_named_by_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"xx-01\.txt:11"):
        one(tmp_path, REPORT.replace("[Senegal|1] {recalled", "Senegal|1] {recalled"))


def test_eight_words_in_a_row_in_two_documents_are_found(tmp_path: Path) -> None:
    first = one(tmp_path)
    again = one(tmp_path, REPORT.replace("xx-01-001", "xx-01-002"))
    assert repeats([first]) == []
    assert len(repeats([first, again])) == 1


def test_examples_of_a_document(tmp_path: Path) -> None:
    examples = from_documents([one(tmp_path)])
    told = {(e.type, e.text[slice(*e.trigger)] if e.trigger else None) for e in examples if e.type != NONE}
    assert {("SANCTION", "recalled"), ("SANCTION", None), ("REJECT", "accept")} <= told
    for e in examples:
        for place in (e.actor, e.recipient, e.trigger):
            assert place is None or e.text[slice(*place)].strip()


def test_marks_are_taken_out_of_a_single_sentence() -> None:
    assert unmarked("<s>Peru</s> met <t>Chad</t>.") == ("Peru met Chad.", (0, 4), (9, 13))


@pytest.mark.slow
def test_the_whole_corpus_is_clean() -> None:
    held = documents(FOLDER)
    assert [fault for d in held for fault in faults(d)] == []
    assert repeats(held) == []
    assert len({d.id for d in held}) == len(held)
    assert len(from_sentences()) > 3000
