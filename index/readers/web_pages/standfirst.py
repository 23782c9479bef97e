"""The standfirst of a web page: a sentence or two between the headline and the article, apart from its running text."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from index.language.furniture import is_furniture
from index.readers.metadata.page_dates import is_shown_date
from index.readers.parts import paragraphs
from index.readers.web_pages.likeness import letters

_MARK = re.compile(
    r"(?:^|[\s_-])(?:lead(?:-?text)?|lede|lead-content__sub-title|stand-?first|dek|excerpt|summary|intro(?:duction|__text)?|teaser"
    r"|teaser-?text|sub-?title|sub-?head(?:ing|line)?|description|abstract|preamble|epigraph|deck|strap-?line|chapeau|vorspann)"
    r"(?:$|[\s_-])"
)
_BLOCKS = frozenset({"p", "h2", "h3", "div"})
_HELD = frozenset(
    {"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "figure", "form", "section", "table", "time"}
)
"""What a standfirst holds none of: it is one paragraph."""
_ELSEWHERE = frozenset(
    {"nav", "aside", "footer", "figure", "form", "li", "blockquote", "figcaption", "button"}
)
_SHORTEST, _LONGEST = 40, 600
"""Characters of a standfirst; chosen: what is shorter is the name of a section, what is longer the article."""
_MOST_BETWEEN = 250
"""Elements behind the headline that are looked at; chosen: bylines and bars to share stand there."""
_COMPARED = 50
"""Letters and digits that tell whether two texts begin with the same words; chosen: a line of print."""
_BYLINE = re.compile(r"\s*(?:by|von|par|por|di|door)\s+[^\W\d_a-z]", re.IGNORECASE)


def find_standfirst(tree: Any, title: str, lines: Sequence[str]) -> str:
    """Return the standfirst below the headline ``title`` of the page in ``tree``, an lxml element; empty where there is none, or
    where the ``lines`` of the main text have it.

    It is a paragraph between the headline and the first of the ``lines`` which is marked as one, or which the page gives as its
    own description.
    """
    headline = _headline(tree, title)
    if headline is None or not lines:
        return ""
    text = letters(" ".join(lines))
    told = [beginning for line in lines[:3] if (beginning := letters(line)[:_COMPARED])]
    described = [letters(words)[:_COMPARED] for words in _descriptions(tree)]
    for block in itertools.islice(_behind(headline), _MOST_BETWEEN):
        if block.tag not in _BLOCKS or next(block.iterchildren(*_HELD), None) is not None:
            continue
        words = paragraphs.plain(block.text_content())
        own = letters(words)
        if own and own[:_COMPARED] in told and own != letters(title):
            return ""
        is_described = len(own) >= _COMPARED and own[:_COMPARED] in described
        is_marked = (
            _MARK.search(_marks(block)) is not None or _MARK.search(_marks(block.getparent())) is not None
        )
        if (is_described or is_marked) and _may_be(words) and not _is_elsewhere(block, headline):
            return words if own not in text else ""
    return ""


def _headline(tree: Any, title: str) -> Any:
    wanted = letters(title)
    headings = itertools.islice(tree.iter("h1", "h2"), _MOST_BETWEEN)
    return next((one for one in headings if wanted and letters(one.text_content()) == wanted), None)


def _behind(headline: Any) -> Iterator[Any]:
    """Yield the elements behind the headline, in the order of the page."""
    at = headline
    while at is not None:
        for following in at.itersiblings():
            yield from (one for one in following.iter() if isinstance(one.tag, str))
        at = at.getparent()


def _descriptions(tree: Any) -> Iterator[str]:
    yield from tree.xpath("//meta[@name='description' or @property='og:description']/@content")[:4]


def _may_be(words: str) -> bool:
    if not _SHORTEST <= len(words) <= _LONGEST or is_furniture(words) or is_shown_date(words):
        return False
    return _BYLINE.match(words) is None


def _is_elsewhere(block: Any, headline: Any) -> bool:
    around = set(headline.iterancestors())
    return any(one.tag in _ELSEWHERE for one in block.iterancestors() if one not in around)


def _marks(element: Any) -> str:
    return f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}".lower()
