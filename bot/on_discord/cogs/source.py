"""`/source`: documents of a server's own, added by those who run it; and the feeds, fetched when they are
due."""

import asyncio
import hashlib
import logging
import re
import time
from collections.abc import AsyncIterator, Container, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any, Self

import discord
from discord import app_commands
from discord.ext import commands
from discord.ui import Item

from bot.app import added
from bot.app.gathering import create_gatherer
from bot.app.memory.additions import FoundFeed, PendingAdditions, ReadDocuments
from bot.app.memory.departures import left_before
from bot.app.quotas import Quota, used_now
from bot.app.showing.readable import readable
from bot.on_discord.cards import source as cards
from bot.on_discord.cards.parts.budget import Card
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.pages import page_count
from bot.on_discord.client import Parley
from bot.on_discord.collections import server_collection, server_of
from bot.on_discord.options import Choices, choices
from bot.on_discord.periodic import Periodic
from bot.on_discord.permission import may_run_server, require_server_manager
from bot.on_discord.replies import Interaction, acknowledge, acknowledge_update, deliver_update, take_back
from bot.on_discord.reporting import ReportingDynamicItem
from index import (
    SHORTEST_INTERVAL,
    FollowedFeed,
    Index,
    Origin,
    may_be_published,
    parse_typed_date,
    suffix_for,
)
from index.errors import Busy, ParleyError, QueryError, SourceError, SourceTooLarge
from index.following.gathering import Refresh
from index.model import Document, SourceOutcome

log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 60.0
"""How often it is looked whether a feed is due."""

SECONDS_BETWEEN_EDITS = 2.0
"""How often a message that shows progress is edited at most."""

MOST_BYTES = 10 * 1024 * 1024
"""Bytes of a file that is attached: what Discord lets anybody upload (its help, File attachments)."""
EXPIRED = "This preview is too old, or is not yours. Run the command again."
LEFT = "Nothing was added."

Words = app_commands.Range[str, 1, 200]
Address = app_commands.Range[str, 1, 2_000]
DateText = app_commands.Range[str, 1, 60]


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
class Source(commands.GroupCog, group_name="source", group_description="Documents of this server's own"):
    """Adds, refreshes, lists and removes the documents of a server, and follows feeds."""

    add = app_commands.Group(name="add", description="Add documents, seen on this server alone")

    def __init__(self, bot: Parley) -> None:
        self.bot = bot
        self.pending = PendingAdditions()
        self.quota = Quota.of(bot.settings)
        self.gatherer = create_gatherer(
            bot.settings, bot.library.reading_process, bot.library.write, self.quota.admit
        )
        self._following = Periodic(bot, "feeds", SECONDS_BETWEEN_LOOKS, self.refresh_due, duties=bot.duties)

    async def cog_load(self) -> None:
        self._following.start()

    async def cog_unload(self) -> None:
        await self._following.stop()

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let those who may manage the server use the commands: what Discord shows to whom can be changed there."""
        return require_server_manager(interaction)

    @add.command(name="url", description="Add a page or a file on the web")
    @app_commands.describe(
        url="Its address", title="Its title", published="When it was published", publisher="Who published it"
    )
    @app_commands.rename(published="date")
    async def add_url(
        self,
        interaction: Interaction,
        url: Address,
        title: Words | None = None,
        published: DateText | None = None,
        publisher: Words | None = None,
    ) -> None:
        """Read the address and show what is there."""
        if await acknowledge(interaction, private=True):
            async with _reading(interaction):
                day = await _day(interaction, published)
                said = Origin(url, url, None, title, publisher, day, _collection(interaction))
                await self._preview(interaction, await self.gatherer.read_url(url, said), said)

    @add.command(
        name="file", description="Add a file: PDF, Word, web page, mail, text, Markdown, or a ZIP of these"
    )
    @app_commands.describe(
        file="At most 10 MB",
        title="Its title",
        published="When it was published",
        publisher="Who published it",
    )
    @app_commands.rename(published="date")
    async def add_file(
        self,
        interaction: Interaction,
        file: discord.Attachment,
        title: Words | None = None,
        published: DateText | None = None,
        publisher: Words | None = None,
    ) -> None:
        """Read the file and show what is in it."""
        if not await acknowledge(interaction, private=True):
            return
        if file.size > MOST_BYTES:
            raise SourceTooLarge(
                f"{file.filename}: it has {file.size:,} bytes, and {MOST_BYTES:,} are read. Split it."
            )
        async with _reading(interaction):
            day = await _day(interaction, published)
            data = await file.read()
            origin = Origin(
                file.filename,
                f"file:{hashlib.sha256(data).hexdigest()[:16]}",
                None,
                title,
                publisher,
                day,
                _collection(interaction),
            )
            suffix = suffix_for(data) if suffix_for(data) != ".txt" else None
            await self._preview(interaction, await self.gatherer.read_bytes(data, origin, suffix), origin)

    @add.command(name="feed", description="Follow an RSS or Atom feed")
    @app_commands.describe(
        url="Its address", title="What it is called", publisher="Who publishes its articles"
    )
    async def add_feed(
        self,
        interaction: Interaction,
        url: Address,
        title: Words | None = None,
        publisher: Words | None = None,
    ) -> None:
        """Read the feed and show what is in it."""
        if await acknowledge(interaction, private=True):
            async with _reading(interaction):
                feed = await self.gatherer.probe_feed(url)
                identity = self.pending.put(
                    FoundFeed(url, feed, title, publisher),
                    user_id=interaction.user.id,
                    collection=_collection(interaction),
                )
                await _show(interaction, cards.feed_preview_card(feed, url, identity))

    @app_commands.command(description="Remove a document, or follow a feed no longer")
    @app_commands.describe(source="The document or feed")
    async def remove(self, interaction: Interaction, source: Words) -> None:
        if await acknowledge(interaction, private=True):
            found = await self._find(source, _collection(interaction))
            if isinstance(found, FollowedFeed):
                number = found.id
                await self.bot.library.write(lambda index: index.feeds.remove(number))
                text = f"The feed {escape(found.name, limit=200)} is followed no longer. Its documents stay."
            else:
                await self.bot.library.remove(found.id)
                text = f"{escape(found.title, limit=200)} is removed."
            await _show(interaction, cards.notice(text))

    @app_commands.command(description="Read a page again, or fetch a feed now")
    @app_commands.describe(source="The document or feed")
    async def refresh(self, interaction: Interaction, source: Words) -> None:
        if not await acknowledge(interaction, private=True):
            return
        found = await self._find(source, _collection(interaction))
        if isinstance(found, FollowedFeed):
            _check_interval(found)
            await self._refresh_feed(interaction, found)
            return
        if found.url is None:
            raise SourceError("This document came as a file. Add the file again with /source add file.")
        async with _reading(interaction):
            items = await self.gatherer.read_url(
                found.url, Origin(found.url, found.key, None, collection=found.collection)
            )
            documents = [item for item in items if isinstance(item, Document) and item.id == found.id]
            if not documents:
                raise SourceError(
                    "The page is no longer what it was: nothing of this document was found on it. It stays as it is."
                )
            report = await self.bot.library.write(lambda index: self._add(index, documents))
            await self._show_outcomes(interaction, "Read again", report)

    @app_commands.command(
        name="list", description="See what was added on this server, and how much more may be"
    )
    async def list_sources(self, interaction: Interaction) -> None:
        """Show the first page."""
        if await acknowledge(interaction, private=True):
            await _show(interaction, await self.page(_collection(interaction), 0))

    @remove.autocomplete("source")
    @refresh.autocomplete("source")
    async def suggest(self, interaction: Interaction, typed: str) -> Choices:
        """Suggest the server's own feeds and documents whose name holds what was typed."""
        if not may_run_server(interaction):
            return []
        collection = _collection(interaction)
        try:
            feeds, documents = await self.bot.library.call(added.names, collection)
        except Busy:
            return []
        wanted = typed.casefold()
        named = [(f"Feed: {feed.name}", added.value_of(feed)) for feed in feeds]
        named += [(document.title, document.id) for document in documents]
        return choices((name, value) for name, value in named if wanted in name.casefold())

    async def page(self, collection: str, number: int) -> Card:
        """Return a page, counted from 0, of what was added to ``collection``."""
        used = await self.bot.library.call(used_now, collection)
        number = min(number, page_count(used.documents, cards.PAGE) - 1)
        feeds, documents, updated = await self.bot.library.call(added.page, collection, number, cards.PAGE)
        return cards.list_card(documents, feeds, used, self.quota, number, updated)

    async def confirm(self, interaction: Interaction, identity: str) -> None:
        """Add what was shown."""
        collection = _collection(interaction)
        addition = self.pending.take(identity, user_id=interaction.user.id, collection=collection)
        if addition is None:
            await _show(interaction, cards.notice(EXPIRED))
        elif isinstance(addition, ReadDocuments):
            shown = addition
            async with _reading(interaction, "Adding it …"):
                report = await self.bot.library.write(lambda index: self._add_shown(index, shown))
                await self._show_outcomes(interaction, "Added", report)
            self._announce(report)
        else:
            chosen = addition
            feed = await self.bot.library.write(
                lambda index: index.feeds.add(
                    chosen.url, collection=collection, title=chosen.title, publisher=chosen.publisher
                )
            )
            await self._refresh_feed(interaction, feed)

    async def drop(self, interaction: Interaction, identity: str) -> None:
        """Leave what was shown."""
        self.pending.take(identity, user_id=interaction.user.id, collection=_collection(interaction))
        await _show(interaction, cards.notice(LEFT))

    def _add(self, index: Index, documents: Iterable[Document]) -> tuple[SourceOutcome, ...]:
        chosen = list(documents)
        self.quota.admit(index, chosen)
        return index.add_documents(chosen).outcomes

    def _add_shown(self, index: Index, shown: ReadDocuments) -> tuple[SourceOutcome, ...]:
        outcomes = self._add(index, shown.documents)
        title = shown.title if len(shown.documents) == 1 else None
        if title or shown.publisher or shown.published:
            for document in shown.documents:
                index.describe(document.id, title=title, publisher=shown.publisher, published=shown.published)
        return outcomes

    async def _preview(
        self, interaction: Interaction, found: Iterable[Document | ParleyError], said: Origin
    ) -> None:
        items = tuple(found)
        documents = tuple(item for item in items if isinstance(item, Document))
        refusals = [str(item) for item in items if not isinstance(item, Document)]
        if not documents:
            raise SourceError(
                refusals[0] if refusals else "Nothing was found there. Give another address or file."
            )
        await self.bot.library.call(self.quota.admit, documents)
        identity = self.pending.put(
            ReadDocuments(documents, said.title, said.publisher, said.published),
            user_id=interaction.user.id,
            collection=_collection(interaction),
        )
        await _show(interaction, cards.preview_card(documents, refusals, identity))

    async def _refresh_feed(self, interaction: Interaction, feed: FollowedFeed) -> None:
        progress = _Progress(interaction, feed)
        result = await self.gatherer.refresh(feed, progress.tell)
        await progress.end()
        if result.failure is not None:
            raise SourceError(result.failure)
        head = "The feed is followed" if feed.checked_at is None else "The feed was fetched"
        await self._show_outcomes(interaction, head, result.outcomes)
        self._announce(result.outcomes)

    async def _show_outcomes(
        self, interaction: Interaction, head: str, outcomes: tuple[SourceOutcome, ...]
    ) -> None:
        used = await self.bot.library.call(used_now, _collection(interaction))
        await _show(interaction, cards.outcome_card(head, outcomes, used, self.quota))

    async def _find(self, source: str, collection: str) -> Document | FollowedFeed:
        """Return what an autocompletion, or a title typed in full, names in ``collection``."""
        found = await self.bot.library.call(added.lookup, source, collection)
        if found is None:
            raise QueryError(
                "This server has added no such document or feed. Choose one of those suggested as you type."
            )
        return found

    async def refresh_due(self) -> tuple[Refresh, ...]:
        """Fetch every feed whose time has come, one after the other; return what became of them.

        The feeds of a server that the bot has left rest.
        """
        due = await self.bot.library.call(lambda index: index.feeds.due())
        left = await left_before(self.bot.memory, datetime.now(UTC))
        due = tuple(feed for feed in due if not self._rests(server_of(feed.collection), left))
        results = []
        for feed in due:
            result = await self.gatherer.refresh(feed)
            results.append(result)
            if result.failure is not None:
                log.warning("feed %d failed: %s", feed.id, result.failure)
            self._announce(result.outcomes)
        return tuple(results)

    def _rests(self, guild_id: int | None, left: Container[int]) -> bool:
        """Tell whether the bot has left a server: of one that another process serves, as that remembers it."""
        if guild_id is None:
            return False
        if self.bot.serves(guild_id):
            return self.bot.get_guild(guild_id) is None
        return guild_id in left

    def _announce(self, outcomes: Iterable[SourceOutcome]) -> None:
        added = tuple(item.document_id for item in outcomes if item.outcome == "added" and item.document_id)
        if added:
            self.bot.dispatch("documents_added", added)


class AddButton(ReportingDynamicItem[Item[Any]], template=cards.ADD):
    """Adds what a preview shows."""

    def __init__(self, item: Item[Any], addition: str) -> None:
        super().__init__(item)
        self.addition = addition

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        return cls(item, match["addition"])

    async def pressed(self, interaction: Interaction) -> None:
        if require_server_manager(interaction) and await acknowledge_update(interaction):
            await _cog(interaction).confirm(interaction, self.addition)


class DropButton(AddButton, template=cards.DROP):
    """Leaves what a preview shows."""

    async def pressed(self, interaction: Interaction) -> None:
        if require_server_manager(interaction) and await acknowledge_update(interaction):
            await _cog(interaction).drop(interaction, self.addition)


class ListPageButton(ReportingDynamicItem[Item[Any]], template=cards.LIST_PAGE):
    """Turns the list to another page."""

    def __init__(self, item: Item[Any], page: int) -> None:
        super().__init__(item)
        self.page = page

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        return cls(item, int(match["page"]))

    async def pressed(self, interaction: Interaction) -> None:
        if require_server_manager(interaction) and await acknowledge_update(interaction):
            await _show(interaction, await _cog(interaction).page(_collection(interaction), self.page))


class _Progress:
    """Edits the answer to an interaction as items come in, but not often."""

    def __init__(self, interaction: Interaction, feed: FollowedFeed) -> None:
        self._interaction = interaction
        self._name = escape(feed.name, limit=200)
        self._count = 0
        self._shown_at = time.monotonic()
        self._edit: asyncio.Task[None] | None = None

    def tell(self, _: SourceOutcome) -> None:
        self._count += 1
        now = time.monotonic()
        if now - self._shown_at >= SECONDS_BETWEEN_EDITS and (self._edit is None or self._edit.done()):
            self._shown_at = now
            card = cards.notice(f"Reading {self._name}: {self._count:,} items so far …")
            self._edit = asyncio.create_task(_show(self._interaction, card))

    async def end(self) -> None:
        if self._edit is not None:
            await self._edit


def _cog(interaction: Interaction) -> Source:
    cog = interaction.client.get_cog(Source.__cog_name__)
    assert isinstance(cog, Source)
    return cog


def _collection(interaction: Interaction) -> str:
    if interaction.guild_id is None:
        raise QueryError("This works on a server only.")
    return server_collection(interaction.guild_id)


async def _show(interaction: Interaction, card: Card) -> None:
    await deliver_update(interaction, card)


@asynccontextmanager
async def _reading(interaction: Interaction, what: str = "Reading it …") -> AsyncIterator[None]:
    """Say that something is being read, or ``what`` else; take that back when nothing comes of it, and the error says why."""
    await _show(interaction, cards.notice(what))
    try:
        yield
    except Exception:
        await take_back(interaction)
        raise


async def _day(interaction: Interaction, typed: str | None) -> date | None:
    """Return the day that was typed. Raises QueryError for what is no date, or not one day."""
    if typed is None:
        return None
    first, last = await asyncio.to_thread(parse_typed_date, typed, interaction.created_at.date())
    if first != last:
        raise QueryError(
            f"{readable(typed)!r} is more than one day. Give the day of publication, such as 2025-03-14."
        )
    if not may_be_published(first):
        raise QueryError(f"Nothing can have been published on {first}. Give the day, such as 2025-03-14.")
    return first


def _check_interval(feed: FollowedFeed) -> None:
    if feed.checked_at is None:
        return
    waited = datetime.now(UTC) - feed.checked_at
    if waited < SHORTEST_INTERVAL:
        minutes = int((SHORTEST_INTERVAL - waited).total_seconds() // 60) + 1
        raise SourceError(
            f"This feed was fetched a moment ago. It may be fetched again in {minutes} minutes."
        )


async def setup(bot: Parley) -> None:
    """Add the commands and their buttons to the bot."""
    await bot.add_cog(Source(bot))
    bot.add_dynamic_items(AddButton, DropButton, ListPageButton)
