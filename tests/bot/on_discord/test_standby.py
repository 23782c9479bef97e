"""Two bots with one token and one database: one answers, the other takes over when that ends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app.health import Heartbeat
from tests.bot.on_discord.bot_process import BotProcess, bot_process
from tests.bot.on_discord.discord_stand_in import DiscordStandIn, discord_stand_in

QUESTION = "What did Sudria agree to withdraw?"


@asynccontextmanager
async def two_bots(
    folder: Path, documents: Path
) -> AsyncIterator[tuple[DiscordStandIn, BotProcess, BotProcess, Heartbeat]]:
    """One that answers and one that stands by, and what both say of their health."""
    database = folder / "parley.db"
    variables = {"PARLEY_DATABASE": str(database), "PARLEY_SEEDS": str(documents)}
    beside = folder / "standby"
    beside.mkdir()
    async with discord_stand_in() as discord, bot_process(discord, folder, **variables) as first:
        await first.until(discord.ready)
        async with bot_process(discord, beside, **variables) as second:
            await second.until_logged("standing by: another bot answers")
            yield discord, first, second, Heartbeat(folder / "parley.db.health")


async def answered_once(discord: DiscordStandIn) -> None:
    before = len(discord.messages)
    await discord.mention(QUESTION)
    await discord.until(lambda: len(discord.messages) > before)
    assert len(discord.messages) == before + 1


async def test_the_second_takes_over_when_the_first_is_killed(tmp_path: Path, documents: Path) -> None:
    async with two_bots(tmp_path, documents) as (discord, first, second, heartbeat):
        await answered_once(discord)
        while not heartbeat.read().standby:
            assert second.process.returncode is None, second.log()
            await asyncio.sleep(0.05)
        assert discord.identified == 1
        first.process.kill()
        await second.until_logged("taking over")
        await discord.until(lambda: discord.identified == 2)
        await answered_once(discord)
        assert not heartbeat.read().standby
        assert await second.stop() == 0


async def test_the_first_goes_on_when_the_second_is_stopped(tmp_path: Path, documents: Path) -> None:
    async with two_bots(tmp_path, documents) as (discord, first, second, heartbeat):
        assert await second.stop() == 0
        while not heartbeat.read().healthy:
            assert first.process.returncode is None, first.log()
            await asyncio.sleep(0.05)
        assert not heartbeat.read().standby
        await answered_once(discord)
        assert discord.identified == 1
        assert await first.stop() == 0
    assert heartbeat.read().age is None
