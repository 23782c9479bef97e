"""An article that advertisements divide is read whole; other articles on the page are not read with it."""

from index.readers import read_bytes
from index.readers.metadata.origin import Origin

FIRST = (
    "<p>The two governments reopened the railway between their capitals on Monday, after eleven years.</p>"
    "<p>A ticket costs eighteen crowns, and customs officers board at the bridge over the river.</p>"
)
SECOND = (
    "<p>The line was closed in 2014, when the northern government withdrew its guards from the bridge.</p>"
    "<p>Both sides promised to keep it open through the winter, whatever becomes of the other talks.</p>"
)
ADVERTISEMENT = "<div class='ad'><span>Advertisement</span></div>"


def read(body: str) -> str:
    page = f"<html><head><title>Rail link reopens</title></head><body><h1>Rail link reopens</h1>{body}</body></html>"
    (document,) = read_bytes(page.encode(), Origin("a.html", "/docs/a.html"))
    return document.text


def block(words: str, kind: str = "grid article__body") -> str:
    return f"<div class='row'><div class='{kind}'>{words}</div></div>"


def test_blocks_of_one_class_are_one_article() -> None:
    text = read(f"<article>{block(FIRST)}{ADVERTISEMENT}{block(SECOND)}</article>")
    assert "closed in 2014" in text
    assert text.index("eighteen crowns") < text.index("closed in 2014")


def test_the_classes_may_stand_in_another_order() -> None:
    assert "closed in 2014" in read(f"<article>{block(FIRST)}{block(SECOND, 'article__body grid')}</article>")


def test_another_article_is_none_of_it() -> None:
    text = read(f"<article>{block(FIRST * 2)}</article><article><h2>Ferry</h2>{block(SECOND)}</article>")
    assert "closed in 2014" not in text


def test_a_heading_between_two_blocks_begins_another_article() -> None:
    text = read(f"{block(FIRST * 2)}<div><h2>Line closed</h2></div>{block(SECOND)}")
    assert "closed in 2014" not in text
