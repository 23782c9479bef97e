"""What keeps a database whole, quick and up to date, and free of what was removed."""

from collections.abc import Iterable
from pathlib import Path

from index.adding import finders
from index.adding.removal import remove_documents
from index.errors import StoreUnavailable
from index.keeping import integrity, moving
from index.keeping.backup import back_up, restore
from index.model import Document
from index.search.engine import Engine
from index.storage import statistics
from index.storage.store import Store


class Upkeep:
    """Checks, copies and tidies a store. Safe to use from several threads."""

    def __init__(self, store: Store, engine: Engine, find: finders.Find) -> None:
        self._store = store
        self._find = find
        self._engine = engine

    def remove(self, document_id: str) -> bool:
        """Remove the document with that id; return whether it was there. Raises like ``remove_documents``."""
        return bool(self.remove_documents([document_id]))

    def remove_documents(self, document_ids: Iterable[str]) -> tuple[str, ...]:
        """Remove the documents with those ids and their former versions; return the ids of those that were there.

        No word of them is left in the file. Raises StoreUnavailable or StoreBusy when that could not be ensured; they are
        removed then, and their words go at the next removal or ``optimise``.
        """
        return remove_documents(self._store, self._engine, document_ids)

    def optimise(self) -> None:
        """Merge the inverted index into few segments: smaller and quicker to search; answers stay the same.

        Each merge is a transaction of its own, so that others can read and write between them.
        """
        self._engine.optimise()
        self._store.overwrite_deleted()

    def count_older(self) -> int:
        """Return how many documents, in all collections, earlier finders of dates, names and quotations read."""
        with self._store.reading() as db:
            return finders.count_older(db)

    def find_anew(
        self, *, progress: finders.Progress | None = None, refused: finders.Refused | None = None
    ) -> tuple[Document, ...]:
        """Find events and quotations anew in the documents that earlier finders read; return these documents.

        They are found in the stored text and written a few documents at a time: what is stopped goes on where it was.
        ``progress`` is called with each document once it is stored; ``refused`` with each that goes beyond the limits, of which
        what was found before stays.
        """
        with self._store.reading() as db:
            rows = finders.rows_of_older(db)
        return tuple(finders.find_anew(self._store, self._find, rows, progress, refused))

    def check(self, progress: integrity.Progress | None = None) -> list[str]:
        """Read the whole database; return what is wrong with it, each in one line, and an empty list when it is whole."""
        found = integrity.problems(self._store.reading, progress, postings=self._store.has_postings)
        if not found and not self._store.has_postings:
            with self._store.reading() as db, self._engine.moment() as moment:
                known = statistics.totals(db)[1]
            if moment.passages != known:
                found.append(f"The cluster has {moment.passages} passages, and the documents {known}.")
        return found

    def backup(
        self, path: Path | str, progress: integrity.Progress | None = None, *, force: bool = False
    ) -> None:
        """Write a verified copy of the database to ``path``, while it is in use.

        An empty file or a Parley database that is there is replaced once the copy is whole, any other file with ``force``
        alone. Raises StoreUnavailable when ``path`` cannot be written or is not replaced, StoreCorrupt when the database is
        damaged.
        """
        if not self._store.has_postings:
            raise StoreUnavailable(
                "The index is in a cluster, which makes snapshots of its own; `parley move --to FILE` writes it to a file."
            )
        back_up(self._store, Path(path), progress, force=force)

    def move_to(self, other: "Upkeep", progress: moving.Progress | None = None) -> dict[str, int]:
        """Write everything into the index ``other``, which is empty; return how many rows each table has. Raises like ``move``.

        This one must be whole, and nothing may be written to it meanwhile. ``progress`` is told of documents.
        """
        return moving.move(self._store, other._store, other._engine, progress)

    @staticmethod
    def restore(
        backup: Path | str, path: Path | str, progress: integrity.Progress | None = None
    ) -> Path | None:
        """Make the database at ``path`` what ``backup`` is, once that has been verified; it may be in use.

        A damaged file at ``path`` is kept beside it, and returned. Raises StoreUnavailable or StoreCorrupt, with what to do.
        """
        return restore(Path(backup), Path(path), progress)
