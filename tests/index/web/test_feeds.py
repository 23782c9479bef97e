"""Following feeds, from a server on the loopback interface."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from typing import Any

import pytest
from aiohttp import web

from index import Index
from index.errors import FetchFailed
from index.following.gathering import MOST_NEW_ITEMS, Gatherer
from index.readers.metadata.origin import Origin
from index.web.feeds import FollowedFeed
from index.web.fetching import Fetcher, FetchLimits
from tests.index.openings import Openings
from tests.index.readers.file_samples import SENTENCES, article, page, pdf, rss

HOST = "127.0.0.9"


class Wire:
    """A news site with a feed: the items it lists, the pages it has, and what was asked of it."""

    def __init__(self) -> None:
        self.items: dict[str, str] = {}
        self.pages: dict[str, bytes] = {}
        self.asked: list[tuple[str, bool]] = []
        self.status = 200
        self.validators = True
        self.base = ""

    def item(self, name: str, *, text: str = "Short.", date: str = "") -> None:
        stamp = f"<pubDate>{date}</pubDate>" if date else ""
        self.items[name] = (
            f"<item><title>Story {name}</title><link>{self.base}/{name}</link>{stamp}"
            f"<description>{text}</description></item>"
        )

    async def answer(self, request: web.Request) -> web.Response:
        conditional = "If-None-Match" in request.headers
        self.asked.append((request.path, conditional))
        if self.status != 200:
            return web.Response(status=self.status, headers={"Retry-After": "7200"})
        if request.path != "/feed":
            body = self.pages.get(request.path.strip("/"))
            return web.Response(body=body, content_type="text/html") if body else web.Response(status=404)
        body = rss("".join(self.items.values()))
        tag = f'"{hash(body)}"'
        if self.validators and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304)
        headers = {"ETag": tag} if self.validators else {}
        return web.Response(body=body, content_type="text/html", headers=headers)


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    wire = Wire()
    application = web.Application()
    application.router.add_route("GET", "/{path:.*}", wire.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    wire.base = f"http://{HOST}:{runner.addresses[0][1]}"
    yield wire
    await runner.cleanup()


@pytest.fixture
def index(openings: Openings) -> Iterator[Index]:
    with openings.open() as index:
        yield index


@pytest.fixture
def gatherer(index: Index) -> Gatherer:
    fetcher = Fetcher(
        limits=FetchLimits(seconds=120), permitted=[ip_network(f"{HOST}/32")], seconds_between=0
    )

    async def call(function: Callable[..., Any]) -> Any:
        return await asyncio.to_thread(function, index)

    return Gatherer(fetcher, index.reading_process, call)


def rows(index: Index) -> dict[str, int]:
    with sqlite3.connect(index._store.path) as db:
        counts = {
            name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("documents", "feeds", "feed_items", "former_versions", "passages")
        }
    db.close()
    return counts


async def refresh(gatherer: Gatherer, index: Index, feed: FollowedFeed) -> Any:
    return await gatherer.refresh(index.feeds.get(feed.id))


async def test_the_pages_of_new_items_are_added_with_the_title_and_date_of_the_feed(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.item("one", date="Fri, 14 Mar 2025 23:30:00 -0500")
    wire.pages["one"] = page(article("<h1>Another headline</h1>"))
    feed = index.feeds.add(f"{wire.base}/feed")
    result = await refresh(gatherer, index, feed)
    assert [outcome.outcome for outcome in result.outcomes] == ["added"]
    (document,) = index.documents()
    assert document.title == "Story one"
    assert document.published.isoformat() == "2025-03-14"
    assert document.publisher == "Example Wire"
    assert document.text.endswith("\n\n".join(SENTENCES))
    assert document.url == f"{wire.base}/one"
    assert index.feeds.get(feed.id).title == "Example Wire"


async def test_a_hundred_refreshes_of_an_unchanged_feed_add_no_row(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.item("one", text=" ".join(SENTENCES))
    wire.pages["one"] = page(article())
    feed = index.feeds.add(f"{wire.base}/feed")
    await refresh(gatherer, index, feed)
    before = rows(index)
    wire.asked.clear()
    for _ in range(100):
        assert (await refresh(gatherer, index, feed)).outcomes == ()
    assert rows(index) == before
    assert wire.asked == [("/feed", True)] * 100


async def test_without_validators_the_content_says_that_nothing_changed(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.validators = False
    wire.item("one", text=" ".join(SENTENCES))
    feed = index.feeds.add(f"{wire.base}/feed")
    await refresh(gatherer, index, feed)
    before = rows(index)
    for _ in range(10):
        assert (await refresh(gatherer, index, feed)).outcomes == ()
    assert rows(index) == before


async def test_an_edited_item_replaces_its_document_and_keeps_the_former(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.item("one", text="First words. " * 200)
    feed = index.feeds.add(f"{wire.base}/feed")
    await refresh(gatherer, index, feed)
    wire.item("one", text="Second words. " * 200)
    result = await refresh(gatherer, index, feed)
    assert [outcome.outcome for outcome in result.outcomes] == ["updated"]
    (document,) = index.documents()
    assert document.text.startswith("Second words.")
    assert [version.text[:12] for version in index.former_versions(document.id)] == ["First words."]


async def test_only_the_new_item_is_read(wire: Wire, index: Index, gatherer: Gatherer) -> None:
    for name in ("one", "two"):
        wire.item(name)
        wire.pages[name] = page(article(f"<p>This is story {name}.</p>"))
    feed = index.feeds.add(f"{wire.base}/feed")
    await refresh(gatherer, index, feed)
    wire.item("three")
    wire.pages["three"] = page(article())
    wire.asked.clear()
    await refresh(gatherer, index, feed)
    assert [path for path, _ in wire.asked] == ["/feed", "/three"]
    assert index.stats().documents == 3


async def test_an_item_whose_page_is_gone_is_added_with_the_words_of_the_feed(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.item("one", text=SENTENCES[0])
    feed = index.feeds.add(f"{wire.base}/feed")
    await refresh(gatherer, index, feed)
    assert [document.text for document in index.documents()] == [SENTENCES[0]]


async def test_an_item_without_words_and_page_is_refused_by_name_and_not_tried_again(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.item("one", text="")
    feed = index.feeds.add(f"{wire.base}/feed")
    (outcome,) = (await refresh(gatherer, index, feed)).outcomes
    assert outcome.outcome == "refused"
    assert "/one: the server answered 404" in outcome.reason
    wire.asked.clear()
    await refresh(gatherer, index, feed)
    assert [path for path, _ in wire.asked] == ["/feed"]


async def test_a_long_feed_is_taken_in_over_several_refreshes(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    for number in range(MOST_NEW_ITEMS + 5):
        wire.item(f"n{number}", text=f"Words of story {number}. " * 100)
    feed = index.feeds.add(f"{wire.base}/feed")
    await refresh(gatherer, index, feed)
    assert index.stats().documents == MOST_NEW_ITEMS
    await refresh(gatherer, index, feed)
    assert index.stats().documents == MOST_NEW_ITEMS + 5


async def test_a_feed_that_fails_is_shown_as_failing_and_waits_longer_each_time(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.status = 500
    feed = index.feeds.add(f"{wire.base}/feed")
    waits = []
    for _ in range(3):
        assert "answered 500" in (await refresh(gatherer, index, feed)).failure
        state = index.feeds.get(feed.id)
        waits.append(state.due_at - state.checked_at)
    assert state.failing
    assert "answered 500" in state.failure
    assert waits == [timedelta(hours=2)] * 3
    wire.status = 200
    await refresh(gatherer, index, feed)
    state = index.feeds.get(feed.id)
    assert (state.failing, state.failures, state.failure) == (False, 0, None)


async def test_what_is_no_feed_is_a_failure_with_its_reason(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.pages["page"] = page(article())
    feed = index.feeds.add(f"{wire.base}/page")
    assert "not a readable feed" in (await refresh(gatherer, index, feed)).failure


async def test_a_feed_is_followed_once_in_a_collection(index: Index) -> None:
    first = index.feeds.add("https://wire.example/feed")
    assert index.feeds.add("http://wire.example/feed/").id == first.id
    assert index.feeds.add("https://wire.example/feed", collection="server:1").id != first.id
    assert len(index.feeds.list(["shared"])) == 1
    assert index.feeds.get(first.id, ["server:1"]) is None


async def test_a_feed_is_due_no_sooner_than_after_fifteen_minutes(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    feed = index.feeds.add(f"{wire.base}/feed")
    assert [due.id for due in index.feeds.due()] == [feed.id]
    await refresh(gatherer, index, feed)
    assert index.feeds.due() == ()
    state = index.feeds.get(feed.id)
    assert state.due_at - state.checked_at >= timedelta(minutes=15)
    assert [due.id for due in index.feeds.due(datetime.now(UTC) + timedelta(hours=1))] == [feed.id]


@pytest.mark.parametrize(("asked", "waited"), [(timedelta(hours=2), 120), (timedelta(minutes=1), 15)])
async def test_the_host_sets_the_interval_and_fifteen_minutes_is_the_least(
    wire: Wire, index: Index, gatherer: Gatherer, asked: timedelta, waited: int
) -> None:
    gatherer._interval = asked
    feed = index.feeds.add(f"{wire.base}/feed")
    await refresh(gatherer, index, feed)
    state = index.feeds.get(feed.id)
    assert state.due_at - state.checked_at == timedelta(minutes=waited)


async def test_a_feed_that_is_no_longer_followed_keeps_its_documents(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.item("one", text=" ".join(SENTENCES))
    feed = index.feeds.add(f"{wire.base}/feed")
    await refresh(gatherer, index, feed)
    assert index.feeds.remove(feed.id)
    assert not index.feeds.remove(feed.id)
    assert rows(index) | {"passages": 0} == {
        "documents": 1,
        "feeds": 0,
        "feed_items": 0,
        "former_versions": 0,
        "passages": 0,
    }


async def test_the_documents_of_a_feed_belong_to_its_collection(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.item("one", text=" ".join(SENTENCES))
    feed = index.feeds.add(f"{wire.base}/feed", collection="server:1", publisher="Our wire")
    await refresh(gatherer, index, feed)
    assert index.documents() == ()
    assert [document.publisher for document in index.documents(["server:1"])] == ["Our wire"]


async def test_a_pdf_behind_an_address_is_read_with_its_pages(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.pages["treaty"] = pdf([SENTENCES[:1], SENTENCES[1:]])
    (document,) = await gatherer.read_url(f"{wire.base}/treaty", Origin(name="", key="", title="Treaty"))
    assert (document.title, document.page_at(document.text.index("spokesman"))) == ("Treaty", 2)
    assert document.key.startswith("https://127.0.0.9")


async def test_words_of_a_page_that_is_gone_are_cited_as_of_that_day_until_it_is_back(
    wire: Wire, index: Index, gatherer: Gatherer
) -> None:
    wire.pages["one"] = page(article("<h1>Story one</h1>"))
    url, said = f"{wire.base}/one", Origin("", "")
    index.add_documents(await gatherer.read_url(url, said))
    today = datetime.now(UTC).date()

    del wire.pages["one"]
    with pytest.raises(FetchFailed, match=r"answered 404.*kept and cited as of"):
        await gatherer.read_url(url, said)
    (excerpt,) = index.trace(SENTENCES[0])
    assert excerpt.citation.gone and excerpt.citation.as_of is not None
    assert excerpt.citation.as_of >= today
    around = index.surroundings(excerpt.citation.document_id, excerpt.start, excerpt.end)
    assert around is not None and around.citation.gone
    assert not index.check()

    wire.pages["one"] = page(article("<h1>Story one</h1>"))
    index.add_documents(await gatherer.read_url(url, said))
    (excerpt,) = index.trace(SENTENCES[0])
    assert not excerpt.citation.gone and excerpt.citation.as_of is None


async def test_a_page_that_was_never_read_is_only_not_found(wire: Wire, gatherer: Gatherer) -> None:
    with pytest.raises(FetchFailed) as failed:
        await gatherer.read_url(f"{wire.base}/none", Origin("", ""))
    assert "kept" not in str(failed.value)
