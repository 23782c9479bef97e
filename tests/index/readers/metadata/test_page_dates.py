"""The publication date of a page: what is declared is found, and nothing is made up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.readers import html
from index.readers.metadata.origin import Origin
from index.readers.metadata.page_dates import parse_day
from tests.index.readers.file_samples import article, page

DAY = date(2025, 3, 14)
HEADING = "<h1>Envoys agree on prisoner exchange</h1>"


def published(body: str = HEADING, *, head: str = "", url: str | None = None) -> date | None:
    (document,) = html.read(page(article(body), head=head), Origin(name="a.html", key="/a.html", url=url))
    return document.published


def ld_json(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Talks in Oslo were held on 3 May 2024.</p>",
        "<p>Talks in Oslo were held on 2024-05-03, and again on 2024-05-03T10:00:00Z.</p>",
        "<p>The first round was held on <time datetime='2024-05-03'>3 May 2024</time> in Oslo, and it took the "
        "envoys of both parties two more weeks to agree on the place of the second one.</p>",
        "<footer>Copyright 2019 The Example Post</footer>",
        "<footer>© 2019-2024. Last updated 3 May 2024</footer>",
        "<nav><time datetime='2024-05-03'>3 May</time> Other news</nav>",
        "<aside><article><h2>Other news</h2><time datetime='2024-05-03'>3 May</time></article></aside>",
        "<ul><li><time datetime='2024-05-03'>3 May</time> Other news</li></ul>",
        "<img src='https://post.example.org/2019/05/03/envoys.jpg'>",
        "<a href='https://post.example.org/2019/05/03/other'>Other news</a>",
        "<!-- made 2024-05-03 -->",
        "<time datetime='14:30'>half past two</time>",
        "<time datetime='2024-05'>May 2024</time>",
        "<time class='updated' datetime='2024-05-03'>3 May</time>",
    ],
)
def test_a_day_that_is_not_declared_is_not_made_up(body: str) -> None:
    assert published(HEADING + body) is None


@pytest.mark.parametrize(
    "body",
    [
        "<p>Published: 14 March 2025</p>",
        "<p>Updated: 14 March 2025</p>",
        "<p>Stand: 14.3.2025</p>",
        "<p>Mis à jour le 14 mars 2025 à 10h</p>",
        "<p>Обновлено: 14 марта 2025 г.</p>",
        "<div class='date'>14. März 2025</div>",
        "<span class='entry-date'>March 14, 2025</span>",
        "<div class='date'>14 March 2025</div><p>Updated: 20 March 2025</p>",
        "<main><ul><li class='page-header__meta-item meta'>14 March 2025</li><li class='meta'>Lyss</li></ul></main>",
    ],
)
def test_a_day_that_the_page_shows_is_found(body: str) -> None:
    assert published(HEADING + body) == DAY


@pytest.mark.parametrize(
    "body",
    [
        "<div class='date'>03/04/2024</div>",
        "<div class='date'>3 May</div>",
        "<div class='date'>3 May 2024</div><div class='date'>4 May 2024</div>",
        "<div class='update'>3 May 2024</div>",
        "<p>Updated plans were shown on 3 May 2024 to the envoys, who had asked for them for more than half a year.</p>",
        "<aside><div class='date'>3 May 2024</div></aside>",
    ],
)
def test_a_day_that_is_not_clear_or_not_the_pages_own_is_not_taken(body: str) -> None:
    assert published(HEADING + body) is None


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:modified_time' content='2024-05-03'>",
        "<meta property='og:updated_time' content='2024-05-03'>",
        "<meta name='last-modified' content='2024-05-03'>",
        "<meta itemprop='copyrightYear' content='2019'>",
        "<meta name='description' content='Talks were held on 2024-05-03T10:00:00Z'>",
        "<meta property='og:image' content='https://post.example.org/2019/05/03/envoys.jpg'>",
        "<meta property='article:publisher' content='2024-05-03'>",
        "<meta property='article:published_time' content='2024'>",
        "<meta property='article:published_time' content='May 2024'>",
        "<meta property='article:published_time' content='03/04/2024'>",
        "<meta property='article:published_time' content='2024-02-31'>",
        "<meta property='article:published_time' content='0001-01-01T00:00:00'>",
        "<meta property='article:published_time' content='1970-01-01'>",
        ld_json('{"@type": "NewsArticle", "dateModified": "2024-05-03"}'),
        ld_json('{"@type": "Event", "startDate": "2024-05-03"}'),
        ld_json('{"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2024-05-03"}]}'),
        ld_json(
            '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2024-05-03"}]}'
        ),
        ld_json("[" * 10_000),
        "<title>Talks of 3 May 2024</title>",
    ],
)
def test_what_the_head_says_of_something_else_is_no_publication_date(head: str) -> None:
    assert published(head=head) is None


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2025-03-14T21:00:00-04:00'>",
        "<meta name='pubdate' content='20250314'>",
        "<meta name='date' content='March 14, 2025'>",
        "<meta name='DC.date.issued' content='14 March 2025'>",
        "<meta name='parsely-pub-date' content='Fri, 14 Mar 2025 21:00:00 GMT'>",
        "<meta name='publish-date' content='2025/03/14 21:00'>",
        "<meta itemprop='datePublished' content='2025-03-14'>",
        "<meta name='citation_publication_date' content='14.03.2025'>",
        "<meta property='article:modified_time' content='2025-03-20'>"
        "<meta property='article:published_time' content='2025-03-14'>",
        ld_json('{"@type": "NewsArticle", "datePublished": "2025-03-14T21:00:00-04:00"}'),
        ld_json('{"@graph": [{"@type": "Organization"}, {"@type": ["BlogPosting"], "datePublished": "2025-03-14"}]}'),
        ld_json('[{"@type": "WebPage", "datePublished": "2025-03-01"},'
                ' {"@type": "ReportageNewsArticle", "datePublished": "2025-03-14"}]'),
        ld_json('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2025-03-14"}}'),
        ld_json('{"@type": "NewsArticle", "headline": "a "bad" one", "datePublished": "2025-03-14",}'),
        "<link rel='canonical' href='https://post.example.org/2025/03/14/exchange'>",
    ],
)  # fmt: skip
def test_a_day_that_the_head_declares_is_found(head: str) -> None:
    assert published(head=head) == DAY


@pytest.mark.parametrize(
    "body",
    [
        HEADING + "<time pubdate datetime='2025-03-14'>14 March</time>",
        HEADING + "<p>By A. Writer, <time datetime='2025-03-14T21:00:00Z'>9 p.m.</time></p>",
        "<header>" + HEADING + "<time>March 14, 2025</time></header>",
        HEADING + "<span itemprop='datePublished' content='2025-03-14'>Friday</span>",
        HEADING + "<time class='updated' datetime='2025-03-20'></time>"
        "<time class='entry-date published' datetime='2025-03-14'></time>",
        "<nav><time datetime='2024-05-03'></time></nav>" + HEADING + "<time datetime='2025-03-14'></time>",
    ],
)
def test_a_day_in_the_byline_is_found(body: str) -> None:
    assert published(body) == DAY


@pytest.mark.parametrize(
    "path", ["2025/03/14/exchange", "2025/3/14/exchange", "world-2025-03-14.html", "2025-03/14/c_1.htm"]
)
def test_a_day_in_the_address_is_found(path: str) -> None:
    assert published(url=f"https://post.example.org/{path}") == DAY


@pytest.mark.parametrize(
    "path", ["2025/03/exchange", "resolution-2231-10-11", "a/12025/03/14", "2025/13/14/a"]
)
def test_an_address_without_a_day_gives_none(path: str) -> None:
    assert published(url=f"https://post.example.org/{path}") is None


def test_what_the_page_declares_comes_before_its_address() -> None:
    head = "<meta property='article:published_time' content='2025-03-14'>"
    assert published(head=head, url="https://post.example.org/2025/03/10/exchange") == DAY


def test_a_day_to_come_is_none_and_tomorrow_is_where_it_is_tomorrow_already() -> None:
    assert parse_day((date.today() + timedelta(days=3)).isoformat()) is None
    assert parse_day((date.today() + timedelta(days=1)).isoformat()) is not None


@given(st.dates(date(1995, 1, 1), date(2025, 12, 31)))
def test_a_day_is_read_as_it_was_written(day: date) -> None:
    for written in (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert parse_day(written) == day


@given(st.text(max_size=80))
def test_any_value_is_a_day_or_none(value: str) -> None:
    found = parse_day(value)
    assert found is None or found.year >= 1990


@pytest.mark.parametrize(
    "shown",
    [
        "<dl><dt>Date</dt><dd>14 March 2025</dd><dt>Type</dt><dd>Statement</dd></dl>",
        "<abbr class='published' title='2025-03-14T10:00:00'>a while ago</abbr>",
        "<p>Publié le 14 mars 2025 à 18h22 - Mis à jour le 15 mars 2025 à 07h10</p>",
        "<div class='publish-info'>14 March 2025, updated 15 March 2025</div>",
        "<p class='date'>2025.03.14</p>",
        "<p class='date'>14-MAR-2025</p>",
        "<div class='dateline'>Fri 14 Mar 2025 18.22 GMT</div>",
        "<p>Brussels, 14 March 2025</p>",
        "<p>For immediate release: March 14, 2025</p>",
        "<div id='publishdate'>14 March 2025</div>",
        "<div class='timestamp'>6:22 PM ET, Fri March 14, 2025</div>",
        "<div class='data'>venerdì 14 marzo 2025</div>",
    ],
)
def test_a_date_that_a_page_shows_is_its_date_and_not_read_as_its_words(shown: str) -> None:
    (document,) = html.read(page(article(HEADING + shown)), Origin(name="a.html", key="/a.html"))
    assert document.published == DAY
    assert "14" not in document.text


def test_dates_of_a_list_that_are_none_of_the_page_stay() -> None:
    facts = "<dl><dt>Signed at Velm</dt><dd>14 March 2025</dd><dt>In force</dt><dd>1 May 2025</dd></dl>"
    (document,) = html.read(page(article(HEADING + facts)), Origin(name="a.html", key="/a.html"))
    assert document.published is None
    assert "1 May 2025" in document.text
