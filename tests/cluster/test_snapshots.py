"""A backup of what is in the cluster is a snapshot that the nodes make; what is restored from it, every process notices."""

from pathlib import Path

import pytest

from bot.app.memory.alerts import add_alert, alerts_of
from bot.app.memory.remembering import Memory
from index import Cluster, Index
from index.search.opensearch.connection import Connection
from index.search.opensearch.indices import Indices
from tests.index.corpora import everything_told, talks

pytestmark = pytest.mark.cluster

AT_ONCE = {"wait_for_completion": "true"}


def lose(where: Cluster, connection: Connection) -> None:
    """Remove everything from the cluster behind the back of who uses it."""
    for prefix in (where.prefix, f"{where.prefix}-memory"):
        Indices(connection, prefix, 1).remove()


async def test_a_snapshot_brings_everything_back(
    where: Cluster, connection: Connection, tmp_path: Path
) -> None:
    repository = {"type": "fs", "settings": {"location": where.prefix}}
    everything = {"indices": f"{where.prefix}-*", "include_global_state": False}
    memory = Memory(tmp_path / "memory.copy", cluster=where)
    await memory.open()
    alert = await add_alert(memory, 1, 2, "grain", None, None)
    with Index.open(tmp_path / "one.copy", cluster=where, reader=False) as index:
        index.add_documents([talks(number) for number in range(4)])
        told = everything_told(index)
        connection.client.snapshot.create_repository(repository=where.prefix, body=repository)
        connection.client.snapshot.create(
            repository=where.prefix, snapshot="whole", body=everything, params=AT_ONCE
        )
        index.remove(talks(0).id)
        index.add_documents([talks(9)])
        await add_alert(memory, 1, 2, "truce", None, None)
        lose(where, connection)
        connection.client.snapshot.restore(repository=where.prefix, snapshot="whole", params=AT_ONCE)
        assert everything_told(index) == told
        assert await alerts_of(memory) == (alert,)
        with Index.open(tmp_path / "other.copy", cluster=where, reader=False) as other:
            assert everything_told(other) == told
        index.add_documents([talks(9)])
        assert index.document(talks(9).id) == talks(9)
        assert index.check() == []
    await memory.close()
    connection.client.snapshot.delete(repository=where.prefix, snapshot="whole")
