"""Articles that a page divides into several blocks, with advertisements between them: the blocks become one."""

import itertools
from collections import defaultdict
from typing import Any

from index.readers.web_pages.marks import ARTICLE

_MOST_BLOCKS = 60
"""Blocks of one article; chosen: a long report has a dozen."""
_MOST_BETWEEN = 20_000
"""Elements of a page that are walked over; chosen: a bound on the work."""


def join(tree: Any) -> None:
    """Put the children of the later blocks of an article into its first block.

    Blocks are of one article when the same class calls them the article's text, they stand in the same ``article`` or in none, and
    no heading that another article could have stands between them.
    """
    blocks = defaultdict(list)
    for block in itertools.islice(tree.iter("div", "section"), _MOST_BETWEEN):
        called = next(filter(ARTICLE.fullmatch, (block.get("class") or "").lower().split()), None)
        if called is not None and next(block.iter("p"), None) is not None:
            blocks[called].append(block)
    for alike in blocks.values():
        if 1 < len(alike) <= _MOST_BLOCKS and _are_of_one(tree, alike):
            for block in alike[1:]:
                alike[0].extend(list(block))


def _are_of_one(tree: Any, blocks: list[Any]) -> bool:
    around = {next(block.iterancestors("article"), None) for block in blocks}
    inside = set(blocks)
    nested = any(ancestor in inside for block in blocks for ancestor in block.iterancestors())
    return len(around) == 1 and not nested and not _has_a_heading_between(tree, blocks)


def _has_a_heading_between(tree: Any, blocks: list[Any]) -> bool:
    begun, inside = False, set(blocks)
    waiting = blocks[-1]
    for element in itertools.islice(tree.iter(), _MOST_BETWEEN):
        if element is waiting:
            return False
        begun = begun or element is blocks[0]
        if (
            begun
            and element.tag in ("h1", "h2")
            and not any(one in inside for one in element.iterancestors())
        ):
            return True
    return True
