"""What a page sets beside its article is not read with it."""

import pytest

from index.model import Document
from index.readers import read_bytes
from index.readers.metadata.origin import Origin

STORY = (
    "<h1>Rail link reopens</h1><p>The two governments reopened the railway between their capitals.</p>"
    "<p>A ticket costs eighteen crowns, and customs officers board at the bridge.</p>{}<p>The line was closed in 2014.</p>{}"
)
WORDS = "Rain is to fall on the islands for a week."


def read(inside: str, behind: str = "") -> list[str]:
    story = STORY.format(inside, behind)
    page = (
        f"<html><head><title>Rail link reopens</title></head><body><article>{story}</article></body></html>"
    )
    (document,) = read_bytes(page.encode(), Origin("a.html", "/docs/a.html"))
    assert isinstance(document, Document)
    return document.text.split("\n\n")


@pytest.mark.parametrize(
    "block",
    [
        f"<div class='card teaser'><a href='2'>Storm</a><p>{WORDS}</p></div>",
        f"<article class='teaser'><h3><a href='2'>Storm</a></h3><p>{WORDS}</p></article>",
        f"<div class='inline-promo'><p>{WORDS}</p></div>",
        f"<div class='jp-relatedposts'><p>{WORDS}</p></div>",
        f"<div class='comments-area'><p>{WORDS}</p></div>",
        f"<div class='author-bio'><p>{WORDS}</p></div>",
        f"<amp-list><p>{WORDS}</p></amp-list>",
        f"<div role='dialog'><p>{WORDS}</p></div>",
        f"<div class='sidebar'><p>{WORDS}</p></div>",
        "<p><img src='a.jpg' alt=''><br><em>The bridge of Lunnport in the rain</em></p>",
        "<p>Leia também: <a href='3'>Rain on the islands</a></p>",
        "<p class='autor'>Por Lia Campos</p>",
        "<p class='byline'>Ona Riis and Finn Adair</p>",
        "<div class='field field--label-above'><div>Number</div><div>117/2024</div></div>",
        "<p><a href='1'>Print</a> <a href='2'>Back</a></p>",
    ],
)
def test_what_is_marked_as_beside_the_article_is_left_out(block: str) -> None:
    assert read(block) == read("")


@pytest.mark.parametrize(
    "block",
    [
        f"<p class='teaser'>{WORDS}</p>",
        f"<p class='paywall'>{WORDS}</p>",
        f"<p class='byline'>{WORDS}</p>",
        f"<div class='sidebar-grid__content article__content'><p>{WORDS}</p></div>",
        "<p><a href='1'>Tarn</a> and <a href='2'>Oke</a> have signed.</p>",
    ],
)
def test_a_standfirst_and_what_is_hidden_from_others_is_read(block: str) -> None:
    assert len(read(block)) == len(read("")) + 1


def test_the_prices_below_a_notice_go_with_it() -> None:
    offer = "<p>Subscribe to unlock this article</p><p>Try unlimited access. Only $1 for 4 weeks.</p><p>Then $69 per month.</p>"
    assert read("", offer) == read("")
    assert read("", "<p>The ticket was $69 per month before.</p>") == [
        *read(""),
        "The ticket was $69 per month before.",
    ]


def test_the_initials_of_an_agency_are_no_end_of_an_article() -> None:
    assert read("", "<p>dpa/ja</p>") == read("", "<p>(bsc)</p>") == read("")
