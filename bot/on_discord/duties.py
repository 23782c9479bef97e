"""What is done once for all servers, whichever process does it: feeds, alerts, the command tree.

Of several processes with one database, each serving its shards, one has the duties, until it ends, however that is. The others
look again and again, and one of them has it soon after.
"""

import asyncio
import logging
from contextlib import ExitStack

from bot.on_discord.turns import Turns
from index.storage.in_use import takes

log = logging.getLogger(__name__)

SECONDS_BETWEEN_TRIES = 2.0
"""How often a process that has not got them looks whether they are free; chosen, as for a bot that stands by."""


class Duties:
    """The duties, for one process, which has them when it is its turn."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._held = ExitStack()
        self._got = asyncio.Event()
        self._trying: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Take them if they are free, else as soon as they are.

        Raises StoreUnavailable when no file can be written beside the database, or the cluster cannot be used.
        """
        if await asyncio.to_thread(self._take):
            self._got.set()
        else:
            log.info(
                "another process has the duties (feeds, alerts, commands); this one takes them when that ends"
            )
            self._trying = asyncio.create_task(self._try_again())

    @property
    def held(self) -> bool:
        """Whether this process has them."""
        return self._got.is_set()

    async def wait(self) -> None:
        """Wait until this process has them."""
        await self._got.wait()

    async def end(self) -> None:
        """Leave them to others."""
        if self._trying is not None:
            self._trying.cancel()
            await asyncio.gather(self._trying, return_exceptions=True)
        self._got.clear()
        self._held.close()

    async def _try_again(self) -> None:
        # What is waited for is another process.
        while not await asyncio.to_thread(self._take):  # noqa: ASYNC110
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)
        self._got.set()
        log.info("this process has the duties now")

    def _take(self) -> bool:
        return takes(self._held, self._turns.on_duty)
