"""Templates and what they call: everything is escaped, addresses are quoted, and only http(s) becomes a link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from ontherecord.analysis.codes import name
from ontherecord.ontology import SECTORS, TYPES, quad
from ontherecord.records import Interval
from ontherecord.web.desk import Desk
from ontherecord.web.marking import visible

QUADS = {"verbal cooperation": "vcoop", "material cooperation": "mcoop", "verbal conflict": "vconf", "material conflict": "mconf"}
# What a type is called on a page; CONSULT by its mode.
NOUNS = {
    "AGREE": "agreement", "CONSULT": "meeting", "SUPPORT": "support", "CONCEDE": "concession", "COOPERATE": "cooperation", "AID": "aid",
    "RETREAT": "withdrawal or release", "REQUEST": "demand", "ACCUSE": "accusation", "REJECT": "refusal", "THREATEN": "threat",
    "PROTEST": "protest", "SANCTION": "sanctions", "MOBILIZE": "mobilisation", "COERCE": "coercion", "ASSAULT": "attack",
}  # fmt: skip
MEETINGS = {"phone": "call", "visit": "visit"}
# Stances that are no verbs: with and without "not".
STATES = {
    "committed": ("is committed", "is not committed"), "open": ("is open", "is not open"), "stance": ("takes a stance", "takes no stance"),
}  # fmt: skip
# Longer titles and quotes are cut on pages; JSON and CSV have them whole.
TITLE, QUOTE = 160, 320


class Pages:
    """Renders a template. `desk` gives it the token and whether there is anything to write."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._env = Environment(
            loader=PackageLoader("ontherecord.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._env.filters.update(
            country=country,
            day=day,
            href=href,
            short=short,
            clause=clause,
            stance=stance,
            seg=segment,
            quad=quad_class,
            words=spelt,
            signed=signed,
            many=many,
            week=week,
            noun=noun,
        )
        self._env.globals.update(address=address, TYPES=TYPES, SECTORS=SECTORS, strength=strength)

    def render(self, template: str, **context: Any) -> str:
        return self._env.get_template(template).render(
            **context, read_only=self._desk.read_only, token=self._desk.token, ledger_name=self._desk.path.name
        )


def address(*path: str, **query: object) -> str:
    """The address of a page: path segments and parameters quoted, empty parameters left out."""
    asked = urlencode({k: v for k, v in query.items() if v not in (None, "", False)})
    return "/" + "/".join(quote(p, safe="") for p in path) + (f"?{asked}" if asked else "")


def segment(value: str) -> str:
    return quote(value, safe="")


def href(url: str | None) -> str | None:
    """The address when it is plain http(s), else None: a `javascript:` link stays text."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def strength(mean: float) -> str:
    """The class that colours a mean score: conflict or cooperation, faint or strong."""
    if abs(mean) < 1:
        return "even"
    return ("warm" if mean > 0 else "cold") + ("2" if abs(mean) >= 4 else "1")


def country(code: str | None) -> str:
    return name(code) if code else "unknown"


def quad_class(type_: str) -> str:
    """The class that colours a PLOVER type."""
    return QUADS[quad(type_)] if type_ in TYPES else "none"


def short(text: str | None, most: int = QUOTE) -> str:
    """At most so many characters, cut at a space, on one line, hidden characters named."""
    flat = " ".join((text or "")[: 4 * most + 64].split())
    if len(flat) > most:
        flat = flat[:most].rsplit(" ", 1)[0] + " …"
    return visible(flat)


def clause(text: str | None, most: int = QUOTE) -> str:
    """As `short`, without the comma or colon that a cut-out clause ends with."""
    return short((text or "").rstrip(" \n,;:–—"), most)


def noun(type_: str, mode: str | None = None) -> str:
    """ "call", "agreement": what people call an event of a type."""
    return MEETINGS.get(mode or "", "meeting") if type_ == "CONSULT" else NOUNS.get(type_, type_.lower())


def spelt(token: str) -> str:
    """ "under-discussion" -> "under discussion"."""
    return token.replace("-", " ").replace("_", " ")


def stance(kind: str, affirmed: bool = True) -> str:
    """ "adheres-to" -> "adheres to", or "does not adhere to"; "open-to" -> "is open to"."""
    verb, _, rest = kind.partition("-")
    if verb in STATES:
        return f"{STATES[verb][0 if affirmed else 1]} {rest}".rstrip()
    if not affirmed:
        verb = "does not " + (verb[:-3] + "y" if verb.endswith("ies") else verb.removesuffix("s"))
    return f"{verb} {'on' if kind == 'insists' else rest}".replace("-", " ").rstrip()


def signed(number: float | None) -> str:
    """A score with its sign, U+2212 for minus."""
    return "–" if number is None else f"{number:+.1f}".replace("-", "\u2212")


def week(period: str) -> dt.date | str:
    """The Monday of "2026-W06"; another period stays as it is."""
    year, _, number = period.partition("-W")
    return dt.date.fromisocalendar(int(year), int(number), 1) if number else period


def many(number: int, thing: str, plural: str | None = None) -> str:
    return f"{number:,} {thing if number == 1 else plural or thing + 's'}"


def day(when: dt.date | Interval | Mapping[str, Any] | str | None) -> str:
    """ "4 Feb 2026", "Feb 2026", "2026" or "4–6 Feb 2026", as precise as is known."""
    if not when:
        return "no date"
    if isinstance(when, str):
        return _one(dt.date.fromisoformat(when[:10]))
    if isinstance(when, dt.date):
        return _one(when)
    if isinstance(when, Interval):
        return _days(when.start, when.end)
    return _days(*(d if isinstance(d, dt.date) else dt.date.fromisoformat(d) for d in (when["start"], when["end"])))


def _one(date: dt.date) -> str:
    return f"{date.day} {date:%b} {date.year}"


def _days(first: dt.date, last: dt.date) -> str:
    if first == last:
        return _one(first)
    ends_month = (last + dt.timedelta(days=1)).day == 1
    if first.day == 1 and ends_month and (first.year, first.month) == (last.year, last.month):
        return f"{first:%b} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_one(last)}"
    return f"{first.day} {first:%b} – {_one(last)}" if first.year == last.year else f"{_one(first)} – {_one(last)}"
