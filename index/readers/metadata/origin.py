"""Where bytes came from, and what the host has already said about them."""

from dataclasses import dataclass
from datetime import date

from index.model import SHARED


@dataclass(frozen=True, slots=True)
class Origin:
    """What a reader is told beside the bytes.

    ``name`` is for messages to people, ``key`` the identity inside the collection (a resolved path, or a canonical URL).
    The other fields are the host's word: where one is set it wins over what the reader detects.
    """

    name: str
    key: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    collection: str = SHARED
    aliases: tuple[str, ...] = ()
