"""What a page declares of itself in JSON-LD (https://schema.org): its headline, its text, its date."""

import json
from collections.abc import Iterator
from typing import Any

from index.readers.parts import paragraphs

_HELD_IN = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_ELEMENTS = 300
"""Elements and things that are looked at; chosen: a bound on the work."""
_FEWEST = 400
"""Characters of a declared text that is more than a summary; chosen: a short notice has as many."""
_LONGEST = 2_000_000
"""Characters of a declared text that are read; chosen: no article is as long."""


def scripts(tree: Any) -> Iterator[str]:
    """Yield the text of each block of JSON-LD in ``tree``, an lxml element."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:_MOST_ELEMENTS]:
        yield script.text or ""


def loaded(text: str) -> object | None:
    """Return what a block of JSON-LD holds; None for one that is no JSON."""
    try:
        return json.loads(text, strict=False)  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        return None


def things(held: object) -> Iterator[dict[str, Any]]:
    """Yield what ``held``, a loaded block, says of the page itself: not of what it lists, mentions or is commented with."""
    waiting = [held]
    for _ in range(_MOST_ELEMENTS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing[:_MOST_ELEMENTS]
        elif isinstance(thing, dict):
            yield thing
            waiting[:0] = [thing[name] for name in _HELD_IN if name in thing]


def headlines(tree: Any) -> list[str]:
    """Return the headlines that the page declares for itself, each on one line."""
    return _values(tree, "headline")


def body(tree: Any) -> str:
    """Return the longest text that the page declares to be its article's, marks of HTML taken out; empty where there is none."""
    found = [text[:_LONGEST] for text in _values(tree, "articleBody", as_written=True)]
    longest = max(found, key=len, default="")
    if len(longest) < _FEWEST:
        return ""
    return paragraphs.from_html(longest) if "<" in longest else paragraphs.join(longest.split("\n"))


def _values(tree: Any, name: str, as_written: bool = False) -> list[str]:
    values = (thing.get(name) for text in scripts(tree) for thing in things(loaded(text)))
    texts = [value for value in values if isinstance(value, str)]
    return texts if as_written else [plain for text in texts if (plain := paragraphs.plain(text))]
