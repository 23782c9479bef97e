import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import discord
import pytest

from bot.app.settings import SHIPPED_SEEDS, Settings
from bot.on_discord.preview import serve
from bot.on_discord.preview.front import front
from bot.on_discord.preview.stage import QUESTION, REMARK, Stage, stage
from index.errors import SettingsError
from tests.reading import plain_text_of, text_of
from tests.visiting import Visit, visiting

SIGNED = "Where was the river accord signed?"
TEXT_COMMAND = discord.AppCommandType.chat_input


@pytest.fixture
def unchosen(tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings without a database, in a folder that has none."""
    monkeypatch.chdir(tmp_path)
    return Settings(_env_file=None, seeds=(documents,))


class Serving:
    """A preview that is being served, and what it has announced."""

    def __init__(self, settings: Settings) -> None:
        self.text = ""
        self._said = asyncio.Event()
        self._task = asyncio.create_task(serve(settings, announce=self._hear))

    def _hear(self, text: str) -> None:
        self.text = text
        self._said.set()

    async def address(self) -> str:
        said = asyncio.create_task(self._said.wait())
        await asyncio.wait((said, self._task), return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            said.cancel()
            await self._task
        return next(word for word in self.text.split() if word.startswith("http://127.0.0.1:"))

    async def stopped_by(self, number: signal.Signals) -> None:
        os.kill(os.getpid(), number)
        await self._task


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_the_page_is_served_on_loopback_until_a_signal(
    unchosen: Settings, number: signal.Signals
) -> None:
    serving = Serving(unchosen)
    address = await serving.address()
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        assert response.status == 200
        assert "html" in response.content_type
    await serving.stopped_by(number)
    assert "Ctrl-C" in serving.text
    assert "forgotten when it stops" in serving.text
    assert not unchosen.database.exists()


async def test_a_database_of_the_host_is_used_and_kept(settings: Settings) -> None:
    serving = Serving(settings)
    await serving.address()
    await serving.stopped_by(signal.SIGTERM)
    assert f"uses the database {settings.database}" in serving.text
    assert settings.database.exists()


async def test_a_port_that_is_taken_is_said_to_be(unchosen: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingsError, match="--port"):
            await serve(unchosen, port=taken.getsockname()[1], announce=lambda _: None)


@pytest.fixture
def before() -> datetime:
    """A moment before the preview starts, in whole milliseconds, as ids tell it."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


@pytest.fixture
async def scene(settings: Settings, before: datetime) -> AsyncIterator[Stage]:
    async with stage(settings) as scene:
        yield scene
        assert scene.env.errors == []


@pytest.fixture
async def visit(scene: Stage) -> AsyncIterator[Visit]:
    async with front(scene) as address, visiting(address) as visit:
        yield visit


async def test_each_place_greets_with_what_the_bot_can(scene: Stage) -> None:
    for channel in (scene.channel, scene.writer.dm_channel):
        greeting = channel.history()[0]
        assert "/ask" in text_of(greeting)
        assert greeting.author.name == "Parley"


async def test_a_member_asks_and_is_answered(visit: Visit) -> None:
    await visit.look_as("member")
    shown = await visit.say(f"@Parley {SIGNED}")
    assert "Port Amity" in shown
    assert "Envoys sign the river accord" in shown
    await visit.press("In context")
    assert "The accord opens the river" in visit.text()
    await visit.run("/ask", question="Who asked for a larger share of the herring catch?")
    assert "Sudria asked for a larger share" in visit.text()


async def test_a_moderator_adds_an_alert_and_a_file_and_the_channel_is_told(visit: Visit) -> None:
    await visit.look_as("moderator")
    channel = visit.state["channel"]["id"]
    assert "From now on: lighthouse" in await visit.run("/alerts add", topic="lighthouse", channel=channel)
    text = b"Norland and Sudria agreed on Friday that the lighthouse of Cape Ruda belongs to both."
    await visit.run("/source add file", ("cape.txt", text), title="The lighthouse")
    await visit.press("Add")
    assert "New on: lighthouse" in visit.text()
    await visit.look_as("member")
    assert "New on: lighthouse" in visit.text()
    assert "From now on" not in visit.text()
    assert "belongs to both" in await visit.say("@Parley Whom does the lighthouse of Cape Ruda belong to?")


async def test_a_direct_message_is_answered(visit: Visit, scene: Stage) -> None:
    await visit.look_as("direct")
    assert visit.state["channel"]["recipient"]["name"] == "Parley"
    assert "Port Amity" in await visit.say(SIGNED)
    assert len(scene.channel.history()) == 2
    await visit.look_as("member")
    assert "Port Amity" not in visit.text()


async def test_the_source_of_a_message_is_found_for_the_one_who_asks(visit: Visit) -> None:
    await visit.look_as("moderator")
    await visit.say("They call it a door that was shut for forty years.")
    await visit.look_as("member")
    assert (await visit.page("/parley/state"))["menu"] == ["Find the source"]
    message = visit.messages()[-1]["id"]
    await visit.page("/parley/menu", {"entry": "Find the source", "message": message})
    await visit.read()
    assert "Envoys sign the river accord" in visit.text()
    await visit.look_as("moderator")
    assert "Envoys sign the river accord" not in visit.text()


async def test_an_entry_or_a_message_that_is_not_there_cannot_be_chosen(visit: Visit) -> None:
    for entry, message in (("Find the source", "1"), ("Find the source", "x"), ("Another", "1")):
        with pytest.raises(AssertionError, match="400"):
            await visit.page("/parley/menu", {"entry": entry, "message": message})
    await visit.look_as("direct")
    message = visit.messages()[-1]["id"]
    with pytest.raises(AssertionError, match="400"):
        await visit.page("/parley/menu", {"entry": "Find the source", "message": message})


async def test_everybody_is_offered_what_discord_would_offer_them(visit: Visit, scene: Stage) -> None:
    slash = {f"/{command.name}" for command in scene.env.bot.tree.get_commands(type=TEXT_COMMAND)}
    offered = {}
    for view in scene.views:
        await visit.look_as(view)
        offered[view] = {command.split()[0] for command in await visit.commands()}
    assert offered["moderator"] == slash
    assert offered["member"] == slash - {"/source", "/alerts"}
    assert offered["direct"] == slash - {"/source", "/alerts"}


async def test_what_is_to_be_tried_first_can_be_tried(visit: Visit) -> None:
    state = await visit.page("/parley/state")
    assert [view["name"] for view in state["views"]] == ["member", "moderator", "direct"]
    for view in state["views"]:
        await visit.look_as(view["name"])
        tries = [each["text"] for each in view["tries"] if each["text"].startswith("/")]
        offered = await visit.commands()
        assert [text for text in tries if not any(name.startswith(text) for name in offered)] == []


async def test_the_first_try_is_answered_by_the_seeds_of_a_checkout(tmp_path: Path) -> None:
    shipped = Settings(_env_file=None, database=tmp_path / "parley.db", seeds=(SHIPPED_SEEDS,))
    async with stage(shipped) as scene:
        await scene.member.send(scene.channel, f"@Parley {QUESTION}")
        answer = scene.channel.last_message
        assert answer is not None
        assert "Putin and Witkoff met in Moscow" in plain_text_of(answer)
        remark = next(each for each in scene.channel.history() if each.content == REMARK)
        assert await scene.choose(scene.views["member"], "Find the source", remark.id)
        found = scene.channel.last_message
        assert found is not None
        assert "very good and productive" in plain_text_of(found)


async def test_the_clock_is_the_real_one(visit: Visit, scene: Stage, before: datetime) -> None:
    await visit.look_as("member")
    assert before <= scene.env.now() <= datetime.now(UTC)
    asked = datetime.now(UTC)
    await visit.say(f"@Parley {SIGNED}")
    times = [datetime.fromisoformat(message["timestamp"]) for message in visit.messages()]
    assert before <= times[0]
    assert asked.replace(microsecond=0) <= times[-1] <= datetime.now(UTC)
    assert visit.state["profile"]["timezone"] == "Europe/Berlin"


async def test_time_passes_when_nobody_does_anything(scene: Stage) -> None:
    start = scene.env.now()
    async with front(scene, tick=0.001) as address, visiting(address) as visit:
        while scene.env.now() == start:
            await visit.page("/parley/state")
    assert start < scene.env.now() <= datetime.now(UTC)


async def test_a_zone_that_is_none_is_taken_for_utc(visit: Visit) -> None:
    await visit.page("/parley/view", {"view": "member", "timezone": "Atlantis/Capital"})
    await visit.look_as("member")


async def test_a_view_that_is_none_is_refused(visit: Visit) -> None:
    headers = {"X-Parley-Key": visit.key}
    async with aiohttp.ClientSession() as session:
        for body in (b"no JSON", b"[]", b'{"view": "owner"}', b'{"view": ["member"]}'):
            answer = await session.post(f"{visit.origin}/parley/view", data=body, headers=headers)
            assert answer.status == 400, body


async def test_pages_from_elsewhere_are_refused(visit: Visit) -> None:
    rebound = {"Host": "rebound.example"}
    elsewhere = {"Origin": "http://elsewhere.example"}
    async with aiohttp.ClientSession() as session:
        for path in ("/parley/state", "/", "/app.js", "/api/state"):
            for headers in (rebound, elsewhere, {"Origin": "null"}):
                sent = {"X-Parley-Key": visit.key, **headers}
                answer = await session.get(visit.origin + path, headers=sent)
                assert answer.status == 403, (path, headers)


async def test_without_the_key_in_the_address_nothing_is_told(visit: Visit) -> None:
    async with aiohttp.ClientSession() as session:
        assert (await session.get(f"{visit.origin}/parley/state")).status == 403
        assert (await session.post(f"{visit.origin}/parley/view", json={"view": "member"})).status == 403
        assert (await session.post(f"{visit.origin}/parley/menu", json={})).status == 403
        assert (await session.post(f"{visit.origin}/api/pages", json={})).status == 401


def test_that_simcord_is_missing_is_said_with_what_to_install() -> None:
    without = "import sys; sys.modules['simcord'] = None; import bot.on_discord.preview"
    ended = subprocess.run([sys.executable, "-c", without], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "SettingsError: The preview needs simcord" in ended.stderr
    assert "pip install 'parley[preview]'" in ended.stderr
