"""A second part held out: written on 24 November 2026, gold first, in the manner of regional wires, transcripts and think tanks.

Marks as in held_out. Words inside quotation marks and turns ("we", "my country") are asked after attribution has bound them.
First figures, before anything was mended: mentions 0.9398 of 133, place or government 0.9048 of 21.
"""

from __future__ import annotations

WHO = """
[FJI_GOV|Acting Prime Minister of Fiji Jone Vatubua] opened the session.
[NOR|Norway's then-defence minister Oskar Lind] signed the order.
[null|Dorothy Washington] praised the choir.
[NGO|The International Crisis Group] urged [NER_GOV|Niamey] to talk.
[TZA_GOV|Tanzania's deputy minister for energy, Judith Kalemba], toured the plant.
[IRN_MIL|The Islamic Revolutionary Guard Corps] seized a tug.
[KOR_GOV|Vice Foreign Minister of the Republic of Korea Han Do-yun] called in the envoy.
[KGZ_GOV|Kyrgyz Security Council Secretary Bakyt Osmonov] arrived before noon.
[IGO|The Shanghai Cooperation Organisation] admitted [IRN_GOV|Iran].
[SSD_GOV|South Sudan] and [SDN_GOV|Sudan] reopened the pipeline.
[MMR_GOV|Naypyidaw] refused a visa to [IGO_GOV|the ASEAN envoy].
[HND_CVL|Hondurans] walked north for a week.
[VEN_OPP|The Venezuelan opposition] met [VEN_GOV|the government] in a hotel.
[USA_GOV|The Biden administration] weighed new tariffs.
[ITA_GOV|Draghi] telephoned [RUS_GOV|Putin].
[PAK_ELI|Nawaz Sharif] gave an interview.
[CAN_GOV|Ottawa] said [CAN_GOV|the prime minister] had raised canola with [CHN_GOV|his Chinese counterpart].
[PRK_JRN|KCNA] denounced the drill.
[COD_REB|The M23] took a hill above the lake.
[COG_GOV|Brazzaville] will host the forum, and [COG_GOV|the Congolese government] will pay for it.
"""

WHERE = """
Voters in [at_USA|Washington] state sent their ballots by post.
[COD_GOV|Kinshasa] accused [RWA_GOV|Kigali] of arming rebels.
Peaches from [at_USA|Georgia] sell well in [at_USA|Alabama].
[TJK_GOV|Dushanbe] and [KGZ_GOV|Bishkek] agreed to withdraw their tanks.
[EST_GOV|Tallinn], [LVA_GOV|Riga] and [LTU_GOV|Vilnius] closed their skies to [at_BLR|Belarusian] airliners.
[GBR_GOV|Downing Street] and [USA_GOV|Foggy Bottom] issued one text.
A crowd gathered outside [at_GBR|Downing Street].
[PSE_GOV|Ramallah] rejected the map.
[TWN_GOV|Taipei] thanked [PRY_GOV|Asuncion] for its vote.
[SOM_GOV|Mogadishu] cut ties with [KEN_GOV|Nairobi], and [DJI_GOV|Djibouti] offered to mediate.
Migrants crossed [at_GTM|Guatemala] on foot.
"""

DOCUMENTS = {
    "two heads of state": """
[Adeyo|President of Benin Kofi Adeyo] had a telephone conversation with [Traoui|President of Togo Essi Traoui].

[Adeyo_and_Traoui|The two heads of state] discussed the port. [BEN_and_TGO|Both countries] depend on it.
[Traoui|The Togolese leader] invited [Adeyo|her counterpart] to Lome. [TGO|Togo] will pay. [BEN|Benin] is glad of it.
""",
    "two sides lay a cable": """
[MNG|Mongolia] and [KAZ|Kazakhstan] will lay a cable, [MNG|Ulaanbaatar] announced. [MNG_and_KAZ|The two sides] have haggled for years.
[MNG_and_KAZ|They] expect to finish in June.
""",
    "turns of a transcript": """
[Nuraliev|President of Kyrgyzstan Azamat Nuraliev]: Colleagues, [Nuraliev|I] am glad to see you. [KGZ|Our country] needs this road.

[Salimov|President of Tajikistan Rustam Salimov]: Thank you, [Nuraliev|Mr Nuraliev]. [Salimov|I] often speak of it in [TJK|my country].
""",
    "two of one surname": """
[Petr|Petr Novak], [Petr|the Czech transport minister], met [Jana|the Slovak envoy Jana Novak] in Brno.

[Petr|The minister] wants a faster line. [Jana|She] asked who would pay. [Jana|Jana Novak] then left for Vienna.
""",
    "acting and former": """
[Osei|Acting Foreign Minister Yaw Osei] of Ghana met [Mensah|former president Abena Mensah].

[Mensah|The former president] praised [Osei|the acting minister]. [Osei|Osei] thanked [Mensah|her].
""",
    "organisation in brackets": """
[body|The Organisation for River Development] ([body|ORD]) met in Bamako. [body|ORD] asked [MLI|Mali] for its dues.

[body|The organisation] has no money left.
""",
    "one of two Congos": """
[COD|The Democratic Republic of Congo] closed its border with [RWA|Rwanda]. [army|The Congolese army] said [COD|Kinshasa] had no choice.

[RWA|Kigali] called the charge absurd. [RWA|The country] denies helping rebels.
""",
    "Georgia and the bloc": """
[GEO|Georgia] wants to join [bloc|the European Union]. [bloc|Brussels] sent a list; [GEO|Tbilisi] answered at once.

[GEO|The Caucasus country] applied last year.
""",
    "my country and yours": """
"[LVA|My country] has paid," said [Ozola|Latvian Finance Minister Dace Ozola]. [LVA|Latvia] is proud of that.

"Now it is the turn of [DNK|your country]," [Ozola|she] told [Krag|Danish Finance Minister Nils Krag]. [DNK|Denmark] will vote in June.
""",
    "leader and guest": """
[Hoang|Party General Secretary Hoang Van Minh] of Vietnam received [Sisay|Lao Prime Minister Sisay Vongsa] on Monday.

[Hoang|The Vietnamese leader] hailed [Sisay|his guest]. [Hoang_and_Sisay|The two] signed nothing.
[Sisay|The prime minister] flies home soon.
""",
    "two capitals": """
[TUR|Ankara] and [GRC|Athens] are talking again. For [TUR|Turkey] the islands matter less than gas. [GRC|Greece] disagrees.

[TUR_and_GRC|The two capitals] will trade lists in June.
""",
    "three at a dam": """
[EGY|Egypt], [SDN|Sudan] and [ETH|Ethiopia] met in Kinshasa. [EGY|Cairo] and [SDN|Khartoum] want a treaty.
[ETH|Addis Ababa] wants guidelines.

[EGY_and_SDN_and_ETH|The three countries] will meet again; [EGY_and_SDN_and_ETH|they] set no date.
""",
    "a man called Washington": """
[man|Harold Washington], [man|a United Nations lawyer], briefed [USA|Washington] on the case. [USA|The United States] gave no answer.

[man|Mr Washington] was patient.
""",
    "she meets him": """
[Sato|Japanese Prime Minister Reiko Sato] arrived in Hanoi for talks with [Pham|Vietnamese Prime Minister Pham Duc Long].

[Sato|She] will meet [Pham|him] on Friday. [Sato_and_Pham|Both leaders] are to visit a port. [Sato|Sato] stays until Sunday.
""",
    "army and its spokesman": """
[Adly|Egyptian army spokesman Tarek Adly] said [army|the army] had shot down a drone over Sinai. [Adly|He] gave no details.

[ISR|Israel] declined to comment. [ISR|The Israeli government] seldom does.
""",
    "holders in a host's city": """
[Putin|Vladimir Putin] chaired a session with [Tokayev|Kassym-Jomart Tokayev] in Astana. [Tokayev|The president of Kazakhstan] spoke first.

[Putin|The Russian president] listened. [KAZ|Kazakhstan] has the chair. [RUS|Moscow] takes it next year.
""",
    "a council of its own": """
[council|The National Security Council of Ghana] met at night. [council|The council] named no names. [GHA|Accra] later reopened the airport.
""",
    "an ambassador summoned": """
[KOR|South Korea] summoned [envoy|the Japanese ambassador]. [envoy|The envoy] stayed ten minutes. [JPN|Tokyo] defended the books.

[KOR|Seoul] called that shameful.
""",
}
