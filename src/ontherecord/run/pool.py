"""Coding processes, and what to do when one dies."""

from __future__ import annotations

import multiprocessing
import multiprocessing.forkserver
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Generic, Protocol, TypeVar

from ontherecord.errors import OnTheRecordError, RefusedDocument
from ontherecord.records import Document
from ontherecord.run.worker import Coder, Outcome, begin, code_batch, ready

DIED = (
    "the process that coded it was killed or died, most likely for want of memory. Cut the document into smaller ones, "
    "or run with fewer processes."
)
CANNOT_START = (
    "The coding processes die as soon as they start. In a script, call this under `if __name__ == '__main__':`; "
    "else look whether the machine has memory left."
)


class HasDocuments(Protocol):
    @property
    def documents(self) -> Sequence[Document]: ...


Batch = TypeVar("Batch", bound=HasDocuments)


@dataclass(slots=True)
class _Task(Generic[Batch]):
    batch: Batch
    future: Future[list[Outcome]]


class CodingPool:
    """`processes` processes that code batches of documents. They start by forks of one server that has loaded the model, never by a
    fork of this process, whose threads (DuckDB's) a fork would break.
    """

    def __init__(self, processes: int, coder: Coder | None = None, *, own: Path | None = None) -> None:
        self._processes = processes
        self._own = own
        self._coder = coder
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self._context = multiprocessing.get_context(method)
        if method == "forkserver":
            if coder is None:
                self._context.set_forkserver_preload(["ontherecord.run.warm"])
            multiprocessing.forkserver.ensure_running()  # it loads while this process opens the ledger and reads
        self._executor = self._start(processes)

    def __enter__(self) -> CodingPool:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _start(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(processes, self._context, initializer=begin, initargs=(self._own,))

    def code(self, batches: Iterable[Batch]) -> Generator[tuple[Batch, list[Outcome]]]:
        """Each batch with one outcome a document, in the order of the batches. So few are under way that memory stays bounded.

        Raises OnTheRecordError when no process can be started, LanguageModelError when there is no model.
        """
        waiting: deque[_Task[Batch]] = deque()
        for batch in batches:
            waiting.append(_Task(batch, self._submit(batch.documents)))
            # Two batches a process: one being coded and one ready, so that none idles while this process reads and writes.
            while waiting and (len(waiting) > 2 * self._processes or waiting[0].future.done()):
                yield self._take(waiting)
        while waiting:
            yield self._take(waiting)

    def _submit(self, documents: Sequence[Document]) -> Future[list[Outcome]]:
        future: Future[list[Outcome]]
        if not documents:
            future = Future()
            future.set_result([])
            return future
        try:
            return self._executor.submit(code_batch, documents, self._coder)
        except BrokenProcessPool as broken:  # noticed here first; the batch joins those that were under way
            future = Future()
            future.set_exception(broken)
            return future

    def _take(self, waiting: deque[_Task[Batch]]) -> tuple[Batch, list[Outcome]]:
        task = waiting.popleft()
        try:
            return task.batch, task.future.result()
        except BrokenProcessPool:
            outcomes = self._apart(task.batch.documents)
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._start(self._processes)
        for other in waiting:
            if other.future.done() and other.future.exception() is None:
                continue
            other.future = self._submit(other.batch.documents)
        return task.batch, outcomes

    def _apart(self, documents: Sequence[Document]) -> list[Outcome]:
        """Codes a batch that may hold the document that kills: whole in a process of its own, else document by document."""
        whole = self._alone(documents)
        if whole is not None:
            return whole
        outcomes: list[Outcome] = []
        for document in documents:
            outcomes += self._alone([document]) or [RefusedDocument(document.source, DIED)]
        return outcomes

    def _alone(self, documents: Sequence[Document]) -> list[Outcome] | None:
        """Codes in a process of its own; None when that dies. Raises OnTheRecordError when it cannot even start."""
        with self._start(1) as executor:
            try:
                executor.submit(ready).result()
            except BrokenProcessPool as broken:
                raise OnTheRecordError(CANNOT_START) from broken
            try:
                return executor.submit(code_batch, documents, self._coder).result()
            except BrokenProcessPool:
                return None
