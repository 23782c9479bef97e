"""The main text of a web page: what trafilatura finds first, or where that is no article, what tells more of one."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from trafilatura import bare_extraction

from index.language.furniture import is_furniture
from index.readers.parts import paragraphs
from index.readers.web_pages import declared
from index.readers.web_pages.likeness import letters

_SENTENCE = re.compile(r"[.!?…。！？][\"”’»)\]]*\s*$")
_SHORTEST = 50
"""Characters of a line that is a paragraph of an article when it ends as a sentence does; chosen: menus have fewer."""
_SHORTEST_IN_HAN = 15
"""The same of a line in a script without spaces between words; chosen."""
_POOR = 0.5
"""The share of an article's characters that paragraphs have; chosen: in less, menus and lists of links are the most."""
_MORE = 1.3
"""How many times as many characters of paragraphs another text must have to be the article; chosen."""
_AS_MUCH = 0.7
"""The same where the article's paragraphs are glued to one; chosen: what stands around it is left out of the other."""
_LONGEST_ALONE = 1_500
"""Characters of an article of one paragraph; chosen: a longer one was several."""
_FOUND = 0.6
"""The share of a declared text's paragraphs that its article has on the page; chosen: some are cut or put elsewhere."""
_COMPARED = 40
"""Letters and digits that tell whether a paragraph is the same; chosen: half a line of print."""
_MOST_COMPARED = 200
"""Paragraphs of a declared text that are looked for; chosen: a bound on the work."""
_LONGEST_DECLARED = 2_000
"""Characters of what a page declares of itself in one element; chosen: trafilatura's search for tags in it is quadratic."""
_HAN = re.compile(r"[぀-ヿ㐀-鿿가-힣]")

Extract = Callable[[bool], str]
"""Gives the main text as lines; told whether what is more likely furniture is wanted too."""


def extract(tree: Any, url: str | None, recall: bool = False) -> Any:
    """Return what trafilatura finds in ``tree``: its ``text``, ``title``, ``url`` and ``sitename``; None where it finds nothing.

    ``recall`` asks for what may be text as well as what surely is. What the page declares is shortened in ``tree``.
    """
    for declaration in tree.iter("meta"):
        if len(declaration.get("content") or "") > _LONGEST_DECLARED:
            declaration.set("content", declaration.get("content")[:_LONGEST_DECLARED])
    return bare_extraction(
        tree,
        url=url,
        fast=True,
        favor_recall=recall,
        include_comments=False,
        with_metadata=not recall,
        # Its own date is not used, and the rest of its search would go through the text.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def main_lines(page: Any, tree: Any, whole: Callable[[], Any], blocks: Callable[[], list[str]]) -> list[str]:
    """Return the lines of the main text.

    ``page`` is what was extracted from ``tree``. Where it is mostly no paragraphs, or lacks most of the text that the page
    declares, the best of these is taken: what is found with more recall, what is found in the ``whole`` page, from which
    nothing was taken out, the ``blocks`` of its article, and what it declares.
    """
    lines = _lines(page)
    said = declared.body(tree)
    if not _is_poor(lines) and not _is_glued(lines) and _holds(lines, said) >= _FOUND:
        return lines
    best, prose = lines, _prose(lines)
    for other in _others(tree, whole, blocks):
        found = _prose(other)
        least = _AS_MUCH if _is_glued(best) else _MORE
        if found > least * prose and not _is_poor(other) and not _is_glued(other):
            best, prose = other, found
    told = said.split(paragraphs.BREAK)
    if _is_glued(best) and len(told) > 1:
        return told
    return told if _holds(best, said) < _FOUND and len(said) > _MORE * prose else best


def _others(tree: Any, whole: Callable[[], Any], blocks: Callable[[], list[str]]) -> Iterator[list[str]]:
    yield _lines(extract(tree, None, recall=True))
    yield _lines(extract(whole(), None))
    yield blocks()


def _lines(page: Any) -> list[str]:
    return (getattr(page, "text", None) or "").split("\n") if page is not None else []


def _is_poor(lines: list[str]) -> bool:
    return _prose(lines) < _POOR * sum(map(len, lines)) or not lines


def _is_glued(lines: list[str]) -> bool:
    """Tell whether the paragraphs of an article were glued to one."""
    return len(lines) == 1 and len(lines[0]) > _LONGEST_ALONE


def _prose(lines: list[str]) -> int:
    """Return how many characters the paragraphs among ``lines`` have."""
    return sum(len(line) for line in lines if _is_paragraph(line.strip()))


def _is_paragraph(line: str) -> bool:
    shortest = _SHORTEST_IN_HAN if _HAN.search(line) else _SHORTEST
    return len(line) >= shortest and _SENTENCE.search(line[-6:]) is not None and not is_furniture(line)


def _holds(lines: list[str], said: str) -> float:
    """Return the share of the paragraphs of a declared text that ``lines`` have; 1 where nothing is declared."""
    wanted = [letters(line)[:_COMPARED] for line in said.split(paragraphs.BREAK)[:_MOST_COMPARED]]
    wanted = [beginning for beginning in wanted if len(beginning) == _COMPARED]
    if not wanted:
        return 1.0
    text = letters(" ".join(lines))
    return sum(beginning in text for beginning in wanted) / len(wanted)
