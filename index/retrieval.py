"""Question to ranked passages."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

from index import bm25
from index.language.tokens import Analyzer
from index.model import Sentence
from index.segments import Segments


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence of a ranked passage, with its terms in order and the place of each among the sentence's words."""

    span: Sentence
    ordinal: int
    terms: tuple[str, ...]
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage that matches a question: the row of its document, its sentences, and its BM25 score."""

    document: int
    sentences: tuple[RankedSentence, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Query:
    """A question analysed: its text, its terms in order, and for each term the idf in the corpus searched."""

    text: str
    terms: tuple[str, ...]
    idf: dict[str, float]


def analyse(db: Database, segments: Segments, analyzer: Analyzer, question: str) -> Query:
    """Return the analysed question. A term that no passage holds has the idf of a term that none holds, the highest."""
    terms = tuple(analyzer.terms(question))
    idf = {}
    for term in dict.fromkeys(terms):
        postings = segments.postings(db, term)
        idf[term] = bm25.idf(segments.passages, postings.passages if postings else 0)
    return Query(question, terms, idf)


def retrieve(
    db: Database, segments: Segments, query: Query, limit: int, allowed: npt.NDArray[np.bool_] | None = None
) -> tuple[RankedPassage, ...]:
    """Return the ``limit`` passages of highest BM25 score, best first; ``allowed`` tells which may be returned."""
    weights = {term: float(count) for term, count in Counter(query.terms).items()}
    hits = bm25.search(db, segments, weights, limit, allowed)
    return tuple(_ranked(db, hit) for hit in hits)


def read_sentences(db: Database, document: int, first: int, last: int) -> tuple[RankedSentence, ...]:
    """Return the sentences ``first`` to ``last``, inclusive, of the document with that row."""
    rows = db.execute(
        """SELECT ordinal, start, end, paragraph, terms, positions FROM sentences
           WHERE document = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal""",
        [document, first, last],
    )
    return tuple(
        RankedSentence(
            Sentence(start, end, paragraph),
            ordinal,
            tuple(terms.split()),
            tuple(np.frombuffer(positions, dtype="<u2").tolist()),
        )
        for ordinal, start, end, paragraph, terms, positions in rows
    )


def allowed_passages(db: Database, segments: Segments, documents: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Return a mask over passage numbers of the passages of the documents with those rows."""
    highest = int(segments.documents.max(initial=0))
    chosen = np.zeros(highest + 1, dtype=bool)
    rows = np.array([row for row in documents if row <= highest], dtype=np.int64)
    chosen[rows] = True
    mask: npt.NDArray[np.bool_] = chosen[segments.documents]
    return mask


def _ranked(db: Database, hit: bm25.ScoredPassage) -> RankedPassage:
    document, first, last = db.execute(
        "SELECT document, first, last FROM passages WHERE id = ?", [hit.passage]
    ).fetchone()
    return RankedPassage(document, read_sentences(db, document, first, last), hit.score)
