"""One moment of the engine in the cluster: candidates are found there, and ranked here by the formula of every engine."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar

import numpy as np

from index.requests import Filters
from index.search.bm25 import K1, idf, okapi
from index.search.engine import ScoredPassage
from index.search.kept import Kept
from index.search.opensearch.connection import Connection
from index.search.opensearch.generations import State
from index.search.opensearch.indices import REFERENCE
from index.search.opensearch.passages import counted, encoded, stored
from index.search.segments import UNITS
from index.search.vocabulary import COMMON_START, SHORTEST, nearest_among
from index.storage.sentences import StoredPassage

_MARGIN = 20
"""Candidates that are read beyond as many as are wanted: as many as the true lengths usually move; chosen."""
_MOST = 10_000
"""The most hits of one request (OpenSearch's ``index.max_result_window``)."""
_GROWTH = 4
"""How many times as many candidates are read when the ones before them did not do; chosen."""
_AT_ONCE = 500
"""Passages that one request reads; chosen, about a megabyte."""

# Scores in the cluster have single precision.
_SLACK = 1e-5

# Terms near a misspelt one that are looked at, those of fewest edits first.
_NEAR = 50

Candidate = tuple[int, Mapping[str, int]]


class ClusterMoment:
    """What may be seen of an index at one generation. For one thread."""

    def __init__(
        self,
        connection: Connection,
        index: str,
        state: State,
        holders: Kept,
    ) -> None:
        """Take the passages' index, what may be seen, and in how many passages terms are that were asked for before, by
        generation."""
        self._connection = connection
        self._index = index
        self._state = state
        self._holders = holders

    @property
    def generation(self) -> int:
        """A number that every write changes."""
        return self._state.generation

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return self._state.passages

    def expect(self, terms: Collection[str]) -> None:
        """Look up in how many passages these terms are."""
        self._holding(list(terms))

    def holding(self, term: str) -> int:
        """Return how many passages hold ``term``."""
        return self._holding([term])[term]

    def nearest_term(self, term: str) -> str | None:
        """Return the term that was probably meant by one that no passage holds; None when none is near."""
        return nearest_among(term, self._near(term))

    def search(
        self, weights: Mapping[str, float], limit: int, filters: Filters, hidden: Collection[int] = ()
    ) -> list[ScoredPassage]:
        """Return the ``limit`` passages of highest score, best first, equal scores by number, of documents that pass ``filters``,
        those with the rows ``hidden`` aside.

        Raises StoreBusy when the cluster cannot answer whole.
        """
        idfs = self._idfs(weights) if limit > 0 else {}
        if not idfs:
            return []
        query = self._query(idfs, filters, hidden)
        # The cluster's scores are at least the true ones, as it takes no passage for longer than it is, but where the average
        # passage is longer than its reference: then by no more than the ratio of the two.
        too_low = max(1.0, self._average_length / REFERENCE) * (1 + _SLACK)
        candidates: list[Candidate] = []
        for found, reached in self._pages(query, limit + _MARGIN):
            candidates += found
            best = self._ranked(idfs, candidates)[:limit]
            if len(best) == limit and best[-1].score > reached * too_low:
                break
        return best

    def score(self, weights: Mapping[str, float], numbers: Collection[int]) -> dict[int, float]:
        """Return the scores of those of the passages with these numbers that hold one of the terms, by number."""
        idfs = self._idfs(weights) if numbers else {}
        candidates = self._held(numbers)
        return {hit.passage: hit.score for hit in self._ranked(idfs, candidates)}

    def read_passages(self, numbers: Collection[int]) -> dict[int, StoredPassage]:
        """Return the passages with those numbers, by number; one that is gone is left out."""
        return {body["number"]: stored(body) for body in self._read(numbers, ("row", "sentences"))}

    def _held(self, numbers: Collection[int]) -> list[Candidate]:
        """Return what those of the passages with these numbers hold that may be seen."""
        return [(body["number"], counted(body["terms"])) for body in self._read(numbers, ("terms",))]

    _source: ClassVar[bool | list[str]] = ["number", "terms"]
    """What ``_found`` is to be given of each passage that a search finds."""

    def _found(self, hits: Sequence[Mapping[str, Any]]) -> list[Candidate]:
        """Return what the passages hold that a search has found."""
        return [(hit["_source"]["number"], counted(hit["_source"]["terms"])) for hit in hits]

    @property
    def _average_length(self) -> float:
        """How many words a passage has."""
        return max(self._state.units, 1) / UNITS / max(self.passages, 1)

    def _idfs(self, weights: Mapping[str, float]) -> dict[str, float]:
        """Return the weighted idf of those of the terms that a passage holds, in their order."""
        wanted = {term: weight for term, weight in weights.items() if weight > 0}
        holding = self._holding(list(wanted))
        return {
            term: idf(self.passages, holding[term]) * weight
            for term, weight in wanted.items()
            if holding[term]
        }

    def _holding(self, terms: Sequence[str]) -> dict[str, int]:
        """Return how many passages hold each of the terms."""
        known: dict[str, int] = self._holders.get(self.generation, dict)
        asked = [term for term in dict.fromkeys(terms) if term not in known]
        answers = self._connection.search_several(
            self._index,
            [
                {
                    "size": 0,
                    "track_total_hits": True,
                    "query": {
                        "bool": {
                            "filter": [{"term": {"terms": encoded(term)}}],
                            "must_not": self._state.unseen(),
                        }
                    },
                }
                for term in asked
            ],
        )
        known.update(
            (term, answer["hits"]["total"]["value"]) for term, answer in zip(asked, answers, strict=True)
        )
        return {term: known[term] for term in terms}

    def _near(self, term: str) -> Iterator[tuple[str, int]]:
        """Yield the terms near ``term`` that a passage holds, and how many do."""
        suggest = {
            "text": encoded(term),
            "term": {
                "field": "terms",
                "analyzer": "keyword",
                "suggest_mode": "always",
                "max_edits": 2,
                "prefix_length": COMMON_START,
                "min_word_length": SHORTEST,
                "size": _NEAR,
                "shard_size": _NEAR,
                "string_distance": "damerau_levenshtein",
                "accuracy": 0,
            },
        }
        answer = self._connection.search(self._index, {"size": 0, "suggest": {"near": suggest}})
        near = [option["text"] for part in answer["suggest"]["near"] for option in part["options"]]
        yield from ((other, count) for other, count in self._holding(near).items() if count)

    def _query(self, idfs: Mapping[str, float], filters: Filters, hidden: Collection[int]) -> dict[str, Any]:
        kept: list[dict[str, Any]] = [{"terms": {"collection": list(filters.collections)}}]
        if filters.published.bounded:
            bounds = {"gte": filters.published.since, "lte": filters.published.until}
            days = {name: day.isoformat() for name, day in bounds.items() if day}
            kept.append({"range": {"published": days}})
        if filters.publisher:
            kept.append({"term": {"publisher": filters.publisher.casefold()}})
        unseen = self._state.unseen()
        if hidden:
            unseen.append({"terms": {"row": list(hidden)}})
        return {
            "bool": {
                "should": [
                    {"term": {"terms": {"value": encoded(term), "boost": factor * (K1 + 1)}}}
                    for term, factor in idfs.items()
                ],
                "minimum_should_match": 1,
                "filter": kept,
                "must_not": unseen,
            }
        }

    def _pages(self, query: Mapping[str, Any], size: int) -> Iterator[tuple[list[Candidate], float]]:
        """Yield the passages that the query finds, best first, page by page, and what none after the page scores above."""
        after: list[float] | None = None
        while True:
            size = min(size, _MOST)
            body: dict[str, Any] = {
                "size": size,
                "query": query,
                "_source": self._source,
                "sort": [{"_score": "desc"}, {"number": "asc"}],
                "track_total_hits": False,
            }
            if after is not None:
                body["search_after"] = after
            hits = self._connection.search(self._index, body)["hits"]["hits"]
            found = self._found(hits)
            if len(hits) < size:
                yield found, 0.0
                return
            after = hits[-1]["sort"]
            yield found, float(after[0])
            size *= _GROWTH

    def _ranked(self, idfs: Mapping[str, float], candidates: Sequence[Candidate]) -> list[ScoredPassage]:
        """Return the candidates that hold one of the terms with the scores of rank-bm25, best first, equal scores by number."""
        words = {term: encoded(term) for term in idfs}
        rows = [
            {term: counts.get(word, 0) / UNITS for term, word in words.items()} for _, counts in candidates
        ]
        lengths = np.array([sum(counts.values()) / UNITS for _, counts in candidates])
        scorer = okapi(rows, lengths, idfs, self.passages, self._average_length)
        scores = scorer.get_batch_scores(list(idfs), range(len(rows))) if rows else []
        found = [
            ScoredPassage(number, float(score))
            for (number, _), score in zip(candidates, scores, strict=True)
            if score > 0
        ]
        return sorted(found, key=lambda hit: (-hit.score, hit.passage))

    def _read(self, numbers: Collection[int], fields: Sequence[str]) -> list[dict[str, Any]]:
        """Return those ``fields``, and the number, of the passages with these numbers that may be seen."""
        ids = [str(number) for number in numbers]
        wanted = ("number", "born", "died", *fields)
        found: list[dict[str, Any]] = []
        for start in range(0, len(ids), _AT_ONCE):
            found += self._connection.read_several(self._index, ids[start : start + _AT_ONCE], wanted)
        return [body for body in found if self._state.sees(body["born"], body.get("died"))]
