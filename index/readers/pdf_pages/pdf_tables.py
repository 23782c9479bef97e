"""Tables of a page of a PDF, which has no word for them: lines whose words stand below each other in columns.

A column is what no word of the table stands across the border of. A line whose words stand only below words, and in none of
the first column, goes on with the row above.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise
from math import inf

from index.readers.parts.paragraphs import plain
from index.readers.parts.tables import Cell, heads_of, table_lines
from index.readers.pdf_pages.pdf_pieces import SAME, Piece, Row, is_far, key_of
from index.readers.pdf_pages.pdf_rules import RuledTable

_FEWEST_ROWS = 3
"""Lines of a table; chosen: two are so by chance."""
_NARROW, _WIDE = frozenset("ijlI.,:;'|!()[]ftr -/"), frozenset("mwMW%@")
_WIDTHS = (0.28, 0.55, 0.85)
"""Width of narrow letters, of most and of wide ones, as shares of the size of the font: Helvetica's, to a twentieth."""
_GAP = 0.2
"""Space between two columns, as a share of the size of the font; chosen: less than the space between two words, as no gap of
words stands at one place in every row."""
_LINE = 1.6
"""Height of a line from which on the next one is no more of the same row, as a share of the size of the font; chosen."""
_MOST_IN_CELL = 12
"""Further lines of a cell that are written before the next cell of its row; chosen."""
_FEWEST_CELLS = 3
"""Cells from which two lines that begin at the same places are rows of a table; chosen: two are so by chance."""
_MOST_ROWS, _MOST_PIECES = 200, 60
"""Lines of a table, and pieces of a line; chosen: more than a page has, a bound on the work."""
_AT_THE_EDGE = 2
"""Lines before the first table of a page, and behind its last, that may be its head and its foot; chosen."""
_FAR_BELOW = 6.0
"""Distance of two lines that are of no one table, in sizes of the font; chosen: more than rows have between them."""
_LONGEST = 90
"""Characters of a cell; chosen: more are a sentence."""

_Found = tuple[Sequence[Piece], Callable[[str], Sequence[Sequence[Cell]]]]
"""The pieces of a table, and what gives its cells from its text."""

Columns = Sequence[tuple[float, float]]
"""Where columns begin and end, in points from the left."""


class CarriedHeads:
    """The heads of the table that a page ends with, which the next page may go on with."""

    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()

    def on(self, cells: Sequence[Sequence[Cell]], before: Sequence[str]) -> Sequence[Sequence[Cell]]:
        """Return the cells of a table below the heads that were kept, where it has none of its own, as many columns, and stands
        at the beginning of its page, behind the lines ``before``."""
        width = max((sum(cell.columns for cell in row) for row in cells), default=0)
        begins = sum(map(bool, map(str.strip, before))) <= _AT_THE_EDGE
        if not begins or width != len(self._names) or heads_of(cells):
            return cells
        return [[Cell(name, head=True) for name in self._names], *cells]

    def keep(self, cells: Sequence[Sequence[Cell]], behind: Sequence[str]) -> None:
        """Keep the heads of the table, where it stands at the end of its page, before the lines ``behind``."""
        ends = sum(map(bool, map(str.strip, behind))) <= _AT_THE_EDGE
        self._names = heads_of(cells) if ends else ()


def with_tables(
    lines: Sequence[str],
    rows: Sequence[Row],
    ruled: Sequence[RuledTable] = (),
    carried: CarriedHeads | None = None,
) -> tuple[list[str], list[list[str]]]:
    """Return the lines of a page with those of its tables read as ``table_lines`` reads them, an empty one around each, and the
    lines of each table: those that are drawn with lines, and those of ``rows``, which have none. ``carried`` holds the heads of
    the table that the page before ends with, then those of this one.

    A table whose lines do not follow each other in ``lines`` stays as it is written.
    """
    shown = list(lines)
    tables: list[list[str]] = []
    carried = carried or CarriedHeads()
    after = 0
    whole: Sequence[Sequence[Cell]] = []
    drawn: list[_Found] = [(table.pieces, partial(_drawn_cells, table)) for table in ruled]
    found: list[_Found] = [
        ([piece for row in table for piece in row], partial(_placed_cells, table)) for table in _tables(rows)
    ]
    for pieces, cells_in in sorted([*drawn, *found], key=lambda one: -one[0][0].y):
        wanted = "".join(key_of(piece.words) for piece in pieces)
        place = _place(shown, wanted, after) or _place(shown, wanted, 0)
        cells = cells_in(" ".join(shown[slice(*place)])) if place is not None else []
        if place is None or not cells:
            continue
        first, last = place
        cells = carried.on(cells, shown[:first]) if not tables else cells
        read = table_lines(cells)
        apart = [""] + [line for one in read for line in (plain(one), "")]
        shown[first:last] = apart
        after = first + len(apart)
        tables.append([plain(line) for line in read])
        whole = cells
    carried.keep(whole, shown[after:])
    return shown, tables


def _drawn_cells(table: RuledTable, _: str) -> Sequence[Sequence[Cell]]:
    return table.cells


def _placed_cells(table: Sequence[Row], written: str) -> Sequence[Sequence[Cell]]:
    cells = _cells(table, written)
    return [] if _is_prose(cells) else cells


def _place(lines: Sequence[str], wanted: str, after: int) -> tuple[int, int] | None:
    """Return where those of ``lines`` begin and end that are known by ``wanted`` together."""
    worded = [place for place in range(after, len(lines)) if lines[place].strip()]
    for number, place in enumerate(worded):
        held = 0
        for last in worded[number:]:
            key = key_of(lines[last])
            if not wanted.startswith(key, held):
                break
            held += len(key)
            if held == len(wanted):
                return place, last + 1
    return None


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the lines of each table."""
    rows = _together(rows)
    begin = _beginning(rows)
    place = 0
    while place < len(rows):
        table: list[Row] = []
        if id(rows[place]) in begin:
            table = _from(rows, place, begin)
        if len([row for row in table if len(row) > 1]) >= _FEWEST_ROWS:
            yield table
            place += len(table)
        else:
            place += 1


def _together(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those as one that were written cell by cell: where a line stands beside one before, and between them are
    no more than the further lines of its cell."""
    together: list[Row] = []
    for row in rows:
        beside = _beside(together, row)
        if beside is None:
            together.append(row)
        else:
            together[beside:] = [list(chain(*together[beside:], row))]
    return together


def _beside(rows: Sequence[Row], row: Row) -> int | None:
    """Return the number of the row before that stands beside ``row``, where what is between them is of its last cell."""
    for number in range(len(rows) - 1, max(-1, len(rows) - 1 - _MOST_IN_CELL), -1):
        other = rows[number]
        if abs(other[0].y - row[0].y) <= SAME:
            level = [piece for piece in other if abs(piece.y - other[0].y) <= SAME]
            right = level[-1].x
            between = chain.from_iterable(rows[number + 1 :])
            goes_on = all(piece.y < other[0].y and piece.x >= right - SAME for piece in between)
            return number if row[0].x > right + SAME and goes_on else None
        if other[0].y > row[0].y:
            return None
    return None


def _beginning(rows: Sequence[Row]) -> frozenset[int]:
    """Return the ids of those rows that begin a row of a table: words of them stand apart, or where those of the next ones do."""
    begin: set[int] = set()
    for place, row in enumerate(rows):
        near = [*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2]]
        if _is_row(row) or any(_is_aligned(row, other) for other in near):
            begin.add(id(row))
    return frozenset(begin)


def _is_row(row: Row) -> bool:
    apart = sorted(row, key=lambda piece: piece.x)
    return _has_cells(row) and any(is_far(one, other) for one, other in pairwise(apart))


def _has_cells(row: Row) -> bool:
    return (
        len(row) <= _MOST_PIECES
        and sum(len(piece.words) for piece in row) <= _LONGEST * len(row)
        and all(len(piece.words) <= _LONGEST for piece in row)
    )


def _is_aligned(row: Row, other: Row) -> bool:
    """Tell whether the words of two lines begin at the same places, three or more, or those of one are as many in bold: heads."""
    one, two = (sorted({round(piece.x / SAME) for piece in each}) for each in (row, other))
    if not (_has_cells(row) and _has_cells(other) and len(one) == len(two) and len(one) >= _FEWEST_CELLS):
        return False
    bold = [all(piece.bold for piece in each) for each in (row, other)]
    return all(abs(begin - end) <= 1 for begin, end in zip(one, two, strict=True)) or bold[0] != bold[1]


def _from(rows: Sequence[Row], place: int, begin: Collection[int]) -> list[Row]:
    """Return the lines of the table that begins at ``place``, one line where none does; ``begin`` are the ids of those lines that
    begin a row."""
    table = [rows[place]]
    width = len(_columns(table))
    for row in rows[place + 1 : place + _MOST_ROWS]:
        columns = _columns([*table, row])
        if len(columns) < 2 or len(columns) < width - 1 or not _is_below(table[-1], row):
            break
        if id(row) in begin:
            if not _fits(row, columns):
                break
        elif not _goes_on(table[-1], row, columns):
            break
        table.append(row)
        width = max(width, len(columns))
    return table


def _is_below(above: Row, row: Row) -> bool:
    """Tell whether a line stands below another, and near it: what is at the head or foot of a page is of no table."""
    foot = min(piece.y for piece in above)
    return 0 < foot - row[0].y < _FAR_BELOW * max(piece.size for piece in above)


def _fits(row: Row, columns: Columns) -> bool:
    """Tell whether the words of a line stand in at least two of the columns."""
    return len({_column(piece, columns) for piece in row}) > 1


def _goes_on(above: Row, row: Row, columns: Columns) -> bool:
    """Tell whether a line goes on with the cells of the one above, and begins no row."""
    near = abs(min(piece.y for piece in above) - row[0].y) < _LINE * max(piece.size for piece in above)
    taken = {_column(piece, columns) for piece in row}
    begins = {round(piece.x / SAME) for piece in above}
    return near and 0 not in taken and all(round(piece.x / SAME) in begins for piece in row)


def _columns(table: Sequence[Row]) -> list[tuple[float, float]]:
    """Where the columns of the table begin and end, from the left: the places where words begin in most lines, where all do;
    else what its words take, put together where they meet."""
    begins = _common_begins(table)
    if begins:
        return list(pairwise([*begins, inf]))
    taken = sorted((piece.x, _end(piece)) for row in table for piece in row)
    columns: list[tuple[float, float]] = []
    size = max(piece.size for row in table for piece in row)
    for start, end in taken:
        if columns and start < columns[-1][1] + _GAP * size:
            columns[-1] = (columns[-1][0], max(columns[-1][1], end))
        else:
            columns.append((start, end))
    return columns


def _common_begins(table: Sequence[Row]) -> list[float]:
    """Where words begin in most lines of the table; none where some cell begins elsewhere."""
    places: list[list[tuple[float, int]]] = []
    for x, number in sorted((piece.x, number) for number, row in enumerate(table) for piece in row):
        if places and x - places[-1][-1][0] <= SAME:
            places[-1].append((x, number))
        else:
            places.append([(x, number)])
    lines = [{number for _, number in place} for place in places]
    common = [place[0][0] for place, held in zip(places, lines, strict=True) if 2 * len(held) > len(table)]
    cells = (
        piece
        for row in table
        for before, piece in zip((None, *row), row, strict=False)
        if before is None or is_far(before, piece)
    )
    return common if all(any(0 <= cell.x - begin <= SAME for begin in common) for cell in cells) else []


def _end(piece: Piece) -> float:
    narrow = sum(letter in _NARROW for letter in piece.words)
    wide = sum(letter in _WIDE for letter in piece.words)
    counts = (narrow, len(piece.words) - narrow - wide, wide)
    return piece.x + piece.size * sum(count * width for count, width in zip(counts, _WIDTHS, strict=True))


def _column(piece: Piece, columns: Columns) -> int:
    return max((number for number, (start, _) in enumerate(columns) if start <= piece.x + SAME), default=0)


def _cells(table: Sequence[Row], written: str) -> list[list[Cell]]:
    """Return the cells of the table's rows; ``written`` is its text, which tells where spaces stand."""
    columns = _columns(table)
    rows: list[list[str]] = []
    after = 0
    for number, row in enumerate(table):
        if not number or not _goes_on(table[number - 1], row, columns):
            rows.append([""] * len(columns))
        else:
            rows[-1] = [words and words + " " for words in rows[-1]]
        for piece in row:
            last = _end_of(written, key_of(piece.words), after)
            rows[-1][_column(piece, columns)] += written[after:last]
            after = last
    bold = _is_bold(table)
    return [
        [Cell(plain(words), head=bold and not number and bool(words)) for words in row]
        for number, row in enumerate(rows)
    ]


def _end_of(written: str, key: str, after: int) -> int:
    """Return where in ``written`` the words end that begin ``after`` and are known by ``key``."""
    left = len(key)
    while left and after < len(written):
        left -= not written[after].isspace()
        after += 1
    return after


def _is_prose(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether what stands apart are the words of justified lines: cells begin with a capital or hold a number."""
    words = [cell.words for row in rows for cell in row if cell.words]
    small = sum(word[0].islower() for word in words)
    return 2 * small > len(words) and not any(any(map(str.isdigit, word)) for word in words)


def _is_bold(table: Sequence[Row]) -> bool:
    """Tell whether the first line alone is bold, which makes it the head even where numbers stand in it."""
    return all(piece.bold for piece in table[0]) and not all(piece.bold for piece in table[1])
