"""Backups of a database in use: made through SQLite, verified, and put in place in one step."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index import segments
from index.errors import StoreCorrupt, StoreUnavailable
from index.integrity import problems
from index.store import Store, copy_database

_COMPANIONS = ("-journal", "-wal", "-shm")


def back_up(store: Store, target: Path) -> None:
    """Write a verified copy of the database to ``target``, replacing what is there only once the copy is whole.

    Raises StoreUnavailable when ``target`` cannot be written, StoreCorrupt when the database is damaged.
    """
    if not target.parent.is_dir():
        raise StoreUnavailable(f"There is no folder {target.parent}; create it, or choose another place.")
    if target.exists() and target.samefile(store.path):
        raise StoreUnavailable(f"{target} is the database itself; choose another name for the backup.")
    with _beside(target) as partial:
        store.copy_to(partial)
        with closing(Store(partial, create=False)) as copy, copy.reading() as db:
            _refuse_damage(store.path, problems(db))
        _put_in_place(partial, target)


def restore(backup: Path, path: Path) -> None:
    """Make the database at ``path`` what ``backup`` is. A process that has it open sees the restored documents next.

    A file at ``path`` that is damaged is kept beside it, with ``.damaged`` at the end of its name. Raises StoreUnavailable
    when ``backup`` is not there or ``path`` cannot be written, StoreCorrupt when the backup is damaged.
    """
    if not backup.is_file():
        raise StoreUnavailable(f"There is no backup at {backup}; check the path.")
    if not path.parent.is_dir():
        raise StoreUnavailable(
            f"There is no folder {path.parent}; create it, or choose another database file."
        )
    with _beside(path) as partial:
        copy_database(backup, partial)
        with closing(Store(partial, create=False)) as copy:
            with copy.reading() as db:
                _refuse_damage(backup, problems(db))
            present = _open_if_whole(path)
            with copy.writing() as db:
                _begin_lineage(db.conn, present)
            if present is not None:
                with closing(present):
                    present.replace_with(copy)
                return
        _set_aside(path)
        _put_in_place(partial, path)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    partial = path.with_name(path.name + ".partial")
    # A copy that was killed may have left one.
    _remove(partial)
    try:
        yield partial
    finally:
        _remove(partial)


def _remove(path: Path) -> None:
    for end in ("", *_COMPANIONS):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _refuse_damage(path: Path, found: list[str]) -> None:
    if found:
        raise StoreCorrupt(f"{path} is damaged: {found[0]} Restore an earlier backup.")


def _open_if_whole(path: Path) -> Store | None:
    if not path.exists():
        return None
    try:
        return Store(path, create=False)
    except StoreCorrupt:
        return None


def _begin_lineage(connection: sqlite3.Connection, present: Store | None) -> None:
    """Let no process take what it has read of the present database for a part of the restored one."""
    connection.execute("UPDATE state SET value = ? WHERE name = 'lineage'", [secrets.randbits(62)])
    if present is not None:
        with present.reading() as db:
            connection.execute(
                "UPDATE state SET value = max(value, ?) + 1 WHERE name = 'generation'",
                [segments.generation(db)],
            )


def _set_aside(path: Path) -> None:
    for end in ("", *_COMPANIONS):
        file = path.with_name(path.name + end)
        if file.exists():
            file.replace(path.with_name(path.name + ".damaged" + end))


def _put_in_place(partial: Path, target: Path) -> None:
    try:
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise StoreUnavailable(
            f"{target} cannot be written ({error.strerror}); check the disk and the permissions."
        ) from error
