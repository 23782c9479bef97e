import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from bot.app.settings import Settings
from bot.on_discord.preview import serve, stage
from index.errors import SettingsError
from tests.discord_rules import faults_in
from tests.reading import plain_text_of, response_of, text_of

SIGNED = "Where was the river accord signed?"


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


async def test_a_visitor_is_greeted_and_answered(settings: Settings) -> None:
    async with stage(settings) as scene:
        greeting = scene.channel.last_message
        assert greeting is not None
        assert "/ask" in text_of(greeting)
        await scene.visitor.send(scene.channel, f"@Parley {SIGNED}")
        answer = scene.channel.last_message
        assert answer is not None
        assert "Port Amity" in plain_text_of(answer)
        assert answer.author.name == "Parley"
        result = await scene.visitor.slash(scene.channel, "ask", question=SIGNED)
        assert "Port Amity" in plain_text_of(response_of(result))
        assert faults_in(scene.env.http_requests) == []
        assert scene.env.errors == []


def test_that_simcord_is_missing_is_said_with_what_to_install() -> None:
    without = "import sys; sys.modules['simcord'] = None; import bot.on_discord.preview"
    ended = subprocess.run([sys.executable, "-c", without], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "SettingsError: The preview needs simcord" in ended.stderr
    assert "pip install 'parley[preview]'" in ended.stderr
