"""Lines of a web page that lead to other stories: paragraphs and lists that are nothing but links, or links behind a word."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

from index.readers.parts import paragraphs
from index.readers.web_pages.likeness import letters

_LINES = ("p", "li", "h3", "h4", "h5", "div")
_HELD = frozenset(
    {"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "figure", "section", "blockquote"}
)
"""What a line holds none of."""
_LONGEST = 250
"""Characters of a line that leads elsewhere; chosen: two or three headlines."""
_FEWEST_WORDS = 4
"""Words of a headline; chosen: a list of linked names or countries is part of a text."""
_FEWEST_BEHIND_A_WORD = 3
"""The same behind a word that says that a link follows."""
_LINKED = 0.8
"""The share of a line's letters that are links where it is no more than that; chosen: "[VIDEO]" stands behind some."""
_MOST_LINKS = 8
"""Links of a line that are looked at; chosen: more are no line of headlines."""
_MOST_ITEMS = 16
"""Items of a list that are looked at; chosen: more are no list beside an article."""
_OF_A_LIST = 0.7
"""The share of a list's items that lead elsewhere where all of it does; chosen: one asks to subscribe, or has no link."""
_WORD_BEFORE = re.compile(
    r"\W*(?:also|see|read|watch|more|related|listen|next|in pictures|explained|analysis|opinion|don[’']t miss|live|background)"
    r"\b[^:\n]{0,25}:\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!…。！？][\"”’»)\]]*$|[?][\"”’»)\]]+$")


def drop(tree: Any) -> None:
    """Take out of ``tree``, an lxml element, the lines that lead to other stories. A list goes when most of it does."""
    for line in list(tree.iter(*_LINES)):
        around = line.getparent()
        if around is None or around.getparent() is None or not _leads_on(line):
            continue
        if line.tag != "li":
            line.drop_tree()
        elif _is_a_list_of_leads(around):
            around.drop_tree()


def _is_a_list_of_leads(around: Any) -> bool:
    items = list(itertools.islice(around.iterchildren("li"), _MOST_ITEMS))
    return sum(map(_leads_on, items)) >= _OF_A_LIST * len(items)


def _leads_on(line: Any) -> bool:
    held = [one for one in line.iterchildren() if one.tag in _HELD]
    if held and not (line.tag == "li" and len(held) == 1 and held[0].tag in _LINES):
        return False
    words = paragraphs.plain(line.text_content())
    if not 0 < len(words) <= _LONGEST or _SENTENCE_END.search(words) or _is_in_a_table(line):
        return False
    linked = [
        text
        for link in itertools.islice(_links(line), _MOST_LINKS)
        if (text := paragraphs.plain(link.text_content()))
    ]
    if not linked:
        return False
    fewest = min(len(text.split()) for text in linked)
    before = _WORD_BEFORE.match(words)
    if before is not None and letters(words[before.end() :]) == letters("".join(linked)):
        return fewest >= _FEWEST_BEHIND_A_WORD
    if line.tag.startswith("h"):
        return False
    return fewest >= _FEWEST_WORDS and len(letters("".join(linked))) >= _LINKED * len(letters(words))


def _links(line: Any) -> Iterator[Any]:
    """Yield the links of a line that leave the page: those into it are its contents."""
    return (link for link in line.iter("a") if not (link.get("href") or "#").startswith("#"))


def _is_in_a_table(line: Any) -> bool:
    return next(line.iterancestors("td", "th", "nav"), None) is not None
