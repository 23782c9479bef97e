"""What a page sets beside its article is not read with it."""

import pytest

from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from tests.index.readers.web_pages.pages import read

WORDS = "Rain is to fall on the islands for a week."


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
        f"<ul class='latest-news-box-row'><li><h3><a href='2'>Storm</a></h3><h4>{WORDS}</h4></li></ul>",
        f"<div class='latest-box'><p>{WORDS}</p></div>",
        "<script>window.shown = 'The line is open.';</script>",
        "<style>p { color: 'red'; }</style>",
        "<p>Don’t miss</p>",
        "<p>You may also like...</p>",
        "<p>GET THE DAILY RAIL ON THE GO BY CLICKING HERE</p>",
        "<p>Click here to book a ticket</p>",
        "<p>Like this story? Share it with a friend!</p>",
        "<p>Popular on Rail Daily</p>",
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


@pytest.mark.parametrize(
    "line",
    [
        "SOURCE: Rail News",
        "Source: agencies",
        "Provided by the Railway Institute",
        "ona.riis@rail.example",
        "https://rail.example/line-9",
        "Reach the reporters on Twitter at @onariis and @finn",
        "Write to Ona Riis at ona.riis@rail.example",
        "Follow Rail Daily on Instagram",
        "Subscribe to the evening newsletter",
        "Get the day’s headlines delivered to your inbox",
        "Listen to Rail Hour live at noon",
        "More on railways: https://rail.example/all",
    ],
)
def test_where_else_to_look_is_no_end_of_an_article(line: str) -> None:
    assert read("", f"<p>{line}</p>") == read("")


@pytest.mark.parametrize(
    "line",
    [
        "Source of the river: a spring above the bridge.",
        "More trains are to run in May.",
        "The guards follow orders from the capital.",
        "Contact between the guards was lost at noon.",
        "Get off at the bridge, a sign tells those who want to walk.",
    ],
)
def test_a_sentence_at_the_end_is_of_the_article(line: str) -> None:
    assert read("", f"<p>{line}</p>") == [*read(""), line]


def test_what_a_name_says_when_it_is_pointed_at_is_not_glued_to_it() -> None:
    shown = (
        "<span class='rollover-people-block'><a href='2'>Ona Marie Riis</a><a href='3'>Line closed</a></span>"
    )
    (line,) = [
        one
        for one in read(
            f"<p>Minister <span class='rollover-people'><a>Ona Riis</a>{shown}</span> came by train.</p>"
        )
        if "Minister" in one
    ]
    assert line == "Minister Ona Riis came by train."


def test_the_code_of_a_player_is_no_standfirst() -> None:
    code = "var p = {play: function () { return 'the line between the capitals'; }};"
    lead = f"<div class='article-lead'><script>{code}</script></div>"
    page = f"<h1>Rail link reopens</h1>{lead}<p>The two governments reopened the railway between their capitals.</p>"
    (document,) = read_bytes(f"<html><body>{page}</body></html>".encode(), Origin("a.html", "/docs/a.html"))
    assert "function" not in document.text
