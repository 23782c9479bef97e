"""Servers that the bot has left, as they are remembered until what was theirs is deleted."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from bot.app.memory.remembering import Memory

KEPT = timedelta(days=30)
"""How long a server's documents and feeds are kept when the bot has left it, so that it may be invited back."""


async def note_left(memory: Memory, guild_ids: Iterable[int], moment: datetime) -> None:
    """Remember that servers were left at ``moment``; of one that is known to be left, the earlier time stays."""
    chosen = [(guild_id, moment.astimezone(UTC).isoformat(timespec="seconds")) for guild_id in guild_ids]

    def note(database: Database) -> None:
        database.conn.executemany(
            "insert or ignore into bot_servers_left (guild_id, left_at) values (?, ?)", chosen
        )

    await memory.call(note)


async def note_present(memory: Memory, guild_ids: Iterable[int]) -> None:
    """Forget that servers were left: the bot is there, or nothing of theirs is kept any more."""
    chosen = [(guild_id,) for guild_id in guild_ids]

    def forget(database: Database) -> None:
        database.conn.executemany("delete from bot_servers_left where guild_id = ?", chosen)

    await memory.call(forget)


async def left_before(memory: Memory, moment: datetime) -> tuple[int, ...]:
    """Return the servers that were left at ``moment`` or earlier."""
    stamp = moment.astimezone(UTC).isoformat(timespec="seconds")

    def read(database: Database) -> tuple[int, ...]:
        rows = database.execute("select guild_id from bot_servers_left where left_at <= ?", [stamp])
        return tuple(guild_id for (guild_id,) in rows.fetchall())

    return await memory.call(read)
