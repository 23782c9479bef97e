"""The lines of a page of a PDF in reading order: columns that are written line by line are read one after the other.

Where a page gives no sign of columns, the order is that in which it was written.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pypdf import PageObject

_SAME = 3.0
"""Points, of 1/72 inch, between two places that count as one."""
_FEWEST_ROWS = 3
"""Rows with a gap at one place that make columns; chosen: two are so by chance."""
_FEWEST_WORDS = 3.5
"""Words of a line in a column of prose, on the average; the cells of a table have fewer."""
_NARROWEST = 0.25
"""Width of a column, as a share of the page's."""
_LETTER = 0.4
"""Width of a letter, as a share of the size of its font: less than in any usual font."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words written in one go, with where they begin, in points from the left and from the bottom."""

    words: str
    x: float
    y: float
    size: float


def lines_of(page: PageObject) -> list[str]:
    """Return the lines of ``page`` in the order in which they are read."""
    pieces: list[_Piece] = []

    def keep(words: str, outer: Sequence[float], matrix: Sequence[float], font: Any, size: float) -> None:
        if words.strip():
            x = matrix[4] * outer[0] + matrix[5] * outer[2] + outer[4]
            y = matrix[4] * outer[1] + matrix[5] * outer[3] + outer[5]
            pieces.append(_Piece(words.strip(), x, y, abs(size * matrix[3] * outer[3]) or abs(size)))

    written = page.extract_text(visitor_text=keep)
    return in_reading_order(pieces, float(page.mediabox.width)) or written.splitlines()


def in_reading_order(pieces: Sequence[_Piece], width: float) -> list[str]:
    """Return the lines of a page that is ``width`` points wide, columns one after the other; none for a page without."""
    rows = [list(row) for _, row in groupby(pieces, key=lambda piece: round(piece.y / _SAME))]
    right = _right_column(rows, width)
    if right is None:
        return []
    left = min(row[0].x for row in rows if len(row) == 2 and _is_at(row[1], right))
    lines: list[str] = []
    columns: tuple[list[str], list[str]] = ([], [])
    for row in rows:
        first = [piece for piece in row if piece.x < right - _SAME]
        second = [piece for piece in row if piece.x >= right - _SAME]
        across = any(piece.x + _width(piece) > right for piece in first) or (
            first and first[0].x < left - _SAME
        )
        if across:
            lines += [*columns[0], *columns[1], " ".join(piece.words for piece in row)]
            columns = ([], [])
            continue
        for column, part in zip(columns, (first, second), strict=True):
            if part:
                column.append(" ".join(piece.words for piece in part))
    return [*lines, *columns[0], *columns[1]]


def _right_column(rows: Sequence[Sequence[_Piece]], width: float) -> float | None:
    """Where the right one of two columns of prose begins that are written line by line; None where there are none."""
    pairs = [row for row in rows if len(row) == 2 and row[1].x - row[0].x > _NARROWEST * width]
    begins = Counter(round(second.x / _SAME) for _, second in pairs)
    if not begins:
        return None
    place, _ = begins.most_common(1)[0]
    aligned = [row for row in pairs if abs(round(row[1].x / _SAME) - place) <= 1]
    words = [len(piece.words.split()) for row in aligned for piece in row]
    if len(aligned) < _FEWEST_ROWS or sum(words) / len(words) < _FEWEST_WORDS:
        return None
    return min(row[1].x for row in aligned)


def _is_at(piece: _Piece, x: float) -> bool:
    return abs(piece.x - x) <= 2 * _SAME


def _width(piece: _Piece) -> float:
    return len(piece.words) * piece.size * _LETTER
