"""JSON Lines: a JSON object a line, with ``text`` and any of ``title``, ``publisher``, ``url``, ``published``, ``id``.

``markup`` says whether the text is ``markdown`` or ``plain``; where it is not said, marks of Markdown in the text do.
"""

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from index.errors import MalformedSource, ParleyError
from index.model import Document
from index.readers import markdown
from index.readers.chats import whatsapp
from index.readers.encoding import clean, decode
from index.readers.metadata.fields import build_document
from index.readers.metadata.origin import Origin
from index.readers.parts import block_marks
from index.readers.text import first_words

MOST_BYTES = 2**30
"""A compressed file that unpacks to more is refused."""

_GZIP = 31
"""What zlib calls a gzip header and trailer, with its largest window."""

_CHUNK = 2**20
"""Bytes that are unpacked at a time, and of which the encoding of a file is told."""

_ZEROS = re.compile(rb"\0*")


def read(data: bytes | Iterable[bytes], origin: Origin) -> Iterator[Document | ParleyError]:
    """Yield a document for each line; for a line that cannot be used, the error that says why, so that the others are kept.

    ``data`` may come in chunks: of a file in UTF-8 no more is held at a time than a chunk and a line.
    """
    for number, line in enumerate(_lines(iter([data] if isinstance(data, bytes) else data), origin.name), 1):
        if line is None or line.strip():
            try:
                yield _document(line, number, origin)
            except ParleyError as error:
                yield error


def read_compressed(data: bytes | Iterable[bytes], origin: Origin) -> Iterator[Document | ParleyError]:
    """Like ``read``, for a file packed with gzip; nothing of it is yielded unless it is whole."""
    packed = data if isinstance(data, bytes) else b"".join(data)
    size = 0
    for chunk in _unpacked(packed, origin.name):
        size += len(chunk)
        if size > MOST_BYTES:
            raise MalformedSource(f"{origin.name} unpacks to more than {MOST_BYTES // 2**20} MiB; split it.")
    return read(_unpacked(packed, origin.name), origin)


def unpacked(data: bytes, name: str) -> bytes:
    """Return what ``data``, packed with gzip, holds. Raises MalformedSource when it is broken or holds too much."""
    plain = bytearray()
    for chunk in _unpacked(data, name):
        plain += chunk
        if len(plain) > MOST_BYTES:
            raise MalformedSource(f"{name} unpacks to more than {MOST_BYTES // 2**20} MiB; split it.")
    return bytes(plain)


def _unpacked(data: bytes, name: str) -> Iterator[bytes]:
    place = 0
    while place < len(data) or not place:
        unpacker = zlib.decompressobj(wbits=_GZIP)
        packed = b""
        while not unpacker.eof:
            if not packed:
                packed = data[place : place + _CHUNK]
                place += len(packed)
            given = len(packed)
            try:
                chunk = unpacker.decompress(packed, _CHUNK)
            except zlib.error as error:
                raise MalformedSource(f"{name} is not a whole gzip file ({error}); pack it again.") from error
            packed = unpacker.unconsumed_tail
            if not given and not chunk and not unpacker.eof:
                raise MalformedSource(f"{name} is not a whole gzip file (it ends early); pack it again.")
            yield chunk
        # Several files may be packed one after the other, with zeros to fill up behind them.
        place = _ZEROS.match(data, place - len(unpacker.unused_data)).end()  # type: ignore[union-attr]


def _lines(chunks: Iterator[bytes], name: str) -> Iterator[str | None]:
    """Yield the lines of a file that comes in chunks, however they end; None for one that is not in its file's encoding."""
    head = b""
    for chunk in chunks:
        head += chunk
        if len(head) >= _CHUNK and b"\n" in head:
            break
    else:
        yield from decode(head, name)[0].split("\n")
        return
    start, _, rest = head.rpartition(b"\n")
    if not _is_utf8(start):
        # An encoding that has to be detected is that of the whole file.
        yield from decode(head + b"".join(chunks), name)[0].split("\n")
        return
    yield from decode(start, name)[0].split("\n")
    for line in _split(chain([rest], chunks)):
        try:
            yield from clean(line.decode("utf-8")).split("\n")
        except UnicodeDecodeError:
            yield None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what stands between line feeds, a carriage return before one left out."""
    parts: list[bytes] = []
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        parts.append(first)
        for other in others:
            yield b"".join(parts).removesuffix(b"\r")
            parts = [other]
    yield b"".join(parts)


def _document(line: str | None, number: int, origin: Origin) -> Document:
    name = f"{origin.name}, line {number}"
    if line is None:
        raise MalformedSource(f"{name} is not UTF-8, as the lines before it are; save the file as UTF-8.")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MalformedSource(f"{name} is not JSON; write one object a line.") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise MalformedSource(f"{name} has no `text`; write an object with a text on each line.")
    record_id = record.get("id")
    key = f"{origin.key}#{record_id}" if isinstance(record_id, (str, int)) else f"{origin.key}#line-{number}"
    text, origin = record["text"], replace(origin, name=name, key=key)
    markup = record.get("markup")
    if markup is None and whatsapp.is_chat(text):
        words, parts = whatsapp.composed(text)
        if parts:
            return replace(build_document(words, record, origin, first_words(text)), structure=parts)
    if markup == "markdown" or (markup is None and block_marks.is_seen(text)):
        return markdown.read_text(text, record, origin)
    return build_document(text, record, origin, first_words(text))
