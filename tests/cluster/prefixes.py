"""Names in the cluster that tests use one after the other: to empty an index takes less time than to make one."""

from collections.abc import Sequence
from contextlib import closing
from itertools import count
from typing import Any
from uuid import uuid4

from index import Cluster
from index.search.opensearch.connection import Connection
from index.search.opensearch.indices import LAYOUT, Indices


class Prefixes:
    """Gives names under which nothing is kept, and empties those that it gets back."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = tuple(addresses)
        self._own = f"test-{uuid4().hex[:8]}"
        self._numbers = count(1)
        self._free: list[Cluster] = []

    def take(self) -> Cluster:
        """Return where an empty index is."""
        if self._free:
            return self._free.pop()
        return Cluster(self._addresses, prefix=f"{self._own}-{next(self._numbers)}")

    def give_back(self, where: Cluster) -> None:
        """Empty the index that is there, for the next test."""
        with closing(Connection(where.addresses)) as connection:
            for prefix in (where.prefix, f"{where.prefix}-memory"):
                empty(connection, Indices(connection, prefix, 1))
        self._free.append(where)


def empty(connection: Connection, indices: Indices) -> None:
    """Take everything out of an index that is or is not there."""
    there = {"ignore_unavailable": "true"}
    # An entry that was deleted is remembered for a while by its version, which the next index begins anew with.
    connection.client.indices.delete(index=f"{indices.entries}-{LAYOUT}", params=there)
    everything: dict[str, Any] = {"query": {"match_all": {}}}
    for name in (indices.passages, indices.parcels, indices.state):
        connection.client.indices.refresh(index=name, params=there)
        connection.client.delete_by_query(index=name, body=everything, params={**there, "refresh": "true"})
