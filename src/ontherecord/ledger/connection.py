"""Opening the file: what it is, who else has it, and DuckDB's complaints as sentences."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ontherecord.errors import LedgerError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Bytes 8 to 12 of a DuckDB file, and the three headers of 4,096 bytes that come before any row.
MAGIC, HEADERS = b"DUCK", 3 * 4096
# Nothing is fetched from the network behind the user's back, nor another program's file read through an extension.
CONFIG: dict[str, str | bool | int | float | list[str]] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
# A long statement would draw its progress into the answer on standard output.
QUIET = "SET enable_progress_bar = false"
LOCK_HOLDER = re.compile(r"held in (?P<program>.+) \(PID (?P<pid>\d+)\)")
FULL_DISK = re.compile(r"No space left|File too large|Disk quota|out of disk|Could not write", re.IGNORECASE)


def connect(path: Path, *, read_only: bool) -> DuckDBPyConnection:
    """A connection to the DuckDB file; a missing one is made unless `read_only`. Raises LedgerError."""
    import duckdb  # late: 60 ms that `otr --help` and the coding processes do without

    _check_file(path, read_only=read_only)
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=CONFIG)
    except duckdb.Error as problem:
        raise LedgerError(_why_closed(path, str(problem))) from problem
    connection.execute(QUIET)
    return connection


def aside(connection: DuckDBPyConnection) -> DuckDBPyConnection:
    """A connection for one question beside others, as quiet as `connection`."""
    return connection.cursor().execute(QUIET)


def _check_file(path: Path, *, read_only: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger. Name a file in it, for example {path / 'ledger.duckdb'}.")
    if not path.exists():
        if read_only:
            raise LedgerError(f"There is no ledger at {path}. Make one with: otr add PATH --ledger {path}")
        if not path.parent.is_dir():
            raise LedgerError(f"The ledger {path} cannot be made: there is no folder {path.parent}. Make it first.")
        return
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError as problem:
        raise LedgerError(f"The ledger {path} cannot be read: {problem.strerror}.") from problem
    size = path.stat().st_size
    if not read_only and size < HEADERS and (not head or head[8:] == MAGIC):
        path.unlink()  # left by a process that was killed before its first row
    elif head[8:] != MAGIC:
        raise LedgerError(not_a_ledger(path))


def not_a_ledger(path: Path) -> str:
    return f"{path} is not a ledger of On the Record. Name another file with --ledger; this one was left as it is."


def _why_closed(path: Path, problem: str) -> str:
    if holder := LOCK_HOLDER.search(problem):
        program, pid = Path(holder["program"]).name, holder["pid"]
        return (
            f"The ledger {path} is in use by another process: {program}, number {pid}. One process writes at a time, and none reads "
            "meanwhile. Wait until it has finished, or stop it, and run this again; what it has stored stays."
        )
    if "different configuration" in problem:
        return f"The ledger {path} is open in this program already, for reading or for writing. Close it there first."
    if "not a valid DuckDB" in problem:
        return not_a_ledger(path)
    if "version number" in problem or "newer version of DuckDB" in problem:
        return f"The ledger {path} was written by another version of DuckDB: {_first_line(problem)} Install that version to read it."
    return f"The ledger {path} cannot be opened: {_first_line(problem)}"


def _first_line(problem: str) -> str:
    return problem.strip().splitlines()[0] if problem.strip() else "no reason was given."


@contextmanager
def sentences(path: Path, doing: str) -> Iterator[None]:
    """Turns DuckDB's errors inside the block into LedgerError; `doing` completes "while …"."""
    import duckdb

    try:
        yield
    except duckdb.InterruptException as stopped:
        raise KeyboardInterrupt from stopped
    except duckdb.Error as problem:
        raise LedgerError(_why_failed(path, doing, str(problem))) from problem
    except RuntimeError as stopped:  # Ctrl-C while DuckDB hands over rows comes as this and no error of its own
        if "interrupted" not in str(stopped):
            raise
        raise KeyboardInterrupt from stopped


def _why_failed(path: Path, doing: str, problem: str) -> str:
    if FULL_DISK.search(problem):
        return (
            f"The disk is full while {doing} the ledger {path}. Nothing of this step was kept, and all that was stored before is whole. "
            f"Free some space and run the same command again. ({_first_line(problem)})"
        )
    if "read-only" in problem:
        return f"The ledger {path} is open for reading only; open it for writing to change it."
    return f"While {doing} the ledger {path}: {_first_line(problem)}"


@contextmanager
def bounded(cursor: DuckDBPyConnection, seconds: float | None, path: Path) -> Iterator[DuckDBPyConnection]:
    """The cursor, stopped after so many seconds; None for no bound. Raises LedgerError when it was stopped."""
    import duckdb

    if seconds is None:
        yield cursor
        return
    over = threading.Event()

    def stop() -> None:
        over.set()
        cursor.interrupt()

    clock = threading.Timer(seconds, stop)
    clock.daemon = True
    clock.start()
    try:
        yield cursor
    except (duckdb.InterruptException, RuntimeError) as stopped:
        if not over.is_set():
            raise
        raise LedgerError(f"Reading the ledger {path} took longer than {seconds:g} seconds and was stopped. Ask for less.") from stopped
    finally:
        clock.cancel()


@contextmanager
def transaction(connection: DuckDBPyConnection, path: Path, doing: str) -> Iterator[None]:
    """All of the block or nothing. Raises LedgerError."""
    import duckdb

    with sentences(path, doing):
        connection.execute("BEGIN")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(duckdb.Error):  # a failed COMMIT has rolled back by itself
                connection.execute("ROLLBACK")
            raise
