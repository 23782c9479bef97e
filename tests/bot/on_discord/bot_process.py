"""`parley run` as a process of its own, led to a stand-in for Discord by its settings."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bot.on_discord.discord_stand_in import PATIENCE, DiscordStandIn, discord_stand_in
from tests.forking import STACKS, Forked, fork

LONGEST = 2 * PATIENCE
"""Seconds by the clock that a bot runs at most: so that what is waited for in vain is told before the bot ends."""


@dataclass
class BotProcess:
    """A running bot. Its log is a file, so that it never waits for somebody to read it."""

    process: Forked
    log_file: Path
    forgotten: int = 0

    def log(self) -> str:
        """What has been logged and not forgotten."""
        return self.log_file.read_bytes()[self.forgotten :].decode()

    def forget(self) -> None:
        """Leave what has been logged so far out of ``log``."""
        self.forgotten = self.log_file.stat().st_size

    async def until(self, event: asyncio.Event) -> None:
        """Wait for an event. Raises AssertionError, with the log, when the bot ends before, or the event never comes."""
        waiting, ending = asyncio.create_task(event.wait()), asyncio.create_task(self.process.wait())
        await asyncio.wait({waiting, ending}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        ending.cancel()
        assert event.is_set(), self.log()

    async def until_logged(self, words: str) -> None:
        """Wait until the log holds these words. Raises AssertionError when the bot ends before."""
        while words not in self.log():
            assert self.process.returncode is None, self.log()
            await asyncio.sleep(0.05)

    async def doing(self) -> str:
        """Return its whole log, at the end of which stands what each of its threads is doing."""
        if self.process.returncode is None:
            self.process.send_signal(STACKS)
            # It writes them between two instructions, and nobody says when it has.
            await asyncio.sleep(1)
        return self.log_file.read_text(errors="replace")

    async def stop(self) -> int:
        """Stop it as a host does, and return its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()


@asynccontextmanager
async def bot_process(
    discord: DiscordStandIn, folder: Path, *, seconds: float | None = LONGEST, **variables: str
) -> AsyncIterator[BotProcess]:
    """Run a bot with its database in ``folder`` until the block ends, which it does after ``seconds`` at the latest."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARLEY_", "DISCORD_"))}
    environment = {
        **kept,
        "DISCORD_TOKEN": discord.token,
        "PARLEY_DATABASE": str(folder / "parley.db"),
        "PARLEY_DISCORD_API": discord.api,
        # The tests of these processes are about what they do beside one another, and not about which sentence answers best.
        "PARLEY_READER": "no",
        # Nor are there certificates on loopback; to read those of the system takes a tenth of a start.
        "SSL_CERT_FILE": os.devnull,
        "PARLEY_SEEDS": "none",
        "PYTHONPATH": os.getcwd(),
        **variables,
    }
    log_file = folder / "bot.log"
    with log_file.open("wb") as log:
        process = await fork("run", cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        running = BotProcess(process, log_file)
        discord.bots.append(running.doing)
        async with asyncio.timeout(seconds):
            yield running
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@asynccontextmanager
async def connected(
    folder: Path,
    documents: Path | None,
    *,
    seconds: float | None = LONGEST,
    variables: dict[str, str] | None = None,
    **options: Any,
) -> AsyncIterator[tuple[DiscordStandIn, BotProcess]]:
    """A stand-in for Discord and a bot that has connected to it; without ``documents``, it knows what is in its database."""
    async with (
        discord_stand_in(**options) as discord,
        bot_process(
            discord, folder, seconds=seconds, PARLEY_SEEDS=str(documents or "none"), **(variables or {})
        ) as bot,
    ):
        await bot.until(discord.ready)
        yield discord, bot
