"""Searcher: one moment of the index, in which a request is answered from its beginning to its end.

It stands on one read transaction, so that an answer never quotes what was removed while it was being found. What is read twice
in a moment is read once; what holds until the next write is kept for the moments after it.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import TypeVar

from index.language.abbreviations import OtherForms, other_forms
from index.language.tokens import Analyzer
from index.model import Document, Sentence
from index.requests import Filters
from index.search.engine import Moment, ScoredPassage
from index.search.kept import Kept
from index.storage import documents, sentences
from index.storage.abbreviations import read_abbreviations
from index.storage.database import Database
from index.storage.sentences import StoredPassage

T = TypeVar("T")


class Searcher:
    """One moment of the index: what is in it, what may be seen of it, and what was found so far. For one thread."""

    def __init__(self, db: Database, moment: Moment, analyzer: Analyzer, kept: Kept) -> None:
        """Take a database in a read transaction, the engine's moment, and what other moments have kept."""
        self.db = db
        self.analyzer = analyzer
        self._moment = moment
        self._kept = kept
        self._documents: dict[int, Document] = {}
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._around: dict[tuple[int, int, int], Mapping[int, Sentence]] = {}

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return self._moment.passages

    def expect(self, terms: Collection[str]) -> None:
        """Take notice that these terms are going to be asked for one by one."""
        self._moment.expect(terms)

    def holding(self, term: str) -> int:
        """Return how many passages hold ``term``."""
        return self._moment.holding(term)

    def nearest_term(self, term: str) -> str | None:
        """Return the term that was probably meant by one that no passage holds; None when none is near."""
        return self._moment.nearest_term(term)

    def search(
        self, weights: Mapping[str, float], limit: int, filters: Filters, hidden: Collection[int] = ()
    ) -> list[ScoredPassage]:
        """Return the ``limit`` passages of highest score, best first, of documents that pass ``filters``.

        ``weights`` gives each term's weight; the documents with the rows ``hidden`` are as if they were not there.
        """
        return self._moment.search(weights, limit, filters, hidden)

    def score(self, weights: Mapping[str, float], numbers: Collection[int]) -> dict[int, float]:
        """Return the scores of those of the passages with these numbers that hold one of the terms, by number."""
        return self._moment.score(weights, numbers)

    def read_passages(self, numbers: Collection[int]) -> dict[int, StoredPassage]:
        """Return the passages with those numbers, by number."""
        return self._moment.read_passages(numbers)

    def document(self, row: int) -> Document:
        """Return the document with that row."""
        if row not in self._documents:
            self._documents[row] = documents.read_document(self.db, row)
        return self._documents[row]

    def read_documents(self, rows: Collection[int]) -> None:
        """Read the documents with those rows at once, where many are going to be asked for."""
        self._documents.update(documents.read_documents(self.db, set(rows).difference(self._documents)))

    def sentences(self, row: int) -> tuple[Sentence, ...]:
        """Return the sentences of the document with that row."""
        if row not in self._sentences:
            self._sentences[row] = sentences.read_sentences(self.db, row)
        return self._sentences[row]

    def sentences_of(self, document: Document) -> tuple[Sentence, ...]:
        """Return the sentences of a document that was found in this moment."""
        row = documents.row_of(self.db, document.id)
        return () if row is None else self.sentences(row)

    def around(self, document: int, ordinal: int, reach: int) -> Mapping[int, Sentence]:
        """Return, by number, the sentence ``ordinal`` of the document with that row and ``reach`` before and after it."""
        key = document, ordinal, reach
        if key not in self._around:
            self._around[key] = sentences.read_around(self.db, document, ordinal, reach)
        return self._around[key]

    def other_forms(self, terms: Sequence[str], filters: Filters) -> OtherForms:
        """Return what stands for the ``terms`` of a question or topic: abbreviations that are known or that documents which
        pass the filters define, and the names that they stand for."""
        known = self.kept("abbreviations", lambda: self.analyzer.languages.known_abbreviations(self.analyzer))
        return other_forms(terms, known, read_abbreviations(self.db, terms, filters))

    def holding_forms(self, forms: OtherForms, term: str) -> int:
        """Return how many passages hold, at most, what stands for ``term``."""
        wholes = sum(map(self.holding, forms.wholes.get(term, ())))
        return wholes + sum(min(map(self.holding, name)) for name in forms.parts.get(term, ()))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, made once for ``key`` until the next write. It must be read in this moment alone."""
        return self._kept.get((self._moment.generation, key), make)
