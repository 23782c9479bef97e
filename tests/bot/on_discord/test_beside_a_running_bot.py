"""A bot that runs, and commands in the shell on the same database file at the same time."""

import asyncio
import json
import os
import sys
from pathlib import Path

from tests.bot.on_discord.bot_process import bot_process
from tests.bot.on_discord.discord_stand_in import CHANNEL, DiscordStandIn, discord_stand_in

MESSAGES = f"/channels/{CHANNEL}/messages"
QUESTION = "Who chairs the ferry commission?"
WORDS = "Odile Ferrant chairs the ferry commission since the spring."


async def parley(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run a command on the bot's database; return its exit code and what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.getcwd(), "PARLEY_DATABASE": str(folder / "parley.db")},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _ = await process.communicate()
    return process.returncode or 0, printed.decode()


async def answer_to(discord: DiscordStandIn, question: str) -> str:
    before = len(discord.sent("POST", MESSAGES))
    await discord.mention(question)
    await discord.until(lambda: len(discord.sent("POST", MESSAGES)) > before)
    return str(discord.sent("POST", MESSAGES)[-1]).replace("*", "").replace("\\", "")


async def test_what_is_indexed_beside_it_is_answered_from_without_a_restart(
    tmp_path: Path, documents: Path
) -> None:
    (tmp_path / "ferry.md").write_text(f"---\ntitle: Ferry commission\n---\n{WORDS}\n", encoding="utf-8")
    async with (
        discord_stand_in() as discord,
        bot_process(discord, tmp_path, PARLEY_SEEDS=str(documents)) as bot,
    ):
        await discord.ready.wait()
        assert WORDS not in await answer_to(discord, QUESTION)
        assert (await parley(tmp_path, "index", "ferry.md"))[0] == 0
        assert WORDS in await answer_to(discord, QUESTION)
        _, printed = await parley(tmp_path, "sources", "--json")
        (added,) = [item for item in json.loads(printed)["documents"] if item["title"] == "Ferry commission"]
        assert (await parley(tmp_path, "remove", added["id"]))[0] == 0
        assert WORDS not in await answer_to(discord, QUESTION)
        assert await bot.stop() == 0
    assert "Traceback" not in bot.log()


async def test_a_bot_goes_on_while_its_database_is_backed_up_checked_and_restored(
    tmp_path: Path, documents: Path
) -> None:
    (tmp_path / "ferry.md").write_text(f"---\ntitle: Ferry commission\n---\n{WORDS}\n", encoding="utf-8")
    async with (
        discord_stand_in() as discord,
        bot_process(discord, tmp_path, PARLEY_SEEDS=str(documents)) as bot,
    ):
        await discord.ready.wait()
        assert (await parley(tmp_path, "backup", "before.db"))[0] == 0
        assert (await parley(tmp_path, "index", "ferry.md"))[0] == 0
        assert WORDS in await answer_to(discord, QUESTION)
        assert (await parley(tmp_path, "check"))[0] == 0
        assert (await parley(tmp_path, "restore", "before.db"))[0] == 0
        assert WORDS not in await answer_to(discord, QUESTION)
        assert "gunboats" in await answer_to(discord, "What did Sudria agree to withdraw?")
        assert await bot.stop() == 0
    assert "Traceback" not in bot.log()
    assert (await parley(tmp_path, "check"))[0] == 0


async def test_a_damaged_database_is_not_taken_from_a_bot_that_runs(tmp_path: Path, documents: Path) -> None:
    database = tmp_path / "parley.db"
    async with (
        discord_stand_in() as discord,
        bot_process(discord, tmp_path, PARLEY_SEEDS=str(documents)) as bot,
    ):
        await discord.ready.wait()
        assert (await parley(tmp_path, "backup", "before.db"))[0] == 0
        spoil(database)
        code, printed = await parley(tmp_path, "restore", "before.db")
        assert (code, "stop it" in printed) == (78, True)
        await bot.stop()
        assert (await parley(tmp_path, "restore", "before.db"))[0] == 0
    async with discord_stand_in() as discord, bot_process(discord, tmp_path) as bot:
        await discord.ready.wait()
        assert "gunboats" in await answer_to(discord, "What did Sudria agree to withdraw?")
        assert await bot.stop() == 0


async def test_a_bot_whose_database_is_replaced_under_it_ends_with_what_to_do(
    tmp_path: Path, documents: Path
) -> None:
    database = tmp_path / "parley.db"
    async with (
        discord_stand_in(heartbeat_seconds=0.5) as discord,
        bot_process(discord, tmp_path, PARLEY_SEEDS=str(documents), PARLEY_GATEWAY_PATIENCE="10") as bot,
    ):
        await discord.ready.wait()
        assert (await parley(tmp_path, "backup", "before.db"))[0] == 0
        (tmp_path / "before.db").replace(database)
        assert await bot.process.wait() == 78
    assert "was taken away or replaced while the bot had it open" in bot.log().splitlines()[-1]
    assert (await parley(tmp_path, "check"))[0] == 0


def spoil(file: Path) -> None:
    """Overwrite the beginning of a file."""
    with file.open("rb+") as opened:
        opened.write(b"\xa5" * 4096)
