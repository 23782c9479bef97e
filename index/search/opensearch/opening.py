"""An index in a cluster is opened: the connection, the log, the copy in a file, and the engine beside it."""

from collections.abc import Callable
from pathlib import Path

from index.errors import StoreUnavailable
from index.search.engine import Engine
from index.search.opensearch.address import Cluster
from index.search.opensearch.connection import PATIENCE, Connection
from index.search.opensearch.engine import SHARDS
from index.search.opensearch.log import ClusterLog
from index.search.opensearch.replicated import ReplicatedEngine
from index.storage.replication.replica import Progress
from index.storage.replication.store import ReplicatedStore
from index.storage.store import Store


def connect(cluster: Cluster, patience: float = PATIENCE) -> Connection:
    """Return a connection to the nodes; nothing is asked of them yet. Raises StoreUnavailable where the authority is no file."""
    if cluster.authority is not None and not cluster.authority.is_file():
        raise StoreUnavailable(
            f"There is no file {cluster.authority} with the cluster's certificates; check the path."
        )
    return Connection(
        cluster.addresses,
        user=cluster.user,
        password=cluster.password,
        authority=cluster.authority,
        patience=patience,
    )


def open_replica(
    path: Path, cluster: Cluster, progress: Progress | None = None
) -> tuple[Store, Callable[[Store], Engine]]:
    """Open the copy at ``path`` of the index in ``cluster``, made when it is not there, and give what makes its engine.

    Raises StoreUnavailable, StoreBusy or StoreCorrupt, with what to do.
    """
    connection = connect(cluster)
    try:
        store = ReplicatedStore(path, ClusterLog(connection, cluster.prefix, SHARDS), progress)
    except BaseException:
        connection.close()
        raise
    store.closing(connection.close)
    return store, lambda _: ReplicatedEngine(connection, cluster.prefix, SHARDS, store)
