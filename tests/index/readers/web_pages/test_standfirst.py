"""The paragraph between the headline and the article."""

import pytest
from lxml import html

from index.readers.web_pages.standfirst import find_standfirst

TITLE = "Envoys resume ferry talks"
LEAD = "Both sides want the line to Halm open before the first snow, and neither wants to pay for the pier."
FIRST = "The envoys of Tarvo and Halm met at the customs house on Monday to speak of the ferry."
DESCRIBED = f'<meta name="description" content="{LEAD}">'


def found(between: str, head: str = "", lines: tuple[str, ...] = (FIRST,)) -> str:
    body = f"<article><header><h1>{TITLE}</h1>{between}</header><p>{FIRST}</p><p class='summary'>{LEAD}</p></article>"
    return find_standfirst(
        html.fromstring(f"<html><head>{head}</head><body>{body}</body></html>"), TITLE, lines
    )


@pytest.mark.parametrize(
    ("between", "head"),
    [
        (f'<p class="article-lead">{LEAD}</p>', ""),
        (f'<div class="dek"><p>{LEAD}</p></div>', ""),
        (f'<h2 class="Post-excerpt">{LEAD}</h2>', ""),
        (f'<p class="css-1485smx">{LEAD}</p>', DESCRIBED),
        (f'<p class="byline">By Ida Lund</p><time>3 May 2024</time><p class="standfirst">{LEAD}</p>', ""),
    ],
)
def test_a_paragraph_that_is_marked_or_described_is_the_standfirst(between: str, head: str) -> None:
    assert found(between, head) == LEAD


@pytest.mark.parametrize(
    ("between", "head", "lines"),
    [
        pytest.param(f'<p class="css-1">{LEAD}</p>', "", (FIRST,), id="neither marked nor described"),
        pytest.param(f'<p class="lead">{LEAD}</p>', "", (f"{FIRST} {LEAD}",), id="the text has it"),
        pytest.param('<p class="lead">Ferries</p>', "", (FIRST,), id="the name of a section"),
        pytest.param(f'<aside><p class="lead">{LEAD}</p></aside>', "", (FIRST,), id="of another story"),
        pytest.param(f'<figure><p class="description">{LEAD}</p></figure>', "", (FIRST,), id="of a picture"),
        pytest.param(
            '<p class="lead">By Ida Lund and Olof Sandberg, in Halm and in Tarvo</p>',
            "",
            (FIRST,),
            id="a byline",
        ),
        pytest.param("", "", (FIRST,), id="behind the first paragraph"),
        pytest.param(f'<p class="lead">{LEAD}</p>', "", (), id="no text"),
    ],
)
def test_what_is_no_standfirst_is_left_out(between: str, head: str, lines: tuple[str, ...]) -> None:
    assert found(between, head, lines) == ""


@pytest.mark.parametrize(("length", "is_one"), [(39, False), (40, True), (600, True), (601, False)])
def test_a_standfirst_is_a_sentence_or_two(length: int, is_one: bool) -> None:
    words = ("The pier is old. " * 40)[: length - 1] + "x"
    assert bool(found(f'<p class="lead">{words}</p>')) is is_one
