"""Leases in the cluster: a document each, which its owner writes again and again, and which others watch.

No clock is compared with another machine's: whoever wants a lease looks whether its document changes, and takes it when that
has not changed for as long as a lease lasts. Each write names the version of the document that it is based on.
"""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from opensearchpy.exceptions import ConflictError, NotFoundError

from index.errors import StoreError, TurnTaken
from index.search.opensearch.connection import COPIES, DURABLY, Connection, Incomplete
from index.search.opensearch.indices import Indices

LASTS = 24.0
"""Seconds without a renewal after which another may take a lease; chosen: with the look before it, under thirty."""

_RENEWED = 4.0
"""Seconds between two renewals; chosen: a cluster that loses its leading node has another in a few."""

_LOST = 16.0
"""Seconds without a renewal after which its owner takes a lease for lost: well before another may take it."""


@dataclass(frozen=True, slots=True)
class _Version:
    sequence: int
    term: int


@dataclass(slots=True)
class _Held:
    version: _Version
    renewed: float


class ClusterLeases:
    """The leases of one index. Safe to use from several threads."""

    def __init__(self, connection: Connection, prefix: str, *, lasts: float = LASTS) -> None:
        """Take a connection, whose patience is shorter than ``lasts``, and the prefix of the index's names."""
        self._connection = connection
        indices = Indices(connection, prefix, 1)
        indices.create(indices.leases)
        self._index = indices.leases
        self._owner = uuid4().hex
        self._scale = lasts / LASTS
        self._lock = threading.Lock()
        # Over a request, which ``lost`` does not wait for.
        self._writing = threading.Lock()
        self._held: dict[str, _Held] = {}
        self._seen: dict[str, tuple[_Version, float]] = {}
        self._lost = False
        self._ended = threading.Event()
        self._renewing: threading.Thread | None = None

    @property
    def lost(self) -> bool:
        """Whether one that was held could not be renewed in time."""
        now = time.monotonic()
        with self._lock:
            late = any(now - held.renewed > _LOST * self._scale for held in self._held.values())
            self._lost = self._lost or late
            return self._lost

    @contextmanager
    def held(self, name: str, busy: str) -> Iterator[None]:
        """Hold a lease for as long as the block runs. Raises TurnTaken, saying ``busy``, while another process does,
        StoreBusy when the cluster does not answer."""
        begun = time.monotonic()
        version = self._taken(name)
        if version is None:
            raise TurnTaken(busy)
        with self._lock:
            self._held[name] = _Held(version, begun)
            if self._renewing is None:
                self._renewing = threading.Thread(target=self._renew, name="parley-leases", daemon=True)
                self._renewing.start()
        try:
            yield
        finally:
            with self._writing:
                with self._lock:
                    given_back = self._held.pop(name, None)
                if given_back is not None:
                    self._give_back(name, given_back)

    def close(self) -> None:
        """Give back what is held, and close the connection."""
        self._ended.set()
        if self._renewing is not None:
            self._renewing.join()
        with self._writing:
            with self._lock:
                held, self._held = self._held, {}
            for name, one in held.items():
                self._give_back(name, one)
        self._connection.close()

    def _taken(self, name: str) -> _Version | None:
        """Take the lease where it is free; None where it is not, or not yet."""
        found = self._connection.patiently(lambda: self._found(name))
        if found is None:
            return self._write(name, self._owner, None)
        body, version = found
        if body["owner"]:
            with self._lock:
                seen, since = self._seen.get(name, (None, 0.0))
                if seen != version:
                    self._seen[name] = version, time.monotonic()
                    return None
            if time.monotonic() - since < LASTS * self._scale:
                return None
        return self._write(name, self._owner, version)

    def _found(self, name: str) -> tuple[Mapping[str, Any], _Version] | None:
        try:
            found = self._connection.client.get(index=self._index, id=name)
        except NotFoundError:
            return None
        return found["_source"], _Version(found["_seq_no"], found["_primary_term"])

    def _write(self, name: str, owner: str, before: _Version | None) -> _Version | None:
        """Write whose the lease is, where its document is still as it was before; None where it is not."""
        based: dict[str, Any] = {"op_type": "create"}
        if before is not None:
            based = {"if_seq_no": before.sequence, "if_primary_term": before.term}
        body = {"owner": owner, "renewal": uuid4().hex}

        def write() -> _Version:
            written = self._connection.client.index(
                index=self._index, id=name, body=body, params={**DURABLY, **based}
            )
            if written["_shards"]["successful"] < COPIES:
                based.clear()
                based.update(if_seq_no=written["_seq_no"], if_primary_term=written["_primary_term"])
                raise Incomplete(f"fewer than {COPIES} copies hold a lease")
            return _Version(written["_seq_no"], written["_primary_term"])

        try:
            return self._connection.patiently(write)
        except ConflictError:
            # It may have been this one, whose answer was lost with the node that gave it.
            found = self._connection.patiently(lambda: self._found(name))
            return found[1] if found is not None and found[0]["renewal"] == body["renewal"] else None

    def _renew(self) -> None:
        while not self._ended.wait(_RENEWED * self._scale):
            with self._lock:
                held = dict(self._held)
            for name, one in held.items():
                # It is tried again where it fails, until it is lost.
                with self._writing, suppress(StoreError):
                    self._renew_one(name, one)

    def _renew_one(self, name: str, held: _Held) -> None:
        if self._held.get(name) is not held:
            return
        begun = time.monotonic()
        version = self._write(name, self._owner, held.version)
        with self._lock:
            if version is None:
                self._lost = True
            else:
                held.version, held.renewed = version, begun

    def _give_back(self, name: str, held: _Held) -> None:
        # One that cannot be given back runs out.
        with suppress(StoreError):
            self._write(name, "", held.version)
