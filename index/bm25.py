"""BM25 over passages: rank-bm25's formula and statistics on an inverted index in the database.

The inverted index decides which passages can be among the first *k*; rank-bm25's own ``get_batch_scores`` scores those. Its
idf can be zero or negative in a small corpus, so that an unrelated passage stands above a matching one; the subclass has
Lucene's instead, ``log(1 + (N - n + 0.5) / (n + 0.5))``
(https://lucene.apache.org/core/9_0_0/core/org/apache/lucene/search/similarities/BM25Similarity.html), which is positive.

Which passages can be among the first *k* is decided by MaxScore (Turtle and Flood, Query evaluation: strategies and
optimizations, 1995), one term at a time.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi
from sqlite_utils import Database

from index.segments import UNITS, Segments, TermPostings

K1 = 0.9
B = 0.4

_SLACK = 1e-9

Floats = npt.NDArray[np.float64]
Ids = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage's number and its BM25 score."""

    passage: int
    score: float


def idf(passages: int, containing: int) -> float:
    """Return Lucene's idf of a term that ``containing`` of ``passages`` hold: positive for every corpus."""
    return math.log(1 + (passages - containing + 0.5) / (containing + 0.5))


class CandidateBM25(BM25Okapi):  # type: ignore[misc]
    """rank-bm25's BM25Okapi over a few candidate passages, with the statistics of the whole corpus.

    ``get_batch_scores`` and ``get_scores`` are its own.
    """

    def __init__(
        self,
        term_counts: Sequence[Mapping[str, float]],
        lengths: Floats,
        idfs: Mapping[str, float],
        corpus_size: int,
        average_length: float,
    ) -> None:
        """Take the counts and lengths of the candidates, in their order, and the corpus's idf, size and average length."""
        self.k1, self.b, self.epsilon = K1, B, 0.0
        self.corpus_size, self.avgdl = corpus_size, average_length
        self.doc_freqs, self.doc_len, self.idf = term_counts, lengths, idfs


def search(
    db: Database,
    segments: Segments,
    weights: Mapping[str, float],
    limit: int,
    allowed: npt.NDArray[np.bool_] | None = None,
) -> list[ScoredPassage]:
    """Return the ``limit`` passages of highest score, best first, equal scores by passage number.

    ``weights`` gives each term's weight, for a question's own words how often the question has them; ``allowed`` tells by
    passage number which passages may be returned. Passages without any of the terms are not returned.
    """
    if limit < 1 or not segments.passages:
        return []
    terms = [
        _QueryTerm(postings, weight, segments)
        for term, weight in weights.items()
        if weight > 0 and (postings := segments.postings(db, term)) is not None
    ]
    if not terms:
        return []
    # Equal bounds are put in the order of the words, so that the order of addition does not depend on a hash.
    terms.sort(key=lambda term: (-term.bound, term.postings.term))
    candidates = _candidates(db, segments, terms, limit, allowed)
    return _scored(db, segments, terms, weights, candidates)[:limit]


class _QueryTerm:
    """A term's postings with its idf, weight, and an upper bound of what it adds to a passage's score."""

    def __init__(self, postings: TermPostings, weight: float, segments: Segments) -> None:
        self.postings = postings
        self.weight = weight
        self.idf = idf(segments.passages, postings.passages)
        self._average = segments.average_length
        highest, shortest = np.array([postings.highest / UNITS]), np.array([postings.shortest / UNITS])
        self.bound = float(self.contributions(highest, shortest)[0])

    def contributions(self, counts: Floats, lengths: Floats) -> Floats:
        """BM25's summand for this term, for passages with ``counts`` of it and of ``lengths``."""
        saturation = counts + K1 * (1 - B + B * lengths / self._average)
        added: Floats = self.weight * self.idf * (counts * (K1 + 1) / saturation)
        return added


def _candidates(
    db: Database,
    segments: Segments,
    terms: Sequence[_QueryTerm],
    limit: int,
    allowed: npt.NDArray[np.bool_] | None,
) -> Ids:
    """Return the passages that can be among the first ``limit``, ascending."""
    scores = np.zeros(segments.size)
    remaining = sum(term.bound for term in terms)
    threshold = 0.0
    seen: list[Ids] = []
    essential = 0
    for term in terms:
        if threshold > remaining * (1 + _SLACK):
            break
        passages, counts = term.postings.load(db, segments)
        if allowed is not None:
            kept = allowed[passages]
            passages, counts = passages[kept], counts[kept]
        scores[passages] += term.contributions(counts / UNITS, segments.lengths[passages] / UNITS)
        seen.append(passages)
        remaining -= term.bound
        essential += 1
        threshold = max(threshold, _nth_largest(scores[passages], limit))
    remaining = max(remaining, 0.0)
    found = np.unique(
        np.concatenate([ids[scores[ids] + remaining >= threshold * (1 - _SLACK)] for ids in seen])
    )
    for term in terms[essential:]:
        passages, counts = term.postings.load(db, segments)
        places = np.searchsorted(passages, found)
        places[places == len(passages)] = 0
        holding = passages[places] == found if len(passages) else np.zeros(len(found), dtype=bool)
        ids = found[holding]
        scores[ids] += term.contributions(counts[places[holding]] / UNITS, segments.lengths[ids] / UNITS)
        remaining = max(remaining - term.bound, 0.0)
        threshold = max(threshold, _nth_largest(scores[found], limit))
        found = found[scores[found] + remaining >= threshold * (1 - _SLACK)]
    return _first_of_equals(found, scores[found], limit)


def _first_of_equals(found: Ids, scores: Floats, limit: int) -> Ids:
    """Drop passages that are past the limit by their number alone, among equals of the lowest score that counts."""
    lowest = _nth_largest(scores, limit)
    if len(found) <= limit or lowest == 0.0:
        return found
    near = np.abs(scores - lowest) <= lowest * _SLACK
    if not np.all(scores[near] == lowest):
        return found
    above = found[(scores > lowest) & ~near]
    result: Ids = np.sort(np.concatenate([above, found[near][: limit - len(above)]]))
    return result


def _nth_largest(values: Floats, n: int) -> float:
    return 0.0 if len(values) < n else float(np.partition(values, len(values) - n)[len(values) - n])


def _scored(
    db: Database,
    segments: Segments,
    terms: Iterable[_QueryTerm],
    weights: Mapping[str, float],
    candidates: Ids,
) -> list[ScoredPassage]:
    """Score the candidates with rank-bm25, and sort them."""
    rows: list[dict[str, float]] = [{} for _ in candidates]
    for term in terms:
        passages, counts = term.postings.load(db, segments)
        places = np.searchsorted(passages, candidates)
        for row, place, candidate in zip(rows, places, candidates, strict=True):
            if place < len(passages) and passages[place] == candidate:
                row[term.postings.term] = float(counts[place]) / UNITS
    idfs = {term.postings.term: term.idf * term.weight for term in terms}
    query = [term for term in weights if term in idfs]
    scorer = CandidateBM25(
        rows, segments.lengths[candidates] / UNITS, idfs, segments.passages, segments.average_length
    )
    scores = scorer.get_batch_scores(query, range(len(rows))) if rows else []
    ranked = sorted(zip(scores, candidates.tolist(), strict=True), key=lambda pair: (-pair[0], pair[1]))
    return [ScoredPassage(passage, float(score)) for score, passage in ranked]
