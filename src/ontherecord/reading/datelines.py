"""Datelines: the place, day and agency at the head of a report, in the forms that agencies and papers write them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from ontherecord.lexicons import read_table, table_path
from ontherecord.reading.agencies import agency_named

HEAD = 130  # code points: the longest datelines (three places, a date, an agency with its region) have about 100
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:{_WEEKDAY},?\s)?(?:{_MONTH}\s?{_DAY}(?:,?\s\d{{4}})?|{_DAY}\s?{_MONTH}(?:,?\s\d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
    rf"|\d{{4}}-\d\d-\d\d)|{_WEEKDAY}|{_MONTH}\s\d{{4}})"
)
DATE_ALONE = re.compile(DATE, re.IGNORECASE)
DATE_LAST = re.compile(rf"(?:^|[\s,(]{{1,3}})(?P<date>{DATE})[.,]?$", re.IGNORECASE)
MARK = re.compile(
    r"\s*(?P<dash>[—–―‒]|--+|__?)\s*|(?P<hyphen>\s-\s*|(?<=[)\]/])-\s*)|\s+-$|(?P<colon>\s?:(?:\s+|$)|(?<=[)\]]):)|(?P<stop>\.(?:\s+|$))|(?P<none>(?<=[)\]])(?:\s*(?=[A-Z\"“‘'])|$))"
)
BRACKET_LAST = re.compile(r"[(\[/]\s?(?P<inside>[^()\[\]/]{2,60}?)\s?[)\]/]\.?$")
# TASS and Interfax write their name after the date: "MOSCOW. March 5. INTERFAX - ", "MOSCOW, March 5. /TASS/. ".
AGENCY_NEXT = re.compile(
    r"(?:/(?P<slashed>[\w .-]{2,20})/|(?P<bare>[A-Z][\w-]{2,15}(?:\.[A-Z]{2,3})?))\.?\s*(?:[—–-]+\s*|(?<=[./])\s*)(?=[A-Z\"“‘'\d])"
)
STARTS_SENTENCE = re.compile(r"[\"“”‘'`«(\[$€£]*[^\W_a-z]|$")
SEGMENTS = re.compile(r"\s*[,/]\s*|\s(?:and|&)\s")
PLACE_WORDS = re.compile(r"[^\W\d_][\w'’.-]*(?:\s(?:[^\W\d_][\w'’.-]*)){0,5}")
PARTY = re.compile(r"[DRI]-\w")
SPOKEN = re.compile(r"[A-Z][A-Z .,'’-]{1,40}:\s")  # a speaker label of a transcript
# A headline may name a capital for its government ("Moscow: ..."); a lead sentence is longer than a headline.
LONGER_THAN_A_HEADLINE = 16


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is where the story begins, counted from the start of the paragraph; `place` and `agency` are None where not given."""

    end: int
    place: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class _Prefix:
    """What stands before a mark, taken apart. `agency` is its name where it is known, else the words in the brackets."""

    place: str
    dated: bool
    agency: str | None
    known_agency: bool


@functools.cache
def places() -> frozenset[str]:
    """Cities that reports are datelined from, in capitals. Raises LexiconError."""
    rows = read_table(table_path("dateline_places.tsv"), ("place", "country", "source"))
    return frozenset(row["place"].upper() for row in rows)


@functools.cache
def labels() -> frozenset[str]:
    """Words in capitals that open a paragraph and are no place. Raises LexiconError."""
    return frozenset(row["word"] for row in read_table(table_path("dateline_labels.tsv"), ("word", "meaning", "source")))


def find_dateline(paragraph: str, *, transcript: bool = False, first: bool = True) -> Dateline | None:
    """The dateline that opens a paragraph, if one does.

    In a `transcript`, capitals before a colon are a speaker. A paragraph that is not the `first` of its report has a dateline only
    in a form that nothing else has: with an agency or a date, or a known city in capitals before a dash.
    """
    head = paragraph[:HEAD]
    if not head[:1].isupper() and head[:1] not in "(/":
        return None
    for mark in MARK.finditer(head):
        prefix = _taken_apart(head[: mark.start()].rstrip())
        after = head[mark.end() :]
        if prefix is None or not STARTS_SENTENCE.match(after):
            continue
        if _is_dateline(prefix, mark, len(paragraph.split(None, LONGER_THAN_A_HEADLINE)), transcript=transcript, first=first):
            return _finished(prefix, mark.end(), after)
    return _alone(paragraph) if first else None


def _finished(prefix: _Prefix, end: int, after: str) -> Dateline:
    agency = prefix.agency if prefix.known_agency else None
    following = AGENCY_NEXT.match(after) if prefix.dated else None
    if following:
        named = agency_named((following["slashed"] or following["bare"]).upper())
        if named or following["slashed"]:
            agency, end = named.name if named else agency, end + following.end()
    return Dateline(end, _without_name(prefix.place) or None, agency)


def _without_name(place: str) -> str:
    """ "Reuters KHARTOUM (Reuters)" without the agency's name before the place."""
    first, _, rest = place.partition(" ")
    return rest if rest and agency_named(first) else place


def _alone(paragraph: str) -> Dateline | None:
    """A line of its own with a known city and a date, or a known city in capitals."""
    if len(paragraph) > HEAD:
        return None
    prefix = _taken_apart(paragraph)
    if prefix is None or not prefix.place or not _known(prefix.place):
        return None
    if prefix.dated or prefix.known_agency or prefix.place.isupper():
        return Dateline(len(paragraph), prefix.place, prefix.agency if prefix.known_agency else None)
    return None


def _taken_apart(words: str) -> _Prefix | None:
    """Place, date and agency from the right to the left; None where other words are among them."""
    rest, dated, agency, known = words, False, None, False
    for _ in range(2):
        bracket = BRACKET_LAST.search(rest)
        if not bracket or agency:
            break
        inside, before = bracket["inside"].strip(), _without_stop(rest[: bracket.start()])
        if DATE_ALONE.fullmatch(inside):
            rest, dated = before, True
            continue
        named = agency_named(inside) or agency_named(re.split(r"[/,]", inside)[0])
        rest, agency, known = before, named.name if named else inside, named is not None
    rest, agency, known = _without_agency(rest, agency, known)
    date = DATE_LAST.search(rest)
    if date:
        rest, dated = _without_stop(rest[: date.start()]), True
    rest, agency, known = _without_agency(rest, agency, known)
    rest = re.sub(r"\s?\(([^()]{3,30})\)$", r", \1", rest).rstrip(" ,")
    if rest and not _place_like(rest):
        return None
    return _Prefix(rest, dated, agency, known)


def _without_stop(rest: str) -> str:
    """ "MOSCOW." of Interfax without its stop; "BUFFALO, N.Y." with it."""
    rest = rest.rstrip(" ,")
    return rest[:-1] if rest.endswith(".") and rest[:-1].upper() in places() else rest


def _without_agency(rest: str, agency: str | None, known: bool) -> tuple[str, str | None, bool]:
    """ "TEHRAN, IRNA": the agency as last of the segments, without brackets."""
    before, comma, last = rest.rpartition(",")
    named = agency_named(last) if comma and agency is None else None
    return (before.rstrip(), named.name, True) if named else (rest, agency, known)


def _place_like(words: str) -> bool:
    segments = SEGMENTS.split(words)
    return len(segments) <= 4 and all(PLACE_WORDS.fullmatch(s) and s[0].isupper() for s in segments)


def _known(place: str) -> bool:
    """The place, or each of several, is a city of the table."""
    first, *others = SEGMENTS.split(place)
    if "/" in place:
        return all(s.rstrip(".").upper() in places() or s.upper() in places() for s in (first, *others))
    return first.upper() in places() or first.rstrip(".").upper() in places()


def _capitals(place: str) -> bool:
    """Capitals that may be a place that the table lacks: no label, no abbreviation."""
    first = SEGMENTS.split(place)[0]
    letters = [c for c in first if c.isalpha()]
    return first.isupper() and len(letters) >= 4 and not labels() & set(first.split()) and "." not in first.rstrip(".")


def _is_dateline(prefix: _Prefix, mark: re.Match[str], words: int, *, transcript: bool, first: bool) -> bool:
    known, capitals = bool(prefix.place) and _known(prefix.place), bool(prefix.place) and _capitals(prefix.place)
    if not prefix.place:
        return prefix.agency is not None and (prefix.known_agency or prefix.agency.isupper()) and not mark["stop"] and first
    if prefix.agency is not None:
        return _with_agency(prefix, mark, place=known or capitals)
    if mark["none"] is not None or (mark["stop"] and not prefix.dated):
        return False
    if prefix.dated:
        return known or capitals
    if mark["colon"]:
        return first and not transcript and _before_colon(prefix.place, mark.group(), words, known=known, capitals=capitals)
    return (known and (first or prefix.place.split(",")[0].isupper())) or (first and capitals)


def _with_agency(prefix: _Prefix, mark: re.Match[str], *, place: bool) -> bool:
    agency = prefix.agency or ""
    if prefix.known_agency:
        return place or (mark["none"] is None and len(prefix.place.split()) <= 4)
    return place and not PARTY.match(agency) and (mark["none"] is None or agency.isupper())


def _before_colon(place: str, mark: str, words: int, *, known: bool, capitals: bool) -> bool:
    """A colon also follows speakers and labels, so the place must be known, or set off by a space as only some papers do."""
    if known:
        return place.split(",")[0].isupper() or words > LONGER_THAN_A_HEADLINE
    return capitals and (mark[0].isspace() or "," in place)
