"""Searcher: one moment of the index, in which a request is answered from its beginning to its end.

It stands on one read transaction, so that an answer never quotes what was removed while it was being found. What is read twice
in a moment is read once; what holds until the next write is kept for the moments after it.
"""

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

from index.language.tokens import Analyzer
from index.model import Document, Sentence
from index.requests import Filters
from index.search import bm25, vocabulary
from index.search.bm25 import ScoredPassage
from index.search.kept import Kept
from index.search.segments import Segments
from index.storage import documents, sentences
from index.storage.sentences import StoredPassage

T = TypeVar("T")

_Mask = npt.NDArray[np.bool_]


class Searcher:
    """One moment of the index: what is in it, what may be seen of it, and what was found so far. For one thread."""

    def __init__(self, db: Database, segments: Segments, analyzer: Analyzer, kept: Kept) -> None:
        """Take a database in a read transaction, the inverted index of that moment, and what other moments have kept."""
        self.db = db
        self.analyzer = analyzer
        self._segments = segments
        self._kept = kept
        self._documents: dict[int, Document] = {}
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._around: dict[tuple[int, int, int], Mapping[int, Sentence]] = {}

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return self._segments.passages

    def holding(self, term: str) -> int:
        """Return how many passages hold ``term``."""
        postings = self._segments.postings(self.db, term)
        return postings.passages if postings else 0

    def nearest_term(self, term: str) -> str | None:
        """Return the term that was probably meant by one that no passage holds; None when none is near."""
        return vocabulary.nearest_term(self.db, term)

    def search(
        self, weights: Mapping[str, float], limit: int, filters: Filters, hidden: Collection[int] = ()
    ) -> list[ScoredPassage]:
        """Return the ``limit`` passages of highest score, best first, of documents that pass ``filters``.

        ``weights`` gives each term's weight; the documents with the rows ``hidden`` are as if they were not there.
        """
        allowed = self._visible(filters)
        if hidden:
            seen = ~_passages_of(self._segments, hidden)
            allowed = seen if allowed is None else allowed & seen
        return bm25.search(self.db, self._segments, weights, limit, allowed)

    def score(self, weights: Mapping[str, float], numbers: Collection[int]) -> dict[int, float]:
        """Return the scores of those of the passages with these numbers that hold one of the terms, by number."""
        allowed = np.zeros(self._segments.size, dtype=bool)
        allowed[list(numbers)] = True
        hits = bm25.search(self.db, self._segments, weights, len(numbers), allowed)
        return {hit.passage: hit.score for hit in hits}

    def document(self, row: int) -> Document:
        """Return the document with that row."""
        if row not in self._documents:
            self._documents[row] = documents.read_document(self.db, row)
        return self._documents[row]

    def sentences(self, row: int) -> tuple[Sentence, ...]:
        """Return the sentences of the document with that row."""
        if row not in self._sentences:
            self._sentences[row] = sentences.read_sentences(self.db, row)
        return self._sentences[row]

    def read_passages(self, numbers: Collection[int]) -> dict[int, StoredPassage]:
        """Return the passages with those numbers, by number."""
        return sentences.read_passages(self.db, numbers)

    def around(self, document: int, ordinal: int, reach: int) -> Mapping[int, Sentence]:
        """Return, by number, the sentence ``ordinal`` of the document with that row and ``reach`` before and after it."""
        key = document, ordinal, reach
        if key not in self._around:
            self._around[key] = sentences.read_around(self.db, document, ordinal, reach)
        return self._around[key]

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, made once for ``key`` until the next write. It must be read in this moment alone."""
        return self._kept.get((self._segments.generation, key), make)

    def _visible(self, filters: Filters) -> _Mask | None:
        """Return which passages are of documents that pass the filters, by number; None for all of them."""

        def make() -> _Mask | None:
            rows = documents.matching_rows(self.db, filters)
            return None if rows is None else _passages_of(self._segments, rows)

        return self.kept(filters, make)


def _passages_of(segments: Segments, rows: Collection[int]) -> _Mask:
    """Return which passages, by number, are of the documents with those rows."""
    highest = int(segments.documents.max(initial=0))
    chosen = np.zeros(highest + 1, dtype=bool)
    chosen[[row for row in rows if row <= highest]] = True
    mask: _Mask = chosen[segments.documents]
    return mask
