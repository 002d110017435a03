"""`otr add` and `otr export`: into the ledger and out of it."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from ontherecord.errors import RefusedDocument
from ontherecord.run import Summary


def add_reports(
    paths: list[str], ledger: Path, *, published: str | None, publisher: str | None, processes: int | None, recode: bool, json: bool
) -> int:
    """Codes and keeps; 1 when a report was refused, 130 when interrupted, else 0."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from ontherecord.cli.people import actors_file
    from ontherecord.linking import link_ledger
    from ontherecord.run import add_paths

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=json or not console.is_terminal) as progress:
        task = progress.add_task("Starting …", total=None)

        def told(summary: Summary) -> None:
            progress.update(task, description=_so_far(summary))

        done = add_paths(
            paths,
            ledger,
            published=published,
            publisher=publisher,
            processes=processes,
            recode=recode,
            own=actors_file(ledger),
            progress=told,
        )
        progress.update(task, description="Linking events to occurrences …")
        linked = link_ledger(ledger) if done.added else None
    for refusal in done.refused:
        sys.stderr.write(f"otr: {refusal.source}: {refusal.reason}\n")
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(_plain(done, ledger)) + b"\n")
    else:
        occurrences = f" They tell of {linked.occurrences:,} occurrences." if linked else ""
        sys.stdout.write(f"{_so_far(done)} in {done.seconds:.1f} s; ledger {ledger}.{occurrences}\n")
        if done.interrupted:
            sys.stdout.write("Interrupted: what is stored is whole. The same command goes on where it stopped.\n")
    return 130 if done.interrupted else 1 if done.refused else 0


def _so_far(summary: Summary) -> str:
    parts = [f"{summary.added:,} reports added"]
    if summary.already:
        parts.append(f"{summary.already:,} were there already")
    if summary.refused:
        parts.append(f"{len(summary.refused):,} refused")
    return ", ".join(parts)


def _plain(summary: Summary, ledger: Path) -> dict[str, object]:
    def refusal(r: RefusedDocument) -> dict[str, str]:
        return {"source": r.source, "reason": r.reason}

    return {
        "ledger": str(ledger),
        "added": summary.added,
        "already": summary.already,
        "refused": [refusal(r) for r in summary.refused],
        "seconds": round(summary.seconds, 2),
        "interrupted": summary.interrupted,
    }


def export_ledger(ledger: Path, format: str, out: Path | None, *, with_text: bool, corrected: bool) -> int:
    """Writes the ledger in a format. Raises UnknownName for a format that does not exist, LedgerError for a ledger that cannot be read."""
    from ontherecord.formats import export
    from ontherecord.ledger import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        done = export(opened, format, out or sys.stdout.buffer, with_text=with_text, corrected=corrected)
    if out is not None:
        sys.stdout.write(f"{done.rows:,} rows written to {', '.join(str(f) for f in done.files)}.\n")
    for reason, count in sorted(done.left_out.items()):
        sys.stderr.write(f"otr: {count:,} left out: {reason}\n")
    return 0


def write_corrections(ledger: Path, out: Path) -> int:
    """Writes the standing corrections. Raises LedgerError for a ledger that cannot be read or a file that cannot be written."""
    from ontherecord.ledger import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        written = opened.export_corrections(out)
    sys.stdout.write(f"{written:,} corrections written to {out}.\n")
    return 0
