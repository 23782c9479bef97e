"""Tables of a file that are shared by a log, for whoever writes them through a connection of his own."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from index.storage.database import Database
from index.storage.replication.log import Log
from index.storage.replication.owners import Owners
from index.storage.replication.replica import Replica
from index.storage.store import BUSY_SECONDS

T = TypeVar("T")


class SharedTables:
    """Some tables of the file at ``path``, written through one connection, by one thread at a time."""

    def __init__(
        self, log: Log, tables: Owners, path: Path, connection: sqlite3.Connection, schema: int
    ) -> None:
        """Take the log, the tables, the file, the connection that writes it, and how many migrations the tables have had."""
        self._log = log
        self._db = Database(connection)
        self._when_closed: list[Callable[[], None]] = []
        follower = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
        follower.execute("PRAGMA secure_delete = ON")
        self._follower = Database(follower)
        self._replica = Replica(log, tables, self._follower, schema)
        self._replica.watch(self._db)
        self._catch_up()

    def close(self) -> None:
        """Close what follows the log; the connection that writes is its owner's."""
        self._replica.close()
        while self._when_closed:
            self._when_closed.pop()()

    def closing(self, act: Callable[[], None]) -> None:
        """Do this when it is closed."""
        self._when_closed.append(act)

    def run(self, function: Callable[[], T]) -> T:
        """Return what ``function`` returns, run in one transaction, on all that any machine had written by then.

        What it writes is written for all, or nobody; where another machine was quicker, it is run once more. Raises StoreBusy
        when the cluster does not answer.
        """
        self._catch_up()
        with self._transaction() as connection:
            before = self._replica.place(self._db)
            returned = function()
            if not self._replica.touched(self._db):
                return returned
            with self._log.writing() as entry:
                if entry.before == before:
                    self._replica.publish(self._db, entry)
                    connection.commit()
                    self._replica.drop_superseded()
                    return returned
            connection.rollback()
        with self._log.writing() as entry:
            self._catch_up()
            with self._transaction():
                returned = function()
                self._replica.publish(self._db, entry)
        self._replica.drop_superseded()
        return returned

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self._db.conn
        # The lock is taken before anything is read, which would be read again by the next who has it.
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            self._replica.forget(self._db)
            yield connection

    def _catch_up(self) -> None:
        if self._replica.catch_up():
            # Where it is being read, it is written anew another time.
            with suppress(sqlite3.OperationalError):
                self._follower.execute("VACUUM")
