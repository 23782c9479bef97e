"""Markdown's inline marks taken away: what emphasis, links and code show is kept, line for line.

The grammar is CommonMark's (https://spec.commonmark.org/0.31.2/#inlines), read by markdown-it-py. Blocks stay as they stand,
with the marks of headings, lists and quotations, and code blocks whole.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST = 2**19
"""Characters above which a text is left as it is: the grammar is read at about half a megabyte a second."""

_MARKS = frozenset("*_[`\\&<")
_SHOWN = frozenset({"text", "code_inline", "html_inline"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


def without_marks(text: str) -> str:
    """Return ``text`` with as many lines, and in each the words that Markdown shows for it."""
    if len(text) > LONGEST or _MARKS.isdisjoint(text):
        return text
    from markdown_it import MarkdownIt  # loaded where it is used: who only asks reads no Markdown

    lines = text.split("\n")
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "inline" and token.map is not None:
            first, last = token.map
            lines[first:last] = _shown(lines[first:last], token)
    return "\n".join(lines)


def _shown(lines: list[str], token: "Token") -> list[str]:
    """Return the lines of a block as they are shown; as they are where the block's words are not found in them."""
    written = [line.strip(" \t") for line in token.content.split("\n")]
    shown = _words(token.children or ()).split("\n")
    places = [line.rfind(words) for line, words in zip(lines, written, strict=False)]
    # The heading that a line of dashes underlines has one line more than its words.
    if not len(written) == len(shown) == len(places) or -1 in places:
        return lines
    for number, (place, before, after) in enumerate(zip(places, written, shown, strict=True)):
        line = lines[number]
        lines[number] = line[:place] + after.strip(" \t") + line[place + len(before) :]
    return lines


def _words(children: "Sequence[Token]") -> str:
    parts = []
    for child in children:
        if child.type in _SHOWN:
            parts.append(child.content)
        elif child.type in _BREAKS:
            parts.append("\n")
        elif child.type == "image":
            parts.append(_words(child.children or ()))
    return "".join(parts)
