"""Requests whose connection is lost are sent again, without doing twice what they ask for.

discord.py tries again what a server answers with an error; of connections that are lost it knows two numbers only, and not
those of Linux. Whether a lost request was carried out nobody can tell, so each kind is made safe to send again: a message has
a nonce, which discord.py makes and Discord holds to (`enforce_nonce`); an edit and a deletion are what they were; and where an
interaction turns out to have been acknowledged, our own lost request did it. A follow-up has none of this:
`replies.deliver` edits what was deferred instead.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import aiohttp
import discord
from discord.gateway import ReconnectWebSocket
from discord.http import Route
from discord.shard import Shard
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

log = logging.getLogger(__name__)

LOST: Final = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, OSError)
"""What is raised when a connection cannot be made, or ends before the answer is there."""

WAITS: Final = (0.1, 0.5, 1.5)
"""Seconds before each new try: together less than the three in which an interaction has to be acknowledged."""

ALREADY_ACKNOWLEDGED = 40060
"""Discord's code for "Interaction has already been acknowledged" (Developer docs, JSON error codes)."""


def send_again_when_lost(client: discord.Client) -> None:
    """Make ``client``, and what runs in the current context, send again the requests whose connection is lost."""
    send = client.http.request

    async def request(route: Route, *, files: Sequence[discord.File] | None = None, **options: Any) -> Any:
        return await _sent(route, files or (), lambda: send(route, files=files, **options))

    # discord.py has no setting for it, and hands its HTTP client on to whoever sends something.
    client.http.request = request  # type: ignore[method-assign]
    async_context.set(PersistentWebhookAdapter())  # type: ignore[no-untyped-call]


def resume_lost_shards() -> None:
    """Make shards whose connection is lost take their session up again, as discord.py's client without shards does.

    A shard of discord.py begins a new session instead, and what happened meanwhile is never heard of.
    """

    async def reconnect(self: Shard) -> None:
        await self.reidentify(ReconnectWebSocket(self.id, resume=True))

    # discord.py has no setting for it.
    Shard.reconnect = reconnect  # type: ignore[method-assign]


class PersistentWebhookAdapter(AsyncWebhookAdapter):
    """Sends answers to interactions."""

    async def request(
        self,
        route: Route,
        session: aiohttp.ClientSession,
        *,
        files: Sequence[discord.File] | None = None,
        **options: Any,
    ) -> Any:
        """Send a request, again if need be."""
        send, tries = super().request, 0

        async def try_once() -> Any:
            nonlocal tries
            tries += 1
            try:
                return await send(route, session, files=files, **options)
            except discord.HTTPException as error:
                if tries == 1 or error.code != ALREADY_ACKNOWLEDGED:
                    raise
                return {"interaction": {"id": route.webhook_id}}

        return await _sent(route, files or (), try_once)


async def _sent(route: Route, files: Sequence[discord.File], send: Callable[[], Awaitable[Any]]) -> Any:
    for seconds in WAITS:
        try:
            return await send()
        except TimeoutError:
            # Minutes have passed: nobody waits any more.
            raise
        except LOST as error:
            log.info("%s %s was lost, and is sent again: %s", route.method, route.path, error)
        await asyncio.sleep(seconds)
        for file in files:
            file.reset()
    return await send()
