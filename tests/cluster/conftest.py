"""What the tests of the cluster share beside its nodes."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from index import Cluster
from index.search.opensearch.connection import Connection
from index.search.opensearch.opening import connect
from tests.index.openings import Prefixes


@pytest.fixture
def where(prefixes: Prefixes) -> Iterator[Cluster]:
    """Where in the cluster nothing is kept, for one test."""
    taken = prefixes.take()
    yield taken
    prefixes.give_back(taken)


@pytest.fixture
def connection(where: Cluster) -> Iterator[Connection]:
    """A connection to the nodes."""
    with closing(connect(where)) as connection:
        yield connection
