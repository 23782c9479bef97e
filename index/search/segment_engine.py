"""The engine in the database: passages in tables, their postings in segments, found by BM25."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain

import numpy as np
import numpy.typing as npt

from index.requests import Filters
from index.search import bm25, merging, segments, vocabulary
from index.search.engine import DocumentPassages, ScoredPassage
from index.search.kept import Kept
from index.search.merging import QUICK_MERGE
from index.search.segments import SEGMENT_SPAN, BuiltSegment, SegmentBuilder, Segments
from index.storage import sentences
from index.storage.database import Database
from index.storage.documents import matching_rows
from index.storage.sentences import StoredPassage
from index.storage.store import Store

_Mask = npt.NDArray[np.bool_]


class SegmentEngine:
    """The passages of a store. Safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._segments: Segments | None = None
        self._masks = Kept()

    def write(
        self,
        added: Mapping[int, DocumentPassages],
        removed: Collection[int] = (),
        *,
        built: Sequence[BuiltSegment] | None = None,
        many: bool = False,
    ) -> int:
        """Remove and add the postings of passages in one transaction, or in the one that this thread is in; return the number of
        the first one added.

        ``built`` are the postings of what is added, where they were built before (``build``). Of ``many`` writes, each merges
        as much as a segment may hold.
        """
        with self._store.writing() as db:
            for row in removed:
                segments.remove_passages(db, row)
            if not added:
                return 0
            parts = build(list(added.values())) if built is None else built
            firsts = [segments.append(db, part.with_documents(list(added))) for part in parts]
            merging.merge_newest(db, SEGMENT_SPAN if many else QUICK_MERGE)
            return firsts[0] if firsts else 0

    def settle(self) -> None:
        """Merge the newest segments into one, in one transaction."""
        with self._store.writing() as db:
            merging.merge_tail(db)

    def drop_removed(self) -> None:
        """Write anew the segments that hold removed passages, in one transaction, or in the one that this thread is in."""
        with self._store.writing() as db:
            merging.drop_removed(db)

    @contextmanager
    def moment(self) -> Iterator["SegmentMoment"]:
        """Give one moment; inside a read of the same thread, that of the read."""
        with self._store.reading() as db:
            current = self._segments
            if current is None or current.generation != segments.generation(db):
                current = Segments(db, current)
                self._segments = current
            yield SegmentMoment(db, current, self._masks)

    def optimise(self) -> None:
        """Merge the segments into few. Each merge is a transaction of its own, so that others can read and write between."""
        with self._store.reading() as db:
            groups = merging.plan_merges(db)
        for group in groups:
            with self._store.writing() as db:
                merging.merge(db, group)


class SegmentMoment:
    """One moment of a ``SegmentEngine``, for one thread."""

    def __init__(self, db: Database, current: Segments, masks: Kept) -> None:
        """Take a database in a read transaction, its segments, and which passages may be seen, as other moments found."""
        self._db = db
        self._segments = current
        self._masks = masks

    @property
    def generation(self) -> int:
        """A number that every write changes."""
        return self._segments.generation

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return self._segments.passages

    def expect(self, terms: Collection[str]) -> None:
        """Do nothing: each is near."""

    def holding(self, term: str) -> int:
        """Return how many passages hold ``term``."""
        postings = self._segments.postings(self._db, term)
        return postings.passages if postings else 0

    def nearest_term(self, term: str) -> str | None:
        """Return the term that was probably meant by one that no passage holds; None when none is near."""
        return vocabulary.nearest_term(self._db, term)

    def search(
        self, weights: Mapping[str, float], limit: int, filters: Filters, hidden: Collection[int] = ()
    ) -> list[ScoredPassage]:
        """Return the ``limit`` passages of highest score, best first, of documents that pass ``filters``, those with the rows
        ``hidden`` aside."""
        allowed = self._masks.get((self.generation, filters), lambda: self._visible(filters))
        if hidden:
            seen = ~self._passages_of(hidden)
            allowed = seen if allowed is None else allowed & seen
        return bm25.search(self._db, self._segments, weights, limit, allowed)

    def score(self, weights: Mapping[str, float], numbers: Collection[int]) -> dict[int, float]:
        """Return the scores of those of the passages with these numbers that hold one of the terms, by number."""
        allowed = np.zeros(self._segments.size, dtype=bool)
        allowed[list(numbers)] = True
        hits = bm25.search(self._db, self._segments, weights, len(numbers), allowed)
        return {hit.passage: hit.score for hit in hits}

    def read_passages(self, numbers: Collection[int]) -> dict[int, StoredPassage]:
        """Return the passages with those numbers, by number; one that is gone is left out."""
        return sentences.read_passages(self._db, numbers)

    def _visible(self, filters: Filters) -> _Mask | None:
        """Return which passages are of documents that pass the filters, by number; None for all of them."""
        rows = matching_rows(self._db, filters)
        return None if rows is None else self._passages_of(rows)

    def _passages_of(self, rows: Collection[int]) -> _Mask:
        """Return which passages, by number, are of the documents with those rows."""
        owners = self._segments.documents
        highest = int(owners.max(initial=0))
        chosen = np.zeros(highest + 1, dtype=bool)
        chosen[[row for row in rows if row <= highest]] = True
        mask: _Mask = chosen[owners]
        return mask


def build(added: Sequence[DocumentPassages]) -> tuple[BuiltSegment, ...]:
    """Return the postings of the passages, whose documents are named by place, from 1. Touches no database."""
    builder = SegmentBuilder()
    for name, item in enumerate(added, 1):
        add_passages_of(builder, name, item)
    return builder.build()


def add_passages_of(builder: SegmentBuilder, name: int, item: DocumentPassages) -> None:
    """Add the passages of a document, which is named ``name``, to those that a segment is built of."""
    terms = [held.split() for held in item.terms]
    for first, last in item.passages:
        builder.add(name, chain.from_iterable(terms[first : last + 1]), item.title_terms)
