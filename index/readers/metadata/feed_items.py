"""What a feed says, as values that need no feed parser."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed: ``key`` is its canonical URL, else the feed's own identifier for it, else a content
    hash.

    ``text`` is what the feed carries, often only a summary of the page at ``url``. ``published`` is None for
    an item without a date. ``author`` is the item's own source where the feed collects from several outlets.
    """

    key: str
    url: str | None
    title: str
    text: str
    published: date | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its name for itself, and its items in its order, each key once."""

    title: str
    items: tuple[FeedItem, ...]
