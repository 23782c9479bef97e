import logging
from collections.abc import Awaitable, Callable

import pytest

from bot.on_discord.periodic import Periodic
from index.errors import SourceNotFound
from tests.simulated_server import Server

MINUTE = 60.0


class Work:
    """Counts how often it is done, and then does what it is given to do."""

    def __init__(self, then: Callable[[], Awaitable[object]] | None = None) -> None:
        self.times = 0
        self._then = then

    async def __call__(self) -> None:
        self.times += 1
        if self._then is not None:
            await self._then()


def start(periodic: Periodic, server: Server) -> None:
    """Start it as a part of the bot, so that its time is the simulated one."""
    with server.env._bot_scope():
        periodic.start()


async def test_work_is_done_at_once_and_when_its_time_comes(server: Server) -> None:
    work = Work()
    periodic = Periodic(server.bot, "work", MINUTE, work)
    start(periodic, server)
    await server.env.advance_time(1)
    assert work.times == 1
    await server.env.advance_time(2 * MINUTE)
    assert work.times == 3
    await periodic.stop()
    await server.env.advance_time(2 * MINUTE)
    assert work.times == 3


async def test_what_was_never_started_can_be_stopped(server: Server) -> None:
    await Periodic(server.bot, "work", MINUTE, Work()).stop()


@pytest.mark.parametrize(
    ("error", "level"),
    [(SourceNotFound("there is no feed"), logging.WARNING), (KeyError("feed"), logging.ERROR)],
)
async def test_work_that_fails_is_logged_and_done_again(
    server: Server, caplog: pytest.LogCaptureFixture, error: Exception, level: int
) -> None:
    async def fail() -> None:
        raise error

    work = Work(fail)
    periodic = Periodic(server.bot, "feeds", MINUTE, work)
    start(periodic, server)
    await server.env.advance_time(2 * MINUTE)
    await periodic.stop()
    assert work.times >= 2
    assert [
        record
        for record in caplog.records
        if record.levelno == level and "feed" in record.getMessage() + str(record.exc_info)
    ]


async def test_work_that_reads_does_not_keep_the_library_from_closing(server: Server) -> None:
    periodic = Periodic(server.bot, "work", MINUTE, Work(server.bot.library.stats))
    start(periodic, server)
    await server.env.advance_time(1)
    assert await server.bot.library.close()
    await periodic.stop()
