"""Serving the page on this machine, and on no other address."""

from __future__ import annotations

import socket
from pathlib import Path

import uvicorn

from ontherecord.errors import LedgerError
from ontherecord.web.app import create_app

HOST = "127.0.0.1"


def serve(ledger: Path, *, port: int, read_only: bool) -> None:
    """Serves the ledger at http://127.0.0.1:PORT until it is stopped. Raises LedgerError when the port is taken.

    A ledger that is missing or in use is no reason to stop: the page says what to do, and shows it when it can be read.
    """
    _check_port(port)
    app = create_app(ledger, port=port, read_only=read_only)
    uvicorn.run(app, host=HOST, port=port, log_level="warning", server_header=False, proxy_headers=False, limit_concurrency=64)


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as problem:
            raise LedgerError(
                f"Port {port} of {HOST} cannot be had ({problem}). Name another: otr serve --port {port % 60000 + 1}"
            ) from problem
