"""`otr` and its commands. Heavy parts are imported inside the commands, so that `otr --help` answers at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ontherecord import __version__
from ontherecord.errors import OnTheRecordError

app = typer.Typer(
    help="Who did and said what to whom, about what, when, and who says so.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
actors = typer.Typer(help="Your own actors: a file beside the ledger that wins over the shipped tables.", no_args_is_help=True)
app.add_typer(actors, name="actors")
corrections = typer.Typer(help="What people put right.", no_args_is_help=True)
app.add_typer(corrections, name="corrections")
DEFAULT_LEDGER = Path("ledger.duckdb")

Published = Annotated[str | None, typer.Option(help="Day of publication (2026-02-05) of reports that carry none.")]
Publisher = Annotated[str | None, typer.Option(help="Who published the reports that do not say so.")]
LedgerFile = Annotated[Path, typer.Option("--ledger", help="The ledger file.", envvar="OTR_LEDGER")]
Since = Annotated[str | None, typer.Option(help="First day, such as 2026-01-01.")]
Until = Annotated[str | None, typer.Option(help="Last day.")]
CoderName = Annotated[
    str | None, typer.Option("--coder", help="learned (model and phrase lexicon together) or lexicon alone.", envvar="OTR_CODER")
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON for programs instead of a display for people.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"On the Record {__version__}")
        raise typer.Exit


def _use(coder: str | None) -> None:
    if coder is not None:
        from ontherecord.events import use_coder

        use_coder(coder)


@app.callback()
def _root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False) -> None:
    """Who did and said what to whom, about what, when, and who says so."""


@app.command()
def code(
    files: Annotated[list[str], typer.Argument(help="Reports: .txt, .html, .jsonl, folders, or - for standard input.", metavar="FILE...")],
    published: Published = None,
    publisher: Publisher = None,
    coder: CoderName = None,
    json: AsJson = False,
) -> None:
    """Code reports and show what they tell; store nothing."""
    from ontherecord.cli.code import code_files

    _use(coder)
    raise typer.Exit(code_files(files, published=published, publisher=publisher, json=json))


@app.command()
def explain(
    file: Annotated[str, typer.Argument(help="One report.", metavar="FILE")],
    event: Annotated[str | None, typer.Argument(help="One event, such as e3; all when left out.", metavar="[EVENT]")] = None,
    published: Published = None,
    publisher: Publisher = None,
    coder: CoderName = None,
) -> None:
    """Say why each event of a report was coded so: the phrase, the grammar, the runner-up."""
    from ontherecord.cli.code import explain_file

    _use(coder)
    raise typer.Exit(explain_file(file, event, published=published, publisher=publisher))


@app.command()
def add(
    paths: Annotated[list[str], typer.Argument(help="Reports to code and keep: files, folders, or -.", metavar="PATH...")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    published: Published = None,
    publisher: Publisher = None,
    processes: Annotated[int | None, typer.Option(min=1, help="How many to code at a time; one a core when left out.")] = None,
    recode: Annotated[
        bool, typer.Option("--recode", help="Code again what an older version of the program coded; corrections stay.")
    ] = False,
    coder: CoderName = None,
    json: AsJson = False,
) -> None:
    """Code reports and keep them in the ledger; what is there already is left alone, so a run that was stopped goes on."""
    from ontherecord.cli.keep import add_reports

    _use(coder)
    raise typer.Exit(add_reports(paths, ledger, published=published, publisher=publisher, processes=processes, recode=recode, json=json))


@app.command()
def dyad(
    a: Annotated[str, typer.Argument(help="A country's code, such as CHN.", metavar="A")],
    b: Annotated[str, typer.Argument(help="Another's, such as USA.", metavar="B")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    since: Since = None,
    until: Until = None,
    plot: Annotated[
        Path | None, typer.Option(help="Draw cooperation and conflict into a file: .svg, .png, .html, or .json (Vega-Lite).")
    ] = None,
    by: Annotated[
        str | None, typer.Option(help="week or month, for --plot; weeks of some fourteen months, else months, when left out.")
    ] = None,
    json: AsJson = False,
) -> None:
    """The relationship of two countries: issues, occurrences, positions, commitments, series."""
    from ontherecord.cli.ask import plot_relationship, show_relationship

    if plot is not None:
        raise typer.Exit(plot_relationship(ledger, a, b, plot, by=by, since=since, until=until))
    raise typer.Exit(show_relationship(ledger, a, b, since=since, until=until, json=json))


@app.command()
def issues(
    a: Annotated[str, typer.Argument(help="A country's code, such as CHN.", metavar="A")],
    b: Annotated[str, typer.Argument(help="Another's, such as USA.", metavar="B")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    since: Since = None,
    until: Until = None,
    json: AsJson = False,
) -> None:
    """The issue ledger of two countries: who raised what, each side's latest words, its state, open commitments."""
    from ontherecord.cli.ask import show_issue_ledger

    raise typer.Exit(show_issue_ledger(ledger, a, b, since=since, until=until, json=json))


@app.command()
def positions(
    holder: Annotated[str, typer.Argument(help="Whose positions: a country's code.", metavar="COUNTRY")],
    on: Annotated[str | None, typer.Option(help="On which country.")] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """What a country holds over time: claims, recognises, opposes, rules out; since when, and how it changed."""
    from ontherecord.cli.ask import show_held

    raise typer.Exit(show_held(ledger, holder, on=on, json=json))


@app.command()
def readouts(
    what: Annotated[list[str], typer.Argument(help="An occurrence's id, or two country codes for the list.", metavar="OCCURRENCE | A B")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    since: Since = None,
    until: Until = None,
    latest: Annotated[
        bool, typer.Option("--latest", help="Open the latest call or meeting of two countries that several reports tell.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Each side's account of one call or meeting, issue by issue; or the calls and meetings of two countries."""
    from ontherecord.cli.ask import show_accounts

    raise typer.Exit(show_accounts(ledger, what, since=since, until=until, latest=latest, json=json))


@app.command()
def export(
    format: Annotated[str, typer.Option("--format", "-f", help="plover, polecat, icews, gdelt, parquet, csv or jsonl.")] = "csv",
    out: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write; standard output when left out.")] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the reports' sentences in, where you hold the rights.")] = False,
    corrected: Annotated[
        bool, typer.Option("--corrected", help="Export what people put right in place of the machine's values (csv and parquet always do).")
    ] = False,
) -> None:
    """Write the ledger's events in a format that other programs read."""
    from ontherecord.cli.keep import export_ledger

    raise typer.Exit(export_ledger(ledger, format, out, with_text=with_text, corrected=corrected))


@app.command()
def serve(
    ledger: LedgerFile = DEFAULT_LEDGER,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on 127.0.0.1.")] = 8000,
    read_only: Annotated[bool, typer.Option("--read-only", help="For showing to others: no corrections.")] = False,
) -> None:
    """Open the ledger as a page in your browser, on this machine only."""
    from ontherecord.web import serve as run

    run(ledger, port=port, read_only=read_only)


@corrections.command("export")
def export_corrections(
    out: Annotated[Path, typer.Argument(help="The file to write, JSON Lines.")], ledger: LedgerFile = DEFAULT_LEDGER
) -> None:
    """Write the corrections that stand, with the words and both values, as training data."""
    from ontherecord.cli.keep import write_corrections

    raise typer.Exit(write_corrections(ledger, out))


@actors.command("add")
def add_actor(
    name: Annotated[str, typer.Argument(help="The name as reports write it.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    country: Annotated[str | None, typer.Option(help="ISO alpha-3 or a PLOVER international code.")] = None,
    sector: Annotated[str | None, typer.Option(help="A PLOVER sector, such as GOV, MIL, REB.")] = None,
    role: Annotated[str | None, typer.Option(help="Such as “foreign minister”.")] = None,
    alias: Annotated[list[str] | None, typer.Option(help="Another name; may be given several times.")] = None,
) -> None:
    """Add an actor; it counts from the next `otr add` on (`--recode` for what is there)."""
    from ontherecord.cli.people import add_own

    raise typer.Exit(add_own(ledger, name, country=country, sector=sector, role=role, aliases=tuple(alias or ())))


@actors.command("list")
def list_actors(ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Show your own actors."""
    from ontherecord.cli.people import list_own

    raise typer.Exit(list_own(ledger))


@actors.command("check")
def check_actors(file: Annotated[Path, typer.Argument(help="A CSV or TOML file of actors.")]) -> None:
    """Say everything that is wrong with a file of actors, line by line."""
    from ontherecord.cli.people import check_own

    raise typer.Exit(check_own(file))


@actors.command("unknown")
def unknown_actors(
    ledger: LedgerFile = DEFAULT_LEDGER,
    most: Annotated[int, typer.Option(min=1, help="How many names.")] = 20,
    json: AsJson = False,
) -> None:
    """The names most often left without a country, with sentences: what to add first."""
    from ontherecord.cli.people import show_unknown

    raise typer.Exit(show_unknown(ledger, most=most, json=json))


@app.command()
def evaluate(
    task: Annotated[str, typer.Argument(help="relations, events, attributions, dates or reports.")],
    data: Annotated[Path, typer.Argument(help="Gold data, JSON Lines.")],
    predictions: Annotated[Path | None, typer.Option(help="Write the predictions there, one JSON object a line.")] = None,
) -> None:
    """Score against gold data; prints the figures as one JSON object."""
    from ontherecord.evaluation import evaluate as run
    from ontherecord.evaluation import figures

    typer.echo(figures(run(task, data, predictions)))


def main() -> None:
    """Entry point. Errors that the package raises on purpose become one sentence on standard error and exit status 1 or 2."""
    try:
        app()
    except OnTheRecordError as known:
        sys.stderr.write(f"otr: {known}\n")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
