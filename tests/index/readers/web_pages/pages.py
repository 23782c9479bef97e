"""A page with an article of three paragraphs, into which and behind which a test puts what it is about."""

from index.model import Document
from index.readers import read_bytes
from index.readers.metadata.origin import Origin

STORY = (
    "<h1>Rail link reopens</h1><p>The two governments reopened the railway between their capitals.</p>"
    "<p>A ticket costs eighteen crowns, and customs officers board at the bridge.</p>{}<p>The line was closed in 2014.</p>{}"
)


def read(inside: str, behind: str = "") -> list[str]:
    """Return the paragraphs that are read of the page with ``inside`` in the article and ``behind`` at its end."""
    story = STORY.format(inside, behind)
    page = (
        f"<html><head><title>Rail link reopens</title></head><body><article>{story}</article></body></html>"
    )
    (document,) = read_bytes(page.encode(), Origin("a.html", "/docs/a.html"))
    assert isinstance(document, Document)
    return document.text.split("\n\n")
