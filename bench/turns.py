"""How long it takes until another process has what a killed one had: the duties, which a lease in a cluster says whose they are.

    python -m bench.turns --kills 10

Two bots with three shards each on a stand-in for Discord, and three nodes on this machine. The one that has the duties is killed,
and the seconds are counted until the other says on its log that it has them; then the killed one is started anew, and so on.
"""

import argparse
import asyncio
import statistics
import time
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bot.on_discord.bot_process import BotProcess, bot_process
from tests.bot.on_discord.discord_stand_in import discord_stand_in
from tests.bot.on_discord.sharded_stand_in import ShardedStandIn
from tests.cluster.nodes import Cluster, running

SHARDS = 6
PARTS = "0-2/6", "3-5/6"


async def kill(nodes: Cluster, folder: Path, kills: int) -> list[float]:
    """Kill the process that has the duties, so many times; return the seconds until the other had them, each time."""
    took = []
    async with AsyncExitStack() as held:
        discord = await held.enter_async_context(discord_stand_in(ShardedStandIn, shards=SHARDS))

        async def started(place: int, until: str) -> BotProcess:
            home = folder / f"machine-{place}"
            home.mkdir(exist_ok=True)
            variables = {
                "PARLEY_ENGINE": "opensearch",
                "PARLEY_OPENSEARCH_ADDRESSES": ",".join(nodes.addresses),
                "PARLEY_SHARDS": PARTS[place],
            }
            bot = await held.enter_async_context(bot_process(discord, home, seconds=None, **variables))
            await bot.until_logged(until)
            return bot

        owner = await started(0, "commands: ")
        for number in range(kills):
            other = await started((number + 1) % 2, "another process has the duties")
            begun = time.monotonic()
            owner.process.kill()
            await other.until_logged("this process has the duties now")
            took.append(time.monotonic() - begun)
            print(f"{took[-1]:.1f} s", flush=True)
            owner = other
    return took


def main() -> None:
    """Start the nodes, and print how long it took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=10)
    given = parser.parse_args()
    with TemporaryDirectory() as folder, running(Path(folder)) as nodes:
        took = asyncio.run(kill(nodes, Path(folder), given.kills))
    print(
        f"{len(took)} kills: from {min(took):.1f} to {max(took):.1f} s, {statistics.median(took):.1f} s at the middle"
    )


if __name__ == "__main__":
    main()
