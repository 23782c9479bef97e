"""JSON Lines: a JSON object a line, with ``text`` and any of ``title``, ``publisher``, ``url``, ``published``, ``id``."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import replace

from index.errors import MalformedSource, ParleyError
from index.model import Document
from index.readers.encoding import decode
from index.readers.fields import build_document
from index.readers.origin import Origin
from index.readers.text import first_words

MOST_BYTES = 2**30
"""A compressed file that unpacks to more is refused."""

_PIECE = 4096
"""Bytes of a packed file that are unpacked at a time."""

_GZIP = 31
"""What zlib calls a gzip header and trailer, with its largest window."""


def read(data: bytes, origin: Origin) -> Iterator[Document | ParleyError]:
    """Yield a document for each line; for a line that cannot be used, the error that says why, so that the others are kept."""
    for number, line in enumerate(decode(data, origin.name)[0].split("\n"), 1):
        if line.strip():
            try:
                yield _document(line, number, origin)
            except ParleyError as error:
                yield error


def read_compressed(data: bytes, origin: Origin) -> Iterator[Document | ParleyError]:
    """Like ``read``, for a file packed with gzip."""
    return read(unpacked(data, origin.name), origin)


def unpacked(data: bytes, name: str) -> bytes:
    """Return what ``data``, packed with gzip, holds. Raises MalformedSource when it is broken or holds too much."""
    plain, place, whole = bytearray(), 0, False
    unpacker = zlib.decompressobj(wbits=_GZIP)
    # Piece by piece, because what is left over when one of many packed files ends is copied.
    while place < len(data):
        if whole and data[place] == 0:
            # Several files may be packed one after the other, with zeros to fill up behind them.
            place += 1
            continue
        piece = data[place : place + _PIECE]
        try:
            plain += unpacker.decompress(piece, MOST_BYTES + 1 - len(plain))
        except zlib.error as error:
            raise MalformedSource(f"{name} is not a whole gzip file ({error}); pack it again.") from error
        if len(plain) > MOST_BYTES:
            raise MalformedSource(f"{name} unpacks to more than {MOST_BYTES // 2**20} MiB; split it.")
        place += len(piece) - len(unpacker.unused_data)
        whole = unpacker.eof
        if whole:
            unpacker = zlib.decompressobj(wbits=_GZIP)
    if not whole:
        raise MalformedSource(f"{name} is not a whole gzip file (it ends early); pack it again.")
    return bytes(plain)


def _document(line: str, number: int, origin: Origin) -> Document:
    name = f"{origin.name}, line {number}"
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MalformedSource(f"{name} is not JSON; write one object a line.") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise MalformedSource(f"{name} has no `text`; write an object with a text on each line.")
    record_id = record.get("id")
    key = f"{origin.key}#{record_id}" if isinstance(record_id, (str, int)) else f"{origin.key}#line-{number}"
    return build_document(
        record["text"], record, replace(origin, name=name, key=key), first_words(record["text"])
    )
