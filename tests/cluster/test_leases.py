"""One process has a lease, and another has it when that one is gone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from index import Cluster
from index.errors import StoreBusy
from index.search.opensearch.leases import ClusterLeases
from index.search.opensearch.opening import connect
from index.storage.in_use import takes

pytestmark = pytest.mark.cluster

SHORT = 4.0
"""Seconds that a lease of the tests lasts."""


@pytest.fixture
def opened(where: Cluster) -> Iterator[Callable[[], ClusterLeases]]:
    with ExitStack() as held:

        def process() -> ClusterLeases:
            leases = ClusterLeases(connect(where, 60), where.prefix, lasts=SHORT)
            held.callback(leases.close)
            return leases

        yield process


def dies(leases: ClusterLeases) -> None:
    """Let a process renew nothing any more, as one does that was killed."""
    leases._ended.set()
    if leases._renewing is not None:
        leases._renewing.join()
    leases._held = {}


def test_one_has_it_and_the_next_when_it_is_given_back(opened: Callable[[], ClusterLeases]) -> None:
    one, two = opened(), opened()
    with one.held("duties", "busy"):
        with pytest.raises(StoreBusy, match="busy"), two.held("duties", "busy"):
            pass
        with two.held("identify-0", "busy"):
            pass
    with two.held("duties", "busy"):
        assert not two.lost
    assert not one.lost


def test_another_has_it_when_its_owner_is_gone(opened: Callable[[], ClusterLeases]) -> None:
    one, two = opened(), opened()
    with ExitStack() as gone, ExitStack() as taken:
        gone.enter_context(one.held("duties", "busy"))
        dies(one)
        tries = 1
        while not takes(taken, lambda: two.held("duties", "busy")):
            tries += 1
        assert tries > 1


def test_who_was_too_late_knows_it_has_lost(opened: Callable[[], ClusterLeases]) -> None:
    one, two = opened(), opened()
    with one.held("duties", "busy"):
        held = one._held["duties"]
        one._connection.client.index(
            index=one._index, id="duties", body={"owner": two._owner, "renewal": "x"}
        )
        while not one.lost:
            one._renew_one("duties", held)
