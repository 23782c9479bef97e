"""Work that is done every so often while the bot runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from discord.ext import commands, tasks

from bot.on_discord.duties import Duties
from bot.on_discord.reporting import report_error
from index.errors import ParleyError

log = logging.getLogger(__name__)


class Periodic:
    """Does ``work`` when the bot is ready and every ``seconds`` after, until it is stopped.

    Of several processes that share the database, only the one that has the ``duties`` does it, where they are given.
    What goes wrong is logged, and the work is done again when its time comes.
    """

    def __init__(
        self,
        bot: commands.Bot,
        name: str,
        seconds: float,
        work: Callable[[], Awaitable[object]],
        *,
        duties: Duties | None = None,
    ) -> None:
        self._name = name
        self._work = work
        self._duties = duties
        self._loop: tasks.Loop[Any] = tasks.loop(seconds=seconds, name=name)(self._once)
        self._loop.before_loop(bot.wait_until_ready)
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._running = self._loop.start()

    async def stop(self) -> None:
        """End, in the middle of the work if need be."""
        self._loop.cancel()
        if self._running is not None:
            await asyncio.gather(self._running, return_exceptions=True)

    async def _once(self) -> None:
        if self._duties is not None:
            await self._duties.wait()
        try:
            # In a task of its own: to close the library is to wait for the tasks that read, and this never ends.
            await asyncio.create_task(self._done())
        except ParleyError as error:
            log.warning("%s: %s", self._name, error)
        except Exception as error:  # noqa: BLE001 - the last place that sees it
            await report_error(error, None)

    async def _done(self) -> None:
        await self._work()
