"""BM25 over passages: rank-bm25's formula and statistics on an inverted index in the database.

The inverted index decides which passages can be among the first *k*; rank-bm25's own ``get_batch_scores`` scores those. Its
idf can be zero or negative in a small corpus, so that an unrelated passage stands above a matching one; the subclass has
Lucene's instead, ``log(1 + (N - n + 0.5) / (n + 0.5))``
(https://lucene.apache.org/core/9_0_0/core/org/apache/lucene/search/similarities/BM25Similarity.html), which is positive.

Which passages can be among the first *k* is decided by MaxScore (Turtle and Flood, Query evaluation: strategies and
optimizations, 1995), one term at a time.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi
from sqlite_utils import Database

from index.segments import UNITS, Numbers, Segments, Singles, TermPostings

K1 = 0.9
B = 0.4

# Candidates are found with single precision: a sum of a question's few terms is right to a few parts in ten million.
_SLACK = 1e-5

# Blocks of this many scores are looked at by their maxima alone.
_ROWS = 64
# Finding a passage among postings costs about as much as adding up this many postings.
_SEARCH_COST = 8
# Looking at the score of every passage costs as much as sorting this much smaller a number of postings.
_SCAN_GAIN = 64

Floats = npt.NDArray[np.float64]


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
    terms.sort(key=lambda term: -term.bound)
    candidates = _candidates(segments.size, terms, limit, allowed)
    counts = {term.postings.term: term.counts(candidates) for term in terms}
    return _scored(segments, terms, weights, candidates, counts, limit)


class _QueryTerm:
    """A term's postings with its idf, weight, and an upper bound of what it adds to a passage's score."""

    def __init__(self, postings: TermPostings, weight: float, segments: Segments) -> None:
        self.postings = postings
        self.idf = idf(segments.passages, postings.passages) * weight
        self._segments = segments
        # The summand is idf (k1 + 1) / (1 + k1 (1 - b) / count + k1 b / average * length / count): each division by the
        # count has its own least value.
        least = K1 * (1 - B) * UNITS / postings.highest + K1 * B * postings.densest / segments.average_length
        self.bound = self.idf * (K1 + 1) / (1 + least)

    def contributions(self) -> tuple[Numbers, Singles]:
        """Return the passages that hold the term, ascending, and BM25's summand for each."""
        return self.postings.numbers, self._saturated() * np.float32(self.idf * (K1 + 1))

    def among(self, passages: Numbers) -> tuple[Numbers, Singles]:
        """Return which of ``passages`` hold the term, and BM25's summand for each."""
        places = _places(self.postings.numbers, passages)
        holding = self.postings.numbers[places] == passages
        return passages[holding], self._saturated()[places[holding]] * np.float32(self.idf * (K1 + 1))

    def counts(self, passages: Numbers) -> Floats:
        """Return how often each of ``passages`` holds the term, in whole words."""
        places = _places(self.postings.numbers, passages)
        found: Floats = self.postings.counts[places] / UNITS
        found[self.postings.numbers[places] != passages] = 0.0
        return found

    def _saturated(self) -> Singles:
        return self.postings.saturated(self._segments.relative_lengths, K1, B)


def _places(numbers: Numbers, passages: Numbers) -> Numbers:
    """Return where in ``numbers``, which is not empty, each of ``passages`` would stand."""
    return np.minimum(np.searchsorted(numbers, passages), len(numbers) - 1)


def _candidates(
    size: int,
    terms: Sequence[_QueryTerm],
    limit: int,
    allowed: npt.NDArray[np.bool_] | None,
) -> Numbers:
    """Return the passages, of numbers below ``size``, that can be among the first ``limit``, ascending."""
    scores = np.zeros(size, dtype=np.float32)
    remaining = sum(term.bound for term in terms)
    threshold = 0.0
    seen: list[Numbers] = []
    for term in terms:
        if threshold > remaining * (1 + _SLACK):
            break
        numbers, added = term.contributions()
        if allowed is not None:
            kept = allowed[numbers]
            numbers, added = numbers[kept], added[kept]
        if seen:
            added += scores[numbers]
        scores[numbers] = added
        seen.append(numbers)
        remaining = max(remaining - term.bound, 0.0)
        threshold = max(threshold, _nth_largest_at_least(added, limit))
    found = _reaching(scores, seen, threshold * (1 - _SLACK) - remaining * (1 + _SLACK))
    for term in terms[len(seen) :]:
        rare = len(found) * _SEARCH_COST < term.postings.passages
        numbers, added = term.among(found) if rare else term.contributions()
        scores[numbers] += added
        remaining = max(remaining - term.bound, 0.0)
        threshold = max(threshold, _nth_largest(scores[found], limit))
        found = found[scores[found] >= threshold * (1 - _SLACK) - remaining * (1 + _SLACK)]
    threshold = max(threshold, _nth_largest(scores[found], limit))
    return found[scores[found] >= threshold * (1 - _SLACK)]


def _reaching(scores: Singles, seen: Sequence[Numbers], least: float) -> Numbers:
    """Return the passages in ``seen``, ascending, whose score is at least ``least``."""
    if least > 0 and sum(map(len, seen)) > len(scores) // _SCAN_GAIN:
        return np.flatnonzero(scores >= least)
    found = [numbers[scores[numbers] >= least] for numbers in seen]
    return found[0] if len(found) == 1 else np.unique(np.concatenate(found))


def _nth_largest(values: Singles, n: int) -> float:
    return 0.0 if len(values) < n else float(np.partition(values, len(values) - n)[len(values) - n])


def _nth_largest_at_least(values: Singles, n: int) -> float:
    """Return a value that at least ``n`` of ``values`` reach; of many values not the highest such one."""
    columns = len(values) // _ROWS
    if columns < n * 4:
        return _nth_largest(values, n)
    return _nth_largest(values[: columns * _ROWS].reshape(_ROWS, columns).max(axis=0), n)


def _scored(
    segments: Segments,
    terms: Sequence[_QueryTerm],
    weights: Mapping[str, float],
    candidates: Numbers,
    counts: Mapping[str, Floats],
    limit: int,
) -> list[ScoredPassage]:
    """Score the candidates, keep the first ``limit``, and give those the scores of rank-bm25, which are the same."""
    idfs = {term.postings.term: term.idf for term in terms}
    query = [term for term in weights if term in idfs]
    lengths = segments.lengths[candidates] / UNITS
    size, average = segments.passages, segments.average_length
    scores = np.zeros(len(candidates))
    for term in query:
        found = counts[term]
        # rank-bm25's summand, its operations in their order, so that not even the last bit differs.
        scores += idfs[term] * (found * (K1 + 1) / (found + K1 * (1 - B + B * lengths / average)))
    first = np.lexsort((candidates, -scores))[:limit]
    columns = [counts[term][first].tolist() for term in query]
    rows = [dict(zip(query, row, strict=True)) for row in zip(*columns, strict=True)]
    scorer = CandidateBM25(rows, lengths[first], idfs, size, average)
    ranked = scorer.get_batch_scores(query, range(len(rows))) if rows else []
    return [
        ScoredPassage(number, float(score))
        for number, score in zip(candidates[first].tolist(), ranked, strict=True)
    ]
