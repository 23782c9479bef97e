"""Fetching, from servers on the loopback interface."""

import asyncio
import gzip
import socket
import zlib
from collections.abc import AsyncIterator, Callable
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.web_request import Request
from aiohttp.web_response import Response, StreamResponse

from index.errors import FetchFailed, FetchRefused, SourceTooLarge
from index.web.fetching import Fetched, Fetcher, FetchLimits, check_url

SERVER = "127.0.0.9"
"""The only address that these tests permit; everything else on the loopback interface is out of bounds."""

INSIDE = [ip_network(f"{SERVER}/32")]
HAS_IPV6 = Path("/proc/net/if_inet6").exists()
LIMITS = FetchLimits(bytes=100_000, seconds=120)


def fetcher(**options: Any) -> Fetcher:
    options = {"limits": LIMITS, "permitted": INSIDE, "seconds_between": 0, **options}
    return Fetcher("Parley/test (+mailto:host@example.org)", **options)


class Target:
    """A server on 127.0.0.1 and ::1 that nothing may reach: it counts who connects."""

    def __init__(self) -> None:
        self.connections = 0
        self.port = 0

    def connected(self, reader: Any, writer: Any) -> None:
        self.connections += 1
        writer.close()


class Names(AbstractResolver):
    """A resolver that gives the addresses of each name in turn, one for each time it is asked."""

    def __init__(self, **names: Any) -> None:
        self._names = {name.replace("_", "."): iter(addresses) for name, addresses in names.items()}

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_UNSPEC) -> list[ResolveResult]:
        address = next(self._names[host])
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [{"hostname": host, "host": address, "port": port, "family": family, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        """Nothing is held open."""


@pytest.fixture
async def target() -> AsyncIterator[Target]:
    target = Target()
    first = await asyncio.start_server(target.connected, "127.0.0.1", 0)
    target.port = first.sockets[0].getsockname()[1]
    servers = [first]
    if HAS_IPV6:
        servers.append(await asyncio.start_server(target.connected, "::1", target.port))
    yield target
    for server in servers:
        server.close()
        await server.wait_closed()


@pytest.fixture
async def serve() -> AsyncIterator[Callable[..., Any]]:
    runners = []

    async def start(handler: Callable[..., Any]) -> str:
        application = web.Application()
        application.router.add_route("GET", "/{path:.*}", handler)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        runners.append(runner)
        site = web.TCPSite(runner, SERVER, 0)
        await site.start()
        return f"http://{SERVER}:{runner.addresses[0][1]}"

    yield start
    for runner in runners:
        await runner.cleanup()


NOT_REACHED = "which is not a public address|is not an address"
NOTATIONS = [
    "127.0.0.1", "localhost", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1", "017700000001",
    "0177.0.0.1", "0177.1", "127.0.0.1.", "①②⑦.⓪.⓪.①", "127。0。0。1", "0.0.0.0", "0", "127.0.0.2", "127.255.255.254",
    "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::1]", "[fe80::1]", "[fd00:ec2::254]", "169.254.169.254",
    "[::ffff:169.254.169.254]", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "198.18.0.1", "224.0.0.1",
    "255.255.255.255", "LOCALHOST",
]  # fmt: skip


@pytest.mark.parametrize("host", NOTATIONS)
async def test_no_notation_of_an_inner_address_is_connected_to(target: Any, host: str) -> None:
    with pytest.raises(FetchRefused, match=NOT_REACHED):
        await fetcher().fetch(f"http://{host}:{target.port}/")
    assert target.connections == 0


@pytest.mark.parametrize("host", NOTATIONS)
async def test_no_redirect_to_an_inner_address_is_followed(
    target: Any, serve: Callable[..., Any], host: str
) -> None:
    async def redirect(request: Request) -> None:
        raise web.HTTPFound(f"http://{host}:{target.port}/")

    with pytest.raises(FetchRefused, match=NOT_REACHED):
        await fetcher().fetch(await serve(redirect))
    assert target.connections == 0


async def test_a_name_that_resolves_to_an_inner_address_is_refused(target: Any) -> None:
    with pytest.raises(FetchRefused, match=r"it leads to 127\.0\.0\.1, which is not a public address"):
        await fetcher(resolver=Names(inner_example=["127.0.0.1"])).fetch(
            f"http://inner.example:{target.port}/"
        )
    assert target.connections == 0


async def test_a_name_that_resolves_elsewhere_the_second_time_is_refused(
    target: Any, serve: Callable[..., Any]
) -> None:
    async def redirect(request: Request) -> None:
        raise web.HTTPFound(f"http://rebind.example:{target.port}/")

    port = (await serve(redirect)).rpartition(":")[2]
    rebinding = Names(rebind_example=[SERVER, "127.0.0.1"])
    with pytest.raises(FetchRefused, match="not a public address"):
        await fetcher(resolver=rebinding).fetch(f"http://rebind.example:{port}/")
    assert target.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a", "file:///etc/passwd", "gopher://127.0.0.1/", "data:text/html,x", "javascript:alert(1)",
        "//example.org/a", "example.org/a", "", "http://", "http:///a", "http://[::1", "http://example.org:99999/",
        "https://user:secret@example.org/", "https://user@example.org/", "https://@example.org/",
        "https://example.org/" + "a" * 3_000,
    ],
)  # fmt: skip
async def test_only_plain_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(FetchRefused) as refusal:
        await fetcher().fetch(url)
    assert "secret" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


async def test_a_redirect_to_credentials_or_another_scheme_is_refused(serve: Callable[..., Any]) -> None:
    async def redirect(request: Request) -> None:
        raise web.HTTPFound(
            {"/a": "https://user:secret@example.org/", "/b": "file:///etc/passwd"}[request.path]
        )

    base = await serve(redirect)
    for path in ("/a", "/b"):
        with pytest.raises(FetchRefused):
            await fetcher().fetch(base + path)


async def test_a_page_is_fetched_with_the_contact_of_the_host(serve: Callable[..., Any]) -> None:
    async def answer(request: Request) -> Response:
        agent = request.headers["User-Agent"]
        return web.Response(
            text=agent, headers={"ETag": '"1"', "Last-Modified": "Fri, 14 Mar 2025 00:00:00 GMT"}
        )

    url = await serve(answer) + "/page"
    found = await fetcher().fetch(url)
    assert found.body == b"Parley/test (+mailto:host@example.org)"
    assert (found.url, found.content_type, found.charset) == (url, "text/plain", "utf-8")
    assert (found.etag, found.last_modified) == ('"1"', "Fri, 14 Mar 2025 00:00:00 GMT")


async def test_what_has_not_changed_is_not_sent_again(serve: Callable[..., Any]) -> None:
    seen = []

    async def answer(request: Request) -> Response:
        seen.append({name for name in ("If-None-Match", "If-Modified-Since") if name in request.headers})
        return web.Response(status=304)

    url = await serve(answer)
    tagged = await fetcher().fetch(url, etag='"1"', last_modified="Fri, 14 Mar 2025 00:00:00 GMT")
    dated = await fetcher().fetch(url, last_modified="Fri, 14 Mar 2025 00:00:00 GMT")
    assert tagged.not_modified
    assert dated.not_modified
    assert seen == [{"If-None-Match"}, {"If-Modified-Since"}]


async def test_redirects_are_followed_five_times_and_no_more(serve: Callable[..., Any]) -> None:
    async def count_down(request: Request) -> Response:
        left = int(request.path.strip("/"))
        if left:
            raise web.HTTPMovedPermanently(f"/{left - 1}")
        return web.Response(text="there")

    base = await serve(count_down)
    assert (await fetcher().fetch(f"{base}/5")).url == f"{base}/0"
    with pytest.raises(FetchFailed, match="more than 5 redirects"):
        await fetcher().fetch(f"{base}/6")


async def test_cookies_are_not_kept(serve: Callable[..., Any]) -> None:
    async def answer(request: Request) -> Response:
        response = web.Response(text=str(len(request.cookies)))
        response.set_cookie("a", "b")
        return response

    url = await serve(answer)
    getter = fetcher()
    await getter.fetch(url)
    assert (await getter.fetch(url)).body == b"0"


async def test_an_error_of_the_server_is_told_with_its_status(serve: Callable[..., Any]) -> None:
    async def answer(request: Request) -> Response:
        return web.Response(status=503, headers={"Retry-After": "120"})

    with pytest.raises(FetchFailed, match="answered 503 Service Unavailable") as failure:
        await fetcher().fetch(await serve(answer))
    assert (failure.value.status, failure.value.retry_after) == (503, 120.0)


async def test_a_server_that_is_not_there_is_told() -> None:
    with socket.create_server((SERVER, 0)) as held:
        port = held.getsockname()[1]
    with pytest.raises(FetchFailed, match="could not be reached"):
        await fetcher().fetch(f"http://{SERVER}:{port}/")


async def test_more_than_the_limit_is_refused_whether_declared_or_not(serve: Callable[..., Any]) -> None:
    async def answer(request: Request) -> StreamResponse:
        response = web.StreamResponse()
        if request.path == "/declared":
            response.content_length = 200_000
        await response.prepare(request)
        for _ in range(20):
            await response.write(bytes(10_000))
        return response

    base = await serve(answer)
    for path in ("/declared", "/streamed"):
        with pytest.raises(SourceTooLarge, match="larger than 100,000 bytes"):
            await fetcher().fetch(base + path)


async def test_a_gzip_bomb_stops_at_the_limit(serve: Callable[..., Any]) -> None:
    bomb = gzip.compress(bytes(50_000_000), mtime=0)

    async def answer(request: Request) -> Response:
        return web.Response(body=bomb, headers={"Content-Encoding": "gzip"})

    assert len(bomb) < LIMITS.bytes
    with pytest.raises(SourceTooLarge, match="larger than 100,000 bytes"):
        await fetcher().fetch(await serve(answer))


async def test_compressed_answers_are_unpacked(serve: Callable[..., Any]) -> None:
    async def answer(request: Request) -> Response:
        assert request.headers["Accept-Encoding"] == "gzip"
        return web.Response(
            body=gzip.compress(b"one ", mtime=0) + gzip.compress(b"two"), headers={"Content-Encoding": "gzip"}
        )

    assert (await fetcher().fetch(await serve(answer))).body == b"one two"


@pytest.mark.parametrize(
    ("encoding", "body", "reason"),
    [
        ("gzip", gzip.compress(b"some words", mtime=0)[:-6], "ends too early"),
        ("gzip", b"not gzip", "damaged"),
        ("br", b"x", "unasked"),
        ("deflate", zlib.compress(b"x"), "unasked"),
        ("gzip, gzip", b"x", "unasked"),
    ],
)
async def test_an_answer_that_cannot_be_unpacked_is_told(
    serve: Callable[..., Any], encoding: str, body: bytes, reason: str
) -> None:
    async def answer(request: Request) -> Response:
        return web.Response(body=body, headers={"Content-Encoding": encoding})

    with pytest.raises(FetchFailed, match=reason):
        await fetcher().fetch(await serve(answer))


async def test_a_server_that_does_not_end_is_left(serve: Callable[..., Any]) -> None:
    async def answer(request: Request) -> Any:
        response = web.StreamResponse()
        await response.prepare(request)
        await asyncio.Event().wait()
        return response

    with pytest.raises(FetchFailed, match=r"no complete answer within 0\.2 seconds"):
        await fetcher(limits=FetchLimits(seconds=0.2)).fetch(await serve(answer))


async def test_a_broken_answer_is_told() -> None:
    async def broken(reader: Any, writer: Any) -> None:
        writer.write(b"nonsense\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(broken, SERVER, 0)
    async with server:
        with pytest.raises(FetchFailed, match="could not be reached"):
            await fetcher().fetch(f"http://{SERVER}:{server.sockets[0].getsockname()[1]}/")


def test_the_charset_of_the_header_outranks_the_one_in_the_page() -> None:
    body = "<meta charset='utf-8'>переговоры".encode("cp1251")
    found = Fetched("https://example.org/", body, "text/html", "windows-1251", None, None)
    assert found.text_bytes.decode("utf-8-sig") == "<meta charset='utf-8'>переговоры"


@pytest.mark.parametrize("charset", [None, "x-unheard-of"])
def test_without_a_known_charset_the_bytes_are_left_as_they_are(charset: str | None) -> None:
    assert Fetched("https://example.org/", b"\xff", "text/html", charset, None, None).text_bytes == b"\xff"


def test_the_fragment_is_not_sent() -> None:
    assert str(check_url(" https://example.org/a#b ")) == "https://example.org/a"
