"""Words of a page of a PDF with where they stand, as pypdf gives them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pypdf import PageObject

SAME = 3.0
"""Points, of 1/72 inch, between two places that count as one."""
_WIDEST, _SPACES = 0.6, 1.5
"""Width of a letter, as a share of the size of its font, more than in any usual font on the average of a few words; and how
much is more than a space."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words written in one go, with where they begin, in points from the left and from the bottom."""

    words: str
    x: float
    y: float
    size: float
    bold: bool


Row = Sequence[Piece]
"""Pieces of one line, in the order in which they were written."""


def rows_of(page: PageObject) -> tuple[str, list[Row]]:
    """Return the text of ``page`` in the order in which it was written, and its pieces, line by line."""
    pieces: list[Piece] = []

    def keep(words: str, outer: Sequence[float], matrix: Sequence[float], font: Any, size: float) -> None:
        if words.strip():
            x = matrix[4] * outer[0] + matrix[5] * outer[2] + outer[4]
            y = matrix[4] * outer[1] + matrix[5] * outer[3] + outer[5]
            height = abs(size * matrix[3] * outer[3]) or abs(size)
            bold = "bold" in str(font.get("/BaseFont", "") if font else "").lower()
            pieces.append(Piece(words.strip(), x, y, height, bold))

    written = page.extract_text(visitor_text=keep)
    return written, [list(row) for _, row in groupby(pieces, key=lambda piece: round(piece.y / SAME))]


def is_far(piece: Piece, following: Piece) -> bool:
    """Tell whether there is more than a space between two pieces, however wide the letters are."""
    return following.x > piece.x + (len(piece.words) * _WIDEST + _SPACES) * piece.size


def key_of(words: str) -> str:
    """Return what a line is known by in the text of its page, whatever spaces stand in it."""
    return "".join(words.split())
