"""Which engine an index has: the one in its file, or one in a cluster, of which the file is a copy then."""

from collections.abc import Callable
from pathlib import Path

from index.errors import BrokenInstallation
from index.search.engine import Engine
from index.search.opensearch.address import Cluster
from index.search.segment_engine import SegmentEngine
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
        return Store(path, create=create), SegmentEngine
    try:
        # What speaks to a cluster is an extra, and takes as long to load as an answer.
        from index.search.opensearch.opening import open_replica
    except ModuleNotFoundError as error:
        if error.name != "opensearchpy":
            raise
        raise BrokenInstallation(
            "What speaks to OpenSearch is not installed; install parley[opensearch]."
        ) from error
    return open_replica(Path(path), cluster, progress)
