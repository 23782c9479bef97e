"""How alike two events' sentences are: cosine over their terms, each weighed by how few of the events have it."""

import math
from collections import Counter
from collections.abc import Sequence

_DIGITS = 9
"""Likeness is rounded to these, so that equal sentences are equal in whatever order their terms are summed."""

_TELLING_TERMS = 9


class TermVectors:
    """The terms of some sentences as vectors of unit length."""

    def __init__(self, sentences: Sequence[frozenset[str]]) -> None:
        holding = Counter(term for terms in sentences for term in terms)
        weights = {term: math.log(1 + len(sentences) / count) for term, count in holding.items()}
        self._vectors = [_unit({term: weights[term] for term in sorted(terms)}) for terms in sentences]

    def cosine(self, one: int, other: int) -> float:
        """Return the likeness of two sentences, by their places, from 0 to 1."""
        first, second = self._vectors[one], self._vectors[other]
        # Few pairs share more than a term or two, and the terms of a vector are in order.
        shared = sorted(first.keys() & second.keys())
        return sum(first[term] * second[term] for term in shared)

    def nearest_to_centre(self, places: Sequence[int]) -> int:
        """Return the sentence, of those at ``places``, nearest to the mean of them all; the first of equals.

        A sentence of a few words is near to everything and tells nothing: it counts less.
        """
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
