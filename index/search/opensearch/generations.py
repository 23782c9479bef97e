"""Which passages may be seen: one document that is switched last, so that a write is seen whole or not at all.

Every write draws a ticket, a number higher than any before it. What it adds is born with that number, what it removes dies
with it; when all of that stands, the document is switched to the number: it is the generation from then on. A moment sees what
was born up to its generation and has not died up to it, whatever is written meanwhile and whichever node answers.

Who holds the ticket is the one writer. One that dies leaves its ticket to be taken for abandoned after ``LEASE`` seconds; what it
wrote is never seen, also when it comes late, because no number is drawn twice. Each switch names the version of the document that
it is based on, so that of two writers one fails.
"""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any
from uuid import uuid4

from opensearchpy.exceptions import ConflictError

from index.errors import NotWhole, StoreBusy
from index.search.opensearch.connection import COPIES, DURABLY, Connection
from index.storage.store import BUSY_SECONDS

LEASE = 60.0
"""Seconds after which a writer that was not heard of is taken for dead; chosen: twice as long as it repeats a request for."""

_PAUSE = 0.05
"""Seconds between two looks whether another writer is ready; chosen."""

_TRIES = 10
"""How often a switch is written that too few copies hold; chosen."""

_ID = "state"


@dataclass(frozen=True, slots=True)
class State:
    """What the document says. ``abandoned`` are the tickets whose writes were never finished; ``until`` is the time, in seconds
    of Unix, until which ``owner`` of the last one may be at work. What died up to the generation ``dropped`` may be gone.

    ``passages`` and ``units`` are how many passages may be seen and how long they are together. ``entry`` is the number of the
    log's last entry, and ``lineage`` tells this index from every other of its name.
    """

    generation: int = 0
    ticket: int = 0
    owner: str = ""
    until: float = 0.0
    abandoned: tuple[int, ...] = ()
    dropped: int = 0
    next_passage: int = 0
    passages: int = 0
    units: int = 0
    entry: int = 0
    lineage: str = ""

    @property
    def writing(self) -> bool:
        """Whether somebody holds the last ticket."""
        return self.ticket > self.generation and self.ticket not in self.abandoned

    def sees(self, born: int, died: int | None) -> bool:
        """Tell whether what was born and died with those numbers may be seen."""
        if born > self.generation or born in self.abandoned:
            return False
        return died is None or died > self.generation or died in self.abandoned

    def unseen(self) -> list[dict[str, Any]]:
        """Return what is not to be seen, as clauses of a query."""
        died: dict[str, Any] = {"range": {"died": {"lte": self.generation}}}
        if not self.abandoned:
            return [{"range": {"born": {"gt": self.generation}}}, died]
        undone = list(self.abandoned)
        return [
            {"range": {"born": {"gt": self.generation}}},
            {"terms": {"born": undone}},
            {"bool": {"filter": [died], "must_not": [{"terms": {"died": undone}}]}},
        ]


def read_state(held: Mapping[str, Any]) -> State:
    """Return the state that ``asdict`` was given, from JSON."""
    return State(**{**held, "abandoned": tuple(held["abandoned"])})


@dataclass(frozen=True, slots=True)
class Version:
    """A state, and which version of the document it is."""

    state: State
    sequence: int
    term: int


class Generations:
    """Reads and switches the document. Safe to use from several threads and processes."""

    def __init__(self, connection: Connection, index: str) -> None:
        self._connection = connection
        self._index = index

    def create(self) -> None:
        """Make the document when it is not there."""
        try:
            self._connection.patiently(
                lambda: self._connection.client.create(
                    index=self._index, id=_ID, body=asdict(State(lineage=uuid4().hex)), params=DURABLY
                )
            )
        except ConflictError:
            return

    def read(self) -> Version:
        """Return the state of this moment."""
        found = self._connection.patiently(lambda: self._connection.client.get(index=self._index, id=_ID))
        return Version(read_state(found["_source"]), found["_seq_no"], found["_primary_term"])

    def draw(self, passages: int = 0) -> "Ticket":
        """Draw a ticket, with numbers for so many passages. Raises StoreBusy when another writer holds one for too long."""
        end = time.monotonic() + BUSY_SECONDS
        while True:
            found = self.read()
            state = found.state
            if not state.writing or state.until < time.time():
                abandoned = (*state.abandoned, state.ticket) if state.writing else state.abandoned
                drawn = replace(
                    state,
                    ticket=state.ticket + 1,
                    owner=uuid4().hex,
                    until=time.time() + LEASE,
                    abandoned=abandoned,
                    next_passage=state.next_passage + passages,
                )
                switched = self.switch(found, drawn)
                if switched is not None:
                    return Ticket(self, switched, passages)
            if time.monotonic() > end:
                raise StoreBusy("Another process is writing to the cluster; try again in a moment.")
            time.sleep(_PAUSE)

    def switch(self, held: Version, state: State) -> Version | None:
        """Write ``state`` where the document is still the version ``held``, and return the new version; None where it is not.

        Raises StoreBusy when too few copies hold it.
        """
        for _ in range(_TRIES):
            try:
                written = self._connection.patiently(partial(self._write, held, state))
            except ConflictError:
                # It may have been this one, whose answer was lost with the node that gave it.
                found = self.read()
                if found.state != state:
                    return None
                held = found
                continue
            held = Version(state, written["_seq_no"], written["_primary_term"])
            if written["_shards"]["successful"] >= COPIES:
                return held
        raise NotWhole(
            f"The cluster is not whole: fewer than {COPIES} copies hold what is written; try again in a moment."
        )

    def _write(self, held: Version, state: State) -> dict[str, Any]:
        written: dict[str, Any] = self._connection.client.index(
            index=self._index,
            id=_ID,
            body=asdict(state),
            params={**DURABLY, "if_seq_no": held.sequence, "if_primary_term": held.term},
        )
        return written


class Ticket:
    """The right to write, drawn by one writer. Each method raises StoreBusy when another took over, and nothing is seen then."""

    def __init__(self, generations: Generations, version: Version, passages: int) -> None:
        """Take a version whose last ticket is this one, drawn with numbers for so many passages."""
        self._generations = generations
        self._version = version
        self.number = version.state.ticket
        self.first = version.state.next_passage - passages

    @property
    def state(self) -> State:
        """What may be seen while this writer is at work."""
        return self._version.state

    def renew(self) -> None:
        """Go on holding the ticket, where half of its time is over."""
        if self.state.until < time.time() + LEASE / 2:
            self._change(replace(self.state, until=time.time() + LEASE))

    def drop(self) -> None:
        """Say that what is not seen by now may be gone from now on."""
        self._change(replace(self.state, dropped=self.state.generation))

    def number_passages(self, count: int) -> int:
        """Take numbers for so many passages more; return the first of them."""
        first = self.state.next_passage
        if count:
            self._change(replace(self.state, next_passage=first + count))
        return first

    def finished(self, passages: int = 0, units: int = 0, entries: int = 0) -> State:
        """Return the state with the ticket as the generation, so many passages more, so long together, and so many entries."""
        state = self.state
        return replace(
            state,
            generation=self.number,
            passages=state.passages + passages,
            units=state.units + units,
            entry=state.entry + entries,
        )

    def finish(self, passages: int = 0, units: int = 0, entries: int = 0) -> None:
        """Make the ticket the generation: the state is as ``finished`` says from now on."""
        self._change(self.finished(passages, units, entries))

    def abandon(self) -> None:
        """Give the ticket up: nothing that was written with it is ever seen."""
        self._change(replace(self.state, abandoned=(*self.state.abandoned, self.number)))

    def _change(self, state: State) -> None:
        switched = self._generations.switch(self._version, state)
        if switched is None:
            raise StoreBusy(
                "This write took so long that another process took over; nothing of it is kept: try again."
            )
        self._version = switched
