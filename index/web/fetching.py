"""The one place that fetches: web pages, files and feeds over http and https, inside limits, from public
addresses.

The address is checked when the socket for it is made, so a name that resolves to another address the second
time, a redirect and every odd notation of a number meet the same check.
"""

import asyncio
import codecs
import socket
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from index.errors import FetchFailed, FetchRefused, SourceTooLarge
from index.web.addresses import IPNetwork, may_connect

MAX_URL_LENGTH = 2_048
"""Characters of an address; chosen: sitemaps hold addresses of less (https://www.sitemaps.org/protocol.html)."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 * 1024
"""Bytes that are taken at once; chosen: what a socket holds."""
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How far one fetch may go: ``bytes`` on the wire and again after decompression, ``seconds`` from first
    to last."""

    bytes: int = 10 * 1024 * 1024
    seconds: float = 20.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered. ``url`` is where it was found in the end.

    ``not_modified`` is true when the server said that nothing changed since the validators given; ``body`` is
    empty then. ``content_type`` is in lower case and without parameters, empty when the server did not say.
    """

    url: str
    body: bytes
    content_type: str
    charset: str | None
    etag: str | None
    last_modified: str | None
    not_modified: bool = False

    @property
    def text_bytes(self) -> bytes:
        """The body; of plain text and HTML in UTF-8 with a byte order mark where the server named the
        charset.

        The charset of the HTTP header outranks what a page says of itself, and a mark outranks both.
        """
        if not self.charset or self.content_type not in ("text/html", "text/plain", "text/markdown"):
            return self.body
        try:
            return codecs.BOM_UTF8 + self.body.decode(self.charset, errors="replace").encode()
        except (LookupError, UnicodeError):
            return self.body


class Fetcher:
    """Fetches one address after another. Holds no connection between fetches, only when each host was last
    asked."""

    def __init__(
        self,
        user_agent: str = "Parley",
        *,
        limits: FetchLimits | None = None,
        permitted: Sequence[IPNetwork] = (),
        resolver: AbstractResolver | None = None,
        seconds_between: float = 1.0,
    ) -> None:
        """``permitted`` are networks allowed beside the public ones; ``seconds_between`` two requests to one
        host."""
        self._headers = {"User-Agent": user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
        self._limits = limits or FetchLimits()
        self._permitted = tuple(permitted)
        self._resolver = resolver
        self._seconds_between = seconds_between
        self._free_at: dict[str, float] = {}

    async def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Return what is at ``url``; with ``etag`` or ``last_modified`` from an earlier fetch, ask only for
        what is new.

        Raises FetchRefused for an address that is not fetched on principle, SourceTooLarge when the answer is
        over a limit, and FetchFailed when the server cannot be reached or answers with an error.
        """
        target = check_url(url)
        await self._wait_for_turn(target)
        validators = _validators(etag, last_modified)
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._follow(target, validators)
        except TimeoutError as error:
            raise FetchFailed(
                f"{_shown(target)}: no complete answer within {self._limits.seconds:g} seconds. Try again later."
            ) from error

    async def _follow(self, target: URL, validators: dict[str, str]) -> Fetched:
        start = target
        for _ in range(self._limits.redirects + 1):
            answer = await self._request(target, validators)
            if isinstance(answer, Fetched):
                return answer
            target = answer
        raise FetchFailed(
            f"{_shown(start)}: more than {self._limits.redirects} redirects. Give the address of the page itself."
        )

    async def _request(self, target: URL, validators: dict[str, str]) -> Fetched | URL:
        """Return the answer to one request, or the address it redirects to."""
        refused: list[str] = []

        def checked_socket(info: Any) -> socket.socket:
            family, kind, protocol, _, address = info
            if not may_connect(address[0], self._permitted):
                refused.append(address[0])
                raise PermissionError(f"{address[0]} is not a public address")
            return socket.socket(family, kind, protocol)

        connector = aiohttp.TCPConnector(
            limit=1,
            force_close=True,
            use_dns_cache=False,
            resolver=self._resolver,
            socket_factory=checked_socket,
        )
        try:
            async with (
                aiohttp.ClientSession(
                    connector=connector,
                    headers=self._headers,
                    cookie_jar=aiohttp.DummyCookieJar(),
                    auto_decompress=False,
                    trust_env=False,
                    timeout=aiohttp.ClientTimeout(total=None),
                ) as session,
                session.get(target, headers=validators, allow_redirects=False) as response,
            ):
                if response.status in _REDIRECTS and "Location" in response.headers:
                    return _redirect(target, response.headers["Location"])
                return await self._answer(target, response, conditional=bool(validators))
        except aiohttp.InvalidURL as error:
            raise FetchRefused(
                f"{_shown(target)} is not an address that is fetched ({_cause(error)})."
            ) from error
        except (aiohttp.ClientError, OSError, UnicodeError) as error:
            if refused:
                raise FetchRefused(
                    f"{_shown(target)}: it leads to {refused[0]}, which is not a public address. "
                    "Only pages on the public internet are fetched."
                ) from error
            raise FetchFailed(
                f"{_shown(target)}: the server could not be reached ({_cause(error)}). Check the address, or try later."
            ) from error

    async def _answer(self, target: URL, response: aiohttp.ClientResponse, *, conditional: bool) -> Fetched:
        not_modified = response.status == 304 and conditional
        if not not_modified and not 200 <= response.status < 300:
            raise FetchFailed(
                f"{_shown(target)}: the server answered {response.status} {response.reason or ''}".rstrip()
                + ". Check the address, or try later.",
                status=response.status,
                retry_after=_seconds(response.headers.get("Retry-After")),
            )
        return Fetched(
            url=str(target),
            body=b"" if not_modified else await self._body(target, response),
            content_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            charset=response.charset,
            etag=response.headers.get("ETag"),
            last_modified=response.headers.get("Last-Modified"),
            not_modified=not_modified,
        )

    async def _body(self, target: URL, response: aiohttp.ClientResponse) -> bytes:
        encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in ("identity", "", "gzip", "x-gzip"):
            raise FetchFailed(
                f"{_shown(target)}: the server sent the encoding {encoding!r} unasked. Try again later."
            )
        if (response.content_length or 0) > self._limits.bytes:
            raise self._too_large(target)
        unpacker = _Gunzip(self._limits.bytes) if encoding in ("gzip", "x-gzip") else None
        body = bytearray()
        wire = 0
        async for chunk in response.content.iter_chunked(_CHUNK):
            wire += len(chunk)
            try:
                body += unpacker.feed(chunk) if unpacker else chunk
            except zlib.error as error:
                raise FetchFailed(
                    f"{_shown(target)}: the answer is damaged ({error}). Try again later."
                ) from error
            if max(wire, len(body)) > self._limits.bytes:
                raise self._too_large(target)
        if unpacker and not unpacker.complete:
            raise FetchFailed(f"{_shown(target)}: the answer ends too early. Try again later.")
        return bytes(body)

    def _too_large(self, target: URL) -> SourceTooLarge:
        return SourceTooLarge(
            f"{_shown(target)}: larger than {self._limits.bytes:,} bytes, the most that is fetched. "
            "Save the part that matters and add it as a file."
        )

    async def _wait_for_turn(self, target: URL) -> None:
        now = asyncio.get_running_loop().time()
        self._free_at = {host: free_at for host, free_at in self._free_at.items() if free_at > now}
        host = target.host or ""
        turn = max(now, self._free_at.get(host, now))
        self._free_at[host] = turn + self._seconds_between
        await asyncio.sleep(turn - now)


class _Gunzip:
    """Unpacks gzip piece by piece and never more than one byte over ``most``."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._unpacked = 0
        self._member = zlib.decompressobj(wbits=31)
        self.complete = False

    def feed(self, data: bytes) -> bytes:
        """Return what ``data`` adds, at most one byte more than the rest of the allowance."""
        pieces = []
        while data and self._unpacked <= self._most:
            if self.complete:
                self._member = zlib.decompressobj(wbits=31)
            piece = self._member.decompress(data, self._most + 1 - self._unpacked)
            self._unpacked += len(piece)
            pieces.append(piece)
            self.complete = self._member.eof
            data = self._member.unused_data if self.complete else self._member.unconsumed_tail
        return b"".join(pieces)


def check_url(url: str) -> URL:
    """Return ``url`` ready to be fetched; raise FetchRefused for one that is not http or https, or holds
    credentials."""
    text = url.strip()
    if len(text) > MAX_URL_LENGTH:
        raise FetchRefused(
            f"The address is {len(text):,} characters long, and {MAX_URL_LENGTH:,} are allowed."
        )
    try:
        target = URL(text)
        port = target.port
    except ValueError as error:
        raise FetchRefused(
            f"{_quoted(text)} is not an address ({error}). Give one that starts with https://"
        ) from error
    if target.scheme not in ("http", "https"):
        raise FetchRefused(
            f"{_quoted(text)}: only http and https addresses are fetched. Give a file by its path."
        )
    if "@" in text.partition("://")[2].partition("/")[0]:
        raise FetchRefused(f"{_shown(target)}: addresses that hold a user name or password are not fetched.")
    if not target.host or not port:
        raise FetchRefused(
            f"{_quoted(text)} names no server. Give an address such as https://example.org/page"
        )
    return target.with_fragment(None)


def _redirect(target: URL, location: str) -> URL:
    try:
        following = target.join(URL(location.strip()))
    except ValueError as error:
        raise FetchFailed(f"{_shown(target)}: it redirects to what is not an address ({error}).") from error
    return check_url(str(following))


def _validators(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """Return the conditional header: RFC 9110 section 13.1.3 has a recipient ignore the date where there is a
    tag."""
    if etag and etag.isprintable():
        return {"If-None-Match": etag}
    if last_modified and last_modified.isprintable():
        return {"If-Modified-Since": last_modified}
    return {}


def _seconds(retry_after: str | None) -> float | None:
    return float(retry_after) if retry_after and retry_after.strip().isdecimal() else None


def _shown(target: URL) -> str:
    return str(target.with_user(None)) if target.host else str(target)


def _quoted(text: str) -> str:
    return "".join(character for character in text if character.isprintable()).split("@")[-1][:200]


def _cause(error: BaseException) -> str:
    inner = getattr(error, "os_error", None) or error
    line = " ".join(str(getattr(inner, "strerror", None) or inner).split())
    return line[:160] or type(error).__name__
