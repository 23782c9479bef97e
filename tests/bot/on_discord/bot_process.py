"""`parley run` as a process of its own, led to a stand-in for Discord by its settings."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bot.on_discord.discord_stand_in import DiscordStandIn


@dataclass
class BotProcess:
    """A running bot. Its log is a file, so that it never waits for somebody to read it."""

    process: asyncio.subprocess.Process
    log_file: Path

    def log(self) -> str:
        """What has been logged."""
        return self.log_file.read_text(encoding="utf-8")

    async def stop(self) -> int:
        """Stop it as a host does, and return its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()


@asynccontextmanager
async def bot_process(
    discord: DiscordStandIn, folder: Path, *, seconds: float = 300, **variables: str
) -> AsyncIterator[BotProcess]:
    """Run a bot with its database in ``folder`` until the block ends, which it does after ``seconds`` at the latest."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARLEY_", "DISCORD_"))}
    environment = {
        **kept,
        "DISCORD_TOKEN": discord.token,
        "PARLEY_DATABASE": str(folder / "parley.db"),
        "PARLEY_DISCORD_API": discord.api,
        "PARLEY_SEEDS": "none",
        "PYTHONPATH": os.getcwd(),
        **variables,
    }
    log_file = folder / "bot.app.log"
    with log_file.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stderr=log
        )
    try:
        async with asyncio.timeout(seconds):
            yield BotProcess(process, log_file)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
