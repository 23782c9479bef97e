"""What a search must equal: rank-bm25's own ``get_scores`` over every passage, with nothing taken from the inverted index."""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import chain

import numpy as np

from index.adding.ingestion import prepare
from index.language.tokens import Analyzer
from index.model import Document
from index.search.bm25 import idf, okapi
from index.search.engine import ScoredPassage
from index.search.segments import TEXT_UNITS, TITLE_UNITS, UNITS
from index.storage.database import Database
from index.storage.documents import read_document


class FullScan:
    """Every passage of a database, analysed again from the texts of its documents."""

    def __init__(self, db: Database, analyzer: Analyzer) -> None:
        self.numbers: list[int] = []
        self.documents: list[Document] = []
        self.counts: list[dict[str, float]] = []
        self.lengths: list[float] = []
        for (row,) in db.execute("SELECT row FROM documents").fetchall():
            self._read(db, row, analyzer)

    def _read(self, db: Database, row: int, analyzer: Analyzer) -> None:
        document = read_document(db, row)
        prepared = prepare(document, analyzer)
        stored = db.execute("SELECT id FROM passages WHERE document = ? ORDER BY first", [row]).fetchall()
        for (number,), (first, last) in zip(stored, prepared.passages, strict=True):
            terms = list(chain.from_iterable(held.split() for held in prepared.terms[first : last + 1]))
            counts: Counter[str] = Counter()
            for term in terms:
                counts[term] += TEXT_UNITS
            for term in prepared.title_terms:
                counts[term] += TITLE_UNITS
            self.numbers.append(number)
            self.documents.append(document)
            self.counts.append({term: units / UNITS for term, units in counts.items()})
            self.lengths.append((TEXT_UNITS * len(terms) + TITLE_UNITS * len(prepared.title_terms)) / UNITS)

    @property
    def average_length(self) -> float:
        return max(sum(self.lengths), 1 / UNITS) / max(len(self.lengths), 1)

    def containing(self, term: str) -> int:
        return sum(term in counts for counts in self.counts)

    def search(
        self, weights: Mapping[str, float], limit: int, passes: Callable[[Document], bool] = lambda _: True
    ) -> list[ScoredPassage]:
        """Score every passage; return the first ``limit`` that hold a term and whose document passes."""
        if not self.numbers:
            return []
        size = len(self.numbers)
        idfs = {term: idf(size, self.containing(term)) * weight for term, weight in weights.items()}
        scorer = okapi(self.counts, np.array(self.lengths), idfs, size, self.average_length)
        scores = scorer.get_scores(list(weights)).tolist()
        found = [
            ScoredPassage(number, score)
            for number, score, document in zip(self.numbers, scores, self.documents, strict=True)
            if score > 0 and passes(document)
        ]
        return sorted(found, key=lambda passage: (-passage.score, passage.passage))[:limit]
