"""As much of Discord's API and gateway as a bot needs to start, answer one command and stop; on the loopback interface."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSMsgType, web

APPLICATION = "1000000000000000001"
PERSON = {"id": "1000000000000000002", "username": "ann", "discriminator": "0", "avatar": None}
HELLO, HEARTBEAT, IDENTIFY, DISPATCH, ACKNOWLEDGED = 10, 1, 2, 0, 11


class DiscordStandIn:
    """Records what it is sent.

    ``token`` is the one it accepts; ``acknowledges`` says whether heartbeats are answered; ``refuses_with``
    is the code that it closes the gateway with when the bot identifies itself.
    """

    def __init__(
        self, token: str = "right.token.here", *, acknowledges: bool = True, refuses_with: int | None = None
    ) -> None:
        self.token = token
        self.acknowledges = acknowledges
        self.refuses_with = refuses_with
        self.api = ""
        self.requests: list[tuple[str, str, Any]] = []
        self.ready = asyncio.Event()
        self.deferred = asyncio.Event()
        self.may_defer = asyncio.Event()
        self.may_defer.set()
        self.answered = asyncio.Event()
        self.close_code: int | None = None
        self._socket: web.WebSocketResponse | None = None
        self._gateway = ""

    async def ask(self, question: str) -> None:
        """Send the interaction of `/ask question`, typed by a person in a direct message."""
        await self._dispatch(
            "INTERACTION_CREATE",
            {
                "id": "1000000000000000009",
                "application_id": APPLICATION,
                "type": 2,
                "token": "interaction-token",
                "version": 1,
                "channel_id": "1000000000000000004",
                "channel": {"id": "1000000000000000004", "type": 1, "recipients": [PERSON]},
                "context": 1,
                "user": PERSON,
                "locale": "en-GB",
                "entitlements": [],
                "attachment_size_limit": 10485760,
                "authorizing_integration_owners": {"1": PERSON["id"]},
                "data": {
                    "id": "1000000000000000010",
                    "name": "ask",
                    "type": 1,
                    "options": [{"name": "question", "type": 3, "value": question}],
                },
            },
        )

    async def _dispatch(self, event: str, data: Any) -> None:
        assert self._socket is not None
        await self._socket.send_json({"op": DISPATCH, "t": event, "s": 2, "d": data})

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer a request to the API."""
        path = request.path.removeprefix("/api/v10")
        form = await request.post() if request.content_type.startswith("multipart/") else None
        text = str(form["payload_json"]) if form else await request.text()
        body = json.loads(text) if text else None
        self.requests.append((request.method, path, body))
        if request.headers.get("Authorization") not in (None, f"Bot {self.token}"):
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        if path == "/users/@me":
            return _json({**PERSON, "id": APPLICATION, "username": "parley", "bot": True})
        if path == "/oauth2/applications/@me":
            return _json(_application())
        if path == f"/applications/{APPLICATION}/commands":
            identity = {"id": "1000000000000000010", "application_id": APPLICATION, "version": "1"}
            return _json([{"description": "", **command, **identity} for command in body])
        if path.endswith("/callback"):
            self.deferred.set()
            await self.may_defer.wait()
            identity = path.split("/")[2]
            return _json(
                {"interaction": {"id": identity, "type": 2, "response_message_id": "1000000000000000020"}}
            )
        if path.startswith(f"/webhooks/{APPLICATION}/"):
            self.answered.set()
            return _json(_message())
        return _json({"message": "Unknown", "code": 0}, status=404)

    async def gateway(self, request: web.Request) -> web.StreamResponse:
        """Serve the gateway. ``ready`` is set by the heartbeat that the bot is asked for after READY."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._socket = socket
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41250}, "s": None, "t": None})
        identified = False
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            opcode = json.loads(frame.data)["op"]
            if opcode == HEARTBEAT and identified:
                self.ready.set()
            if opcode == HEARTBEAT and self.acknowledges:
                await socket.send_json({"op": ACKNOWLEDGED, "d": None, "s": None, "t": None})
            elif opcode == IDENTIFY and self.refuses_with:
                await socket.close(code=self.refuses_with)
            elif opcode == IDENTIFY:
                await self._dispatch("READY", self._ready())
                await socket.send_json({"op": HEARTBEAT, "d": None, "s": None, "t": None})
                identified = True
        self.close_code = socket.close_code
        return socket

    def _ready(self) -> dict[str, Any]:
        return {
            "v": 10,
            "user": {**PERSON, "id": APPLICATION, "username": "parley", "bot": True},
            "guilds": [],
            "private_channels": [],
            "session_id": "session",
            "resume_gateway_url": self._gateway,
            "application": {"id": APPLICATION, "flags": 0},
            "user_settings": {},
        }


def _json(data: Any, status: int = 200) -> web.Response:
    """Return a JSON response whose content type has no charset, as Discord's has none."""
    return web.Response(body=json.dumps(data).encode(), status=status, content_type="application/json")


def _application() -> dict[str, Any]:
    return {
        "id": APPLICATION,
        "name": "Parley",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "owner": PERSON,
        "team": None,
    }


def _message() -> dict[str, Any]:
    return {
        "id": "1000000000000000020",
        "channel_id": "1000000000000000004",
        "author": {**PERSON, "id": APPLICATION, "username": "parley", "bot": True},
        "content": "",
        "timestamp": "2025-03-14T12:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 20,
        "flags": 32768,
        "components": [],
        "webhook_id": APPLICATION,
        "application_id": APPLICATION,
    }


@asynccontextmanager
async def discord_stand_in(**options: Any) -> AsyncIterator[DiscordStandIn]:
    """Serve a stand-in on a free port of the loopback interface."""
    discord = DiscordStandIn(**options)
    application = web.Application()
    application.router.add_get("/gateway", discord.gateway)
    application.router.add_route("*", "/{path:.*}", discord.handle)
    runner = web.AppRunner(application, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    discord.api = f"http://{host}:{port}/api/v10"
    discord._gateway = f"ws://{host}:{port}/gateway"
    try:
        yield discord
    finally:
        await runner.cleanup()
