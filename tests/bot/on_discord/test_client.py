"""The client: what it asks of Discord, what it tells Discord, and how it starts and stops."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest
import simcord

import bot
from bot.app.settings import Settings
from bot.on_discord.client import Parley, create_bot
from index.errors import StoreCorrupt
from tests.conftest import Server


@pytest.fixture
def settings(tmp_path: Path, documents: Path) -> Settings:
    """Of a bot that is started for the first time."""
    return Settings(_env_file=None, database=tmp_path / "parley.db", seeds=(documents,))


@asynccontextmanager
async def running(client: Parley) -> AsyncIterator[simcord.Env]:
    async with simcord.run(client, strict_sync=False) as env:
        yield env
        await client.close()


def command_uploads(env: simcord.Env) -> int:
    return sum(1 for entry in env.http_requests if entry.method == "PUT" and entry.path.endswith("/commands"))


def test_no_privileged_intent_is_asked_for(settings: Settings) -> None:
    intents = create_bot(settings).intents
    assert intents == discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    assert not (intents.message_content or intents.members or intents.presences)


def test_nobody_is_ever_mentioned(settings: Settings) -> None:
    allowed = create_bot(settings).allowed_mentions
    assert allowed is not None
    assert dict(allowed.to_dict()) == {"parse": []}


SERVER_ONLY = {"alerts", "source"}
"""Commands about what belongs to a server."""


async def test_commands_are_for_servers_and_people_everywhere(server: Server) -> None:
    for command in server.bot.tree.get_commands():
        payload = command.to_dict(server.bot.tree)
        installs, contexts = ([0], [0]) if command.name in SERVER_ONLY else ([0, 1], [0, 1, 2])
        assert sorted(payload["integration_types"]) == installs, command.name
        assert sorted(payload["contexts"]) == contexts, command.name


async def test_commands_are_sent_when_they_have_changed_and_not_otherwise(settings: Settings) -> None:
    first = create_bot(settings)
    async with running(first) as env:
        assert command_uploads(env) == 1
    async with running(create_bot(settings)) as env:
        assert command_uploads(env) == 0
    async with running(create_bot(settings, sync_always=True)) as env:
        assert command_uploads(env) == 1


async def test_changed_commands_are_sent_again(settings: Settings) -> None:
    async with running(create_bot(settings)):
        pass
    changed = create_bot(settings)

    @changed.tree.command(name="echo", description="Says it again")
    async def echo(interaction: discord.Interaction[Parley]) -> None: ...

    async with running(changed) as env:
        assert command_uploads(env) == 1


async def test_seeds_are_indexed_at_the_start_and_refused_ones_are_logged(
    settings: Settings, documents: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (documents / "broken.jsonl").write_text("{not json\n", encoding="utf-8")
    client = create_bot(settings)
    await client.open()
    await client.open()
    assert (await client.library.stats()).documents == 2
    assert caplog.text.count("broken.jsonl refused") == 1
    await client.close()


async def test_without_seeds_nothing_is_indexed(settings: Settings) -> None:
    client = create_bot(settings.model_copy(update={"seeds": ()}))
    await client.open()
    assert (await client.library.stats()).documents == 0
    await client.close()


async def test_a_damaged_database_is_told_at_the_start(settings: Settings) -> None:
    settings.database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    client = create_bot(settings)
    with pytest.raises(StoreCorrupt):
        await client.open()
    await client.close()


def test_the_package_gives_the_bot(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(bot.create_bot(settings), Parley)
    monkeypatch.setenv("PARLEY_DATABASE", "elsewhere.db")
    assert bot.create_bot().settings.database == Path("elsewhere.db")
