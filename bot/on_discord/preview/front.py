"""The page of the preview: who looks at what, what to try first, and simcord's own page in a frame.

simcord shows one channel at a time, in a page that refuses to be framed and has no menu on a message. This server stands
before it: it opens simcord's page for the view that is chosen, passes every request on, and adds what is missing.
"""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from importlib.resources import files
from typing import Any

import aiohttp
from aiohttp import web
from simcord.backend.errors import BackendError, SetupError
from simcord.preview import Preview

from bot.on_discord.preview.stage import Stage
from index.errors import SettingsError

log = logging.getLogger(__name__)

TICK_SECONDS = 5.0
"""How often the simulated server is told what time it is when nobody does anything."""

UPLOAD_BYTES = 27 * 1024 * 1024
"""The largest request: simcord takes files of 26 MiB in all."""

OWN_FILES = {
    "/": ("index.html", "text/html"),
    "/parley/page.js": ("page.js", "text/javascript"),
    "/parley/page.css": ("page.css", "text/css"),
    "/parley/frame.css": ("frame.css", "text/css"),
    "/parley/icon.svg": ("icon.svg", "image/svg+xml"),
}

OWN_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

NOT_PASSED_BACK = frozenset(
    {
        "connection",
        "content-encoding",
        "content-length",
        "date",
        "server",
        "transfer-encoding",
        "x-frame-options",
    }
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def front(
    stage: Stage, *, port: int = 0, footnote: str = "", tick: float = TICK_SECONDS
) -> AsyncIterator[str]:
    """Serve the page on the loopback interface, and yield its address, which is a key to it.

    ``port`` 0 is any free one; ``footnote`` stands at the foot of the page; the simulated server is told the time
    every ``tick`` seconds, and when somebody does something.

    Raises:
        SettingsError: the port is taken.
    """
    async with aiohttp.ClientSession() as session:
        page = Front(stage, session, footnote)
        runner = web.AppRunner(page.application(), access_log=None)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", port)
            try:
                await site.start()
            except OSError as error:
                raise SettingsError(
                    f"The preview cannot be served: port {port} cannot be used ({error.strerror}). "
                    "Choose another with --port, or --port 0 for any free one."
                ) from error
            page.address = f"127.0.0.1:{runner.addresses[0][1]}"
            await page.show(next(iter(stage.views)))
            ticking = asyncio.create_task(page.keep_time(tick))
            try:
                yield f"http://{page.address}/#{page.key}"
            finally:
                ticking.cancel()
                await asyncio.gather(ticking, return_exceptions=True)
        finally:
            await page.close()
            await runner.cleanup()


class Front:
    """The server of the page. ``key`` is what a browser must know, ``address`` the host and port it is served on."""

    def __init__(self, stage: Stage, session: aiohttp.ClientSession, footnote: str) -> None:
        self.key = secrets.token_urlsafe(32)
        self.address = ""
        self._stage = stage
        self._session = session
        self._footnote = footnote
        self._turn = asyncio.Lock()
        self._preview: Preview | None = None
        self._view = ""
        self._timezone = "UTC"
        self._shown = 0

    def application(self) -> web.Application:
        """Return what answers requests."""
        app = web.Application(client_max_size=UPLOAD_BYTES, middlewares=[self._from_here_only])
        for path in OWN_FILES:
            app.router.add_get(path, self._own_file)
        app.router.add_get("/parley/state", self._state)
        app.router.add_post("/parley/view", self._choose_view)
        app.router.add_post("/parley/menu", self._choose_entry)
        for method in ("GET", "POST", "DELETE"):
            app.router.add_route(method, "/{path:.*}", self._pass_on)
        return app

    async def show(self, name: str, timezone: str | None = None) -> None:
        """Show one of the stage's views, in a zone of the tz database.

        Raises:
            SetupError: simcord knows no such zone.
        """
        view = self._stage.views[name]
        async with self._turn:
            await self._catch_up()
            await self._put_away()
            self._timezone = timezone or self._timezone
            preview = self._stage.env.preview(
                view.channel, viewers=[view.person], layout="channel", timezone=self._timezone
            )
            await preview.__aenter__()
            self._preview, self._view = preview, name
            said = view.channel.history(viewer=view.person)
            if said:
                await preview.show(said[-1])
            self._shown += 1

    async def close(self) -> None:
        """Close what is shown."""
        async with self._turn:
            await self._put_away()

    async def keep_time(self, tick: float) -> None:
        """Tell the simulated server what time it is every ``tick`` seconds, for as long as this runs."""
        while True:
            await asyncio.sleep(tick)
            async with self._turn:
                await self._catch_up()

    async def _put_away(self) -> None:
        preview, self._preview = self._preview, None
        if preview is not None:
            await preview.close()

    async def _catch_up(self) -> None:
        try:
            spoken = await self._stage.catch_up()
            if spoken and self._preview is not None:
                await self._preview.refresh()
        except (TimeoutError, SetupError) as error:
            log.warning("preview: %s", error)

    @web.middleware
    async def _from_here_only(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what a page from elsewhere asks for, in whatever name it comes."""
        hosts = (self.address, self.address.replace("127.0.0.1", "localhost"))
        origin = request.headers.get("Origin")
        if request.host not in hosts or origin not in (None, *(f"http://{host}" for host in hosts)):
            raise web.HTTPForbidden()
        own = request.path.startswith("/parley/") and request.path not in OWN_FILES
        if own and not secrets.compare_digest(request.headers.get("X-Parley-Key", ""), self.key):
            raise web.HTTPForbidden()
        return await handler(request)

    async def _own_file(self, request: web.Request) -> web.Response:
        name, content_type = OWN_FILES[request.path]
        text = files(__package__).joinpath("page", name).read_text(encoding="utf-8")
        return web.Response(text=text, content_type=content_type, headers=OWN_HEADERS)

    async def _state(self, request: web.Request) -> web.Response:
        shown = [
            {
                "name": name,
                "title": view.title,
                "place": view.place,
                "tries": [asdict(each) for each in view.tries],
            }
            for name, view in self._stage.views.items()
        ]
        capability = self._preview.capability if self._preview is not None else ""
        state = {
            "number": self._shown,
            "view": self._view,
            "views": shown,
            "frame": f"/simcord?{self._shown}#{capability}",
            "menu": self._stage.menu,
            "footnote": self._footnote,
        }
        return web.json_response(state, headers=OWN_HEADERS)

    async def _choose_view(self, request: web.Request) -> web.Response:
        asked = await _json_object(request)
        name, timezone = asked.get("view"), asked.get("timezone")
        if not isinstance(name, str) or name not in self._stage.views:
            raise web.HTTPBadRequest(text="There is no such view.")
        try:
            await self.show(name, timezone if isinstance(timezone, str) else None)
        except SetupError:
            await self.show(name, "UTC")
        return await self._state(request)

    async def _choose_entry(self, request: web.Request) -> web.Response:
        asked = await _json_object(request)
        entry, message = asked.get("entry"), str(asked.get("message"))
        if entry not in self._stage.menu or not message.isdecimal():
            raise web.HTTPBadRequest(text="There is no such entry.")
        async with self._turn:
            await self._catch_up()
            with suppress(SetupError, BackendError, TimeoutError):
                if self._preview and await self._stage.choose(
                    self._stage.views[self._view], entry, int(message)
                ):
                    await self._preview.refresh()
                    return web.json_response({"chosen": True}, headers=OWN_HEADERS)
        raise web.HTTPBadRequest(text="It cannot be chosen here.")

    async def _pass_on(self, request: web.Request) -> web.Response:
        if request.path != "/api/action":
            return await self._passed_on(request)
        async with self._turn:
            await self._catch_up()
            return await self._passed_on(request)

    async def _passed_on(self, request: web.Request) -> web.Response:
        if self._preview is None:
            raise web.HTTPGone()
        base = self._preview.url.partition("/#")[0]
        path = "/" if request.path == "/simcord" else request.rel_url.raw_path_qs
        wanted = {
            name: value
            for name, value in request.headers.items()
            if name.lower().startswith("x-simcord-") or name.lower() in ("content-type", "accept")
        }
        try:
            async with self._session.request(
                request.method, base + path, headers=wanted, data=await request.read() or None
            ) as answer:
                body = await answer.read()
                headers = {k: v for k, v in answer.headers.items() if k.lower() not in NOT_PASSED_BACK}
        except aiohttp.ClientError as error:
            raise web.HTTPGone() from error
        policy = headers.get("Content-Security-Policy", "")
        if policy:
            framed = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
            headers["Content-Security-Policy"] = framed
        return web.Response(body=body, status=answer.status, headers=headers)


async def _json_object(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError as error:
        raise web.HTTPBadRequest(text="This is not JSON.") from error
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="This is no JSON object.")
    return body
