"""From an address to documents: fetched, read in the process with limits, and added.

Asynchronous, because fetching is. The index is called through ``CallIndex``, which keeps its work off the
event loop.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol, TypeVar

from index.adding.batches import Progress
from index.adding.isolation import ReadingProcess
from index.errors import Busy, FetchFailed, FetchRefused, ParleyError, SourceError, SourceTooLarge
from index.index import Index
from index.model import AddReport, Document, SourceOutcome
from index.readers.metadata.feed_items import Feed, FeedItem
from index.readers.metadata.identity import canonical_url
from index.readers.metadata.origin import Origin
from index.readers.sniffing import suffix_for
from index.web.feeds import INTERVAL, FollowedFeed
from index.web.fetching import Fetched, Fetcher

T = TypeVar("T")

FULL_TEXT = 2_000
"""Characters from which an item's own text is taken for the whole article, and its page is not fetched."""

MOST_NEW_ITEMS = 50
"""New items that are read at one refresh; the rest have their turn at the next."""

MOST_CHARACTERS = 40_000_000
"""Characters that are read at one time to be kept in memory: more than the longest document has."""

MOST_WAITING = 16
"""Files, pages and feeds that may wait to be read; each holds what was fetched."""

_GONE = (404, 410)
"""What a server answers for a page that is not there, or no more (RFC 9110, 15.5.5 and 15.5.11)."""

Found = Document | ParleyError

Admit = Callable[[Index, Sequence[Document]], None]


class CallIndex(Protocol):
    """Runs a function of the index where it holds nobody up."""

    def __call__(self, function: Callable[[Index], T], /) -> Awaitable[T]:
        """Return what ``function`` returns."""
        ...


@dataclass(frozen=True, slots=True)
class FetchedSource:
    """Bytes that were fetched, what is known of them, and the suffix of the reader that is for them."""

    data: bytes
    origin: Origin
    suffix: str


@dataclass(frozen=True, slots=True)
class Refresh:
    """What became of one feed: the outcomes of its new items, and why it failed where it did."""

    feed: FollowedFeed
    outcomes: tuple[SourceOutcome, ...] = ()
    failure: str | None = None


class Gatherer:
    """Reads addresses and follows feeds."""

    def __init__(
        self,
        fetcher: Fetcher,
        process: ReadingProcess,
        call_index: CallIndex,
        admit: Admit | None = None,
        interval: timedelta = INTERVAL,
    ) -> None:
        """Set what reads, and what may be added.

        ``admit`` raises SourceError where documents may not be added now; a feed's item is then tried again
        later. ``interval`` is the time between two fetches of one feed.
        """
        self._admit = admit
        self._interval = interval
        self._fetcher = fetcher
        self._process = process
        self._call_index = call_index
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def read_url(self, url: str, said: Origin) -> tuple[Found, ...]:
        """Return the documents at ``url``; ``said`` holds what the host says of them, and their collection.

        Raises FetchRefused, FetchFailed or SourceTooLarge when nothing could be fetched, and as ``read_bytes`` does.
        """
        source = await self.fetch(url, said)
        return await self.read_bytes(source.data, source.origin, source.suffix)

    async def fetch(self, url: str, said: Origin) -> FetchedSource:
        """Return what is at ``url``, not yet read. Raises as ``read_url`` does."""
        try:
            fetched = await self._fetcher.fetch(url)
        except FetchFailed as error:
            if error.status in _GONE:
                raise await self._gone(url, said.collection, error) from error
            raise
        origin = replace(said, name=url, key=canonical_url(url), url=said.url or fetched.url)
        return FetchedSource(
            fetched.text_bytes, origin, suffix_for(fetched.body, fetched.content_type, fetched.url)
        )

    async def _gone(self, url: str, collection: str, error: FetchFailed) -> FetchFailed:
        """Keep that a page is gone; return what is said of it."""
        held = await self._call_index(lambda index: index.record_gone(url, collection=collection))
        if not held:
            return error
        return FetchFailed(
            f"{error} What was read from it earlier is kept and cited as of the day on which it was found gone.",
            status=error.status,
        )

    def read(self, source: FetchedSource) -> Iterator[Found]:
        """Yield the documents in what was fetched, as they are read."""
        return self._process.read(source.data, source.origin, suffix=source.suffix)

    async def read_bytes(self, data: bytes, origin: Origin, suffix: str | None = None) -> tuple[Found, ...]:
        """Return the documents in ``data``, of the format that ``suffix`` or the name says.

        Of more than ``MOST_CHARACTERS`` the rest is refused. Raises Busy when as much is waiting to be read as may.
        """
        return await self._in_turn(lambda: _first_of(self._process.read(data, origin, suffix=suffix), origin))

    async def _in_turn(self, work: Callable[[], T]) -> T:
        """Run ``work`` on a thread, one at a time: what is read for many must not take every thread there is."""
        if self._waiting >= MOST_WAITING:
            raise Busy("Parley is reading other documents. Try again in a few minutes.")
        self._waiting += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1

    async def probe_feed(self, url: str) -> Feed:
        """Return what the feed at ``url`` says now, without following it. Raises SourceError when it is no
        feed."""
        return await self._parse(url, await self._fetcher.fetch(url))

    async def refresh(self, feed: FollowedFeed, progress: Progress | None = None) -> Refresh:
        """Fetch ``feed`` and add what is new in it; ``progress`` is called with what became of each new item.

        A failure is remembered and returned, not raised.
        """
        try:
            fetched = await self._fetcher.fetch(feed.url, etag=feed.etag, last_modified=feed.last_modified)
            content_hash = hashlib.sha256(fetched.body).hexdigest() if fetched.body else None
            unchanged = fetched.not_modified or content_hash == feed.content_hash
            parsed = None if unchanged else await self._parse(feed.url, fetched)
        except SourceError as error:
            failure = error
            await self._call_index(
                lambda index: index.feeds.record_failure(feed, failure, interval=self._interval)
            )
            return Refresh(feed, failure=str(error))
        outcomes, complete = await self._take_in(feed, parsed, progress) if parsed else ((), True)
        # Validators are kept only when every item had its turn: otherwise the next fetch must bring them again.
        await self._call_index(
            lambda index: index.feeds.record_fetch(
                feed,
                title=parsed.title if parsed else None,
                etag=fetched.etag if complete else None,
                last_modified=fetched.last_modified if complete else None,
                content_hash=content_hash if complete else None,
                interval=self._interval,
            )
        )
        return Refresh(feed, outcomes)

    async def _parse(self, url: str, fetched: Fetched) -> Feed:
        origin = Origin(name=url, key=canonical_url(url), url=fetched.url)
        return await self._in_turn(lambda: self._process.read_feed(fetched.body, origin))

    async def _take_in(
        self, feed: FollowedFeed, parsed: Feed, progress: Progress | None
    ) -> tuple[tuple[SourceOutcome, ...], bool]:
        unseen = await self._call_index(lambda index: index.feeds.unseen(feed, parsed.items))
        outcomes: list[SourceOutcome] = []
        complete = len(unseen) <= MOST_NEW_ITEMS
        for item in unseen[:MOST_NEW_ITEMS]:
            outcome, settled = await self._take_item(feed, item)
            outcomes.append(outcome)
            if progress is not None:
                progress(outcome)
            complete = complete and settled
        return tuple(outcomes), complete

    async def _take_item(self, feed: FollowedFeed, item: FeedItem) -> tuple[SourceOutcome, bool]:
        """Add one item; return what became of it, and whether it needs no further try."""
        found, passing = await self._read_item(feed, item)
        if isinstance(found, ParleyError):
            if not passing:
                await self._call_index(lambda index: index.feeds.record_item(feed, item, None))
            return SourceOutcome(
                item.url or item.title, "refused", item.title, reason=str(found)
            ), not passing
        try:
            report = await self._call_index(lambda index: self._add(index, found))
        except SourceError as error:
            return SourceOutcome(item.url or item.title, "refused", item.title, reason=str(error)), False
        await self._call_index(lambda index: index.feeds.record_item(feed, item, found.id))
        return report.outcomes[0], True

    def _add(self, index: Index, document: Document) -> AddReport:
        if self._admit is not None:
            self._admit(index, [document])
        return index.add_documents([document])

    async def _read_item(self, feed: FollowedFeed, item: FeedItem) -> tuple[Found, bool]:
        """Return the item's page, else its own text, else why there is neither; and whether that may pass."""
        said = Origin(
            name=item.url or item.title,
            key=item.key if item.url else f"{canonical_url(feed.url)}#{item.key}",
            title=item.title,
            publisher=feed.publisher or item.publisher,
            published=item.published,
            collection=feed.collection,
        )
        own = _own_text(said, item)
        if item.url is None or len(item.text) >= FULL_TEXT:
            return own, False
        try:
            page = await self.read_url(item.url, said)
        except (FetchFailed, FetchRefused, SourceError) as error:
            passing = isinstance(error, FetchFailed) and (error.status is None or error.status >= 500)
            return (own, False) if isinstance(own, Document) else (error, passing)
        return _longest([*page, own]), False


def _first_of(found: Iterator[Found], origin: Origin) -> tuple[Found, ...]:
    kept: list[Found] = []
    held = 0
    for item in found:
        held += len(item.text) if isinstance(item, Document) else 0
        if held > MOST_CHARACTERS:
            kept.append(
                SourceTooLarge(
                    f"{origin.name}: it holds more than {MOST_CHARACTERS:,} characters of text; split it."
                )
            )
            break
        kept.append(item)
    return tuple(kept)


def _own_text(said: Origin, item: FeedItem) -> Found:
    if not item.text:
        return SourceError(f"{said.name}: the item has no text and no page. Add it as a file.")
    return Document(
        key=said.key,
        title=item.title,
        text=item.text,
        publisher=said.publisher,
        url=item.url,
        published=said.published,
        collection=said.collection,
    )


def _longest(found: Sequence[Found]) -> Found:
    documents = [item for item in found if isinstance(item, Document)]
    return max(documents, key=lambda document: len(document.text), default=found[0])
