"""The series of two countries as a chart: cooperation above, conflict below, each way; the reports read beneath; what turned it."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ontherecord.analysis.changes import alerted, turned
from ontherecord.analysis.codes import name
from ontherecord.analysis.dyads import Dyad
from ontherecord.analysis.series import QUADS, Alert, Period, Turn, Unit
from ontherecord.errors import LedgerError, UnknownName
from ontherecord.ledger.tables import needed

if TYPE_CHECKING:
    import altair

# Blue and orange are told apart by nearly everybody; words are pale, deeds are full.
COLOURS = {
    "material cooperation": "#2166ac", "verbal cooperation": "#92c5de", "verbal conflict": "#fdb863", "material conflict": "#b35806",
}  # fmt: skip
INK, GREY, ALERT = "#222222", "#8a8a8a", "#c51b7d"
WIDTH, PANEL, BARS, LINE = 780, 165, 56, 16
# Letters on a line of notes, and the share of a period that parts two bars.
NOTE, GAP = 150, 0.08
# Sixty weeks are as many bars as can be read on that width beside labels.
MOST_WEEKS = 60
# Turns and alerts that are told beneath a chart.
MOST_NOTES = 10
KINDS = (".html", ".svg", ".png", ".json")

Row = dict[str, Any]
T = TypeVar("T")


def draw(found: Dyad, read: Mapping[dt.date, int], *, by: Unit | None = None) -> altair.VConcatChart:
    """The chart of a dyad; `read` counts the reports of each day. By weeks up to MOST_WEEKS, else by months, unless `by` says which.

    Raises UnknownName when nothing has a day, MissingPackage without Altair.
    """
    if not found.series:
        raise UnknownName(f"{found.note or f'Nothing that counts between {found.a} and {found.b} has a day.'} There is no chart to draw.")
    alt = needed("altair", "Altair")
    unit = by or _unit(found.series)
    periods = [p for p in found.series if p.unit == unit]
    notes = _notes(found)
    panels = _Panels(alt, found, periods, notes, unit)
    parts = [panels.way(found.a, found.b), panels.way(found.b, found.a), panels.reports(read)]
    parts += [panels.notes()] if notes else []
    whole: altair.VConcatChart = (
        alt.vconcat(*parts, spacing=14)
        .properties(title=panels.title())
        .configure(font="Liberation Sans, Arial, Helvetica, sans-serif", background="white", padding=18)
        .configure_view(stroke=None)
        .configure_axis(domainColor="#bbbbbb", tickColor="#bbbbbb", gridColor="#ececec", labelColor="#444444", titleColor="#444444")
        .configure_legend(orient="top", title=None, labelColor="#333333", symbolType="square", offset=4)
    )
    return whole


def write(chart: altair.VConcatChart, out: Path) -> None:
    """Writes a chart to a file of the kind that its ending says; an HTML page has all that it needs and fetches nothing.

    Raises UnknownName for another ending, MissingPackage without vl-convert, LedgerError when the file cannot be written.
    """
    kind = kind_of(out)
    if kind != ".json":
        needed("vl_convert", "vl-convert-python")
    options: dict[str, Row] = {".html": {"inline": True}, ".png": {"scale_factor": 2}}
    try:
        chart.save(str(out), **options.get(kind, {}))
    except OSError as problem:
        raise LedgerError(f"The chart cannot be written to {out}: {problem.strerror or problem}.") from problem


def kind_of(out: Path) -> str:
    """The ending of a file that a chart can be written to. Raises UnknownName for another."""
    if out.suffix.lower() not in KINDS:
        raise UnknownName(f"A chart cannot be written to {out.name}: name a file that ends in {', '.join(KINDS)}.")
    return out.suffix.lower()


def unit_of(given: str | None) -> Unit | None:
    """A unit as people type it. Raises UnknownName."""
    units: dict[str | None, Unit | None] = {None: None, "week": "week", "month": "month", "weeks": "week", "months": "month"}
    if given not in units:
        raise UnknownName(f"{given!r} is no unit of a chart; there are week and month.")
    return units[given]


def _unit(series: Sequence[Period]) -> Unit:
    weeks = [p.starts for p in series if p.unit == "week"]
    return "week" if (max(weeks) - min(weeks)).days <= 7 * MOST_WEEKS else "month"


def _after(day: dt.date, unit: Unit) -> dt.date:
    """The first day of the next period."""
    return day + dt.timedelta(days=7) if unit == "week" else (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _first(day: dt.date, unit: Unit) -> dt.date:
    return day - dt.timedelta(days=day.weekday()) if unit == "week" else day.replace(day=1)


class _Note:
    """A turn or an alert, with the number that it has in the chart."""

    def __init__(self, number: int, of: Turn | Alert, day: dt.date, words: str) -> None:
        self.number, self.source, self.day, self.words, self.rises = number, of.source, day, words, isinstance(of, Alert)


def _notes(found: Dyad) -> list[_Note]:
    """Turns and alerts in order of time; of too many, the latest turns, then the latest alerts."""
    known = {h.id: h for h in found.occurrences}
    starts = {p.period: p.starts for p in found.series if p.unit == "week"}
    turns = [(starts[t.period], t, turned(t, known)) for t in found.turns if t.period in starts]
    rises = [(a.day, a, alerted(a, known)) for a in found.alerts]
    told: list[tuple[dt.date, Turn | Alert, str]] = [*_latest(turns, MOST_NOTES), *_latest(rises, MOST_NOTES - len(turns))]
    told.sort(key=lambda t: (t[0], t[2]))
    return [_Note(n, of, day, words) for n, (day, of, words) in enumerate(told, 1)]


def _latest(told: Sequence[tuple[dt.date, T, str]], most: int) -> list[tuple[dt.date, T, str]]:
    return sorted(told, key=lambda t: (t[0], t[2]))[-most:] if most > 0 else []


class _Panels:
    """The parts of a chart, on one axis of time and one of scores."""

    def __init__(self, alt: Any, found: Dyad, periods: Sequence[Period], notes: Sequence[_Note], unit: Unit) -> None:
        self.alt, self.found, self.periods, self.marks, self.unit = alt, found, periods, notes, unit
        self.first = min(p.starts for p in periods)
        self.last = _after(max(p.starts for p in periods), unit)
        self.high = max(5.0, 1.15 * max(p.cooperation for p in periods))
        self.low = min(-5.0, 1.15 * min(p.conflict for p in periods))

    def title(self) -> Any:
        found, days = self.found, [h.day for h in self.found.occurrences if h.day]
        counted = len({i for p in self.periods for i in p.occurrences})
        return self.alt.TitleParams(
            f"{name(found.a)} and {name(found.b)}, {_spelt(min(days))} to {_spelt(max(days))}",
            subtitle=[
                f"Sums of PLOVER scores by {self.unit}, of {counted:,} occurrences (not of reports). Bars: cooperation above, conflict"
                " below; pale: words, full: deeds.",
                "Dots: balance, with the standard error that the confidence of the coding leaves. Numbers: turns and alerts, told beneath.",
            ],
            anchor="start", fontSize=17, subtitleFontSize=11, subtitleColor="#555555", subtitlePadding=6, offset=12, color=INK,
        )  # fmt: skip

    def time(self, *, labels: bool) -> Any:
        axis = self.alt.Axis(title=None, labels=labels, ticks=labels, grid=False, labelOverlap=True, format="%b %Y", labelAngle=0)
        domain = [self.first.isoformat(), self.last.isoformat()]
        return self.alt.X("starts:T", axis=axis, scale=self.alt.Scale(domain=domain, nice=False))

    def way(self, source: str, target: str) -> Any:
        """The bars, dots and numbers of one way."""
        of_way = [p for p in self.periods if (p.source, p.target) == (source, target)]
        marks = [n for n in self.marks if n.source == source]
        layers = [
            self._bars(of_way, f"{source} → {target}"),
            self._zero(),
            *self._balance(of_way),
            *(self._numbers(marks) if marks else []),
        ]
        return self.alt.layer(*layers).properties(width=WIDTH, height=PANEL)

    def _bars(self, periods: Iterable[Period], title: str) -> Any:
        alt = self.alt
        rows = [row for p in periods for row in _rows(p, self.unit)]
        shown = ["period", "class", "score", "occurrences", "documents", "ids"]
        return alt.Chart(_data(alt, rows)).mark_bar().encode(
            x=self.time(labels=False), x2="ends:T",
            y=alt.Y("near:Q", title=title, scale=alt.Scale(domain=[self.low, self.high], nice=False),
                    axis=alt.Axis(titleFontWeight="bold", titleFontSize=13, tickCount=6)),
            y2="far:Q", color=alt.Color("class:N", scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))),
            tooltip=[f"{field}:N" for field in shown],
        )  # fmt: skip

    def _zero(self) -> Any:
        return self.alt.Chart(_data(self.alt, [{"zero": 0}])).mark_rule(color="#777777", strokeWidth=0.8).encode(y="zero:Q")

    def _balance(self, periods: Iterable[Period]) -> list[Any]:
        """A dot at the middle of each period, with a whisker of one standard error."""
        rows = [
            {"starts": _middle(p.starts, self.unit), "balance": round(p.balance, 2), "low": p.balance - p.error,
             "high": p.balance + p.error, "error": p.error, "period": p.period}
            for p in periods
        ]  # fmt: skip
        base = self.alt.Chart(_data(self.alt, rows))
        tooltip = ["period:N", "balance:Q", "error:Q"]
        return [
            base.mark_rule(color=INK, strokeWidth=1, clip=True).encode(x=self.time(labels=False), y="low:Q", y2="high:Q"),
            base.mark_point(color=INK, fill="white", size=22, strokeWidth=1.2, opacity=1).encode(
                x=self.time(labels=False), y="balance:Q", tooltip=tooltip
            ),
        ]

    def _numbers(self, marks: Iterable[_Note]) -> list[Any]:
        rows = [{"starts": n.day.isoformat(), "number": str(n.number), "top": self.high, "words": n.words, "rises": n.rises} for n in marks]
        base = self.alt.Chart(_data(self.alt, rows))
        colour = self.alt.condition("datum.rises", self.alt.value(ALERT), self.alt.value(INK))
        rule = base.mark_rule(strokeDash=[3, 3], strokeWidth=1).encode(x=self.time(labels=False), color=colour)
        text = base.mark_text(dy=-8, fontWeight="bold", fontSize=11).encode(
            x=self.time(labels=False), y=self.alt.Y("top:Q"), text="number:N", color=colour, tooltip="words:N"
        )
        return [rule, text]

    def reports(self, read: Mapping[dt.date, int]) -> Any:
        """All that was read of each period, on whatever: what the sums are to be set against."""
        counts: dict[dt.date, int] = {}
        for day, number in read.items():
            if self.first <= day < self.last:
                counts[_first(day, self.unit)] = counts.get(_first(day, self.unit), 0) + number
        rows = [{"starts": d.isoformat(), "ends": _ends(d, self.unit), "reports": n, "foot": 0} for d, n in sorted(counts.items())]
        return self.alt.Chart(_data(self.alt, rows)).mark_bar(color="#b8b8b8").encode(
            x=self.time(labels=True), x2="ends:T",
            y=self.alt.Y("reports:Q", title="reports read", axis=self.alt.Axis(tickCount=3, format="d", titleFontSize=11, tickMinStep=1)),
            y2="foot:Q",
            tooltip=["starts:T", "reports:Q"],
        ).properties(width=WIDTH, height=BARS)  # fmt: skip

    def notes(self) -> Any:
        """What the numbers stand for, each on as many lines as it needs."""
        lines = [
            {"words": line, "rises": n.rises}
            for n in self.marks
            for line in textwrap.wrap(f"{n.number}   {n.words}", NOTE, subsequent_indent=6 * "\u00a0")
        ]
        rows = [{"line": number, **line} for number, line in enumerate(lines)]
        colour = self.alt.condition("datum.rises", self.alt.value(ALERT), self.alt.value(INK))
        return self.alt.Chart(_data(self.alt, rows)).mark_text(align="left", fontSize=11).encode(
            x=self.alt.value(-40), y=self.alt.Y("line:O", axis=None), text="words:N", color=colour
        ).properties(width=WIDTH, height=LINE * len(rows))  # fmt: skip


def _spelt(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _data(alt: Any, rows: Sequence[Row]) -> Any:
    return alt.Data(values=list(rows))


def _middle(starts: dt.date, unit: Unit) -> str:
    return (starts + (_after(starts, unit) - starts) / 2).isoformat()


def _rows(period: Period, unit: Unit) -> Iterable[Row]:
    """A row for each class that has a score, from its near end to its far; deeds stand next to the zero line, words beyond them."""
    better, worse = period.material
    ends = (("material cooperation", 0.0, better), ("verbal cooperation", better, period.cooperation),
            ("material conflict", 0.0, worse), ("verbal conflict", worse, period.conflict))  # fmt: skip
    counts = dict(zip(QUADS, period.quads, strict=True))
    for class_, near, far in ends:
        if near != far:
            yield {
                "period": period.period, "starts": period.starts.isoformat(), "ends": _ends(period.starts, unit), "class": class_,
                "near": near, "far": far, "score": round(far - near, 2), "occurrences": counts[class_], "documents": period.documents,
                "ids": ", ".join(period.occurrences[:8]) + (" …" if len(period.occurrences) > 8 else ""),
            }  # fmt: skip


def _ends(starts: dt.date, unit: Unit) -> str:
    """A little before the next period begins, so that bars stand apart."""
    after = dt.datetime.combine(_after(starts, unit), dt.time())
    return (after - (after - dt.datetime.combine(starts, dt.time())) * GAP).isoformat()
