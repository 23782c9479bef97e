"""RSS and Atom feeds, read by feedparser: what a feed says of itself, and its items as documents."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from index.errors import MalformedSource, SourceError
from index.model import Document
from index.readers.metadata.feed_items import Feed, FeedItem
from index.readers.metadata.fields import may_be_published
from index.readers.metadata.identity import canonical_url, content_hash
from index.readers.metadata.origin import Origin
from index.readers.metadata.written_dates import read_day
from index.readers.parts import paragraphs
from index.readers.refusal import reason, refusing_damage

_ADVICE = "Check that the address or file is an RSS or Atom feed."


def parse(data: bytes, origin: Origin) -> Feed:
    """Return the feed in ``data``; relative links are resolved against ``origin.url``.

    Raises MalformedSource when ``data`` is not a feed.
    """
    with refusing_damage(origin, "feed", _ADVICE):
        # A stream, because feedparser takes bytes and strings for the names of files.
        headers = {"content-location": origin.url} if origin.url else {}
        parsed = feedparser.parse(io.BytesIO(data), response_headers=headers)
        if not parsed.version and not parsed.entries:
            cause = parsed.get("bozo_exception")
            found = reason(cause) if cause is not None else "no feed was found in it"
            raise MalformedSource(f"{origin.name}: not a readable feed ({found}). {_ADVICE}")
        title = paragraphs.plain(paragraphs.from_html(str(parsed.feed.get("title") or "")))
        items: dict[str, FeedItem] = {}
        for entry in parsed.entries:
            item = _item(entry, origin.url, title)
            items.setdefault(item.key, item)
    return Feed(title, tuple(items.values()))


def read(data: bytes, origin: Origin) -> Iterator[Document | SourceError]:
    """Yield a document for each item of a feed that carries text, and for each other item the reason it was
    left out."""
    feed = parse(data, origin)
    if not feed.items:
        raise MalformedSource(f"{origin.name}: the feed has no items. Try again when it has some.")
    for place, item in enumerate(feed.items, start=1):
        if not item.text:
            yield MalformedSource(
                f"{origin.name}, item {place}: it carries no text. Add the page it links to."
            )
            continue
        yield Document(
            key=item.key if item.url else f"{origin.key}#{item.key}",
            title=item.title,
            text=item.text,
            publisher=origin.publisher or item.publisher or feed.title or None,
            url=item.url,
            published=origin.published or item.published,
            collection=origin.collection,
        )


def _item(entry: Any, base: str | None, feed_title: str) -> FeedItem:
    text = max((paragraphs.from_html(body) for body in _bodies(entry)), key=len, default="")
    title = paragraphs.plain(paragraphs.from_html(str(entry.get("title") or "")))
    url = _link(entry, base)
    identifier = paragraphs.plain(str(entry.get("id") or ""))
    return FeedItem(
        key=canonical_url(url) if url else identifier or content_hash(f"{title}\n{text}"),
        url=url,
        title=title or text[:80] or url or "Untitled",
        text=text,
        published=_published(entry),
        publisher=_source(entry) or feed_title or None,
    )


def _bodies(entry: Any) -> Iterator[str]:
    for content in entry.get("content") or ():
        yield str(content.get("value") or "")
    yield str(entry.get("summary") or "")


def _link(entry: Any, base: str | None) -> str | None:
    link = str(entry.get("link") or "").strip()
    url = urljoin(base, link) if base and link else link
    return url if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname else None


def _source(entry: Any) -> str | None:
    source = entry.get("source")
    title = source.get("title") if isinstance(source, dict) else None
    return paragraphs.plain(str(title)) if title else None


def _published(entry: Any) -> date | None:
    """Return the day of publication where it was published: what the text calls today, not the day in UTC."""
    # Membership first: feedparser answers for an absent "updated" with "published" and a warning.
    for name in ("published", "updated", "created"):
        if dict.__contains__(entry, name):
            stamp = str(dict.__getitem__(entry, name)).strip()
            day = _local_day(stamp)
            if day is None and dict.get(entry, f"{name}_parsed"):
                day = date(*dict.__getitem__(entry, f"{name}_parsed")[:3])
            if day is None:
                day = read_day(stamp)
            if day is not None and may_be_published(day):
                return day
    return None


def _local_day(stamp: str) -> date | None:
    for read_stamp in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read_stamp(stamp).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
