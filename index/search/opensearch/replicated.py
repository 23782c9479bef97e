"""The engine beside a replica: its passages are written in the entries of the replica's log, and seen as the replica has come."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from index.search.engine import DocumentPassages
from index.search.kept import Kept
from index.search.opensearch.connection import Connection
from index.search.opensearch.engine import ClusterEngine
from index.search.opensearch.generations import State, read_state
from index.search.opensearch.log import ClusterEntry
from index.search.opensearch.moment import Candidate, ClusterMoment
from index.search.opensearch.passages import units_of
from index.search.segments import BuiltSegment
from index.storage import sentences
from index.storage.database import Database
from index.storage.documents import read_title_terms
from index.storage.replication.store import ReplicatedStore
from index.storage.sentences import StoredPassage


class ReplicatedEngine(ClusterEngine):
    """The passages of a replicated store, in the cluster that its log is in. Safe to use from several threads and processes."""

    _whole = False

    def __init__(self, connection: Connection, prefix: str, shards: int, store: ReplicatedStore) -> None:
        """Take the connection, prefix and shards that the log of ``store`` was made with."""
        super().__init__(connection, prefix, shards)
        self._store = store

    def write(
        self,
        added: Mapping[int, DocumentPassages],
        removed: Collection[int] = (),
        *,
        built: Sequence[BuiltSegment] | None = None,
        many: bool = False,
    ) -> int:
        """Remove and add the passages of documents by their rows, in the store's write transaction; return the number of the
        first one added. They are seen together with what else is written in it."""
        with self._store.writing():
            entry = self._entry()
            first = entry.ticket_held.number_passages(sum(len(item.passages) for item in added.values()))
            entry.count(*self._put(entry.ticket_held, first, added, removed))
        return first if added else 0

    @contextmanager
    def moment(self) -> Iterator[ClusterMoment]:
        """Give one moment; inside a read of the same thread, that of the read."""
        with self._store.reading(), super().moment() as moment:
            yield moment

    def drop_removed(self) -> None:
        """Delete the passages that were removed, and those of writes that were never finished: after the transaction that this
        thread is in, or at once."""
        self._store.afterwards(self._drop_now)

    def optimise(self) -> None:
        """Drop what was removed, here and from the log, and have the nodes write their files anew without it."""
        self._drop_now()
        self._store.sweep()
        self._connection.merge(self._indices.passages)

    def _drop_now(self) -> None:
        with self._store.writing():
            self._drop(self._entry().ticket_held)

    def _entry(self) -> ClusterEntry:
        entry = self._store.entry
        assert isinstance(entry, ClusterEntry), "the store's log is in no cluster"
        return entry

    def _begun(self) -> ClusterMoment:
        with self._store.reading() as db:
            held = self._store.replica.moment(db)
            state = State() if held is None else read_state(held)
            return ReplicatedMoment(self._connection, self._indices.passages, state, self._holders, db)


class ReplicatedMoment(ClusterMoment):
    """A moment whose passages are found in the cluster, and read from the replica."""

    _source: ClassVar[bool | list[str]] = False

    def __init__(self, connection: Connection, index: str, state: State, holders: Kept, db: Database) -> None:
        """Take what a moment takes, and the replica in a read transaction."""
        super().__init__(connection, index, state, holders)
        self._db = db

    def read_passages(self, numbers: Collection[int]) -> dict[int, StoredPassage]:
        """Return the passages with those numbers, by number; one that is gone is left out."""
        return sentences.read_passages(self._db, numbers)

    def _held(self, numbers: Collection[int]) -> list[Candidate]:
        found = self.read_passages(numbers)
        titles = read_title_terms(self._db, {passage.document for passage in found.values()})
        return [
            (
                number,
                units_of(
                    (term for sentence in passage.sentences for term in sentence.terms),
                    titles[passage.document],
                ),
            )
            for number, passage in found.items()
        ]

    def _found(self, hits: Sequence[Mapping[str, Any]]) -> list[Candidate]:
        # A number is the second thing that hits are sorted by.
        return self._held([hit["sort"][1] for hit in hits])
