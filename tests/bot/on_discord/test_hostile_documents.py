"""What one server adds keeps no other waiting, however long it takes to read."""

import asyncio
import itertools
import re
import time
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.on_discord.cards.source import ADD
from tests.bot.on_discord.bot_process import bot_process
from tests.bot.on_discord.discord_stand_in import (
    APPLICATION,
    CHANNEL,
    EVERY_PERMISSION,
    PERSON,
    SERVER,
    DiscordStandIn,
    discord_stand_in,
)

OTHER_SERVER, OTHER_CHANNEL = "1000000000000000013", "1000000000000000015"
ANSWERS = f"/webhooks/{APPLICATION}/*"
QUESTION = "What did Sudria agree to withdraw?"
WORDS = "withdraw its gunboats"
LONG = "On 4 May 2024 Ada Varn met Pavel Orsic in Lakeview. " * 80_000

MEGABYTES_10 = 10 * 1024 * 1024
SHAPES = {
    "spaces": " ",
    "line feeds": "\n",
    "short sentences": "a. ",
    "quotation marks": '"',
    "brackets": "(",
    "numbers": "1.",
    "marks on letters": "e\u0301\u0323",
    "dashes": "- ",
    "days": "On 4 May 2024 ",
    "names": "Ada Varn, ",
}
SECONDS_TO_ANSWER, SECONDS_LATE, SECONDS_TO_STOP = 2.0, 1.0, 10.0
"""What the people of one server may notice of what is added on another, on a quiet machine."""


class TwoServers(DiscordStandIn):
    """A Discord with two servers, which serves the files that its people attach."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.files: dict[str, bytes] = {}
        self.beats: list[float] = []
        self._numbers = itertools.count(1000000000000900000)

    @property
    def heartbeats(self) -> int:
        return len(self.beats)

    @heartbeats.setter
    def heartbeats(self, count: int) -> None:
        if count:
            self.beats.append(time.monotonic())
        else:
            self.beats = []

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.path.startswith("/files/"):
            return web.Response(body=self.files[request.path.removeprefix("/files/")])
        return await super().handle(request)

    async def add_file(self, name: str, data: bytes) -> str:
        """Send `/source add file` on the first server; return the token that its answers carry."""
        self.files[name] = data
        url = self.api.removesuffix("/api/v10") + f"/files/{name}"
        attached = {
            "id": "1000000000000000030", "filename": name, "size": len(data), "url": url, "proxy_url": url,
            "content_type": "text/plain",
        }  # fmt: skip
        chosen = {"name": "file", "type": 11, "value": attached["id"]}
        command = {"name": "file", "type": 1, "options": [chosen]}
        return await self._interact_on(
            SERVER,
            CHANNEL,
            2,
            {
                "id": "1000000000000000010",
                "name": "source",
                "type": 1,
                "options": [{"name": "add", "type": 2, "options": [command]}],
                "resolved": {"attachments": {attached["id"]: attached}},
            },
        )

    async def press_button(self, custom_id: str) -> str:
        """Press a button on the first server."""
        message = {
            "id": "1000000000000000040", "channel_id": CHANNEL, "content": "", "author": {**PERSON, "bot": True},
            "timestamp": "2025-03-14T12:00:00+00:00", "edited_timestamp": None, "tts": False, "mention_everyone": False,
            "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "type": 0, "flags": 0,
            "components": [{"type": 1, "components": [{"type": 2, "style": 2, "label": "Add", "custom_id": custom_id}]}],
        }  # fmt: skip
        return await self._interact_on(
            SERVER, CHANNEL, 3, {"custom_id": custom_id, "component_type": 2}, message=message
        )

    async def ask_elsewhere(self, question: str) -> str:
        """Send `/ask` on the other server."""
        return await self._interact_on(
            OTHER_SERVER,
            OTHER_CHANNEL,
            2,
            {
                "id": "1000000000000000010",
                "name": "ask",
                "type": 1,
                "options": [{"name": "question", "type": 3, "value": question}],
            },
        )

    async def _interact_on(
        self, server: str, channel: str, kind: int, data: dict[str, Any], **more: Any
    ) -> str:
        identity = str(next(self._numbers))
        token = f"interaction-token-{identity}"
        await self._dispatch(
            "INTERACTION_CREATE",
            {
                "id": identity,
                "application_id": APPLICATION,
                "type": kind,
                "token": token,
                "version": 1,
                "guild_id": server,
                "guild": {"id": server, "locale": "en-GB", "features": []},
                "channel_id": channel,
                "channel": {
                    "id": channel,
                    "type": 0,
                    "name": "questions",
                    "position": 0,
                    "permissions": EVERY_PERMISSION,
                },
                "context": 0,
                "member": {
                    "user": PERSON,
                    "roles": [],
                    "joined_at": "2025-01-01T00:00:00+00:00",
                    "deaf": False,
                    "mute": False,
                    "flags": 0,
                    "permissions": EVERY_PERMISSION,
                },
                "locale": "en-GB",
                "guild_locale": "en-GB",
                "entitlements": [],
                "attachment_size_limit": MEGABYTES_10,
                "authorizing_integration_owners": {"0": server},
                "data": data,
                **more,
            },
        )
        return token

    def said(self, token: str) -> str:
        """Everything that was said to the interaction with that token."""
        found = [str(body) for _, path, body in self.requests if token in path and "/webhooks/" in path]
        return "\n".join(found).replace("\\", "").replace("*", "")

    async def until_said(self, token: str, words: str) -> None:
        """Wait until something that matches ``words`` was said to an interaction."""
        await self.until(lambda: re.search(words, self.said(token)))

    async def add(self, name: str, data: bytes) -> str | None:
        """Attach a file and, where it can be read, press Add; return the token that what becomes of it carries."""
        token = await self.add_file(name, data)
        offered = re.compile(ADD.replace("^", ""))
        await self.until(lambda: offered.search(self.said(token)) or re.search(REFUSED, self.said(token)))
        button = offered.search(self.said(token))
        return await self.press_button(button[0]) if button else None


REFUSED = r"split it|Split it|holds no|no text|empty|Nothing"


async def test_an_answer_comes_before_what_another_server_adds_is_refused(
    tmp_path: Path, documents: Path
) -> None:
    async with (
        discord_stand_in(TwoServers) as discord,
        bot_process(
            discord,
            tmp_path,
            seconds=300,
            PARLEY_SEEDS=str(documents),
            PARLEY_DOCUMENT_SECONDS="1",
            PARLEY_READER="yes",
        ) as bot,
    ):
        await discord.ready.wait()
        adding = await discord.add("long.txt", LONG.encode())
        assert adding is not None
        asking = await discord.ask_elsewhere(QUESTION)
        await discord.until_said(asking, WORDS)
        assert "seconds of processor time" not in discord.said(adding)
        await discord.until_said(adding, "takes more than .* seconds of processor time to read")
        assert await bot.stop() == 0
    assert "Traceback" not in bot.log()


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
async def test_ten_megabytes_of_one_character_keep_nobody_waiting(
    tmp_path: Path, documents: Path, shape: str
) -> None:
    unit = SHAPES[shape]
    data = ("The talks began.\n\n" + unit * (MEGABYTES_10 // len(unit.encode()))).encode()[
        : MEGABYTES_10 - 100
    ]
    async with (
        discord_stand_in(TwoServers, heartbeat_seconds=1.0) as discord,
        bot_process(discord, tmp_path, seconds=600, PARLEY_SEEDS=str(documents), PARLEY_READER="yes") as bot,
    ):
        await discord.ready.wait()
        adding = asyncio.create_task(discord.add("shape.txt", data.decode("utf-8", "ignore").encode()))
        for _ in range(10):
            asked = time.monotonic()
            await discord.until_said(await discord.ask_elsewhere(QUESTION), WORDS)
            assert time.monotonic() - asked < SECONDS_TO_ANSWER
            await asyncio.sleep(0.5)
        late = [after - before for before, after in itertools.pairwise(discord.beats[2:])]
        assert max(late) < 1.0 + SECONDS_LATE
        stopped = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - stopped < SECONDS_TO_STOP
        adding.cancel()
