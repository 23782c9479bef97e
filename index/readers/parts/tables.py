"""Tables as lines that read by themselves: each row with the head of every cell, "Place: Tarvo bridge · Released: 41"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from index.model import Part
from index.readers.parts.paragraphs import BREAK, plain

BETWEEN = " · "
"""What stands between two cells of a row."""

MOST_CELLS = 20_000
"""Cells of a table, those that it spans counted, above which its rows are read without their spans."""

LONGEST_CELL = 600
"""Characters of a cell above which a table is taken for the layout of a page."""

_FEWEST_LABELLED = 3
"""Rows of a table of labels that no mark tells; chosen: of two, one may be the heads."""
_LONGEST_LABEL = 40
"""Characters of such a label; chosen."""
_BREAK_MARK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NUMBERED = re.compile(r"[\d\s.,:%–—-]*\d[\d\s.,:%–—-]*")

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, how many columns and rows it takes, and whether it is a head."""

    words: str
    columns: int = 1
    rows: int = 1
    head: bool = False


def table_lines(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return a line for each row below the heads of a table, its cells with their heads; without heads the cells alone.

    The first rows of heads alone are the heads of the columns, those of several rows joined; where no cell is said to be one,
    the first row is, unless a number stands in it, and with it those below that a cell of the heads reaches into. A row that is
    one cell from side to side is a line of its own.
    """
    grid, heads = _grid(rows)
    if not grid:
        return []
    if _is_labelled(grid, heads):
        return [_labelled(row) for row in grid]
    first, above = _heads(grid, heads)
    names = _names(grid[first:above]) or [""] * len(grid[0])
    below = (row[0] if _is_across(row) else _line(names, row) for row in grid[above:])
    return [row[0] for row in grid[:first]] + [line for line in below if line]


def heads_of(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Return the heads of the columns of a table, none where it has none."""
    grid, heads = _grid(rows)
    if not grid or _is_labelled(grid, heads):
        return ()
    first, above = _heads(grid, heads)
    return tuple(_names(grid[first:above]))


def _heads(grid: Grid, heads: Sequence[Sequence[bool]]) -> tuple[int, int]:
    """Return the number of the first row of the heads of a table, and that of the row below them."""
    first = 0
    while first < len(grid) - 1 and _is_across(grid[first]):
        first += 1
    above = first
    while above < len(grid) - 1 and all(heads[above]) and not (above > first and _is_across(grid[above])):
        above += 1
    if above == first and len(grid) > first + 1 and not _has_number(grid[first]):
        above += 1
        while above < len(grid) - 1 and _reaches(grid[above - 1], grid[above]):
            above += 1
    if (
        above == first + 1
        and above < len(grid) - 1
        and _goes_on_below(grid[first], grid[above], grid[above + 1])
    ):
        above += 1
    return first, above


def _names(heads: Grid) -> list[str]:
    """Return the head of each column; where the first line of two leaves a place empty, the head before it goes on."""
    if not heads:
        return []
    lines = [list(row) for row in heads]
    if len(lines) == 2:
        for column in range(1, len(lines[0])):
            if not lines[0][column] and lines[1][column]:
                lines[0][column] = lines[0][column - 1]
    return [_joined(row[column] for row in lines) for column in range(len(lines[0]))]


def _goes_on_below(head: Sequence[str], row: Sequence[str], following: Sequence[str]) -> bool:
    """Tell whether ``row`` is a second line of heads, for which the first has left places empty: "Vote", "", and "For",
    "Against". Every column has a head then, and numbers begin below."""
    filled = [bool(below) for above, below in zip(head, row, strict=True) if not above]
    named = all(one or other for one, other in zip(head, row, strict=True))
    return bool(filled) and all(filled) and named and not _has_number(row) and _has_number(following)


def _is_labelled(grid: Grid, heads: Sequence[Sequence[bool]]) -> bool:
    """Tell whether each row of a table says one thing, which its first cell names: "Telephone", "+47 5550 117". The first cells
    are heads and no other is, or what stands in the second of two columns is of several kinds."""
    if len(grid[0]) < 2 or len(grid) < 2 or any(any(row[1:]) for row in heads):
        return False
    if all(row[0] for row in heads):
        return True
    if len(grid[0]) > 2 or len(grid) < _FEWEST_LABELLED or any(row[0] for row in heads):
        return False
    labels = [row[0] for row in grid]
    if any(map(_is_across, grid)):
        return False
    if len(set(labels)) < len(labels) or not all(labels) or any(map(_has_number, grid[:1])):
        return False
    kinds = {_NUMBERED.fullmatch(row[1].lstrip("+")) is not None for row in grid[1:] if row[1]}
    return len(kinds) > 1 and all(len(label) <= _LONGEST_LABEL for label in labels) and not _is_counted(grid)


def _is_counted(grid: Grid) -> bool:
    """Tell whether most of the second cells below the first are numbers: they are counts, and one of them is not known."""
    counted = sum(_NUMBERED.fullmatch(row[1]) is not None for row in grid[1:])
    return 2 * counted > len(grid) - 1


def _labelled(row: Sequence[str]) -> str:
    told = BETWEEN.join(dict.fromkeys(filter(None, row[1:])))
    return f"{row[0].rstrip(':')}: {told}" if row[0] and told and row[0] != told else row[0] or told


def _has_number(row: Sequence[str]) -> bool:
    return any(_NUMBERED.fullmatch(words) for words in row if words)


def _is_across(row: Sequence[str]) -> bool:
    """Tell whether one cell takes the whole row of a table that has others."""
    return len(row) > 1 and bool(row[0]) and all(words == row[0] for words in row)


def _reaches(head: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether ``row`` is a second line of heads: a cell of the one above takes two columns, or goes on into it;
    numbers stand in it, as years, only where one does the one and another the other."""
    wide = any(one and one == other for one, other in pairwise(head))
    deep = any(one and one == other for one, other in zip(head, row, strict=True))
    worded = not _has_number(row) or (wide and deep)
    return (wide or deep) and worded and len(set(filter(None, row))) > 1


def table_parts(text: str, tables: Iterable[Sequence[str]]) -> tuple[Part, ...]:
    """Return the tables, whose lines stand in ``text`` each as a paragraph, and their rows, as parts named by their number.

    A line that is not there any more is passed over.
    """
    parts: list[Part] = []
    after = number = 0
    for lines in tables:
        found = list(_places(text, lines, after))
        if not found:
            continue
        number += 1
        after = found[-1][2]
        parts.append(Part("table", found[0][1], after, f"table {number}", str(number)))
        parts += [
            Part("row", start, end, f"table {number}, row {row}", str(row)) for row, start, end in found
        ]
    return tuple(parts)


def _places(text: str, lines: Sequence[str], after: int) -> Iterator[tuple[int, int, int]]:
    for row, line in enumerate(lines, 1):
        start = text.find(line, after)
        while start > 0 and text[start - 1] != "\n":
            start = text.find(line, start + 1)
        if start >= 0:
            after = start + len(line)
            yield row, start, after


def _grid(rows: Sequence[Sequence[Cell]]) -> tuple[list[list[str]], list[list[bool]]]:
    """Return the words of every place of the table, a cell that takes several being in each, and whether it is a head."""
    spanned = sum(max(1, cell.columns) * max(1, cell.rows) for row in rows for cell in row) <= MOST_CELLS
    taken: dict[tuple[int, int], Cell] = {}
    width = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            for down in range(cell.rows if spanned else 1):
                for across in range(cell.columns if spanned else 1):
                    if number + down < len(rows):
                        taken.setdefault((number + down, column + across), cell)
            column += cell.columns if spanned else 1
            width = max(width, column)
    nothing = Cell("")
    places = [
        [taken.get((number, column), nothing) for column in range(width)] for number in range(len(rows))
    ]
    places = [row for row in places if any(cell.words for cell in row)]
    return [[cell.words for cell in row] for row in places], [[cell.head for cell in row] for row in places]


def _joined(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(word.rstrip(":") for word in words if word))


def _line(names: Sequence[str], row: Sequence[str]) -> str:
    said: list[str] = []
    for name, words in zip(names, row, strict=True):
        cell = f"{name}: {words}" if name and words and name != words else words
        if cell and (not said or said[-1] != cell):
            said.append(cell)
    return BETWEEN.join(said)


def html_rows(table: Any) -> list[list[Cell]] | None:
    """Return the cells of a ``<table>`` of lxml, None for one that lays out a page: with a table in it, a long cell, or fewer
    than two rows or columns."""
    if next((inner for inner in table.iter("table") if inner is not table), None) is not None:
        return None
    rows = []
    for row in table.iter("tr"):
        group = row.getparent()
        in_head = group is not None and group.tag == "thead"
        rows.append([_html_cell(cell, in_head=in_head) for cell in row if cell.tag in ("td", "th")])
    rows = [row for row in rows if any(cell.words for cell in row)]
    if len(rows) < 2 or max(sum(cell.columns for cell in row) for row in rows) < 2:
        return None
    if any(len(cell.words) > LONGEST_CELL for row in rows for cell in row):
        return None
    return rows


def _html_cell(cell: Any, *, in_head: bool) -> Cell:
    words = plain(" ".join(cell.itertext(with_tail=False)))
    return Cell(words, _span(cell, "colspan"), _span(cell, "rowspan"), in_head or cell.tag == "th")


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), 1_000) if value.isdecimal() and len(value) < 5 else 1


_MARKDOWN_RULE = re.compile(
    r"[^\S\n]*\|?(?:[^\S\n]*:?-{1,}:?[^\S\n]*\|)*[^\S\n]*:?-{1,}:?[^\S\n]*\|?[^\S\n]*"
)
_MARKDOWN_BAR = re.compile(r"(?<!\\)\|")
_ESCAPED_BAR = re.compile(r"\\{1,2}\|")
"""In code the second backslash stays."""


def keep_escaped_bars(text: str) -> str:
    r"""Return ``text`` with the bars that are escaped in tables, ``\|``, escaped once more: who reads marks takes one away."""
    if "\\|" not in text:
        return text
    lines = text.split("\n")
    place = 0
    while place < len(lines):
        end = max(_markdown_end(lines, place), place + 1)
        if end > place + 1:
            lines[place:end] = [line.replace("\\|", "\\\\|") for line in lines[place:end]]
        place = end
    return "\n".join(lines)


def read_markdown(text: str) -> tuple[str, list[list[str]]]:
    """Return ``text`` with every table of Markdown as its lines, a blank line between them, and the lines of each table."""
    if "|" not in text:
        return text, []
    kept: list[str] = []
    tables: list[list[str]] = []
    lines = text.split("\n")
    place = 0
    while place < len(lines):
        end = _markdown_end(lines, place)
        if end == place:
            kept.append(lines[place])
            place += 1
            continue
        rows = [
            _markdown_cells(line, head=not number)
            for number, line in enumerate(lines[place:end])
            if number != 1
        ]
        width = len(rows[0])
        found = table_lines([row[:width] for row in rows])
        if kept and kept[-1].strip():
            kept.append("")
        kept += BREAK.join(found).split("\n")
        if end < len(lines) and lines[end].strip():
            kept.append("")
        tables.append(found)
        place = end
    return "\n".join(kept), tables


def _markdown_end(lines: Sequence[str], place: int) -> int:
    """Return the number of the line behind the table that begins at ``place``, ``place`` where none does."""
    if place + 1 >= len(lines) or "|" not in lines[place] or "|" not in lines[place + 1]:
        return place
    if not _MARKDOWN_RULE.fullmatch(lines[place + 1]):
        return place
    end = place + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


def _markdown_cells(line: str, *, head: bool) -> list[Cell]:
    words = _MARKDOWN_BAR.split(line.strip())
    if words and not words[0].strip():
        words = words[1:]
    if words and not words[-1].strip():
        words = words[:-1]
    return [Cell(plain(_BREAK_MARK.sub(" ", _ESCAPED_BAR.sub("|", word))), head=head) for word in words]
