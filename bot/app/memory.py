"""What the bot remembers between restarts: the questions and timelines behind buttons, feedback, the command tree.

Lives in tables of its own in the database file of the index, with migrations of its own. A question is stored
without the person who asked it; feedback is stored with a person's Discord id, and only when that person
presses a button.
"""

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database, Migrations

from index.errors import StoreCorrupt, StoreUnavailable

T = TypeVar("T")

LOCK_SECONDS = 10.0
"""How long a write waits for the index, which writes to the same file."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question was narrowed to: publication dates, inclusive, and a publisher."""

    since: date | None = None
    until: date | None = None
    publisher: str | None = None

    def as_json(self) -> str:
        """Return the filters as JSON; equal filters give equal text."""
        values = {
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "publisher": self.publisher,
        }
        return json.dumps(values, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Filters":
        """Read what ``as_json`` wrote."""
        values = json.loads(text)
        return cls(
            since=date.fromisoformat(values["since"]) if values["since"] else None,
            until=date.fromisoformat(values["until"]) if values["until"] else None,
            publisher=values["publisher"],
        )


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """What a timeline was asked for: a topic, the days of events (inclusive), a name in them, and a publisher."""

    topic: str | None = None
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    publisher: str | None = None

    def as_json(self) -> str:
        """Return the request as JSON; equal requests give equal text."""
        values = {
            "topic": self.topic,
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "actor": self.actor,
            "publisher": self.publisher,
        }
        return json.dumps(values, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "TimelineRequest":
        """Read what ``as_json`` wrote."""
        values = json.loads(text)
        days = {
            name: date.fromisoformat(values[name]) if values[name] else None for name in ("since", "until")
        }
        return cls(values["topic"], days["since"], days["until"], values["actor"], values["publisher"])


@dataclass(frozen=True, slots=True)
class QuotesRequest:
    """What quotations were asked for: by whom (one, or two to be compared), about what, said when, from which publisher.

    ``stance`` is true for statements in the order of time.
    """

    speakers: tuple[str, ...] = ()
    about: str | None = None
    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    stance: bool = False

    def as_json(self) -> str:
        """Return the request as JSON; equal requests give equal text."""
        values = {
            "speakers": list(self.speakers),
            "about": self.about,
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "publisher": self.publisher,
            "stance": self.stance,
        }
        return json.dumps(values, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "QuotesRequest":
        """Read what ``as_json`` wrote."""
        values = json.loads(text)
        days = {
            name: date.fromisoformat(values[name]) if values[name] else None for name in ("since", "until")
        }
        return cls(
            tuple(values["speakers"]),
            values["about"],
            days["since"],
            days["until"],
            values["publisher"],
            values["stance"],
        )


@dataclass(frozen=True, slots=True)
class RememberedQuestion:
    """A question as it was asked, under the short id that a button carries."""

    id: str
    text: str
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one person said about the answer to one question."""

    question: RememberedQuestion
    helpful: bool
    given_at: datetime


migrations = Migrations("bot")


@migrations()
def create_questions(database: Database) -> None:
    """Questions, keyed by a hash of their text and filters."""
    database.table("bot_questions").create(
        {"id": str, "text": str, "filters": str, "asked_at": str},
        pk="id",
        not_null={"text", "filters", "asked_at"},
    )
    database.table("bot_questions").create_index(["asked_at"])


@migrations()
def create_feedback(database: Database) -> None:
    """One row for each person and question; the last press counts."""
    database.table("bot_feedback").create(
        {"question_id": str, "user_id": int, "helpful": int, "given_at": str},
        pk=("question_id", "user_id"),
        not_null={"helpful", "given_at"},
        foreign_keys=[("question_id", "bot_questions", "id")],
    )
    database.table("bot_feedback").create_index(["user_id"])


@migrations()
def create_command_hashes(database: Database) -> None:
    """What the command tree of each Discord application was when last sent."""
    database.table("bot_command_hashes").create(
        {"application_id": int, "hash": str}, pk="application_id", not_null={"hash"}
    )


@migrations()
def create_timelines(database: Database) -> None:
    """Timelines that were asked for, keyed by a hash of the request."""
    database.table("bot_timelines").create(
        {"id": str, "request": str, "asked_at": str}, pk="id", not_null={"request", "asked_at"}
    )
    database.table("bot_timelines").create_index(["asked_at"])


@migrations()
def create_alerts(database: Database) -> None:
    """Topics that channels are told of, the stories told already, and what waits for the end of quiet hours."""
    database.table("bot_alerts").create(
        {
            "id": int,
            "guild_id": int,
            "channel_id": int,
            "topic": str,
            "quiet_from": int,
            "quiet_to": int,
            "created_at": str,
        },
        pk="id",
        not_null={"guild_id", "channel_id", "topic", "created_at"},
    )
    database.table("bot_alerts").create_index(["guild_id"])
    for name in ("bot_alerts_told", "bot_alerts_waiting"):
        database.table(name).create(
            {"alert_id": int, "document_id": str},
            pk=("alert_id", "document_id"),
            not_null={"alert_id", "document_id"},
        )


@migrations()
def create_quotes(database: Database) -> None:
    """Quotations that were asked for, keyed by a hash of the request."""
    database.table("bot_quotes").create(
        {"id": str, "request": str, "asked_at": str}, pk="id", not_null={"request", "asked_at"}
    )
    database.table("bot_quotes").create_index(["asked_at"])


@migrations()
def create_servers_left(database: Database) -> None:
    """Servers that the bot has left, until what was theirs is deleted."""
    database.table("bot_servers_left").create(
        {"guild_id": int, "left_at": str}, pk="guild_id", not_null={"left_at"}
    )


class Memory:
    """The tables named ``bot_*``. One connection, on a thread of its own."""

    def __init__(self, path: Path, *, keep: timedelta = timedelta(days=90)) -> None:
        self._path = path
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
            self._database = await self._run(self._connect)
            await self._run(self._drop_expired)

    async def close(self) -> None:
        """Close the connection after the calls already made; may be called twice."""
        if self._database is not None:
            await self._run(self._database.close)
            self._database = None
        self._thread.shutdown(wait=False)

    async def remember_question(self, text: str, filters: Filters | None = None) -> str:
        """Store a question and return its id: 12 hexadecimal digits, the same for equal text and filters."""
        # Half of a surrogate pair, which JSON may hold, has no place in UTF-8.
        text = text.encode("utf-8", "replace").decode("utf-8")
        filters = filters or Filters()
        encoded = filters.as_json()
        identity = hashlib.sha256(f"{text}\n{encoded}".encode()).hexdigest()[:12]

        def store() -> None:
            with self._open_database.atomic():
                self._drop_expired()
                self._open_database.execute(
                    "insert into bot_questions (id, text, filters, asked_at) values (?, ?, ?, ?)"
                    " on conflict (id) do update set asked_at = excluded.asked_at",
                    (identity, text, encoded, _now()),
                )

        await self._run(store)
        return identity

    async def question(self, identity: str) -> RememberedQuestion | None:
        """Return the question with this id; None when it was never asked or is older than what is kept."""

        def read() -> RememberedQuestion | None:
            rows = self._open_database.query(
                "select id, text, filters from bot_questions where id = ?", (identity,)
            )
            return next((_question(row) for row in rows), None)

        return await self._run(read)

    async def record_feedback(self, question_id: str, helpful: bool, user_id: int) -> bool:
        """Store whether the answer helped this person; a second press replaces the first.

        Returns False, and stores nothing, when the question is no longer kept.
        """

        def store() -> bool:
            with self._open_database.atomic():
                cursor = self._open_database.execute(
                    "insert into bot_feedback (question_id, user_id, helpful, given_at)"
                    " select id, ?, ?, ? from bot_questions where id = ?"
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
                "select q.id, q.text, q.filters, f.helpful, f.given_at"
                " from bot_feedback f join bot_questions q on q.id = f.question_id"
                " where f.user_id = ? order by f.given_at desc, q.id",
                (user_id,),
            )
            return tuple(
                Feedback(_question(row), bool(row["helpful"]), datetime.fromisoformat(row["given_at"]))
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
                        "delete from bot_questions where id = ?"
                        " and not exists (select 1 from bot_feedback where question_id = bot_questions.id)",
                        (question_id,),
                    )
            if rated:
                self._write_anew("bot_questions", "bot_feedback")
            return len(rated)

        return await self._run(delete)

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
        """Delete what is older than ``keep``; also done at the start and whenever a question is stored."""
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

    async def remember_timeline(self, request: TimelineRequest) -> str:
        """Store a request and return its id: 12 hexadecimal digits, the same for equal requests."""
        encoded = request.as_json()
        identity = hashlib.sha256(encoded.encode()).hexdigest()[:12]

        def store() -> None:
            with self._open_database.atomic():
                self._open_database.execute(
                    "insert into bot_timelines (id, request, asked_at) values (?, ?, ?)"
                    " on conflict (id) do update set asked_at = excluded.asked_at",
                    (identity, encoded, _now()),
                )

        await self._run(store)
        return identity

    async def timeline(self, timeline_id: str) -> TimelineRequest | None:
        """Return the request with this id; None when it is not remembered or no longer."""

        def read() -> TimelineRequest | None:
            rows = self._open_database.query("select request from bot_timelines where id = ?", (timeline_id,))
            return next((TimelineRequest.from_json(row["request"]) for row in rows), None)

        return await self._run(read)

    async def call(self, function: Callable[[Database], T], /) -> T:
        """Run ``function(database)`` in one transaction, on the thread of the connection."""

        def work() -> T:
            with self._open_database.atomic():
                return function(self._open_database)

        return await self._run(work)

    async def remember_quotes(self, request: QuotesRequest) -> str:
        """Store a request and return its id: 12 hexadecimal digits, the same for equal requests."""
        encoded = request.as_json()
        identity = hashlib.sha256(encoded.encode()).hexdigest()[:12]

        def store() -> None:
            with self._open_database.atomic():
                self._open_database.execute(
                    "insert into bot_quotes (id, request, asked_at) values (?, ?, ?)"
                    " on conflict (id) do update set asked_at = excluded.asked_at",
                    (identity, encoded, _now()),
                )

        await self._run(store)
        return identity

    async def quotes(self, quotes_id: str) -> QuotesRequest | None:
        """Return the request with this id; None when it is not remembered or no longer."""

        def read() -> QuotesRequest | None:
            rows = self._open_database.query("select request from bot_quotes where id = ?", (quotes_id,))
            return next((QuotesRequest.from_json(row["request"]) for row in rows), None)

        return await self._run(read)

    @property
    def _open_database(self) -> Database:
        if self._database is None:
            raise StoreUnavailable(
                "The bot's memory is not open. Start the bot before asking it to remember."
            )
        return self._database

    async def _run(self, function: Callable[[], T]) -> T:
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
        except BaseException:
            database.close()
            raise
        return database

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
                " (select id from bot_questions where asked_at < ?)",
                (oldest, oldest),
            )
            self._open_database.execute("delete from bot_questions where asked_at < ?", (oldest,))
            self._open_database.execute("delete from bot_timelines where asked_at < ?", (oldest,))
            self._open_database.execute("delete from bot_quotes where asked_at < ?", (oldest,))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _question(row: dict[str, Any]) -> RememberedQuestion:
    return RememberedQuestion(row["id"], row["text"], Filters.from_json(row["filters"]))
