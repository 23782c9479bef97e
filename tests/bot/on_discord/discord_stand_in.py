"""As much of Discord's API and gateway as a bot needs, on the loopback interface, with the faults that Discord has.

Unlike a simulated Discord inside the process it is met through sockets, so that discord.py retries, waits, resumes and gives
up as it does with the real one.
"""

import asyncio
import itertools
import json
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Literal

from aiohttp import WSMsgType, web

APPLICATION = "1000000000000000001"
PERSON = {"id": "1000000000000000002", "username": "ann", "discriminator": "0", "avatar": None}
SERVER = "1000000000000000003"
DIRECT = "1000000000000000004"
CHANNEL = "1000000000000000005"
BOT = {**PERSON, "id": APPLICATION, "username": "parley", "bot": True}

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACKNOWLEDGED = (
    0,
    1,
    2,
    6,
    7,
    9,
    10,
    11,
)

SHOWN_MESSAGE = 4
"""The type of an answer to an interaction that is a message."""

EVERY_PERMISSION = str((1 << 50) - 1)

PATIENCE = 300
"""Seconds by the clock after which what is waited for is taken never to come: many times what a busy machine needs."""

Connection = Literal["reset", "reset once it is done", "closed"]
"""How a connection ends without an answer: before the request is carried out, after, or before and with a farewell."""


@dataclass
class Fault:
    """What the next ``times`` requests of a method and path are answered with, or how their connection ends."""

    method: str
    path: str
    status: int
    body: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    times: int = 1
    connection: Connection | None = None


class DiscordStandIn:
    """Records what it is sent.

    ``messages`` are those that people see: what was asked for, by their ids. ``token`` is the one it accepts; ``acknowledges``
    says whether heartbeats are answered; ``refuses_with`` is the code that it closes the gateway with when the bot identifies
    itself; ``permissions`` are those of everybody on its one server; ``bots`` say what each bot is doing, where one is waited
    for in vain.
    """

    def __init__(
        self,
        token: str = "right.token.here",
        *,
        acknowledges: bool = True,
        refuses_with: int | None = None,
        permissions: str = EVERY_PERMISSION,
        heartbeat_seconds: float = 41.25,
    ) -> None:
        self.token = token
        self.acknowledges = acknowledges
        self.refuses_with = refuses_with
        self.permissions = permissions
        self.heartbeat_seconds = heartbeat_seconds
        self.heartbeats = 0
        self.api = ""
        self.requests: list[tuple[str, str, Any]] = []
        self.messages: dict[str, Any] = {}
        self.identified = 0
        self.resumed = 0
        self.ready = asyncio.Event()
        self.deferred = asyncio.Event()
        self.may_defer = asyncio.Event()
        self.may_defer.set()
        self.may_type = asyncio.Event()
        self.may_type.set()
        self.answered = asyncio.Event()
        self.close_code: int | None = None
        self.faults: list[Fault] = []
        self.bots: list[Callable[[], Awaitable[str]]] = []
        self._acknowledgements: set[str] = set()
        self._changed = asyncio.Condition()
        self._identities = itertools.count(1000000000000000100)
        self._events: list[dict[str, Any]] = []
        self._socket: web.WebSocketResponse | None = None
        self._transport: asyncio.Transport | None = None
        self._gateway = ""

    # What a test does

    async def ask(self, question: str) -> None:
        """Send the interaction of `/ask question`, typed by a person in a direct message."""
        await self.command("ask", question=question)

    async def command(self, name: str, **options: str) -> None:
        """Send the interaction of a slash command, typed by a person in a direct message."""
        given = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
        await self._interact(2, {"id": "1000000000000000010", "name": name, "type": 1, "options": given})

    async def press(self, custom_id: str) -> None:
        """Send the interaction of a button below a message of the bot's, pressed by a person in a direct message."""
        button = {"type": 2, "style": 2, "label": "a button", "custom_id": custom_id}
        message = _message(str(next(self._identities)), DIRECT, BOT)
        await self._interact(
            3,
            {"custom_id": custom_id, "component_type": 2},
            message={**message, "components": [{"type": 1, "components": [button]}]},
        )

    async def _interact(self, kind: int, data: Mapping[str, Any], **more: Any) -> None:
        identity = str(next(self._identities))
        await self._dispatch(
            "INTERACTION_CREATE",
            {
                "id": identity,
                "application_id": APPLICATION,
                "type": kind,
                "token": f"interaction-token-{identity}",
                "version": 1,
                "channel_id": DIRECT,
                "channel": {"id": DIRECT, "type": 1, "recipients": [PERSON]},
                "context": 1,
                "user": PERSON,
                "locale": "en-GB",
                "entitlements": [],
                "attachment_size_limit": 10485760,
                "authorizing_integration_owners": {"1": PERSON["id"]},
                "data": data,
                **more,
            },
        )

    async def mention(self, text: str) -> str:
        """Send a message of a person in the server's channel that mentions the bot; return its id."""
        identity = str(next(self._identities))
        await self._dispatch(
            "MESSAGE_CREATE",
            {
                **_message(identity, CHANNEL, PERSON),
                "guild_id": SERVER,
                "member": _member(),
                "content": f"<@{APPLICATION}> {text}",
                "mentions": [{**BOT, "member": _member()}],
            },
        )
        return identity

    def fail_next(self, method: str, path: str, status: int, code: int = 0, **options: Any) -> None:
        """Answer the next request of this kind with an error; a path may hold ``*``."""
        body = {"message": "a fault", "code": code, **options.pop("body", {})}
        self.faults.append(Fault(method, path, status, body, **options))

    def limit_next(self, method: str, path: str, seconds: float) -> None:
        """Answer the next request of this kind with 429, as Discord does to one that has asked too often."""
        self.fail_next(
            method,
            path,
            429,
            body={"retry_after": seconds, "global": False},
            headers={"Via": "1.1 google", "Retry-After": str(seconds)},
        )

    def lose_next(self, method: str, path: str, connection: Connection, times: int = 1) -> None:
        """Give the next requests of this kind no answer; their connection ends instead."""
        self.faults.append(Fault(method, path, 0, times=times, connection=connection))

    def drop(self) -> None:
        """Cut the gateway's connection as a network does: without a word."""
        assert self._transport is not None
        self._socket = None
        self._transport.abort()

    async def close(self, code: int) -> None:
        """Close the gateway with a code."""
        assert self._socket is not None
        socket, self._socket = self._socket, None
        await socket.close(code=code)

    async def tell(self, opcode: int, data: Any = None) -> None:
        """Send an opcode that is no event."""
        assert self._socket is not None
        socket = self._socket
        if opcode in (RECONNECT, INVALID_SESSION):
            self._socket = None
        await socket.send_json({"op": opcode, "d": data, "s": None, "t": None})

    def forget(self) -> None:
        """Hold nothing of what was sent before, nor of faults to come; whoever is connected stays connected."""
        self.requests.clear()
        self.messages.clear()
        self.faults.clear()
        self.identified = self.resumed = 0

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until what has been asked and said makes the condition true.

        Raises TimeoutError where it never does, with what was asked and what the bots were doing.
        """
        try:
            async with asyncio.timeout(PATIENCE), self._changed:
                await self._changed.wait_for(lambda: bool(condition()))
        except TimeoutError as error:
            error.add_note("\n".join(f"{method} {path}" for method, path, _ in self.requests))
            for doing in self.bots:
                error.add_note(await doing())
            raise

    def sent(self, method: str, path: str) -> list[Any]:
        """Return the bodies of the requests of this kind; a path may hold ``*``."""
        return [body for asked, found, body in self.requests if asked == method and fnmatchcase(found, path)]

    # What the bot meets

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer a request to the API."""
        path = request.path.removeprefix("/api/v10")
        form = await request.post() if request.content_type.startswith("multipart/") else None
        text = str(form["payload_json"]) if form else await request.text()
        body = json.loads(text) if text else None
        self.requests.append((request.method, path, body))
        fault = self._fault(request.method, path)
        if fault is None or fault.connection == "reset once it is done":
            response = await self._response(request, path, body)
        else:
            response = _json(fault.body, fault.status or 500, fault.headers)
        if fault is not None and fault.connection is not None:
            _end(request, fault.connection)
        await self._announce()
        return response

    def _fault(self, method: str, path: str) -> Fault | None:
        for fault in self.faults:
            if fault.times and fault.method == method and fnmatchcase(path, fault.path):
                fault.times -= 1
                return fault
        return None

    async def _response(self, request: web.Request, path: str, body: Any) -> web.StreamResponse:
        if request.headers.get("Authorization") not in (None, f"Bot {self.token}"):
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        if path == "/users/@me":
            return _json(BOT)
        if path == "/users/@me/channels":
            return _json({"id": DIRECT, "type": 1, "recipients": [PERSON]})
        if path == "/oauth2/applications/@me":
            return _json(_application())
        if path == f"/applications/{APPLICATION}/commands":
            given = {"id": "1000000000000000010", "application_id": APPLICATION, "version": "1"}
            return _json([{"description": "", **command, **given} for command in body])
        if path.endswith("/callback"):
            return await self._acknowledged(path.split("/")[2], body)
        if path.startswith(f"/webhooks/{APPLICATION}/"):
            self.answered.set()
            original = path.endswith("/messages/@original")
            identity = path.split("/")[3] if original else str(next(self._identities))
            if request.method == "DELETE":
                self.messages.pop(identity, None)
                return web.Response(status=204)
            self.messages[identity] = body
            sent = _message(str(next(self._identities)), DIRECT, BOT)
            return _json({**sent, "webhook_id": APPLICATION, "application_id": APPLICATION})
        if path.endswith("/messages") and request.method == "POST":
            # A nonce that Discord has seen is answered with the message that it was sent with.
            nonce = body.get("nonce") if body.get("enforce_nonce") else None
            self.messages.setdefault(nonce or str(next(self._identities)), body)
            return _json(_message(str(next(self._identities)), path.split("/")[2], BOT))
        if path.endswith("/typing"):
            await self._announce()
            await self.may_type.wait()
            return web.Response(status=204)
        return _json({"message": "Unknown", "code": 0}, status=404)

    async def _acknowledged(self, identity: str, body: Any) -> web.StreamResponse:
        self.deferred.set()
        await self.may_defer.wait()
        if identity in self._acknowledgements:
            return _json({"message": "Interaction has already been acknowledged.", "code": 40060}, status=400)
        self._acknowledgements.add(identity)
        if body["type"] == SHOWN_MESSAGE:
            self.messages[f"interaction-token-{identity}"] = body["data"]
        told = {"id": identity, "type": 2, "response_message_id": "1000000000000000020"}
        return _json({"interaction": told})

    async def gateway(self, request: web.Request) -> web.StreamResponse:
        """Serve the gateway. ``ready`` is set by the heartbeat that the bot is asked for after READY."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        assert isinstance(request.transport, asyncio.Transport)
        self._transport = request.transport
        interval = int(self.heartbeat_seconds * 1000)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": interval}, "s": None, "t": None})
        identified = False
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            told = json.loads(frame.data)
            match told["op"]:
                case int(opcode) if opcode == HEARTBEAT:
                    self.heartbeats += 1
                    if identified:
                        self.ready.set()
                    if self.acknowledges:
                        await socket.send_json({"op": ACKNOWLEDGED, "d": None, "s": None, "t": None})
                case int(opcode) if opcode == IDENTIFY:
                    identified = await self._identify(socket, told["d"]["token"])
                case int(opcode) if opcode == RESUME:
                    await self._resume(socket, told["d"])
            await self._announce()
        self.close_code = socket.close_code
        await self._announce()
        return socket

    async def _identify(self, socket: web.WebSocketResponse, token: str) -> bool:
        self.identified += 1
        refused = self.refuses_with or (None if token == self.token else 4004)
        if refused:
            await socket.close(code=refused)
            return False
        self._socket = socket
        self._events.clear()
        await self._dispatch("READY", self._ready())
        await self._dispatch("GUILD_CREATE", self._server())
        await socket.send_json({"op": HEARTBEAT, "d": None, "s": None, "t": None})
        return True

    async def _resume(self, socket: web.WebSocketResponse, told: Mapping[str, Any]) -> None:
        if told["token"] != self.token:
            await socket.close(code=4004)
            return
        self._socket = socket
        for event in self._events[told["seq"] :]:
            await socket.send_json(event)
        self.resumed += 1
        await self._dispatch("RESUMED", {})

    async def _dispatch(self, event: str, data: Any) -> None:
        """Send an event; while nobody is connected, keep it for whoever resumes."""
        message = {"op": DISPATCH, "t": event, "s": len(self._events) + 1, "d": data}
        self._events.append(message)
        if self._socket is not None:
            await self._socket.send_json(message)

    async def _announce(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _ready(self) -> dict[str, Any]:
        return {
            "v": 10,
            "user": BOT,
            "guilds": [{"id": SERVER, "unavailable": True}],
            "private_channels": [],
            "session_id": "session",
            "resume_gateway_url": self._gateway,
            "application": {"id": APPLICATION, "flags": 0},
            "user_settings": {},
        }

    def _server(self) -> dict[str, Any]:
        everybody = {
            "id": SERVER,
            "name": "@everyone",
            "permissions": self.permissions,
            "position": 0,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }
        channel = {"id": CHANNEL, "type": 0, "name": "questions", "position": 0, "permission_overwrites": []}
        empty = ("emojis", "stickers", "features", "threads", "voice_states", "presences", "stage_instances")
        return {
            **{name: [] for name in (*empty, "guild_scheduled_events", "soundboard_sounds")},
            "id": SERVER,
            "name": "Talks",
            "owner_id": PERSON["id"],
            "roles": [everybody],
            "channels": [channel],
            "members": [{**_member(), "user": BOT}],
            "member_count": 2,
            "unavailable": False,
        }


def _end(request: web.Request, connection: Connection) -> None:
    transport = request.transport
    assert isinstance(transport, asyncio.Transport)
    if connection != "closed":
        # A socket that does not linger ends with RST.
        linger = struct.pack("ii", 1, 0)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    transport.abort()


def _json(data: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """Return a JSON response whose content type has no charset, as Discord's has none."""
    body = json.dumps(data).encode()
    return web.Response(body=body, status=status, headers=headers, content_type="application/json")


def _member() -> dict[str, Any]:
    return {
        "roles": [],
        "joined_at": "2025-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
    }


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


def _message(identity: str, channel: str, author: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": identity,
        "channel_id": channel,
        "author": author,
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
        "type": 0,
        "flags": 0,
        "components": [],
    }


@asynccontextmanager
async def discord_stand_in(
    kind: type[DiscordStandIn] = DiscordStandIn, **options: Any
) -> AsyncIterator[DiscordStandIn]:
    """Serve a stand-in, of a class of one's own perhaps, on a free port of the loopback interface."""
    discord = kind(**options)
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
