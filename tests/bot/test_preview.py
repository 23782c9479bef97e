import asyncio
import os
import signal
import socket
from pathlib import Path

import aiohttp
import pytest

from bot.preview import serve, stage
from bot.settings import Settings
from index.errors import SettingsError
from tests.discord_rules import faults_in
from tests.reading import plain_text_of, response_of, text_of

SIGNED = "Where was the river accord signed?"


@pytest.fixture
def unchosen(tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings without a database, in a folder that has none."""
    monkeypatch.chdir(tmp_path)
    return Settings(_env_file=None, seeds=(documents,))


class Announced:
    """Waits for what the preview announces, then does something, once."""

    def __init__(self) -> None:
        self.text = ""
        self._said = asyncio.Event()

    def __call__(self, text: str) -> None:
        self.text = text
        self._said.set()

    async def address(self) -> str:
        await self._said.wait()
        return next(word for word in self.text.split() if word.startswith("http://127.0.0.1:"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_the_page_is_served_on_loopback_until_a_signal(
    unchosen: Settings, number: signal.Signals
) -> None:
    announced = Announced()
    serving = asyncio.create_task(serve(unchosen, announce=announced))
    address = await announced.address()
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        assert response.status == 200
        assert "html" in response.content_type
    os.kill(os.getpid(), number)
    await serving
    assert "Ctrl-C" in announced.text
    assert "forgotten when it stops" in announced.text
    assert not unchosen.database.exists()


async def test_a_database_of_the_host_is_used_and_kept(settings: Settings) -> None:
    announced = Announced()
    serving = asyncio.create_task(serve(settings, announce=announced))
    await announced.address()
    os.kill(os.getpid(), signal.SIGTERM)
    await serving
    assert f"uses the database {settings.database}" in announced.text
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
