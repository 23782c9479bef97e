"""A log in memory, as small as one can be: what a replica is held against without a cluster."""

import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from uuid import uuid4

from index.errors import StoreUnavailable
from index.storage.replication.log import Entry, Parcels, Place


class MemoryLog:
    def __init__(self) -> None:
        self.lineage = uuid4().hex
        self.written: list[Entry] = []
        self.contents: dict[tuple[str, int], bytes] = {}
        self._writer = threading.Lock()
        self._tickets = 0

    def place(self) -> Place:
        last = self.written[-1] if self.written else None
        return Place(self.lineage, last.number, last.ticket) if last else Place(self.lineage)

    def entries(self, first: int, last: int) -> Sequence[Entry]:
        if last > len(self.written):
            raise StoreUnavailable("an entry is lost")
        return self.written[first - 1 : last]

    def read(self, owners: Mapping[str, Parcels]) -> Iterator[tuple[str, bytes | None]]:
        for owner, held in owners.items():
            yield owner, self.contents.get((owner, held.ticket))

    @contextmanager
    def writing(self) -> Iterator["MemoryEntry"]:
        with self._writer:
            self._tickets += 1
            yield MemoryEntry(self, self._tickets)

    def drop(self, superseded: Mapping[str, Parcels]) -> None:
        for owner, held in superseded.items():
            self.contents.pop((owner, held.ticket), None)

    def sweep(self, living: Mapping[str, Parcels], place: Place) -> None:
        kept = {(owner, held.ticket) for owner, held in living.items()}
        self.contents = {
            key: content for key, content in self.contents.items() if key in kept or key[1] > place.ticket
        }


class MemoryEntry:
    def __init__(self, log: MemoryLog, ticket: int) -> None:
        self._log = log
        self.ticket = ticket
        self.before = log.place()
        self._owners: dict[str, Parcels] = {}

    def put(self, owner: str, content: bytes) -> None:
        self._log.contents[owner, self.ticket] = content
        self._owners[owner] = Parcels(self.ticket, 1, len(content))

    def commit(self, schema: int, counters: Mapping[str, int], gone: Collection[str]) -> Entry:
        owners = self._owners | dict.fromkeys(gone, Parcels(self.ticket))
        entry = Entry(self.before.entry + 1, self.ticket, schema, {"ticket": self.ticket}, counters, owners)
        self._log.written.append(entry)
        return entry
