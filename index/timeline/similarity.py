"""How alike two events' sentences are: cosine over their terms, each weighed by how few of the events have it."""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np

_DIGITS = 9
"""Likeness is rounded to these, so that equal sentences are equal in whatever order their terms are summed."""

_TELLING_TERMS = 9
"""Terms from which a sentence tells enough to speak for others; chosen: one of fewer is a headline or a fragment."""


class TermVectors:
    """The terms of some sentences as vectors of unit length."""

    def __init__(self, sentences: Sequence[frozenset[str]]) -> None:
        holding = Counter(term for terms in sentences for term in terms)
        weights = {term: math.log(1 + len(sentences) / count) for term, count in holding.items()}
        self._vectors = [_unit({term: weights[term] for term in sorted(terms)}) for terms in sentences]

    def terms(self, place: int) -> Collection[str]:
        """Return the terms of a sentence."""
        return self._vectors[place].keys()

    def alike(self, order: Sequence[int], window: int, least: float) -> list[list[tuple[int, float]]]:
        """Return, for each place in ``order``, which of the ``window`` places before it are at least ``least`` alike, in their
        order, each with the likeness, the cosine.

        ``least`` is more than 0. All places are compared at once, term by term, which is much quicker than pair by pair.
        """
        found: list[list[tuple[int, float]]] = [[] for _ in order]
        vectors = [self._vectors[place] for place in order]
        held = sum(map(len, vectors))
        if not held:
            return found
        numbers = {term: number for number, term in enumerate(dict.fromkeys(chain.from_iterable(vectors)))}
        terms = np.fromiter(map(numbers.__getitem__, chain.from_iterable(vectors)), np.int64, held)
        positions = np.repeat(np.arange(len(vectors)), [len(vector) for vector in vectors])
        weights = np.fromiter(chain.from_iterable(map(dict.values, vectors)), float, held)
        by_term = np.argsort(terms, kind="stable")
        terms, positions, weights = terms[by_term], positions[by_term], weights[by_term]
        likeness = np.zeros(len(order) * window)
        for shift in range(1, window + 1):
            back = positions[shift:] - positions[:-shift]
            (near,) = np.nonzero((terms[shift:] == terms[:-shift]) & (back <= window))
            if not len(near):
                break
            pairs = positions[shift:][near] * window + window - back[near]
            products = weights[shift:][near] * weights[:-shift][near]
            likeness += np.bincount(pairs, products, len(likeness))
        likeness = likeness.round(_DIGITS)
        pairs = np.flatnonzero(likeness >= least)
        for pair, found_likeness in zip(pairs.tolist(), likeness[pairs].tolist(), strict=True):
            position, place = divmod(pair, window)
            found[position].append((order[position - window + place], found_likeness))
        return found

    def nearest_to_centre(self, places: Sequence[int]) -> int:
        """Return the sentence, of those at ``places``, nearest to the mean of them all; the first of equals.

        A sentence of a few words is near to everything and tells nothing: it counts less.
        """
        if len(places) == 1:
            return places[0]
        centre: Counter[str] = Counter()
        for place in places:
            centre.update(self._vectors[place])
        likeness = {
            place: round(
                sum(weight * centre[term] for term, weight in self._vectors[place].items())
                * min(1.0, len(self._vectors[place]) / _TELLING_TERMS),
                _DIGITS,
            )
            for place in places
        }
        return max(places, key=lambda place: likeness[place])


def _unit(weights: dict[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / norm for term, weight in weights.items()}
