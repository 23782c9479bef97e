"""The log in the cluster: parcels with rows, entries that name them by their number, and the state that is switched last.

A parcel is written once, under the ticket of its writer. An entry is written under its number with its ticket as the version, so
that one of an earlier ticket, however late it comes, does not take the place of one of a later. What the state does not count yet
nobody reads.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import Any

from opensearchpy.exceptions import ConflictError

from index.errors import StoreBusy, StoreError, StoreUnavailable
from index.search.opensearch.connection import (
    BULK_BYTES,
    COPIES,
    DURABLY,
    MOST_CHANGES,
    Connection,
    Incomplete,
)
from index.search.opensearch.generations import Generations, State, Ticket
from index.search.opensearch.indices import Indices
from index.storage.replication.log import Entry, Parcels, Place

_PARCEL = 2 * 1024**2
"""The most bytes of one parcel, and of those that are read at once; chosen, a fifth of what one request may write: what an answer
takes while it is taken apart, some times its bytes, a process does not give back."""

_AT_ONCE = 500
"""Parcels that one request reads, or entries; chosen."""


class ClusterLog:
    """The log of one index. Safe to use from several threads and processes."""

    def __init__(self, connection: Connection, prefix: str, shards: int) -> None:
        """Take a connection, and the ``prefix`` of the names of what is kept in the cluster; that is made when it is missing."""
        self._connection = connection
        self._indices = Indices(connection, prefix, shards)
        self._indices.create(self._indices.state, self._indices.entries, self._indices.parcels)
        self.generations = Generations(connection, self._indices.state)
        self.generations.create()

    def place(self) -> Place:
        """Return up to where the log is written. Raises StoreBusy when the cluster does not answer, like every method."""
        return _place(self.generations.read().state)

    def entries(self, first: int, last: int) -> Sequence[Entry]:
        """Return the entries with those numbers, both included. Raises StoreUnavailable where one is not there."""
        numbers = range(first, last + 1)
        found = self._connection.get_several(self._indices.entries, list(map(str, numbers)))
        return [_entry(number, body) for number, body in zip(numbers, found, strict=True)]

    def read(self, owners: Mapping[str, Parcels]) -> Iterator[tuple[str, bytes | None]]:
        """Yield each owner with its rows; None where one of its parcels is not there any more."""
        for several in _portions(owners):
            ids = [name for owner, held in several.items() for name in _ids(owner, held)]
            bodies = iter(self._connection.get_several(self._indices.parcels, ids))
            for owner, held in several.items():
                parts = [next(bodies) for _ in range(held.parts)]
                if any(part is None for part in parts):
                    yield owner, None
                else:
                    yield owner, b"".join(b64decode(part["content"]) for part in parts if part is not None)

    @contextmanager
    def writing(self) -> Iterator["ClusterEntry"]:
        """Be the one writer for as long as the block runs, on all machines. Raises StoreBusy when another is for too long."""
        entry = ClusterEntry(self._connection, self._indices, self.generations.draw())
        try:
            yield entry
        finally:
            if not entry.committed:
                # What is raised says what went wrong; a ticket that cannot be given up runs out.
                with suppress(StoreError):
                    entry.ticket_held.abandon()

    def drop(self, superseded: Mapping[str, Parcels]) -> None:
        """Delete parcels that a later entry has taken the place of."""
        self._delete(name for owner, held in superseded.items() for name in _ids(owner, held))

    def sweep(self, living: Mapping[str, Parcels], place: Place) -> None:
        """Delete every parcel that was written up to ``place`` and is not among the ``living``, and have the nodes write their
        files anew without it."""
        self._connection.patiently(
            lambda: self._connection.client.indices.refresh(index=self._indices.parcels)
        )
        self._delete(
            _id(owner, ticket, part)
            for owner, ticket, part in self._all(place.ticket)
            if owner not in living or living[owner].ticket != ticket
        )
        self._connection.merge(self._indices.parcels)

    def remove(self) -> None:
        """Remove the whole index from the cluster."""
        self._indices.remove()

    def _all(self, newest: int) -> Iterator[tuple[str, int, int]]:
        """Yield the owner, ticket and place of every parcel of tickets up to ``newest``."""
        after: list[Any] = []
        while True:
            body: dict[str, Any] = {
                "size": MOST_CHANGES,
                "query": {"range": {"ticket": {"lte": newest}}},
                "_source": ["owner", "ticket", "part"],
                "sort": [{"ticket": "asc"}, {"owner": "asc"}, {"part": "asc"}],
                **({"search_after": after} if after else {}),
            }
            hits = self._connection.search(self._indices.parcels, body)["hits"]["hits"]
            for hit in hits:
                yield hit["_source"]["owner"], hit["_source"]["ticket"], hit["_source"]["part"]
            if len(hits) < MOST_CHANGES:
                return
            after = hits[-1]["sort"]

    def _delete(self, ids: Iterable[str]) -> None:
        actions = [{"_op_type": "delete", "_index": self._indices.parcels, "_id": name} for name in ids]
        if actions:
            self._connection.write(actions, to_be_found=False)


class ClusterEntry:
    """An entry that is being written, with the ticket that says so, and what becomes of the passages in it."""

    def __init__(self, connection: Connection, indices: Indices, ticket: Ticket) -> None:
        self._connection = connection
        self._indices = indices
        self.ticket_held = ticket
        self.before = _place(ticket.state)
        self.committed = False
        self._passages = self._units = 0
        self._owners: dict[str, Parcels] = {}
        self._waiting: list[dict[str, Any]] = []
        self._bytes = 0

    @property
    def ticket(self) -> int:
        """The number of the ticket."""
        return self.ticket_held.number

    @property
    def state(self) -> State:
        """What may be seen, as it will be when this is committed."""
        return self.ticket_held.finished(self._passages, self._units, 1)

    def count(self, passages: int, units: int) -> None:
        """Say that there are so many passages more, so long together."""
        self._passages += passages
        self._units += units

    def put(self, owner: str, content: bytes) -> None:
        """Put the rows of an owner into the log; nobody sees them yet."""
        parts = [content[start : start + _PARCEL] for start in range(0, len(content), _PARCEL)]
        held = Parcels(self.ticket, len(parts), len(content))
        for number, (name, part) in enumerate(zip(_ids(owner, held), parts, strict=True)):
            encoded = b64encode(part).decode()
            if self._bytes + len(encoded) > BULK_BYTES // 2 or len(self._waiting) >= MOST_CHANGES:
                self._send()
            self._bytes += len(encoded)
            self._waiting.append(
                {
                    "_op_type": "index",
                    "_index": self._indices.parcels,
                    "_id": name,
                    "_source": {"owner": owner, "ticket": self.ticket, "part": number, "content": encoded},
                }
            )
        self._owners[owner] = held

    def commit(self, schema: int, counters: Mapping[str, int], gone: Collection[str]) -> Entry:
        """Make it the last entry, with what was put, and without the rows of the owners that are ``gone``; return it.

        Raises StoreBusy when another writer took over, or too few copies hold it: nothing of it is seen then.
        """
        self._send()
        state = self.state
        owners = self._owners | dict.fromkeys(gone, Parcels(self.ticket))
        entry = Entry(state.entry, self.ticket, schema, asdict(state), counters, owners)
        self._write(entry)
        self.ticket_held.finish(self._passages, self._units, 1)
        self.committed = True
        return entry

    def _send(self) -> None:
        if self._waiting:
            self._connection.write(self._waiting, to_be_found=False)
            self.ticket_held.renew()
        self._waiting, self._bytes = [], 0

    def _write(self, entry: Entry) -> None:
        body = {
            "ticket": entry.ticket,
            "schema": entry.schema,
            "moment": entry.moment,
            "counters": entry.counters,
            "owners": {owner: [held.parts, held.bytes] for owner, held in entry.owners.items()},
        }
        options = {**DURABLY, "version": str(entry.ticket), "version_type": "external_gte"}

        def write() -> None:
            written = self._connection.client.index(
                index=self._indices.entries, id=str(entry.number), body=body, params=options
            )
            if written["_shards"]["successful"] < COPIES:
                raise Incomplete(f"fewer than {COPIES} copies hold what is written")

        try:
            self._connection.patiently(write)
        except ConflictError as error:
            raise StoreBusy(
                "This write took so long that another process took over; nothing of it is kept: try again."
            ) from error


def _place(state: State) -> Place:
    return Place(state.lineage, state.entry, state.generation if state.entry else 0)


def _entry(number: int, body: Mapping[str, Any] | None) -> Entry:
    if body is None:
        raise StoreUnavailable(
            f"The cluster has lost entry {number} of what was written; restore a snapshot of it."
        )
    owners = {owner: Parcels(body["ticket"], *held) for owner, held in body["owners"].items()}
    return Entry(number, body["ticket"], body["schema"], body["moment"], body["counters"], owners)


def _ids(owner: str, held: Parcels) -> list[str]:
    return [_id(owner, held.ticket, part) for part in range(held.parts)]


def _id(owner: str, ticket: int, part: int) -> str:
    # The id of a document may have 512 bytes, and an owner more.
    named = owner if owner.isascii() and len(owner) < 200 else hashlib.sha256(owner.encode()).hexdigest()
    return f"{ticket}/{named}/{part}"


def _portions(owners: Mapping[str, Parcels]) -> Iterator[dict[str, Parcels]]:
    """Part owners so that one request reads no more than a parcel may have, or a single owner."""
    portion: dict[str, Parcels] = {}
    size = parts = 0
    for owner, held in owners.items():
        if portion and (size + held.bytes > _PARCEL or parts + held.parts > _AT_ONCE):
            yield portion
            portion, size, parts = {}, 0, 0
        portion[owner] = held
        size += held.bytes
        parts += held.parts
    if portion:
        yield portion
