"""Topics that a channel is told of, as they are remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from bot.app.memory.remembering import Memory

MOST_ALERTS = 25
"""Alerts that one server may have."""


@dataclass(frozen=True, slots=True)
class Alert:
    """A topic and the channel that is told; quiet from one full hour to another, in UTC, when both are set."""

    id: int
    guild_id: int
    channel_id: int
    topic: str
    quiet_from: int | None = None
    quiet_to: int | None = None

    def is_quiet(self, moment: datetime) -> bool:
        """Return whether ``moment`` is in the quiet hours, which may go over midnight."""
        if self.quiet_from is None or self.quiet_to is None:
            return False
        hour = moment.astimezone(UTC).hour
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= hour < self.quiet_to
        return hour >= self.quiet_from or hour < self.quiet_to


async def add_alert(
    memory: Memory, guild_id: int, channel_id: int, topic: str, quiet_from: int | None, quiet_to: int | None
) -> Alert | None:
    """Remember an alert; None when the server has as many as it may. The same topic and channel again is
    replaced."""

    def add(database: Database) -> Alert | None:
        same = "guild_id = ? and channel_id = ? and topic = ? collate nocase"
        database.execute(f"delete from bot_alerts where {same}", [guild_id, channel_id, topic])
        count = database.execute("select count(*) from bot_alerts where guild_id = ?", [guild_id]).fetchone()[
            0
        ]
        if count >= MOST_ALERTS:
            return None
        values = [guild_id, channel_id, topic, quiet_from, quiet_to]
        cursor = database.execute(
            "insert into bot_alerts (guild_id, channel_id, topic, quiet_from, quiet_to, created_at)"
            " values (?, ?, ?, ?, ?, ?)",
            [*values, datetime.now(UTC).isoformat(timespec="seconds")],
        )
        assert cursor.lastrowid is not None
        return Alert(cursor.lastrowid, guild_id, channel_id, topic, quiet_from, quiet_to)

    return await memory.call(add)


async def alerts_of(memory: Memory, guild_id: int | None = None) -> tuple[Alert, ...]:
    """Return the alerts of a server, or of all where None, in the order they were added."""

    def read(database: Database) -> tuple[Alert, ...]:
        rows = database.execute(
            "select id, guild_id, channel_id, topic, quiet_from, quiet_to from bot_alerts"
            " where ? is null or guild_id = ? order by id",
            [guild_id, guild_id],
        ).fetchall()
        return tuple(Alert(*row) for row in rows)

    return await memory.call(read)


async def remove_alerts(memory: Memory, ids: Iterable[int]) -> None:
    """Forget alerts, and what they told and have waiting."""
    chosen = [(identity,) for identity in ids]

    def remove(database: Database) -> None:
        for table, column in (
            ("bot_alerts", "id"),
            ("bot_alerts_told", "alert_id"),
            ("bot_alerts_waiting", "alert_id"),
        ):
            database.conn.executemany(f"delete from {table} where {column} = ?", chosen)

    await memory.call(remove)


async def waiting_of(memory: Memory, alert: Alert) -> tuple[str, ...]:
    """Return the ids of the documents that wait for an alert, in the order they came."""

    def read(database: Database) -> tuple[str, ...]:
        rows: list[Any] = database.execute(
            "select document_id from bot_alerts_waiting where alert_id = ? order by rowid", [alert.id]
        ).fetchall()
        return tuple(identity for (identity,) in rows)

    return await memory.call(read)


async def is_told(memory: Memory, alert: Alert, document_ids: Iterable[str]) -> bool:
    """Return whether an alert has told of one of these documents."""
    chosen = list(document_ids)

    def read(database: Database) -> bool:
        marks = ",".join("?" * len(chosen))
        return (
            database.execute(
                f"select 1 from bot_alerts_told where alert_id = ? and document_id in ({marks}) limit 1",
                [alert.id, *chosen],
            ).fetchone()
            is not None
        )

    return await memory.call(read)


async def settle(memory: Memory, alert: Alert, document_id: str, *, told: bool) -> None:
    """Let a document wait no longer; ``told`` says that the channel was told of it."""

    def change(database: Database) -> None:
        values = [alert.id, document_id]
        database.execute("delete from bot_alerts_waiting where alert_id = ? and document_id = ?", values)
        if told:
            database.execute(
                "insert or ignore into bot_alerts_told (alert_id, document_id) values (?, ?)", values
            )

    await memory.call(change)


async def looked_up_to(memory: Memory) -> int | None:
    """Return the mark of the last document that alerts were looked for in; None before the first look."""

    def read(database: Database) -> int | None:
        row = database.execute("select mark from bot_alerts_mark").fetchone()
        return row[0] if row else None

    return await memory.call(read)


async def put_waiting(memory: Memory, document_ids: Sequence[str], mark: int | None = None) -> None:
    """Let documents wait to be told of by every alert; those told already, or waiting already, are left out.

    With ``mark`` it is remembered that they were looked for up to there: both or neither.
    """

    def put(database: Database) -> None:
        database.conn.executemany(
            "insert or ignore into bot_alerts_waiting (alert_id, document_id)"
            " select id, ?1 from bot_alerts where not exists"
            " (select 1 from bot_alerts_told where alert_id = id and document_id = ?1)",
            [(identity,) for identity in document_ids],
        )
        if mark is not None:
            database.execute("insert or replace into bot_alerts_mark (id, mark) values (0, ?)", [mark])

    await memory.call(put)
