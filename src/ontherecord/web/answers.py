"""A view's answer, and its three forms: a page, JSON and CSV at the same address."""

from __future__ import annotations

import csv
import functools
import inspect
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from ontherecord.web.desk import Desk
from ontherecord.web.pages import Pages

Plain = dict[str, Any]
# What a spreadsheet would run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Answer:
    """`plain` is the JSON, `rows` the lines of the CSV, `shown` what the template needs."""

    template: str
    title: str
    plain: Plain
    rows: Sequence[Mapping[str, Any]] = ()
    shown: Plain = field(default_factory=dict)


View = Callable[..., "Answer | Callable[[], Answer]"]
Form = Callable[[Answer, Request], Response]


@dataclass(frozen=True, slots=True)
class Doors:
    """Where views are hung up, each with its page and data forms."""

    router: APIRouter
    desk: Desk
    pages: Pages

    def add(self, path: str, view: View, *, summary: str) -> None:
        """`view` takes the ledger first, then the parameters of the address; it answers, or says how the answer is made."""
        stem = "/start" if path == "/" else path
        forms: tuple[tuple[str, Form, bool], ...] = (
            (stem + ".json", as_json, True), (stem + ".csv", as_csv, True), (path, self._as_page, False),
        )  # fmt: skip
        for address, form, listed in forms:
            self.router.add_api_route(
                address, self._endpoint(view, form), methods=["GET"], summary=summary, include_in_schema=listed,
                response_class=Response, name=f"{view.__name__}{address[len(stem):] if address != path else ''}",
            )  # fmt: skip

    def _endpoint(self, view: View, form: Form) -> Callable[..., Response]:
        @functools.wraps(view)
        def endpoint(request: Request, **given: Any) -> Response:
            with self.desk.reading() as ledger:
                answer = view(ledger, **given)
            # What takes long and needs no ledger is done when it is free again.
            return form(answer if isinstance(answer, Answer) else answer(), request)

        signature = inspect.signature(view, eval_str=True)
        asked = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in list(signature.parameters.values())[1:]]
        asked.append(inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request))
        endpoint.__signature__ = signature.replace(parameters=asked, return_annotation=Response)  # type: ignore[attr-defined]
        return endpoint

    def _as_page(self, answer: Answer, request: Request) -> Response:
        page = self.pages.render(answer.template, title=answer.title, path=request.url.path, query=request.url.query, **answer.shown)
        return HTMLResponse(page)


def as_json(answer: Answer, _: Request) -> Response:
    return Response(msgspec.json.encode(answer.plain), media_type="application/json")


def as_csv(answer: Answer, _: Request) -> Response:
    out = io.StringIO()
    columns = list(dict.fromkeys(name for row in answer.rows for name in row))
    table = csv.writer(out)
    table.writerow(columns)
    table.writerows([_cell(row.get(name)) for name in columns] for row in answer.rows)
    return Response(out.getvalue().encode("utf8", "replace"), media_type="text/csv; charset=utf-8")


def _cell(value: Any) -> object:
    if isinstance(value, (list, tuple)):
        value = " ".join(map(str, value))
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return "" if value is None else value
