"""Inquiry: the documents of a database, to be asked and not added to. What adds takes longer to load than an answer to find.

So does what lists events and quotations and compares documents: it is loaded where it is asked for.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from index.answering.asking import Asker
from index.answering.ranking.reading import WINDOWS
from index.answering.shown import reprints, surroundings
from index.answering.thresholds import Thresholds
from index.language.known import known_analyzer
from index.language.tokens import Analyzer
from index.model import (
    SHARED,
    Answer,
    Comparison,
    Document,
    Event,
    Excerpt,
    Explanation,
    Quotation,
    Speaker,
)
from index.requests import POINTS, AskRequest, CompareRequest, Filters, Period, QuotesRequest, TimelineRequest
from index.search.engine import Engine
from index.search.engines import Progress, open_store
from index.search.kept import Kept
from index.search.opensearch.address import Cluster
from index.search.searcher import Searcher
from index.search.segment_engine import SegmentEngine
from index.storage.shelf import Shelf
from index.storage.store import Store


class Inquiry(Shelf):
    """The documents of one database file, to be asked. Safe to use from several threads; close it when done."""

    def __init__(
        self,
        store: Store,
        analyzer: Analyzer,
        reader: bool = True,
        engine: Callable[[Store], Engine] = SegmentEngine,
        thresholds: Thresholds | None = None,
    ) -> None:
        Shelf.__init__(self, store)
        self._engine = engine(store)
        self._analyzer = analyzer
        self.asker = Asker.read(analyzer, reader, thresholds)
        self._kept = Kept()

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        reader: bool = True,
        thresholds: Thresholds | None = None,
        cluster: Cluster | None = None,
        progress: Progress | None = None,
    ) -> Self:
        """Open the database at ``path``; ``reader`` says whether answers are read for, where what it runs on is installed.

        ``thresholds`` tell how sure an answer must be, where it is not as sure as Parley's own; ``cluster`` and ``progress`` are
        those of ``Index.open``.

        Raises StoreUnavailable, where there is none too, or StoreCorrupt, with what to do.
        """
        store, engine = open_store(path, cluster, create=False, progress=progress)
        return cls(store, known_analyzer(), reader, engine, thresholds)

    def close(self) -> None:
        """Close the database. Calling it again does nothing."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def searching(self) -> Iterator[Searcher]:
        """Give one moment of the index, in which whatever is asked is read; inside another of the same thread, the same."""
        with self._store.reading() as db, self._engine.moment() as moment:
            yield Searcher(db, moment, self._analyzer, self._kept)

    def ask(
        self,
        question: str,
        *,
        previous: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
        publisher: str | None = None,
        collections: Sequence[str] = (SHARED,),
        limit: int = 3,
        points: int = POINTS,
    ) -> Answer:
        """Answer ``question`` with at most ``limit`` excerpts, or abstain.

        A question for a list, who took part, demands, terms, a summary, a comparison or reasons is answered by at most ``points``
        excerpts together, where two are found.
        ``previous`` are the questions before it, in the order they were asked: one that leans on them ("and by when?") is
        asked together with what they name, and one that stands by itself is not changed.
        ``since`` and ``until`` bound the publication date, both days included. Raises QueryError for an empty or overlong
        question, a period that ends before it begins, or a publisher that no document has.
        """
        filters = Filters(Period(since, until), publisher, tuple(collections))
        return self.answer(AskRequest(question, filters, limit, tuple(previous), points))

    def answer(self, request: AskRequest, windows: int = WINDOWS) -> Answer:
        """Answer a question; the reader looks at ``windows`` places at most. Raises like ``ask``."""
        with self.searching() as searcher:
            return self.asker.reading(windows).answer(searcher, request)

    def explain(self, request: AskRequest, windows: int = WINDOWS) -> Explanation:
        """Return the answer to a question with how the question was read and what was looked at. Raises like ``ask``."""
        with self.searching() as searcher:
            return self.asker.reading(windows).explain(searcher, request)

    def timeline(
        self,
        topic: str | None = None,
        *,
        since: date | None = None,
        until: date | None = None,
        actor: str | None = None,
        publisher: str | None = None,
        collections: Sequence[str] = (SHARED,),
        limit: int | None = None,
    ) -> tuple[Event, ...]:
        """Return the events about ``topic``, dated ones in the order of their days, then those without a day.

        ``since`` and ``until`` bound the days of the events, both included; ``actor`` is a name that the event's sentence must
        have. With more events than ``limit``, the dates that most documents speak of are kept. Raises QueryError, with what to
        do, when nothing fits or something asked for is not known.
        """
        filters = Filters(publisher=publisher, collections=tuple(collections))
        return self.events(TimelineRequest(topic, Period(since, until), actor, filters, limit))

    def events(self, request: TimelineRequest) -> tuple[Event, ...]:
        """Return the events of a timeline. Raises like ``timeline``."""
        from index.timeline.selection import select_events

        with self.searching() as searcher:
            return select_events(searcher, request)

    def quotes(
        self,
        speaker: str | None = None,
        *,
        about: str | None = None,
        since: date | None = None,
        until: date | None = None,
        publisher: str | None = None,
        collections: Sequence[str] = (SHARED,),
        limit: int | None = None,
    ) -> tuple[Quotation, ...]:
        """Return what ``speaker`` said, or anybody: best first with ``about``, else what was said last first.

        ``since`` and ``until`` bound the days of saying, both included. The same words in several documents are one entry with
        several citations. Raises QueryError, with what to do, when nothing fits or something asked for is not known.
        """
        filters = Filters(publisher=publisher, collections=tuple(collections))
        speakers = (speaker,) if speaker else ()
        return self.quotations(QuotesRequest(speakers, about, Period(since, until), filters, limit=limit))

    def quotations(self, request: QuotesRequest) -> tuple[Quotation, ...]:
        """Return quotations. Raises like ``quotes``."""
        from index.quotations.selection import select_quotations

        with self.searching() as searcher:
            return select_quotations(searcher, self.asker.ranker.related.of, request)

    def trace(
        self, text: str, *, collections: Sequence[str] = (SHARED,), limit: int = 3
    ) -> tuple[Excerpt, ...]:
        """Return the excerpts that hold the words of ``text``, a message of any length: its quotations, else its sentences.

        Each has the words found as its highlight. Words that no document has any more are shown as one had them, and the citation
        says until when. Empty when no document has five of its words in a row.
        """
        from index.quotations import tracing

        with self.searching() as searcher:
            return tracing.trace(searcher, text, Filters(collections=tuple(collections)), limit)

    def speakers(self, collections: Sequence[str] = (SHARED,)) -> tuple[Speaker, ...]:
        """Return whom the documents of ``collections`` quote by name, most quoted first."""
        from index.quotations.speakers import speakers_within

        with self.searching() as searcher:
            return tuple(group.speaker for group in speakers_within(searcher, tuple(collections)))

    def surroundings(
        self,
        document_id: str,
        start: int,
        end: int,
        *,
        collections: Sequence[str] | None = None,
        seen_at: datetime | None = None,
    ) -> Excerpt | None:
        """Return the paragraph or paragraphs that ``start`` to ``end`` stand in, with the one before and the one after.

        The span itself is the excerpt's one highlight. What was ``seen_at`` a moment, given with its time zone, is shown as it
        stood then, and its citation says until when. None when the document is gone or has changed under the span.
        """
        with self.searching() as searcher:
            return surroundings.surroundings(searcher, document_id, start, end, collections, seen_at)

    def compare(
        self, before: str, after: str | None = None, *, collections: Sequence[str] = (SHARED,)
    ) -> Comparison:
        """Compare two documents of ``collections`` clause by clause, each named by its id or by words of its title.

        Without ``after``, the document is compared with its own earlier version. Raises QueryError, with what to do, where a
        name fits none or several, or where there is no earlier version.
        """
        return self.comparison(CompareRequest(before, after, Filters(collections=tuple(collections))))

    def comparison(self, request: CompareRequest) -> Comparison:
        """Compare two documents. Raises like ``compare``."""
        from index.comparing import comparison

        with self._store.reading() as db:
            first = comparison.named(db, request.before, request.filters, self._analyzer)
            if request.after is None:
                first, second = comparison.former(db, first), first
            else:
                second = comparison.named(db, request.after, request.filters, self._analyzer)
        return comparison.compare(first, second)

    def actors(self, collections: Sequence[str] = (SHARED,)) -> tuple[str, ...]:
        """Return the names in the events of ``collections``, those in most documents first."""
        from index.timeline.storage import list_actors

        with self._store.reading() as db:
            return tuple(list_actors(db, collections))

    def reprints(self, document_id: str, collections: Sequence[str] = (SHARED,)) -> tuple[Document, ...]:
        """Return the documents of ``collections`` in which other publishers print the same story, earliest first."""
        with self._store.reading() as db:
            return reprints.reprints(db, document_id, collections)
