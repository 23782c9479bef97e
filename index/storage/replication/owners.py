"""Whose a row is: rows that change together travel together, whole, and the later ones take the place of the earlier.

Triggers keep note of the owners that a transaction touches, on the connection that writes; so nothing that writes has to tell.
"""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.storage.database import Database

Rows = Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]]
"""Rows by their tables: the names of the columns, and the values of each row."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A table whose rows belong to owners of one kind: ``key`` is what a row says of its owner, ``{row}`` standing for the row;
    ``condition`` finds the rows of the one that ``?`` stands for, and ``order`` is one in which they must stay."""

    table: str
    kind: str
    key: str
    condition: str
    order: str = ""

    @classmethod
    def by(cls, column: str, table: str, kind: str | None = None, order: str = "") -> "Owned":
        """Return a table whose column ``column`` names the owner."""
        return cls(table, kind or table, f"{{row}}.{column}", f"{column} = ?", order)


def _of_document(table: str) -> Owned:
    return Owned.by("document", table, "documents")


INDEX: tuple[Owned, ...] = (
    # First, because its rows are found by those of the events.
    Owned(
        "event_actors",
        "documents",
        "(SELECT document FROM events WHERE id = {row}.event)",
        "event IN (SELECT id FROM events WHERE document = ?)",
    ),
    *map(
        _of_document,
        ("parts", "sentences", "passages", "events", "quotations", "story_bands", "abbreviations"),
    ),
    Owned.by("row", "documents"),
    Owned.by("document", "reprints"),
    Owned.by("id", "former_versions"),
    Owned.by("document_id", "descriptions"),
    Owned.by("document_id", "gone_pages"),
    Owned.by("id", "feeds"),
    Owned.by("feed", "feed_items"),
)
"""The tables of an index that its copies share."""

NOT_SHARED = frozenset({"segments", "postings", "tombstones", "state"})
"""Tables of an index that each file has of its own: an engine that keeps passages elsewhere leaves them empty."""


class Owners:
    """The owners of the rows of some tables, on one connection."""

    def __init__(self, tables: Sequence[Owned]) -> None:
        self._tables = tuple(tables)

    def watch(self, db: Database) -> None:
        """Keep note from now on of the owners that are touched by what this connection writes."""
        db.execute("CREATE TEMP TABLE touched (owner TEXT PRIMARY KEY) WITHOUT ROWID")
        for owned in self._tables:
            for event, rows in (("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])):
                # Not OR IGNORE: what the statement says of conflicts that the trigger is of holds in the trigger too.
                notes = "".join(
                    f"INSERT INTO touched SELECT note FROM (SELECT '{owned.kind}:' || {owned.key.format(row=row)} AS note) "
                    "WHERE note IS NOT NULL AND note NOT IN (SELECT owner FROM touched);"
                    for row in rows
                )
                db.execute(
                    f"CREATE TEMP TRIGGER touched_{owned.table}_{event} AFTER {event} ON main.{owned.table} BEGIN {notes} END"
                )

    def forget(self, db: Database) -> None:
        """Forget what was noted, in the caller's transaction."""
        db.execute("DELETE FROM temp.touched")

    def touched(self, db: Database) -> list[str]:
        """Return the owners that were touched since, in the caller's transaction."""
        return [owner for (owner,) in db.execute("SELECT owner FROM temp.touched ORDER BY owner")]

    def every(self, db: Database) -> Iterator[str]:
        """Yield every owner that has rows."""
        for kind in dict.fromkeys(owned.kind for owned in self._tables):
            parts = " UNION ".join(
                f"SELECT {owned.key.format(row=owned.table)} FROM {owned.table}"
                for owned in self._tables
                if owned.kind == kind
            )
            for (key,) in db.execute(parts).fetchall():
                yield f"{kind}:{key}"

    def rows(self, db: Database, owner: str) -> Rows:
        """Return the rows of an owner as they stand; tables without any are left out."""
        found: dict[str, tuple[Sequence[str], Sequence[Sequence[Any]]]] = {}
        for owned, key in self._of(owner):
            order = f" ORDER BY {owned.order}" if owned.order else ""
            cursor = db.execute(f"SELECT * FROM main.{owned.table} WHERE {owned.condition}{order}", [key])
            rows = cursor.fetchall()
            if rows:
                found[owned.table] = [name for name, *_ in cursor.description], rows
        return found

    def remove(self, db: Database, owner: str) -> None:
        """Remove the rows of an owner and no others, in the caller's transaction: on a connection without foreign keys."""
        for owned, key in self._of(owner):
            db.execute(f"DELETE FROM main.{owned.table} WHERE {owned.condition}", [key])

    def insert(self, db: Database, rows: Rows) -> None:
        """Insert rows, in the caller's transaction."""
        known = {owned.table for owned in self._tables}
        for table, (columns, values) in rows.items():
            if table not in known:
                raise ValueError(f"rows of the table {table}, which is not shared")
            marks = ", ".join("?" * len(columns))
            names = ", ".join(f'"{name}"' for name in columns)
            db.conn.executemany(f"INSERT INTO main.{table} ({names}) VALUES ({marks})", values)

    def remove_all(self, db: Database) -> None:
        """Remove the rows of every owner, in the caller's transaction: on a connection without foreign keys."""
        for owned in self._tables:
            db.execute(f"DELETE FROM main.{owned.table}")

    def counters(self, db: Database) -> dict[str, int]:
        """Return the last numbers that the tables have given, which they never give again."""
        if db.execute("SELECT 1 FROM main.sqlite_master WHERE name = 'sqlite_sequence'").fetchone() is None:
            return {}
        names = {owned.table for owned in self._tables}
        found = db.execute("SELECT name, seq FROM main.sqlite_sequence")
        return {name: number for name, number in found if name in names}

    def raise_counters(self, db: Database, counters: Mapping[str, int]) -> None:
        """Let the tables give no number up to these any more, in the caller's transaction."""
        mine = self.counters(db)
        for name, number in counters.items():
            if name not in mine:
                db.execute("INSERT INTO main.sqlite_sequence (name, seq) VALUES (?, ?)", [name, number])
            elif mine[name] < number:
                db.execute("UPDATE main.sqlite_sequence SET seq = ? WHERE name = ?", [number, name])

    def _of(self, owner: str) -> Iterator[tuple[Owned, str]]:
        kind, _, key = owner.partition(":")
        return ((owned, key) for owned in self._tables if owned.kind == kind)


def packed(rows: Rows) -> bytes:
    """Return rows as few bytes."""
    return zlib.compress(json.dumps(rows, default=_marked, separators=(",", ":")).encode())


def unpacked(content: bytes) -> Rows:
    """Return the rows that ``packed`` was given."""
    held = json.loads(zlib.decompress(content))
    return {
        table: (columns, [[_unmarked(value) for value in row] for row in rows])
        for table, (columns, rows) in held.items()
    }


def _marked(value: Any) -> dict[str, str]:
    if not isinstance(value, bytes):
        raise TypeError(f"a value that no table holds: {type(value)}")
    return {"bytes": b64encode(value).decode()}


def _unmarked(value: Any) -> Any:
    return b64decode(value["bytes"]) if isinstance(value, dict) else value
