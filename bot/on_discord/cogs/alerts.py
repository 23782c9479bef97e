"""`/alerts`: a channel is told when a new document speaks of a topic."""

import asyncio
import hashlib
import logging
from datetime import UTC, datetime

import discord
from discord import app_commands
from discord.ext import commands

from bot.app.memory.alerts import (
    MOST_ALERTS,
    Alert,
    add_alert,
    alerts_of,
    is_told,
    looked_up_to,
    put_waiting,
    remove_alerts,
    settle,
    waiting_of,
)
from bot.on_discord.cards.alert import alert_card, alerts_card, describe
from bot.on_discord.client import Parley
from bot.on_discord.collections import server_collection
from bot.on_discord.options import Choices, choices
from bot.on_discord.periodic import Periodic
from bot.on_discord.permission import may_run_server, require_server_manager
from bot.on_discord.replies import Interaction, acknowledge, deliver
from bot.on_discord.transport import LOST
from index import Analyzer, Index
from index.errors import QueryError, SourceError
from index.model import SHARED, Excerpt

log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 60.0
"""How often it is looked whether quiet hours have ended."""

MOST_FROM_OUTSIDE = 100
"""Documents that may be added by another program between two looks for channels to be told of them: with more, a
collection was brought in, and that is no news."""

MOST_AT_ONCE = 5
"""Messages that one alert sends at a time; the rest follow at the next look."""

NONCE = 25
"""Characters that a message's nonce may have (Discord's developer documentation, Create Message)."""

MAY_NOT_WRITE = (
    "I may not write in {channel}. Give me the permissions View Channel and Send Messages there first."
)
TOO_MANY = f"This server has {MOST_ALERTS} alerts, as many as it may. Remove one with /alerts remove."
NO_WORDS = (
    "This topic has no word that could be looked for. Name what it is about, such as: prisoner exchange."
)
NO_SUCH = "This server has no such alert. Choose one of those suggested as you type."
HALF_QUIET = "Quiet hours need both their beginning and their end."

Topic = app_commands.Range[str, 1, 100]
Hour = app_commands.Range[int, 0, 23]


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
class Alerts(commands.GroupCog, group_name="alerts", group_description="Be told of new documents on a topic"):
    """Adds, lists and removes alerts, and tells channels."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot
        self._analyzer = Analyzer()
        self._telling = asyncio.Lock()
        self._looking = Periodic(bot, "alerts", SECONDS_BETWEEN_LOOKS, self._look, duties=bot.duties)

    async def cog_load(self) -> None:
        """Begin to look whether quiet hours have ended, and what others have added."""
        self._looking.start()

    async def cog_unload(self) -> None:
        await self._looking.stop()

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let those who may manage the server use the commands: what Discord shows to whom can be changed there."""
        return require_server_manager(interaction)

    @app_commands.command(description="Tell a channel when a new document speaks of a topic")
    @app_commands.describe(
        topic="What it is about, in a few words",
        channel="The channel that is told",
        quiet_from="The hour, in UTC, from which it is not told",
        quiet_to="The hour, in UTC, at which it is told what has come meanwhile",
    )
    async def add(
        self,
        interaction: Interaction,
        topic: Topic,
        channel: discord.TextChannel,
        quiet_from: Hour | None = None,
        quiet_to: Hour | None = None,
    ) -> None:
        if not await acknowledge(interaction, private=True):
            return
        if not self._analyzer.terms(topic):
            raise QueryError(NO_WORDS)
        if (quiet_from is None) != (quiet_to is None):
            raise QueryError(HALF_QUIET)
        if not _may_write(channel):
            raise QueryError(MAY_NOT_WRITE.format(channel=channel.mention))
        alert = await add_alert(self.bot.memory, channel.guild.id, channel.id, topic, quiet_from, quiet_to)
        if alert is None:
            raise QueryError(TOO_MANY)
        await deliver(interaction, f"From now on: {describe(alert)}.")

    @app_commands.command(name="list", description="See the alerts of this server")
    async def list_alerts(self, interaction: Interaction) -> None:
        if await acknowledge(interaction, private=True):
            alerts = await alerts_of(self.bot.memory, interaction.guild_id or 0)
            await deliver(interaction, alerts_card(alerts))

    @app_commands.command(description="Remove an alert")
    @app_commands.describe(alert="The alert")
    async def remove(self, interaction: Interaction, alert: Topic) -> None:
        if await acknowledge(interaction, private=True):
            alerts = await alerts_of(self.bot.memory, interaction.guild_id or 0)
            chosen = [item for item in alerts if alert in (str(item.id), item.topic)]
            if not chosen:
                raise QueryError(NO_SUCH)
            await remove_alerts(self.bot.memory, [item.id for item in chosen])
            await deliver(interaction, f"No longer: {describe(chosen[0])}.")

    @remove.autocomplete("alert")
    async def suggest(self, interaction: Interaction, typed: str) -> Choices:
        """Suggest the server's alerts whose topic holds what was typed."""
        if not may_run_server(interaction):
            return []
        alerts = await alerts_of(self.bot.memory, interaction.guild_id or 0)
        fitting = [alert for alert in alerts if typed.casefold() in alert.topic.casefold()]
        return choices((alert.topic, str(alert.id)) for alert in fitting)

    @commands.Cog.listener()
    async def on_documents_added(self, document_ids: tuple[str, ...]) -> None:
        """Let the documents wait for every alert, and tell those that are not quiet."""
        await put_waiting(self.bot.memory, document_ids)
        if self.bot.duties.held:
            await self.tell(datetime.now(UTC))

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget the alerts of a server that the bot has left."""
        await remove_alerts(
            self.bot.memory, [alert.id for alert in await alerts_of(self.bot.memory, guild.id)]
        )

    async def tell(self, moment: datetime) -> int:
        """Tell every channel, where it is not quiet at ``moment``, what waits for it; return how many
        messages that were."""
        async with self._telling:
            sent = 0
            for alert in await alerts_of(self.bot.memory):
                if not alert.is_quiet(moment):
                    sent += await self._tell(alert)
            return sent

    async def _tell(self, alert: Alert) -> int:
        sent = 0
        for document_id in await waiting_of(self.bot.memory, alert):
            if sent == MOST_AT_ONCE:
                break
            collections = (SHARED, server_collection(alert.guild_id))
            found = await self.bot.library.call(_speaks_of, document_id, alert.topic, collections)
            told = found is not None and not await is_told(self.bot.memory, alert, found[1])
            if found is not None and told:
                sent += await self._send(alert, document_id, found[0])
            await settle(self.bot.memory, alert, document_id, told=told)
        return sent

    async def _send(self, alert: Alert, document_id: str, excerpt: Excerpt) -> int:
        channel = self._channel(alert)
        if channel is None:
            log.warning(
                "alert %d cannot be told: channel %d may not be written to", alert.id, alert.channel_id
            )
            return 0
        try:
            # Whoever takes over from a process that ended in the middle of this sends it again, and Discord shows it once.
            nonce = hashlib.sha256(f"{alert.id} {document_id}".encode()).hexdigest()[:NONCE]
            await channel.send(view=alert_card(alert.topic, excerpt), nonce=nonce)
        except (discord.HTTPException, *LOST) as error:
            log.warning("alert %d could not be told: %s", alert.id, error)
            return 0
        return 1

    def _channel(self, alert: Alert) -> discord.abc.Messageable | None:
        if not self.bot.serves(alert.guild_id):
            # What is allowed there is known to another process; Discord refuses what is not.
            return self.bot.get_partial_messageable(alert.channel_id, guild_id=alert.guild_id)
        channel = self.bot.get_channel(alert.channel_id)
        return channel if isinstance(channel, discord.TextChannel) and _may_write(channel) else None

    async def take_in_new(self) -> tuple[str, ...]:
        """Let the documents that were added since the last look, by whatever program, wait for every alert.

        Returns their ids: none at the first look of all, and none where they are too many to be news.
        """
        before = await looked_up_to(self.bot.memory)
        mark, added = await self.bot.library.call(Index.added_after, before)
        if len(added) > MOST_FROM_OUTSIDE:
            log.info("no channel is told of %d documents that were added at once", len(added))
            added = ()
        if mark != before:
            await put_waiting(self.bot.memory, added, mark)
        return added

    async def _look(self) -> None:
        await self.take_in_new()
        await self.tell(datetime.now(UTC))


def _speaks_of(
    index: Index, document_id: str, topic: str, collections: tuple[str, ...]
) -> tuple[Excerpt, tuple[str, ...]] | None:
    """Return where a document speaks of a topic, and the ids of all that print its story; None when it does not, or
    when telling that goes beyond the limits."""
    document = index.document(document_id, collections)
    try:
        excerpt = index.find_topic(document, topic) if document is not None else None
    except SourceError as error:
        log.warning("no channel is told of a document: %s", error)
        return None
    if excerpt is None:
        return None
    same = (other.id for other in index.reprints(document_id, collections))
    return excerpt, (document_id, *same)


def _may_write(channel: discord.TextChannel) -> bool:
    permissions = channel.permissions_for(channel.guild.me)
    return permissions.view_channel and permissions.send_messages


async def setup(bot: Parley) -> None:
    """Add the commands to the bot."""
    await bot.add_cog(Alerts(bot))
