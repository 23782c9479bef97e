"""A store whose file is a replica: every write is an entry of a log that other machines follow, and every read follows it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from index.errors import StoreError
from index.storage.database import Database
from index.storage.replication.log import Log, OpenEntry
from index.storage.replication.owners import INDEX, Owners
from index.storage.replication.replica import Progress, Replica
from index.storage.store import Store
from index.storage.tables.schema import migrations


class ReplicatedStore(Store):
    """One file that follows a log. ``writing`` and ``reading`` are as those of a store, of everything that any machine wrote.

    A read sees all that was acknowledged before it began. What was acknowledged stands in the log; the file is a copy.
    """

    has_postings = False

    def __init__(self, path: Path, log: Log, progress: Progress | None = None) -> None:
        """Open the copy at ``path``, made when it is not there, and take over what the log has.

        ``progress`` is told how far that is. Raises what ``Store`` raises, and what the log does.
        """
        super().__init__(path)
        self._log = log
        self._entry: OpenEntry | None = None
        self._owner: int | None = None
        self._afterwards: list[Callable[[], None]] = []
        self._when_closed: list[Callable[[], None]] = []
        try:
            with self._translated():
                follower = self._connect()
                follower.execute("PRAGMA foreign_keys = OFF")
                self._replica = Replica(log, Owners(INDEX), follower, len(migrations.names))
                self._replica.watch(self._writer)
            self.catch_up(progress)
        except BaseException:
            super().close()
            raise

    @property
    def replica(self) -> Replica:
        """What follows the log."""
        return self._replica

    @property
    def entry(self) -> OpenEntry:
        """The entry that this thread is writing."""
        assert self._entry is not None and self._owner == threading.get_ident(), "nothing is being written"
        return self._entry

    def afterwards(self, act: Callable[[], None]) -> None:
        """Do this once what this thread is writing is committed; at once where it writes nothing."""
        if self._owner == threading.get_ident():
            self._afterwards.append(act)
        else:
            act()

    def closing(self, act: Callable[[], None]) -> None:
        """Do this when the store is closed."""
        self._when_closed.append(act)

    def close(self) -> None:
        """Close every connection; a read or write in progress ends first. Calling it again does nothing."""
        with self._writing:
            if not self._closed:
                self._replica.close()
            super().close()
            while self._when_closed:
                self._when_closed.pop()()

    def catch_up(self, progress: Progress | None = None) -> None:
        """Take over what others have written. Raises StoreBusy when the cluster does not answer."""
        with self._translated():
            self._check_open()
            removed = self._replica.catch_up(progress)
        if removed:
            # Nobody waits for it who only wanted to read.
            threading.Thread(target=self._overwrite, name="parley-overwrite", daemon=True).start()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Hold the write transaction, here and in the log: committed at the end, given up when the block raises.

        Raises StoreBusy when another machine writes for too long, or the cluster does not answer.
        """
        with self._writing:
            if self._owner is not None:
                with super().writing() as db:
                    yield db
                return
            self._check_open()
            try:
                with self._log.writing() as entry:
                    with self._translated():
                        self._replica.catch_up()
                    self._entry, self._owner = entry, threading.get_ident()
                    with super().writing() as db, self._replica.publishing(db, entry):
                        yield db
                self._entry = self._owner = None
                self._finish()
            finally:
                self._entry = self._owner = None
                self._afterwards = []

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Hold a read transaction: everything read inside is of one moment, of all that any machine had written by then."""
        if getattr(self._local, "reader", None) is None and self._owner != threading.get_ident():
            self.catch_up()
        with super().reading() as db:
            yield db

    def sweep(self) -> None:
        """Delete from the log whatever later entries have taken the place of, also where that could not be done at once."""
        with self.reading() as db:
            self._replica.sweep(db)

    def _overwrite(self) -> None:
        # Where it cannot be done, it is when the next rows go.
        with self._writing, suppress(StoreError):
            if not self._closed:
                self.overwrite_deleted()

    def _finish(self) -> None:
        afterwards, self._afterwards = self._afterwards, []
        with ExitStack() as stack:
            for act in reversed(afterwards):
                stack.callback(act)
            # What was removed must be gone; what was replaced may stay until it is swept.
            with suppress(*(() if afterwards else (StoreError,))):
                self._replica.drop_superseded()
