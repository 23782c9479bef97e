"""What one process has at a time, on all machines together, and another soon after that one has ended, in whatever way."""

from contextlib import AbstractContextManager
from typing import Protocol


class Leases(Protocol):
    """Leases by their names. Safe to use from several threads."""

    @property
    def lost(self) -> bool:
        """Whether one that was held could not be renewed in time: another process may have it, and this one has to end."""

    def held(self, name: str, busy: str) -> AbstractContextManager[None]:
        """Hold a lease for as long as the block runs. Raises TurnTaken, saying ``busy``, while another process does,
        StoreBusy when the cluster does not answer."""

    def close(self) -> None:
        """Give back what is held, and close what leads to them."""
