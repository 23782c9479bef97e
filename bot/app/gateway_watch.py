"""The watch over Discord's gateway: a heartbeat for each of its answers, and an end to waiting for one."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from bot.app.health import Heartbeat
from index.errors import ServiceUnavailable

log = logging.getLogger(__name__)

POLL_SECONDS = 5.0
"""How often the gateway is looked at; chosen."""


class Gateway(Protocol):
    """What of the bot is watched."""

    def latencies_by_shard(self) -> Mapping[int, float]:
        """Return the seconds that the latest heartbeat of each shard took; one without an answer yet is left out."""

    @property
    def awaited_shards(self) -> Sequence[int]:
        """The shards that answer once all are there."""


async def watch(
    gateway: Gateway,
    heartbeat: Heartbeat,
    patience: float,
    *,
    poll: float = POLL_SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Write a heartbeat whenever a shard of the gateway has answered; return never.

    ``patience`` and ``poll`` are seconds. discord.py measures the latency anew at each acknowledgement, so a
    changed figure is an answer. While shards are still to come, one more that comes is an answer of them all: many take
    minutes, one after the other.

    Raises:
        ServiceUnavailable: a shard has not answered for ``patience`` seconds.
    """
    seen: dict[int, float] = {}
    answered: dict[int, float] = {}
    progress = clock()
    while True:
        fresh = {shard: now for shard, now in gateway.latencies_by_shard().items() if seen.get(shard) != now}
        if fresh.keys() - seen.keys():
            progress = clock()
        seen |= fresh
        answered |= dict.fromkeys(fresh, clock())
        if fresh:
            await _write(heartbeat, fresh, gateway.awaited_shards)
        to_come = set(gateway.awaited_shards) - seen.keys()
        oldest = min([*answered.values(), *([progress] if to_come or not seen else [])])
        if clock() - oldest > patience:
            raise ServiceUnavailable(
                f"Discord has not answered for {patience:g} seconds. Check the network, then start the bot."
            )
        await asyncio.sleep(poll)


async def _write(heartbeat: Heartbeat, latencies: Mapping[int, float], awaited: Sequence[int]) -> None:
    try:
        await asyncio.to_thread(heartbeat.beat, latencies, awaited)
    except OSError as error:
        log.warning("the heartbeat could not be written: %s", error)
