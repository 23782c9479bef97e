"""A simulated server with the bot on it, the people who try it, and the time of day."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, UserHandle
from simcord.env import Env

from bot.app.settings import Settings
from bot.on_discord.cards.help import help_card
from bot.on_discord.client import Parley, create_bot

BOT_NAME = "Parley"

ACTION_SECONDS = 60.0
"""How long the page waits for the bot to finish with what a person did."""


class Member(MemberActor):
    """A person on the server: what is typed as @Parley is a mention, as Discord's own apps make it."""

    async def send(self, channel: ChannelHandle, content: str = "", **options: Any) -> discord.Message:
        """Send a message."""
        sent: discord.Message = await super().send(channel, _with_mention(self._env, content), **options)
        return sent


class Correspondent(UserHandle):
    """The same for a person who writes to the bot directly."""

    async def send_dm(self, content: str = "", **options: Any) -> discord.Message:
        """Send a direct message."""
        sent: discord.Message = await super().send_dm(_with_mention(self._env, content), **options)
        return sent


@dataclass(frozen=True, slots=True)
class Try:
    """Something to try: ``text`` is what to type, ``note`` what comes of it. Without a text the note says what to do."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class View:
    """What one person sees in one place."""

    title: str
    place: str
    person: Member | Correspondent
    channel: ChannelHandle
    tries: tuple[Try, ...]


QUESTION = "When did Putin meet Witkoff?"
"""What the seeds that come with a checkout answer."""

REMARK = 'It was "very good and productive", I hear.'
"""A moderator's message with words of those seeds, to find the source of."""

MEMBER_TRIES = (
    Try(f"@{BOT_NAME} {QUESTION}", "A question: the sentence that answers, and where it stands"),
    Try("/timeline", "What happened when, as a list or a picture"),
    Try("/quotes", "Who said what, word for word"),
    Try("", "Point at the moderator's message and choose “Find the source”: who said its words, and where"),
    Try("/help", "Every command"),
)

MODERATOR_TRIES = (
    Try("/alerts add", "A channel is told when a new document speaks of a topic"),
    Try("/source add", "A file, page or feed that this server alone sees"),
    Try("/source list", "What this server has added"),
)

DIRECT_TRIES = (
    Try(QUESTION, "A question, without a mention"),
    Try("/privacy", "What is stored about you, and how to delete it"),
)


class Stage:
    """A simulated server with the bot on it.

    ``member`` and ``moderator``, who may manage the server, are in ``channel``; ``writer`` is the member, writing to
    the bot directly. ``views`` are what can be looked at, by name, the first one first.
    """

    def __init__(self, env: Env, bot: Parley) -> None:
        self.env = env
        self._bot = bot
        guild = env.create_guild("Negotiations")
        channel = guild.create_text_channel("questions", topic="Ask Parley here")
        moderators = guild.create_role(
            "Moderators", permissions=discord.Permissions(manage_guild=True), color=0x2ECC71
        )
        member = guild.add_member(env.create_user("member", global_name="Member"))
        moderator = guild.add_member(
            env.create_user("moderator", global_name="Moderator"), roles=[moderators]
        )
        self.channel = channel
        self.member = Member(env, guild, member.user)
        self.moderator = Member(env, guild, moderator.user)
        self.writer = Correspondent(env, env.backend.get_user(member.id))
        self.views = {
            "member": View("A member", "#questions", self.member, channel, MEMBER_TRIES),
            "moderator": View("A moderator", "#questions", self.moderator, channel, MODERATOR_TRIES),
            "direct": View(
                "A member", f"direct message to {BOT_NAME}", self.writer, self.writer.dm_channel, DIRECT_TRIES
            ),
        }

    @property
    def menu(self) -> tuple[str, ...]:
        """The bot's entries in the menu of a message."""
        kind = discord.AppCommandType.message
        return tuple(command.name for command in self._bot.tree.get_commands(type=kind))

    async def greet(self) -> None:
        """Let the bot say what it can in each place, and the moderator something to find the source of."""
        greeting = help_card(f"<@{self.env.backend.bot_user.id}>")
        for channel in (self.channel, self.writer.dm_channel):
            await self._bot.get_partial_messageable(channel.id).send(view=greeting)
        await self.env.settle()
        await self.moderator.send(self.channel, REMARK)

    async def catch_up(self) -> bool:
        """Let the time pass that has passed since the last call; tell whether anything was said meanwhile.

        simcord's clock stands still by itself, so that an answer which takes long on a busy machine is not late.

        Raises:
            TimeoutError: what was due takes longer than ``ACTION_SECONDS``.
        """
        before = self._newest()
        behind = (datetime.now(UTC) - self.env.now()).total_seconds()
        if behind > 0:
            await self.env.advance_time(behind)
        return self._newest() != before

    async def choose(self, view: View, entry: str, message_id: int) -> bool:
        """Choose an entry of the bot's in the menu of a message; tell whether there is such a message.

        Raises:
            SetupError, BackendError: this person cannot choose it here.
        """
        person = view.person
        history = view.channel.history(viewer=person)
        target = next((message for message in history if message.id == message_id), None)
        if target is None or not isinstance(person, Member):
            return False
        await person.context_menu(view.channel, entry, target)
        return True

    def _newest(self) -> list[int]:
        newest = [channel.last_message for channel in (self.channel, self.writer.dm_channel)]
        return [message.id if message is not None else 0 for message in newest]


@asynccontextmanager
async def stage(settings: Settings) -> AsyncIterator[Stage]:
    """Start the bot on a simulated server at the present time, greet, and close everything at the end.

    Raises:
        StoreUnavailable, StoreCorrupt: the database cannot be used.
    """
    bot = create_bot(settings, sync_always=True)
    env = Env(bot, check_errors=False, settle_timeout=ACTION_SECONDS)
    env.backend.bot_user.name = BOT_NAME
    env.backend.advance_clock((datetime.now(UTC) - env.now()).total_seconds())
    try:
        await env.start()
        scene = Stage(env, bot)
        await scene.greet()
        yield scene
    finally:
        await bot.close()
        await env.shutdown()


def _with_mention(env: Env, content: str) -> str:
    return content.replace(f"@{BOT_NAME}", f"<@{env.backend.bot_user.id}>")
