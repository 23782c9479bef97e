"""Which texts are one story."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.adding.stories import likeness
from index.model import Document

WORDS = [f"word{number}" for number in range(400)]
WIRE = Document(key="a", title="A", text=" ".join(WORDS), publisher="Gazette", published=date(2025, 3, 14))


@given(st.sets(st.integers(0, 400), max_size=300), st.sets(st.integers(0, 400), max_size=300))
def test_the_coefficient_is_that_of_the_sets(one: set[Any] | set[int], other: set[Any] | set[int]) -> None:
    expected = len(one & other) / len(one | other) if one | other else 0.0
    as_runs = [np.array(sorted(numbers), dtype=np.uint64) for numbers in (one, other)]
    assert likeness.jaccard(*as_runs) == expected


@given(st.integers(0, 60), st.randoms(use_true_random=False))
def test_a_signature_estimates_the_coefficient(changed: int, random: Any) -> None:
    edited = WORDS.copy()
    for place in random.sample(range(len(edited)), changed):
        edited[place] = f"edit{place}"
    one, other = likeness.shingles(" ".join(WORDS)), likeness.shingles(" ".join(edited))
    equal = np.mean(likeness.signature(one) == likeness.signature(other))
    assert equal == pytest.approx(likeness.jaccard(one, other), abs=0.35)


@given(st.integers(0, 10), st.randoms(use_true_random=False))
def test_texts_that_are_one_story_are_candidates(changed: int, random: Any) -> None:
    edited = WORDS.copy()
    for place in random.sample(range(len(edited)), changed):
        edited[place] = f"edit{place}"
    one, other = likeness.shingles(" ".join(WORDS)), likeness.shingles(" ".join(edited))
    assert likeness.jaccard(one, other) >= likeness.SAME_STORY
    assert set(likeness.bands(likeness.signature(one))) & set(likeness.bands(likeness.signature(other)))


def test_case_punctuation_and_width_do_not_count() -> None:
    one, other = (
        likeness.shingles("The talks, he said, FAILED."),
        likeness.shingles("the talks he said ｆailed"),
    )
    assert likeness.jaccard(one, other) == 1.0


@pytest.mark.parametrize("text", ["", "one", "two words", "…"])
def test_a_text_of_few_words_has_a_signature(text: str) -> None:
    assert len(likeness.signature(likeness.shingles(text))) == likeness.SIGNATURE_LENGTH


def test_a_story_that_two_outlets_print_is_one() -> None:
    reprint = replace(
        WIRE, key="b", publisher="Herald", published=date(2025, 3, 15), text=WIRE.text + " Reporting by X."
    )
    assert likeness.same_story(WIRE, reprint)


@pytest.mark.parametrize(
    "other",
    [
        replace(WIRE, key="b"),
        replace(WIRE, key="b", publisher="Herald", published=date(2026, 3, 14)),
        replace(WIRE, key="b", publisher="Herald", text=" ".join(WORDS[::-1])),
    ],
)
def test_one_publisher_another_year_or_another_text_is_another_story(other: Document) -> None:
    assert not likeness.same_story(WIRE, other)
