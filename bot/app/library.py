"""The asynchronous side of ``Index``: work off the event loop, bounded, cancellable.

Reading has ``workers`` threads and a waiting room of ``queue``; writing has one thread of its own, so that a
long ``add`` never keeps a question waiting for a thread. A task that reads is taken to be an answer in the
making: ``close`` waits for such tasks to end, and so for the answers to be sent.

Threads of one process take turns, with the event loop too. So a search that finds others under way is handed to
a process of its own, of which there are as many as threads; one that comes alone is done here, and a bot that
is never asked two things at once never starts a process.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from index import WINDOWS, Cluster, Index, Limits, ReadingProcess, Thresholds
from index.adding.workers import workers as workers_within
from index.errors import Busy, StoreUnavailable
from index.model import (
    SHARED,
    AddReport,
    Answer,
    Document,
    Event,
    Excerpt,
    Explanation,
    Quotation,
    SourceOutcome,
    Stats,
)
from index.requests import AskRequest, QuotesRequest, TimelineRequest
from index.searchers import SearcherLost, Searchers

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

STOPPING = "Parley is being restarted. Ask again in a minute."

SHARE_FOR_ADDING = 0.5
"""Of the time that ``close`` has, how much of it what is being added has."""

SEARCHES: frozenset[Callable[..., Any]] = frozenset(
    {Index.answer, Index.explain, Index.events, Index.quotations, Index.trace}
)
"""What takes long enough to be handed to another process."""

_SOON = 1.0
"""Seconds: of the 1.5 in which 95 of 100 people are to have their answer while fifty ask at once."""

_SEARCHING, _READING = 0.03, 0.018
"""Seconds of one core that a question takes without the reader, sending included, and that a window takes (bench/README.md)."""

SHARED_ONLY: tuple[str, ...] = (SHARED,)


def windows_for(questions: int, workers: int) -> int:
    """Return how many windows may be read for each of ``questions`` that are asked at once.

    All of them are to be answered, by ``workers`` workers, within ``_SOON``. While few are asked it is always the same, so that
    answers do not depend on how quick the machine is.
    """
    for_each = _SOON * workers / max(workers, questions)
    return max(0, min(WINDOWS, int((for_each - _SEARCHING) / _READING)))


class Library:
    """An index that may be awaited, and ``reading_process``, which reads what strangers give. ``open`` first; ``close`` last."""

    def __init__(
        self,
        path: Path,
        *,
        workers: int = 2,
        queue: int = 64,
        limits: Limits | None = None,
        reader: bool = True,
        thresholds: Thresholds | None = None,
        cluster: Cluster | None = None,
    ) -> None:
        self._cluster = cluster
        self._path = path
        self._limits = limits or Limits()
        self._reader = reader
        self._thresholds = thresholds
        self._workers = workers
        shared = workers_within(self._limits)
        self.reading_process = ReadingProcess(self._limits, shared.reading, shared.recognising)
        self._bound = workers + queue
        self._readers = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="parley-read")
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="parley-write")
        self._searchers = Searchers(
            path, workers, self._limits, reader=reader, thresholds=thresholds, cluster=cluster
        )
        self._index: Index | None = None
        self._reading: set[Future[Any]] = set()
        self._writing: set[Future[Any]] = set()
        self._askers: set[asyncio.Task[Any]] = set()
        self._closing: asyncio.Future[bool] | None = None
        self._drained = False

    async def open(self) -> None:
        """Open the index; nothing happens when it is open.

        Raises:
            StoreUnavailable, StoreCorrupt: see ``Index.open``.
        """
        if self._index is None:
            opening = self._writer.submit(
                lambda: Index.open(
                    self._path,
                    limits=self._limits,
                    reader=self._reader,
                    thresholds=self._thresholds,
                    cluster=self._cluster,
                    progress=_tell_copied,
                )
            )
            self._index = await asyncio.wrap_future(opening)

    async def call(
        self, function: Callable[Concatenate[Index, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run ``function(index, *args, **kwargs)``, which must only read, on a reading thread or in a process.

        Cancelling the awaiting task takes a waiting call out of the queue; a call already running ends
        unheard.

        Raises:
            Busy: as many calls are waiting as may, or the bot is stopping.
        """
        return await self._read(function, lambda: args, kwargs)

    async def _read(
        self, function: Callable[..., T], arguments: Callable[[], Sequence[Any]], options: Mapping[str, Any]
    ) -> T:
        """Run ``function``, which is a method of ``Index``, on what ``arguments`` gives when its turn has come."""
        if self._drained or (self._closing is not None and asyncio.current_task() not in self._askers):
            raise Busy(STOPPING)
        index = self._opened
        if len(self._reading) >= self._bound:
            raise Busy("Parley is busy with other questions. Try again in a moment.")
        self.expect_answer()
        elsewhere = function in SEARCHES and bool(self._reading)

        def work() -> T:
            given = arguments()
            if elsewhere:
                try:
                    found: T = self._searchers.ask(function.__name__, *given, **options)
                    return found
                except SearcherLost:
                    log.warning("a searching process ended over a question, which is answered here")
            return function(index, *given, **options)

        return await self._outcome(self._readers.submit(work), self._reading)

    async def ask(self, request: AskRequest) -> Answer:
        """Answer a question, or abstain. See ``Index.answer``.

        Raises:
            QueryError: the question cannot be asked.
            Busy: see ``call``.
        """
        before = len(self._reading)

        def arguments() -> tuple[AskRequest, int]:
            return request, windows_for(max(before + 1, len(self._reading)), self._workers)

        return await self._read(Index.answer, arguments, {})

    async def explain(self, request: AskRequest) -> Explanation:
        """Return the answer to a question and why it is so. Raises like ``ask``."""

        def arguments() -> tuple[AskRequest, int]:
            return request, windows_for(len(self._reading), self._workers)

        return await self._read(Index.explain, arguments, {})

    async def events(self, request: TimelineRequest) -> tuple[Event, ...]:
        """Return the events of a timeline. See ``Index.events``; raises like ``ask``."""
        return await self.call(Index.events, request)

    async def quotations(self, request: QuotesRequest) -> tuple[Quotation, ...]:
        """Return quotations. See ``Index.quotations``; raises like ``ask``."""
        return await self.call(Index.quotations, request)

    async def documents(
        self, collections: Sequence[str] = SHARED_ONLY, *, limit: int | None = None, offset: int = 0
    ) -> tuple[Document, ...]:
        """Return the documents of these collections, newest first, at most ``limit`` from the ``offset``-th on."""
        return await self.call(Index.documents, tuple(collections), limit=limit, offset=offset)

    async def document(self, document_id: str, collections: Sequence[str] | None = None) -> Document | None:
        """Return one document; None when there is none with this id in these collections, all where None."""
        return await self.call(Index.document, document_id, collections)

    async def publishers(self, collections: Sequence[str] = SHARED_ONLY) -> tuple[str, ...]:
        """Return the publishers of these collections' documents, for autocompletion."""
        return await self.call(Index.publishers, tuple(collections))

    async def surroundings(
        self,
        document_id: str,
        start: int,
        end: int,
        collections: Sequence[str] | None = None,
        seen_at: datetime | None = None,
    ) -> Excerpt | None:
        """Return what stands around ``start:end``, characters into the text, or stood there when ``seen_at`` a moment; None
        when the document has changed."""
        return await self.call(
            Index.surroundings, document_id, start, end, collections=collections, seen_at=seen_at
        )

    async def stats(self, collections: Sequence[str] = SHARED_ONLY) -> Stats:
        """Return how much these collections hold."""
        return await self.call(Index.stats, tuple(collections))

    async def add(
        self,
        sources: Sequence[Path | str],
        *,
        collection: str = SHARED,
        progress: Callable[[SourceOutcome], None] | None = None,
        begun: Callable[[Document], None] | None = None,
    ) -> AddReport:
        """Add files and folders. ``progress`` is called on the writing thread, once for each document; ``begun`` too, for each
        long one when the work on it begins.

        Cancelling the awaiting task, or closing the library, ends the work after the document at hand.

        Raises:
            Busy: the bot is stopping.
            StoreUnavailable, StoreCorrupt: the documents added so far stay.
        """
        if self._closing is not None:
            raise Busy(STOPPING)
        index = self._opened
        cancelled = threading.Event()

        def tell(outcome: SourceOutcome) -> None:
            if progress is not None:
                progress(outcome)
            if cancelled.is_set() or self._closing is not None:
                raise Busy(STOPPING)

        def work() -> AddReport:
            if cancelled.is_set() or self._closing is not None:
                raise Busy(STOPPING)
            return index.add(list(sources), collection=collection, progress=tell, begun=begun)

        try:
            return await self._outcome(self._writer.submit(work), self._writing)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async def write(self, function: Callable[[Index], T], /) -> T:
        """Run ``function(index)``, which may write, on the writing thread.

        Raises:
            Busy: the bot is stopping.
        """
        if self._closing is not None:
            raise Busy(STOPPING)
        index = self._opened
        return await self._outcome(self._writer.submit(lambda: function(index)), self._writing)

    async def remove(self, document_id: str) -> bool:
        """Remove one document; False when there is none with this id."""
        if self._closing is not None:
            raise Busy(STOPPING)
        return await self._outcome(self._writer.submit(self._opened.remove, document_id), self._writing)

    def expect_answer(self) -> None:
        """Take the current task to be an answer in the making: ``close`` waits for its end, and lets it read."""
        task = asyncio.current_task()
        if task is not None and task not in self._askers:
            self._askers.add(task)
            task.add_done_callback(self._askers.discard)

    async def close(self, seconds: float = 10.0) -> bool:
        """Take no more calls, let the answers in the making be sent, and close the index. Once is enough.

        What is read or added for one of these has half of the time, so that whoever waits for it is told; for nobody, none.
        Returns False when work was still going on after ``seconds``; the index is closed when that ends.
        """
        if self._closing is None:
            self._closing = asyncio.ensure_future(self._finish(seconds, asyncio.current_task()))
        return await asyncio.shield(self._closing)

    def give_up(self) -> None:
        """Cancel the answers in the making that ``close`` did not wait for any longer."""
        for task in self._askers:
            task.cancel()

    async def _finish(self, seconds: float, caller: asyncio.Task[Any] | None) -> bool:
        deadline = time.monotonic() + seconds
        index = self._index
        stop = partial(self._stop_adding, index)
        waiting = self._askers - {caller}
        stopping = asyncio.get_running_loop().call_later(seconds * SHARE_FOR_ADDING if waiting else 0, stop)
        unsent = await _still_pending(waiting, seconds)
        self._drained = True
        self._readers.shutdown(wait=False, cancel_futures=True)
        self._index = None
        closed = asyncio.wrap_future(
            self._writer.submit(self._close_after, self._reading | self._writing, index)
        )
        self._writer.shutdown(wait=False)
        unfinished = await _still_pending([closed], max(0.1, deadline - time.monotonic()))
        stopping.cancel()
        stop()
        if unsent or unfinished:
            log.warning("some answers were not finished after %g seconds", seconds)
        return not (unsent or unfinished)

    def _stop_adding(self, index: Index | None) -> None:
        self.reading_process.stop()
        if index is not None:
            index.stop_adding()

    def _close_after(self, running: Collection[Future[Any]], index: Index | None) -> None:
        wait(running)
        self._searchers.close()
        if index is not None:
            index.close()

    @property
    def _opened(self) -> Index:
        if self._index is None:
            raise StoreUnavailable("The index is not open. Start the bot before asking.")
        return self._index

    async def _outcome(self, future: Future[T], unfinished: set[Future[Any]]) -> T:
        loop = asyncio.get_running_loop()
        unfinished.add(future)
        future.add_done_callback(lambda done: loop.call_soon_threadsafe(unfinished.discard, done))
        return await asyncio.wrap_future(future)


def _tell_copied(done: int, of: int) -> None:
    log.info("%d of %d changes taken over from the cluster", done, of)


async def _still_pending(
    waiting: Collection[asyncio.Future[Any]], seconds: float
) -> set[asyncio.Future[Any]]:
    if not waiting:
        return set()
    _, pending = await asyncio.wait(waiting, timeout=seconds)
    return pending
