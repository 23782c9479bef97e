"""How words stand in a sentence: each measure at the bound of what it counts."""

from collections.abc import Sequence

import pytest

from index.answering.ranking.arrangement import (
    MatchedSentence,
    bigrams,
    distance_to_nearest,
    has_within,
    order,
    proximity,
    window,
)

IDF = (1.0, 2.0, 4.0)
Occurrence = tuple[int, int, float]


def at(*occurrences: Occurrence) -> MatchedSentence:
    return MatchedSentence((1.0, 1.0, 1.0), occurrences, 20)


@pytest.mark.parametrize(
    ("occurrences", "value"),
    [
        ((), 0.0),
        (((0, 0, 1.0),), 0.0),
        (((0, 0, 1.0), (1, 0, 1.0)), 0.0),
        (((0, 0, 1.0), (1, 1, 1.0)), 1.0),
        (((0, 0, 1.0), (4, 1, 1.0)), 0.5),
        (((0, 0, 1.0), (0, 1, 1.0)), 1.0),
        (((0, 1, 0.25), (1, 0, 1.0)), 0.5),
        (((0, 1, 1.0), (1, 2, 0.25)), 1.0),
        (((0, 0, 1.0), (4, 1, 1.0), (5, 0, 1.0)), 1.0),
        (((0, 0, 1.0), (1, 1, 1.0), (5, 0, 1.0)), 1.0),
        (((0, 0, 1.0), (1, 1, 1.0), (2, 2, 1.0)), 3.0),
    ],
)
def test_proximity_counts_each_two_words_at_their_nearest(
    occurrences: Sequence[Occurrence], value: float
) -> None:
    assert proximity(at(*occurrences), IDF) == pytest.approx(value)


@pytest.mark.parametrize(("away", "value"), [(-1, 0.0), (0, 0.0), (1, 2.0), (2, 2.0), (3, 2.0), (4, 0.0)])
def test_neighbours_stand_within_three_words_in_the_order_of_the_question(away: int, value: float) -> None:
    occurrences = sorted([(5, 1, 1.0), (5 + away, 2, 1.0)])
    assert bigrams(at(*occurrences), [(1, 2)], IDF) == value
    assert bigrams(at(*occurrences), [(2, 0)], IDF) == 0.0
    assert bigrams(at(*occurrences), [(1, 2), (1, 2)], IDF) == 2 * value


@pytest.mark.parametrize(("away", "value"), [(0, 5.0), (9, 5.0), (10, 4.0), (11, 4.0)])
def test_a_window_is_ten_words(away: int, value: float) -> None:
    assert window(at((3, 0, 1.0), (3 + away, 2, 1.0)), IDF) == value


def test_in_a_window_each_word_counts_once_and_at_its_best() -> None:
    assert window(at((0, 2, 0.5), (1, 2, 0.75), (2, 2, 0.5), (3, 0, 1.0)), IDF) == 4.0
    assert window(at((0, 0, 1.0), (12, 1, 1.0), (13, 2, 1.0), (30, 2, 1.0)), IDF) == 6.0


@pytest.mark.parametrize(("away", "value"), [(-2, 0.0), (0, 0.0), (1, 2.0), (2, 1.5), (4, 1.0), (7, 2 / 3)])
def test_order_counts_less_the_farther_apart(away: int, value: float) -> None:
    occurrences = sorted([(5, 1, 1.0), (5 + away, 2, 1.0)])
    assert order(at(*occurrences), [(1, 2)], IDF) == pytest.approx(value)


def test_order_takes_the_pair_that_weighs_most() -> None:
    occurrences = [(0, 1, 0.5), (1, 2, 0.5), (4, 1, 1.0), (5, 2, 0.75), (6, 2, 1.0)]
    assert order(at(*occurrences), [(1, 2), (0, 2), (2, 0)], IDF) == pytest.approx(2 * 0.75)


@pytest.mark.parametrize(
    ("first", "last", "within"),
    [(0, 2, False), (0, 3, True), (3, 3, True), (4, 6, False), (7, 9, True), (8, 9, False)],
)
def test_within(first: int, last: int, within: bool) -> None:
    assert has_within([3, 7], first, last) is within


@pytest.mark.parametrize(("place", "away"), [(0, 3), (3, 0), (4, 1), (5, 2), (6, 1), (7, 0), (12, 5)])
def test_the_nearest(place: int, away: int) -> None:
    assert distance_to_nearest([3, 7], place) == away
