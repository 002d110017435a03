"""Amounts of events: each sentence draws the words of its amounts, and says their values and units."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontherecord.events.amounts import amounts, load
from ontherecord.language import Grammar, parse_many
from ontherecord.pipeline import explain_many
from ontherecord.records import Amount, Document, Part
from ontherecord.spans import Span
from tests.drawn import drawn


@dataclass(frozen=True, slots=True)
class Case:
    """A drawn sentence, the type of the event asked, and (value, unit) of its amounts in order of the drawn spans."""

    told: str
    type: str
    amounts: tuple[tuple[float, str], ...] = field(default=())


CASES = (
    # money
    Case("Norway gave Malawi [n|$3 million] for maize.", "AID", ((3e6, "USD"),)),
    Case("Canada lent Haiti [n|40 million Canadian dollars] in May.", "AID", ((4e7, "CAD"),)),
    Case("Japan donated [n|¥2.5bn] to Nepal.", "AID", ((2.5e9, "JPY"),)),
    Case("The European Union sent [n|€1.2 billion] to Moldova.", "AID", ((1.2e9, "EUR"),)),
    Case("India gave Nepal [n|500 crore rupees].", "AID", ((5e9, "INR"),)),
    Case("Japan gave a [n|US$300-million] loan to Kenya.", "AID", ((3e8, "USD"),)),
    Case("Qatar lent Sudan [n|$1.5bn], up from [n|$900m].", "AID", ((1.5e9, "USD"), (9e8, "USD"))),
    Case("Britain pledged [n|£20m] to Yemen.", "AGREE", ((2e7, "GBP"),)),
    Case("Norway paid [n|900 million Norwegian crowns] to Brazil.", "AID", ((9e8, "NOK"),)),
    # the killed and the wounded
    Case("Sudanese rebels killed [n|14] soldiers near Kassala.", "ASSAULT", ((14, "killed"),)),
    Case("An airstrike by Turkey killed at least [n|1,200] people in Syria.", "ASSAULT", ((1200, "killed"),)),
    Case("The shelling by Sudan's army left [n|three] dead and [n|a dozen] injured.", "ASSAULT", ((3, "killed"), (12, "wounded"))),
    Case(
        "At least [n|16] people were killed and [n|40] others were wounded when Israel bombed a camp in Syria.",
        "ASSAULT",
        ((16, "killed"), (40, "wounded")),
    ),
    Case("Peru's army killed [n|a hundred] rebels.", "ASSAULT", ((100, "killed"),)),
    # people
    Case("Iran arrested [n|35] students on Monday.", "COERCE", ((35, "people"),)),
    Case("More than [n|two thousand] refugees were rescued by the Italian navy.", "AID", ((2000, "people"),)),
    Case("Kenya freed [n|120] Somali prisoners.", "RETREAT", ((120, "people"),)),
    # arms and troops
    Case("France sold [n|12] Rafale jets to Greece for [n|3.4 billion euros].", "AID", ((12, "arms"), (3.4e9, "EUR"))),
    Case("Germany supplied Ukraine with [n|half a million] shells.", "AID", ((5e5, "arms"),)),
    Case("Sweden gave Ukraine [n|100] missiles and [n|40] howitzers.", "AID", ((100, "arms"), (40, "arms"))),
    Case("Rwanda sent [n|1,000] troops to the border with Congo.", "MOBILIZE", ((1000, "troops"),)),
    # numbers of other things
    Case("Belarus freed the hostage after 12 months.", "RETREAT"),
    Case("Spain gave Cuba 5,000 tonnes of rice.", "AID"),
    Case("Ecuador deported hundreds of Colombians.", "COERCE"),
    Case("The president of Chad visited Mali for three days.", "CONSULT"),
)


def sentence(text: str) -> Document:
    return Document(text, published="2026-06-17", parts=(Part("story", Span(0, len(text))),))


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, tuple[Amount, ...]]]:
    """Amounts by sentence and type of event, coded in one batch."""
    texts = [drawn(c.told).text for c in CASES]
    return {
        t: {x.event.type: x.event.amounts for x in coded.told} for t, coded in zip(texts, explain_many(map(sentence, texts)), strict=True)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.told[:40])
def test_amounts(case: Case, found: dict[str, dict[str, tuple[Amount, ...]]]) -> None:
    expected = drawn(case.told)
    told = found[expected.text]
    assert case.type in told, f"not told; instead {sorted(told)}"
    spans = expected.spans.get("n", ())
    assert sorted((a.span.start, a.span.end, a.value, a.unit) for a in told[case.type]) == [
        (s.start, s.end, value, unit) for s, (value, unit) in zip(spans, case.amounts, strict=True)
    ]


@settings(deadline=None)  # the first example loads the parser
@given(st.integers(1, 999), st.sampled_from(("million", "billion", "thousand")), st.sampled_from(("euros", "dollars", "yen", "roubles")))
def test_a_sum_is_its_number_times_its_scale(number: int, scale: str, currency: str) -> None:
    text = f"Chad paid {number} {scale} {currency} to Mali."
    (parsed,) = parse_many([(text, (Part("story", Span(0, len(text))),))])
    grammar = Grammar(parsed)
    (told,) = amounts(grammar, 1, 0, len(grammar.tokens))
    assert told.value == pytest.approx(number * load().scale[scale])
    assert told.span.of(text) == f"{number} {scale} {currency}"
