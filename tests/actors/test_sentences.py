"""Who is meant, sentence by sentence. `[CHN_MIL|the army]`: that country and sector act; `[at_FRA|Paris]`: only a place; `[nobody|…]`."""

from __future__ import annotations

import functools

import pytest

from tests.actors.casting import Casting, cast_all
from tests.drawn import Drawn, drawn

PEOPLES_AND_ADJECTIVES = """
[NOR_GOV|Norway] and [SWE_GOV|Sweden] signed a fishing accord.
[USA_GOV|The U.S.] rejected the offer.
The envoys told us that nothing had changed in [USA_GOV|US] policy.
[ISR_MIL|Israeli soldiers] searched the village.
[FRA_AGR|French farmers] blocked the motorway.
[AFG_REB|Afghan rebels] attacked the convoy.
[RUS_GOV|A Russian official] denied the claim.
[UNO_MIL|UN peacekeepers] left the town.
[CHE_MED|Swiss doctors] treated the wounded.
[PSE_CVL|Palestinians] marched through the streets.
[FRA_CVL|The French] voted on Sunday.
They sold [at_FRA|French] wine at the market.
[at_USA|US] sanctions hurt the economy.
[nobody|Turkish]-backed rebels took the hill.
[null_REB|Turkish-backed rebels] took the hill.
[null_UAF|A pro-Iranian militia] claimed the attack.
[null_CVL|An anti-Syria protester] was arrested.
[HUN_ROU|Hungarian and Romanian officials] met in secret.
[GBR_FRA|British and French forces] held exercises.
[IND_GOV|India]'s [IND_MIL|navy] sent two frigates.
[JPN_GOV|The Japanese government] protested.
[MEX_LEG|Mexico's parliament] passed the law.
[MAR_GOV|Moroccan diplomats] left the hall.
[KEN_COP|Kenyan police] fired tear gas.
[CHL_JUD|A Chilean court] convicted the general.
[TUR_JRN|A state-owned Turkish newspaper] reported the deal.
[CAN_CVL|Canadian protesters] burned a flag.
[POL_MIL|The Polish army] was put on alert.
[PHL_MIL|Philippine troops] landed on the shoal.
[BRA_GOV|The Brazilian Foreign Ministry] summoned the envoy.
[NLD_GOV|The Dutch foreign minister], [NLD_GOV|Jan de Ruyter], resigned.
[EGY_GOV|Egypt] hosted [at_CHN|Sino]-[at_JPN|Japanese] talks.
[at_USA|US]-[at_CHN|China] relations soured.
"""

PERSONS = """
[AUT_GOV|Austrian chancellor Karl Muster] arrived on Monday.
[AUT_GOV|Karl Muster], the Austrian chancellor, resigned.
[JOR_GOV|King Rashid IV of Jordan] spoke first.
[ARM_GOV|The president of Armenia] thanked the envoy.
[null_GOV|Foreign Ministry spokesman Tan Wei] answered no questions.
[CHN_GOV|Chinese Foreign Ministry spokesman Tan Wei] answered no questions.
[UNO_GOV|UN envoy Pedro Lund] called for a truce.
[null_ELI|Former prime minister Edda Lund] wrote a book.
[GHA_ELI|Ghana's former president Kwesi Badu] was acquitted.
[null_ELI|Then-defence minister Anna Kowalska] gave the order.
[DNK_GOV|Anna Holm], who is the Danish prime minister, welcomed the vote.
[ITA_GOV|Paolo Neri] is the Italian ambassador.
[LKA_GOV|A spokesman for the Sri Lankan government], [LKA_GOV|Nimal Perera], gave no date.
[null|Chad Miller] praised the plan.
[null|Emma Jordan] spoke to reporters.
[NGA|Ayo Balogun], a Lagos-based activist, was freed.
[KOR_GOV|South Korean President Han Ji-won] flew home.
[ESP_OPP|Spanish opposition leader Marta Vidal] called the vote a farce.
"""

PLACES = """
The ministers met in [at_RUS|Moscow].
[RUS_GOV|Moscow] said the talks had failed.
[CHN_GOV|Beijing] accused [JPN_GOV|Tokyo] of bad faith.
The two met in [at_FRA|Paris], [at_FRA|France].
Soldiers patrolled the border with [TCD_GOV|Chad].
He flew to [at_KEN|Nairobi] on Tuesday.
[DEU_GOV|Berlin] urged [GRC_GOV|Athens] to act.
Crowds gathered outside [at_USA|the White House].
[USA_GOV|The White House] declined to comment.
[RUS_GOV|The Kremlin] denied it.
Talks between [IND_GOV|New Delhi] and [PAK_GOV|Islamabad] broke down.
Planes bombed [at_SYR|Damascus].
The sanctions against [IRN_GOV|Tehran] remain.
She has lost confidence in [CHN_GOV|China].
Rain fell across [at_PRT|Portugal].
[PRT_GOV|Portugal] sent relief goods to [HTI_GOV|Haiti].
[TCD_REB|Rebels in Chad] seized the airport.
[IRQ_CVL|Protesters in Baghdad] burned tyres.
[JPN_GOV|Officials from Japan] inspected the plant.
[COL_GOV|Bogota] expelled the envoy of [VEN_GOV|Caracas].
"""


def lines(block: str) -> list[str]:
    return [line for line in block.strip().splitlines() if line]


SENTENCES = [*lines(PEOPLES_AND_ADJECTIVES), *lines(PERSONS), *lines(PLACES)]


@functools.cache
def all_casts() -> dict[str, tuple[Drawn, Casting]]:
    drawings = [drawn(s) for s in SENTENCES]
    return {s: (d, c) for s, d, c in zip(SENTENCES, drawings, cast_all([d.text for d in drawings]), strict=True)}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_drawn_span_means_whom_it_says(sentence: str) -> None:
    drawing, casting = all_casts()[sentence]
    for label, spans in drawing.spans.items():
        for span in spans:
            assert told(casting, span, label) == label, f"{span.of(casting.text)!r} in {casting.text!r}"


def told(casting: Casting, span, label: str) -> str:  # type: ignore[no-untyped-def]
    """What was found for a span, in the words of its label."""
    ids = casting.mentioned(span)
    found = [casting.cast.actor(i) for i in ids]
    mention = next((m for m in casting.cast.mentions if m.actors == ids and span.start <= m.span.start < span.end), None)
    acts = mention is not None and mention.acts
    if label.startswith("at_"):
        return "at_" + found[0].country if found and not acts and found[0].country else f"{found}"
    if label == "nobody":
        return label if not acts else f"{found}"
    if len(found) > 1:
        return "_".join(a.country or "null" for a in found)
    if not found:
        return "nobody"
    country = found[0].country or "null"
    return country if len(label) <= 4 else f"{country}_{found[0].sector}"
