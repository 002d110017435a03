"""The application: views hung up with their addresses, and what is said when something is amiss."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import msgspec
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from ontherecord import __version__
from ontherecord.errors import OnTheRecordError, UnknownName
from ontherecord.web.accounts import calls, side_by_side
from ontherecord.web.answers import Doors
from ontherecord.web.article import article
from ontherecord.web.correcting import Overtaken, add, correct, first, undo, unlink
from ontherecord.web.desk import Desk
from ontherecord.web.guard import Guard
from ontherecord.web.occurrence import occurrence
from ontherecord.web.pages import Pages, address
from ontherecord.web.reasons import why
from ontherecord.web.relationship import relationship
from ontherecord.web.review import review
from ontherecord.web.search import search
from ontherecord.web.start import start

STATIC = Path(__file__).parent / "static"
# Every actor of a report twice, and the rest.
MOST_FIELDS = 1000
HEADINGS = {
    403: "Refused",
    404: "Not on record",
    405: "Not that way",
    409: "Somebody was quicker",
    422: "Malformed",
    503: "No ledger to read",
}

SENTENCES = {
    403: "This form was not made by this page, or by one that was served before the program was started anew. Nothing was changed: "
    "open the report again, and send it from there.",
    404: "There is no page at this address.",
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
    _receive(app, desk)
    _list(app, pages)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _explain(app, pages)
    app.add_middleware(Guard, port=port)
    return app


def _hang(doors: Doors) -> None:
    doors.add("/", start, summary="Between whom something changed lately")
    doors.add("/search", search, summary="Search over reports, people, issues and countries")
    doors.add("/review", review, summary="Events to look at first, and what was put right")
    doors.add("/dyad/{a}/{b}", relationship, summary="The relationship of two countries")
    doors.add("/readouts/{a}/{b}", calls, summary="Calls and meetings of two countries")
    doors.add("/readouts/{occurrence}", side_by_side, summary="Each side's account of one call or meeting")
    doors.add("/document/{document}", article, summary="One report and all that was read in it")
    doors.add("/document/{document}/why/{event}", why, summary="Why an event was coded so")
    doors.add("/occurrence/{occurrence}", occurrence, summary="All accounts of one occurrence")


def _receive(app: FastAPI, desk: Desk) -> None:
    """Corrections: forms that carry the page's token."""

    async def form(request: Request) -> dict[str, list[str]]:
        body = await request.body()
        try:
            found = parse_qs(body.decode("utf8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except ValueError as wrong:
            raise HTTPException(413) from wrong
        if not desk.is_ours(first(found, "token")):
            raise HTTPException(403)
        return found

    @app.post("/document/{document}/{item}/correct", include_in_schema=False)
    async def keep(request: Request, document: str, item: str) -> Response:
        sent = await form(request)

        def write() -> list[int]:
            with desk.writing() as ledger:
                return correct(ledger, document, item, sent)

        made = await run_in_threadpool(write)
        return RedirectResponse(address("document", document, pick=item, done=len(made) or "nothing") + "#picked", 303)

    @app.post("/document/{document}/add", include_in_schema=False)
    async def add_missed(request: Request, document: str) -> Response:
        sent = await form(request)

        def write() -> str:
            with desk.writing() as ledger:
                return add(ledger, document, sent)

        return RedirectResponse(address("document", document, pick=await run_in_threadpool(write), done="1") + "#picked", 303)

    @app.post("/occurrence/{occurrence}/unlink", include_in_schema=False)
    async def take_out(request: Request, occurrence: str) -> Response:
        sent = await form(request)

        def write() -> tuple[str, str]:
            with desk.writing() as ledger:
                return unlink(ledger, sent)

        document, event = await run_in_threadpool(write)
        return RedirectResponse(address("document", document, pick=event, done="1") + "#picked", 303)

    @app.post("/corrections/{number}/undo", include_in_schema=False)
    async def take_back(request: Request, number: int) -> Response:
        sent = await form(request)

        def write() -> tuple[str, str | None]:
            with desk.writing() as ledger:
                return undo(ledger, number, first(sent, "who"))

        document, item = await run_in_threadpool(write)
        return RedirectResponse(address("document", document, pick=item, done="undone") + "#picked", 303)


def _list(app: FastAPI, pages: Pages) -> None:
    """The addresses that programs may use. The description itself is at /openapi.json."""

    @app.get("/api", include_in_schema=False)
    def addresses() -> Response:
        paths = app.openapi()["paths"]
        views = [
            (p.removesuffix(".json"), of["get"]["summary"], of["get"].get("parameters", []))
            for p, of in paths.items()
            if p.endswith(".json")
        ]
        return HTMLResponse(pages.render("api.html", title="Data", views=views))


def _explain(app: FastAPI, pages: Pages) -> None:
    """Errors as sentences, in the form that was asked for."""

    def say(request: Request, status: int, sentence: str) -> Response:
        if request.url.path.endswith((".json", ".csv")):
            return Response(msgspec.json.encode({"error": sentence}), status, media_type="application/json")
        return HTMLResponse(
            pages.render("amiss.html", title=HEADINGS.get(status, "Something is amiss"), sentence=sentence, sent=request.method == "POST"),
            status,
        )

    @app.exception_handler(OnTheRecordError)
    def known(request: Request, problem: Exception) -> Response:
        if isinstance(problem, Overtaken):
            return say(request, 409, str(problem))
        status = 404 if isinstance(problem, UnknownName) else 422 if request.method == "POST" else 503
        return say(request, status, str(problem))

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, problem: Exception) -> Response:
        found = problem.errors() if isinstance(problem, RequestValidationError) else []
        faults = "; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in found)
        return say(request, 422, f"The address cannot be read ({faults}). Go back, and choose again.")

    @app.exception_handler(HTTPException)
    def http(request: Request, problem: Exception) -> Response:
        status = problem.status_code if isinstance(problem, HTTPException) else 500
        return say(request, status, SENTENCES.get(status, f"This address cannot be used so ({status})."))
