"""Sentences of ordinary news whose statements were cut wrongly: who says what, to the letter."""

from __future__ import annotations

import pytest

from ontherecord import Document, code

CASES = [
    # text, speaker, content
    (
        "President Ana Mota of Peru told Chile's premier that the raid was unjust, according to a statement from the Peruvian presidency.",
        "Ana Mota",
        "that the raid was unjust",
    ),
    ("The Chilean statement names nobody. It said the two had discussed copper.", "Chile", "the two had discussed copper"),
    (
        "President Ana Mota of Peru ordered the navy to escort the boats, a step that lawmakers called reckless.",
        "Ana Mota",
        "the navy to escort the boats",
    ),
    (
        "Peru's foreign ministry said it was willing to talk, but only after Chile stopped shelling.",
        "foreign ministry of Peru",
        "it was willing to talk, but only after Chile stopped shelling",
    ),
    (
        "President Ana Mota of Peru said that her country kept its word, an apparent reference to Chile's withdrawal from the pact.",
        "Ana Mota",
        "that her country kept its word",
    ),
    (
        "Peru agreed with the plan, the envoy of Peru said, because the rest had refused.",
        "envoy of Peru",
        "Peru agreed with the plan … because the rest had refused",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), CASES)
def test_whole_content_and_no_more(text: str, speaker: str, content: str) -> None:
    record = code(Document(text=text, published="2026-03-10"))
    names = {a.id: a.name for a in record.actors}
    told = [(names.get(s.speaker or ""), " … ".join(c.of(text) for c in s.content)) for s in record.statements]
    assert (speaker, content) in told, told


def test_a_call_on_a_day_is_no_appeal() -> None:
    record = code(
        Document(text="President Ana Mota of Peru called President Jo Roca of Chile on Thursday to discuss copper.", published="2026-03-10")
    )
    assert not record.statements
    assert [(e.type, e.mode) for e in record.events] == [("CONSULT", "phone")]


def test_who_is_accused_by_nobody_named_says_nothing() -> None:
    assert not code(Document(text="Norway handed over a man accused of spying on a naval base.", published="2026-03-10")).statements


def test_a_hill_is_no_paper() -> None:
    text = "“It hurts us all,” President Ana Mota of Peru told reporters on Parliament Hill."
    record = code(Document(text=text, published="2026-03-10", publisher="Example Wire"))
    assert [x.kind for s in record.statements for x in s.according_to] == ["publisher", "actor"]
