"""A bot that runs, and commands in the shell on the same database file at the same time.

The commands run in the process of the tests, which is another than the bot's.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
import pytest_asyncio

from bot.cli import main
from tests.bot.on_discord.bot_process import BotProcess, connected
from tests.bot.on_discord.discord_stand_in import CHANNEL, DiscordStandIn
from tests.two_articles import write_articles

pytestmark = pytest.mark.asyncio(loop_scope="module")

MESSAGES = f"/channels/{CHANNEL}/messages"
QUESTION = "Who chairs the ferry commission?"
WORDS = "Odile Ferrant chairs the ferry commission since the spring."


async def parley(command: str, folder: Path, *names: str) -> tuple[int, str]:
    """Run a command on the bot's database; ``names`` are of files in its folder, ids or options.

    Returns its exit code and what it printed.
    """
    given = [str(folder / name) if name.endswith((".md", ".db")) else name for name in names]
    printed = StringIO()
    with redirect_stdout(printed), redirect_stderr(printed):
        arguments = [command, "--database", str(folder / "parley.db"), *given]
        code = await asyncio.to_thread(main, arguments)
    return code, printed.getvalue()


async def answer_to(discord: DiscordStandIn, question: str) -> str:
    before = len(discord.sent("POST", MESSAGES))
    await discord.mention(question)
    await discord.until(lambda: len(discord.sent("POST", MESSAGES)) > before)
    return str(discord.sent("POST", MESSAGES)[-1]).replace("*", "").replace("\\", "")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[DiscordStandIn, BotProcess, Path]]:
    """A bot that has connected to its Discord, and the folder of its database, with an article that is not in it."""
    folder = tmp_path_factory.mktemp("running")
    (folder / "ferry.md").write_text(f"---\ntitle: Ferry commission\n---\n{WORDS}\n", encoding="utf-8")
    seeds = write_articles(folder / "documents")
    asked_often = {"PARLEY_PERSON_PER_MINUTE": "0"}
    async with connected(folder, seeds, seconds=None, variables=asked_often) as (discord, bot):
        yield discord, bot, folder
        assert await bot.stop() == 0
    assert "Traceback" not in bot.log()
    assert (await parley("check", folder))[0] == 0


async def test_what_is_indexed_beside_it_is_answered_from_without_a_restart(
    running: tuple[DiscordStandIn, BotProcess, Path],
) -> None:
    discord, bot, folder = running
    assert WORDS not in await answer_to(discord, QUESTION)
    assert (await parley("index", folder, "ferry.md"))[0] == 0
    assert WORDS in await answer_to(discord, QUESTION)
    _, printed = await parley("sources", folder, "--json")
    (added,) = [item for item in json.loads(printed)["documents"] if item["title"] == "Ferry commission"]
    assert (await parley("remove", folder, added["id"]))[0] == 0
    assert WORDS not in await answer_to(discord, QUESTION)
    assert "Traceback" not in bot.log()


async def test_a_bot_goes_on_while_its_database_is_backed_up_checked_and_restored(
    running: tuple[DiscordStandIn, BotProcess, Path],
) -> None:
    discord, bot, folder = running
    assert (await parley("backup", folder, "before.db"))[0] == 0
    assert (await parley("index", folder, "ferry.md"))[0] == 0
    assert WORDS in await answer_to(discord, QUESTION)
    assert (await parley("check", folder))[0] == 0
    assert (await parley("restore", folder, "before.db"))[0] == 0
    assert WORDS not in await answer_to(discord, QUESTION)
    assert "gunboats" in await answer_to(discord, "What did Sudria agree to withdraw?")
    assert "Traceback" not in bot.log()


async def test_a_damaged_database_is_not_taken_from_a_bot_that_runs(known: Path) -> None:
    database = known / "parley.db"
    async with connected(known, None) as (_, bot):
        assert (await parley("backup", known, "before.db"))[0] == 0
        spoil(database)
        code, printed = await parley("restore", known, "before.db")
        assert (code, "stop it" in printed) == (78, True)
        await bot.stop()
        assert (await parley("restore", known, "before.db"))[0] == 0
    code, printed = await parley("ask", known, "What did Sudria agree to withdraw?")
    assert (code, "gunboats" in printed) == (0, True)


async def test_a_bot_whose_database_is_replaced_under_it_ends_with_what_to_do(known: Path) -> None:
    database = known / "parley.db"
    # To be connected takes seconds where much else runs; how often the file is looked at goes by it.
    patience = {"PARLEY_GATEWAY_PATIENCE": "20"}
    async with connected(known, None, variables=patience, heartbeat_seconds=0.5) as (_, bot):
        assert (await parley("backup", known, "before.db"))[0] == 0
        (known / "before.db").replace(database)
        assert await bot.process.wait() == 78
    assert "was taken away or replaced while the bot had it open" in bot.log().splitlines()[-1]
    assert (await parley("check", known))[0] == 0


def spoil(file: Path) -> None:
    """Overwrite the beginning of a file."""
    with file.open("rb+") as opened:
        opened.write(b"\xa5" * 4096)
