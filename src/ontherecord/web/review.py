"""What to look at first, what was put right, and how far reviewers agree."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import Query

from ontherecord.errors import UnknownName
from ontherecord.ledger import Ledger
from ontherecord.ontology import TYPES
from ontherecord.web.agreement import of_types
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.filters import Name
from ontherecord.web.queries import ask

# Events on a page; corrections on a page, and in the JSON.
PAGE, MOST_SHOWN, MOST_LISTED = 25, 60, 2000
Skip = Annotated[int, Query(ge=0, le=1_000_000)]


def review(ledger: Ledger, type: Name = "", skip: Skip = 0) -> Answer:
    """The queue of the least certain and most consequential events, by expected weight of an error."""
    if type and type not in TYPES:
        raise UnknownName(f"“{type}” is no PLOVER type; there are {', '.join(TYPES)}.")
    queue = ask(ledger, "review", type=type or None, most=PAGE, skip=skip)
    made = ledger.corrections(undone=True)
    agreement = of_types(made)
    lines = [_line(c) for c in made[: -MOST_LISTED - 1 : -1]]
    return Answer(
        "review.html", "Review", {"queue": queue, "corrections": lines, "agreement": msgspec.to_builtins(agreement)}, queue,
        {
            "queue": queue, "made": lines[:MOST_SHOWN], "total": len(made), "agreement": agreement, "type": type, "skip": skip,
            "page": PAGE,
        },
    )  # fmt: skip


def _line(correction: object) -> Plain:
    plain: Plain = msgspec.to_builtins(correction)
    return plain
