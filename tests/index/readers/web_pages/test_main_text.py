"""Which text of a page is its article."""

import json

from index.readers import html
from index.readers.metadata.origin import Origin

PARAGRAPHS = [
    f"On day {number} the envoys of Tarvo and Halm spoke of the ferry, of its fare and of the old pier, and came no nearer."
    for number in range(1, 16)
]
MENU = "".join(
    f"<li><a href='/{word}'>{word}</a></li>"
    for word in "World Politics Sport Money Food Travel Books".split()
)


def text_of(body: str, head: str = "") -> str:
    page = f"<html><head><title>Envoys resume ferry talks</title>{head}</head><body>{body}</body></html>"
    (document,) = html.read(page.encode(), Origin(name="page.html", key="/page.html"))
    return document.text


def declared(text: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": text})}</script>'


def test_an_article_in_a_script_alone_is_read_from_what_the_page_declares() -> None:
    text = text_of(
        f"<ul>{MENU}</ul><div id='app'></div><p>Loading the page.</p>", declared("\n".join(PARAGRAPHS))
    )
    assert text.split("\n\n") == PARAGRAPHS


def test_an_article_whose_paragraphs_are_cut_short_is_read_from_what_the_page_declares() -> None:
    shown = "".join(f"<p>{line}</p>" for line in PARAGRAPHS[:5])
    text = text_of(
        f"<article><h1>Envoys resume ferry talks</h1>{shown}</article>", declared("\n".join(PARAGRAPHS))
    )
    assert PARAGRAPHS[-1] in text


def test_what_a_page_declares_is_not_taken_where_the_page_shows_most_of_it() -> None:
    shown = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    text = text_of(
        f"<article><h1>Envoys</h1>{shown}</article>", declared(" ".join(PARAGRAPHS) + " Declared alone.")
    )
    assert text.split("\n\n")[-1] == PARAGRAPHS[-1]


def test_paragraphs_glued_to_one_are_read_from_the_blocks_of_the_page() -> None:
    shown = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    text = text_of(f"<ul>{MENU}</ul><article>{shown}</article>", declared("".join(PARAGRAPHS)))
    assert text.split("\n\n")[:2] == PARAGRAPHS[:2]


def test_a_page_without_words_is_refused_with_the_reason() -> None:
    (refused,) = _refused("<html><head><script>1</script></head><body><div id='app'></div></body></html>")
    assert "no article text was found" in refused


def _refused(page: str) -> list[str]:
    from index.errors import MalformedSource

    try:
        list(html.read(page.encode(), Origin(name="page.html", key="/page.html")))
    except MalformedSource as error:
        return [str(error)]
    return []
