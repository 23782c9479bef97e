"""By what a document is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.readers.metadata import identity


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
def test_spellings_of_one_address_are_one(spelling: str) -> None:
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
def test_addresses_of_different_pages_stay_apart(one: str, other: str) -> None:
    assert identity.canonical_url(one) != identity.canonical_url(other)


def test_the_order_of_parameters_does_not_count() -> None:
    first, second = "https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1"
    assert identity.canonical_url(first) == identity.canonical_url(second)


def test_a_host_in_other_letters_is_its_ascii_form() -> None:
    assert identity.canonical_url("https://MÜNCHEN.example/a") == "https://xn--mnchen-3ya.example/a"


@given(st.text(max_size=60).map(lambda tail: "https://example.org/" + tail))
def test_a_canonical_address_is_its_own_canonical_address(url: str) -> None:
    once = identity.canonical_url(url)
    assert identity.canonical_url(once) == once


@given(st.text(max_size=40))
def test_any_text_has_a_canonical_form(text: str) -> None:
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
def test_a_site_is_a_host_and_its_subdomains(one: str, other: str, same: bool) -> None:
    assert identity.same_site(one, other) is same
    assert identity.same_site(other, one) is same


def test_spacing_does_not_change_a_content_hash() -> None:
    assert identity.content_hash("a  b\n\nc") == identity.content_hash("a b c")
    assert identity.content_hash("a b c") != identity.content_hash("a b d")
