"""The tree of what can go wrong. Every message is a sentence to a person: what, where, what to do."""

from __future__ import annotations


class OnTheRecordError(Exception):
    """Anything this package raises on purpose."""


class RefusedDocument(OnTheRecordError):  # noqa: N818  (a refusal is an answer, not a fault of the program)
    """A document that cannot be coded; `reason` says why and what to do, `source` says which."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[RefusedDocument], tuple[str, str]]:
        return (type(self), (self.source, self.reason))  # crosses process borders whole


class SpanError(OnTheRecordError):
    """A span that does not fit its text."""


class LexiconError(OnTheRecordError):
    """A row of the shipped or the user's lexicons that cannot be right; names file and line."""


class LanguageModelError(OnTheRecordError):
    """The spaCy model is missing or does not fit."""


class CoderError(OnTheRecordError):
    """The learned coder's model is missing, damaged or does not fit; the message says what to do."""


class LedgerError(OnTheRecordError):
    """The ledger cannot be opened, read or written."""


class MissingPackage(OnTheRecordError):  # noqa: N818
    """A package that only some answers need (charts, data frames) is not installed; the message says how to get it."""


class UnknownName(OnTheRecordError):  # noqa: N818
    """A country, format, task or id that does not exist; the message lists what does."""
