"""An answer arrives, and arrives once, whichever of its calls loses its connection."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app.settings import Settings
from bot.on_discord.service import serve
from tests.bot.on_discord.discord_stand_in import (
    APPLICATION,
    CHANNEL,
    PATIENCE,
    Connection,
    DiscordStandIn,
    discord_stand_in,
)

QUESTION = "What did Sudria agree to withdraw?"
ANSWER = "gunboats"
TYPING = ("POST", f"/channels/{CHANNEL}/typing")
POSTING = ("POST", f"/channels/{CHANNEL}/messages")
CALLBACK = ("POST", "/interactions/*/callback")
ORIGINAL = ("PATCH", f"/webhooks/{APPLICATION}/*/messages/@original")

Ask = Callable[[DiscordStandIn], Awaitable[Any]]
Call = tuple[str, str]


async def mention(discord: DiscordStandIn) -> None:
    await discord.mention(QUESTION)


async def command(discord: DiscordStandIn) -> None:
    await discord.ask(QUESTION)


async def picture(discord: DiscordStandIn) -> None:
    await discord.command("timeline", style="picture")


async def page(discord: DiscordStandIn) -> None:
    await discord.press("parley:sources:0")


@pytest.fixture(autouse=True)
def real_discord_again() -> Iterator[None]:
    """Undo what leads discord.py to the stand-in."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[DiscordStandIn]:
    """A stand-in for Discord with a bot that has connected to it, which is stopped in the end, its answers sent."""
    async with discord_stand_in() as discord, asyncio.timeout(PATIENCE):
        led = settings.model_copy(update={"discord_api": discord.api, "discord_token": discord.token})
        service = asyncio.create_task(serve(Settings.model_validate(dict(led))))
        await discord.ready.wait()
        yield discord
        os.kill(os.getpid(), signal.SIGTERM)
        assert await service is True


@pytest.mark.parametrize("connection", ["reset", "reset once it is done", "closed"])
@pytest.mark.parametrize("times", [1, 2])
async def test_the_answer_arrives_once(settings: Settings, connection: Connection, times: int) -> None:
    asked: list[tuple[Ask, Call, str]] = [
        (mention, TYPING, ANSWER),
        (mention, POSTING, ANSWER),
        (command, CALLBACK, ANSWER),
        (command, ORIGINAL, ANSWER),
        (picture, ORIGINAL, "attachment"),
        (page, CALLBACK, "The Delta Courier"),
        (page, ORIGINAL, "The Delta Courier"),
    ]
    async with connected(settings) as discord:
        for number, (ask, call, _) in enumerate(asked, 1):
            tried = len(discord.sent(*call)) + times + 1
            discord.lose_next(*call, connection, times)
            await ask(discord)
            await discord.until(lambda number=number: len(discord.messages) == number)  # type: ignore[misc]
            # What is lost once it is done is sent again after it shows: the next loss is another call's.
            await discord.until(lambda call=call, tried=tried: len(discord.sent(*call)) >= tried)  # type: ignore[misc]
    assert not [fault for fault in discord.faults if fault.times]
    shown = list(discord.messages.values())
    assert len(shown) == len(asked)
    for body, (_, _, words) in zip(shown, asked, strict=True):
        assert words in str(body)


async def test_what_cannot_be_posted_is_logged_and_the_next_question_answered(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(settings) as discord:
        discord.lose_next(*POSTING, "reset", 8)
        await mention(discord)
        await discord.until(lambda: len(discord.sent(*POSTING)) == 8)
        await mention(discord)
        await discord.until(lambda: discord.messages)
    assert len(discord.messages) == 1
    assert "could not be told of an error" in caplog.text
