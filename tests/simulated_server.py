"""The bot on a simulated Discord server, and what can happen to it there."""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import discord
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle

from bot.on_discord.client import Parley, create_bot


@dataclass
class Server:
    """A server with one channel and one member, and the bot on it."""

    env: Env
    guild: GuildHandle
    channel: ChannelHandle
    ann: MemberActor

    @property
    def bot(self) -> Parley:
        bot = self.env.bot
        assert isinstance(bot, Parley)
        return bot

    @property
    def mention(self) -> str:
        return f"<@{self.env.backend.bot_user.id}>"

    async def restart(self) -> None:
        """Stop the bot and start another on the same database."""
        settings = self.bot.settings
        await self.bot.close()
        await self.env.restart_bot(create_bot(settings))

    def channel_where_the_bot(self, **permissions: bool) -> ChannelHandle:
        """A channel where the bot's permissions are these."""
        overwrite = discord.PermissionOverwrite(**permissions)
        assert self.bot.user is not None
        return self.guild.create_text_channel("narrow", overwrites={self.bot.user: overwrite})

    def bring_the_bot_along(self) -> None:
        """From now on, the bot is where a person uses it by that person's own installation: no server has invited it."""
        emit = self.env.backend.emit

        def emit_as_brought_along(event: str, payload: dict[str, Any], *rest: Any, **options: Any) -> Any:
            if event == "INTERACTION_CREATE":
                person = (payload.get("member") or payload)["user"]["id"]
                payload["authorizing_integration_owners"] = {"1": person}
            return emit(event, payload, *rest, **options)

        self.env.backend.emit = emit_as_brought_along  # type: ignore[method-assign, assignment]

    def let_time_pass_before_each_interaction(self, seconds: float) -> None:
        """From now on, what a person does reaches the bot late."""
        self.env._register_dispatch_observer(lambda _: self.env.backend.advance_clock(seconds))

    def delete_each_message_when_it_is_answered(self) -> None:
        """From now on, a message is gone by the time the bot shows that it is typing."""

        def watch(event: str, payload: dict[str, Any]) -> None:
            if event == "TYPING_START":
                channel = int(payload["channel_id"])
                last = max(self.env.backend.messages[channel])
                self.env.backend.delete_message(channel, last)

        self.env.backend.subscribers.append(watch)

    @contextmanager
    def busy_library(self) -> Iterator[None]:
        """The library with as many calls waiting as may."""
        waiting: list[Future[None]] = [Future() for _ in range(self.bot.library._bound)]
        self.bot.library._reading.update(waiting)
        try:
            yield
        finally:
            self.bot.library._reading.difference_update(waiting)
