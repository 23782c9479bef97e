"""What a process of ours and the process that asked it say to each other.

A message is its length in eight bytes, most significant first, and its content. What a process says that reads files is
bytes of a file or JSON, and never pickle, so that nothing a file makes the one process say can run in the other.
"""

import struct
from dataclasses import asdict, replace
from datetime import date
from typing import IO, Any

from index import errors
from index.model import Document
from index.readers.metadata.feed_items import Feed, FeedItem
from index.structure.values import checked_values, to_values

LENGTH = struct.Struct("!Q")
END: dict[str, Any] = {"end": True}
"""What is said after the last document."""


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message: its length in eight bytes, then the message."""
    stream.write(LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes], most: int | None = None) -> bytes | None:
    """Read one message; None when the stream ends first. Raises ValueError for one of more than ``most``
    bytes."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if most is not None and length > most:
        raise ValueError(f"a message of {length:,} bytes")
    message = stream.read(length)
    return message if len(message) == length else None


def encode(item: Document | Feed | errors.ParleyError) -> dict[str, Any]:
    """Return a document, a feed or an error as values that JSON can hold."""
    if isinstance(item, Document):
        structure = to_values(item.structure)
        plain = asdict(replace(item, structure=()))
        return {"document": plain | {"published": _day(item.published), "structure": structure}}
    if isinstance(item, Feed):
        items = [asdict(entry) | {"published": _day(entry.published)} for entry in item.items]
        return {"feed": item.title, "items": items}
    return {"error": type(item).__name__, "message": str(item)}


def decode(reply: dict[str, Any]) -> Document | Feed | errors.ParleyError:
    """Return what ``encode`` was given; raise ValueError or TypeError for what it cannot have been."""
    if "document" in reply:
        fields = dict(reply["document"])
        pages = tuple(int(start) for start in fields.pop("pages"))
        structure = checked_values(fields.pop("structure"), len(fields["text"]))
        aliases = tuple(map(str, fields.pop("aliases")))
        return Document(**_dated(fields), pages=pages, structure=structure, aliases=aliases)
    if "feed" in reply:
        return Feed(str(reply["feed"]), tuple(FeedItem(**_dated(fields)) for fields in reply["items"]))
    kind = getattr(errors, str(reply["error"]), errors.MalformedSource)
    usable = isinstance(kind, type) and issubclass(kind, errors.ParleyError)
    return (kind if usable else errors.MalformedSource)(str(reply["message"]))


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _dated(fields: dict[str, Any]) -> dict[str, Any]:
    published = fields.get("published")
    return fields | {"published": date.fromisoformat(published) if published else None}
