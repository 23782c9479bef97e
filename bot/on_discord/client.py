"""The Discord client: intents, command tree, sync on change, orderly shutdown."""

import asyncio
import hashlib
import importlib
import json
import logging
import math
import pkgutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

import bot.on_discord.cogs
from bot.app.library import Library
from bot.app.memory.remembering import Memory
from bot.app.rates import Rates
from bot.app.settings import Settings
from bot.on_discord.conversations import Conversations
from bot.on_discord.duties import Duties
from bot.on_discord.introductions import Introductions
from bot.on_discord.reporting import ReportingTree, report_error
from bot.on_discord.transport import resume_lost_shards
from bot.on_discord.turns import turns_of
from index.model import Document, SourceOutcome
from index.storage.in_use import staying

log = logging.getLogger(__name__)

SHUTDOWN_SECONDS = 8.0
"""How long answers in the making may take once the bot is told to stop: Docker waits for ten seconds in all."""


class Parley(commands.Bot):
    """The bot. ``library`` answers, ``memory`` remembers, ``settings`` are what the host chose.

    ``duties`` are what one process does for all servers, where several share them.
    """

    PERMISSIONS = discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
    )
    """What the bot needs on a server; the invitation asks for no more."""

    def __init__(self, settings: Settings, *, sync_always: bool = False, **sharding: Any) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=ReportingTree,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            activity=discord.CustomActivity("Ask me with /ask"),
            **sharding,
        )
        self.settings = settings
        self.library = Library(
            settings.index_path,
            workers=settings.workers,
            queue=settings.queue,
            limits=settings.limits,
            reader=settings.reader,
            thresholds=settings.thresholds,
            cluster=settings.cluster,
        )
        self.memory = Memory(
            settings.memory_path, keep=timedelta(days=settings.keep_days), cluster=settings.cluster
        )
        self.turns = turns_of(settings)
        self.rates = Rates.of(settings)
        self.conversations = Conversations()
        self.duties = Duties(self.turns)
        self._sync_always = sync_always
        self._opened = False
        self._claimed = False
        self._syncing: asyncio.Task[None] | None = None
        self._held = ExitStack()

    async def claim(self) -> None:
        """See that the database's folder can be written, and keep the file from being taken away. Once is enough.

        Raises:
            StoreUnavailable: it cannot be written.
        """
        if not self._claimed:
            await asyncio.to_thread(self._held.enter_context, staying(self.settings.database))
            self._claimed = True

    async def open(self) -> None:
        """Open the database and index the seeds. Once is enough.

        Raises:
            StoreUnavailable, StoreCorrupt: the database cannot be used.
        """
        if self._opened:
            return
        await self.claim()
        await self.library.open()
        await self.memory.open()
        await self.duties.begin()
        self._opened = True
        if self.settings.seeds:
            report = await self.library.add(self.settings.seeds, progress=_log_outcome, begun=_log_begun)
            log.info(
                "seeds: %d added, %d updated, %d unchanged, %d refused",
                report.count("added"),
                report.count("updated"),
                report.count("unchanged"),
                report.count("refused"),
            )

    async def setup_hook(self) -> None:
        """Open what the commands need, add every cog, and send Discord the command tree if it has changed."""
        await self.open()
        for module in pkgutil.iter_modules(bot.on_discord.cogs.__path__, prefix="bot.on_discord.cogs."):
            await importlib.import_module(module.name).setup(self)
        if self.duties.held:
            await self._sync_commands()
        else:
            self._syncing = asyncio.create_task(self._sync_in_turn())

    def serves(self, guild_id: int) -> bool:
        """Tell whether a server is one that this process is told of: without shards every one is."""
        return True

    def latencies_by_shard(self) -> Mapping[int, float]:
        """Return the seconds that the latest heartbeat of each shard took; one without an answer yet is left out."""
        return {0: self.latency} if math.isfinite(self.latency) else {}

    @property
    def awaited_shards(self) -> Sequence[int]:
        """The shards that this process serves once all are there."""
        return (0,)

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: the bot has no commands with a prefix."""

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Report an error of an event handler to the person whose message or interaction it was about."""
        error = sys.exception()
        if error is not None:
            await report_error(error, next(filter(self._was_asked_by, args), None))

    def _was_asked_by(self, origin: object) -> bool:
        """Tell whether a person is waiting: an answer to anything else, our own messages first, could go on for ever."""
        if isinstance(origin, discord.Message):
            return not origin.author.bot and (origin.guild is None or self.user in origin.mentions)
        return isinstance(origin, discord.Interaction)

    def invitation(self) -> str:
        """Return the link that invites the bot to a server; it is known once the bot has logged in."""
        scopes = ("bot", "applications.commands")
        return discord.utils.oauth_url(self.application_id or 0, permissions=self.PERMISSIONS, scopes=scopes)

    async def close(self) -> None:
        """Let the answers in the making be sent, leave Discord, and close the database."""
        await self.library.close(SHUTDOWN_SECONDS)
        if self._syncing is not None:
            self._syncing.cancel()
            await asyncio.gather(self._syncing, return_exceptions=True)
        await super().close()
        await self.duties.end()
        await self.memory.close()
        self._held.close()
        await asyncio.to_thread(self.turns.close)

    async def _sync_in_turn(self) -> None:
        await self.duties.wait()
        try:
            await self._sync_commands()
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.warning("commands: could not be sent to Discord: %s", error)

    async def _sync_commands(self) -> None:
        application = self.application_id
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        digest = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
        if application is None:
            return
        if not self._sync_always and await self.memory.command_hash(application) == digest:
            log.info("commands: unchanged, %d", len(payload))
            return
        await self.tree.sync()
        await self.memory.store_command_hash(application, digest)
        log.info("commands: sent to Discord, %d", len(payload))


class ShardedParley(Parley, commands.AutoShardedBot):
    """The bot on thousands of servers: it meets Discord in several shards, or serves some of them beside other processes."""

    def __init__(self, settings: Settings, *, sync_always: bool = False) -> None:
        shards = settings.own_shards
        chosen = {"shard_ids": list(shards.ids), "shard_count": shards.count} if shards else {}
        super().__init__(settings, sync_always=sync_always, **chosen)
        self._shards = shards
        self.introductions = Introductions(self.turns, self.fetch_session_start_limits)
        resume_lost_shards()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Let as many shards introduce themselves to Discord at once as it allows, those of other processes among them."""
        await self.introductions.turn_of(shard_id or 0)

    def serves(self, guild_id: int) -> bool:
        """Tell whether a server is one of this process's shards."""
        return self._shards is None or self._shards.holds(guild_id)

    def latencies_by_shard(self) -> Mapping[int, float]:
        """Return the seconds that the latest heartbeat of each shard took; one without an answer yet is left out."""
        return {shard: latency for shard, latency in self.latencies if math.isfinite(latency)}

    @property
    def awaited_shards(self) -> Sequence[int]:
        """The shards that this process serves once all are there; none as long as Discord has not said how many."""
        if self.shard_ids is not None:
            return tuple(self.shard_ids)
        return tuple(range(self.shard_count or 0))

    async def close(self) -> None:
        """Close the bot, and give the turns of its shards back."""
        await super().close()
        await self.introductions.end()


def create_bot(settings: Settings, *, sync_always: bool = False) -> Parley:
    """Return the client, ready for ``start()`` or for a test; nothing is opened or connected yet.

    ``sync_always`` sends Discord the commands at every start, for a simulated Discord that forgets them.
    """
    kind = Parley if settings.shards is None else ShardedParley
    return kind(settings, sync_always=sync_always)


def _log_begun(document: Document) -> None:
    log.info("seeds: reading %s, %s characters ...", document.title, f"{len(document.text):,}")


def _log_outcome(outcome: SourceOutcome) -> None:
    if outcome.outcome == "refused":
        log.warning("seeds: %s refused: %s", outcome.source, outcome.reason)
    else:
        log.debug("seeds: %s %s", outcome.source, outcome.outcome)
