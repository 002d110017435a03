"""Sentences and short documents held out: written before any output on them was seen, and never tuned to one by one.

The marks are those of test_sentences (`[CHN_MIL|the army]`, `[at_FRA|Paris]`, `[nobody|…]`) and of test_documents (one label one actor).
`python -m tests.actors` prints how many of the spans mean whom they should; test_figures holds the floors.
"""

from __future__ import annotations

WHO = """
[PER_GOV|Peru] recalled its ambassador from [ECU_GOV|Ecuador] on Friday.
[FIN_GOV|Finland]'s [FIN_MIL|border guards] turned back four lorries.
[ISL_GOV|Icelandic Prime Minister Katla Jonsdottir] arrived in the evening.
[GHA_GOV|The foreign minister of Ghana], [GHA_GOV|Kwame Badu], denied the report.
[NPL_GOV|Nepal's finance minister Hari Thapa] asked for a loan.
[BOL_GOV|Bolivia]'s [BOL_LEG|congress] approved the treaty late on Thursday.
[KEN_COP|Kenyan police] detained eleven people.
[TUN_OPP|Tunisian opposition leader Salma Trabelsi] called for new elections.
[MEX_CRM|A Mexican drug cartel] paid the pilots.
[COL_REB|Colombian rebels] freed a hostage.
[LBN_GOV|The Lebanese prime minister] flew home early.
[OMN_GOV|Omani mediators] carried the letters.
[ESP_GOV|Spain] and [PRT_GOV|Portugal] will build the line together.
[VNM_GOV|Vietnam] protested to [CHN_GOV|China] over the drilling.
[UNO_GOV|UN special envoy Marja Salo] briefed the council.
[EUR|The European Union] extended the ban.
[IGO|The African Union] suspended [GAB_GOV|Gabon].
[IGO|NATO] opened an office there.
[ARG_JUD|An Argentine court] froze the accounts.
[THA_MIL|The Thai army] closed two checkpoints.
[IND_MIL|Indian soldiers] crossed the ridge at dawn.
[PAK_GOV|Pakistani officials] refused to comment.
[SWE_MED|Swedish doctors] ran the clinic.
[IRQ_CVL|Iraqis] queued for water.
[PHL_AGR|Philippine fishermen] were chased away.
[AUS_BUS|An Australian mining company] sued [MNG_GOV|Mongolia].
[DNK_GOV|Denmark's foreign minister Mads Holm] summoned [RUS_GOV|the Russian ambassador].
[BGR_GOV|President Ivan Dimov of Bulgaria] vetoed the law.
[ZMB_GOV|Zambian President Mutale Chola] pardoned the editor.
[JOR_GOV|Jordan's King Faris II] received the delegation.
[CZE_LEG|The Czech parliament] voted against the plan.
[SVK_GOV|Slovak officials] met [HUN_GOV|Hungarian diplomats] in secret.
[SVN_HRV|Slovenian and Croatian ministers] signed a protocol.
[UGA_GOV|Uganda] expelled [RWA_GOV|a Rwandan diplomat].
[SRB_CVL|Serbian protesters] blocked a bridge.
[HTI_CRM|A Haitian gang] seized the port.
[NLD_GOV|Dutch Prime Minister Willem Brink] apologised.
[ETH_GOV|Ethiopia] said [ERI_GOV|Eritrea] had massed troops.
[LKA_GOV|The Sri Lankan government] devalued the rupee.
[KHM_GOV|Cambodian Defence Minister Sok Rith] inspected the trench.
[NZL_GOV|New Zealand] joined the talks.
[MLI_ELI|Mali's former president Oumar Keita] was arrested.
[null_ELI|Former foreign minister Lars Nyberg] wrote the preface.
[null_UAF|Gunmen] burned a bus.
[null|Edith Larkin] praised the rescue.
[IRN_GOV|Iran's foreign ministry spokesman Navid Tehrani] called it a threat.
[USA_GOV|State Department spokesman Carl Dunmore] declined to answer.
[USA_GOV|U.S. Treasury Secretary Helen Marsh] announced the list.
[DEU_GOV|German Chancellor Jutta Brandt] and [FRA_GOV|French President Luc Morel] met for an hour.
[DEU_FRA|The leaders of Germany and France] met for an hour.
[EST_LVA|The foreign ministers of Estonia and Latvia] spoke by telephone.
[BRA_URY|The presidents of Brazil and Uruguay] opened the bridge.
[NER_TCD|Ministers of Niger and Chad] signed the pact.
[at_TUR|Turkish] tea is cheap this year.
They drank [at_CHL|Chilean] wine.
[at_CAN|Canadian] wheat prices fell.
[CRI_GOV|Costa Rica], [PAN_GOV|Panama] and [HND_GOV|Honduras] will share the data.
[SEN_GOV|Senegal's ambassador to France], [SEN_GOV|Aida Ndiaye], was recalled.
[QAT_GOV|Qatar] offered to host [AFG_GOV|Afghanistan].
[SYR_REF|Syrian refugees] slept in the station.
[MMR_MIL|Myanmar's army] shelled the camp.
[ZAF_LAB|South African miners] went back to work.
[ISR_GOV|Israel] returned the bodies to [EGY_GOV|Egypt].
[KAZ_GOV|Kazakhstan's trade minister Daulet Omarov] opened the fair.
[GRC_MIL|The Greek navy] towed the boat.
[PNG_GOV|Papua New Guinea] asked [AUS_GOV|Australia] for planes.
[VEN_MIL|Venezuelan troops] took up positions near the river.
[GUY_GOV|Guyana] complained to [UNO|the Security Council].
[ARE_GOV|The United Arab Emirates] paid for it.
[NOR_GOV|Norwegian diplomats] wrote the draft.
[MDA_GOV|Moldova's president] signed the decree.
[GEO_OPP|The Georgian opposition] walked out.
[ITA_COP|Italian police] searched the yacht.
[JPN_GOV|Japan's Kenji Ota] met [KOR_GOV|South Korea's Min-ho Bae].
[DZA_GOV|Algerian Foreign Minister Karim Haddad] spoke with [MAR_GOV|his Moroccan counterpart].
[POL_GOV|Poland's defence minister], [POL_GOV|Adam Zielski], ordered an inquiry.
[CUB_GOV|Cuban President Raquel Soto] thanked [MEX_GOV|Mexico] for the oil.
[LTU_GOV|Hon. Jonas Petrauskas, Lithuania's energy minister], spoke last.
"""

WHERE = """
[HUN_GOV|Budapest] vetoed the package.
The envoys met in [at_HUN|Budapest].
[CZE_GOV|Prague] summoned the ambassador.
Thousands rallied in [at_CZE|Prague] on Saturday.
[THA_GOV|Bangkok] accused [KHM_GOV|Phnom Penh] of laying mines.
She flew to [at_THA|Bangkok] for surgery.
[EGY_GOV|Cairo] rejected the claim.
A bus overturned near [at_EGY|Cairo].
Ties between [ETH_GOV|Addis Ababa] and [ERI_GOV|Asmara] have soured.
The train leaves [at_ETH|Addis Ababa] at noon.
[GBR_GOV|London] imposed sanctions on [BLR_GOV|Minsk].
Police closed a street in [at_GBR|London].
[USA_GOV|The Pentagon] confirmed the strike.
Reporters waited outside [at_USA|the Pentagon].
[FRA_GOV|The Elysee] denied the report.
[RUS_GOV|The Kremlin] welcomed the offer.
[SAU_GOV|Riyadh] cut its output.
Oil ministers gathered in [at_AUT|Vienna].
[PAK_GOV|Islamabad] asked [CHN_GOV|Beijing] for fighter jets.
The delegation arrived in [at_CHN|Beijing] on Monday.
Shells fell on [at_SDN|Khartoum].
[SDN_GOV|Khartoum] broke off relations.
[KEN_GOV|Nairobi] promised to send police.
Floods hit [at_KEN|Nairobi] on Sunday.
The rebels marched on [at_TCD|N'Djamena].
[TCD_GOV|N'Djamena] asked for help.
The talks moved from [at_CHE|Geneva] to [at_QAT|Doha].
[QAT_GOV|Doha] said it would pay.
He was buried in [at_PER|Lima].
[PER_GOV|Lima] withdrew its ambassador from [BOL_GOV|La Paz].
The plane was forced to land in [at_BLR|Minsk].
Aid lorries reached [at_AFG|Kandahar].
[AFG_GOV|Kabul] blamed [PAK_GOV|Islamabad] for the raid.
The summit in [at_IDN|Jakarta] ended without a text.
[IDN_GOV|Jakarta] lodged a protest with [MYS_GOV|Kuala Lumpur].
The oil flows through [at_GEO|Georgia] to [at_TUR|Turkey].
[POL_GOV|Warsaw] closed the consulate in [at_POL|Poznan].
Protesters in [at_POL|Warsaw] burned a flag.
[JPN_GOV|Tokyo] and [KOR_GOV|Seoul] renewed the accord.
Snow fell in [at_JPN|Tokyo].
Pressure on [BLR_GOV|Minsk] mounted.
An explosion shook [at_LBN|Beirut].
[LBN_GOV|Beirut] filed a complaint against [ISR_GOV|Israel].
The convoy left [at_UKR|Odesa] before dawn.
[UKR_GOV|Kyiv] will hold elections in spring.
Families fled [at_SYR|Aleppo].
[SYR_GOV|Damascus] freed two journalists.
The team trained in [at_ZAF|Cape Town].
[ZAF_GOV|Pretoria] abstained.
Ships wait off [at_YEM|Aden].
[VEN_GOV|Caracas] expelled the envoy.
The opposition rallied in [at_VEN|Caracas].
A court in [at_ESP|Madrid] heard the case.
[ESP_GOV|Madrid] recalled its ambassador to [ARG_GOV|Buenos Aires].
Negotiators will travel to [at_CUB|Havana].
Relations with [CUB_GOV|Havana] improved.
[AUS_GOV|Canberra] cancelled the visas.
Ministers meet in [at_BEL|Brussels] next week.
[AZE_GOV|Baku] warned [ARM_GOV|Yerevan].
The pipeline ends in [at_AZE|Baku].
"""

DOCUMENTS = {
    "president and visitor": """
[Nyberg|President Elsa Nyberg] of Sweden received [Brink|Dutch Prime Minister Willem Brink] on Tuesday.

[Nyberg|The president] praised the trade. [Brink|He] promised to come back.
""",
    "she said again": """
[Chola|Zambian President Grace Chola] opened the dam. [Chola|She] said it would last a century. [Chola|She] also thanked the engineers.
""",
    "two men": """
[Ota|Japanese Foreign Minister Kenji Ota] met [Petrov|Bulgarian envoy Ivan Petrov] in Sofia. [Ota|Ota] offered loans.
[Ota|He] asked for patience.
""",
    "demand and minister": """
[GHA|Ghana] demanded an apology. [Badu|Foreign Minister Kwame Badu] summoned the envoy of [TGO|Togo].

[Badu|Badu] said [Badu|he] was angry.
""",
    "two ministers without country": """
[PER|Peru] closed the border. [Quispe|Interior Minister Rosa Quispe] spoke of smugglers.

[ECU|Ecuador] protested. [Mora|Interior Minister Luis Mora] called the step unfriendly. [Mora|He] asked for talks.
""",
    "counterpart": """
[Haddad|Algerian President Karim Haddad] telephoned [Alami|his Moroccan counterpart], [Alami|Samira Alami].

[Haddad_and_Alami|The two presidents] spoke about gas. [Alami|Alami] invited [Haddad|Haddad] to Rabat.
""",
    "ministers of two": """
[Tamm_and_Ozols|The foreign ministers of Estonia and Latvia] met on Friday.

[Tamm|Estonian Foreign Minister Mari Tamm] thanked [Ozols|Latvian Foreign Minister Janis Ozols].
[Tamm_and_Ozols|The ministers] signed a note.
""",
    "government and its names": """
[KEN|Kenya] raised tariffs. [KEN|Nairobi] said the step was needed. [KEN|The country] imports most of its wheat.
""",
    "ministry": """
[ministry|The Omani foreign ministry] published a map. [ministry|It] gave no explanation. [ministry|The ministry] will hold a briefing.
""",
    "rebels": """
[rebels|Colombian rebels] freed a nurse. [rebels|They] kept her driver. [rebels|The rebels] asked for medicine.
""",
    "army": """
[army|The Thai army] closed the road. [army|The army] said mines had been found.
""",
    "bloc": """
[EU|The European Union] cut aid to [TCD|Chad]. [EU|The bloc] cited the vote. [TCD|Chad] called it blackmail.
""",
    "its help": """
[LBN|Lebanon] thanked [CYP|Cyprus] for [CYP|its] help.
""",
    "its own": """
[LBN|Lebanon] withdrew [LBN|its] envoy. [LBN|It] gave no reason.
""",
    "crew and ship": """
[GRC|Greece] detained a tanker. [Vasso|Shipping Minister Eleni Vasso] spoke of [nobody|oil]. [Vasso|She] named no buyer.
""",
    "spokeswoman": """
[Holm|Danish government spokeswoman Karen Holm] denied the report. [Holm|Holm] said [Holm|she] had seen the cable.
""",
    "title later": """
[Keita|Malian Prime Minister Oumar Keita] resigned. [Keita|The prime minister] blamed the senate. [Keita|Keita] will stay in Bamako.
""",
    "surname twice": """
[Larkin|Edith Larkin] won the seat. [Larkin|Ms Larkin] thanked her voters.
""",
    "king": """
[Faris|King Faris II] of Jordan opened parliament. [Faris|The king] spoke for an hour. [Faris|He] did not name [ISR|Israel].
""",
    "republic": """
[CZE|The Czech Republic] expelled two attaches. [RUS|Russia] answered within hours. [RUS|Moscow] expelled four.
""",
    "both sides": """
[IND|India] and [NPL|Nepal] reopened the pass. [IND_and_NPL|Both sides] had lost trade. [IND_and_NPL|They] will meet again.
""",
    "three countries": """
[KEN|Kenya], [UGA|Uganda] and [RWA|Rwanda] agreed on a tariff. [KEN_and_UGA_and_RWA|The three countries] will sign in May.
""",
    "envoy and rebels": """
[Salo|UN envoy Marja Salo] met [front|the Northern Front] in secret. [Salo|She] said [front|the group] wanted peace.
""",
    "reported speech": """
"We shall not pay," said [Omarov|Kazakh Trade Minister Daulet Omarov]. "Not a cent," [Omarov|he] added.
""",
    "accused": """
[AZE|Azerbaijan] accused [ARM|Armenia] of firing first. [ARM|Yerevan] denied it. [ARM|Armenia]'s [mod|defence ministry] showed a film.

[mod|The ministry] said the film was new.
""",
    "former": """
[Dimov|Former Bulgarian president Ivan Dimov] wrote a letter. [Dimov|Dimov] called the law a mistake.
""",
    "acronym": """
[group|The Coastal Liberation Army] ([group|CLA]) blew up a pipe. [group|The CLA] threatened more.
""",
    "apposition": """
[Zielski|Adam Zielski], [Zielski|the Polish defence minister], flew to Vilnius. [Zielski|He] inspected the battalion.
""",
    "his country": """
[Soto|Cuban President Raul Soto] spoke in Geneva. [Soto|He] said [CUB|Cuba] would sign.
""",
    "neighbour": """
[RWA|Rwanda] closed a crossing. [UGA|Uganda] said [UGA|it] regretted the step.
""",
}
