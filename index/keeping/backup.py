"""Backups of a database in use: made through SQLite, verified, and put in place in one step."""

import os
import secrets
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import StoreCorrupt, StoreError, StoreUnavailable
from index.keeping.integrity import Progress, problems
from index.keeping.known_backups import note
from index.search import segments
from index.storage.in_use import alone
from index.storage.store import Store, copy_database
from index.storage.tables.schema import APPLICATION_ID
from index.storage.write_advice import write_advice

_COMPANIONS = ("-journal", "-wal", "-shm")

_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_PLACE = slice(68, 72)
"""Where an SQLite file says whose it is (https://sqlite.org/fileformat2.html#the_database_header)."""


def back_up(store: Store, target: Path, progress: Progress | None = None, *, force: bool = False) -> None:
    """Write a verified copy of the database to ``target``, replacing what is there only once the copy is whole.

    That it was made is noted beside the database, for `known_backups`. ``progress`` is told how far the check of the copy is.
    Replaced is an empty file or a Parley database; any other file with ``force`` alone, and what is no regular file never.

    Raises StoreUnavailable when ``target`` cannot be written or is not replaced, StoreCorrupt when the database is damaged.
    """
    if target.is_symlink():
        target = target.resolve()
    if not target.parent.is_dir():
        raise StoreUnavailable(f"There is no folder {target.parent}; create it, or choose another place.")
    if target.exists() and target.samefile(store.path):
        raise StoreUnavailable(f"{target} is the database itself; choose another name for the backup.")
    _refuse_to_replace(target, force=force)
    with _beside(target) as partial, _named(target, partial):
        store.copy_to(partial)
        with closing(Store(partial, create=False)) as copy:
            _refuse_damage(store.path, problems(copy.reading, progress))
        _put_in_place(partial, target)
    note(store.path, target)


def restore(backup: Path, path: Path, progress: Progress | None = None) -> Path | None:
    """Make the database at ``path`` what ``backup`` is, once a copy of that has been checked in full.

    A process that has the database open sees the restored documents next. A file at ``path`` that is damaged is kept beside
    it, with ``.damaged`` at the end of its name, and returned; None where there was none. ``progress`` is told how far the
    check is. Raises StoreUnavailable when ``backup`` is not there, ``path`` cannot be written, or a damaged or missing file
    is still held open by a running bot; StoreCorrupt when the backup is damaged or no Parley database.
    """
    if not backup.is_file():
        raise StoreUnavailable(f"There is no backup at {backup}; check the path.")
    if path.exists() and backup.samefile(path):
        raise StoreUnavailable(f"{backup} is the database itself; name a backup of it.")
    if not path.parent.is_dir():
        raise StoreUnavailable(
            f"There is no folder {path.parent}; create it, or choose another database file."
        )
    with _beside(path) as partial:
        copy_database(backup, partial)
        with _named(backup, partial):
            opened = Store(partial, create=False)
        with closing(opened) as copy:
            _refuse_damage(backup, problems(copy.reading, progress))
            present = _open_if_whole(path)
            with copy.writing() as db:
                _begin_lineage(db.conn, present)
            if present is not None and _replaced(present, copy):
                return None
        with alone(path):
            kept = _set_aside(path)
            _put_in_place(partial, path)
            return kept


def _refuse_to_replace(target: Path, *, force: bool) -> None:
    """Raise StoreUnavailable where a backup at ``target`` would take the place of something else."""
    try:
        about = target.lstat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreUnavailable(
            f"{target} cannot be used for a backup ({error.strerror}); choose another name."
        ) from error
    if not stat.S_ISREG(about.st_mode):
        raise StoreUnavailable(f"{target} is not a regular file; choose another name for the backup.")
    if not force and about.st_size and not _is_ours(target):
        raise StoreUnavailable(
            f"{target} is there and is no Parley backup; choose another name, or replace it with --force."
        )


def _is_ours(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            header = opened.read(100)
    except OSError:
        return False
    return header.startswith(_MAGIC) and header[_APPLICATION_ID_PLACE] == APPLICATION_ID.to_bytes(4, "big")


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    partial = path.with_name(path.name + ".partial")
    # A copy that was killed may have left one.
    with _written(path):
        _remove(partial)
    try:
        yield partial
    finally:
        _remove(partial)


@contextmanager
def _written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(
            f"{path} cannot be written ({error.strerror}): {write_advice(path)}."
        ) from error


def _remove(path: Path) -> None:
    for end in ("", *_COMPANIONS):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _refuse_damage(path: Path, found: list[str]) -> None:
    if found:
        raise StoreCorrupt(f"{path} is damaged: {found[0]} Restore an earlier backup.")


@contextmanager
def _named(path: Path, partial: Path) -> Iterator[None]:
    """Let errors speak of ``path``, which a person knows, and not of the copy that is on its way there."""
    try:
        yield
    except StoreError as error:
        raise type(error)(str(error).replace(str(partial), str(path))) from error


def _open_if_whole(path: Path) -> Store | None:
    """Open the database that is to be replaced; None when there is none, or its file cannot be read as one."""
    if not path.exists():
        return None
    try:
        present = Store(path, create=False)
    except StoreCorrupt:
        return None
    try:
        _generation(present)
    except StoreCorrupt:
        present.close()
        return None
    return present


def _begin_lineage(connection: sqlite3.Connection, present: Store | None) -> None:
    """Let no process take what it has read of the present database for a part of the restored one."""
    connection.execute("UPDATE state SET value = ? WHERE name = 'lineage'", [secrets.randbits(62)])
    if present is not None:
        connection.execute(
            "UPDATE state SET value = max(value, ?) + 1 WHERE name = 'generation'", [_generation(present)]
        )


def _generation(store: Store) -> int:
    with store.reading() as db:
        return segments.generation(db)


def _replaced(present: Store, copy: Store) -> bool:
    """Put the copy into the file of the present database, and tell whether that could be done."""
    with closing(present):
        try:
            present.replace_with(copy)
        except StoreCorrupt:
            return False
    return True


def _set_aside(path: Path) -> Path | None:
    kept = path.with_name(path.name + ".damaged")
    with _written(path):
        for end in ("", *_COMPANIONS):
            file = path.with_name(path.name + end)
            if file.exists():
                file.replace(kept.with_name(kept.name + end))
    return kept if kept.exists() else None


def _put_in_place(partial: Path, target: Path) -> None:
    with _written(target):
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
