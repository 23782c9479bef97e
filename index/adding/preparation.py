"""Preparing many documents in several processes, because finding what is in a text takes longer than storing it.

Both ends of the pipe are this module (``index.processes.launching``). The processes are started when a second batch comes,
and ended with the last. A process that dies costs time only: its batch is prepared here.
"""

import os
import pickle
import queue
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Generic, Self, TypeVar

from index.adding.ingestion import PreparedBatch, prepare_batch
from index.language.tokens import Analyzer
from index.model import Document
from index.processes.launching import Process, asked, end, start
from index.processes.messages import receive, send

T = TypeVar("T")

_YIELDING = 5
"""How far the processes stand back for others, a bot that answers among them (``nice``)."""


class Preparation(Generic[T]):
    """Prepares batches in their order, at most ``processes`` at a time; close it when done."""

    def __init__(self, analyzer: Analyzer, processes: int | None = None) -> None:
        """Take the number of processes, by default one for each core that this one may use; below 2, none is started."""
        self._analyzer = analyzer
        self._processes = len(os.sched_getaffinity(0)) if processes is None else processes
        self._idle: queue.SimpleQueue[Process | None] = queue.SimpleQueue()
        self._executor: ThreadPoolExecutor | None = None

    def run(self, batches: Iterable[tuple[T, Sequence[Document]]]) -> Iterator[tuple[T, PreparedBatch]]:
        """Yield each batch's label and what its documents were prepared to be, in the order of the batches.

        Batches are taken ahead of what is yielded, by as many as there are processes.
        """
        pending: deque[tuple[T, Future[PreparedBatch]]] = deque()
        for number, (label, documents) in enumerate(batches):
            if number == 0 or self._processes < 2:
                yield label, prepare_batch(documents, self._analyzer)
                continue
            pending.append((label, self._started().submit(self._prepare, documents)))
            if len(pending) > self._processes:
                first, future = pending.popleft()
                yield first, future.result()
        for label, future in pending:
            yield label, future.result()

    def close(self) -> None:
        """End the processes; what they are preparing is dropped."""
        if self._executor is None:
            return
        self._executor.shutdown(cancel_futures=True)
        self._executor = None
        while not self._idle.empty():
            process = self._idle.get()
            if process is not None:
                end(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _started(self) -> ThreadPoolExecutor:
        if self._executor is None:
            self._executor = ThreadPoolExecutor(self._processes, thread_name_prefix="parley-prepare")
            for _ in range(self._processes):
                self._idle.put(None)
        return self._executor

    def _prepare(self, documents: Sequence[Document]) -> PreparedBatch:
        if not documents:
            return prepare_batch(documents, self._analyzer)
        process = self._idle.get() or start("index.adding.preparation")
        reply = asked(process, list(documents))
        if reply is None:
            end(process)
            self._idle.put(None)
            return prepare_batch(documents, self._analyzer)
        self._idle.put(process)
        prepared: PreparedBatch = pickle.loads(reply)  # noqa: S301 - written by this module, in a process of ours
        return prepared


def main() -> None:
    """Prepare batches from standard input until it ends."""
    os.nice(_YIELDING)
    analyzer = Analyzer()
    while request := receive(sys.stdin.buffer):
        documents = pickle.loads(request)  # noqa: S301 - written by this module, in the process that started this one
        send(sys.stdout.buffer, pickle.dumps(prepare_batch(documents, analyzer)))


if __name__ == "__main__":
    main()
