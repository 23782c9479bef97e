"""Tables of a page of a PDF that are drawn with lines: the lines say where each cell begins and ends, however many lines of
words stand in it and however many rows and columns it takes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from index.readers.parts.paragraphs import plain
from index.readers.parts.tables import LONGEST_CELL, Cell
from index.readers.pdf_pages.pdf_pieces import Piece, Row, Stroke, key_of

_TOUCH = 3.0
"""Points between two lines that still meet; chosen: the width of a thick line."""
_MOST_STROKES = 4_000
"""Lines of a page that are looked at; chosen: more are a drawing, and a bound on the work."""
_MOST_LINES = 300
"""Lines of a page, pieces of one put together, in one direction; chosen: more than a page of a table has, a bound on the work."""
_MOST_CELLS = 3_000
"""Cells of a table on one page; chosen: more than can be read on one, a bound on the work."""
_ABOVE = 0.3
"""How far above the foot of its letters a word stands for certain, as a share of the size of its font."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table that is drawn with lines: the pieces in it, in the order in which they were written, and its cells."""

    pieces: Sequence[Piece]
    cells: Sequence[Sequence[Cell]]


def ruled_tables(rows: Sequence[Row], strokes: Sequence[Stroke], written: str) -> list[RuledTable]:
    """Return the tables of a page with these rows of words, lines drawn on it, and text."""
    if len(strokes) > _MOST_STROKES:
        return []
    level = _joined(stroke for stroke in strokes if stroke.is_level)
    upright = _joined(stroke for stroke in strokes if not stroke.is_level)
    if len(level) > _MOST_LINES or len(upright) > _MOST_LINES:
        return []
    pieces = [piece for row in rows for piece in row]
    ends = _ends(pieces, written)
    found = []
    for lines, columns in _grids(level, upright):
        table = _table(lines, columns, pieces, ends, written)
        if table is not None:
            found.append(table)
    return found


def _joined(strokes: Iterator[Stroke]) -> list[Stroke]:
    """Return the strokes with those put together that go on with each other in one line."""
    joined: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda one: (round(one.at / _TOUCH), one.start)):
        before = joined[-1] if joined else None
        if (
            before is not None
            and abs(before.at - stroke.at) <= _TOUCH
            and stroke.start <= before.end + _TOUCH
        ):
            joined[-1] = Stroke(before.is_level, before.at, before.start, max(before.end, stroke.end))
        else:
            joined.append(stroke)
    return joined


def _grids(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Yield the lines that meet each other: the level and the upright ones of each table."""
    left = set(range(len(upright)))
    unseen = set(range(len(level)))
    while unseen:
        waiting = [min(unseen)]
        unseen.remove(waiting[0])
        rows: list[Stroke] = []
        columns: list[Stroke] = []
        while waiting:
            row = level[waiting.pop()]
            rows.append(row)
            for place in [place for place in left if _meet(row, upright[place])]:
                left.remove(place)
                columns.append(upright[place])
                met = [other for other in unseen if _meet(level[other], upright[place])]
                unseen.difference_update(met)
                waiting += met
        yield rows, columns


def _meet(level: Stroke, upright: Stroke) -> bool:
    return (
        level.start - _TOUCH <= upright.at <= level.end + _TOUCH
        and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH
    )


def _table(
    level: Sequence[Stroke],
    upright: Sequence[Stroke],
    pieces: Sequence[Piece],
    ends: Sequence[tuple[int, int]],
    written: str,
) -> RuledTable | None:
    tops = _places([stroke.at for stroke in level])[::-1]
    lefts = _places([stroke.at for stroke in upright])
    if len(tops) < 3 or len(lefts) < 3 or len(tops) * len(lefts) > _MOST_CELLS:
        return None
    held: dict[tuple[int, int], list[int]] = {}
    inside: list[int] = []
    for number, piece in enumerate(pieces):
        row = _between(tops[::-1], piece.y + _ABOVE * piece.size)
        column = _between(lefts, piece.x + 1)
        if row is not None and column is not None:
            held.setdefault((len(tops) - 2 - row, column), []).append(number)
            inside.append(number)
    upright, level = (sorted(strokes, key=lambda stroke: stroke.at) for strokes in (upright, level))
    cells = list(_cells(tops, lefts, level, upright, held, pieces, ends, written))
    worded = [[cell for cell in row if cell.words] for row in cells]
    if sum(len(row) > 1 for row in worded) < 2 or any(
        len(cell.words) > LONGEST_CELL for row in cells for cell in row
    ):
        return None
    return RuledTable([pieces[number] for number in inside], cells)


def _places(values: Sequence[float]) -> list[float]:
    """Return the values in their order, those that are nearly the same once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _TOUCH:
            places.append(value)
    return places


def _between(places: Sequence[float], value: float) -> int | None:
    """Return between which two of the places a value is, None where it is outside."""
    number = bisect_right(places, value) - 1
    return number if 0 <= number < len(places) - 1 else None


def _cells(
    tops: Sequence[float],
    lefts: Sequence[float],
    level: Sequence[Stroke],
    upright: Sequence[Stroke],
    held: dict[tuple[int, int], list[int]],
    pieces: Sequence[Piece],
    ends: Sequence[tuple[int, int]],
    written: str,
) -> Iterator[list[Cell]]:
    """Yield the cells of each row: those between which no line is drawn are one."""
    taken: set[tuple[int, int]] = set()
    bold = dict.fromkeys(range(len(tops) - 1), True)
    for (row, _), numbers in held.items():
        bold[row] = bold[row] and all(pieces[number].bold for number in numbers)
    heads = sum(1 for _ in takewhile(lambda row: bold[row], bold))
    for row in range(len(tops) - 1):
        cells = []
        for column in range(len(lefts) - 1):
            if (row, column) in taken:
                continue
            columns = rows = 1
            middle = (tops[row] + tops[row + 1]) / 2
            while column + columns < len(lefts) - 1 and not _covered(
                upright, lefts[column + columns], middle
            ):
                columns += 1
            across = (lefts[column] + lefts[column + 1]) / 2
            while row + rows < len(tops) - 1 and not _covered(level, tops[row + rows], across):
                rows += 1
            places = [(row + down, column + right) for down in range(rows) for right in range(columns)]
            taken.update(places)
            numbers = sorted(number for place in places for number in held.get(place, ()))
            head = bool(numbers) and row < heads < len(tops) - 1
            cells.append(Cell(_words(numbers, pieces, ends, written), columns, rows, head))
        yield cells


def _covered(strokes: Sequence[Stroke], at: float, middle: float) -> bool:
    """Tell whether one of ``strokes``, sorted by where they are, is drawn at a place."""
    first = bisect_left(strokes, at - _TOUCH, key=lambda stroke: stroke.at)
    near = takewhile(lambda stroke: stroke.at <= at + _TOUCH, islice(strokes, first, None))
    return any(stroke.start - _TOUCH <= middle <= stroke.end + _TOUCH for stroke in near)


def _ends(pieces: Sequence[Piece], written: str) -> list[tuple[int, int]]:
    """Return where each piece begins and ends in the text of the page."""
    found = []
    place = 0
    for piece in pieces:
        key = key_of(piece.words)
        while place < len(written) and written[place].isspace():
            place += 1
        start, left = place, len(key)
        while left and place < len(written):
            left -= not written[place].isspace()
            place += 1
        found.append((start, place))
    return found


def _words(
    numbers: Sequence[int], pieces: Sequence[Piece], ends: Sequence[tuple[int, int]], written: str
) -> str:
    words: list[str] = []
    before: int | None = None
    for number in numbers:
        # Where two pieces are one word, no space stands between them in the text.
        goes_on = (
            before is not None
            and before + 1 == number
            and not written[ends[before][1] : ends[number][0]]
            and abs(pieces[before].y - pieces[number].y) <= _TOUCH
        )
        words.append("" if goes_on else " ")
        words.append(written[slice(*ends[number])])
        before = number
    return plain("".join(words))
