"""An index in a cluster is opened: the connection, the log, the copy in a file, and the engine beside it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from index.errors import StoreUnavailable
from index.search.engine import Engine
from index.search.opensearch.address import Cluster
from index.search.opensearch.connection import PATIENCE, Connection
from index.search.opensearch.engine import SHARDS
from index.search.opensearch.leases import ClusterLeases
from index.search.opensearch.log import ClusterLog
from index.search.opensearch.replicated import ReplicatedEngine
from index.storage.replication.owners import Owners
from index.storage.replication.replica import Progress
from index.storage.replication.shared import SharedTables
from index.storage.replication.store import ReplicatedStore
from index.storage.store import Store

_RENEWABLE = 6.0
"""Seconds for which the renewal of a lease is repeated; chosen: two of them before the lease is lost."""


def connect(cluster: Cluster, patience: float | None = None) -> Connection:
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
        patience=PATIENCE if patience is None else patience,
        to_reach=cluster.to_reach,
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


def share(
    cluster: Cluster, name: str, tables: Owners, path: Path, connection: sqlite3.Connection, schema: int
) -> SharedTables:
    """Share tables of the file at ``path`` through a log of the cluster, under a name of their own, for who writes them through
    ``connection``; ``schema`` is how many migrations they have had.

    Raises StoreUnavailable or StoreBusy, with what to do.
    """
    nodes = connect(cluster)
    try:
        shared = SharedTables(
            ClusterLog(nodes, f"{cluster.prefix}-{name}", 1), tables, path, connection, schema
        )
    except BaseException:
        nodes.close()
        raise
    shared.closing(nodes.close)
    return shared


def open_leases(cluster: Cluster) -> ClusterLeases:
    """Return the leases that the cluster keeps. Raises StoreUnavailable or StoreBusy, with what to do."""
    nodes = connect(cluster, _RENEWABLE)
    try:
        return ClusterLeases(nodes, cluster.prefix)
    except BaseException:
        nodes.close()
        raise
