"""BM25 over passages: rank-bm25's formula and statistics on an inverted index in the database.

The inverted index decides which passages can be among the first *k*; rank-bm25's own ``get_batch_scores`` scores those. Its
idf can be zero or negative in a small corpus, so that an unrelated passage stands above a matching one; it is given
Lucene's instead, ``log(1 + (N - n + 0.5) / (n + 0.5))``
(https://lucene.apache.org/core/9_0_0/core/org/apache/lucene/search/similarities/BM25Similarity.html), which is positive.

Which passages can be among the first *k* is decided by MaxScore (Turtle and Flood, Query evaluation: strategies and
optimizations, 1995), one term at a time.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from index.search.engine import ScoredPassage
from index.search.segments import UNITS, Numbers, Segments, Singles, TermPostings, saturated
from index.storage.database import Database

K1, B = 0.9, 0.4
"""How soon a repeated word counts no more, and how much the length of a passage counts against it: Anserini's defaults
(https://github.com/castorini/anserini, options ``-bm25.k1`` and ``-bm25.b``)."""

# Candidates are found with single precision: a sum of a question's few terms is right to a few parts in ten million.
_SLACK = 1e-5

# Blocks of this many scores are looked at by their maxima alone.
_ROWS = 64
# Finding a passage among postings costs about as much as adding up this many postings.
_SEARCH_COST = 8
# Looking at the score of every passage costs as much as sorting this much smaller a number of postings.
_SCAN_GAIN = 64

# Scoring this many passages too many with rank-bm25 is quicker than finding out which they are.
_FEW = 20

Floats = npt.NDArray[np.float64]


def idf(passages: int, containing: int) -> float:
    """Return Lucene's idf of a term that ``containing`` of ``passages`` hold: positive for every corpus."""
    return math.log(1 + (passages - containing + 0.5) / (containing + 0.5))


def okapi(
    term_counts: Sequence[Mapping[str, float]],
    lengths: Floats,
    idfs: Mapping[str, float],
    corpus_size: int,
    average_length: float,
) -> BM25Okapi:
    """Return rank-bm25's BM25Okapi over some passages, with the idf, size and average length of the whole corpus.

    ``term_counts`` and ``lengths`` are those of the passages, in the order that it scores them in.
    """
    scorer = BM25Okapi([[""]], k1=K1, b=B)
    scorer.corpus_size, scorer.avgdl = corpus_size, average_length
    scorer.doc_freqs, scorer.doc_len, scorer.idf = term_counts, lengths, idfs
    return scorer


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
    with segments.scores() as scores:
        candidates = _candidates(scores, terms, limit, allowed)
    known = {term.postings.term for term in terms}
    return _scored(segments, terms, [term for term in weights if term in known], candidates, limit)


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
        self._factor = np.float32(self.idf * (K1 + 1))

    def contributions(self) -> tuple[Numbers, Singles]:
        """Return the passages that hold the term, ascending, and BM25's summand for each."""
        passages, counts = self.postings.contributions(self._segments.relative_lengths, K1, B)
        return passages, counts * self._factor

    def among(self, passages: Numbers) -> Singles:
        """Return BM25's summand for each of ``passages``."""
        counts = self.postings.counts_in(passages.astype(np.uint32))
        return saturated(counts, self._segments.relative_lengths[passages], K1, B) * self._factor


def _candidates(
    scores: Singles,
    terms: Sequence[_QueryTerm],
    limit: int,
    allowed: npt.NDArray[np.bool_] | None,
) -> Numbers:
    """Return the passages that can be among the first ``limit``, ascending; ``scores`` has a zero for each passage number."""
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
        if len(found) * _SEARCH_COST < term.postings.passages:
            scores[found] += term.among(found)
        else:
            numbers, added = term.contributions()
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
    return found[0] if len(found) == 1 else _distinct(np.concatenate(found))


def _distinct(numbers: Numbers) -> Numbers:
    # What numpy's own ``unique`` does with numbers; it loads the arrays with missing values to do it.
    numbers.sort()
    return numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))] if len(numbers) else numbers


def _nth_largest(values: Singles, n: int) -> float:
    if len(values) < n:
        return 0.0
    ordered = values.copy()
    ordered.partition(len(values) - n)
    return float(ordered[len(values) - n])


def _nth_largest_at_least(values: Singles, n: int) -> float:
    """Return a value that at least ``n`` of ``values`` reach; of many values not the highest such one."""
    columns = len(values) // _ROWS
    if columns < n * 4:
        return _nth_largest(values, n)
    return _nth_largest(values[: columns * _ROWS].reshape(_ROWS, columns).max(axis=0), n)


def _scored(
    segments: Segments, terms: Sequence[_QueryTerm], query: Sequence[str], candidates: Numbers, limit: int
) -> list[ScoredPassage]:
    """Give the candidates the scores of rank-bm25, and return the ``limit`` of highest score."""
    numbers = candidates.astype(np.uint32)
    counts: dict[str, Floats] = {
        term.postings.term: term.postings.counts_in(numbers) / UNITS for term in terms
    }
    idfs = {term.postings.term: term.idf for term in terms}
    lengths = segments.lengths[candidates] / UNITS
    if len(candidates) > limit + _FEW:
        first = _first(segments, idfs, query, counts, lengths, candidates, limit)
        candidates, lengths = candidates[first], lengths[first]
        counts = {term: found[first] for term, found in counts.items()}
    columns = [counts[term].tolist() for term in query]
    rows = [dict(zip(query, row, strict=True)) for row in zip(*columns, strict=True)]
    scorer = okapi(rows, lengths, idfs, segments.passages, segments.average_length)
    scores = scorer.get_batch_scores(query, range(len(rows))) if rows else []
    best = sorted(zip((-score for score in scores), candidates.tolist(), strict=True))[:limit]
    return [ScoredPassage(passage, float(-score)) for score, passage in best]


def _first(
    segments: Segments,
    idfs: Mapping[str, float],
    query: Sequence[str],
    counts: Mapping[str, Floats],
    lengths: Floats,
    candidates: Numbers,
    limit: int,
) -> Numbers:
    """Return the places of the ``limit`` candidates that rank-bm25 gives the highest scores, equal ones by passage number."""
    scores = np.zeros(len(candidates))
    for term in query:
        found = counts[term]
        # rank-bm25's summand, its operations in their order, so that not even the last bit differs.
        relative = K1 * (1 - B + B * lengths / segments.average_length)
        scores += idfs[term] * (found * (K1 + 1) / (found + relative))
    order: Numbers = np.lexsort((candidates, -scores))[:limit]
    return order
