"""What the bot remembers between restarts: the requests behind buttons, feedback, the command tree.

Lives in tables of its own (``bot.app.memory.tables``) in the database file of the index. A request is stored without the person
who asked it; feedback is stored with a person's Discord id, and only when that person presses a button.
"""

import asyncio
import hashlib
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from bot.app.memory.asked import QUESTION, as_json, from_json, kind_of
from bot.app.memory.tables import SHARED, migrations
from index import Cluster, Owners, SharedTables, share
from index.errors import StoreCorrupt, StoreUnavailable
from index.requests import AskRequest, R, Request

T = TypeVar("T")

LOCK_SECONDS = 10.0
"""How long a write waits for the index, which writes to the same file."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one person said about the answer to one question."""

    question: str
    helpful: bool
    given_at: datetime


class Memory:
    """The tables named ``bot_*``. One connection, on a thread of its own."""

    def __init__(
        self, path: Path, *, keep: timedelta = timedelta(days=90), cluster: Cluster | None = None
    ) -> None:
        """Take the file, how long requests are kept, and the cluster of which the file is a copy, where it is one."""
        self._path = path
        self._cluster = cluster
        self._shared: SharedTables | None = None
        self._keep = keep
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="parley-memory")
        self._database: Database | None = None

    async def open(self) -> None:
        """Open the file, create what is missing and drop what is older than ``keep``.

        Raises:
            StoreUnavailable: the file cannot be opened or written.
            StoreCorrupt: the file is damaged or no database.
        """
        if self._database is None:
            self._database = await self._alone(self._connect)
            await self._run(self._drop_expired)

    async def close(self) -> None:
        """Close the connection after the calls already made; may be called twice."""
        if self._database is not None:
            await self._alone(self._disconnect)
        self._thread.shutdown(wait=False)

    async def remember(self, request: Request) -> str:
        """Store a request, without where it was asked, and return its id: 12 hexadecimal digits, the same for equal requests."""
        kind, encoded = as_json(request)
        identity = hashlib.sha256(f"{kind}\n{encoded}".encode()).hexdigest()[:12]

        def store() -> None:
            with self._open_database.atomic():
                self._drop_expired()
                self._open_database.execute(
                    "insert into bot_requests (id, kind, request, asked_at) values (?, ?, ?, ?)"
                    " on conflict (id) do update set asked_at = excluded.asked_at",
                    (identity, kind, encoded, _now()),
                )

        await self._run(store)
        return identity

    async def recall(self, kind: type[R], identity: str) -> R | None:
        """Return the request of this kind with this id; None when it was never asked or is older than what is kept."""

        def read() -> R | None:
            rows = self._open_database.query(
                "select request from bot_requests where id = ? and kind = ?", (identity, kind_of(kind))
            )
            return next((from_json(kind, row["request"]) for row in rows), None)

        return await self._run(read)

    async def record_feedback(self, question_id: str, helpful: bool, user_id: int) -> bool:
        """Store whether the answer helped this person; a second press replaces the first.

        Returns False, and stores nothing, when the question is no longer kept.
        """

        def store() -> bool:
            with self._open_database.atomic():
                cursor = self._open_database.execute(
                    "insert into bot_feedback (question_id, user_id, helpful, given_at)"
                    f" select id, ?, ?, ? from bot_requests where id = ? and kind = '{QUESTION}'"
                    " on conflict (question_id, user_id) do update"
                    " set helpful = excluded.helpful, given_at = excluded.given_at",
                    (user_id, int(helpful), _now(), question_id),
                )
            return cursor.rowcount > 0

        return await self._run(store)

    async def feedback_of(self, user_id: int) -> tuple[Feedback, ...]:
        """Return everything stored about a person, newest first."""

        def read() -> tuple[Feedback, ...]:
            rows = self._open_database.query(
                "select r.request, f.helpful, f.given_at"
                " from bot_feedback f join bot_requests r on r.id = f.question_id"
                " where f.user_id = ? order by f.given_at desc, r.id",
                (user_id,),
            )
            return tuple(
                Feedback(
                    from_json(AskRequest, row["request"]).question,
                    bool(row["helpful"]),
                    datetime.fromisoformat(row["given_at"]),
                )
                for row in rows
            )

        return await self._run(read)

    async def forget(self, user_id: int) -> int:
        """Delete everything stored about a person and return how many entries that were.

        The questions that this person rated go too, unless somebody else has rated them.
        """

        def delete() -> int:
            with self._open_database.atomic():
                rated = [row["question_id"] for row in self._rated_by(user_id)]
                self._open_database.execute("delete from bot_feedback where user_id = ?", (user_id,))
                for question_id in rated:
                    self._open_database.execute(
                        "delete from bot_requests where id = ?"
                        " and not exists (select 1 from bot_feedback where question_id = bot_requests.id)",
                        (question_id,),
                    )
            return len(rated)

        deleted = await self._run(delete)
        if deleted:
            await self._alone(lambda: self._write_anew("bot_requests", "bot_feedback"))
        return deleted

    def _write_anew(self, *tables: str) -> None:
        """Write tables anew, so that no copy is left of a row that was deleted: SQLite leaves some where it moves rows from."""
        database = self._open_database
        # With them, a table that others refer to is emptied row by row, and its pages are not.
        database.execute("PRAGMA foreign_keys = OFF")
        try:
            with database.atomic():
                for table in tables:
                    rows = database.execute(f"select * from {table}").fetchall()
                    database.execute(f"delete from {table}")
                    if rows:
                        marks = ",".join("?" * len(rows[0]))
                        database.conn.executemany(f"insert into {table} values ({marks})", rows)
        finally:
            database.execute("PRAGMA foreign_keys = ON")
        # Where the log is being read, it is emptied when its last reader closes the file.
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    async def drop_expired(self) -> None:
        """Delete what is older than ``keep``; also done at the start and whenever a request is stored."""
        await self._run(self._drop_expired)

    def _rated_by(self, user_id: int) -> list[dict[str, Any]]:
        return list(
            self._open_database.query("select question_id from bot_feedback where user_id = ?", (user_id,))
        )

    async def command_hash(self, application_id: int) -> str | None:
        """Return the hash of the command tree that this application was last sent."""

        def read() -> str | None:
            rows = self._open_database.query(
                "select hash from bot_command_hashes where application_id = ?", (application_id,)
            )
            return next((str(row["hash"]) for row in rows), None)

        return await self._run(read)

    async def store_command_hash(self, application_id: int, value: str) -> None:
        """Store the hash of the command tree that this application has just been sent."""

        def store() -> None:
            with self._open_database.atomic():
                self._open_database.execute(
                    "insert into bot_command_hashes (application_id, hash) values (?, ?)"
                    " on conflict (application_id) do update set hash = excluded.hash",
                    (application_id, value),
                )

        await self._run(store)

    async def call(self, function: Callable[[Database], T], /) -> T:
        """Run ``function(database)`` in one transaction, on the thread of the connection."""

        def work() -> T:
            with self._open_database.atomic():
                return function(self._open_database)

        return await self._run(work)

    @property
    def _open_database(self) -> Database:
        if self._database is None:
            raise StoreUnavailable(
                "The bot's memory is not open. Start the bot before asking it to remember."
            )
        return self._database

    async def _run(self, function: Callable[[], T]) -> T:
        """Run ``function`` on the thread of the connection, where the tables are shared as a change for all."""
        shared = self._shared
        return await self._alone(function if shared is None else lambda: shared.run(function))

    async def _alone(self, function: Callable[[], T]) -> T:
        def guarded() -> T:
            try:
                return self._with_tables(function)
            except sqlite3.OperationalError as error:
                raise StoreUnavailable(self._unavailable(error)) from error
            except sqlite3.DatabaseError as error:
                raise StoreCorrupt(
                    f"{self._path} is damaged or is not a Parley database ({error}). "
                    "Move it away or restore a copy, then start again."
                ) from error

        return await asyncio.get_running_loop().run_in_executor(self._thread, guarded)

    def _with_tables(self, function: Callable[[], T]) -> T:
        try:
            return function()
        except sqlite3.OperationalError as error:
            if self._database is None or "no such table: bot_" not in str(error):
                raise
            # A backup that the index alone had written was put in the place of the database.
            migrations.apply(self._database)
            return function()

    def _unavailable(self, error: sqlite3.OperationalError) -> str:
        return (
            f"The database {self._path} cannot be used ({error}). "
            "Check that its folder exists, that this user may write there and that the disk is not full."
        )

    def _connect(self) -> Database:
        connection = sqlite3.connect(self._path, timeout=LOCK_SECONDS, check_same_thread=False)
        database = Database(connection)
        try:
            database.execute("PRAGMA foreign_keys = ON")
            # What is deleted is overwritten, and not only no longer looked at.
            database.execute("PRAGMA secure_delete = ON")
            self._refuse_later(database)
            migrations.apply(database)
            if self._cluster is not None:
                schema = len(migrations.applied(database))
                self._shared = share(self._cluster, "memory", Owners(SHARED), self._path, connection, schema)
        except BaseException:
            database.close()
            raise
        return database

    def _disconnect(self) -> None:
        if self._shared is not None:
            self._shared.close()
            self._shared = None
        if self._database is not None:
            self._database.close()
            self._database = None

    def _refuse_later(self, database: Database) -> None:
        with closing(sqlite3.connect(":memory:")) as empty:
            known = {migration.name for migration in migrations.pending(Database(empty))}
        if {applied.name for applied in migrations.applied(database)} - known:
            raise StoreUnavailable(
                f"The database {self._path} was written by a later version of Parley; install that version."
            )

    def _drop_expired(self) -> None:
        oldest = (datetime.now(UTC) - self._keep).isoformat(timespec="microseconds")
        with self._open_database.atomic():
            self._open_database.execute(
                "delete from bot_feedback where given_at < ? or question_id in"
                " (select id from bot_requests where asked_at < ?)",
                (oldest, oldest),
            )
            self._open_database.execute("delete from bot_requests where asked_at < ?", (oldest,))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
