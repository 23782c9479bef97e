"""Words of a page of a PDF with where they stand, and the level and upright lines that are drawn on it, as pypdf gives them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from pypdf import PageObject

SAME = 3.0
"""Points, of 1/72 inch, between two places that count as one."""
_WIDEST, _SPACES = 0.6, 1.5
"""Width of a letter, as a share of the size of its font, more than in any usual font on the average of a few words; and how
much is more than a space."""


_NARROWEST = 0.4
"""Width of a letter, as a share of the size of its font, less than in any usual font on the average of a line."""
_LEVEL = 1e-6
"""What counts as nothing in a matrix, as pypdf has it."""
_ALL_WAYS = (0, 90, 180, 270)
"""By how many degrees words may be turned."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words written in one go, with where they begin, in points from the left and from the bottom."""

    words: str
    x: float
    y: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line that is drawn on a page, level or upright: ``at`` its height from the bottom or its distance from the left, from
    ``start`` to ``end`` in the other direction, all in points."""

    is_level: bool
    at: float
    start: float
    end: float


Row = Sequence[Piece]
"""Pieces of one line, in the order in which they were written."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What stands on a page: its text in the order in which it was written, its pieces line by line, the lines drawn on it."""

    written: str
    rows: list[Row]
    strokes: list[Stroke]


def words_of(page: PageObject) -> PageWords:
    """Return the text of ``page``, its pieces, and the lines that are drawn on it, without a stamp along its margin."""
    words, upright = _read(page, _ALL_WAYS)
    return words if upright is None else _read(page, (upright,))[0]


def _read(page: PageObject, ways: tuple[int, ...]) -> tuple[PageWords, int | None]:
    """Return the words that are written in one of the ``ways``, and the way of all that do not stand along the margin; None where
    no other do."""
    pieces: list[Piece] = []
    turned: dict[int, list[Piece]] = defaultdict(list)
    drawing, showing = _Drawing(), _Showing()

    def keep(words: str, outer: Sequence[float], matrix: Sequence[float], font: Any, size: float) -> None:
        if words.strip():
            x = matrix[4] * outer[0] + matrix[5] * outer[2] + outer[4]
            y = matrix[4] * outer[1] + matrix[5] * outer[3] + outer[5]
            height = abs(size * matrix[3] * outer[3]) or abs(size)
            bold = "bold" in str(font.get("/BaseFont", "") if font else "").lower()
            whole = Piece(words.strip(), x, y, height, bold)
            turned[_way(outer, matrix)].append(whole)
            pieces.extend(_apart(whole, words, showing.take()))

    def see(
        operator: bytes, operands: Sequence[Any], outer: Sequence[float], matrix: Sequence[float]
    ) -> None:
        drawing.see(operator, operands, outer, matrix)
        showing.see(operator, operands, outer, matrix)

    written = page.extract_text(ways, visitor_text=keep, visitor_operand_before=see)
    rows: list[Row] = [list(row) for _, row in groupby(pieces, key=lambda piece: round(piece.y / SAME))]
    return PageWords(written, rows, drawing.strokes), _upright(turned)


def _way(outer: Sequence[float], matrix: Sequence[float]) -> int:
    """Return by how many degrees words are turned, as pypdf tells it."""
    up = matrix[2] * outer[1] + matrix[3] * outer[3]
    along = matrix[0] * outer[1] + matrix[1] * outer[3]
    if abs(up) > _LEVEL:
        return 0 if up > 0 else 180
    return 90 if along > 0 else 270


def _upright(turned: Mapping[int, Sequence[Piece]]) -> int | None:
    """Return the way in which a page is written where all that is written in another stands beside it, at the page's edge."""
    ways = sorted(turned, key=lambda way: -sum(len(piece.words) for piece in turned[way]))
    if len(ways) < 2 or ways[0] != 0:
        return None
    left = min(piece.x for piece in turned[0])
    right = max(piece.x + len(piece.words) * piece.size * _NARROWEST for piece in turned[0])
    beside = (piece.x < left or piece.x > right for way in ways[1:] for piece in turned[way])
    return 0 if all(beside) else None


@dataclass(frozen=True, slots=True)
class _Shown:
    """Bytes that are shown in one go, and where they begin."""

    x: float
    y: float
    length: int


class _Showing:
    """Follows the operators that show words (ISO 32000-1, 9.4.3), since words of one line are given together."""

    def __init__(self) -> None:
        self._shown: list[_Shown] = []

    def see(
        self, operator: bytes, operands: Sequence[Any], outer: Sequence[float], matrix: Sequence[float]
    ) -> None:
        """Take the next operator, with the matrices that tell where on the page its words are."""
        if operator not in (b"Tj", b"TJ") or not operands:
            return
        held = operands[0] if operator == b"TJ" else operands
        length = sum(len(getattr(one, "original_bytes", one)) for one in held if isinstance(one, str | bytes))
        x, y = _placed((matrix[4], matrix[5]), outer)
        if self._shown and abs(self._shown[-1].x - x) < 1 and abs(self._shown[-1].y - y) < 1:
            length += self._shown.pop().length
        self._shown.append(_Shown(x, y, length))

    def take(self) -> list[_Shown]:
        """Return what was shown since this was asked last."""
        shown, self._shown = self._shown, []
        return shown


def _apart(whole: Piece, words: str, shown: Sequence[_Shown]) -> list[Piece]:
    """Return the pieces of a line that was written in several goes, where more than a space is between two; the whole where
    what was shown is not surely those words, letter by letter."""
    here = [one for one in shown if abs(one.y - whole.y) <= SAME]
    if len(here) < 2 or len(here) > _MOST_GOES:
        return [whole]
    for width in (2, 1):
        pieces = _matched(whole, words.strip(), here, width)
        if pieces:
            return pieces
    return [whole]


def _matched(whole: Piece, words: str, shown: Sequence[_Shown], width: int) -> list[Piece]:
    """Return the pieces, a letter being of as many bytes as ``width``; none where the letters are not as many."""
    found: list[Piece] = []
    place = 0
    for one in shown:
        while place < len(words) and words[place].isspace():
            place += 1
        last = place + one.length // width
        own = words[place:last]
        place = last
        before = found[-1] if found else None
        if before is not None and one.x <= before.x + (len(before.words) * _WIDEST + _GAP) * whole.size:
            found[-1] = Piece(f"{before.words} {own}".strip(), before.x, whole.y, whole.size, whole.bold)
        elif own.strip():
            found.append(Piece(own.strip(), one.x, whole.y, whole.size, whole.bold))
    together = key_of("".join(piece.words for piece in found))
    return found if place == len(words) and together == key_of(words) else []


_GAP = 0.3
"""Space, beyond the widest that words may be, as a share of the size of the font, from which two are written apart; chosen."""
_MOST_GOES = 200
"""Goes in which a line is written; chosen: a bound on the work."""
_THICKEST = 3.0
"""Points of the thickness of a line that is drawn as a filled rectangle; chosen: what is thicker is a surface."""
_SHORTEST = 4.0
"""Points of a line; chosen: a shorter one is a tick or part of a letter."""


class _Drawing:
    """Follows the operators by which a page draws (ISO 32000-1, 8.5), and keeps its level and upright lines."""

    def __init__(self) -> None:
        self.strokes: list[Stroke] = []
        self._paths: list[list[tuple[float, float]]] = []

    def see(
        self, operator: bytes, operands: Sequence[Any], outer: Sequence[float], _: Sequence[float]
    ) -> None:
        """Take the next operator, with the matrix that tells where on the page its points are."""
        if operator in (b"m", b"l", b"re"):
            self._add(operator, [float(value) for value in operands if isinstance(value, int | float)], outer)
        elif operator == b"h" and self._paths:
            self._paths[-1].append(self._paths[-1][0])
        elif operator in (b"S", b"s"):
            for path in self._paths:
                self._keep([*path, path[0]] if operator == b"s" else path)
            self._paths.clear()
        elif operator in (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"):
            for path in self._paths:
                self._fill(path, edges=operator[:1] in b"Bb")
            self._paths.clear()
        elif operator == b"n":
            self._paths.clear()

    def _add(self, operator: bytes, values: Sequence[float], outer: Sequence[float]) -> None:
        if operator == b"re" and len(values) == 4:
            x, y, width, height = values
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            self._paths.append([_placed(corner, outer) for corner in corners])
        elif operator == b"m" and len(values) == 2:
            self._paths.append([_placed((values[0], values[1]), outer)])
        elif operator == b"l" and len(values) == 2 and self._paths:
            self._paths[-1].append(_placed((values[0], values[1]), outer))

    def _fill(self, path: Sequence[tuple[float, float]], *, edges: bool) -> None:
        left, right = min(x for x, _ in path), max(x for x, _ in path)
        foot, top = min(y for _, y in path), max(y for _, y in path)
        if top - foot <= _THICKEST:
            self._keep([(left, (foot + top) / 2), (right, (foot + top) / 2)])
        elif right - left <= _THICKEST:
            self._keep([((left + right) / 2, foot), ((left + right) / 2, top)])
        elif edges:
            self._keep(path)

    def _keep(self, path: Sequence[tuple[float, float]]) -> None:
        for (x, y), (other_x, other_y) in pairwise(path):
            if abs(y - other_y) < 1 and abs(x - other_x) >= _SHORTEST:
                self.strokes.append(Stroke(True, y, min(x, other_x), max(x, other_x)))
            elif abs(x - other_x) < 1 and abs(y - other_y) >= _SHORTEST:
                self.strokes.append(Stroke(False, x, min(y, other_y), max(y, other_y)))


def _placed(point: tuple[float, float], outer: Sequence[float]) -> tuple[float, float]:
    x, y = point
    return x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5]


def is_far(piece: Piece, following: Piece) -> bool:
    """Tell whether there is more than a space between two pieces, however wide the letters are."""
    return following.x > piece.x + (len(piece.words) * _WIDEST + _SPACES) * piece.size


def key_of(words: str) -> str:
    """Return what a line is known by in the text of its page, whatever spaces stand in it."""
    return "".join(words.split())
