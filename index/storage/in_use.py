"""Who has a database open, and which bot answers with it: lock files beside it, held by a process that stays, such as the bot.

SQLite lets several processes write one file, but not one that is taken away under them: a process that goes on writing to
the file that was there would leave its journal beside the new one. POSIX ``flock``,
so a lock ends with its process, however that ends.
"""

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from index.errors import StoreBusy, StoreUnavailable, TurnTaken
from index.storage.write_advice import write_advice

OPEN, ANSWERING, DUTIES, IDENTIFYING = "lock", "bot-lock", "duties-lock", "identify-lock"
"""What the names of the lock files end in."""


@contextmanager
def staying(database: Path) -> Iterator[None]:
    """Keep the file ``database`` from being taken away for as long as the block runs; waits while it is being replaced.

    Raises StoreUnavailable when no file can be written beside it.
    """
    with _locked(database, OPEN, fcntl.LOCK_SH):
        yield


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Hold the file ``database`` so that it may be taken away and another put in its place.

    Raises StoreUnavailable when a process that stays has it open, or no file can be written beside it.
    """
    try:
        with _locked(database, OPEN, fcntl.LOCK_EX | fcntl.LOCK_NB):
            yield
    except BlockingIOError as error:
        raise StoreUnavailable(
            f"A running bot has {database} open; stop it, and then do this again."
        ) from error


@contextmanager
def answering(database: Path, shards: Iterable[int] | None = None) -> Iterator[None]:
    """Be the one process that answers with the file ``database`` for as long as the block runs, or that serves these shards.

    Raises TurnTaken while another one is, StoreUnavailable when no file can be written beside it.
    """
    busy = f"Another bot answers with {database}; stop it, and start this one again."
    whole = fcntl.LOCK_EX if shards is None else fcntl.LOCK_SH
    with ExitStack() as held:
        held.enter_context(_unless_busy(database, ANSWERING, busy, whole))
        for shard in shards or ():
            held.enter_context(_unless_busy(database, f"{ANSWERING}.{shard}", busy))
        yield


@contextmanager
def on_duty(database: Path) -> Iterator[None]:
    """Be the one process that does what is done once for all servers, for as long as the block runs.

    Raises TurnTaken while another one is, StoreUnavailable when no file can be written beside it.
    """
    with _unless_busy(database, DUTIES, f"Another process has the duties of {database}."):
        yield


@contextmanager
def identifying(database: Path, bucket: int) -> Iterator[None]:
    """Be the one process that introduces a shard to Discord, among the shards of this bucket.

    Raises TurnTaken while another one is, StoreUnavailable when no file can be written beside it.
    """
    with _unless_busy(database, f"{IDENTIFYING}.{bucket}", "Another process introduces a shard to Discord."):
        yield


def takes(held: ExitStack, lock: Callable[[], AbstractContextManager[None]]) -> bool:
    """Tell whether ``lock`` can be had: then it is taken, until ``held`` ends. Raises StoreUnavailable like the lock, but where a
    moment may change it: a cluster that does not answer is asked again, like one in which another process has the lock."""
    try:
        held.enter_context(lock())
    except StoreBusy:
        return False
    return True


@contextmanager
def _unless_busy(database: Path, kind: str, busy: str, operation: int = fcntl.LOCK_EX) -> Iterator[None]:
    with ExitStack() as held:
        try:
            held.enter_context(_locked(database, kind, operation | fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise TurnTaken(busy) from error
        yield


@contextmanager
def _locked(database: Path, kind: str, operation: int) -> Iterator[None]:
    path = database.with_name(f"{database.name}.{kind}")
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
