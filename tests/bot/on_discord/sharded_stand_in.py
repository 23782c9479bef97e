"""The stand-in for Discord with a gateway in shards: each connection is one shard's, each shard has one server."""

import itertools
import json
from typing import Any

from aiohttp import WSMsgType, web

from tests.bot.on_discord.discord_stand_in import (
    ACKNOWLEDGED,
    APPLICATION,
    BOT,
    DISPATCH,
    HEARTBEAT,
    HELLO,
    IDENTIFY,
    INVALID_SESSION,
    PERSON,
    RESUME,
    DiscordStandIn,
    _json,
    _member,
    _message,
)

TIMESTAMP_BITS = 22

FIRST = 3840
"""The time in the ids of the first shard's server and channel: nothing remains of it when it is divided by 2, 3, 4, 5 or 6."""


def server_of(shard: int) -> str:
    """The id of the one server of a shard."""
    return str((FIRST + shard << TIMESTAMP_BITS) + 3)


def channel_of(shard: int) -> str:
    """The id of its one channel."""
    return str((FIRST + shard << TIMESTAMP_BITS) + 5)


class ShardedStandIn(DiscordStandIn):
    """``shards`` is how many Discord advises, ``at_once`` how many may identify in five seconds.

    ``introduced`` are the shards that identified themselves, in their order, ``taken_up`` those that
    resumed.
    """

    def __init__(self, *, shards: int = 6, at_once: int = 16, **options: Any) -> None:
        super().__init__(**options)
        self.shards = shards
        self.at_once = at_once
        self.introduced: list[int] = []
        self.taken_up: list[int] = []
        self.sockets: dict[int, web.WebSocketResponse] = {}
        self._told: dict[int, list[dict[str, Any]]] = {}
        self._numbers = itertools.count(1 << 60)

    async def mention_on(self, shard: int, text: str) -> str:
        """Send a message of a person in the shard's server that mentions the bot; return its id."""
        identity = str(next(self._numbers))
        message = {
            **_message(identity, channel_of(shard), PERSON),
            "guild_id": server_of(shard),
            "member": _member(),
            "content": f"<@{APPLICATION}> {text}",
            "mentions": [{**BOT, "member": _member()}],
        }
        await self._tell(shard, "MESSAGE_CREATE", message)
        return identity

    def drop_shard(self, shard: int) -> None:
        """Cut a shard's connection as a network does: without a word."""
        socket = self.sockets.pop(shard)
        assert socket._req is not None and socket._req.transport is not None
        socket._req.transport.abort()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer a request to the API: how many shards there are, and else as without them."""
        if request.path.endswith("/gateway/bot"):
            limits = {
                "total": 1000,
                "remaining": 1000,
                "reset_after": 0,
                "max_concurrency": self.at_once,
            }
            return _json({"url": self._gateway, "shards": self.shards, "session_start_limit": limits})
        return await super().handle(request)

    async def gateway(self, request: web.Request) -> web.StreamResponse:
        """Serve one shard's connection."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        interval = int(self.heartbeat_seconds * 1000)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": interval}, "s": None, "t": None})
        shard: int | None = None
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            told = json.loads(frame.data)
            if told["op"] == HEARTBEAT:
                await socket.send_json({"op": ACKNOWLEDGED, "d": None, "s": None, "t": None})
            elif told["op"] == IDENTIFY:
                shard = await self._introduce(socket, *told["d"]["shard"])
            elif told["op"] == RESUME:
                shard = await self._take_up(socket, told["d"])
            await self._announce()
        if shard is not None and self.sockets.get(shard) is socket:
            del self.sockets[shard]
        await self._announce()
        return socket

    async def _introduce(self, socket: web.WebSocketResponse, shard: int, count: int) -> int | None:
        if count != self.shards:
            await socket.close(code=4010)
            return None
        self.introduced.append(shard)
        self.sockets[shard] = socket
        self._told[shard] = []
        server = {**self._server(), "id": server_of(shard)}
        server["roles"] = [{**server["roles"][0], "id": server["id"]}]
        server["channels"] = [{**server["channels"][0], "id": channel_of(shard)}]
        ready = {**self._ready(), "guilds": [{"id": server["id"], "unavailable": True}]}
        ready |= {"shard": [shard, count], "session_id": f"session-{shard}"}
        await self._tell(shard, "READY", ready)
        await self._tell(shard, "GUILD_CREATE", server)
        await socket.send_json({"op": HEARTBEAT, "d": None, "s": None, "t": None})
        return shard

    async def _take_up(self, socket: web.WebSocketResponse, told: Any) -> int | None:
        shard = int(told["session_id"].removeprefix("session-"))
        if shard not in self._told:
            await socket.send_json({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
            return None
        self.sockets[shard] = socket
        for event in self._told[shard][told["seq"] :]:
            await socket.send_json(event)
        self.taken_up.append(shard)
        await self._tell(shard, "RESUMED", {})
        return shard

    async def _tell(self, shard: int, event: str, data: Any) -> None:
        """Send an event; while the shard is not connected, keep it for whoever resumes."""
        events = self._told[shard]
        message = {"op": DISPATCH, "t": event, "s": len(events) + 1, "d": data}
        events.append(message)
        if shard in self.sockets:
            await self.sockets[shard].send_json(message)
