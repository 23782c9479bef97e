"""Dated rows of tables: a row with a cell that is a date and no more tells what happened on it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from index.language.dates import TimeExpression
from index.model import Document, Part

_CELL_BEGINS = re.compile(r"(?:\A|·\s)(?:[^·:]{1,120}:\s)?\Z")
_CELL_ENDS = re.compile(r"\s*(?:\[\w{1,3}\]\s*)?(?:·|\Z)")
_FINE = frozenset({"time", "day", "week", "month"})


class DatedRows:
    """The rows of a document's tables."""

    def __init__(self, document: Document) -> None:
        """Take the rows of ``document``."""
        self._text = document.text
        self._rows = [part for part in document.structure if part.label == "row"]
        self._starts = [part.start for part in self._rows]

    def around(self, position: int) -> Part | None:
        """Return the row that ``position``, in characters, stands in; None where it stands in none."""
        place = bisect_right(self._starts, position) - 1
        row = self._rows[place] if place >= 0 else None
        return row if row is not None and position < row.end else None

    def date_of(self, row: Part, found: Sequence[TimeExpression]) -> TimeExpression | None:
        """Return the one of ``found`` that is the first cell of ``row`` which is a date and no more; None without one."""
        for item in found:
            before, behind = self._text[row.start : item.start], self._text[item.end : row.end]
            if (
                item.basis == "explicit"
                and item.granularity in _FINE
                and _CELL_BEGINS.search(before)
                and _CELL_ENDS.match(behind)
            ):
                return item
        return None
