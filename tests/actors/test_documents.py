"""Who is who through a document. Spans of one label mean one actor, of two labels two; "A_and_B" means both; "nobody" nobody.

A label in capitals is the country's own actor. Labels of persons and bodies are free names.
"""

from __future__ import annotations

import functools

import pytest

from tests.actors.casting import Casting, cast_all
from tests.drawn import Drawn, drawn

DOCUMENTS = {
    "surnames, he and titles": """
[Lund|Norwegian Prime Minister Edda Lund] met [Berg|Swedish Foreign Minister Ola Berg]. [Lund|She] thanked [SWE|Sweden] for help.

[Berg|Mr Berg] said [Berg|he] would return. [Lund|The prime minister] promised to wait.

[Berg|The Swedish minister] left at noon.
""",
    "said he and": """
[Kova|President Ana Kova] of Croatia called [Rama|Albanian President Ilir Rama] on Friday.

[Kova|Kova] said [Kova|she] and [Rama|Rama] discussed fisheries.
""",
    "metonymy is one actor": """
[CHL|Chile] recalled its envoy. [CHL|Santiago] said the talks had failed, and [CHL|the Chilean government] closed the border.
""",
    "the island": """
[JPN|Japan] sent aid to [LKA|Sri Lanka] after the storm. Ships reached [LKA|the island] on Tuesday.
""",
    "the kingdom": """
[MAR|Morocco] and [DZA|Algeria] traded blame. [MAR|The kingdom] closed its airspace to Algerian planes.
""",
    "the bloc and the alliance": """
[EU|The European Union] delayed the tariffs. [EU|The bloc] will meet in June.

[NATO|NATO] sent ships. [NATO|The alliance] gave no numbers.
""",
    "two countries": """
[IND|India] and [NPL|Nepal] signed a pact. [IND_and_NPL|The two countries] share a long border. [IND_and_NPL|Both sides] praised it.
""",
    "two leaders": """
[Orr|Irish leader Finn Orr] met [Paz|Bolivian President Luz Paz] in Dublin. [Orr_and_Paz|The two leaders] spoke for an hour.
""",
    "they": """
[Orr|Finn Orr] and [Paz|Luz Paz] met in Dublin. [Orr_and_Paz|They] spoke for an hour.
""",
    "acronym in brackets": """
[front|The People's Renewal Front] ([front|PRF]) rejected the vote. [front|The PRF] called for a strike.
""",
    "himself": """
[Orr|Finn Orr] blamed [Orr|himself] for the delay.
""",
    "wanted him to": """
[Orr|Finn Orr] resigned. [Paz|Luz Paz] wanted [Orr|him] to stay.
""",
    "army of its own": """
[TUR|Turkey] closed the strait. [army|The Turkish army] searched ships, and [army|the army] held two captains.
""",
    "its neighbour": """
[COL|Colombia] reopened the bridge to [VEN|Venezuela]. [COL|Bogota] said [COL|its] patience with [VEN|its neighbour] was great.
""",
    "apposition merges": """
[Ito|A government spokesman], [Ito|Ken Ito], spoke in Tokyo. [Ito|He] gave no date.
""",
    "not the speaker inside a quotation": """
[Paz|Luz Paz] praised [Orr|Finn Orr]. "[Orr|He] is a friend," [Paz|Paz] said.
""",
    "administrations": """
[Okoro|President Sam Okoro] of Kenya won again. [KEN|The Okoro administration] raised tariffs.
""",
    "the government of one country": """
[PER|Peru] devalued its currency. [PER|The government] promised loans.
""",
    "vice president is no president": """
[Paz|Bolivian President Luz Paz] and [Vega|Vice President Rosa Vega] won. [Paz|The president] thanked voters.
""",
    "people stays a person": """
[Miller|Chad Miller] sued. [Miller|Miller] lost.
""",
}


@functools.cache
def all_casts() -> dict[str, tuple[Drawn, Casting]]:
    drawings = {name: drawn(text.strip()) for name, text in DOCUMENTS.items()}
    castings = cast_all([d.text for d in drawings.values()], published="2023-05-10")
    return {name: (d, c) for (name, d), c in zip(drawings.items(), castings, strict=True)}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_span_means_its_own(name: str) -> None:
    drawing, casting = all_casts()[name]
    singles: dict[str, str] = {}
    for label, spans in drawing.spans.items():
        if "_and_" in label or label == "nobody":
            continue
        meant = {casting.mentioned(s) for s in spans}
        assert len(meant) == 1, f"{label}: {[(s.of(casting.text), casting.mentioned(s)) for s in spans]}"
        (ids,) = meant
        assert len(ids) == 1, f"{label}: {[s.of(casting.text) for s in spans]} means {ids}"
        singles[label] = ids[0]
        if label.isupper() and len(label) == 3:
            assert casting.cast.actor(ids[0]).country == label
            assert casting.cast.is_country(ids[0])
    assert len(set(singles.values())) == len(singles), singles
    for label, spans in drawing.spans.items():
        wanted = set() if label == "nobody" else {singles[part] for part in label.split("_and_")} if "_and_" in label else None
        for span in spans if wanted is not None else ():
            assert set(casting.mentioned(span)) == wanted, f"{span.of(casting.text)!r}"
