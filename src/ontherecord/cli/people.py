"""`otr actors`: the user's own actors, and the names that want one."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

FORMS = (".actors.csv", ".actors.toml")


def actors_file(ledger: Path) -> Path | None:
    """The file of own actors beside a ledger: my.duckdb has my.actors.csv or my.actors.toml. None where there is none."""
    return next((f for form in FORMS if (f := ledger.with_suffix(form)).exists()), None)


def add_own(ledger: Path, name: str, *, country: str | None, sector: str | None, role: str | None, aliases: tuple[str, ...]) -> int:
    """Raises LexiconError for an actor that cannot be right or is there already."""
    from ontherecord.actors.own import OwnActor, add

    file = actors_file(ledger) or ledger.with_suffix(FORMS[0])
    add(file, OwnActor(name, aliases, country, sector, role))
    sys.stdout.write(f"{name} added to {file}. It counts from the next otr add on; for reports that are there: otr add --recode.\n")
    return 0


def list_own(ledger: Path) -> int:
    """Raises LexiconError for a file with a wrong row."""
    from rich.console import Console
    from rich.table import Table

    from ontherecord.actors import read_own

    file = actors_file(ledger)
    if file is None:
        sys.stdout.write(f"There is no {ledger.with_suffix(FORMS[0])} yet. Begin with: otr actors add NAME --country CODE\n")
        return 0
    table = Table("name", "country", "sector", "role", "from", "to", "aliases", box=None, header_style="bold")
    for a in read_own(file).actors:
        table.add_row(a.name, a.country, a.sector, a.role, str(a.start or ""), str(a.end or ""), ", ".join(a.aliases))
    Console().print(table)
    return 0


def check_own(file: Path) -> int:
    """1 when a row is wrong. Raises LexiconError for a file that is no table of actors."""
    from ontherecord.actors.own import check

    problems = check(file)
    sys.stdout.write("".join(f"{p}\n" for p in problems) or f"{file} is in order.\n")
    return 1 if problems else 0


def show_unknown(ledger: Path, *, most: int, json: bool) -> int:
    """Raises LedgerError for a ledger that cannot be read."""
    from ontherecord.analysis.unknown import unknown_actors
    from ontherecord.ledger import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        found = unknown_actors(opened, most=most)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode([u.as_plain() for u in found]) + b"\n")
        return 0
    for u in found:
        sys.stdout.write(
            f"{u.name}  ({u.mentions} mentions in {u.documents} reports{f', {u.role}' if u.role and u.role != u.name else ''})\n"
        )
        for _, words in u.sentences:
            sys.stdout.write(f"    {' '.join(words.split())}\n")
    if not found:
        sys.stdout.write("Every actor of this ledger has a country.\n")
    return 0
