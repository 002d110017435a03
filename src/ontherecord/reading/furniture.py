"""What stands around a story: bylines, credits and the page's own words. One paragraph at a time."""

from __future__ import annotations

import re

from ontherecord.reading.agencies import agency_in, agency_named, signing_agency
from ontherecord.reading.datelines import DATE_ALONE
from ontherecord.reading.pictures import BRACKETED, CAP, TAIL, opens_caption, opens_credit
from ontherecord.records.types import PartKind

SHORT = 25  # words: furniture is short; a paragraph longer than this opens like furniture by chance
LONGEST_CAPTION = 90  # words
LONGEST_CREDIT = 60  # words
LONGEST = 1_200  # code points of any furniture; what is longer is not looked at, so that no text takes long

BY = re.compile(r"(?:By|BY|by|Written by|Words by|Story by|Reported by|Text by)\s+(?=[A-Z])")
BYLINE_WORD = re.compile(r"[^\W_a-z].*|and|in|for|of|the|with|at|from|de|la|el|al|bin|van|von|der|du|da|di|to|&|[|/–—,-]|@.+|\S+@\S+")
NOT_A_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
    r"|The|A|An|This|That|These|Those|His|Her|Its|Their|Our"
)
JOB = re.compile(
    rf"(?:{CAP} ){{0,4}}(?:Writers?|Reporters?|Correspondents?|Editors?|Staff|Bureau|Desk|Team|Agencies|Contributor)"
    r"|Special (?:to|for) .{3,40}|Our (?:\w+ )?[Cc]orrespondent"
)
_SOMEONE = rf"{CAP}(?: {CAP}){{1,3}}"
_SOMEWHERE = rf"{CAP}(?: {CAP}){{0,2}}"
NAME_IN_PLACE = re.compile(rf"{_SOMEONE},? in {_SOMEWHERE}(?:(?:,| and|, and) {_SOMEONE} in {_SOMEWHERE}){{0,3}}")
NAME_AND_AGENCY = re.compile(rf"{CAP}(?: {CAP}){{0,4}}\s?[,|–—-]\s?(?P<agency>[^,|]{{2,40}})")

CREDIT = re.compile(
    r"[(\[—–-]*\s?(?:"
    r"(?:additional |with )?(?:reporting|writing|editing|inputs?|contributions?|graphics) (?:by|from)"
    r"|(?:compiled|edited|written|translated|produced) by"
    r"|with (?:inputs?|reports?|reporting|files|contributions?|additional reporting)(?: from| by)?"
    r"|©|\(c\)\s|copyright\b|sources?\s?:|agency\s?:)",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"\W*(?:additional |with )?(?:reporting|writing|editing|graphics|compiled|edited|written|translated|produced) by", re.IGNORECASE
)
CONTRIBUTED = re.compile(r"contributed (?:to (?:this|the) (?:report|story|article)|(?:to )?reporting)\b|\breported from\b")
FROM_AGENCY = re.compile(r"[—–/(\[-]*\s?(?:(?:with|from|via|by)\s)?(?P<agency>[^()\[\]]{2,40}?)\s?[)\]/]*\.?$", re.IGNORECASE)
_ENDED = r"(?<=[.!?\"”’…])"
SIGNED = re.compile(rf"(?:{_ENDED}\s*(?:[–—]|--?)\s?|\s[–—]\s|{_ENDED}\s?[(/\[]|\s[(/\[])(?P<agency>[A-Za-z][\w .-]{{1,30}})[)/\]]?\.?$")
REPORTED = re.compile(
    r"\s+(?:Enditem|ENDITEM|\(ENDS?\)|#{3}|-30-)$"
    r"|\s*[(\[](?:additional |with )?(?:reporting|writing|editing|inputs?|compiled|edited|written) (?:by|from)[^()]*[)\]]\.?$",
    re.IGNORECASE,
)

PAGE_WORDS = re.compile(
    "|".join(
        (
            r"advertisements?|sponsored|promoted|story continues|article continues|continue reading|this \w+ is sponsored",
            r"read (?:more|also|next|on\b|the rest|the full|full)|also read|must read|don[’']t miss|see (?:also|more)",
            r"more (?:on this|from|stories)|most read|trending|recommended|you (?:may|might) also (?:like|be interested)",
            r"related(?: (?:stories|articles|news|coverage|topics|content))?",
            r"click (?:here|to)|tap here|follow (?:us|me|him|her|them|@|\w+(?: \w+){0,3} on\b|\S+ coverage)|subscribe|sign up|log ?in",
            r"register (?:now|here|to)|join (?:us|our|the conversation)|download (?:our|the) app",
            r"get (?:our|the) (?:latest|best|newsletter|app)|share(?: this| on|$)|print(?:$| this)|e-?mail (?:this|us|me)",
            r"comments?(?:$|\s?\()|leave a comment|tags?\s?:|topics?\s?:|keywords?\s?:|filed under",
            r"published\s?:|updated\s?:|last (?:updated|modified)|posted (?:on|in|by)|first published",
            r"for immediate release|for (?:more|further) information|(?:media|press) contacts?\b|contacts?\s?:",
            r"notes? to editors?|editor[’']s note|all rights reserved|our standards|send tips|have a tip",
            r"this (?:article|story|post|report|piece|column) (?:was|has been|is|first|originally|appeared)",
            r"a version of this (?:article|story)|an earlier version|corrections?\s?:|clarification\s?:",
            r"watch\s?:|watch (?:live|now|the video)|listen\s?:|photos?\s?:$|video\s?:$",
            r"reach (?:him|her|them|me) (?:directly )?at|(?:\d+ )?min(?:ute)?s? read",
        )
    ),
    re.IGNORECASE,
)
# Openings that a sentence of the story may have too: they count in a line that is no sentence, or that speaks of the page.
ALSO_STORY = re.compile(
    r"related|recommended|trending|subscribe|register|share|print|follow \S|sign up|join|promoted|sponsored|log ?in|this |more from"
    r"|most read|get the|e-?mail",
    re.IGNORECASE,
)
OF_THE_PAGE = re.compile(r"@|newsletter|https?:|\bupdated\b|originally|first (?:appeared|published)|\bhere\W*$", re.IGNORECASE)
END_MARK = re.compile(r"(?:#{2,}|\*{3,}|-{3,}|_{3,}|={3,}|-?30-?|\(?(?:ends?|more|undated)\)?|/end/|&\w{2,4};)\.?", re.IGNORECASE)
TIME_LABEL = re.compile(r"(?:last updated|published|updated|posted|date)?\s?(?:on|at|:)?\s?", re.IGNORECASE)
CLOCK = re.compile(
    r"[\s,|•·@–—-]*(?:at\s)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,5}|\([A-Z]{2,5}\))?(?:\s?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)


def standing_kind(words: str) -> PartKind | None:
    """What a paragraph is wherever it stands; None for one that may be story."""
    if not any(c.isalnum() for c in words):
        return "other"
    if len(words) > LONGEST:
        return None
    count = len(words.split(None, LONGEST_CAPTION))
    if count <= 2 and END_MARK.fullmatch(words):
        return "other"
    if count <= LONGEST_CAPTION and opens_caption(words):
        return "credit" if count <= 8 and ". " not in words and opens_credit(words) else "caption"
    if _is_credit(words, count) or (count <= 12 and opens_credit(words)):
        return "credit"
    if count <= SHORT and (_page_words(words) or _is_time(words)):
        return "other"
    return "byline" if count <= SHORT and _is_byline(words) else None


def head_kind(words: str, *, first: bool) -> PartKind | None:
    """What a paragraph before the story is; None for one that may be the story. `first`: nothing stands before it."""
    if len(words) > LONGEST or len(words.split(None, SHORT)) > SHORT:
        return None
    if JOB.fullmatch(words) or (not first and NAME_IN_PLACE.fullmatch(words)):
        return "byline"
    if agency_named(FROM_AGENCY.sub(r"\g<agency>", words)):
        return "credit"
    signed = NAME_AND_AGENCY.fullmatch(words)
    return "byline" if signed and agency_named(signed["agency"]) else None


def tail_kind(words: str) -> PartKind | None:
    """What a paragraph behind the story is; None for one that may be its end."""
    if len(words) > LONGEST:
        return None
    count = len(words.split(None, LONGEST_CREDIT))
    signed = FROM_AGENCY.match(words) if count <= 6 else None
    if signed and agency_named(signed["agency"]):
        return "credit"
    return "credit" if count <= 40 and words[:1].isupper() and CONTRIBUTED.search(words) else None


def _is_byline(words: str) -> bool:
    """ "By Jane Doe in Cairo, Reuters": names, places and papers behind a "by", and no verb."""
    by = BY.match(words)
    if not by:
        return False
    named = words[by.end() :].split()
    if NOT_A_NAME.fullmatch(named[0].rstrip(",.")):
        return False
    return all(BYLINE_WORD.fullmatch(word) for word in named) and (not words.endswith(".") or len(named) <= 6)


def _is_credit(words: str, count: int) -> bool:
    """Who wrote, edited or owns, in a paragraph of its own."""
    opening = CREDIT.match(words)
    if not opening or count > LONGEST_CREDIT:
        return False
    return not opening.group().lower().startswith(("source", "with", "agency")) or count <= 10


def _is_time(words: str) -> bool:
    """ "Updated: 3 May 2024, 10:30 GMT" and the like."""
    label = TIME_LABEL.match(words)
    rest = words[label.end() if label else 0 :]
    date = DATE_ALONE.match(rest)
    return date is not None and CLOCK.fullmatch(rest[date.end() :]) is not None


def _page_words(words: str) -> bool:
    opening = PAGE_WORDS.match(words.lstrip("▶►»>•*-–—|[( "))
    if not opening:
        return False
    sentence = words.endswith((".", "!", "?", "”", '"'))
    return not sentence or not ALSO_STORY.match(opening.group()) or OF_THE_PAGE.search(words) is not None


def bracketed_agency(words: str) -> int | None:
    """Where "(Reuters)" begins at the end of a paragraph; None when there is none."""
    tail = max(0, len(words) - TAIL)
    bracket = BRACKETED.search(words[tail:])
    return tail + bracket.start() if bracket and agency_named(bracket["inside"]) else None


def closing_credit(words: str) -> int | None:
    """Where a credit begins that closes the last paragraph of a story: "– Bernama", "(Editing by Jane Doe)"; None when none does."""
    tail = max(0, len(words) - 4 * TAIL)
    reported = REPORTED.search(words[tail:])
    if reported:
        return tail + reported.start()
    tail = max(0, len(words) - TAIL)
    signed = SIGNED.search(words[tail:])
    return tail + signed.start() if signed and agency_named(signed["agency"]) else None


def credited_agency(words: str) -> str | None:
    """The agency that a credit names; not by the names of those who reported or edited."""
    if PEOPLE.match(words):
        return None
    agency = agency_in(words) or agency_named(FROM_AGENCY.sub(r"\g<agency>", words))
    return agency.name if agency else None


def signed_agency(words: str) -> str | None:
    """The agency that a byline names."""
    agency = signing_agency(words)
    return agency.name if agency else None
