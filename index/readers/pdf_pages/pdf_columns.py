"""The lines of a page of a PDF in reading order: columns that are written line by line are read one after the other.

Where a page gives no sign of columns, the order is that in which it was written. Where prose stands side by side and does not
begin at the same places, its order is not known.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile
from statistics import median

from pypdf import PageObject

from index.readers.pdf_pages.pdf_pieces import SAME, Piece, Row, is_far, key_of, words_of
from index.readers.pdf_pages.pdf_rules import RuledTable, ruled_tables
from index.readers.pdf_pages.pdf_tables import CarriedHeads, with_tables

_COUNTS = (4, 3, 2)
"""Columns that are looked for."""
_FEWEST_ROWS = 3
"""Rows with a gap at one place that make columns; chosen: two are so by chance."""
_FEWEST_WORDS = 3.5
"""Words of a line in a column of prose, on the average; the cells of a table have fewer."""
_NARROWEST = 0.25
"""Width of one of two columns, as a share of the page's; of more columns each is narrower."""
_LETTER = 0.4
"""Width of a letter, as a share of the size of its font: less than in any usual font."""
_FEWEST_CELLS = 3
"""Cells from which a row is one of a table; chosen: two are columns of prose."""
_LARGER = 1.15
"""How much larger than the usual letters of a page those of a heading are."""
_LONGEST_TITLE = 200
"""Characters of a title; chosen: that of a long agreement."""


def lines_of(
    page: PageObject, carried: CarriedHeads | None = None
) -> tuple[list[str], list[list[str]]] | None:
    """Return the lines of ``page`` in the order in which they are read, and those of its tables; None where the order cannot be
    known.

    An empty line stands around headings, which have larger or bolder letters, and around the rows of a table. Tables are looked
    for on pages without columns; ``carried`` holds the heads of the one that the page before ends with.
    """
    words = words_of(page)
    width, rows = float(page.mediabox.width), words.rows
    ruled = ruled_tables(rows, words.strokes, words.written)
    beside = _without(rows, ruled)
    ordered = in_reading_order(beside, width)
    if ordered and ruled:
        ordered = in_reading_order(rows, width)
    if ordered is None:
        return None
    if ordered:
        return list(_with_blanks(ordered, rows)), []
    lines, tables = with_tables(words.written.splitlines(), beside, ruled, carried)
    return list(_with_blanks(lines, rows)), tables


def _without(rows: Sequence[Row], tables: Sequence[RuledTable]) -> list[Row]:
    """Return the rows without the words of the tables."""
    taken = {id(piece) for table in tables for piece in table.pieces}
    left = ([piece for piece in row if id(piece) not in taken] for row in rows)
    return [row for row in left if row]


def title_of(page: PageObject) -> str:
    """Return the words in the largest letters of ``page``, "" where all are of one size."""
    rows = words_of(page).rows
    sizes = [max(piece.size for piece in row) for row in rows]
    if not sizes or max(sizes) <= _LARGER * median(sizes):
        return ""
    first = sizes.index(max(sizes))
    shown = takewhile(
        lambda item: item[1] > max(sizes) / _LARGER, zip(rows[first:], sizes[first:], strict=True)
    )
    return " ".join(piece.words for row, _ in shown for piece in row)[:_LONGEST_TITLE]


def _with_blanks(lines: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines, an empty one between those of a heading and others, and around each row of a table."""
    usual = median([piece.size for row in rows for piece in row for _ in piece.words] or [0.0])
    kinds = {
        key_of(" ".join(piece.words for piece in row)): _kind(row, usual, beside)
        for row, beside in zip(rows, zip([(), *rows], [*rows[1:], ()], strict=False), strict=False)
    }
    before = ""
    for line in lines:
        kind = kinds.get(key_of(line), "")
        # A sentence whose beginning is in bold goes on in the next line.
        if (kind != before or kind == "row") and line.strip() and not line.lstrip()[0].islower():
            yield ""
        yield line
        before = kind if line.strip() else before


def _kind(row: Row, usual: float, beside: Sequence[Row]) -> str:
    """Return whether a line is the row of a table or a heading; ``beside`` are the lines before and after."""
    if len(row) > 1 and all(is_far(one, other) for one, other in pairwise(row)):
        return "row"
    if len(row) >= _FEWEST_CELLS and any(_places(row) == _places(other) for other in beside):
        return "row"
    if all(piece.bold or piece.size > _LARGER * usual for piece in row):
        return "heading"
    return ""


def in_reading_order(rows: Sequence[Row], width: float) -> list[str] | None:
    """Return the lines of a page that is ``width`` points wide, columns one after the other; none for a page without.

    None where prose stands in columns whose order cannot be told.
    """
    begins = _columns(rows, width)
    if begins is None:
        return None
    if not begins:
        return []
    lines: list[str] = []
    columns: list[list[str]] = [[] for _ in begins]
    for row in rows:
        parts = [
            [piece for piece in row if _column_of(piece, begins) == place] for place in range(len(begins))
        ]
        across = row[0].x < begins[0] - SAME or any(
            piece.x + _width(piece) > begin
            for part, begin in zip(parts, begins[1:], strict=False)
            for piece in part
        )
        if across:
            lines += [*chain.from_iterable(columns), " ".join(piece.words for piece in row)]
            columns = [[] for _ in begins]
            continue
        for column, part in zip(columns, parts, strict=True):
            if part:
                column.append(" ".join(piece.words for piece in part))
    return [*lines, *chain.from_iterable(columns)]


def _columns(rows: Sequence[Row], width: float) -> list[float] | None:
    """Where the columns of prose begin that are written line by line, from the left; none where there are none, and None where
    there are and it cannot be told where."""
    uncertain = False
    for count in _COUNTS:
        apart = [row for row in rows if len(row) == count and _is_apart(row, _NARROWEST * width * 2 / count)]
        if len(apart) < _FEWEST_ROWS or not _is_prose(apart):
            continue
        (places, _), *_ = Counter(map(_places, apart)).most_common(1)
        aligned = [row for row in apart if _is_aligned(row, places)]
        if len(aligned) < _FEWEST_ROWS or not _is_prose(aligned):
            certain = [row for row in apart if all(is_far(one, other) for one, other in pairwise(row))]
            uncertain = uncertain or len(certain) >= _FEWEST_ROWS
            continue
        return [min(row[column].x for row in aligned) for column in range(count)]
    return None if uncertain else []


def _is_apart(row: Row, least: float) -> bool:
    return all(after.x - before.x > least for before, after in pairwise(row))


def _is_prose(rows: Sequence[Row]) -> bool:
    words = [len(piece.words.split()) for row in rows for piece in row]
    return sum(words) / len(words) >= _FEWEST_WORDS


def _places(row: Row) -> tuple[int, ...]:
    """Where the pieces of a row behind the first begin: the first of a paragraph may be indented."""
    return tuple(round(piece.x / SAME) for piece in row[1:])


def _is_aligned(row: Row, places: Sequence[int]) -> bool:
    return all(abs(one - other) <= 1 for one, other in zip(_places(row), places, strict=True))


def _column_of(piece: Piece, begins: Sequence[float]) -> int:
    return max(0, bisect_right(begins, piece.x + SAME) - 1)


def _width(piece: Piece) -> float:
    return len(piece.words) * piece.size * _LETTER
