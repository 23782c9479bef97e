"""A replica: tables of a file that follow a log, entry by entry, and whose own changes are entries of it.

How far it has come stands in the file, in the transaction that brought it there. It may be deleted: it is made again.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from index.errors import StoreUnavailable
from index.storage.database import Database
from index.storage.replication.log import Entry, Log, OpenEntry, Parcels, Place
from index.storage.replication.owners import Owners, packed, unpacked
from index.storage.store import TO_OVERWRITE

Progress = Callable[[int, int], None]
"""Told how many entries were taken over, and how many there are to be."""

_AT_ONCE = 100
"""Entries that are taken over in one transaction; chosen: an entry is at most a million characters of documents."""

_TABLES = """
CREATE TABLE IF NOT EXISTS replica (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS replica_parcels (owner TEXT PRIMARY KEY, ticket INTEGER NOT NULL, parts INTEGER NOT NULL,
    bytes INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS replica_lacking (owner TEXT PRIMARY KEY) WITHOUT ROWID;
"""
"""How far the replica has come; where the rows of each owner are in the log; whose rows a later entry has taken the place of."""


class Replica:
    """Some tables of one file. ``follower`` is a connection to it without foreign keys, for this alone."""

    def __init__(self, log: Log, tables: Owners, follower: Database, schema: int) -> None:
        """Take the log, the tables, the connection, and how many migrations the tables have had."""
        self.log = log
        self._tables = tables
        self._follower = follower
        self._schema = schema
        self._following = threading.Lock()
        self._superseded: dict[str, Parcels] = {}
        follower.conn.executescript(_TABLES)

    def close(self) -> None:
        """Close the connection."""
        with self._following:
            self._follower.conn.close()

    def catch_up(self, progress: Progress | None = None) -> bool:
        """Take over what the log has and the file has not; tell whether rows went that may have left bytes in the file.

        Raises StoreUnavailable where the log has lost an entry or the rows of an owner, or a later version of Parley wrote it.
        """
        with self._following:
            removed, first = False, None
            while True:
                end = self.log.place()
                place, lacking = self._here()
                first = place.entry if first is None else first
                if place == end and not lacking:
                    if first != place.entry:
                        # Pages of the file that nobody reads through this connection.
                        self._follower.execute("PRAGMA shrink_memory")
                    return removed
                if place.lineage != end.lineage or place.entry > end.entry or not self._is_on(place, end):
                    self._begin_anew(end.lineage)
                    first, removed = 0, removed or bool(place.lineage)
                    continue
                if place.entry == end.entry:
                    raise StoreUnavailable(
                        f"The cluster has lost what belongs to {lacking[0]}; restore a snapshot of it."
                    )
                last = min(place.entry + _AT_ONCE, end.entry)
                removed |= self._take_over(place, self.log.entries(place.entry + 1, last))
                if progress is not None:
                    progress(last - first, end.entry - first)

    def moment(self, db: Database) -> Mapping[str, Any] | None:
        """Return what the last entry says of its moment, as ``db`` sees the file; None before the first."""
        return _moment(db)

    @contextmanager
    def publishing(self, db: Database, entry: OpenEntry) -> Iterator[None]:
        """Watch a transaction of ``db``, and commit ``entry`` with what it has touched, at its end and before its own commit."""
        self._tables.forget(db)
        yield
        self.publish(db, entry)

    def touched(self, db: Database) -> bool:
        """Tell whether the transaction of ``db`` has touched a row that is shared."""
        return bool(self._tables.touched(db))

    def forget(self, db: Database) -> None:
        """Forget what transactions of ``db`` have touched so far."""
        self._tables.forget(db)

    def publish(self, db: Database, entry: OpenEntry) -> None:
        """Commit ``entry`` with what the transaction of ``db`` has touched; that is committed by the caller, next."""
        gone = []
        for owner in self._tables.touched(db):
            rows = self._tables.rows(db, owner)
            if rows:
                entry.put(owner, packed(rows))
            else:
                gone.append(owner)
        written = entry.commit(self._schema, self._tables.counters(db), gone)
        self._superseded |= self._parcels(db, written.owners)
        self._note(db, entry.before.lineage, written)

    def drop_superseded(self) -> None:
        """Delete from the log the rows that entries of this replica have taken the place of. Raises like the log."""
        superseded = dict(self._superseded)
        self.log.drop(superseded)
        for owner in superseded:
            self._superseded.pop(owner, None)

    def sweep(self, db: Database) -> None:
        """Delete from the log whatever no owner has any more, as ``db`` sees the file. Raises like the log."""
        place, _ = _here(db)
        self.log.sweep(_all_parcels(db), place)
        self._superseded.clear()

    def place(self, db: Database) -> Place:
        """Return how far the file has come, as ``db`` sees it."""
        return _here(db)[0]

    def watch(self, db: Database) -> None:
        """Keep note from now on of what this connection writes."""
        self._tables.watch(db)

    def _here(self) -> tuple[Place, list[str]]:
        return _here(self._follower)

    def _is_on(self, place: Place, end: Place) -> bool:
        """Tell whether the log leads from ``place`` to ``end``: not where it was restored from a snapshot, and went on."""
        if place.entry == 0:
            return True
        if place.entry == end.entry:
            return place.ticket == end.ticket
        return self.log.entries(place.entry, place.entry)[0].ticket == place.ticket

    def _begin_anew(self, lineage: str) -> None:
        known = self._here()[0].lineage
        with self._follower.atomic():
            self._tables.remove_all(self._follower)
            for table in ("replica", "replica_parcels", "replica_lacking"):
                self._follower.execute(f"DELETE FROM {table}")
            if known:
                self._follower.execute(f"PRAGMA user_version = {TO_OVERWRITE}")
            _set(self._follower, "lineage", lineage)

    def _take_over(self, place: Place, entries: Sequence[Entry]) -> bool:
        """Write entries into the file, in one transaction; tell whether rows went."""
        if any(entry.schema != self._schema for entry in entries):
            raise StoreUnavailable(
                "The index in the cluster was written by another version of Parley; install the same on every machine."
            )
        latest: dict[str, Parcels] = {}
        for entry in entries:
            latest |= entry.owners
        db = self._follower
        db.conn.execute("BEGIN IMMEDIATE")
        with db.conn:
            if self._here()[0] != place:
                # Another process has taken them over meanwhile.
                return False
            before = self._parcels(db, latest)
            for owner in before:
                self._tables.remove(db, owner)
            for owner, content in self.log.read(
                {owner: held for owner, held in latest.items() if held.parts}
            ):
                if content is None:
                    db.execute("INSERT OR IGNORE INTO replica_lacking (owner) VALUES (?)", [owner])
                    continue
                self._tables.insert(db, unpacked(content))
                db.execute("DELETE FROM replica_lacking WHERE owner = ?", [owner])
            for entry in entries:
                self._tables.raise_counters(db, entry.counters)
                self._note(db, place.lineage, entry)
            removed = any(not held.parts and owner in before for owner, held in latest.items())
            if removed:
                db.execute(f"PRAGMA user_version = {TO_OVERWRITE}")
        return removed

    def _parcels(self, db: Database, owners: Iterable[str]) -> dict[str, Parcels]:
        """Return where the rows of those of the owners are that have any."""
        rows = db.execute(
            "SELECT owner, ticket, parts, bytes FROM replica_parcels WHERE owner IN (SELECT value FROM json_each(?))",
            [json.dumps(list(owners))],
        )
        return {owner: Parcels(*held) for owner, *held in rows}

    def _note(self, db: Database, lineage: str, entry: Entry) -> None:
        """Keep note in the file that an entry was taken over, in the caller's transaction."""
        for owner, held in entry.owners.items():
            if held.parts:
                db.execute(
                    "INSERT OR REPLACE INTO replica_parcels (owner, ticket, parts, bytes) VALUES (?, ?, ?, ?)",
                    [owner, held.ticket, held.parts, held.bytes],
                )
            else:
                db.execute("DELETE FROM replica_parcels WHERE owner = ?", [owner])
                db.execute("DELETE FROM replica_lacking WHERE owner = ?", [owner])
        _set(db, "lineage", lineage)
        _set(db, "entry", str(entry.number))
        _set(db, "ticket", str(entry.ticket))
        _set(db, "moment", json.dumps(entry.moment))


def is_copy(db: Database) -> bool:
    """Tell whether tables of a file follow a log."""
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = 'replica'").fetchone() is not None


def _here(db: Database) -> tuple[Place, list[str]]:
    """Return how far the file has come, and the owners whose rows it lacks."""
    held = dict(db.execute("SELECT name, value FROM replica").fetchall())
    lacking = [owner for (owner,) in db.execute("SELECT owner FROM replica_lacking ORDER BY owner LIMIT 1")]
    place = Place(held.get("lineage", ""), int(held.get("entry", 0)), int(held.get("ticket", 0)))
    return place, lacking


def _moment(db: Database) -> Mapping[str, Any] | None:
    found = db.execute("SELECT value FROM replica WHERE name = 'moment'").fetchone()
    return None if found is None else json.loads(found[0])


def _all_parcels(db: Database) -> dict[str, Parcels]:
    rows = db.execute("SELECT owner, ticket, parts, bytes FROM replica_parcels")
    return {owner: Parcels(*held) for owner, *held in rows}


def _set(db: Database, name: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO replica (name, value) VALUES (?, ?)", [name, value])
