"""What became of documents that were added or removed, and how much an index holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Outcome = Literal["added", "unchanged", "updated", "refused", "removed"]


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """What became of one document, or of one source that could not be read; ``reason`` is set when it was refused.

    Removed are documents of files that are followed and are gone.
    """

    source: str
    outcome: Outcome
    title: str | None = None
    document_id: str | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddReport:
    """The outcome of every source given to ``Index.add``, in the order read."""

    outcomes: tuple[SourceOutcome, ...]

    def __iter__(self) -> Iterator[SourceOutcome]:
        return iter(self.outcomes)

    def count(self, outcome: Outcome) -> int:
        """How many sources ended so."""
        return sum(1 for item in self.outcomes if item.outcome == outcome)


@dataclass(frozen=True, slots=True)
class Stats:
    """How much an index holds; ``oldest`` and ``newest`` are publication dates."""

    documents: int
    passages: int
    events: int
    quotations: int
    oldest: date | None
    newest: date | None
