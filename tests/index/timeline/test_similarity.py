"""Likeness of sentences, all at once, is that of each pair by itself."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.timeline.similarity import TermVectors

SENTENCES = st.lists(st.frozensets(st.sampled_from("abcdefghij"), max_size=6), max_size=12)


def cosine(sentences: list[frozenset[str]], one: int, other: int) -> float:
    weight = {
        term: math.log(1 + len(sentences) / sum(term in held for held in sentences))
        for held in sentences
        for term in held
    }

    def length(terms: frozenset[str]) -> float:
        return math.sqrt(sum(weight[term] ** 2 for term in terms)) or 1.0

    shared = sentences[one] & sentences[other]
    return sum(weight[term] ** 2 for term in shared) / length(sentences[one]) / length(sentences[other])


@given(SENTENCES, st.randoms(), st.integers(1, 14), st.sampled_from([0.1, 0.35, 0.6]))
def test_every_pair_within_the_window_that_is_alike_is_found_in_its_order(
    sentences: list[frozenset[str]], chance: object, window: int, least: float
) -> None:
    order = list(range(len(sentences)))
    chance.shuffle(order)
    found = TermVectors(sentences).alike(order, window, least)
    for position, place in enumerate(order):
        expected = {
            other: likeness
            for other in order[max(0, position - window) : position]
            if (likeness := round(cosine(sentences, place, other), 9)) >= least
        }
        assert [other for other, _ in found[position]] == list(expected)
        assert [likeness for _, likeness in found[position]] == pytest.approx(list(expected.values()))


def test_one_sentence_is_nearest_to_itself() -> None:
    assert TermVectors([frozenset("ab"), frozenset("c")]).nearest_to_centre([1]) == 1


def test_a_sentence_of_few_words_speaks_for_others_less_than_one_that_tells_enough() -> None:
    # Without a word in common each is near to itself alone, and they differ in how much they tell.
    of_eight, of_nine, of_ten = frozenset("abcdefgh"), frozenset("ijklmnopq"), frozenset("0123456789")
    assert TermVectors([of_eight, of_nine]).nearest_to_centre([0, 1]) == 1
    assert TermVectors([of_nine, of_ten]).nearest_to_centre([0, 1]) == 0
    assert TermVectors([of_ten, of_nine]).nearest_to_centre([0, 1]) == 0
