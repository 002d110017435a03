"""Time expressions of one document: found in its text, resolved against its publication and against each other."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from functools import partial

from ontherecord.dates.expression import TimeExpression
from ontherecord.dates.readings import Fixed, Hit, Yearly
from ontherecord.dates.resolve import Context, Resolved, resolve
from ontherecord.dates.scan import scan
from ontherecord.dates.tense import clause_of
from ontherecord.language import Paragraph, Parsed
from ontherecord.spans import Span

# A dateline is no older than this before the publication, nor newer than a day (the other side of the date line).
OLDEST_DATELINE = 7
# "LAGOS, Nigeria, March 3 (Agency) --": capitals, a date, then a mark.
PLACE = re.compile(r"[^a-z]*[A-Z]{3}[^a-z]*(?:,\s*[A-Z][\w. ]+)*,\s*(?:on\s+)?")
MARK = re.compile(r"\s*(?:\(|[-–—:_/|]|$)")
LONGEST_PLACE = 60
# Characters of a line that heads a speech or statement.
LONGEST_HEAD = 120


def find(parsed: Parsed, published: dt.date | None) -> tuple[TimeExpression, ...]:
    """All time expressions of the parsed parts, left to right, none overlapping another.

    Relative ones count from the day of the dateline where it has one, else from `published`; with neither they have no value.
    """
    found = [(paragraph, hit) for paragraph in parsed.paragraphs for hit in scan(parsed.text, paragraph.part.span)]
    line = next((n for n, (paragraph, hit) in enumerate(found[:6]) if _in_dateline(parsed, paragraph, hit)), None)
    told = _day_of_dateline(found[line][1], published) if line is not None else None
    context = Context(parsed.text, told or published, [hit for _, hit in found], [paragraph.i for paragraph, _ in found])
    if line is not None and told:
        context.settle(line, told)
    starts, ends = [t.start for t in parsed.tokens], [t.end for t in parsed.tokens]
    expressions = []
    for n, (_, hit) in enumerate(found):
        first, last = bisect_right(ends, hit.start), bisect_left(starts, hit.end) - 1
        if first > last:
            continue
        context.clauses[n] = partial(clause_of, parsed, first, last)
        expressions.append((n, Span(hit.start, hit.end), first, last))
    for n in range(len(found)):
        resolve(context, n)  # all before any is taken: the end of a range widens its start
    return tuple(_expression(context.done[n], span, first, last) for n, span, first, last in expressions)


def _expression(resolved: Resolved, span: Span, first: int, last: int) -> TimeExpression:
    return TimeExpression(span, first, last, resolved.kind, resolved.value, resolved.interval, resolved.order, resolved.reach)


def _in_dateline(parsed: Parsed, paragraph: Paragraph, hit: Hit) -> bool:
    text = parsed.text
    is_day = (isinstance(hit.reading, Yearly) and hit.reading.grain == "day") or (
        isinstance(hit.reading, Fixed) and hit.reading.period.grain == "day"
    )
    if not is_day:
        return False
    if paragraph.part.kind == "dateline":
        return True
    if _heads_a_transcript(parsed, paragraph, hit):
        return True
    before = text[paragraph.part.span.start : hit.start]
    return len(before) <= LONGEST_PLACE and PLACE.fullmatch(before) is not None and MARK.match(text, hit.end) is not None


def _heads_a_transcript(parsed: Parsed, paragraph: Paragraph, hit: Hit) -> bool:
    """ "Speech of the King, Apia, 3 March": a short first paragraph without a verb that ends with the day."""
    first = next((p for p in parsed.paragraphs if p.part.kind == "story"), None)
    if first is None or first.i != paragraph.i or paragraph.part.span.end - paragraph.part.span.start > LONGEST_HEAD:
        return False
    ends = not parsed.text[hit.end : paragraph.part.span.end].strip(" ).]\n")
    return ends and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in parsed.tokens[paragraph.first : paragraph.last])


def _day_of_dateline(hit: Hit, published: dt.date | None) -> dt.date | None:
    """The dateline's day; one without a year is the latest that the publication allows. None where it is not of the report's own days."""
    if isinstance(hit.reading, Fixed):
        day = hit.reading.period.first
        return day if published is None or -1 <= (published - day).days <= OLDEST_DATELINE else None
    if published is None or not isinstance(hit.reading, Yearly):
        return None
    near = [p.first for year in (published.year - 1, published.year, published.year + 1) if (p := hit.reading.of(year))]
    return next((day for day in near if -1 <= (published - day).days <= OLDEST_DATELINE), None)
