"""Which of the names of a page is its title."""

import pytest
from lxml import html

from index.readers.web_pages.titles import find_title


def title(head: str, body: str, publisher: str | None = None, lines: tuple[str, ...] = ()) -> str:
    tree = html.fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return find_title(tree, publisher, lines, None)


SHARED = "<meta property='og:title' content='{}'>"
DECLARED = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}"}}</script>'


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param(
            "<title>King's bridge reopens | The Post | by Ida Lund</title>",
            "<h1>King’s bridge reopens</h1>",
            "King’s bridge reopens",
            id="quotation marks are curled in the heading alone",
        ),
        pytest.param(
            "<title>Tarvo ferry talks: six things to know - The Post</title>",
            "<h1>Envoys of Tarvo resume ferry talks in Halm</h1>",
            "Envoys of Tarvo resume ferry talks in Halm",
            id="an only heading in other words",
        ),
        pytest.param(
            "<title>Ferry talks | The Post</title>" + DECLARED.format("Envoys resume ferry talks at Halm"),
            "<h1>The Post</h1><h1>Envoys resume the ferry talks at Halm</h1><h1>Storm closes the harbour again</h1>",
            "Envoys resume the ferry talks at Halm",
            id="the heading that shares most words with the declared headline",
        ),
        pytest.param(
            SHARED.format("Envoys resume ferry talks at Halm") + "<title>Ferry: what is new</title>",
            "<h1><span>World</span>Envoys resume ferry talks at Halm</h1>",
            "Envoys resume ferry talks at Halm",
            id="what is glued before the headline in the same heading",
        ),
        pytest.param(
            "<title>Envoys resume ferry talks - The Post</title>",
            "<h1>World</h1><h1>More</h1>",
            "Envoys resume ferry talks - The Post",
            id="headings of one word are sections",
        ),
    ],
)
def test_the_title_is_the_headline_that_a_reader_sees(head: str, body: str, expected: str) -> None:
    assert title(head, body, publisher="The Post") == expected


def test_a_heading_that_shares_less_than_half_of_its_words_is_another_story() -> None:
    head = "<title>Envoys resume ferry talks</title>"
    body = "<h1>Storm closes harbour, ferry stays in port</h1><h1>Harvest of barley fails in the north</h1>"
    assert title(head, body) == "Envoys resume ferry talks"


def test_a_heading_that_names_the_site_is_no_title() -> None:
    tree = html.fromstring(
        "<html><head><title>What the deal leaves out – Harbour Notes</title></head><body>"
        "<h1 class='site-title'><a href='/'>Harbour Notes</a></h1><h2>What the deal leaves out</h2></body></html>"
    )
    assert find_title(tree, None, [], None) == "What the deal leaves out"


def test_a_heading_that_the_title_of_the_window_ends_with_is_the_title() -> None:
    tree = html.fromstring(
        "<html><head><title>Ministry - Statement: the joint commission meets</title></head><body>"
        "<h2>Statement: the joint commission meets</h2><h2>Contact us by post</h2></body></html>"
    )
    assert find_title(tree, None, [], "Ministry") == "Statement: the joint commission meets"
