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
[null_PRM|A pro-Iranian militia] claimed the attack.
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
A bomb exploded in [at_PAK|Karachi] on Friday.
[FRA_GOV|Paris] summoned the ambassador.
The delegation left [at_AUT|Vienna] without a deal.
[EGY_GOV|Cairo] and [ETH_GOV|Addis Ababa] disagree over the dam.
The envoy returned from [at_LBY|Tripoli] with a letter.
[IRN_GOV|Tehran] warned [ISR_GOV|Israel] against an attack.
The army shelled [at_UKR|Kharkiv] overnight.
Refugees fled [at_SDN|Khartoum].
Sanctions on [RUS_GOV|Moscow] will stay.
Pressure on [PRK_GOV|Pyongyang] is growing.
The march ended near [at_ITA|Rome].
[KOR_GOV|Seoul] fired warning shots.
Relations with [VNM_GOV|Hanoi] have warmed.
She was born in [at_ESP|Seville].
The city of [at_GRC|Athens] was flooded.
[QAT_GOV|Doha] mediated between [USA_GOV|Washington] and [AFG_GOV|Kabul].
Arms shipments to [SRB_GOV|Belgrade] were stopped.
Demonstrators marched through [at_CHL|Santiago].
[HUN_GOV|Budapest] blocked the aid.
The mayor of [at_PRT|Lisbon] resigned.
Talks will be held in [at_CHE|Geneva] in May.
[SAU_GOV|Riyadh] rejected the plan, but [ARE_GOV|Abu Dhabi] accepted it.
Workers at a plant outside [at_DEU|Berlin] went on strike.
Gunmen stormed a hotel in [at_MLI|Bamako].
[CUB_GOV|Havana] freed four prisoners.
The plane landed in [at_NOR|Oslo].
Protests spread from [at_TUN|Tunis] to [at_TUN|Sfax].
[BLR_GOV|Minsk] closed its border.
The president will travel to [at_IDN|Jakarta] next week.
[TUR_GOV|Ankara]'s decision angered [CYP_GOV|Nicosia].
Rebels are advancing on [at_MMR|Naypyidaw].
A court in [at_ARG|Buenos Aires] jailed the banker.
[LKA_GOV|Colombo] asked [IND_GOV|Delhi] for a loan.
[USA_GOV|The United States] and [CUB_GOV|Cuba] reopened their embassies.
Troops entered [KWT_GOV|Kuwait] at dawn.
[SYR_GOV|Syria] accused [LBN_GOV|Lebanon] of hiding spies.
The ship sailed from [at_YEM|Aden].
[GBR_GOV|Downing Street] said the visit was off.
Police cleared the square in front of [at_GBR|Downing Street].
[GBR_GOV|London] and [IRL_GOV|Dublin] signed the accord in [at_GBR|Belfast].
[UKR_GOV|Kyiv] said [RUS_GOV|Moscow] had shelled [at_UKR|Kherson].
"""

MORE = """
[nobody|Sydney] Miller won the prize.
[null|Sofia Marin] denied the charge.
[CHN_GOV|The Chinese embassy] in [at_PER|Lima] was closed.
[CHN_GOV|The Chinese side] agreed.
[VEN_GOV|The Maduro government] jailed two deputies.
[ETH_MIL|Ethiopian troops] crossed into [SOM_GOV|Somalia].
[ZAF_LAB|South African miners] downed tools.
[THA_GOV|Thailand's prime minister] dissolved [THA_LEG|parliament].
[null_UAF|Gunmen] killed [null_CVL|six people].
[COL_CRM|A Colombian drug cartel] bribed [COL_JUD|two Colombian judges].
[HTI_CRM|Haitian gangs] burned a market.
[MMR_REL|Buddhist monks in Myanmar] marched.
[UGA_OPP|The Ugandan opposition] cried foul.
[IDN_BUS|An Indonesian mining company] was fined.
[NIC_JRN|Nicaraguan journalists] fled.
[SYR_REF|Syrian refugees] crossed the river.
[IGO_GOV|The African Union chairman] flew to [at_MOZ|Maputo].
[EUR|The EU] and [GBR_GOV|the UK] agreed on fish quotas.
[EUR_GOV|EU foreign ministers] met on Monday.
[UNO|The Security Council] condemned the coup.
[RUS_MIL|Russian warships] left port.
[ISR_GOV|Israel's cabinet] approved the truce.
[DEU_PTY|Germany's Social Democrats] voted yes.
[FRA_GOV|France's Emmanuel Macron] called [IND_GOV|India's Narendra Modi].
[JPN_GOV|Japan's ambassador to the United Nations], [JPN_GOV|Ken Ito], spoke first.
[USA_GOV|The American ambassador] to [MEX_GOV|Mexico] resigned.
[TCD_GOV|Chad] expelled [DEU_GOV|the German ambassador].
[GEO_GOV|Georgia] asked [EUR|the European Union] for help.
Voters in [at_USA|Georgia] and [at_USA|Florida] went to the polls.
[null_MIL|Congolese soldiers] fled.
"""

NEWER = """
[CHL_PER|The presidents of Chile and Peru] inspected the tunnel.
[KEN_TZA|The foreign ministers of Kenya and Tanzania] met at the lake.
[USA_GOV|State Department spokeswoman Karen Pell] refused to comment.
[PER_GOV|Hon. Luis Tello, Peru's trade minister], opened the fair.
[PER|Peru's Rosa Tello] and [BOL|Bolivia's Luz Paz] shook hands.
[CHL_GOV|The governor of Arica], [CHL_GOV|Pablo Rojas], resigned.
The envoys waited in [at_NLD|THE HAGUE].
[null_GOV|Leaders of six nations] agreed on a text.
[SAU_GOV|Bin Salman] received the envoys.
[PER_GOV|Peru's Security Council] met at night.
[null_LEG|House Speaker Nancy Muster] landed in [at_TWN|Taipei].
Nurses crossed [at_TCD|Chad] on foot.
Oil flows through [at_BEN|Benin] to [at_TGO|Togo].
[TCD_MLI|Chadian and Malian envoys] met.
[CHL_LEG|Chilean senator Otto Medina Rojas] won.
[PER_LEG|Peruvian lawmaker Luz Mota-Greek] spoke.
[nobody|It] was noted that [PER_GOV|Peru] had paid.
The [nobody|Euro]-Atlantic road is long, [PER_GOV|Peru] said.
[null|The Society for Lake Ports (SLP)] rejected the tariff.
[GHA_GOV|Secretary of the Ghanaian Mines and Defence Council Ivan Addo] met [PER_GOV|Peruvian President Luz Paz].
Ghana's envoy met [NER_GOV|the president from Niger], [NER_GOV|Idris Mota].
"""


def lines(block: str) -> list[str]:
    return [line for line in block.strip().splitlines() if line]


SENTENCES = [*lines(PEOPLES_AND_ADJECTIVES), *lines(PERSONS), *lines(PLACES), *lines(MORE), *lines(NEWER)]


@functools.cache
def all_casts() -> dict[str, tuple[Drawn, Casting]]:
    drawings = [drawn(s) for s in SENTENCES]
    return {s: (d, c) for s, d, c in zip(SENTENCES, drawings, cast_all([d.text for d in drawings], published="2021-05-05"), strict=True)}


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
