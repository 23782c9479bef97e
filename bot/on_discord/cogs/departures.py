"""Servers that the bot leaves: what is theirs is kept for a while, and then deleted."""

import logging
from datetime import UTC, datetime
from functools import partial

import discord
from discord.ext import commands

from bot.app.memory.departures import KEPT, left_before, note_left, note_present
from bot.on_discord.client import Parley
from bot.on_discord.collections import server_collection, server_of
from bot.on_discord.periodic import Periodic
from index import Index

log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 3_600.0
"""How often it is looked whether something is to be deleted."""


class Departures(commands.Cog):
    """Deletes the documents and feeds of servers that the bot has left long enough ago."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot
        self._looking = Periodic(bot, "departures", SECONDS_BETWEEN_LOOKS, self._look)

    async def cog_load(self) -> None:
        self._looking.start()

    async def cog_unload(self) -> None:
        await self._looking.stop()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Remember when a server was left."""
        await note_left(self.bot.memory, [guild.id], datetime.now(UTC))

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep what a server had that the bot is invited back to."""
        await note_present(self.bot.memory, [guild.id])

    async def look(self, moment: datetime) -> tuple[str, ...]:
        """Delete what belongs to servers that were left long enough before ``moment``; return their collections.

        A server that the bot was taken from while it was not running counts as left when that is first seen.
        """
        present = {guild.id for guild in self.bot.guilds}
        held = await self.bot.library.call(Index.collections)
        known = {guild_id for name in held if (guild_id := server_of(name)) is not None}
        away = {guild_id for guild_id in known if self.bot.serves(guild_id)} - present
        await note_present(self.bot.memory, present)
        await note_left(self.bot.memory, away, moment)
        due = [
            guild_id
            for guild_id in await left_before(self.bot.memory, moment - KEPT)
            if self.bot.serves(guild_id)
        ]
        deleted = []
        for guild_id in due:
            name = server_collection(guild_id)
            count = await self.bot.library.write(partial(_delete, collection=name))
            log.info(
                "server %d was left %d days ago: %d of its documents deleted", guild_id, KEPT.days, count
            )
            deleted.append(name)
        await note_present(self.bot.memory, due)
        return tuple(deleted)

    async def _look(self) -> None:
        await self.look(datetime.now(UTC))


def _delete(index: Index, collection: str) -> int:
    for feed in index.feeds.list([collection]):
        index.feeds.remove(feed.id)
    return len(index.remove_documents(document.id for document in index.documents((collection,))))


async def setup(bot: Parley) -> None:
    """Add the listeners to the bot."""
    await bot.add_cog(Departures(bot))
