"""Nodes die and come back in the middle of questions and additions: none fails, and nothing that was acknowledged is lost."""

import threading
from collections.abc import Callable, Iterator

import pytest

from index.search.opensearch.engine import ClusterEngine
from tests.cluster.nodes import NODES, Cluster
from tests.index.search.test_engine import EVERYTHING, GRAIN, indexed

pytestmark = pytest.mark.cluster

ADDED = 60
"""Documents that are added while a node dies."""


class Traffic:
    """Adds documents of one passage, one after the other, and asks for all of them meanwhile."""

    def __init__(self, engine: ClusterEngine) -> None:
        self._engine = engine
        self._next = 1
        self.acknowledged: list[int] = []
        self.asked = 0
        self.faults: list[str] = []

    def flow(self, most: int, at: Callable[[], None]) -> None:
        """Add ``most`` documents; with a third of them there, do ``at``, and go on."""
        done = threading.Event()
        asking = threading.Thread(target=self._ask, args=(done,))
        asking.start()
        try:
            adding = threading.Thread(target=self._add, args=(most,))
            adding.start()
            before = len(self.acknowledged)
            while adding.is_alive() and len(self.acknowledged) < before + most // 3:
                adding.join(0.01)
            at()
            adding.join()
        finally:
            done.set()
            asking.join()

    def _add(self, most: int) -> None:
        for row in range(self._next, self._next + most):
            try:
                self._engine.write({row: indexed(GRAIN)})
            except Exception as error:  # noqa: BLE001 - whatever it is, the test tells
                self.faults.append(f"adding {row}: {error!r}")
                continue
            self.acknowledged.append(row)
        self._next += most

    def _ask(self, done: threading.Event) -> None:
        while not done.is_set():
            known = len(self.acknowledged)
            try:
                found = self.rows()
            except Exception as error:  # noqa: BLE001 - whatever it is, the test tells
                self.faults.append(f"asking: {error!r}")
                continue
            self.asked += 1
            if len(found) < known:
                self.faults.append(f"{known} were acknowledged, and {len(found)} found")

    def rows(self) -> list[int]:
        """The documents that are found, all of which are alike."""
        with self._engine.moment() as moment:
            hits = moment.search({"grain": 1.0}, moment.passages + 1, EVERYTHING)
            passages = moment.read_passages([hit.passage for hit in hits])
            assert moment.passages == moment.holding("grain") == len(hits) == len(passages)
            return [passages[hit.passage].document for hit in hits]


@pytest.fixture
def traffic(cluster_engine: ClusterEngine) -> Iterator[Traffic]:
    traffic = Traffic(cluster_engine)
    yield traffic
    assert traffic.faults == []
    assert traffic.asked > 0
    assert traffic.rows() == traffic.acknowledged


def test_a_node_that_dies_takes_nothing_with_it(cluster: Cluster, traffic: Traffic) -> None:
    leader = cluster.leader()
    traffic.flow(ADDED, lambda: cluster.kill(leader))
    assert len(traffic.acknowledged) == ADDED
    cluster.start(leader)


def test_nodes_are_restarted_one_after_the_other(cluster: Cluster, traffic: Traffic) -> None:
    for place in range(NODES):

        def restart(place: int = place) -> None:
            cluster.end(place)
            cluster.start(place)

        traffic.flow(ADDED // NODES, restart)
    assert len(traffic.acknowledged) == ADDED // NODES * NODES
