"""A connection to a database, as statements are given to it.

As much of sqlite-utils' ``Database`` as is used, under the same names, for what reads: the whole takes as long to load as an
answer to be found. Tables are made with sqlite-utils itself (``migrating``).
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any


class Database:
    """A connection, which it holds as ``conn``."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """Run one statement, in the transaction that is held where there is one, and return its rows."""
        return self.conn.execute(sql, parameters)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Hold a transaction, or a part of the one that is held: kept at the end, taken back when the block raises."""
        if not self.conn.in_transaction:
            self.conn.execute("BEGIN")
            with self.conn:
                yield
            return
        self.conn.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            # An error may have ended the whole transaction, and the part with it.
            if self.conn.in_transaction:
                self.conn.execute("ROLLBACK TO part")
                self.conn.execute("RELEASE part")
            raise
        self.conn.execute("RELEASE part")
