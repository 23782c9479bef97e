"""Tables of a page of a PDF, which has no word for them: lines whose words stand below each other in columns.

A column is what no word of the table stands across the border of. A line whose words stand only below words, and in none of
the first column, goes on with the row above.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from index.readers.parts.paragraphs import plain
from index.readers.parts.tables import Cell, table_lines
from index.readers.pdf_pieces import SAME, Piece, Row, is_far, key_of

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
_MOST_ROWS, _MOST_PIECES = 200, 60
"""Lines of a table, and pieces of a line; chosen: more than a page has, a bound on the work."""
_LONGEST = 90
"""Characters of a cell; chosen: more are a sentence."""

Columns = Sequence[tuple[float, float]]
"""Where columns begin and end, in points from the left."""


def with_tables(lines: Sequence[str], rows: Sequence[Row]) -> tuple[list[str], list[list[str]]]:
    """Return the lines of a page with those of its tables read as ``table_lines`` reads them, an empty one around each, and the
    lines of each table. A table whose lines do not follow each other in ``lines`` stays as it is written."""
    shown, tables = list(lines), []
    after = 0
    for table in _tables(rows):
        place = _place(shown, "".join(key_of(piece.words) for row in table for piece in row), after)
        cells = _cells(table, " ".join(shown[slice(*place)])) if place is not None else []
        if place is None or _is_prose(cells):
            continue
        first, last = place
        read = table_lines(cells)
        apart = [""] + [line for one in read for line in (plain(one), "")]
        shown[first:last] = apart
        after = first + len(apart)
        tables.append([plain(line) for line in read])
    return shown, tables


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
    place = 0
    while place < len(rows):
        table: list[Row] = []
        if _is_row(rows[place]):
            table = _from(rows, place)
        if len([row for row in table if len(row) > 1]) >= _FEWEST_ROWS:
            yield table
            place += len(table)
        else:
            place += 1


def _from(rows: Sequence[Row], place: int) -> list[Row]:
    """Return the lines of the table that begins at ``place``, one line where none does."""
    table = [rows[place]]
    width = len(_columns(table))
    for row in rows[place + 1 : place + _MOST_ROWS]:
        columns = _columns([*table, row])
        if len(columns) < 2 or len(columns) < width - 1:
            break
        if _is_row(row):
            if not _fits(row, columns):
                break
        elif not _goes_on(table[-1], row, columns):
            break
        table.append(row)
        width = max(width, len(columns))
    return table


def _is_row(row: Row) -> bool:
    if len(row) > _MOST_PIECES:
        return False
    apart = sorted(row, key=lambda piece: piece.x)
    return (
        any(is_far(one, other) for one, other in pairwise(apart))
        and sum(len(piece.words) for piece in row) <= _LONGEST * len(row)
        and all(len(piece.words) <= _LONGEST for piece in row)
    )


def _fits(row: Row, columns: Columns) -> bool:
    """Tell whether the words of a line stand in at least two of the columns."""
    return len({_column(piece, columns) for piece in row}) > 1


def _goes_on(above: Row, row: Row, columns: Columns) -> bool:
    """Tell whether a line goes on with the cells of the one above, and begins no row."""
    near = abs(above[0].y - row[0].y) < _LINE * max(piece.size for piece in above)
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
    places: list[list[float]] = []
    for x in sorted(piece.x for row in table for piece in row):
        if places and x - places[-1][-1] <= SAME:
            places[-1].append(x)
        else:
            places.append([x])
    common = [min(place) for place in places if 2 * len(place) > len(table)]
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
        if not number or _is_row(row):
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
