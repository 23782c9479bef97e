"""Names in the cluster for the indices of the tests, each for one test or one file of them."""

from collections.abc import Sequence
from contextlib import closing
from itertools import count
from uuid import uuid4

from index import Cluster
from index.search.opensearch.connection import Connection
from index.search.opensearch.indices import Indices


class Prefixes:
    """Gives names under which nothing is kept, and removes what is kept under those that it gets back."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = tuple(addresses)
        self._own = f"test-{uuid4().hex[:8]}"
        self._numbers = count(1)

    def take(self) -> Cluster:
        """Return where nothing is yet."""
        return Cluster(self._addresses, prefix=f"{self._own}-{next(self._numbers)}")

    def give_back(self, where: Cluster) -> None:
        """Remove the index that is there, and what is remembered beside it."""
        with closing(Connection(where.addresses)) as connection:
            for prefix in (where.prefix, f"{where.prefix}-memory"):
                Indices(connection, prefix, 1).remove()
