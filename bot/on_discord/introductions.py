"""Shards introduce themselves to Discord one after the other, as many at once as it allows, whichever process they are of.

Discord lets ``max_concurrency`` shards identify in five seconds, one of each bucket, where a shard's bucket is its number modulo
``max_concurrency`` (Discord's developer documentation, Gateway, Sharding). Processes which share the database share
the turns of the buckets.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from functools import partial
from typing import Protocol

from bot.on_discord.turns import Turns
from index.storage.in_use import takes

SECONDS_APART = 5.0
"""Between two shards of one bucket (the same page)."""

SECONDS_BETWEEN_TRIES = 0.25
"""How often it is looked whether the turn has come; chosen."""


class StartLimits(Protocol):
    """What of Discord's limits on the start of sessions is heeded."""

    max_concurrency: int
    """How many shards may introduce themselves in five seconds."""


class Introductions:
    """Gives each shard its turn. ``limits`` asks Discord how many may introduce themselves at once; it is asked once."""

    def __init__(self, turns: Turns, limits: Callable[[], Awaitable[StartLimits]]) -> None:
        self._turns = turns
        self._limits = limits
        self._at_once: int | None = None
        self._leaving: set[asyncio.Task[None]] = set()

    async def turn_of(self, shard: int) -> None:
        """Return when the shard may introduce itself.

        Raises:
            discord.DiscordException: Discord does not say how many may at once.
            StoreUnavailable: no file can be written beside the database, or the cluster cannot be used.
        """
        if self._at_once is None:
            self._at_once = max(1, (await self._limits()).max_concurrency)
        held = ExitStack()
        # What is waited for is another process.
        turn = partial(self._turns.identifying, shard % self._at_once)
        while not await asyncio.to_thread(takes, held, turn):  # noqa: ASYNC110
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)
        leaving = asyncio.create_task(_leave(held))
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)

    async def end(self) -> None:
        """Give every turn back."""
        for leaving in self._leaving:
            leaving.cancel()
        await asyncio.gather(*self._leaving, return_exceptions=True)


async def _leave(held: ExitStack) -> None:
    with held:
        await asyncio.sleep(SECONDS_APART)
