"""A second engine, as small as one can be: all in memory, every passage scored by rank-bm25 itself."""

import threading
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from index.requests import Filters
from index.search import bm25
from index.search.engine import DocumentPassages, ScoredPassage
from index.search.segments import BuiltSegment
from index.search.vocabulary import nearest_among
from index.storage.sentences import POSITION_TYPE, StoredPassage, StoredSentence


@dataclass(frozen=True)
class Held:
    """What one passage holds."""

    row: int
    owner: DocumentPassages
    first: int
    last: int
    counts: Mapping[str, float]
    length: float


@dataclass(frozen=True)
class MemoryMoment:
    generation: int = 0
    next_number: int = 0
    held: Mapping[int, Held] = field(default_factory=dict)

    @property
    def passages(self) -> int:
        return len(self.held)

    def expect(self, terms: Collection[str]) -> None:
        pass

    def holding(self, term: str) -> int:
        return sum(term in item.counts for item in self.held.values())

    def nearest_term(self, term: str) -> str | None:
        terms = {held for item in self.held.values() for held in item.counts}
        return nearest_among(term, [(other, self.holding(other)) for other in terms])

    def search(
        self, weights: Mapping[str, float], limit: int, filters: Filters, hidden: Collection[int] = ()
    ) -> list[ScoredPassage]:
        found = [
            ScoredPassage(number, score)
            for number, score in self._scores(weights).items()
            if _passes(self.held[number], filters) and self.held[number].row not in hidden
        ]
        return sorted(found, key=lambda hit: (-hit.score, hit.passage))[: max(limit, 0)]

    def score(self, weights: Mapping[str, float], numbers: Collection[int]) -> dict[int, float]:
        return {number: score for number, score in self._scores(weights).items() if number in numbers}

    def read_passages(self, numbers: Collection[int]) -> dict[int, StoredPassage]:
        return {number: _stored(number, self.held[number]) for number in numbers if number in self.held}

    def _scores(self, weights: Mapping[str, float]) -> dict[int, float]:
        """Return the scores of the passages that hold one of the terms."""
        if not self.held:
            return {}
        items = self.held.values()
        lengths = np.array([item.length for item in items])
        idfs = {
            term: bm25.idf(self.passages, self.holding(term)) * weight for term, weight in weights.items()
        }
        average = max(lengths.sum(), 0.5) / len(lengths)
        scorer = bm25.okapi([item.counts for item in items], lengths, idfs, self.passages, average)
        scores = zip(self.held, scorer.get_scores(list(weights)).tolist(), strict=True)
        return {number: score for number, score in scores if score > 0}


class MemoryEngine:
    def __init__(self) -> None:
        self._now = MemoryMoment()
        self._local = threading.local()

    def write(
        self,
        added: Mapping[int, DocumentPassages],
        removed: Collection[int] = (),
        *,
        built: Sequence[BuiltSegment] | None = None,
        many: bool = False,
    ) -> int:
        held = {number: item for number, item in self._now.held.items() if item.row not in removed}
        first_added = number = self._now.next_number
        for row, given in added.items():
            owner = _in_the_open(given)
            for first, last in owner.passages:
                held[number] = _held(row, owner, first, last)
                number += 1
        self._now = replace(self._now, generation=self._now.generation + 1, next_number=number, held=held)
        return first_added

    @contextmanager
    def moment(self) -> Iterator[MemoryMoment]:
        outer = getattr(self._local, "moment", None)
        self._local.moment = outer or self._now
        try:
            yield self._local.moment
        finally:
            self._local.moment = outer

    def settle(self) -> None:
        pass

    def drop_removed(self) -> None:
        pass

    def optimise(self) -> None:
        pass


def _in_the_open(item: DocumentPassages) -> DocumentPassages:
    return replace(
        item, sentences=tuple(item.sentences), terms=tuple(item.terms), positions=tuple(item.positions)
    )


def _held(row: int, owner: DocumentPassages, first: int, last: int) -> Held:
    terms = list(chain.from_iterable(held.split() for held in owner.terms[first : last + 1]))
    counts: Counter[str] = Counter()
    for held, units in ((terms, 1.0), (owner.title_terms, 0.5)):
        for term in held:
            counts[term] += units  # type: ignore[assignment]
    return Held(row, owner, first, last, counts, len(terms) + len(owner.title_terms) / 2)


def _passes(item: Held, filters: Filters) -> bool:
    document = item.owner.document
    publisher = (document.publisher or "").casefold()
    return (
        document.collection in filters.collections
        and filters.admit(document)
        and (filters.publisher is None or filters.publisher.casefold() == publisher)
    )


def _stored(number: int, item: Held) -> StoredPassage:
    owner = item.owner
    sentences = [
        StoredSentence(
            owner.sentences[ordinal],
            ordinal,
            tuple(owner.terms[ordinal].split()),
            np.frombuffer(owner.positions[ordinal], dtype=POSITION_TYPE),
        )
        for ordinal in range(item.first, item.last + 1)
    ]
    return StoredPassage(number, item.row, tuple(sentences))
