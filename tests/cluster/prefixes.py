"""Names in the cluster for the indices of the tests, each for one test or one file of them.

To make the parts of an index, each with three copies, takes the nodes seconds, and to empty them does not: a name that was given
back is given again.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from itertools import count
from typing import Any
from uuid import uuid4

from index import Cluster
from index.search.opensearch.connection import MOST_CHANGES, Connection
from index.search.opensearch.generations import State, read_state

Hit = Mapping[str, Any]


class Prefixes:
    """Gives names under which nothing is kept, and removes what is kept under those that it gets back."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = tuple(addresses)
        self._own = f"test-{uuid4().hex[:8]}"
        self._numbers = count(1)
        self._empty: list[Cluster] = []

    def take(self) -> Cluster:
        """Return where nothing is."""
        if self._empty:
            return self._empty.pop()
        return Cluster(self._addresses, prefix=f"{self._own}-{next(self._numbers)}")

    def give_back(self, where: Cluster) -> None:
        """Remove what the index has that is there, and what is remembered beside it."""
        with closing(Connection(where.addresses)) as connection:
            empty(connection, f"{where.prefix}-*")
        self._empty.append(where)


def empty(connection: Connection, names: str) -> None:
    """Remove everything from the indices of these names.

    Their states become those of new indices, which no copy follows yet; tickets go on, because no number is drawn twice.
    """
    while True:
        connection.patiently(lambda: connection.client.indices.refresh(index=names))
        hits = connection.search(names, {"size": MOST_CHANGES})["hits"]["hits"]
        passages = [hit for hit in hits if is_passage(hit)]
        others = [hit for hit in hits if not is_passage(hit)]
        # They alone are searched for by tests that have not had the nodes look anew.
        connection.write(map(removed, passages))
        connection.write(
            [begun_anew(hit) if is_state(hit) else removed(hit) for hit in others], to_be_found=False
        )
        if len(hits) < MOST_CHANGES:
            return


def is_state(hit: Hit) -> bool:
    """Tell whether this says how much of an index may be seen."""
    return "lineage" in hit["_source"]


def is_passage(hit: Hit) -> bool:
    """Tell whether this is searched for."""
    return "born" in hit["_source"]


def removed(hit: Hit) -> dict[str, Any]:
    return {"_op_type": "delete", "_index": hit["_index"], "_id": hit["_id"]}


def begun_anew(hit: Hit) -> dict[str, Any]:
    ticket = read_state(hit["_source"]).ticket
    state = State(generation=ticket, ticket=ticket, lineage=uuid4().hex)
    return {"_op_type": "index", "_index": hit["_index"], "_id": hit["_id"], "_source": asdict(state)}
