"""What keeps a database whole, quick and up to date."""

from pathlib import Path

from index.adding import finders
from index.keeping import integrity
from index.keeping.backup import back_up, restore
from index.language.tokens import Analyzer
from index.model import Document
from index.search.engine import Engine
from index.storage.store import Store


class Upkeep:
    """Checks, copies and tidies a store. Safe to use from several threads."""

    def __init__(self, store: Store, analyzer: Analyzer, engine: Engine) -> None:
        self._store = store
        self._analyzer = analyzer
        self._engine = engine

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

    def find_anew(self, *, progress: finders.Progress | None = None) -> tuple[Document, ...]:
        """Find events and quotations anew in the documents that earlier finders read; return these documents.

        They are found in the stored text and written a few documents at a time: what is stopped goes on where it was.
        ``progress`` is called with each document once it is stored.
        """
        with self._store.reading() as db:
            rows = finders.rows_of_older(db)
        return tuple(finders.find_anew(self._store, self._analyzer, rows, progress))

    def check(self, progress: integrity.Progress | None = None) -> list[str]:
        """Read the whole database; return what is wrong with it, each in one line, and an empty list when it is whole."""
        return integrity.problems(self._store.reading, progress)

    def backup(
        self, path: Path | str, progress: integrity.Progress | None = None, *, force: bool = False
    ) -> None:
        """Write a verified copy of the database to ``path``, while it is in use.

        An empty file or a Parley database that is there is replaced once the copy is whole, any other file with ``force``
        alone. Raises StoreUnavailable when ``path`` cannot be written or is not replaced, StoreCorrupt when the database is
        damaged.
        """
        back_up(self._store, Path(path), progress, force=force)

    @staticmethod
    def restore(
        backup: Path | str, path: Path | str, progress: integrity.Progress | None = None
    ) -> Path | None:
        """Make the database at ``path`` what ``backup`` is, once that has been verified; it may be in use.

        A damaged file at ``path`` is kept beside it, and returned. Raises StoreUnavailable or StoreCorrupt, with what to do.
        """
        return restore(Path(backup), Path(path), progress)
