"""Two bots on two machines share a cluster: each serves its shards, one has the duties, and the other when that one is gone."""

import asyncio
import json
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.app.memory.alerts import add_alert, looked_up_to
from bot.app.memory.remembering import Memory
from index import Cluster, Index
from tests.bot.on_discord.bot_process import bot_process
from tests.bot.on_discord.discord_stand_in import discord_stand_in
from tests.bot.on_discord.sharded_stand_in import ShardedStandIn, channel_of, server_of
from tests.bot.on_discord.test_shards import answered

pytestmark = pytest.mark.cluster

SHARDS = 6
FIRST, SECOND = "0-2/6", "3-5/6"
ALERTED = (0, 1, 4, 5)
"""Shards with a channel that wants to hear of a ferry: of the process that dies, and of the one that has its duties then."""


def told(discord: ShardedStandIn, shard: int) -> list[str]:
    """What the channel of a shard was told of the ferry."""
    sent = map(json.dumps, discord.sent("POST", f"/channels/{channel_of(shard)}/messages"))
    return [words for words in sent if "ferry" in words.casefold()]


async def test_one_of_two_machines_dies(where: Cluster, tmp_path: Path, documents: Path) -> None:
    paper = tmp_path / "ferry.txt"
    paper.write_text("The ferry between Norland and Sudria sails again from Monday.\n", encoding="utf-8")
    variables = {
        "PARLEY_ENGINE": "opensearch",
        "PARLEY_OPENSEARCH_ADDRESSES": ",".join(where.addresses),
        "PARLEY_OPENSEARCH_PREFIX": where.prefix,
        "PARLEY_SEEDS": str(documents),
    }
    async with AsyncExitStack() as running:
        discord = await running.enter_async_context(discord_stand_in(ShardedStandIn, shards=SHARDS))
        assert isinstance(discord, ShardedStandIn)
        bots = []
        for shards, said in ((FIRST, "commands: "), (SECOND, "another process has the duties")):
            home = tmp_path / f"machine-{shards[0]}"
            home.mkdir()
            process = bot_process(discord, home, **variables, PARLEY_SHARDS=shards)
            bots.append(await running.enter_async_context(process))
            await bots[-1].until_logged(said)
        first, second = bots
        await discord.until(lambda: len(discord.introduced) >= SHARDS)
        await answered(discord, *range(SHARDS))

        memory = Memory(tmp_path / "memory.copy", cluster=where)
        await memory.open()
        for shard in ALERTED:
            await add_alert(memory, int(server_of(shard)), int(channel_of(shard)), "ferry", None, None)
        while await looked_up_to(memory) is None:  # noqa: ASYNC110 - what is waited for is another process
            await asyncio.sleep(0.05)
        await memory.close()

        def add() -> None:
            with Index.open(tmp_path / "added.copy", cluster=where, reader=False) as index:
                index.add([paper])

        await asyncio.to_thread(add)
        first.process.kill()
        # Whoever runs it starts it anew, and it waits until what the dead one had has run out.
        home = tmp_path / "machine-0"
        again = await running.enter_async_context(
            bot_process(discord, home, **variables, PARLEY_SHARDS=FIRST)
        )
        await second.until_logged("this process has the duties now")
        await discord.until(lambda: all(len(told(discord, shard)) > 0 for shard in ALERTED))
        await answered(discord, 3, 4, 5)
        await discord.until(lambda: len(discord.introduced) >= SHARDS + 3)
        await again.until_logged("another process has the duties")
        await answered(discord, *range(SHARDS))
        assert sorted(discord.introduced) == [0, 0, 1, 1, 2, 2, 3, 4, 5]
        assert len(discord.sent("PUT", "*/commands")) == 1
        assert await second.stop() == 0
        assert await again.stop() == 0
        assert [len(told(discord, shard)) for shard in ALERTED] == [1] * len(ALERTED)
    assert not (tmp_path / "machine-0" / "parley.db").exists()
