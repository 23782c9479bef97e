"""The documents of a store as they are listed, counted and looked up."""

from collections.abc import Sequence
from datetime import datetime

from index.model import SHARED, Document, Stats
from index.requests import Filters
from index.storage import documents, history, statistics
from index.storage.documents import Titled, Usage
from index.storage.history import FormerVersion
from index.storage.store import Store


class Shelf:
    """The documents of a store. Safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def documents(
        self, collections: Sequence[str] = (SHARED,), *, limit: int | None = None, offset: int = 0
    ) -> tuple[Document, ...]:
        """Return the documents of ``collections``, newest first, those without a date last."""
        with self._store.reading() as db:
            return documents.list_documents(db, Filters(collections=tuple(collections)), limit, offset)

    def document(self, document_id: str, collections: Sequence[str] | None = None) -> Document | None:
        """Return the document with that id; None when there is none, or not in one of ``collections``."""
        with self._store.reading() as db:
            found = documents.find_document(db, document_id, collections)
            return found[1] if found else None

    def titles(self, collections: Sequence[str] = (SHARED,)) -> tuple[Titled, ...]:
        """Return what the documents of ``collections`` are called, newest first, those without a date last."""
        with self._store.reading() as db:
            return documents.list_titles(db, Filters(collections=tuple(collections)))

    def publishers(self, collections: Sequence[str] = (SHARED,)) -> tuple[str, ...]:
        """Return the publishers of the documents, those with most documents first."""
        with self._store.reading() as db:
            return documents.list_publishers(db, collections)

    def former_versions(self, document_id: str) -> tuple[FormerVersion, ...]:
        """Return what a document was before it was replaced, newest first."""
        with self._store.reading() as db:
            return history.former_versions(db, document_id)

    def stats(self, collections: Sequence[str] = (SHARED,)) -> Stats:
        """Return how much the index holds in ``collections``."""
        with self._store.reading() as db:
            return statistics.read_stats(db, Filters(collections=tuple(collections)))

    def count(self, filters: Filters) -> int:
        """Return how many documents pass ``filters``."""
        with self._store.reading() as db:
            return statistics.count_documents(db, filters)

    def usage(self, collection: str, since: datetime) -> Usage:
        """Return how much ``collection`` holds, and how much of it was written at ``since``, in UTC, or later."""
        with self._store.reading() as db:
            return documents.usage(db, collection, since)

    def totals(self) -> tuple[int, int]:
        """Return how many documents and how many passages there are, in all collections together."""
        with self._store.reading() as db:
            return statistics.totals(db)

    def collections(self) -> tuple[str, ...]:
        """Return the names of the collections that have a document or a feed."""
        with self._store.reading() as db:
            return documents.list_collections(db)

    def added_after(self, mark: int | None) -> tuple[int, tuple[str, ...]]:
        """Return the mark of this moment, and the ids of the documents added since that of an earlier one; None is none."""
        with self._store.reading() as db:
            return documents.added_after(db, mark)
