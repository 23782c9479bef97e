"""Paragraphs into the text of a document: a blank line between them, white space and control characters made
plain."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

BREAK = "\n\n"
"""What stands between two paragraphs of a document's text."""

# Lone surrogates cannot be stored as UTF-8, and no control character but white space has a place in prose; nor have those that
# turn the letters behind them round, whatever their script, of which nobody has use but to deceive.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u202d\u202e\ufeff\ufffe\uffff\ud800-\udfff]")

_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "svg", "iframe", "object"})
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
    }
    | {
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
    }
    | {"nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)


def plain(text: str) -> str:
    """Return ``text`` on one line: runs of white space become one space, unprintable characters go."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def join(paragraphs: Iterable[str]) -> str:
    """Return the paragraphs, each made plain, with a blank line between them; empty ones are left out."""
    return BREAK.join(line for paragraph in paragraphs if (line := plain(paragraph)))


def from_html(fragment: str) -> str:
    """Return the words that ``fragment`` of HTML shows, a paragraph for each block element and each double
    line break.

    For bodies of feed items and mails, where all is text. For web pages, where most is not, see
    ``index.readers.html``.
    """
    if not fragment.strip():
        return ""
    # Loaded here: who only asks reads no pages.
    from lxml import html

    tree = html.fragment_fromstring(_UNPRINTABLE.sub("", fragment), create_parent="div")
    return join(re.split(r"\v|\f[ \t]*\f", "".join(_pieces(tree))))


def _pieces(tree: Any) -> Iterator[str]:
    """Yield the words of ``tree`` in order, a vertical tab at the edge of every block and a form feed for a
    line break."""
    pending: list[tuple[str, Any]] = [("open", tree)]
    while pending:
        step, node = pending.pop()
        if step == "close":
            yield "\v" if node.tag in _BLOCKS else "\t" if node.tag in ("td", "th") else ""
            continue
        if step == "tail":
            yield _spaced(node.tail)
            continue
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            continue
        yield "\v" if node.tag in _BLOCKS else "\f" if node.tag == "br" else ""
        yield _spaced(node.text)
        pending.append(("close", node))
        for child in reversed(node):
            pending.append(("tail", child))
            pending.append(("open", child))


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
