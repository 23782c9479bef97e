from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.showing.words import day
from bot.on_discord.cards.parts.citation import MAX_URL, safe_link


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "//example.org/a",
        "example.org",
        "https://",
        "https://bank.example@evil.example/",
        "https://[::1",
        "https://example.org/" + "a" * 600,
    ],
)
def test_what_may_not_be_followed_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None


def test_what_would_end_a_link_is_encoded_and_the_rest_is_left_alone() -> None:
    url = "https://example.org/a(b)/?q=1&r=[2]#:~:text=one%2Dtwo,three%20\u00e9"
    assert safe_link(url) == "https://example.org/a%28b%29/?q=1&r=%5B2%5D#:~:text=one%2Dtwo,three%20%C3%A9"


def test_an_address_that_is_too_long_loses_its_fragment_first() -> None:
    assert safe_link("https://example.org/a#" + "b" * 600) == "https://example.org/a"


@given(st.text(max_size=80))
def test_a_link_is_one_word_of_plain_characters_and_leads_to_the_same_place(rest: str) -> None:
    url = f"https://example.org/{rest}".strip()
    link = safe_link(url)
    if link is not None:
        assert len(link) <= MAX_URL
        assert link.isascii()
        assert not set(link) & set(' ()<>[]\\"\n')
        assert unquote(link) == unquote(url.encode("utf-8", "replace").decode())


def test_days_are_written_out_in_english() -> None:
    assert day(date(2025, 3, 4)) == "4 March 2025"
    assert day(None) == "date unknown"
