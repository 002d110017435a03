"""Names that stay without a country, as a ledger has them."""

from __future__ import annotations

import dataclasses

from ontherecord.analysis.unknown import sentence, unknown_actors
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.records import Actor
from ontherecord.spans import Span
from tests.reports import Tell, report

TEXTS = (
    "Rain fell. Ito Muster led the march on Monday. Ito Muster was later held by gunmen.",
    "A crowd heard Ito Muster speak. Ana Kova of Chile was there.",
)


def reports():
    for text in TEXTS:
        made = report(Tell(text, None))
        actors = []
        for name, country in (("Ito Muster", None), ("Ana Kova", "CHL"), ("gunmen", None)):
            spans = tuple(Span(i, i + len(name)) for i in range(len(text)) if text.startswith(name, i))
            if spans:
                actors.append(Actor(f"a{len(actors) + 1}", name, country, None, None, None, spans))
        yield dataclasses.replace(made, actors=tuple(actors))


def test_the_names_most_often_left_without_a_country_with_sentences(tmp_path):
    with open_ledger(tmp_path / "ledger.duckdb") as ledger:
        ledger.add(reports(), run=ledger.start_run(Fingerprint("1", "k")))
        (only,) = unknown_actors(ledger)
        assert unknown_actors(ledger, most=0) == ()
        (short,) = unknown_actors(ledger, examples=1)
    assert (only.name, only.documents, only.mentions) == ("Ito Muster", 2, 3)
    assert [t for _, t in only.sentences] == ["Ito Muster led the march on Monday.", "A crowd heard Ito Muster speak."]
    assert len(short.sentences) == 1


def test_a_sentence_ends_at_its_stop_or_at_the_end_of_the_text():
    text = 'One came. "Two," said Ito.\nThree'
    assert sentence(text, text.index("Two")) == '"Two," said Ito.'
    assert sentence(text, text.index("Three")) == "Three"
