"""The token stands nowhere but where the host put it: not in logs, tracebacks, databases, backups or what is printed."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from bot.app.settings import Settings
from tests.bot.on_discord.bot_process import bot_process
from tests.bot.on_discord.discord_stand_in import APPLICATION, CHANNEL, discord_stand_in
from tests.forking import fork

CANARY = "MTAwMDAwMDAwMDAwMDAwMDAwMQ.GcAnAr.y-that-sings-wherever-it-is-shown_42"
PARTS = (CANARY, CANARY.split(".")[-1])
QUESTION = "What did Sudria agree to withdraw?"
MESSAGES = f"/channels/{CHANNEL}/messages"


def places_of(words: Iterable[str], folder: Path) -> list[str]:
    """The files below a folder that hold any of these words."""
    wanted = [word.encode() for word in words]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if any(word in file.read_bytes() for word in wanted)]


async def parley(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run a command with the token in its environment; return its exit code and all that it printed."""
    environment = {**os.environ, "DISCORD_TOKEN": CANARY, **variables}
    with TemporaryFile() as printed:
        process = await fork(*arguments, cwd=folder, env=environment, stdout=printed, stderr=printed)
        code = await process.wait()
        printed.seek(0)
        return code, printed.read().decode()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder for all that the bot writes."""
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


async def test_a_bot_that_meets_every_kind_of_trouble_never_writes_it(kept: Path, documents: Path) -> None:
    database = kept / "parley.db"
    async with (
        discord_stand_in(token=CANARY) as discord,
        bot_process(
            discord,
            kept,
            PARLEY_SEEDS=str(documents),
            PARLEY_LOG_LEVEL="DEBUG",
            PYTHONASYNCIODEBUG="1",
        ) as bot,
    ):
        await discord.ready.wait()
        await discord.ask(QUESTION)
        await discord.until(lambda: discord.sent("PATCH", f"/webhooks/{APPLICATION}/*"))
        # a channel that asks who the bot is, an answer that fails, a dropped connection
        await discord.mention(f"my token is {CANARY[:10]}")
        discord.fail_next("POST", MESSAGES, 400, 50035, times=2)
        await discord.mention(QUESTION)
        discord.drop()
        await discord.until(lambda: discord.resumed == 1)
        assert (await parley(kept, "backup", "backup.db", PARLEY_DATABASE=str(database)))[0] == 0
        # a fault in a handler: the database is gone under it
        with database.open("rb+") as opened:
            opened.write(b"\xa5" * 8192)
        await discord.mention("Who signed the river accord?")
        await discord.until(lambda: "error id" in str(discord.sent("POST", MESSAGES)))
        discord.token = "another.token.now"
        await discord.mention(QUESTION)
        await discord.close(4004)
        assert await bot.process.wait() == 78
    assert "Traceback" in bot.log()
    assert "bot" in places_of(["DEBUG"], kept)[0]
    assert places_of(PARTS, kept) == []


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"PARLEY_WORKERS": "many"}, 78),
        ({"PARLEY_DISCORD_API": CANARY}, 78),
        ({"PARLEY_LOG_LEVEL": CANARY}, 78),
        ({"DISCORD_TOKEN": f"{CANARY} and more"}, 78),
        ({"DISCORD_TOKEN": f"“{CANARY}”"}, 78),
        ({"PARLEY_DISCORD_API": "http://127.0.0.1:9/api"}, 69),
        ({"PARLEY_DISCORD_API": "http://[::1"}, 78),
    ],
)
async def test_a_setting_that_cannot_be_used_is_told_without_it(
    kept: Path, variables: dict[str, str], code: int
) -> None:
    exit_code, printed = await parley(kept, "run", **{"PARLEY_SEEDS": "none", **variables})
    assert exit_code == code, printed
    assert not [part for part in PARTS if part in printed]
    assert printed.splitlines()[-1].startswith("parley: ")
    assert "Traceback" not in printed
    assert places_of(PARTS, kept) == []


async def test_an_environment_file_that_cannot_be_read_is_told_without_it(tmp_path: Path) -> None:
    for content in (
        f"DISCORD_TOKEN={CANARY}\nPARLEY_QUEUE=none".encode(),
        f"{CANARY}\n\xff".encode("latin-1"),
    ):
        (tmp_path / ".env").write_bytes(content)
        code, printed = await parley(tmp_path, "run", DISCORD_TOKEN="", PARLEY_SEEDS="none")
        assert code == 78
        assert not [part for part in PARTS if part in printed], printed


def test_settings_do_not_show_it() -> None:
    settings = Settings(_env_file=None, discord_token=CANARY)
    assert CANARY not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
