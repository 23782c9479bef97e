"""The engine in a cluster of OpenSearch nodes."""

import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import accumulate, chain, islice
from typing import Any

from index.errors import StoreBusy, StoreError
from index.search.engine import DocumentPassages
from index.search.kept import Kept
from index.search.opensearch.connection import MOST_CHANGES, Connection
from index.search.opensearch.generations import Generations, State, Ticket
from index.search.opensearch.indices import Indices
from index.search.opensearch.moment import ClusterMoment
from index.search.opensearch.passages import bodies
from index.search.segments import BuiltSegment

SHARDS = 3
"""Parts of the passages' index; chosen: with three nodes each leads one."""

_GENERATIONS = 4
"""Generations of which it is remembered how many passages hold a term; chosen."""
_DIES = """
if (ctx._source.died == null || ctx._source.died <= params.ticket) { ctx._source.died = params.ticket } else { ctx.op = 'noop' }
"""


class ClusterEngine:
    """The passages of an index in a cluster. Safe to use from several threads and processes.

    A write is its own transaction: it stands when ``write`` has returned, in ``COPIES`` copies at least. One that raised is seen
    whole or not at all, and not at all unless the answer to its last request was lost. Writers wait for one another.
    Everything raises StoreBusy when the cluster does not answer, or not whole.
    """

    _whole = True
    """Whether passages are kept with their sentences."""

    def __init__(self, connection: Connection, prefix: str, shards: int = SHARDS) -> None:
        """Take a connection, and the ``prefix`` of the names of what is kept in the cluster; that is made when it is missing."""
        self._connection = connection
        self._indices = Indices(connection, prefix, shards)
        self._indices.create(self._indices.passages, self._indices.state)
        self._generations = Generations(connection, self._indices.state)
        self._generations.create()
        self._holders = Kept(_GENERATIONS)
        self._local = threading.local()

    @property
    def index_of_passages(self) -> str:
        """The name by which the cluster knows the passages."""
        return self._indices.passages

    @property
    def index_of_state(self) -> str:
        """The name by which the cluster knows what may be seen of them."""
        return self._indices.state

    def write(
        self,
        added: Mapping[int, DocumentPassages],
        removed: Collection[int] = (),
        *,
        built: Sequence[BuiltSegment] | None = None,
        many: bool = False,
    ) -> int:
        """Remove and add the passages of documents by their rows, in one step; return the number of the first one added.

        ``built`` and ``many`` change nothing: the cluster has an inverted index of its own.
        """
        with self._ticket(_count(added)) as ticket:
            ticket.finish(*self._put(ticket, ticket.first, added, removed))
        return ticket.first if added else 0

    @contextmanager
    def moment(self) -> Iterator[ClusterMoment]:
        """Give one moment; inside another of the same thread, the same.

        Raises StoreBusy at its end when what it could see was dropped meanwhile: what was found in it may lack something.
        """
        outer: ClusterMoment | None = getattr(self._local, "moment", None)
        if outer is not None:
            yield outer
            return
        moment = self._begun()
        self._local.moment = moment
        try:
            yield moment
        except Exception as error:
            self._check_whole(moment, error)
            raise
        finally:
            self._local.moment = None
        self._check_whole(moment)

    def settle(self) -> None:
        """Do nothing: the cluster puts itself in order."""

    def drop_removed(self) -> None:
        """Delete the passages that were removed, and those of writes that were never finished.

        They are in no answer before. Their words leave the nodes' disks when these merge their files, at the latest with
        ``optimise``. A moment that could see them still raises StoreBusy at its end.
        """
        with self._ticket() as ticket:
            self._drop(ticket)
            ticket.finish()

    def optimise(self) -> None:
        """Drop what was removed, and have the nodes write their files anew without it."""
        self.drop_removed()
        self._connection.merge(self._indices.passages)

    def remove_everything(self) -> None:
        """Remove the whole index from the cluster."""
        self._indices.remove()

    def _begun(self) -> ClusterMoment:
        return ClusterMoment(self._connection, self._indices.passages, self._state(), self._holders)

    def _check_whole(self, moment: ClusterMoment, error: Exception | None = None) -> None:
        if self._state().dropped > moment.generation:
            raise StoreBusy("Documents were removed while an answer was looked for; ask again.") from error

    def _state(self) -> State:
        return self._generations.read().state

    @contextmanager
    def _ticket(self, passages: int = 0) -> Iterator[Ticket]:
        """Give a ticket, with numbers for so many passages; it is given up when the block raises."""
        ticket = self._generations.draw(passages)
        try:
            yield ticket
        except BaseException:
            # What is raised says what went wrong; a ticket that cannot be given up runs out.
            with suppress(StoreError):
                ticket.abandon()
            raise

    def _put(
        self, ticket: Ticket, first: int, added: Mapping[int, DocumentPassages], removed: Collection[int]
    ) -> tuple[int, int]:
        """Remove and add the passages of documents by their rows, numbered from ``first``; return how many there are more, and
        how much longer they are together."""
        gone = self._remove(ticket, removed)
        units = self._add(ticket, first, added)
        return _count(added) - len(gone), units - sum(gone.values())

    def _drop(self, ticket: Ticket) -> None:
        """Delete what is not to be seen."""
        ticket.drop()
        unseen = {"bool": {"should": ticket.state.unseen()}}
        for hits in self._found(ticket, unseen):
            self._connection.write(map(self._deleting, (number for number, _ in hits)))

    def _add(self, ticket: Ticket, first: int, added: Mapping[int, DocumentPassages]) -> int:
        """Write the passages of documents by their rows, numbered from ``first``; return their length together."""
        firsts = accumulate((len(item.passages) for item in added.values()), initial=first)
        made = chain.from_iterable(
            bodies(row, item, first, ticket.number, whole=self._whole)
            for (row, item), first in zip(added.items(), firsts, strict=False)
        )
        units = 0
        while several := list(islice(made, MOST_CHANGES)):
            units += sum(body["length"] for body in several)
            self._connection.write(map(self._adding, several))
            ticket.renew()
        return units

    def _remove(self, ticket: Ticket, rows: Collection[int]) -> dict[int, int]:
        """Let the passages of the documents with those rows die; return the lengths of those that could be seen, by number."""
        gone: dict[int, int] = {}
        if rows:
            theirs = {"filter": [{"terms": {"row": list(rows)}}], "must_not": ticket.state.unseen()}
            for found in self._found(ticket, {"bool": theirs}):
                self._connection.write([self._dying(number, ticket.number) for number, _ in found])
                gone.update(found)
        return gone

    def _found(self, ticket: Ticket, query: Mapping[str, Any]) -> Iterator[list[tuple[int, int]]]:
        """Yield the numbers and lengths of the passages that the query finds, some at a time; the ticket is held on to."""
        after: list[int] = []
        while True:
            body: dict[str, Any] = {
                "size": MOST_CHANGES,
                "query": query,
                "_source": ["number", "length"],
                "sort": [{"number": "asc"}],
                **({"search_after": after} if after else {}),
            }
            hits = self._connection.search(self._indices.passages, body)["hits"]["hits"]
            if hits:
                yield [(hit["_source"]["number"], hit["_source"]["length"]) for hit in hits]
            if len(hits) < MOST_CHANGES:
                return
            after = hits[-1]["sort"]
            ticket.renew()

    def _adding(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "_op_type": "index",
            "_index": self._indices.passages,
            "_id": str(body["number"]),
            "_source": body,
        }

    def _deleting(self, number: int) -> dict[str, Any]:
        return {"_op_type": "delete", "_index": self._indices.passages, "_id": str(number)}

    def _dying(self, number: int, ticket: int) -> dict[str, Any]:
        # A writer that was taken for dead and comes late does not undo what another has removed since.
        return {
            "_op_type": "update",
            "_index": self._indices.passages,
            "_id": str(number),
            "script": {"source": _DIES, "params": {"ticket": ticket}},
        }


def _count(added: Mapping[int, DocumentPassages]) -> int:
    return sum(len(item.passages) for item in added.values())
