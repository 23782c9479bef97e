"""Which texts are the same."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Document
from index.readers import identity

WORDS = [f"word{number}" for number in range(400)]
WIRE = Document(key="a", title="A", text=" ".join(WORDS), publisher="Gazette", published=date(2025, 3, 14))


@pytest.mark.parametrize(
    "spelling",
    [
        "https://Example.org/a/b",
        "http://example.org/a/b",
        "https://example.org:443/a/b/",
        "https://example.org./a/b#section",
        "https://example.org/a/b?utm_source=x&fbclid=1",
        " https://example.org/%61/b ",
    ],
)
def test_spellings_of_one_address_are_one(spelling):
    assert identity.canonical_url(spelling) == "https://example.org/a/b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org/a"),
        ("https://www.example.org/a", "https://example.org/a"),
    ],
)
def test_addresses_of_different_pages_stay_apart(one, other):
    assert identity.canonical_url(one) != identity.canonical_url(other)


def test_the_order_of_parameters_does_not_count():
    first, second = "https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1"
    assert identity.canonical_url(first) == identity.canonical_url(second)


def test_a_host_in_other_letters_is_its_ascii_form():
    assert identity.canonical_url("https://MÜNCHEN.example/a") == "https://xn--mnchen-3ya.example/a"


@given(st.text(max_size=60).map(lambda tail: "https://example.org/" + tail))
def test_a_canonical_address_is_its_own_canonical_address(url):
    once = identity.canonical_url(url)
    assert identity.canonical_url(once) == once


@given(st.text(max_size=40))
def test_any_text_has_a_canonical_form(text):
    identity.canonical_url(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.example.org/a", "https://example.org/b", True),
        ("https://amp.example.org/a", "https://www.example.org/b", True),
        ("https://news.example.org/a", "https://example.org/b", True),
        ("https://example.org/a", "https://example.net/a", False),
        ("https://notexample.org/a", "https://example.org/a", False),
        ("https://example.org.evil.net/a", "https://example.org/a", False),
        ("https://org/", "https://example.org/a", False),
        ("nonsense", "nonsense", False),
    ],
)
def test_a_site_is_a_host_and_its_subdomains(one, other, same):
    assert identity.same_site(one, other) is same
    assert identity.same_site(other, one) is same


def test_spacing_does_not_change_a_content_hash():
    assert identity.content_hash("a  b\n\nc") == identity.content_hash("a b c")
    assert identity.content_hash("a b c") != identity.content_hash("a b d")


@given(st.sets(st.integers(0, 400), max_size=300), st.sets(st.integers(0, 400), max_size=300))
def test_the_coefficient_is_that_of_the_sets(one, other):
    expected = len(one & other) / len(one | other) if one | other else 0.0
    as_runs = [np.array(sorted(numbers), dtype=np.uint64) for numbers in (one, other)]
    assert identity.jaccard(*as_runs) == expected


@given(st.integers(0, 60), st.randoms(use_true_random=False))
def test_a_signature_estimates_the_coefficient(changed, random):
    edited = WORDS.copy()
    for place in random.sample(range(len(edited)), changed):
        edited[place] = f"edit{place}"
    one, other = identity.shingles(" ".join(WORDS)), identity.shingles(" ".join(edited))
    equal = np.mean(identity.signature(one) == identity.signature(other))
    assert equal == pytest.approx(identity.jaccard(one, other), abs=0.35)


@given(st.integers(0, 10), st.randoms(use_true_random=False))
def test_texts_that_are_one_story_are_candidates(changed, random):
    edited = WORDS.copy()
    for place in random.sample(range(len(edited)), changed):
        edited[place] = f"edit{place}"
    one, other = identity.shingles(" ".join(WORDS)), identity.shingles(" ".join(edited))
    assert identity.jaccard(one, other) >= identity.SAME_STORY
    assert set(identity.bands(identity.signature(one))) & set(identity.bands(identity.signature(other)))


def test_case_punctuation_and_width_do_not_count():
    one, other = (
        identity.shingles("The talks, he said, FAILED."),
        identity.shingles("the talks he said ｆailed"),
    )
    assert identity.jaccard(one, other) == 1.0


@pytest.mark.parametrize("text", ["", "one", "two words", "…"])
def test_a_text_of_few_words_has_a_signature(text):
    assert len(identity.signature(identity.shingles(text))) == identity.SIGNATURE_LENGTH


def test_a_story_that_two_outlets_print_is_one():
    reprint = replace(
        WIRE, key="b", publisher="Herald", published=date(2025, 3, 15), text=WIRE.text + " Reporting by X."
    )
    assert identity.same_story(WIRE, reprint)


@pytest.mark.parametrize(
    "other",
    [
        replace(WIRE, key="b"),
        replace(WIRE, key="b", publisher="Herald", published=date(2026, 3, 14)),
        replace(WIRE, key="b", publisher="Herald", text=" ".join(WORDS[::-1])),
    ],
)
def test_one_publisher_another_year_or_another_text_is_another_story(other):
    assert not identity.same_story(WIRE, other)
