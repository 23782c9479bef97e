"""The title of a web page: the heading that a reader sees, more often than what the page's metadata says."""

import itertools
import re
from collections.abc import Sequence
from typing import Any

from index.readers.parts import paragraphs
from index.readers.web_pages import declared
from index.readers.web_pages.likeness import folded

PARTS = re.compile(r"\s[-–—|·:»]\s|:\s")
"""What stands between the parts of the title of a window: site, section and headline."""
MOST_PARTS = 6
"""Parts of the title of a window that are looked at; chosen: site, section and headline are three."""
_MOST_HEADINGS = 100
"""First headings that are looked at for the title; chosen: a bound on the work."""
_FEWEST_WORDS = 4
"""Words of a heading that is a title though nothing else on the page says so; chosen: fewer are a section's name."""
_SITE = re.compile(
    r"(?:^|[\s_-])(?:site-?(?:title|name|logo|branding)|logo|masthead)(?:$|[\s_-])", re.IGNORECASE
)
_LEVELS = 2
"""Elements around a heading whose class may call it the name of the site; chosen."""
_SHARED = 0.5
"""The share of a heading's words that a name of the page has, so that it is one too; chosen: titles for search engines are other
words of the same headline."""


def find_title(tree: Any, publisher: str | None, first_lines: Sequence[str], otherwise: str | None) -> str:
    """Return the title of the page in ``tree``, an lxml element; empty where it has none.

    Asked in this order: the longest ``<h1>`` that is part of ``<title>`` and not the ``publisher``'s own name; one below it
    that the page is shared with; one below it that ``<title>`` begins or ends with; the ``<h1>`` that has most words of what
    the page calls itself; a part of ``<title>`` among the ``first_lines`` of its text; an only ``<h1>``; what ``otherwise``
    says; ``<title>``.
    """
    whole = paragraphs.plain(tree.findtext(".//title") or "")
    own = folded(publisher or "")
    first = [one for one in itertools.islice(tree.iter("h1"), _MOST_HEADINGS) if not _names_the_site(one)]
    headings = [words for heading in first if (words := paragraphs.plain(heading.text_content()))]
    headings = [words for words in headings if folded(words) not in ("", own)]
    shared = paragraphs.plain(next(iter(tree.xpath("//meta[@property='og:title']/@content")), ""))
    seen = [words for words in headings if folded(words) in folded(whole)]
    if shared in PARTS.split(whole)[1:MOST_PARTS] and shared not in seen:
        # The heading is the site's name, and the article's own is below it.
        below = itertools.islice(tree.iter("h2", "h3"), _MOST_HEADINGS)
        seen = [shared] if any(paragraphs.plain(one.text_content()) == shared for one in below) else seen
    if not seen:
        lower = itertools.islice(tree.iter("h2", "h3"), _MOST_HEADINGS)
        below_site = [paragraphs.plain(one.text_content()) for one in lower if not _names_the_site(one)]
        seen = [words for words in below_site if _is_piece(words, whole) and folded(words) != own][:1]
    if not seen:
        seen = _alike(headings, [whole, shared, *declared.headlines(tree)])
    if not seen:
        # Before headings were marked, the title stood beside the site's name and above the text.
        seen = [part for part in PARTS.split(whole)[:MOST_PARTS] if part in first_lines]
    if not seen and len(headings) == 1 and len(headings[0].split()) >= _FEWEST_WORDS:
        seen = headings
    return max(seen, key=len, default="") or paragraphs.plain(otherwise or "") or whole


def _names_the_site(heading: Any) -> bool:
    """Tell whether a heading is the name of the site, as its class says."""
    around = itertools.islice(heading.iterancestors(), _LEVELS)
    return any(_SITE.search(f"{one.get('class', '')} {one.get('id', '')}") for one in (heading, *around))


def _is_piece(words: str, whole: str) -> bool:
    """Tell whether a heading is what the title of a window begins or ends with, beside the name of the site."""
    return (
        len(words.split()) >= _FEWEST_WORDS
        and whole != words
        and (whole.startswith(words) or whole.endswith(words))
    )


def _alike(headings: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the heading that shares most of its words with one of the names of the page, where it shares enough."""
    called = [frozenset(folded(name).split()) for name in names]
    best, share = "", 0.0
    for heading in headings:
        words = frozenset(folded(heading).split())
        shared = max((len(words & name) / len(words) for name in called), default=0.0)
        if len(words) >= _FEWEST_WORDS and shared > share:
            best, share = heading, shared
    if share < _SHARED:
        return []
    # What stands over a headline, in the same heading, is glued to it.
    within = [name for name in names if _is_headline_of(name, best)]
    return [max(within, key=len, default=best)]


def _is_headline_of(name: str, heading: str) -> bool:
    words, whole = folded(name), folded(heading)
    return len(words.split()) >= _FEWEST_WORDS and words in whole and len(words) >= _SHARED * len(whole)
