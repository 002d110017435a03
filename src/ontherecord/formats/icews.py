"""ICEWS's 20 columns. One row a directed pair; the CAMEO code by the table in `cameo`; Intensity is PLOVER's score, whose range is
Goldstein's. What did not happen (auxiliary modes) is left out.

`Story ID` is the document's id. The sentence's number is not kept, so `Sentence Number` is empty.
"""

from __future__ import annotations

from ontherecord.formats.cameo import TEXTS, base_code
from ontherecord.formats.columns import ICEWS
from ontherecord.formats.countries import names_of
from ontherecord.formats.dyads import Row, rows
from ontherecord.formats.tables import line
from ontherecord.records import Actor, Record

# What ICEWS calls the kinds of actors; its cells are lists parted by commas, so no name holds one.
SECTORS = {
    "GOV": "Government", "LEG": "Legislative / Parliamentary", "JUD": "Judicial", "MIL": "Military", "COP": "Police",
    "SPY": "State Intelligence", "PRM": "Government Militia", "REB": "Rebel", "UAF": "Unidentified Forces", "PTY": "Parties",
    "OPP": "Opposition", "ELI": "Elite", "CVL": "General Population / Civilian / Social", "BUS": "Business", "LAB": "Labor",
    "AGR": "Agricultural", "CRM": "Criminals / Gangs", "EDU": "Education", "JRN": "News", "MED": "Medical / Health",
    "REF": "Refugees / Displaced", "REL": "Religious", "SOC": "Social",
}  # fmt: skip


def lines(record: Record, left_out: dict[str, int]) -> list[str]:
    return [line(ICEWS, _row(row)) for row in rows(record, left_out)]


def _row(row: Row) -> dict[str, object]:
    code = base_code(row.event.type, row.event.mode)
    values: dict[str, object] = {
        "Event ID": row.id,
        "Event Date": row.day,
        "Event Text": TEXTS[code],
        "CAMEO Code": code,
        "Intensity": row.event.score,
        "Story ID": row.record.id,
        "Publisher": row.record.document.publisher,
    }
    if row.event.place is not None:
        place = row.event.place
        values |= {"Country": names_of(place.country).name, "Latitude": place.lat, "Longitude": place.lon}
    return values | _party("Source", row.actor) | _party("Target", row.recipient)


def _party(side: str, actor: Actor | None) -> dict[str, object]:
    if actor is None:
        return {}
    sector = SECTORS.get(actor.sector or "", "")
    return {
        f"{side} Name": actor.name,
        f"{side} Sectors": sector,
        f"{side} Country": names_of(actor.country).name if names_of(actor.country).cameo else "",
    }
