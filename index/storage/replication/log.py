"""What a log does: it takes the changes of one writer after the other, each whole or not at all, and gives them in one order."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """Up to where a log was written or read: the number of the entry, and the ticket that it was written with, which no other
    entry has. ``lineage`` tells logs apart."""

    lineage: str
    entry: int = 0
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class Parcels:
    """Where the rows of one owner are: so many parcels of one ticket, so many bytes together; none where it has no rows."""

    ticket: int
    parts: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: the owners whose rows are others since, with their rows, and the last numbers that tables have given.

    ``moment`` is what the engine says of what may be seen in it, and ``schema`` how many migrations the tables had.
    """

    number: int
    ticket: int
    schema: int
    moment: Mapping[str, Any]
    counters: Mapping[str, int]
    owners: Mapping[str, Parcels]


class OpenEntry(Protocol):
    """An entry that is being written, by the one writer that there is meanwhile."""

    @property
    def before(self) -> Place:
        """Up to where the log was written before."""

    @property
    def ticket(self) -> int:
        """The ticket that this is written with."""

    def put(self, owner: str, content: bytes) -> None:
        """Put the rows of an owner into the log; nobody sees them yet."""

    def commit(self, schema: int, counters: Mapping[str, int], gone: Collection[str]) -> Entry:
        """Make it the last entry, with what was put, and without the rows of the owners that are ``gone``; return it.

        Raises StoreBusy when another writer took over, or too few copies hold it: nothing of it is seen then.
        """


class Log(Protocol):
    """Keeps entries, in one order and without gaps. Safe to use from several threads and processes."""

    def place(self) -> Place:
        """Return up to where it is written."""

    def entries(self, first: int, last: int) -> Sequence[Entry]:
        """Return the entries with those numbers, both included. Raises StoreUnavailable where one is not there."""

    def read(self, owners: Mapping[str, Parcels]) -> Iterator[tuple[str, bytes | None]]:
        """Yield each owner with its rows; None where one of its parcels is not there any more."""

    def writing(self) -> AbstractContextManager[OpenEntry]:
        """Be the one writer for as long as the block runs. Raises StoreBusy when another is for too long."""

    def drop(self, superseded: Mapping[str, Parcels]) -> None:
        """Delete parcels that a later entry has taken the place of."""

    def sweep(self, living: Mapping[str, Parcels], place: Place) -> None:
        """Delete every parcel that was written up to ``place`` and is not among the ``living``."""
