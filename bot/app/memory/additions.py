"""What was read and shown, and waits for the person to say that it shall be added."""

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from index import Feed
from index.model import Document

PATIENCE = 900.0
"""Seconds that a preview can be confirmed; as long as Discord lets it be edited."""

MOST = 32
"""Previews that wait at a time; the oldest goes first."""

MOST_CHARACTERS = 40_000_000
"""Characters of the documents of all previews that wait, or of the newest where it has more; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class ReadDocuments:
    """Documents that may be added, and what the person said of them, which wins over what is read now and later."""

    documents: tuple[Document, ...]
    title: str | None = None
    publisher: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that may be followed."""

    url: str
    feed: Feed
    title: str | None
    publisher: str | None


Addition = ReadDocuments | FoundFeed


@dataclass(frozen=True, slots=True)
class _Waiting:
    addition: Addition
    user_id: int
    collection: str
    since: float


class PendingAdditions:
    """Previews by the short id that their buttons carry. Nothing of them outlives the process."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[str, _Waiting] = OrderedDict()

    def put(self, addition: Addition, *, user_id: int, collection: str) -> str:
        """Keep an addition for one person and one collection; return its id."""
        identity = secrets.token_hex(6)
        self._waiting[identity] = _Waiting(addition, user_id, collection, time.monotonic())
        while len(self._waiting) > MOST or (len(self._waiting) > 1 and self._characters() > MOST_CHARACTERS):
            self._waiting.popitem(last=False)
        return identity

    def take(self, identity: str, *, user_id: int, collection: str) -> Addition | None:
        """Return an addition and forget it; None when it is not that person's, not of that collection, or too
        old."""
        waiting = self._waiting.get(identity)
        if waiting is None or (waiting.user_id, waiting.collection) != (user_id, collection):
            return None
        del self._waiting[identity]
        return waiting.addition if time.monotonic() - waiting.since <= PATIENCE else None

    def _characters(self) -> int:
        held = (waiting.addition for waiting in self._waiting.values())
        return sum(
            len(document.text)
            for addition in held
            if isinstance(addition, ReadDocuments)
            for document in addition.documents
        )
