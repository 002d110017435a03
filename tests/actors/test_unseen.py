"""Who is somebody though no table names them: labels of transcripts, peoples with an article, participles, kinds beside their names."""

from __future__ import annotations

import pytest

from tests.actors.casting import cast_all
from tests.drawn import drawn

# Spans with one label mean one actor, those with different labels different ones; `nobody` is no actor.
CASES = (
    # labels of transcripts, also behind a sentence's end, are the person named elsewhere
    "[kova|MS. KOVA]: Will [host|you] pay? [lund|MR. LUND]: We paid. [kova|MS. KOVA]: Thank you, [lund|Mr Lund].",
    "[host|HOST]: Did the army fire? [oda|MINISTER ODA]: No. [host|HOST]: Who did? [oda|MINISTER ODA]: Nobody.",
    "[chair|THE CHAIR]: The sitting is open. [chair|THE CHAIR]: It is closed.",
    "He spoke of one thing: peace. The ministers agreed on [nobody|two points]: roads and water.",
    # a people, a gang, a body with an article that does what only people do
    "[lou|The Murri] burned six camps. Soldiers disarmed [lou|the Murri] on Friday.",
    # the kind of a body right before its name
    "[paper|The newspaper] [paper|The Lantern] accused the state of arson.",
    "[agency|The news agency] [agency|Xinhua] reported a fire.",
    # participles as nouns
    "Nurses carried [hurt|the wounded] to a school. [hurt|The wounded] were flown out.",
    "[away|Those within ten miles] fled. [there|Those who stayed] were fed.",
    # groups and bodies of no known sector, where they act or are acted upon
    "[group|An alliance of farmers] sued the mill. [seen|Observers] accused [minister|a deputy minister].",
    # a number takes up its group
    "Guards seized eight fishermen and a boat. A court freed [eight|the eight].",
)


@pytest.mark.parametrize("marked", CASES)
def test_spans_of_a_label_are_one_actor(marked: str) -> None:
    drawing = drawn(marked)
    casting = cast_all([drawing.text], published="2021-05-05")[0]
    seen: dict[str, set[tuple[str, ...]]] = {}
    for label, spans in drawing.spans.items():
        if drawing.text[spans[0].start : spans[0].end] == "you":
            continue
        seen[label] = {casting.mentioned(s) for s in spans}
        assert len(seen[label]) == 1, (label, seen[label])
    nobody = seen.pop("nobody", {()})
    assert nobody == {()}
    who = [next(iter(s)) for s in seen.values()]
    assert () not in who
    assert len(set(who)) == len(who)


def countries(text: str, word: str, publisher: str | None = None) -> set[str]:
    return cast_all([text], published="2021-05-05")[0].countries(word)


def sectors(text: str, word: str) -> set[str | None]:
    casting = cast_all([text], published="2021-05-05")[0]
    return {casting.cast.actor(a).sector for a in casting.cast.party(casting.word(word))}


def test_delegates_of_a_state_are_its_officials() -> None:
    assert sectors("The delegates of Chad walked out.", "delegates") == {"GOV"}
    assert sectors("UN soldiers fired on the rebels.", "soldiers") == {"MIL"}


class TestWhoseTheyAre:
    def test_whom_a_country_sends_is_its_own(self) -> None:
        assert countries("Ghana sent soldiers to Lomé on Friday.", "soldiers") == {"GHA"}

    def test_rulers_are_of_the_capital_in_their_phrase(self) -> None:
        assert countries("Ghana warned the junta in Niamey.", "junta") == {"NER"}
        assert countries("The foreign minister in Lima promised an answer to Chile.", "minister") == {"PER"}

    def test_neighbours_are_not_those_whose_neighbours_they_are(self) -> None:
        assert countries("Chad accused its neighbours of theft.", "neighbours") == set()

    def test_works_and_firms_are_of_where_their_phrase_puts_them(self) -> None:
        assert countries("A steel works at Sfax sued the railway.", "works") == {"TUN"}

    def test_monitors_and_migrants_are_not_of_where_they_are(self) -> None:
        assert countries("Monitors in Ghana counted votes.", "Monitors") == set()
        assert countries("Refugees in Chad refused food.", "Refugees") == set()

    def test_a_clause_with_where_happens_at_its_place(self) -> None:
        assert countries("They flew home from Ghana, where crowds had attacked a shop.", "crowds") == {"GHA"}

    def test_crafts_with_a_capital_are_surnames(self) -> None:
        casting = cast_all(["Emma Miller praised the plan."])[0]
        assert [casting.cast.actor(a).name for a in casting.cast.party(casting.word("Miller"))] == ["Emma Miller"]
