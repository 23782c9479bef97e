"""Web pages."""

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import MalformedSource
from index.model import Document
from index.readers import html
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import SENTENCES, article, page

URL = "https://post.example.org/world/2025/exchange?utm_source=mail"


def read(data: bytes, **said: Any) -> Document | None:
    (document,) = html.read(data, Origin(name="exchange.html", key="/docs/exchange.html", **said))
    return document


def test_the_article_is_the_text_one_paragraph_for_each_of_its_own() -> None:
    assert read(page(article())).text == "\n\n".join(SENTENCES)


def test_navigation_and_footer_are_left_out() -> None:
    assert "rights reserved" not in read(page(article())).text


def test_a_heading_that_is_part_of_the_title_is_the_title() -> None:
    document = read(page(article("<h1>Envoys agree on prisoner exchange</h1>")))
    assert document.title == "Envoys agree on prisoner exchange"


def test_a_heading_that_names_the_site_is_not_the_title() -> None:
    head = "<meta property='og:site_name' content='The Example Post'>"
    body = article("<h1>The Example Post</h1><h1>Envoys agree on prisoner exchange</h1>")
    document = read(page(body, head=head))
    assert document.title == "Envoys agree on prisoner exchange"
    assert document.publisher == "The Example Post"


def test_the_date_that_the_page_declares_is_the_publication_date() -> None:
    head = "<meta property='article:published_time' content='2025-03-14T21:00:00-04:00'>"
    assert read(page(article(), head=head)).published == date(2025, 3, 14)


def test_the_word_of_the_host_wins_over_the_page() -> None:
    head = "<meta property='article:published_time' content='2025-03-14T21:00:00-04:00'>"
    said = {"title": "Exchange", "publisher": "Gazette", "published": date(2025, 3, 13)}
    document = read(page(article(), head=head), url=URL, collection="guild", **said)
    assert (document.title, document.publisher, document.published) == (
        "Exchange",
        "Gazette",
        date(2025, 3, 13),
    )
    assert document.collection == "guild"


def test_the_canonical_address_is_cited_and_is_the_identity() -> None:
    head = "<link rel='canonical' href='https://post.example.org/world/2025/exchange'>"
    document = read(page(article(), head=head), url=URL)
    assert document.url == "https://post.example.org/world/2025/exchange"
    assert document.key == "https://post.example.org/world/2025/exchange"


def test_a_page_cannot_pass_for_a_page_of_another_site() -> None:
    head = "<link rel='canonical' href='https://gazette.example.net/exchange'>"
    document = read(page(article(), head=head), url=URL)
    assert document.url == URL
    assert document.key == "https://post.example.org/world/2025/exchange"


def test_a_page_from_a_file_without_an_address_is_known_by_its_path() -> None:
    document = read(page(article()))
    assert document.url is None
    assert document.key == "/docs/exchange.html"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "iso-8859-1", "utf-16"])
def test_the_declared_encoding_is_understood(encoding: str) -> None:
    words = {
        "windows-1251": "Переговоры о прекращении огня продолжились",
        "iso-8859-1": "Le traité de paix a été signé",
    }
    sentence = words.get(encoding, "Переговоры – „Genève“ traité") + " " + SENTENCES[0]
    text = page(article(f"<p>{sentence}</p>")).decode().replace("charset='utf-8'", f"charset='{encoding}'")
    assert sentence in read(text.encode(encoding)).text


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"<html></html>", b"<html><body><script>x()</script></body></html>"]
)
def test_a_page_without_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(MalformedSource, match=r"exchange\.html: .+ \.txt file\."):
        read(data)


@given(st.integers(0, 2**32), st.integers(400, 20_000))
def test_bytes_that_are_no_text_are_refused(seed: int, length: int) -> None:
    with pytest.raises(MalformedSource, match=r"exchange\.html"):
        read(random.Random(seed).randbytes(length))


def test_bytes_that_are_no_text_are_refused_in_a_page_too() -> None:
    noise = random.Random(1).randbytes(3_000)
    with pytest.raises(MalformedSource, match=r"exchange\.html is not a web page: it is not text\. Save"):
        read(b"<html><head><meta charset='utf-8'></head><body><p>" + noise + b"</p></body></html>")


def test_a_short_page_has_its_paragraphs() -> None:
    body = f"<h1>Envoys agree</h1><p class='byline'>Ann Berg, 3 April 2024</p><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>"
    found = read(page(body))
    assert f"\n\n{SENTENCES[0]}\n\n{SENTENCES[1]}" in found.text
    assert found.published == date(2024, 4, 3)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Paid by April<sup>1</sup> in full", "Paid by April in full"),
        ("The lake has 40 km<sup>2</sup> of ice", "The lake has 40 km² of ice"),
        ("It holds 10<sup>6</sup> litres", "It holds 10⁶ litres"),
        ("It is paid.<sup>2</sup> All of it", "It is paid. All of it"),
    ],
)
def test_a_small_number_is_the_mark_of_a_note_behind_a_word_and_a_power_behind_a_unit(
    written: str, shown: str
) -> None:
    told = f"{written}, the two sides said after the talks in Hale on Friday."
    markup = f"<html><body><article><p>{told}</p></article></body></html>"
    (document,) = html.read(markup.encode(), Origin(name="a.html", key="a"))
    assert shown in document.text
