"""Where the tests of the door open their indices: in a file, or in a cluster of which each opening has a copy of its own."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from index import Cluster, Index


class Openings:
    """Indices by their names, in files in a folder, or in the cluster with those addresses."""

    def __init__(self, folder: Path, addresses: Sequence[str] = ()) -> None:
        self._folder = folder
        self._addresses = tuple(addresses)
        self._own = f"test-{uuid4().hex[:12]}"
        self._copies = count()
        self._names: set[str] = set()

    @property
    def clustered(self) -> bool:
        return bool(self._addresses)

    def cluster(self, name: str = "parley") -> Cluster | None:
        """Where the index of that name is; None where that is a file."""
        self._names.add(name)
        return Cluster(self._addresses, prefix=f"{self._own}-{name}") if self._addresses else None

    def path(self, name: str = "parley") -> Path:
        """The file of the index of that name: in the cluster another one each time, which begins empty."""
        copy = f".{next(self._copies)}.copy" if self._addresses else ""
        return self._folder / f"{name}.db{copy}"

    def open(self, name: str = "parley", **options: Any) -> Index:
        """Open the index of that name."""
        return Index.open(self.path(name), cluster=self.cluster(name), **options)

    def remove(self) -> None:
        """Remove from the cluster what was opened."""
        if not self._addresses:
            return
        # What speaks to a cluster is an extra, and no other test needs it.
        from index.search.opensearch.indices import Indices
        from index.search.opensearch.opening import connect

        for name in self._names:
            where = self.cluster(name)
            assert where is not None
            connection = connect(where)
            Indices(connection, where.prefix, 1).remove()
            connection.close()
