"""Captions and the credits of pictures, by the forms that agencies and papers give them."""

from __future__ import annotations

import re

TAIL = 160  # code points of a paragraph's end that a picture's credit may take
MOST_WORDS = 8  # of a credit in brackets

CAP = r"[^\W\d_a-z][\w.'’-]*"  # a capitalised word
PICTURE = (
    r"(?:(?:file |handout |courtesy )?(?:photo(?:graph)?s?|pic(?:ture)?s?|images?|handout)"
    r"|screen ?(?:grab|shot)|video grab|photographer)"
)
AGENCY = (
    r"(?:REUTERS|Reuters|AP|AFP|EPA(?:-EFE)?|EFE|Xinhua|Getty(?: Images)?|Bernama|TASS|Sputnik|Anadolu|AA|Bloomberg|dpa|PA|ANI|PTI"
    r"|Kyodo|Yonhap|VCG|Zuma|Pool|POOL)"
)
ENDED = r"(?:(?<=[.!?\"”’])|^)"  # behind a sentence, or alone

CAPTION_OPENS = re.compile(
    rf"(?:{PICTURE}|caption|pictured(?: above| here)?|file(?: photo| pic)?)\s?(?:[:—–]|-(?=\s))\s*"
    r"|in this (?:[\w.,-]+ ){0,5}(?:photo(?:graph)?|image|picture|(?:frame|video|screen) ?grab)\b",
    re.IGNORECASE,
)
CREDIT_OPENS = re.compile(
    rf"(?:{PICTURE}|credit|courtesy)(?:\s(?:credit|source|courtesy(?: of)?|by))?\s?:\s|{PICTURE} (?:by|courtesy of|via)\s",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,80})[)\]]\.?$")
INSIDE = re.compile(
    rf"(?:.*\W)?(?:{PICTURE}|getty|shutterstock|alamy|handout|via \S+)(?:\W.*)?"
    rf"|(?:.{{0,20}}\W)?{AGENCY}\s?/.+"
    rf"|.+/\s?{AGENCY}(?:\W.{{0,20}})?",
    re.IGNORECASE,
)
SMALL = re.compile(
    r"photo(?:graph)?s?|pic(?:ture)?s?|images?|handout|screen|screenshot|screengrab|video|grab|file|credit"
    r"|by|of|for|via|from|courtesy|and|the|de|la|el|al|van|von|dpa"
)
BARE = (
    re.compile(rf"{ENDED}\s*{AGENCY}(?: PHOTO| Photo| Images)?\s?/\s?{CAP}(?: {CAP}){{0,4}}\.?$"),
    re.compile(rf"{ENDED}\s*(?:Photo(?:graph)?|Picture|Image|Credit|Pic)s?(?: credit| courtesy)?(?:\s?:| by)\s[^.:]{{2,60}}\.?$"),
    re.compile(rf"{ENDED}\s*[-–—]?\s?(?:[Ff]ile|FILE) (?:[Pp]hoto|PHOTO|[Pp]ic(?:ture)?|[Ii]mage)\.?$"),
    # Some pages glue the credit to the caption: "… on Monday.CreditJane Doe/Reuters".
    re.compile(rf"(?<=[.!?\"”’])\s*Credit\s?{CAP}(?: {CAP}){{0,3}}(?:\s?[/,]\s?{CAP}(?: {CAP}){{0,3}})?$"),
)


def picture_credit(words: str) -> int | None:
    """Where in the words of a caption its picture's credit begins; None when it has none."""
    tail = max(0, len(words) - TAIL)
    end = words[tail:]
    bracket = BRACKETED.search(end)
    if bracket and _of_picture(bracket["inside"]):
        return tail + bracket.start()
    found = next(filter(None, (form.search(end) for form in BARE)), None)
    return tail + found.start() if found else None


def _of_picture(inside: str) -> bool:
    """ "EPA Images pic", "Photo by Jane Doe / AFP": names and the words of picture desks, and nothing else."""
    listed = inside.split()
    opens = inside[:1].isupper() or inside.lower().startswith(("file", "photo", "image", "pic", "handout"))
    names = all(word[0].isupper() or not word[0].isalpha() or SMALL.fullmatch(word.rstrip(".,:/")) for word in listed)
    return opens and names and len(listed) <= MOST_WORDS and INSIDE.fullmatch(inside) is not None


def opens_caption(words: str) -> bool:
    """ "File photo: …", "In this handout picture …"."""
    return CAPTION_OPENS.match(words) is not None


def opens_credit(words: str) -> bool:
    """ "Photo by …", "Image courtesy of …"."""
    return CREDIT_OPENS.match(words) is not None
