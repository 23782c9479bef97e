"""Where the tests of the door open their indices: in a file, or in a cluster of which each opening has a copy of its own."""

from itertools import count
from pathlib import Path
from typing import Any, Protocol

from index import Cluster, Index


class Prefixes(Protocol):
    """Names in a cluster under which nothing is kept yet."""

    def take(self) -> Cluster:
        """Return where an empty index is."""

    def give_back(self, where: Cluster) -> None:
        """Take one back that is not used any more, whatever is kept there."""


class Openings:
    """Indices by their names, in files in a folder, or in the cluster that has those prefixes."""

    def __init__(self, folder: Path, prefixes: Prefixes | None = None) -> None:
        self._folder = folder
        self._prefixes = prefixes
        self._copies = count()
        self._taken: dict[str, Cluster] = {}

    @property
    def clustered(self) -> bool:
        return self._prefixes is not None

    def cluster(self, name: str = "parley") -> Cluster | None:
        """Where the index of that name is; None where that is a file."""
        if self._prefixes is None:
            return None
        if name not in self._taken:
            self._taken[name] = self._prefixes.take()
        return self._taken[name]

    def path(self, name: str = "parley") -> Path:
        """The file of the index of that name: in the cluster another one each time, which begins empty."""
        copy = f".{next(self._copies)}.copy" if self._prefixes else ""
        return self._folder / f"{name}.db{copy}"

    def open(self, name: str = "parley", **options: Any) -> Index:
        """Open the index of that name."""
        return Index.open(self.path(name), cluster=self.cluster(name), **options)

    def remove(self) -> None:
        """Give back what was opened in the cluster."""
        for where in self._taken.values():
            assert self._prefixes is not None
            self._prefixes.give_back(where)
