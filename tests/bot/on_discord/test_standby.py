"""Two bots with one token and one database: one answers, the other takes over when that ends."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app.health import Heartbeat
from tests.bot.on_discord.bot_process import BotProcess, bot_process
from tests.bot.on_discord.discord_stand_in import DiscordStandIn, discord_stand_in

QUESTION = "What did Sudria agree to withdraw?"


@asynccontextmanager
async def standing_by(
    discord: DiscordStandIn, folder: Path, variables: dict[str, str]
) -> AsyncIterator[BotProcess]:
    """A bot that waits for another one's end."""
    async with bot_process(discord, folder, **variables) as bot:
        await bot.until_logged("standing by: another bot answers")
        yield bot


async def answered_once(discord: DiscordStandIn) -> None:
    before = len(discord.messages)
    await discord.mention(QUESTION)
    await discord.until(lambda: len(discord.messages) > before)
    assert len(discord.messages) == before + 1


async def until(condition: Callable[[], bool], bot: BotProcess) -> None:
    """Wait until a bot that goes on has made the condition true."""
    while not condition():
        assert bot.process.returncode is None, bot.log()
        await asyncio.sleep(0.05)


async def test_the_first_goes_on_when_a_standby_is_stopped_and_another_takes_over_when_it_is_killed(
    tmp_path: Path, documents: Path
) -> None:
    for name in ("second", "third"):
        (tmp_path / name).mkdir()
    heartbeat = Heartbeat(tmp_path / "parley.db.health")
    variables = {"PARLEY_DATABASE": str(tmp_path / "parley.db"), "PARLEY_SEEDS": str(documents)}
    async with discord_stand_in() as discord, bot_process(discord, tmp_path, **variables) as first:
        await first.until(discord.ready)
        async with standing_by(discord, tmp_path / "second", variables) as second:
            assert await second.stop() == 0
        await until(lambda: heartbeat.read().healthy, first)
        assert not heartbeat.read().standby
        await answered_once(discord)

        async with standing_by(discord, tmp_path / "third", variables) as third:
            await answered_once(discord)
            await until(lambda: heartbeat.read().standby, third)
            assert discord.identified == 1
            first.process.kill()
            await third.until_logged("taking over")
            await discord.until(lambda: discord.identified == 2)
            await answered_once(discord)
            assert not heartbeat.read().standby
            assert await third.stop() == 0
    assert heartbeat.read().age is None
