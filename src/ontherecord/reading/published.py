"""Dates of publication as they are given: checked, and kept as they are."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from ontherecord.errors import RefusedDocument

ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.{0,24})?")
# The dates of mail and feeds: "Wed, 04 Feb 2026 10:00:00 +0000".
RFC_2822 = re.compile(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}.{0,20}")


def published_date(value: str | None, *, source: str = "--published") -> str | None:
    """An ISO date or datetime as given, the date of a mail or feed as ISO, None for nothing.

    Raises RefusedDocument, naming `source`, for anything else: a wrong date would put every event on a wrong day.
    """
    given = (value or "").strip()
    if not given:
        return None
    try:
        if ISO.fullmatch(given):
            dt.datetime.fromisoformat(given)
            return given
        if RFC_2822.fullmatch(given):
            return parsedate_to_datetime(given).isoformat()
    except (ValueError, TypeError, OverflowError):
        pass
    raise RefusedDocument(source, f"its date of publication, {given[:60]!r}, is no date; give one like 2026-02-05 or 2026-02-05T14:30:00Z.")
