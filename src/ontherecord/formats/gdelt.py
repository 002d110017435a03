"""GDELT 2.0: 61 columns of events and 16 of mentions, tab-separated, no header.

One row a directed pair of an event of a document. GoldsteinScale is PLOVER's score, which has Goldstein's range; AvgTone and the
sentence's number are not kept and stay empty. What did not happen (auxiliary modes) is left out.
"""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from ontherecord.formats.cameo import QUAD_CLASS, ROLES, base_code
from ontherecord.formats.columns import GDELT_EVENTS, GDELT_MENTIONS
from ontherecord.formats.countries import names_of
from ontherecord.formats.dyads import Row, first_words, rows
from ontherecord.formats.tables import line
from ontherecord.ontology import INTERNATIONAL
from ontherecord.records import Actor, Document, Place, Record

MENTION_TYPE_WEB, MENTION_TYPE_CITATION = "1", "2"
# Kinds of place: 0 none, 1 a country, 3 a city of the United States, 4 one elsewhere.
NO_PLACE, COUNTRY, US_CITY, WORLD_CITY = "0", "1", "3", "4"


def lines(record: Record, left_out: dict[str, int]) -> tuple[list[str], list[str]]:
    """Lines of the events' table and of the mentions'."""
    found = list(rows(record, left_out))
    return [line(GDELT_EVENTS, _event(row)) for row in found], [line(GDELT_MENTIONS, _mention(row)) for row in found]


def _event(row: Row) -> dict[str, object]:
    event, document, day = row.event, row.record.document, row.day
    code = base_code(event.type, event.mode)
    return {
        "GLOBALEVENTID": row.id,
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": f"{day.year + ((day.month - 1) * 30 + day.day) / 365:.4f}",  # months of 30 days, as in GDELT's own data
        "IsRootEvent": "1" if _leads(row) else "0",
        "EventCode": code,
        "EventBaseCode": code,
        "EventRootCode": code[:2],
        "QuadClass": QUAD_CLASS[event.quad],
        "GoldsteinScale": event.score,
        "NumMentions": max(1, len(event.mentions)),
        "NumSources": 1,
        "NumArticles": 1,
        "Actor1Geo_Type": NO_PLACE,
        "Actor2Geo_Type": NO_PLACE,
        "DATEADDED": _moment(document, day),
        "SOURCEURL": document.url,
        **_actor("Actor1", row.actor),
        **_actor("Actor2", row.recipient),
        **_place(event.place),
    }


def _leads(row: Row) -> bool:
    """Whether the story's first paragraph tells it."""
    first = next((p.span for p in row.record.document.parts if p.kind == "story"), None)
    return first is not None and first.overlaps(row.event.evidence)


def _moment(document: Document, day: dt.date) -> str:
    """YYYYMMDDHHMMSS of publication in universal time; midnight where no time is given."""
    if not document.published:
        return f"{day:%Y%m%d}000000"
    moment = dt.datetime.fromisoformat(document.published)
    return f"{moment.astimezone(dt.UTC) if moment.tzinfo else moment:%Y%m%d%H%M%S}"


def _actor(side: str, actor: Actor | None) -> dict[str, object]:
    if actor is None:
        return {}
    code, role = actor.country or "", ROLES.get(actor.sector or "", "")
    if code in INTERNATIONAL:  # CAMEO has them as kinds of actors, not as countries
        return {f"{side}Code": code + role, f"{side}Name": actor.name.upper(), f"{side}Type1Code": code, f"{side}Type2Code": role}
    country = names_of(code).cameo or code
    return {f"{side}Code": country + role, f"{side}Name": actor.name.upper(), f"{side}CountryCode": country, f"{side}Type1Code": role}


def _place(place: Place | None) -> dict[str, object]:
    if place is None:
        return {"ActionGeo_Type": NO_PLACE}
    city = US_CITY if place.country == "USA" else WORLD_CITY
    return {
        "ActionGeo_Type": city if place.lat is not None else COUNTRY if place.country else NO_PLACE,
        "ActionGeo_FullName": place.name,
        "ActionGeo_CountryCode": names_of(place.country).fips,
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
        "ActionGeo_FeatureID": place.geonames,
    }


def _mention(row: Row) -> dict[str, object]:
    document = row.record.document
    return {
        "GLOBALEVENTID": row.id,
        "EventTimeDate": f"{row.day:%Y%m%d}000000",
        "MentionTimeDate": _moment(document, row.day),
        "MentionType": MENTION_TYPE_WEB if document.url else MENTION_TYPE_CITATION,
        "MentionSourceName": urlsplit(document.url).hostname if document.url else document.publisher,
        "MentionIdentifier": document.url or document.source,
        "Actor1CharOffset": _offset(row, row.actor),
        "Actor2CharOffset": _offset(row, row.recipient),
        "ActionCharOffset": row.event.trigger.start,
        "InRawText": "1",
        "Confidence": round(row.event.confidence * 100),
        "MentionDocLen": len(document.text),
    }


def _offset(row: Row, actor: Actor | None) -> int:
    span = first_words(row.record, actor, row.event.evidence)
    return span.start if span else -1
