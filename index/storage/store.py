"""The SQLite file: opened, checked and migrated in one place; one writer, and a reader for each
thread that reads."""

import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import StoreBusy, StoreCorrupt, StoreError, StoreUnavailable
from index.storage.database import Database
from index.storage.tables.schema import APPLICATION_ID, migrations
from index.storage.write_advice import write_advice

_IN_MEMORY = ":memory:"
_HEADER = 100
"""Bytes that every SQLite file begins with (https://sqlite.org/fileformat2.html#the_database_header)."""

STATE = ("generation", "next_passage", "lineage")
"""The numbers that every database keeps of itself."""

TO_OVERWRITE = 1
"""``PRAGMA user_version`` of a file in which bytes of what was deleted may be left."""

BUSY_SECONDS = 15.0
"""How long a connection waits for another process's lock."""


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Tell whether SQLite ``version`` has the fix for the WAL-reset fault, which can lose writes of several connections.

    Fixed in 3.51.3, 3.50.7 and 3.44.6 (https://sqlite.org/wal.html#walresetbug).
    """
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


class Store:
    """One database file: ``writing`` gives the one write transaction, ``reading`` a view of one moment. Safe between threads.

    ``has_postings`` says whether what finds its passages is in the file too.
    """

    has_postings = True

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        """Open or create the file at ``path`` and bring its tables up to date.

        Raises StoreUnavailable when it cannot be opened or written, StoreCorrupt when it is damaged or somebody else's.
        """
        self.path = Path(path)
        if str(path) == _IN_MEMORY:
            raise StoreUnavailable(
                f"{path} is a database in memory, which every connection would have of its own; name a file."
            )
        self._writing = threading.RLock()
        # Apart from the writer's: a reader that waited for the writer would keep it from committing.
        self._pooling = threading.Lock()
        self._local = threading.local()
        self._idle: list[Database] = []
        self._closed = False
        if not self.path.parent.is_dir():
            raise StoreUnavailable(
                f"There is no folder {self.path.parent}; create it, or choose another database file."
            )
        if not create and not self.path.exists():
            raise StoreUnavailable(f"There is no database at {self.path}; make one with `parley index PATH`.")
        _refuse_stump(self.path, create=create)
        with self._translated():
            self._writer = self._connect()
            try:
                self._prepare(self._writer)
            except BaseException:
                self._writer.conn.close()
                raise

    def close(self) -> None:
        """Close every connection; a read or write in progress ends first. Calling it again does nothing."""
        with self._writing, self._pooling:
            if self._closed:
                return
            self._closed = True
            self._writer.conn.close()
            while self._idle:
                self._idle.pop().conn.close()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Hold the write transaction: committed at the end, rolled back when the block raises.

        The generation is raised first, which takes SQLite's write lock before anything is read.
        """
        assert getattr(self._local, "reader", None) is None, "a write inside a read waits for itself"
        with self._writing, self._translated():
            self._check_open()
            with self._writer.atomic():
                self._writer.execute("UPDATE state SET value = value + 1 WHERE name = 'generation'")
                yield self._writer

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Hold a read transaction on this thread's own connection: everything read inside is of one moment.

        Inside another of the same thread it is of the same moment.
        """
        held: Database | None = getattr(self._local, "reader", None)
        if held is not None:
            yield held
            return
        with self._translated():
            reader = self._take_reader()
            self._local.reader = reader
            try:
                reader.conn.execute("BEGIN")
                yield reader
            finally:
                self._local.reader = None
                self._put_back(reader)

    @contextmanager
    def deleting(self) -> Iterator[Database]:
        """Hold the write transaction like ``writing``; once it is committed, no byte of what was deleted in it is left.

        Raises StoreError when the file could not be written anew afterwards: what was deleted is, and its bytes stay until
        ``overwrite_deleted`` goes well.
        """
        with self.writing() as db:
            db.execute(f"PRAGMA user_version = {TO_OVERWRITE}")
            yield db
        self.overwrite_deleted()

    def overwrite_deleted(self) -> None:
        """Write the file anew where bytes of what was deleted may be left in it or in the log beside it, and else do nothing.

        SQLite overwrites a row that is deleted, and not the copies that it left where it once moved the row from.
        """
        with self._writing, self._translated():
            self._check_open()
            db = self._writer
            if db.execute("PRAGMA user_version").fetchone()[0] != TO_OVERWRITE:
                return
            db.execute("VACUUM")
            db.execute("PRAGMA user_version = 0")
            busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                db.execute(f"PRAGMA user_version = {TO_OVERWRITE}")
                raise StoreBusy(
                    f"The log of the database {self.path} is being read and cannot be emptied; try again in a moment."
                )

    def copy_to(self, path: Path) -> None:
        """Write the database as it is at this moment to ``path``, replacing what is there.

        Writers wait meanwhile. Raises StoreUnavailable when ``path`` cannot be written.
        """
        with self.reading() as db:
            _copy(self.path, db.conn, path)

    def replace_with(self, other: "Store") -> None:
        """Make this database what ``other`` is, in one transaction; other processes see all of it or nothing."""
        with self._writing, self._translated(), other.reading() as db:
            self._check_open()
            db.conn.backup(self._writer.conn)

    def _take_reader(self) -> Database:
        with self._pooling:
            self._check_open()
            if self._idle:
                return self._idle.pop()
        return self._connect()

    def _put_back(self, reader: Database) -> None:
        reader.conn.rollback()
        with self._pooling:
            if not self._closed:
                self._idle.append(reader)
                return
        reader.conn.close()

    def _connect(self) -> Database:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA cache_size = -16000")
        except sqlite3.Error:
            connection.close()
            raise
        return Database(connection)

    def _prepare(self, db: Database) -> None:
        if self._is_foreign(db):
            raise StoreCorrupt(
                f"{self.path} is not a Parley database; choose another file with PARLEY_DATABASE."
            )
        later = migrations.applied(db) - migrations.names
        if later and migrations.pending(db):
            raise _corrupt(self.path, "its list of migrations is not one that Parley wrote")
        if later:
            raise StoreUnavailable(
                f"The database {self.path} was written by a later version of Parley; install that version."
            )
        if migrations.pending(db):
            # The lock is taken before anything is looked at again: another process may be doing the same.
            db.conn.execute("BEGIN IMMEDIATE")
            try:
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                migrations.apply(db)
                db.conn.commit()
            except sqlite3.OperationalError as error:
                db.conn.rollback()
                if getattr(error, "sqlite_errorname", "") != "SQLITE_ERROR":
                    raise
                # A table is there already, or one that was made before is not.
                raise _corrupt(self.path, error) from error
            except BaseException:
                db.conn.rollback()
                raise
        mode = "wal" if wal_is_safe(sqlite3.sqlite_version_info) else "delete"
        if db.execute("PRAGMA journal_mode").fetchone()[0] != mode:
            db.execute(f"PRAGMA journal_mode = {mode}")

    @staticmethod
    def _is_foreign(db: Database) -> bool:
        application = db.execute("PRAGMA application_id").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        return bool(tables) and application != APPLICATION_ID

    def _check_open(self) -> None:
        if self._closed:
            raise StoreUnavailable(f"The database {self.path} is closed; open it again.")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            found = _store_error(self.path, error)
            if type(found) is StoreError and _is_damaged(self.path):
                found = _corrupt(self.path, error)
            raise found from error
        except (TypeError, ValueError, LookupError, ArithmeticError) as error:
            # What is read of a damaged file may be of another kind than what was written.
            if not _is_damaged(self.path):
                raise
            raise _corrupt(self.path, "what it holds cannot be read") from error


def _is_damaged(path: Path) -> bool:
    """Tell whether SQLite finds damage to the file, or a row is missing that every database has."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
            names = {name for (name,) in connection.execute("SELECT name FROM state")}
    except sqlite3.Error as error:
        return is_damage(error) or getattr(error, "sqlite_errorname", "") == "SQLITE_ERROR"
    return found != ("ok",) or not names.issuperset(STATE)


def copy_database(source: Path, target: Path) -> None:
    """Copy the database file ``source``, which is only read, to ``target``.

    Raises StoreCorrupt when ``source`` is damaged or no database, StoreUnavailable when ``target`` cannot be written.
    """
    _refuse_stump(source, create=False)
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            _copy(source, connection, target)
    except sqlite3.Error as error:
        raise _store_error(source, error) from error


def _copy(path: Path, source: sqlite3.Connection, target: Path) -> None:
    try:
        with closing(sqlite3.connect(target, timeout=BUSY_SECONDS)) as copy:
            source.backup(copy)
    except sqlite3.Error as error:
        raise _store_error(path if is_damage(error) else target, error) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether ``error`` says that the file itself is damaged, or no database."""
    code = getattr(error, "sqlite_errorname", "") or ""
    return code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or str(error).startswith("Could not decode")


def _refuse_stump(path: Path, *, create: bool) -> None:
    # SQLite takes a file without a whole header for a new database. Without a byte it is one that was about to be made.
    try:
        about = path.stat()
    except OSError:
        return
    if stat.S_ISREG(about.st_mode) and about.st_size < _HEADER and (about.st_size or not create):
        raise _corrupt(path, f"it has {about.st_size} bytes" if about.st_size else "it is empty")


def _corrupt(path: Path, why: object) -> StoreCorrupt:
    return StoreCorrupt(
        f"{path} is damaged or not a database ({why}); `parley check` names the last good backup and `parley restore` "
        "puts it back. Without one, index again into a new file."
    )


def _store_error(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorname", "") or ""
    if is_damage(error):
        return _corrupt(path, error)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy(
            f"The database {path} is in use: another process is writing to it; try again in a moment."
        )
    advice = {
        "SQLITE_CANTOPEN": write_advice(path),
        "SQLITE_READONLY": write_advice(path),
        "SQLITE_FULL": "free some disk space and try again",
        "SQLITE_IOERR": "check the disk",
        "SQLITE_PERM": write_advice(path),
    }
    for name, step in advice.items():
        if code.startswith(name):
            return StoreUnavailable(f"The database {path} cannot be used ({error}): {step}.")
    return StoreError(f"The database {path} refused a statement ({error}); please report this.")
