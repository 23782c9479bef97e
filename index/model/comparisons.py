"""Two documents side by side."""

from dataclasses import dataclass
from typing import Literal

from index.model.documents import Document
from index.model.found import Excerpt

ChangeKind = Literal["unchanged", "changed", "moved", "divided", "joined", "added", "removed"]
"""What became of a clause from one document to the other: divided into several, or several joined into one, which stand side by
side; what moved, was divided or joined may have changed as well."""


@dataclass(frozen=True, slots=True)
class Change:
    """A clause of two documents as each has it: what was removed has no ``after``, what was added no ``before``.

    Highlighted are the words that only this one of the two has; nothing in what was added or removed whole.
    """

    kind: ChangeKind
    before: Excerpt | None
    after: Excerpt | None

    @property
    def place(self) -> str | None:
        """What people call the place of the clause, that in the later document where it is there."""
        shown = self.after or self.before
        return shown.place if shown is not None else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side: every clause of both, in the order of the later one, what was removed where it stood."""

    before: Document
    after: Document
    changes: tuple[Change, ...]

    def count(self, kind: ChangeKind) -> int:
        """How many clauses are of that kind."""
        return sum(1 for change in self.changes if change.kind == kind)
