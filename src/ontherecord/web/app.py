"""The application: views hung up with their addresses, and what is said when something is amiss."""

from __future__ import annotations

from pathlib import Path

import msgspec
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from ontherecord import __version__
from ontherecord.errors import LedgerError, OnTheRecordError, UnknownName
from ontherecord.web.accounts import calls, side_by_side
from ontherecord.web.answers import Doors
from ontherecord.web.article import article
from ontherecord.web.desk import Desk
from ontherecord.web.guard import Guard
from ontherecord.web.pages import Pages
from ontherecord.web.relationship import relationship

STATIC = Path(__file__).parent / "static"
HEADINGS = {
    403: "Refused",
    404: "Not on record",
    405: "Not that way",
    409: "Somebody was quicker",
    422: "Malformed",
    503: "No ledger to read",
}


def create_app(ledger: Path, *, port: int, read_only: bool) -> FastAPI:
    """The page over one ledger, answering to 127.0.0.1:`port` and localhost:`port` only. The ledger need not be there yet."""
    # FastAPI's own documentation pages load scripts from elsewhere; /api lists the addresses instead.
    app = FastAPI(title="On the Record", version=__version__, docs_url=None, redoc_url=None)
    desk = Desk(ledger, read_only=read_only)
    pages = Pages(desk)
    router = APIRouter()
    _hang(Doors(router, desk, pages))
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _explain(app, pages)
    app.add_middleware(Guard, port=port)
    return app


def _hang(doors: Doors) -> None:
    doors.add("/dyad/{a}/{b}", relationship, summary="The relationship of two countries")
    doors.add("/readouts/{a}/{b}", calls, summary="Calls and meetings of two countries")
    doors.add("/readouts/{occurrence}", side_by_side, summary="Each side's account of one call or meeting")
    doors.add("/document/{document}", article, summary="One report and all that was read in it")


def _explain(app: FastAPI, pages: Pages) -> None:
    """Errors as sentences, in the form that was asked for."""

    def say(request: Request, status: int, sentence: str) -> Response:
        if request.url.path.endswith((".json", ".csv")):
            return Response(msgspec.json.encode({"error": sentence}), status, media_type="application/json")
        return HTMLResponse(pages.render("amiss.html", title=HEADINGS.get(status, "Something is amiss"), sentence=sentence), status)

    @app.exception_handler(OnTheRecordError)
    def known(request: Request, problem: Exception) -> Response:
        status = 404 if isinstance(problem, UnknownName) else 503 if isinstance(problem, LedgerError) else 422
        return say(request, status, str(problem))

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, problem: Exception) -> Response:
        found = problem.errors() if isinstance(problem, RequestValidationError) else []
        faults = "; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in found)
        return say(request, 422, f"The address cannot be read ({faults}). Go back, and choose again.")

    @app.exception_handler(HTTPException)
    def http(request: Request, problem: Exception) -> Response:
        status = problem.status_code if isinstance(problem, HTTPException) else 500
        return say(request, status, "There is no page at this address." if status == 404 else f"This address cannot be used so ({status}).")
