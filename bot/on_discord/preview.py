"""The real bot on a simulated Discord server, in the browser: no token, no network.

simcord stands in for Discord: discord.py and everything of ours run as they do there. Its clock stands at the
start of 2026, which is why the times on the page are not today's. Importing this module raises SettingsError
when simcord is not installed.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import discord

from bot.app.settings import Settings
from bot.on_discord.cards.help import help_card
from bot.on_discord.client import create_bot
from bot.on_discord.service import told_to_stop
from index.errors import SettingsError

try:
    from simcord.actors import MemberActor
    from simcord.backend.errors import SetupError
    from simcord.builders import ChannelHandle
    from simcord.env import Env
except ImportError as missing:
    raise SettingsError(
        "The preview needs simcord, which is not installed. Install it with: pip install 'parley[preview]'"
    ) from missing

BOT_NAME = "Parley"

ACTION_SECONDS = 60.0
"""How long the page waits for the bot to finish with what a person did."""

READY = """
Parley is ready: {url}
Open this address and type /ask, or @Parley with your question. {database}
Stop with Ctrl-C."""


class Visitor(MemberActor):
    """The person at the browser: what is typed as @Parley is a mention, as Discord's own apps make it."""

    async def send(self, channel: ChannelHandle, content: str = "", **options: Any) -> discord.Message:
        """Send a message."""
        mention = f"<@{self._env.backend.bot_user.id}>"
        sent: discord.Message = await super().send(
            channel, content.replace(f"@{BOT_NAME}", mention), **options
        )
        return sent


@dataclass(frozen=True, slots=True)
class Stage:
    """A simulated server with the bot on it, a channel, and the person at the browser."""

    env: Env
    channel: ChannelHandle
    visitor: Visitor


async def serve(settings: Settings, *, port: int = 0, announce: Callable[[str], object] = click.echo) -> None:
    """Serve the preview on the loopback interface until Ctrl-C, SIGTERM, or "End preview session" on the page.

    ``port`` 0 is any free one. ``announce`` is given the text that says where to look. Without a database of
    the host's own, one is made in a temporary folder and goes with the preview.

    Raises:
        SettingsError: the port is taken.
        StoreUnavailable, StoreCorrupt: the database cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="parley-") as folder, told_to_stop() as told:
        chosen = _with_database(settings, Path(folder))
        async with stage(chosen) as scene:
            preview = scene.env.preview(scene.channel, viewers=[scene.visitor], layout="channel", port=port)
            try:
                await preview.__aenter__()
            except SetupError as error:
                raise SettingsError(
                    f"The preview cannot be served: {error}. "
                    "Choose another port with --port, or --port 0 for any free one."
                ) from error
            try:
                announce(READY.format(url=preview.url, database=_about_database(chosen, Path(folder))))
                await _first_of(told.wait(), preview.wait_closed())
            finally:
                await preview.close()


@asynccontextmanager
async def stage(settings: Settings) -> AsyncIterator[Stage]:
    """Start the bot on a simulated server, greet, and close everything at the end.

    Raises:
        StoreUnavailable, StoreCorrupt: the database cannot be used.
    """
    bot = create_bot(settings, sync_always=True)
    env = Env(bot, check_errors=False, settle_timeout=ACTION_SECONDS)
    env.backend.bot_user.name = BOT_NAME
    try:
        await env.start()
        guild = env.create_guild("Negotiations")
        channel = guild.create_text_channel("questions")
        member = guild.add_member(env.create_user("you"))
        greeting = help_card(f"<@{env.backend.bot_user.id}>")
        await bot.get_partial_messageable(channel.id).send(view=greeting)
        await env.settle()
        yield Stage(env, channel, Visitor(env, guild, member.user))
    finally:
        await bot.close()
        await env.shutdown()


def _with_database(settings: Settings, folder: Path) -> Settings:
    if "database" in settings.model_fields_set or settings.database.exists():
        return settings
    return settings.model_copy(update={"database": folder / "parley.db"})


def _about_database(settings: Settings, folder: Path) -> str:
    if settings.database.parent == folder:
        return "What it learns here is forgotten when it stops."
    return f"It uses the database {settings.database}."


async def _first_of(*waits: Coroutine[Any, Any, object]) -> None:
    tasks = [asyncio.create_task(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
