"""What was added to a collection: feeds and documents, listed by pages and found by what a person chose or typed."""

import re

from index import FollowedFeed, Index
from index.model import Document

_FEED_VALUE = re.compile(r"feed:(\d{1,12})")


def value_of(feed: FollowedFeed) -> str:
    """Return by what ``lookup`` finds a feed: no id of a document looks like it."""
    return f"feed:{feed.id}"


def names(index: Index, collection: str) -> tuple[tuple[FollowedFeed, ...], tuple[Document, ...]]:
    """Return the feeds and the documents of a collection."""
    return index.feeds.list([collection]), index.documents((collection,))


def page(
    index: Index, collection: str, number: int, size: int
) -> tuple[tuple[FollowedFeed, ...], tuple[Document, ...], tuple[str, ...]]:
    """Return the feeds of a collection, the documents on page ``number``, from 0, of ``size`` each, and the ids of those that
    were updated."""
    documents = index.documents((collection,), limit=size, offset=number * size)
    updated = tuple(document.id for document in documents if index.former_versions(document.id))
    return index.feeds.list([collection]), documents, updated


def lookup(index: Index, source: str, collection: str) -> Document | FollowedFeed | None:
    """Return what ``source`` is in a collection: a value of a feed, the id of a document, or a name; None where it is none."""
    number = _FEED_VALUE.fullmatch(source)
    if number:
        return index.feeds.get(int(number[1]), [collection])
    document = index.document(source, (collection,))
    if document is not None:
        return document
    wanted = source.casefold()
    feeds, documents = names(index, collection)
    named = [feed for feed in feeds if feed.name.casefold() == wanted]
    titled = [document for document in documents if document.title.casefold() == wanted]
    return named[0] if named else titled[0] if titled else None
