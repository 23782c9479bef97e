"""Index: the one door to the documents. Open it, add to it, ask it."""

from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from functools import lru_cache, partial
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

from index import readers
from index.adding import batches as adding
from index.adding import finders, ingestion, reprints
from index.adding.batches import Progress
from index.adding.isolation import ReadingProcess
from index.adding.preparation import find_in
from index.adding.workers import workers
from index.answering import answers, retrieval
from index.answering import said as asking
from index.answering.weights import Weights
from index.citations import cite
from index.errors import (
    BrokenInstallation,
    ParleyError,
    QueryError,
    SourceError,
    StoreBusy,
    StoreUnavailable,
)
from index.keeping import integrity
from index.keeping.backup import back_up, restore
from index.language.english.opposites import Opposites
from index.language.english.questions import RelatedWords
from index.language.sentences import paragraphs, sentences
from index.language.tokens import Analyzer
from index.model import (
    SHARED,
    AddReport,
    Answer,
    Document,
    Event,
    Excerpt,
    Quotation,
    Sentence,
    SourceOutcome,
    Speaker,
    Stats,
)
from index.processes.launching import Loans
from index.processes.limits import Limits
from index.quotations import selection as quoting
from index.quotations import tracing
from index.quotations.speakers import SpeakerGroup, SpeakerKeys, group_speakers, known_speakers
from index.quotations.storage import Period as DaysOfSaying
from index.quotations.storage import count_speakers
from index.readers.encoding import escaped
from index.search import segments
from index.storage import descriptions, documents, history
from index.storage.documents import Filters, Usage
from index.storage.history import FormerVersion
from index.storage.store import Store
from index.timeline.selection import Request, select_events
from index.timeline.storage import Period, list_actors, read_dates
from index.web.feeds import Feeds

LONGEST_QUESTION = 2_000
"""Characters of a question; more is refused."""


class Index:
    """The documents of one database file. Safe to use from several threads; close it when done."""

    def __init__(self, store: Store, analyzer: Analyzer, limits: Limits | None = None) -> None:
        self._store = store
        self._workers = workers(limits or Limits())
        self._preparing = Loans(self._workers.preparing)
        self._analyzer = analyzer
        self._weights = Weights.read()
        self._ranker = retrieval.Ranker(
            analyzer, RelatedWords.read(analyzer), Opposites.read(analyzer), self._weights.ranking
        )
        self._segments: segments.Segments | None = None
        self._masks = lru_cache(maxsize=32)(self._mask)
        self._speakers = lru_cache(maxsize=32)(self._count_speakers)
        self._name_terms = lru_cache(maxsize=65_536)(lambda name: frozenset(analyzer.terms(name)))
        self.reading_process = ReadingProcess(self._workers.limits, self._workers.reading)
        self.feeds = Feeds(store)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True, limits: Limits | None = None) -> Self:
        """Open the database at ``path``, made when it is not there and ``create`` is true.

        ``limits`` are those of the processes in which documents are read and prepared. Raises StoreUnavailable or
        StoreCorrupt, with what to do.
        """
        return cls(Store(path, create=create), Analyzer(), limits)

    def stop_adding(self) -> None:
        """Add nothing more: what is being read or prepared is stopped, and whoever waits for it gets Busy. What is being
        written is written."""
        self.reading_process.stop()
        self._preparing.stop()

    def close(self) -> None:
        """Close the database. Calling it again does nothing."""
        self.stop_adding()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self, sources: Iterable[Path | str], *, collection: str = SHARED, progress: Progress | None = None
    ) -> AddReport:
        """Add the files, and every file with a reader in the folders, at ``sources``.

        A document that is already there with the same content is left alone; one that changed is replaced. What cannot be
        read within the limits is refused with the reason, and the rest is added. ``progress`` is called with each outcome once
        it is stored.
        """
        with closing(self._read(sources, collection)) as found:
            return self.add_documents(found, progress=progress)

    def add_documents(
        self, found: Iterable[Document | SourceOutcome], *, progress: Progress | None = None
    ) -> AddReport:
        """Add documents that were read elsewhere; outcomes among them (refusals) are passed through to the report."""
        return adding.add_documents(self._store, self._preparing, self._workers.limits, found, progress)

    def remove(self, document_id: str) -> bool:
        """Remove the document with that id; return whether it was there. Raises like ``remove_documents``."""
        return bool(self.remove_documents([document_id]))

    def remove_documents(self, document_ids: Iterable[str]) -> tuple[str, ...]:
        """Remove the documents with those ids and their former versions; return the ids of those that were there.

        No word of them is left in the file. Raises StoreUnavailable or StoreBusy when that could not be ensured; they are
        removed then, and their words go at the next removal or ``optimise``.
        """
        with self._store.reading() as db:
            wanted = [
                identity for identity in document_ids if ingestion.stored_digest(db, identity) is not None
            ]
        if not wanted:
            return ()
        removed = []
        try:
            with self._store.deleting() as db:
                for identity in wanted:
                    history.forget(db, identity)
                    descriptions.forget(db, identity)
                    if ingestion.remove(db, identity):
                        removed.append(identity)
                segments.drop_removed(db)
        except (StoreUnavailable, StoreBusy) as error:
            if not removed or any(self.document(identity) for identity in removed):
                raise
            raise type(error)(
                f"What was to be removed is, but its words may still be in the file: {error}"
            ) from error
        return tuple(removed)

    def describe(
        self,
        document_id: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        published: date | None = None,
    ) -> Document | None:
        """Say what a document's title, publisher, address or date is, from now on whatever a reader finds; None says nothing.

        Returns the document as it is then; None when there is none with that id.
        """
        document = self.document(document_id)
        if document is None:
            return None
        with self._store.writing() as db:
            descriptions.describe(
                db, document_id, title=title, publisher=publisher, url=url, published=published
            )
        (outcome,) = self.add_documents([document])
        if outcome.outcome == "refused":
            raise SourceError(outcome.reason)
        return self.document(document_id)

    def former_versions(self, document_id: str) -> tuple[FormerVersion, ...]:
        """Return what a document was before it was replaced, newest first."""
        with self._reading() as (db, _):
            return history.former_versions(db, document_id)

    def reprints(self, document_id: str, collections: Sequence[str] = (SHARED,)) -> tuple[Document, ...]:
        """Return the documents of ``collections`` in which other publishers print the same story, earliest first."""
        with self._reading() as (db, _):
            return reprints.reprints(db, document_id, collections)

    def ask(
        self,
        question: str,
        *,
        since: date | None = None,
        until: date | None = None,
        publisher: str | None = None,
        collections: Sequence[str] = (SHARED,),
        limit: int = 3,
    ) -> Answer:
        """Answer ``question`` with at most ``limit`` excerpts, or abstain.

        ``since`` and ``until`` bound the publication date, both days included. Raises QueryError for an empty or overlong
        question, a period that ends before it begins, or a publisher that no document has.
        """
        filters = Filters(since, until, publisher, tuple(collections))
        found = self._answer(question, filters, limit)[1]
        return self._with_quotations(found, filters, limit)

    def examine(
        self, question: str, *, collections: Sequence[str] = (SHARED,), limit: int = 3
    ) -> tuple[retrieval.Ranking, Answer]:
        """Return the ranking that an answer rests on, and the answer: what an evaluation looks at. Raises like ``ask``."""
        return self._answer(question, Filters(collections=tuple(collections)), limit)

    def rank(
        self, question: str, *, without: Collection[str] = (), collections: Sequence[str] = (SHARED,)
    ) -> retrieval.Ranking:
        """Return every candidate sentence for ``question``, best first, as if the documents with the ids ``without`` were not
        there to be found: what an evaluation looks at. Raises QueryError like ``ask``.
        """
        with self._ranking(question, Filters(collections=tuple(collections)), without) as (_, ranking):
            return ranking

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
        request = Request(topic, Period(since, until), actor, limit)
        with self._reading() as (db, current):
            self._check_publisher(db, filters)
            return select_events(
                db,
                current,
                self._analyzer,
                request,
                filters,
                self._masks(current.generation, filters),
                lru_cache(maxsize=None)(lambda row: documents.read_document(db, row)),
                self._name_terms,
            )

    def actors(self, collections: Sequence[str] = (SHARED,)) -> tuple[str, ...]:
        """Return the names in the events of ``collections``, those in most documents first."""
        with self._reading() as (db, _):
            return tuple(list_actors(db, collections))

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
        request = quoting.Request(speaker, about, DaysOfSaying(since, until), limit)
        with self._reading() as (db, current):
            self._check_publisher(db, filters)
            return quoting.select_quotations(
                db,
                current,
                self._analyzer,
                self._ranker.related.of,
                self._speakers(current.generation, filters.collections),
                request,
                filters,
                lru_cache(maxsize=None)(lambda row: documents.read_document(db, row)),
            )

    def trace(
        self, text: str, *, collections: Sequence[str] = (SHARED,), limit: int = 3
    ) -> tuple[Excerpt, ...]:
        """Return the excerpts that hold the words of ``text``, a message of any length: its quotations, else its sentences.

        Each has the words found as its highlight. Empty when no document has five of its words in a row.
        """
        filters = Filters(collections=tuple(collections))
        with self._reading() as (db, current):
            return tracing.trace(
                db,
                current,
                self._analyzer,
                text,
                self._masks(current.generation, filters),
                lru_cache(maxsize=None)(lambda row: documents.read_document(db, row)),
                lru_cache(maxsize=None)(lambda row: _spans(db, row)),
                limit,
            )

    def speakers(self, collections: Sequence[str] = (SHARED,)) -> tuple[Speaker, ...]:
        """Return whom the documents of ``collections`` quote by name, most quoted first."""
        with self._reading() as (_, current):
            return tuple(group.speaker for group in self._speakers(current.generation, tuple(collections)))

    def documents(
        self, collections: Sequence[str] = (SHARED,), *, limit: int | None = None, offset: int = 0
    ) -> tuple[Document, ...]:
        """Return the documents of ``collections``, newest first, those without a date last."""
        with self._reading() as (db, _):
            return documents.list_documents(db, Filters(collections=tuple(collections)), limit, offset)

    def document(self, document_id: str, collections: Sequence[str] | None = None) -> Document | None:
        """Return the document with that id; None when there is none, or not in one of ``collections``."""
        with self._reading() as (db, _):
            found = documents.find_document(db, document_id, collections)
            return found[1] if found else None

    def publishers(self, collections: Sequence[str] = (SHARED,)) -> tuple[str, ...]:
        """Return the publishers of the documents, those with most documents first."""
        with self._reading() as (db, _):
            return documents.list_publishers(db, collections)

    def surroundings(
        self, document_id: str, start: int, end: int, *, collections: Sequence[str] | None = None
    ) -> Excerpt | None:
        """Return the paragraph or paragraphs that ``start`` to ``end`` stand in, with the one before and the one after.

        The span itself is the excerpt's one highlight. None when the document is gone or has changed under the span.
        """
        with self._reading() as (db, _):
            found = documents.find_document(db, document_id, collections)
            if found is None or not 0 <= start < end <= len(found[1].text):
                return None
            row, document = found
            spans = paragraphs(document.text)
            touched = [n for n, (first, last) in enumerate(spans) if first < end and last > start]
            if not touched:
                return None
            first, last = spans[max(0, touched[0] - 1)][0], spans[min(len(spans) - 1, touched[-1] + 1)][1]
            return Excerpt(
                document, first, last, ((start, end),), cite(document, start, end, _spans(db, row))
            )

    def stats(self, collections: Sequence[str] = (SHARED,)) -> Stats:
        """Return how much the index holds in ``collections``."""
        condition, values = Filters(collections=tuple(collections)).condition()
        with self._reading() as (db, _):
            count, oldest, newest = db.execute(
                f"SELECT count(*), min(published), max(published) FROM documents WHERE {condition}", values
            ).fetchone()
            held = db.execute(
                f"SELECT count(*) FROM passages JOIN documents ON documents.row = passages.document WHERE {condition}",
                values,
            ).fetchone()[0]
            events = db.execute(
                f"SELECT count(*) FROM events JOIN documents ON documents.row = events.document WHERE {condition}",
                values,
            ).fetchone()[0]
            quotations = db.execute(
                f"SELECT count(*) FROM quotations JOIN documents ON documents.row = quotations.document WHERE {condition}",
                values,
            ).fetchone()[0]
        return Stats(count, held, events, quotations, _date(oldest), _date(newest))

    def count(self, filters: Filters) -> int:
        """Return how many documents pass ``filters``."""
        condition, values = filters.condition()
        with self._reading() as (db, _):
            found = db.execute(f"SELECT count(*) FROM documents WHERE {condition}", values).fetchone()
        return int(found[0])

    def usage(self, collection: str, since: datetime) -> Usage:
        """Return how much ``collection`` holds, and how much of it was written at ``since``, in UTC, or later."""
        with self._reading() as (db, _):
            return documents.usage(db, collection, since)

    def collections(self) -> tuple[str, ...]:
        """Return the names of the collections that have a document or a feed."""
        with self._store.reading() as db:
            return documents.list_collections(db)

    def added_after(self, mark: int | None) -> tuple[int, tuple[str, ...]]:
        """Return the mark of this moment, and the ids of the documents added since that of an earlier one; None is none."""
        with self._store.reading() as db:
            return documents.added_after(db, mark)

    def optimise(self) -> None:
        """Merge the inverted index into few segments: smaller and quicker to search; answers stay the same.

        Each merge is a transaction of its own, so that others can read and write between them.
        """
        with self._store.reading() as db:
            groups = segments.plan_merges(db)
        for group in groups:
            with self._store.writing() as db:
                segments.merge(db, group)
        self._store.overwrite_deleted()

    def count_older(self) -> int:
        """Return how many documents, in all collections, earlier finders of dates, names and quotations read."""
        with self._store.reading() as db:
            return finders.count_older(db)

    def find_anew(
        self, *, progress: finders.Progress | None = None, refused: finders.Refused | None = None
    ) -> tuple[Document, ...]:
        """Find events and quotations anew in the documents that earlier finders read; return these documents.

        They are found in the stored text and written a few documents at a time: what is stopped goes on where it was.
        ``progress`` is called with each document once it is stored; ``refused`` with each that goes beyond the limits, of which
        what was found before stays.
        """
        with self._store.reading() as db:
            rows = finders.rows_of_older(db)
        find = partial(find_in, self._preparing, self._workers.limits)
        return tuple(finders.find_anew(self._store, find, rows, progress, refused))

    def totals(self) -> tuple[int, int]:
        """Return how many documents and how many passages there are, in all collections together."""
        with self._store.reading() as db:
            return db.table("documents").count, db.table("passages").count

    def check(self, progress: integrity.Progress | None = None) -> list[str]:
        """Read the whole database; return what is wrong with it, each in one line, and an empty list when it is whole."""
        return integrity.problems(self._store.reading, progress)

    def backup(
        self, path: Path | str, progress: integrity.Progress | None = None, *, force: bool = False
    ) -> None:
        """Write a verified copy of the database to ``path``, while it is in use.

        An empty file or a Parley database that is there is replaced once the copy is whole, any other file with ``force``
        alone. Raises StoreUnavailable when ``path`` cannot be written or is not replaced, StoreCorrupt when the database is
        damaged.
        """
        back_up(self._store, Path(path), progress, force=force)

    @staticmethod
    def restore(
        backup: Path | str, path: Path | str, progress: integrity.Progress | None = None
    ) -> Path | None:
        """Make the database at ``path`` what ``backup`` is, once that has been verified; it may be in use.

        A damaged file at ``path`` is kept beside it, and returned. Raises StoreUnavailable or StoreCorrupt, with what to do.
        """
        return restore(Path(backup), Path(path), progress)

    @contextmanager
    def _reading(self) -> Iterator[tuple[Database, segments.Segments]]:
        with self._store.reading() as db:
            current = self._segments
            if current is None or current.generation != segments.generation(db):
                current = segments.Segments(db, current)
                self._segments = current
            yield db, current

    def _answer(self, question: str, filters: Filters, limit: int) -> tuple[retrieval.Ranking, Answer]:
        with self._ranking(question, filters) as (db, ranking):
            found = answers.answer(
                ranking,
                self._ranker,
                self._weights,
                lru_cache(maxsize=None)(lambda row, ordinal: retrieval.read_around(db, row, ordinal)),
                lambda row, span: read_dates(db, row, span),
                limit=reprints.room(db, limit),
                as_of=documents.newest_date(db, filters),
            )
            return ranking, reprints.without_reprints(db, found, filters.collections, limit)

    @contextmanager
    def _ranking(
        self, question: str, filters: Filters, without: Collection[str] = ()
    ) -> Iterator[tuple[Database, retrieval.Ranking]]:
        text = _checked_question(question)
        with self._reading() as (db, current):
            self._check_publisher(db, filters)
            allowed = self._masks(current.generation, filters)
            if without:
                rows = [
                    found[0] for id_ in without if (found := documents.find_document(db, id_)) is not None
                ]
                hidden = retrieval.allowed_passages(current, rows)
                allowed = ~hidden if allowed is None else allowed & ~hidden
            yield db, self._ranker.rank(db, current, text, allowed)

    def _read(
        self, sources: Iterable[Path | str], collection: str
    ) -> Generator[Document | SourceOutcome, None, None]:
        for source in sources:
            try:
                for path in readers.find_files(Path(source)):
                    for item in readers.read_file(path, collection, self.reading_process.read):
                        yield item if isinstance(item, Document) else _refusal(str(path), item)
            except BrokenInstallation:
                raise
            except ParleyError as error:
                yield _refusal(str(source), error)

    def _check_publisher(self, db: Database, filters: Filters) -> None:
        if filters.publisher is None:
            return
        known = documents.list_publishers(db, filters.collections)
        if filters.publisher.casefold() not in {name.casefold() for name in known}:
            offered = ", ".join(known[:5]) or "none yet"
            raise QueryError(f"No document is by {filters.publisher[:60]!r}; the sources are: {offered}.")

    def _with_quotations(self, answer: Answer, filters: Filters, limit: int) -> Answer:
        """Put what somebody said first, where the question asks for it."""
        asked = asking.asked_of(answer.question)
        if asked is None or not self._is_quoted(asked[0], filters.collections):
            return answer
        try:
            quoted = self.quotes(
                asked[0],
                about=asked[1],
                publisher=filters.publisher,
                collections=filters.collections,
                limit=2 * limit,
            )
        except QueryError:
            return answer
        within = [item for item in quoted if filters.admit(item.document)]
        return asking.with_quotations(answer, within, lambda document: sentences(document.text), limit=limit)

    def _is_quoted(self, speaker: str, collections: tuple[str, ...]) -> bool:
        with self._reading() as (_, current):
            groups = self._speakers(current.generation, collections)
        return bool(known_speakers(groups, SpeakerKeys(self._analyzer), speaker))

    def _count_speakers(self, _generation: int, collections: tuple[str, ...]) -> tuple[SpeakerGroup, ...]:
        with self._reading() as (db, _):
            return group_speakers(count_speakers(db, collections))

    def _mask(self, _generation: int, filters: Filters) -> npt.NDArray[np.bool_] | None:
        with self._reading() as (db, current):
            rows = documents.matching_rows(db, filters)
            return None if rows is None else retrieval.allowed_passages(current, rows)


def _checked_question(question: str) -> str:
    text = " ".join(question.split())
    if not text:
        raise QueryError("The question is empty; ask something, such as: Who met in Moscow?")
    if len(text) > LONGEST_QUESTION:
        raise QueryError(f"The question has {len(text):,} characters; ask in at most {LONGEST_QUESTION:,}.")
    return text.encode("utf-8", "replace").decode("utf-8")


def _refusal(source: str, error: Exception) -> SourceOutcome:
    return SourceOutcome(escaped(source), "refused", reason=escaped(str(error)))


def _spans(db: Database, row: int) -> tuple[Sentence, ...]:
    rows = db.execute(
        "SELECT start, end, paragraph FROM sentences WHERE document = ? ORDER BY ordinal", [row]
    )
    return tuple(Sentence(*found) for found in rows)


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
