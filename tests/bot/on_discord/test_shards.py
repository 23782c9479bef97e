"""The bot in shards, met through sockets: all of them in one process, or some each in two."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.app.health import Heartbeat
from bot.app.memory.alerts import add_alert, looked_up_to
from bot.app.memory.remembering import Memory
from bot.on_discord.service import TOO_MANY_SERVERS, WRONG_SHARDS
from index import Index
from tests.bot.on_discord.bot_process import BotProcess, bot_process
from tests.bot.on_discord.discord_stand_in import discord_stand_in
from tests.bot.on_discord.sharded_stand_in import ShardedStandIn, channel_of, server_of

QUESTION = "What did Sudria agree to withdraw?"


@asynccontextmanager
async def processes(
    folder: Path, documents: Path | None, *shards: str, **options: int
) -> AsyncIterator[tuple[ShardedStandIn, list[BotProcess]]]:
    """One process for each of ``shards``, with one database, which knows what it is to know where no ``documents`` are given, and
    Discord once it has heard of them all."""
    database = folder / "parley.db"
    async with AsyncExitStack() as running:
        discord = await running.enter_async_context(discord_stand_in(ShardedStandIn, **options))
        assert isinstance(discord, ShardedStandIn)
        started = []
        for number, chosen in enumerate(shards):
            home = folder / f"process-{number}"
            home.mkdir()
            variables = {"PARLEY_DATABASE": str(database), "PARLEY_SHARDS": chosen}
            variables["PARLEY_SEEDS"] = str(documents or "none")
            process = await running.enter_async_context(bot_process(discord, home, **variables))
            started.append(process)
            await process.until_logged("commands: " if number == 0 else "another process has the duties")
        await discord.until(lambda: len(discord.introduced) >= discord.shards)
        yield discord, started


async def answered(discord: ShardedStandIn, *shards: int) -> None:
    """Ask on each of these shards, and see that each question is answered once, where it was asked."""
    before = Counter(path for _, path, _ in discord.requests)
    for shard in shards:
        await discord.mention_on(shard, QUESTION)
    paths = {shard: f"/channels/{channel_of(shard)}/messages" for shard in shards}

    def said() -> Counter[int]:
        now = Counter(path for _, path, _ in discord.requests)
        return Counter({shard: now[path] - before[path] for shard, path in paths.items()})

    await discord.until(lambda: all(count >= 1 for count in said().values()) and len(said()) == len(shards))
    assert set(said().values()) == {1}


async def test_one_process_serves_as_many_shards_as_discord_advises(known: Path) -> None:
    async with processes(known, None, "auto", shards=3) as (discord, [bot]):
        await answered(discord, 0, 1, 2)
        assert sorted(discord.introduced) == [0, 1, 2]
        heartbeat = Heartbeat(known / "parley.db.health")
        while not heartbeat.read().healthy:
            assert bot.process.returncode is None, bot.log()
            await asyncio.sleep(0.05)
        assert [shard.shard for shard in heartbeat.read().shards] == [0, 1, 2]
        assert await bot.stop() == 0


async def test_two_processes_serve_their_own_and_one_has_the_duties(tmp_path: Path, documents: Path) -> None:
    async with processes(tmp_path, documents, "0-2/6", "3-5/6") as (discord, [first, second]):
        await answered(discord, *range(6))
        assert discord.sent("PUT", "*/commands").__len__() == 1
        first.process.kill()
        await second.until_logged("this process has the duties now")
        await answered(discord, 3, 4, 5)
        assert sorted(discord.introduced) == list(range(6))
        async with bot_process(
            discord,
            tmp_path / "process-0",
            PARLEY_DATABASE=str(tmp_path / "parley.db"),
            PARLEY_SHARDS="0-2/6",
        ) as again:
            await discord.until(lambda: len(discord.introduced) >= 9)
            await again.until_logged("another process has the duties")
            await answered(discord, *range(6))
            assert await again.stop() == 0
        assert await second.stop() == 0


async def test_what_is_added_while_a_process_ends_is_told_once(known: Path) -> None:
    async with processes(known, None, "0-2/6", "3-5/6") as (discord, [first, second]):
        memory = Memory(known / "parley.db")
        await memory.open()
        # Each is of a server that the other process serves.
        for shard in (0, 1, 4, 5):
            await add_alert(memory, int(server_of(shard)), int(channel_of(shard)), "ferry", None, None)
        while await looked_up_to(memory) is None:  # noqa: ASYNC110 - what is waited for is another process
            await asyncio.sleep(0.05)
        await memory.close()
        paper = known / "ferry.txt"
        paper.write_text("The ferry between Norland and Sudria sails again from Monday.\n", encoding="utf-8")
        await asyncio.to_thread(_add, known / "parley.db", paper)
        first.process.kill()
        await second.until_logged("this process has the duties now")
        paths = [f"/channels/{channel_of(shard)}/messages" for shard in (0, 1, 4, 5)]
        await discord.until(lambda: all(discord.sent("POST", path) for path in paths))
        assert [len(discord.sent("POST", path)) for path in paths] == [1, 1, 1, 1]
        assert all("ferry" in json.dumps(discord.sent("POST", path)) for path in paths)
        assert await second.stop() == 0
        assert [len(discord.sent("POST", path)) for path in paths] == [1, 1, 1, 1]


def _add(database: Path, paper: Path) -> None:
    with Index.open(database) as index:
        index.add([paper])


async def test_a_shard_whose_connection_is_lost_takes_its_session_up_again(known: Path) -> None:
    async with processes(known, None, "0-1/2", shards=2) as (discord, [bot]):
        await answered(discord, 0, 1)
        discord.drop_shard(1)
        await answered(discord, 1)
        assert discord.taken_up == [1]
        assert sorted(discord.introduced) == [0, 1]
        assert await bot.stop() == 0


async def test_the_same_shards_twice_stand_by(known: Path) -> None:
    async with processes(known, None, "0-1/2", shards=2) as (discord, [bot]):
        beside = known / "beside"
        beside.mkdir()
        variables = {"PARLEY_DATABASE": str(known / "parley.db"), "PARLEY_SHARDS": "1/2"}
        async with bot_process(discord, beside, **variables) as second:
            await second.until_logged("standing by: another bot answers")
            await bot.stop()
            await discord.until(lambda: len(discord.introduced) == 3)
            assert discord.introduced[-1] == 1
            await answered(discord, 1)
            assert await second.stop() == 0


@pytest.mark.parametrize(
    ("chosen", "code", "said"), [("0/4", 4010, WRONG_SHARDS), (None, 4011, TOO_MANY_SERVERS)]
)
async def test_shards_that_discord_does_not_take_are_a_setting_to_mend(
    tmp_path: Path, chosen: str | None, code: int, said: str
) -> None:
    kind, options = (ShardedStandIn, {"shards": 2}) if chosen else (None, {"refuses_with": code})
    async with discord_stand_in(kind, **options) if kind else discord_stand_in(**options) as discord:
        variables = {"PARLEY_SHARDS": chosen} if chosen else {}
        async with bot_process(discord, tmp_path, **variables) as bot:
            assert await bot.process.wait() == 78
            assert said in bot.log()
