"""Which engine an index has: the one in its file, or one in a cluster, of which the file is a copy then."""

import importlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.errors import BrokenInstallation, StoreUnavailable
from index.search.engine import Engine
from index.search.opensearch.address import Cluster
from index.search.segment_engine import SegmentEngine
from index.storage.replication.leases import Leases
from index.storage.replication.owners import Owners
from index.storage.replication.replica import is_copy
from index.storage.replication.shared import SharedTables
from index.storage.store import Store

Progress = Callable[[int, int], None]
"""Told how many entries of the cluster's log were taken over into the copy, and how many there are to be."""


def open_store(
    path: Path | str, cluster: Cluster | None, *, create: bool, progress: Progress | None = None
) -> tuple[Store, Callable[[Store], Engine]]:
    """Open the file at ``path``, and give what makes its engine: the file is the index, or a copy of the one in ``cluster``,
    made whether ``create`` is true or not.

    Raises StoreUnavailable, StoreBusy or StoreCorrupt, with what to do; BrokenInstallation where what speaks to a cluster is
    not installed.
    """
    if cluster is None:
        store = Store(path, create=create)
        with store.reading() as db:
            copied = is_copy(db)
        if copied:
            store.close()
            raise StoreUnavailable(
                f"{path} is a copy of an index in a cluster; ask with PARLEY_ENGINE=opensearch, or have it written to a file by "
                "`parley move --to FILE`."
            )
        return store, SegmentEngine
    opened: tuple[Store, Callable[[Store], Engine]] = _opening().open_replica(Path(path), cluster, progress)
    return opened


def share(
    cluster: Cluster, name: str, tables: Owners, path: Path, connection: sqlite3.Connection, schema: int
) -> SharedTables:
    """Share tables of the file at ``path`` through ``cluster``, under a name of their own, for who writes them through
    ``connection``; ``schema`` is how many migrations they have had. Raises like ``open_store``."""
    shared: SharedTables = _opening().share(cluster, name, tables, path, connection, schema)
    return shared


def open_leases(cluster: Cluster) -> Leases:
    """Return the leases that the cluster keeps. Raises like ``open_store``."""
    leases: Leases = _opening().open_leases(cluster)
    return leases


def _opening() -> Any:
    try:
        # What speaks to a cluster is an extra, and takes as long to load as an answer.
        return importlib.import_module("index.search.opensearch.opening")
    except ModuleNotFoundError as error:
        if error.name != "opensearchpy":
            raise
        raise BrokenInstallation(
            "What speaks to OpenSearch is not installed; install parley[opensearch] (in a clone: python3 run.py setup "
            "--with-opensearch)."
        ) from error
