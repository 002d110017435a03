"""Files, pages and JSON Lines to Documents: the text untouched, its parts told apart, and what cannot be read refused with a reason."""

from ontherecord.reading.agencies import Agency, agencies, agency_in, agency_named
from ontherecord.reading.documents import MOST_CODE_POINTS, document
from ontherecord.reading.files import read_path, read_paths, read_stdin
from ontherecord.reading.pages import Page, read_page
from ontherecord.reading.published import published_date

__all__ = [
    "MOST_CODE_POINTS",
    "Agency",
    "Page",
    "agencies",
    "agency_in",
    "agency_named",
    "document",
    "published_date",
    "read_page",
    "read_path",
    "read_paths",
    "read_stdin",
]
