"""The SQLite file: opened, checked and migrated in one place; one writer, a reader for each thread."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from index.errors import StoreCorrupt, StoreError, StoreUnavailable
from index.schema import APPLICATION_ID, migrations

BUSY_SECONDS = 15.0
"""How long a connection waits for another process's lock."""


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Tell whether SQLite ``version`` has the fix for the WAL-reset fault, which can lose writes of several connections.

    Fixed in 3.51.3, 3.50.7 and 3.44.6 (https://sqlite.org/wal.html#walresetbug).
    """
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


class Store:
    """One database file. ``writing`` gives the one write transaction; ``reading`` a consistent view of this thread's own."""

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        """Open or create the file at ``path`` and bring its tables up to date.

        Raises StoreUnavailable when it cannot be opened or written, StoreCorrupt when it is damaged or somebody else's.
        """
        self.path = Path(path)
        self._lock = threading.RLock()
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._closed = False
        if not self.path.parent.is_dir():
            raise StoreUnavailable(
                f"There is no folder {self.path.parent}; create it, or choose another database file."
            )
        if not create and not self.path.exists():
            raise StoreUnavailable(f"There is no database at {self.path}; make one with `parley index PATH`.")
        with self._translated():
            self._writer = self._connect()
            try:
                self._prepare(self._writer)
            except BaseException:
                self._writer.conn.close()
                raise

    def close(self) -> None:
        """Close every connection. Calling it again does nothing."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            for connection in [*self._readers, self._writer.conn]:
                connection.close()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Hold the write transaction: committed at the end, rolled back when the block raises.

        The generation is raised first, which takes SQLite's write lock before anything is read.
        """
        with self._lock, self._translated():
            self._check_open()
            with self._writer.atomic():
                self._writer.execute("UPDATE state SET value = value + 1 WHERE name = 'generation'")
                yield self._writer

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Hold a read transaction on this thread's own connection: everything read inside is of one moment."""
        with self._translated():
            self._check_open()
            reader = self._reader()
            if reader.conn.in_transaction:
                yield reader
                return
            reader.conn.execute("BEGIN")
            try:
                yield reader
            finally:
                reader.conn.rollback()

    def _reader(self) -> Database:
        reader: Database | None = getattr(self._local, "reader", None)
        if reader is None:
            reader = self._connect()
            with self._lock:
                self._readers.append(reader.conn)
            self._local.reader = reader
        return reader

    def _connect(self) -> Database:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -16000")
        connection.execute("PRAGMA mmap_size = 268435456")
        return Database(connection)

    def _prepare(self, db: Database) -> None:
        application = db.execute("PRAGMA application_id").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != APPLICATION_ID and tables:
            raise StoreCorrupt(
                f"{self.path} is not a Parley database; choose another file with PARLEY_DATABASE."
            )
        if application != APPLICATION_ID:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if migrations.pending(db):
            migrations.apply(db)
        mode = "wal" if wal_is_safe(sqlite3.sqlite_version_info) else "delete"
        if db.execute("PRAGMA journal_mode").fetchone()[0] != mode:
            db.execute(f"PRAGMA journal_mode = {mode}")

    def _check_open(self) -> None:
        if self._closed:
            raise StoreUnavailable(f"The database {self.path} is closed; open it again.")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _store_error(self.path, error) from error


def _store_error(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorname", "") or ""
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreCorrupt(
            f"{path} is damaged or not a database ({error}); restore a backup, or index again into a new file."
        )
    advice = {
        "SQLITE_CANTOPEN": "check that its folder exists and that this user may write there",
        "SQLITE_READONLY": "make the file and its folder writable for this user",
        "SQLITE_FULL": "free some disk space and try again",
        "SQLITE_BUSY": "another process is writing to it; try again in a moment",
        "SQLITE_IOERR": "check the disk",
        "SQLITE_PERM": "make the file and its folder writable for this user",
    }
    for name, step in advice.items():
        if code.startswith(name):
            return StoreUnavailable(f"The database {path} cannot be used ({error}): {step}.")
    return StoreError(f"The database {path} refused a statement ({error}); please report this.")
