"""Which backups of a database there are: noted in a file beside it, so that they are known when it is damaged."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.errors import StoreUnavailable
from index.keeping.integrity import Progress, damage_to_file, problems
from index.storage.database import Database
from index.storage.tables.schema import migrations

MOST_KNOWN = 50
"""How many backups are remembered, the newest of each place."""


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup that was whole when it was made, at ``made_at`` in UTC."""

    path: Path
    made_at: datetime


def note(database: Path, backup: Path) -> KnownBackup:
    """Remember that ``backup`` was made of ``database`` just now.

    Raises StoreUnavailable when that cannot be written.
    """
    made = KnownBackup(backup.resolve(), datetime.now(UTC).replace(microsecond=0))
    others = [known for known in noted(database) if known.path != made.path]
    record = _record(database)
    partial = record.with_name(record.name + ".partial")
    entries = [_as_json(known, database) for known in [made, *others][:MOST_KNOWN]]
    try:
        partial.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
        partial.replace(record)
    except OSError as error:
        raise StoreUnavailable(
            f"The backup {backup} is whole, but that it was made cannot be noted in {record} ({error.strerror}); "
            "make the folder of the database writable for this user."
        ) from error
    return made


def noted(database: Path) -> list[KnownBackup]:
    """Return the backups of ``database`` that were noted, newest first, whether or not they are still there."""
    try:
        entries = json.loads(_record(database).read_text(encoding="utf-8"))
        found = [
            KnownBackup(
                Path(os.path.normpath(database.resolve().parent / entry["path"])),
                datetime.fromisoformat(entry["made_at"]).astimezone(UTC),
            )
            for entry in entries
        ]
    except (OSError, ValueError, TypeError, KeyError):
        # No note is as good as none that can be read: the backups themselves are looked at before they are named.
        return []
    return sorted(found, key=lambda known: known.made_at, reverse=True)


def last_good(database: Path, progress: Progress | None = None) -> KnownBackup | None:
    """Return the newest noted backup of ``database`` that is there and whole now, read in full to see that; None without one."""
    return next(
        (known for known in noted(database) if known.path.is_file() and _is_whole(known, progress)), None
    )


def _is_whole(backup: KnownBackup, progress: Progress | None) -> bool:
    return not any(_problems_of_backup(backup.path, progress))


def _problems_of_backup(path: Path, progress: Progress | None) -> Iterator[str]:
    # Immutable: a backup is replaced and never written to, and may lie where this user writes nothing.
    address = f"{path.resolve().as_uri()}?immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            db = Database(connection)
            # What an earlier version wrote has not all the tables that are compared here until it is restored.
            yield from (
                damage_to_file(db) if migrations.pending(db) else problems(lambda: nullcontext(db), progress)
            )
    except sqlite3.Error as error:
        yield f"It cannot be read: {error}."


def _record(database: Path) -> Path:
    return database.with_name(database.name + ".backups")


def _as_json(backup: KnownBackup, database: Path) -> dict[str, str]:
    """Return what is noted: a place below the database's folder as seen from there, for both may be moved or mounted."""
    folder = database.resolve().parent
    near = backup.path.is_relative_to(folder)
    path = backup.path.relative_to(folder) if near else backup.path
    return {"path": str(path), "made_at": backup.made_at.isoformat()}
