"""What a browser does on the page of the preview, over its real HTTP."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

BUTTON = 2


class Visit:
    """The page of the preview, open in one view."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session = session
        self.origin, self.key = address.split("/#")
        self._headers: dict[str, str] = {}
        self.state: dict[str, Any] = {}
        self._sequence = 0

    async def page(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Call the page's own server."""
        return await self._call(path, {"X-Parley-Key": self.key}, body)

    async def look_as(self, view: str) -> None:
        """Choose a view, and open what it frames."""
        shown = await self.page("/parley/view", {"view": view, "timezone": "Europe/Berlin"})
        assert shown["view"] == view
        async with self._session.get(self.origin + shown["frame"].split("#")[0]) as framed:
            assert "SimCord Preview" in await framed.text()
            assert "frame-ancestors 'self'" in framed.headers["Content-Security-Policy"]
            assert "X-Frame-Options" not in framed.headers
        self._headers = {"X-Simcord-Capability": shown["frame"].split("#")[1]}
        self.state = await self._call("/api/pages", self._headers, {})
        self._headers["X-Simcord-Context"] = self.state["context"]["id"]
        self._sequence = 0

    async def read(self) -> dict[str, Any]:
        """Read what the view shows now."""
        self.state = await self._call("/api/state", self._headers)
        return self.state

    async def commands(self) -> dict[str, dict[str, Any]]:
        """The commands on offer, by what is typed."""
        catalog = await self._call("/api/commands", self._headers)
        return {f"/{entry['invocation']}": entry for entry in catalog["entries"]}

    async def say(self, content: str) -> str:
        """Write a message, and return all that stands in the channel then."""
        return await self.do("send_message", content=content)

    async def run(self, command: str, file: tuple[str, bytes] | None = None, **options: Any) -> str:
        """Run a slash command; ``file`` goes with its option of that name."""
        entry = (await self.commands())[command]
        if file is not None:
            options["file"] = {"upload": 0}
        return await self.do(
            "run_command",
            file,
            command_id=entry["commandId"],
            path=entry["path"],
            schema_fingerprint=entry["schemaFingerprint"],
            options=options,
        )

    async def press(self, label: str) -> str:
        """Press the last button with this label."""
        pressed = [
            (message["id"], button["control_key"])
            for message in self.messages()
            for button in _parts(message)
            if button.get("type") == BUTTON and button.get("label") == label
        ]
        target, control = pressed[-1]
        return await self.do("click", target_id=target, control_key=control)

    async def do(self, kind: str, file: tuple[str, bytes] | None = None, **what: Any) -> str:
        """Do something as simcord's page does it, and return all that stands in the channel then."""
        await self.read()
        self._sequence += 1
        body = {
            "protocol_version": 3,
            "kind": kind,
            "sequence": self._sequence,
            "request_id": f"r{self._sequence}",
            "generation": self.state["context"]["generation"],
            "bot_generation": self.state["botGeneration"],
            "published_revision": self.state["publishedRevision"],
            **what,
        }
        receipt = await self._call("/api/action", self._headers, body, file)
        assert receipt["settlement"] == "settled", receipt
        await self.read()
        return self.text()

    def messages(self) -> list[dict[str, Any]]:
        """The messages of the view, oldest first."""
        return [self.state["messages"][identity] for identity in self.state["timeline"]]

    def text(self) -> str:
        """All that stands in the channel, without bold and without backslashes."""
        written = "\n".join(str(part["content"]) for part in _parts(self.messages()) if "content" in part)
        return re.sub(r"\\(?=[^\w\s])|\*\*", "", written)

    async def _call(
        self,
        path: str,
        headers: dict[str, str],
        body: dict[str, Any] | None = None,
        file: tuple[str, bytes] | None = None,
    ) -> dict[str, Any]:
        sent: dict[str, Any] = {} if body is None else {"json": body}
        if file is not None:
            form = aiohttp.FormData()
            form.add_field("payload", json.dumps(body))
            form.add_field("file:file", file[1], filename=file[0])
            sent = {"data": form}
        method = "GET" if body is None else "POST"
        async with self._session.request(method, self.origin + path, headers=headers, **sent) as answer:
            assert answer.status == 200, (path, answer.status, await answer.text())
            read: dict[str, Any] = await answer.json()
        return read


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Visit]:
    """Visit the page of the preview at the address that it announces."""
    async with aiohttp.ClientSession() as session:
        yield Visit(session, address)


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _parts(inner)
