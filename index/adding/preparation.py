"""Preparing documents in processes with limits: what is in a text takes longer to find than to store, and a stranger wrote it.

A process that ends over a document costs that one alone: those given with it are given again.
"""

import logging
import pickle
from collections import deque
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from index.adding.fault import Fault
from index.adding.finders import Findings
from index.adding.ingestion import PreparedBatch, PreparedDocument
from index.adding.stories.reprints import Pairs
from index.errors import SourceError, SourceTooLarge
from index.model import Document, Excerpt, Sentence, Span
from index.processes.launching import ChildEnded, Ending, Loans
from index.processes.limits import Limits, too_much_memory, too_slow
from index.search.segments import BuiltSegment

T = TypeVar("T")

log = logging.getLogger(__name__)

MOST_AHEAD = 4_000_000
"""Characters of documents that are taken ahead of what is yielded, or one batch where that is longer."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a batch was prepared to be: parts to be written together, and why documents were refused, by their ids."""

    parts: tuple[PreparedBatch, ...] = ()
    refused: Mapping[str, SourceError] = field(default_factory=dict)

    @property
    def documents(self) -> tuple[PreparedDocument, ...]:
        """The documents that can be written, in their order."""
        return tuple(document for part in self.parts for document in part.documents)


class Preparation(Generic[T]):
    """Prepares batches in their order, several at a time; close it when done."""

    def __init__(self, loans: Loans, limits: Limits) -> None:
        """Take processes that run ``index.adding.preparing``, and the limits that they were started with."""
        self._loans = loans
        self._limits = limits
        self._closed = False
        self._executor = ThreadPoolExecutor(loans.pool.count, thread_name_prefix="parley-prepare")

    def run(
        self, batches: Iterable[tuple[T, Sequence[Document]]]
    ) -> Generator[tuple[T, Prepared], None, None]:
        """Yield each batch's label and what its documents were prepared to be, in the order of the batches.

        The first is waited for; then batches are taken ahead of what is yielded, by as many as there are processes. Raises
        Busy when the loans are stopped.
        """
        pending: deque[tuple[T, Future[Prepared], int]] = deque()
        for number, (label, documents) in enumerate(batches):
            size = sum(len(document.text) for document in documents)
            pending.append((label, self._executor.submit(self._prepare, documents), size))
            while pending and (number == 0 or self._is_far_ahead(pending)):
                first, future, _ = pending.popleft()
                yield first, future.result()
        for label, future, _ in pending:
            yield label, future.result()

    def close(self) -> None:
        """Drop what is being prepared."""
        self._closed = True
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._loans.kill()
        self._executor.shutdown()
        self._loans.pool.trim(kept=1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _is_far_ahead(self, pending: Collection[tuple[T, Future[Prepared], int]]) -> bool:
        held = sum(size for _, _, size in pending)
        return len(pending) > self._loans.pool.count or (len(pending) > 1 and held > MOST_AHEAD)

    def _prepare(self, documents: Sequence[Document]) -> Prepared:
        parts: list[PreparedBatch] = []
        refused: dict[str, SourceError] = {}
        waiting = deque([tuple(documents)] if documents else [])
        while waiting:
            given = waiting.popleft()
            replies, segments, ended = self._asked_twice(given)
            if ended is None:
                parts.append(_part(given, replies, segments))
                refused |= {
                    document.id: refusal
                    for document, reply in zip(given, replies, strict=True)
                    if (refusal := _refusal(document, reply)) is not None
                }
            elif len(replies) < len(given):
                guilty = given[len(replies)]
                refused[guilty.id] = self._over_limit(guilty, ended)
                rest = (given[: len(replies)], given[len(replies) + 1 :])
                waiting.extendleft(part for part in reversed(rest) if part)
            elif len(given) == 1:
                refused[given[0].id] = self._over_limit(given[0], ended)
            else:
                waiting.extendleft((document,) for document in reversed(given))
        return Prepared(tuple(parts), refused)

    def _asked_twice(
        self, documents: Sequence[Document]
    ) -> tuple[list[Any], tuple[BuiltSegment, ...], ChildEnded | None]:
        """Ask a process, and another where somebody else ended the first."""
        answer = self._asked(documents)
        ended = answer[2]
        if ended is not None and ended.ending is Ending.BY_ANOTHER and not self._closed:
            return self._asked(documents)
        return answer

    def _asked(
        self, documents: Sequence[Document]
    ) -> tuple[list[Any], tuple[BuiltSegment, ...], ChildEnded | None]:
        replies: list[Any] = []
        try:
            with self._loans.child() as child:
                child.send(pickle.dumps(("prepare", documents)))
                for _ in documents:
                    replies.append(child.receive_pickled())  # noqa: PERF401 - those before the end are kept
                return replies, child.receive_pickled(), None
        except ChildEnded as ended:
            return replies, (), ended

    def _over_limit(self, document: Document, ended: ChildEnded) -> SourceError:
        return over_limit(document, ended, self._limits)


def find_in(
    loans: Loans, limits: Limits, document: Document, sentences: Sequence[Sentence]
) -> tuple[Findings, Collection[Span]]:
    """Return the events and quotations of a document that was split into these sentences, and the sentences of each quotation.

    Raises SourceError where that goes beyond the limits.
    """
    found: tuple[Findings, Collection[Span]] = _asked_of(
        loans, limits, document, ("find", document, sentences)
    )
    return found


def find_topic_in(loans: Loans, limits: Limits, document: Document, topic: str) -> Excerpt | None:
    """Return what ``index.search.topics.find_topic`` does. Raises SourceError where that goes beyond the limits."""
    found: Excerpt | None = _asked_of(loans, limits, document, ("find topic", document, topic))
    return found and replace(found, document=document)


def compare_in(loans: Loans, limits: Limits, pairs: Pairs) -> list[bool]:
    """Return of each pair of documents whether they are one story: none is where telling it goes beyond the limits."""
    try:
        told: list[bool] = _asked_of(loans, limits, pairs[0][0], ("compare", pairs))
    except SourceError as error:
        log.warning("some documents are not compared with other outlets' prints of their story: %s", error)
        return [False] * len(pairs)
    return told


def _asked_of(loans: Loans, limits: Limits, document: Document, request: tuple[object, ...]) -> Any:
    """Ask a process, and another where somebody else ended the first; ``document`` is named where no reply comes.

    Raises SourceError.
    """
    for tries_left in (1, 0):
        try:
            with loans.child() as child:
                reply = child.ask(request)
            break
        except ChildEnded as ended:
            if ended.ending is not Ending.BY_ANOTHER or not tries_left:
                raise over_limit(document, ended, limits) from ended
    refusal = _refusal(document, reply)
    if refusal is not None:
        raise refusal
    return reply


def over_limit(document: Document, ended: ChildEnded, limits: Limits) -> SourceError:
    """Return the refusal of a document over which a process ended."""
    if ended.ending is Ending.PROCESSOR_TIME:
        return too_slow(document.title, limits.seconds_for(len(document.text)), is_text=True)
    if ended.ending is Ending.MEMORY:
        return too_much_memory(document.title, limits.memory, is_text=True)
    return SourceError(
        f"{document.title}: the process that worked on it ended ({ended.code}); add it again, or split it."
    )


def _part(
    given: Sequence[Document], replies: Sequence[Any], segments: tuple[BuiltSegment, ...]
) -> PreparedBatch:
    prepared = tuple(
        replace(reply, document=document)
        for document, reply in zip(given, replies, strict=True)
        if isinstance(reply, PreparedDocument)
    )
    return PreparedBatch(prepared, segments)


def _refusal(document: Document, reply: Any) -> SourceError | None:
    if isinstance(reply, Fault):
        log.error("a document could not be prepared: %s", reply.traceback)
        return SourceError(
            f"{document.title}: what is in it could not be found ({reply.kind}); please report this."
        )
    return reply if isinstance(reply, SourceTooLarge) else None
