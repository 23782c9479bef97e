"""What the bot remembers is moved, from a file into a cluster or back."""

from typing import Any

from sqlite_utils import Database

from bot.app.memory.remembering import Memory
from bot.app.memory.tables import SHARED
from index.errors import StoreCorrupt

Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


async def move_memory(source: Memory, target: Memory) -> int:
    """Write what ``source`` remembers into ``target``, which remembers nothing; return how many rows that are.

    Opens and closes both. Raises StoreCorrupt where there are not as many rows afterwards.
    """
    try:
        await source.open()
        await target.open()
        rows = await source.call(_read)
        await target.call(lambda database: _write(database, rows))
        moved = await target.call(_read)
    finally:
        await target.close()
        await source.close()
    counts = {table: len(found) for table, (_, found) in rows.items()}
    if counts != {table: len(found) for table, (_, found) in moved.items()}:
        raise StoreCorrupt(
            "Not all of what the bot remembers was moved; remove what was written, and move again."
        )
    return sum(counts.values())


def _read(database: Database) -> Rows:
    rows: Rows = {}
    for owned in SHARED:
        cursor = database.execute(f"select * from {owned.table}")
        rows[owned.table] = [name for name, *_ in cursor.description], cursor.fetchall()
    return rows


def _write(database: Database, rows: Rows) -> None:
    for table, (columns, found) in rows.items():
        marks = ", ".join("?" * len(columns))
        database.conn.executemany(
            f"insert or replace into {table} ({', '.join(columns)}) values ({marks})", found
        )
