"""Nodes die and come back in the middle of questions and additions: none fails, and nothing that was acknowledged is lost.

The engine is held to it by itself, and the whole index: there, what one process adds another asks for, each with its own copy.
"""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from index import Index
from index.search.opensearch import opening
from index.search.opensearch.engine import ClusterEngine
from tests.cluster.nodes import NODES, Cluster
from tests.index.openings import Openings, Prefixes
from tests.index.search.test_engine import EVERYTHING, GRAIN, indexed

pytestmark = pytest.mark.cluster

PATIENT = 180.0
"""Seconds for which a request of the tests is repeated: how long nodes take to come back says how busy the machine is."""

ADDED = 60
"""Documents that are added while a node dies."""


class Traffic(ABC):
    """Adds documents of one passage, one after the other, and asks for all of them meanwhile."""

    def __init__(self) -> None:
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
                self.add(row)
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

    @abstractmethod
    def add(self, row: int) -> None:
        """Add the document of that number."""

    @abstractmethod
    def rows(self) -> list[int]:
        """The documents that are found, all of which are alike."""


class EngineTraffic(Traffic):
    """Writes passages into an engine."""

    def __init__(self, engine: ClusterEngine) -> None:
        super().__init__()
        self._engine = engine

    def add(self, row: int) -> None:
        self._engine.write({row: indexed(GRAIN)})

    def rows(self) -> list[int]:
        with self._engine.moment() as moment:
            hits = moment.search({"grain": 1.0}, moment.passages + 1, EVERYTHING)
            passages = moment.read_passages([hit.passage for hit in hits])
            assert moment.passages == moment.holding("grain") == len(hits) == len(passages)
            return [passages[hit.passage].document for hit in hits]


class IndexTraffic(Traffic):
    """Adds documents to an index, and asks another on the same cluster."""

    def __init__(self, adds: Index, asks: Index) -> None:
        super().__init__()
        self._adds, self._asks = adds, asks

    def add(self, row: int) -> None:
        document = replace(GRAIN, key=f"{row:05}", published=None)
        assert self._adds.add_documents([document]).count("added") == 1

    def rows(self) -> list[int]:
        with self._asks.searching() as searcher:
            hits = searcher.search({"grain": 1.0}, searcher.passages + 1, EVERYTHING)
            passages = searcher.read_passages([hit.passage for hit in hits])
            assert searcher.passages == searcher.holding("grain") == len(hits) == len(passages)
            return sorted(int(searcher.document(held.document).key) for held in passages.values())


@pytest.fixture(params=["index", pytest.param("engine", marks=pytest.mark.slow)])
def traffic(
    request: pytest.FixtureRequest,
    prefixes: Prefixes,
    cluster_engine: ClusterEngine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Traffic]:
    monkeypatch.setattr(opening, "PATIENCE", PATIENT)
    with ExitStack() as held:
        traffic: Traffic = EngineTraffic(cluster_engine)
        if request.param == "index":
            opened = Openings(tmp_path, prefixes)
            held.callback(opened.remove)
            adds, asks = (held.enter_context(opened.open(reader=False)) for _ in range(2))
            traffic = IndexTraffic(adds, asks)
        yield from checked(traffic)


def checked(traffic: Traffic) -> Iterator[Traffic]:
    """Give what flows, and see afterwards that nothing of it failed or was lost."""
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


@pytest.mark.slow
def test_all_nodes_go_and_come_back_with_everything(cluster: Cluster, traffic: Traffic) -> None:
    traffic.flow(ADDED // NODES, lambda: None)
    for place in range(NODES):
        cluster.end(place)
    cluster.start()
    traffic.flow(ADDED // NODES, lambda: None)
    assert len(traffic.acknowledged) == ADDED // NODES * 2
