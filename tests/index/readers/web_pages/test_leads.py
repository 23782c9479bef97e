"""Lines that lead to other stories are not read with an article; links inside its own sentences and lists are."""

import pytest

from tests.index.readers.web_pages.pages import read

HEADLINE = "Ferries stay in port as storm nears"
OTHER = "Council of Lund elects a new speaker"


@pytest.mark.parametrize(
    "block",
    [
        f"<p><a href='/2'>{HEADLINE}</a></p>",
        f"<p><strong><a href='/2'>{HEADLINE.upper()}</a></strong></p>",
        f"<p>See more: <a href='/2'>{HEADLINE}</a></p>",
        f"<p>[Related: <a href='/2'>{HEADLINE}</a>]</p>",
        f"<h3>Related post: <a href='/2'>{HEADLINE}</a></h3>",
        "<p>Also: <a href='/2'>Storm over Lund</a></p>",
        f"<p><a href='/2'>{HEADLINE}</a> [<b>VIDEO</b>]<br><a href='/3'>{OTHER}</a> [<b>INSIGHT</b>]</p>",
        f"<ul><li><a href='/2'>{HEADLINE}</a></li><li><a href='/3'>{OTHER}</a></li></ul>",
        f"<ul><li><h4><a href='/2'>{HEADLINE}</a></h4></li></ul>",
        f"<ul><li><a href='/2'>{HEADLINE}</a></li><li><a href='/3'>{OTHER}</a></li><li><a href='/4'>{HEADLINE} again</a></li>"
        "<li>More for those who subscribe</li></ul>",
    ],
)
def test_a_line_that_is_a_link_to_another_story_is_left_out(block: str) -> None:
    assert read(block) == read("")


@pytest.mark.parametrize(
    "block",
    [
        "<p><a href='/2'>The council elected a new speaker on Monday.</a></p>",
        "<p>The council elected <a href='/2'>a new speaker of the house</a> on Monday</p>",
        "<p><a href='#terms'>The terms of the new treaty</a></p>",
        "<ul><li><a href='/no'>Norland</a></li><li><a href='/su'>Sudria</a></li></ul>",
        "<p>Signed by: <a href='/2'>Ona Riis</a></p>",
        "<p>“<a href='/2'>Nobody will ever cross this river again.</a>”</p>",
        "<h3><a href='/2'>What the two governments agreed on</a></h3>",
        f"<table><tr><td>Read</td><td><p><a href='/2'>{HEADLINE}</a></p></td></tr><tr><td>Write</td><td>four</td></tr></table>",
    ],
)
def test_a_link_inside_the_article_is_read(block: str) -> None:
    assert len(read(block)) > len(read(""))


def test_a_list_with_too_few_leads_stays() -> None:
    items = f"<li><a href='/2'>{HEADLINE}</a></li><li>Tarn pays half of it</li><li>Oke pays the rest</li>"
    assert len(read(f"<ul>{items}</ul>")) > len(read(""))
