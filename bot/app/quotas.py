"""How much one Discord server may add, and what is said when it is too much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.app.settings import Settings
from index import Index, Usage
from index.errors import SourceError
from index.model import SHARED, Document

MEGABYTE = 1_000_000
"""In bytes, as disks are sold by."""
DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Quota:
    """What one server may have: documents, bytes of text in UTF-8, and documents added in 24 hours."""

    documents: int
    bytes: int
    additions: int

    @classmethod
    def of(cls, settings: Settings) -> "Quota":
        """Take the quota from the settings."""
        return cls(settings.server_documents, settings.server_megabytes * MEGABYTE, settings.server_additions)

    def admit(self, index: Index, documents: Sequence[Document]) -> None:
        """Raise SourceError, which says the limit and what is left, when ``documents`` are too much for their
        server.

        The host's collection has no limit. All of ``documents`` must be of one collection.
        """
        if not documents or documents[0].collection == SHARED:
            return
        used = used_now(index, documents[0].collection)
        known = {document.id: index.document(document.id) for document in documents}
        new = sum(1 for found in known.values() if found is None)
        grown = sum(
            size(document) - (size(before) if (before := known[document.id]) else 0) for document in documents
        )
        if used.documents + new > self.documents:
            raise SourceError(
                f"This server may have {_count(self.documents)} and has {used.documents:,}: "
                f"{_left(self.documents - used.documents)} may be added, not {new:,}. /source remove makes room."
            )
        if used.added + len(documents) > self.additions:
            raise SourceError(
                f"This server may add {_count(self.additions)} in 24 hours and has added {used.added:,}: "
                f"{_left(self.additions - used.added)} may be added now, not {len(documents):,}. Try again tomorrow."
            )
        if used.bytes + grown > self.bytes:
            raise SourceError(
                f"This server may have {self.bytes / MEGABYTE:g} MB of text and has {used.bytes / MEGABYTE:.1f} MB: "
                f"there is no room for {grown / MEGABYTE:.1f} MB more. /source remove makes room."
            )


def used_now(index: Index, collection: str) -> Usage:
    """Return what a collection holds, and what was added to it in the last 24 hours."""
    return index.usage(collection, datetime.now(UTC) - DAY)


def size(document: Document) -> int:
    """Return how many bytes the text of a document takes in UTF-8."""
    return len(document.text.encode())


def _count(documents: int) -> str:
    return f"{documents:,} document{'s' if documents != 1 else ''}"


def _left(number: int) -> str:
    return f"{number:,} more" if number > 0 else "none"
