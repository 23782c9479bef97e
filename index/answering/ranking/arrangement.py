"""How a question's words stand in a sentence: near one another, as neighbours, within a few words, in order.

The idf is by index of the question's word; what is returned is a sum of it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

_NEIGHBOURS = 3
"""How many words apart neighbours of the question may stand: "Vale and Sato met"."""

_WINDOW = 10
"""How many words are a few."""


class MatchedSentence(NamedTuple):
    """Which of a question's words a sentence has: by index of the word, how well (1 for itself), and where."""

    best: tuple[float, ...]
    occurrences: tuple[tuple[int, int, float], ...]
    length: int


def proximity(matched: MatchedSentence, idf: Sequence[float]) -> float:
    """Return how much idf stands side by side: each two words at their nearest, divided by the root of how far they are apart."""
    nearest: dict[tuple[int, int], float] = {}
    for (place, index, weight), (other_place, other, other_weight) in zip(
        matched.occurrences, matched.occurrences[1:], strict=False
    ):
        if index != other:
            strength = (
                min(idf[index] * weight, idf[other] * other_weight) / max(other_place - place, 1) ** 0.5
            )
            pair = (min(index, other), max(index, other))
            nearest[pair] = max(nearest.get(pair, 0.0), strength)
    return sum(nearest.values())


def bigrams(matched: MatchedSentence, pairs: Sequence[tuple[int, int]], idf: Sequence[float]) -> float:
    """Return the idf of the ``pairs``, words that are neighbours in the question, that are neighbours in the sentence too."""
    places: dict[int, list[int]] = {}
    for place, index, _ in matched.occurrences:
        places.setdefault(index, []).append(place)
    found = 0.0
    for one, two in pairs:
        after = places.get(two, ())
        if any(has_within(after, place + 1, place + _NEIGHBOURS) for place in places.get(one, ())):
            found += min(idf[one], idf[two])
    return found


def window(matched: MatchedSentence, idf: Sequence[float]) -> float:
    """Return the most idf that stands within a few words."""
    most = 0.0
    for first, (start, _, _) in enumerate(matched.occurrences):
        held: dict[int, float] = {}
        for number in range(first, len(matched.occurrences)):
            place, index, weight = matched.occurrences[number]
            if place - start >= _WINDOW:
                break
            held[index] = max(held.get(index, 0.0), weight * idf[index])
        most = max(most, sum(held.values()))
    return most


def order(matched: MatchedSentence, pairs: Sequence[tuple[int, int]], idf: Sequence[float]) -> float:
    """Return the idf of the ``pairs`` that stand in the question's order, the less the farther they are apart."""
    held: dict[int, list[tuple[int, float]]] = {}
    for place, index, weight in matched.occurrences:
        held.setdefault(index, []).append((place, weight))
    found = 0.0
    for one, two in pairs:
        if one in held and two in held:
            found += _nearest_after(held[one], held[two]) * min(idf[one], idf[two])
    return found


def has_within(places: Sequence[int], first: int, last: int) -> bool:
    """Tell whether one of ``places``, ascending, is from ``first`` to ``last``."""
    found = bisect_left(places, first)
    return found < len(places) and places[found] <= last


def distance_to_nearest(places: Sequence[int], place: int) -> int:
    """Return how far the nearest of ``places``, one at least and ascending, is from ``place``."""
    found = bisect_left(places, place)
    if found == len(places):
        return place - places[-1]
    after = places[found] - place
    return min(after, place - places[found - 1]) if found else after


def _nearest_after(ones: Sequence[tuple[int, float]], others: Sequence[tuple[int, float]]) -> float:
    """Return the most that one of ``ones`` and one of ``others`` after it weigh together, the less the farther they are apart.

    Both are places with weights, ascending.
    """
    most = 0.0
    after: dict[float, int] = {}
    number = len(others)
    for place, weight in reversed(ones):
        while number and others[number - 1][0] > place:
            number -= 1
            after[others[number][1]] = others[number][0]
        for other_weight, other_place in after.items():
            most = max(most, weight * other_weight / (1 + (other_place - place - 1) / 3))
    return most
