"""Who has a database open: a lock file beside it, held by a process that stays, such as the bot.

SQLite lets several processes write one file, but not one that is taken away under them: a process that goes on writing to
the file that was there would leave its journal beside the new one. POSIX ``flock``, so the lock ends with its process.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import StoreUnavailable
from index.storage.write_advice import write_advice


@contextmanager
def staying(database: Path) -> Iterator[None]:
    """Keep the file ``database`` from being taken away for as long as the block runs; waits while it is being replaced.

    Raises StoreUnavailable when no file can be written beside it.
    """
    with _locked(database, fcntl.LOCK_SH):
        yield


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Hold the file ``database`` so that it may be taken away and another put in its place.

    Raises StoreUnavailable when a process that stays has it open, or no file can be written beside it.
    """
    try:
        with _locked(database, fcntl.LOCK_EX | fcntl.LOCK_NB):
            yield
    except BlockingIOError as error:
        raise StoreUnavailable(
            f"A running bot has {database} open; stop it, and then do this again."
        ) from error


@contextmanager
def _locked(database: Path, operation: int) -> Iterator[None]:
    path = database.with_name(database.name + ".lock")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreUnavailable(
            f"The database {database} cannot be used ({error.strerror}): {write_advice(path)}."
        ) from error
    try:
        fcntl.flock(descriptor, operation)
        yield
    finally:
        os.close(descriptor)
