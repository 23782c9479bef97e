"""What one process has at a time of all that share a database: the answering, the duties, an introduction to Discord.

On one machine by locks beside the file, which end with their process; on several by leases in the cluster.
"""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

from bot.app.settings import Settings
from bot.app.shards import Shards
from index import Cluster, Leases, open_leases
from index.storage import in_use


class Turns(Protocol):
    """Gives turns. Each raises TurnTaken while another process has it, StoreUnavailable when it cannot be had."""

    @property
    def lost(self) -> bool:
        """Whether one was lost that this process believes to have: then it has to end."""

    def answering(self, shards: Shards | None) -> AbstractContextManager[None]:
        """Be the one process that answers, or that serves these shards, for as long as the block runs."""

    def on_duty(self) -> AbstractContextManager[None]:
        """Be the one process that does what is done once for all servers, for as long as the block runs."""

    def identifying(self, bucket: int) -> AbstractContextManager[None]:
        """Be the one process that introduces a shard of this bucket to Discord, for as long as the block runs."""

    def close(self) -> None:
        """Give back what is held."""


class FileTurns:
    """Turns over the file ``database``, among the processes of one machine."""

    lost = False

    def __init__(self, database: Path) -> None:
        self._database = database

    def answering(self, shards: Shards | None) -> AbstractContextManager[None]:
        """Be the one process that answers with the file, or that serves these shards."""
        return in_use.answering(self._database, shards.ids if shards else None)

    def on_duty(self) -> AbstractContextManager[None]:
        """Be the one process that has the duties."""
        return in_use.on_duty(self._database)

    def identifying(self, bucket: int) -> AbstractContextManager[None]:
        """Be the one process that introduces a shard of this bucket."""
        return in_use.identifying(self._database, bucket)

    def close(self) -> None:
        """Do nothing: a lock ends with its block."""


class ClusterTurns:
    """Turns among the processes of all machines that share a cluster, which is first asked when a turn is."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._opening = threading.Lock()
        self._opened: Leases | None = None

    @property
    def lost(self) -> bool:
        """Whether a lease could not be renewed in time."""
        return self._opened is not None and self._opened.lost

    @contextmanager
    def answering(self, shards: Shards | None) -> Iterator[None]:
        """Be the one process that answers, or that serves these shards."""
        names = [f"shard-{shard}" for shard in shards.ids] if shards else ["answering"]
        with ExitStack() as held:
            for name in names:
                held.enter_context(self._leases.held(name, "Another bot answers with this cluster."))
            yield

    def on_duty(self) -> AbstractContextManager[None]:
        """Be the one process that has the duties."""
        return self._leases.held("duties", "Another process has the duties.")

    def identifying(self, bucket: int) -> AbstractContextManager[None]:
        """Be the one process that introduces a shard of this bucket."""
        return self._leases.held(f"identify-{bucket}", "Another process introduces a shard to Discord.")

    def close(self) -> None:
        """Give back what is held, and close what leads to the cluster."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    @property
    def _leases(self) -> Leases:
        with self._opening:
            if self._opened is None:
                self._opened = open_leases(self._cluster)
            return self._opened


def turns_of(settings: Settings) -> Turns:
    """Return the turns among all processes that share what the settings name."""
    cluster = settings.cluster
    return FileTurns(settings.database) if cluster is None else ClusterTurns(cluster)
