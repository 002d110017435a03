"""Serving the page on this machine, and on no other address."""

from __future__ import annotations

import contextlib
import functools
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from ontherecord.errors import LedgerError, OnTheRecordError
from ontherecord.web.app import create_app

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

HOST = "127.0.0.1"


def serve(ledger: Path, *, port: int, read_only: bool) -> None:
    """Serves the ledger at http://127.0.0.1:PORT until it is stopped. Raises LedgerError when the port is taken.

    A ledger that is missing or in use is no reason to stop: the page says what to do, and shows it when it can be read.
    """
    _check_port(port)
    app = create_app(ledger, port=port, read_only=read_only)
    uvicorn.run(
        reading_ahead(app), host=HOST, port=port, log_level="warning", server_header=False, proxy_headers=False, limit_concurrency=64
    )


def reading_ahead(app: ASGIApp) -> ASGIApp:
    """The app, loading what reads reports as soon as one is looked at: why an event was coded so is asked from there, and would else wait
    seconds for it."""

    async def ahead(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/document/"):
            warm()
        await app(scope, receive, send)

    return ahead


@functools.cache
def warm() -> threading.Thread:
    """Loads, once and aside, parser and coder."""
    thread = threading.Thread(target=_load, name="reading ahead", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    from ontherecord.pipeline import explain  # late: loads spaCy
    from ontherecord.records import Document

    with contextlib.suppress(OnTheRecordError):  # whoever then asks why gets the sentence
        explain(Document(text="Ministers of the two countries met on Monday."))


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as problem:
            raise LedgerError(
                f"Port {port} of {HOST} cannot be had ({problem}). Name another: otr serve --port {port % 60000 + 1}"
            ) from problem
