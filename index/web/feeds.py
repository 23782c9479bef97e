"""The feeds that are followed: which, how they fare, and which of their items have been seen."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from index.errors import SourceError
from index.model import SHARED
from index.readers.metadata.feed_items import FeedItem
from index.readers.metadata.identity import canonical_url
from index.storage.database import Database
from index.storage.store import Store
from index.storage.tables.seals import seal

INTERVAL = timedelta(minutes=30)
"""Time between two fetches of one feed where nothing else is asked for."""

SHORTEST_INTERVAL = timedelta(minutes=15)
LONGEST_INTERVAL = timedelta(days=1)
FAILING_FROM = 3
"""Failures in a row after which a feed is shown as failing. It is still tried."""

_COLUMNS = "id, url, collection, title, publisher, etag, last_modified, content_hash, checked_at, due_at, failures, failure"


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """A feed as it stands: times are in UTC; ``failure`` is the last reason, None when the last fetch went
    well."""

    id: int
    url: str
    collection: str
    title: str | None
    publisher: str | None
    etag: str | None
    last_modified: str | None
    content_hash: str | None
    checked_at: datetime | None
    due_at: datetime
    failures: int
    failure: str | None

    @property
    def failing(self) -> bool:
        """Whether it failed so often in a row that somebody should look at it."""
        return self.failures >= FAILING_FROM

    @property
    def name(self) -> str:
        """Its title, else its address."""
        return self.title or self.url


class Feeds:
    """The feeds of one database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(
        self, url: str, *, collection: str = SHARED, title: str | None = None, publisher: str | None = None
    ) -> FollowedFeed:
        """Follow the feed at ``url``, due at once; one that is followed already stays as it is.

        ``title`` and ``publisher`` are the host's word: they win over what the feed says.
        """
        now = _stamp(datetime.now(UTC))
        known = [feed for feed in self.list([collection]) if canonical_url(feed.url) == canonical_url(url)]
        if not known:
            with self._store.writing() as db:
                added = db.execute(
                    "INSERT INTO feeds (url, collection, title, publisher, added_at, due_at) VALUES (?, ?, ?, ?, ?, ?)",
                    [url, collection, title, publisher, now, now],
                )
                seal(db, "feeds", added.lastrowid)
            known = [feed for feed in self.list([collection]) if feed.url == url]
        return known[0]

    def list(self, collections: Sequence[str] | None = None) -> tuple[FollowedFeed, ...]:
        """Return the feeds of ``collections``, of all when None, in the order they were added."""
        condition, values = _within(collections)
        with self._store.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM feeds WHERE {condition} ORDER BY id", values
            ).fetchall()
        return tuple(_feed(row) for row in rows)

    def get(self, feed_id: int, collections: Sequence[str] | None = None) -> FollowedFeed | None:
        """Return the feed with that number; None when there is none, or not in one of ``collections``."""
        return next((feed for feed in self.list(collections) if feed.id == feed_id), None)

    def remove(self, feed_id: int) -> bool:
        """Stop following a feed; its documents stay. Return whether it was followed."""
        with self._store.writing() as db:
            return db.execute("DELETE FROM feeds WHERE id = ?", [feed_id]).rowcount > 0

    def due(self, now: datetime | None = None) -> tuple[FollowedFeed, ...]:
        """Return the feeds whose time has come, the longest due first."""
        moment = now or datetime.now(UTC)
        return tuple(
            sorted((feed for feed in self.list() if feed.due_at <= moment), key=lambda feed: feed.due_at)
        )

    def unseen(self, feed: FollowedFeed, items: Sequence[FeedItem]) -> tuple[FeedItem, ...]:
        """Return the items that are new or have changed since they were recorded."""
        with self._store.reading() as db:
            seen = dict(db.execute("SELECT key, digest FROM feed_items WHERE feed = ?", [feed.id]).fetchall())
        return tuple(item for item in items if seen.get(item.key) != digest(item))

    def record_item(self, feed: FollowedFeed, item: FeedItem, document_id: str | None) -> None:
        """Remember an item as it is, with the document it became; None when it became none."""
        with self._store.writing() as db:
            if not _is_followed(db, feed):
                return
            db.execute(
                """INSERT INTO feed_items (feed, key, digest, document_id) VALUES (?, ?, ?, ?)
                   ON CONFLICT (feed, key) DO UPDATE
                   SET digest = excluded.digest, document_id = excluded.document_id""",
                [feed.id, item.key, digest(item), document_id],
            )
            seal(db, "feed_items", feed.id, item.key)

    def record_fetch(
        self,
        feed: FollowedFeed,
        *,
        title: str | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        content_hash: str | None = None,
        interval: timedelta = INTERVAL,
    ) -> None:
        """Remember that a fetch went well, and what to ask with the next time; None leaves what is known.

        It is due again after ``interval``, and never before 15 minutes have passed.
        """
        now = datetime.now(UTC)
        with self._store.writing() as db:
            db.execute(
                """UPDATE feeds SET title = coalesce(title, ?), etag = coalesce(?, etag),
                   last_modified = coalesce(?, last_modified), content_hash = coalesce(?, content_hash),
                   checked_at = ?, due_at = ?, failures = 0, failure = NULL WHERE id = ?""",
                [
                    title,
                    etag,
                    last_modified,
                    content_hash,
                    _stamp(now),
                    _stamp(now + max(interval, SHORTEST_INTERVAL)),
                    feed.id,
                ],
            )
            seal(db, "feeds", feed.id)

    def record_failure(
        self, feed: FollowedFeed, error: SourceError, *, interval: timedelta = INTERVAL
    ) -> None:
        """Remember that a fetch failed: each failure in a row doubles the wait, up to a day, or longer if the
        server asks."""
        now = datetime.now(UTC)
        asked = timedelta(
            seconds=min(getattr(error, "retry_after", None) or 0.0, LONGEST_INTERVAL.total_seconds())
        )
        doubled = max(interval, SHORTEST_INTERVAL) * 2 ** min(feed.failures, 10)
        wait = max(min(doubled, LONGEST_INTERVAL), asked)
        with self._store.writing() as db:
            db.execute(
                "UPDATE feeds SET checked_at = ?, due_at = ?, failures = failures + 1, failure = ? WHERE id = ?",
                [_stamp(now), _stamp(now + wait), str(error), feed.id],
            )
            seal(db, "feeds", feed.id)


def digest(item: FeedItem) -> str:
    """Return a hash of everything that a feed says of an item: equal when nothing changed."""
    published = item.published.isoformat() if item.published else None
    parts = [item.url, item.title, item.text, published, item.publisher]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _is_followed(db: Database, feed: FollowedFeed) -> bool:
    return db.execute("SELECT 1 FROM feeds WHERE id = ?", [feed.id]).fetchone() is not None


def _within(collections: Sequence[str] | None) -> tuple[str, list[str]]:
    if collections is None:
        return "1", []
    return f"collection IN ({','.join('?' * len(collections))})", [*collections]


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _feed(row: Sequence[object]) -> FollowedFeed:
    values = dict(zip((name.strip() for name in _COLUMNS.split(",")), row, strict=True))
    for name in ("checked_at", "due_at"):
        values[name] = datetime.fromisoformat(str(values[name])) if values[name] else None
    return FollowedFeed(**values)  # type: ignore[arg-type]
