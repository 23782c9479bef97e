"""The watch over Discord's gateway: a heartbeat for each of its answers, and an end to waiting for one."""

import asyncio
import logging
import math
import time
from collections.abc import Callable
from typing import Protocol

from bot.app.health import Heartbeat
from index.errors import ServiceUnavailable

log = logging.getLogger(__name__)

POLL_SECONDS = 5.0
"""How often the gateway is looked at; chosen."""


class Gateway(Protocol):
    """What of ``discord.Client`` is watched."""

    @property
    def latency(self) -> float:
        """Seconds that the latest heartbeat took; not finite before the first one."""


async def watch(
    gateway: Gateway,
    heartbeat: Heartbeat,
    patience: float,
    *,
    poll: float = POLL_SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Write a heartbeat whenever the gateway has answered; return never.

    ``patience`` and ``poll`` are seconds. discord.py measures ``latency`` anew at each acknowledgement, so a
    changed figure is an answer.

    Raises:
        ServiceUnavailable: the gateway has not answered for ``patience`` seconds.
    """
    seen = math.nan
    answered = clock()
    while True:
        latency = gateway.latency
        if math.isfinite(latency) and latency != seen:
            seen, answered = latency, clock()
            await _write(heartbeat, latency)
        elif clock() - answered > patience:
            raise ServiceUnavailable(
                f"Discord has not answered for {patience:g} seconds. Check the network, then start the bot."
            )
        await asyncio.sleep(poll)


async def _write(heartbeat: Heartbeat, latency: float) -> None:
    try:
        await asyncio.to_thread(heartbeat.beat, latency)
    except OSError as error:
        log.warning("the heartbeat could not be written: %s", error)
