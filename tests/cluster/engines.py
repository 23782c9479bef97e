"""Engines on the nodes that the tests start, each with names of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from index.search.opensearch.connection import Connection
from index.search.opensearch.engine import ClusterEngine
from tests.cluster.nodes import Cluster


@contextmanager
def engine_on(cluster: Cluster) -> Iterator[ClusterEngine]:
    """Give an empty engine; what it keeps is removed afterwards."""
    connection = Connection(cluster.addresses)
    try:
        engine = ClusterEngine(connection, f"test-{uuid4().hex}")
        yield engine
        engine.remove_everything()
    finally:
        connection.close()
