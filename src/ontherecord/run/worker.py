"""What a coding process does: a batch of documents in, coded rows and refusals out. It knows nothing of the ledger's file."""

from __future__ import annotations

import functools
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing import parent_process
from pathlib import Path

from ontherecord.errors import CoderError, LanguageModelError, RefusedDocument
from ontherecord.ledger import Coded, encode
from ontherecord.records import Document, Part, Record
from ontherecord.spans import Span

# How documents are coded: `pipeline.code_many`, or what a test puts in its place. Answers come in the order of the documents.
Coder = Callable[[Iterable[Document]], Iterator[Record | RefusedDocument]]
Outcome = Coded | RefusedDocument

FIRST_WORDS = "The two ministers met."


@functools.cache
def warm_up(coder: Coder | None) -> Coder:
    """The coder with all it needs loaded. Raises LanguageModelError when there is no spaCy model."""
    if coder is not None:
        return coder
    from ontherecord.pipeline import code_many

    list(code_many([Document(FIRST_WORDS, language="en", parts=(Part("story", Span(0, len(FIRST_WORDS))),))]))
    return code_many


def begin(own: Path | None = None) -> None:
    """Readies a fresh process: Ctrl-C is the main process's to answer, and a process whose main process dies goes with it.

    `own` is the file of the user's actors, which then win over the shipped ones.
    """
    if own is not None:
        from ontherecord.actors import use_own

        use_own(own)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_die_with, args=(parent.join,), daemon=True).start()


def _die_with(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)


def ready() -> bool:
    """A task that does nothing: whether a process can start at all."""
    return True


def code_batch(documents: Sequence[Document], coder: Coder | None) -> list[Outcome]:
    """One outcome a document, in order. An error that nobody foresaw refuses its document, never the batch."""
    code = warm_up(coder)
    try:
        outcomes = [_outcome(answer) for answer in code(documents)]
    except (CoderError, LanguageModelError):
        raise
    except Exception:  # whose fault it is shows when each is coded by itself
        outcomes = []
    if len(outcomes) == len(documents):
        return outcomes
    return [_code_one(document, code) for document in documents]


def _code_one(document: Document, code: Coder) -> Outcome:
    try:
        return _outcome(next(code([document])))
    except RefusedDocument as refusal:
        return refusal
    except (CoderError, LanguageModelError):
        raise
    except UnicodeEncodeError as problem:
        return RefusedDocument(document.source, f"it holds a broken character ({problem.reason}); save it as UTF-8 and add it again.")
    except Exception as problem:  # promise 4: no input ends a run
        return RefusedDocument(document.source, _our_fault(problem))


def _our_fault(problem: Exception) -> str:
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    where = f"{Path(frame.filename).name}, line {frame.lineno}"
    return f"coding it failed with {type(problem).__name__} ({problem}) in {where}. The fault is the program's: please report it."


def _outcome(answer: Record | RefusedDocument) -> Outcome:
    return answer if isinstance(answer, RefusedDocument) else encode(answer)
