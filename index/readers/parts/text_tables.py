"""Tables in plain text: lines with a separator between their cells, as programs write them, and columns of words below each
other, as people type them."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.readers.parts.entries import CLOCK
from index.readers.parts.paragraphs import BREAK, plain
from index.readers.parts.tables import Cell, table_lines

_FEWEST = 3
"""Rows of a table, its heads among them: two lines that are alike are an accident."""
_FEWEST_CELLS = 3
"""Cells of a row with separators that prose has as well."""
_LONGEST_TYPED = 60
"""Characters of a cell in a line of text; chosen: a longer one is a sentence."""
_LONGEST_MEAN = 30
"""Characters that the cells of a column have on average: what is longer is a page of two columns of prose."""
_WIDEST = 1_000
"""Characters of a line of a typed table."""
_LOOKED_AT = 50
"""Rows by which the separator of a file is told."""

_RULE = re.compile(r"[\s|+:]*[-=_]{2,}[-=_\s|+:]*")
_COLUMNS = re.compile(r"\S {2,}\S|\S\t+\S")
_LABEL = re.compile(r"[-*•–·]|\(?(?:\w{1,3}|[ivxlc]{1,5})[.):]|§.*|.*:")
_NUMBER = re.compile(r"\d")
_DOTS = re.compile(r"\.{4}")
"""The dots of a list of contents."""


@dataclass(frozen=True, slots=True)
class _Table:
    end: int
    """The number of the line behind it."""
    rows: list[list[Cell]]


def read_text_tables(text: str) -> tuple[str, list[list[str]]]:
    """Return ``text`` with every table as its lines, a blank line between them, and the lines of each table."""
    lines = text.split("\n")
    kept: list[str] = []
    tables: list[list[str]] = []
    place = 0
    for has_cells, group in groupby(range(len(lines)), key=lambda number: _may_be_row(lines[number])):
        run = list(group)
        if not has_cells or len(run) < _FEWEST:
            kept += lines[run[0] : run[-1] + 1]
            continue
        place = run[0]
        table = _table(lines[place : run[-1] + 1])
        if table is None:
            kept += lines[place : run[-1] + 1]
            continue
        found = table_lines(table.rows)
        if kept and kept[-1].strip():
            kept.append("")
        kept += BREAK.join(found).split("\n")
        rest = lines[place + table.end : run[-1] + 1]
        if rest or (run[-1] + 1 < len(lines) and lines[run[-1] + 1].strip()):
            kept.append("")
        kept += rest
        tables.append(found)
    return ("\n".join(kept), tables) if tables else (text, [])


def read_delimited(text: str) -> tuple[list[str], list[list[Cell]]]:
    """Return what stands before the rows of a file with separators, a line each, and its rows; no rows where it has none."""
    separator = _separator(text.splitlines()[:_LOOKED_AT])
    if separator is None:
        return [], []
    rows = [
        [plain(cell) for cell in row]
        for row in csv.reader(text.splitlines(keepends=True), delimiter=separator)
    ]
    rows = [row for row in rows if any(row)]
    begins = next((number for number, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
    before = [" ".join(filter(None, row)) for row in rows[:begins]]
    return before, [[Cell(words) for words in row] for row in rows[begins:]]


def _separator(lines: Sequence[str]) -> str | None:
    """Return what stands between the cells of most of ``lines``, as often in each."""
    counts = {
        separator: [len(row) for row in csv.reader(filter(str.strip, lines), delimiter=separator)]
        for separator in "\t;|,"
    }
    usual = {separator: max(set(found), key=found.count, default=1) for separator, found in counts.items()}
    fitting = [separator for separator, most in usual.items() if most > 1]
    return max(fitting, key=lambda separator: counts[separator].count(usual[separator]), default=None)


def _may_be_row(line: str) -> bool:
    if not line.strip() or len(line) > _WIDEST or _DOTS.search(line):
        return False
    if _RULE.fullmatch(line) or _COLUMNS.search(line):
        return True
    return any(
        line.count(separator) >= _FEWEST_CELLS - 1 for separator in "|;,"
    ) and not line.rstrip().endswith(".")


def _table(lines: Sequence[str]) -> _Table | None:
    """Return the table that ``lines`` begin with, None where they are none."""
    return _separated(lines) or _typed(lines)


def _separated(lines: Sequence[str]) -> _Table | None:
    for separator in "|\t;,":
        rows: list[list[str]] = []
        end = 0
        for number, line in enumerate(lines):
            if _RULE.fullmatch(line):
                continue
            cells = [plain(cell) for cell in line.strip().strip("|").split(separator)]
            if (rows and len(cells) != len(rows[0])) or len(cells) < _fewest_cells(separator):
                break
            rows.append(cells)
            end = number + 1
        if len(rows) < _FEWEST or not _are_short(rows):
            continue
        # Prose has a space behind a comma or a semicolon, a program none.
        if separator in ",;" and any(f"{separator} " in line for line in lines[:end]):
            continue
        return _Table(end, [[Cell(words) for words in row] for row in rows])
    return None


def _fewest_cells(separator: str) -> int:
    return 2 if separator in "|\t" else _FEWEST_CELLS


def _are_short(rows: Sequence[Sequence[str]]) -> bool:
    return all(len(words) <= _LONGEST_TYPED for row in rows for words in row)


def _typed(lines: Sequence[str]) -> _Table | None:
    """Return the table whose columns are told by the blanks that all lines have at one place."""
    told = [line.expandtabs().rstrip() for line in lines]
    rules = [number for number, line in enumerate(told) if _RULE.fullmatch(line)]
    worded = [line for line in told if not _RULE.fullmatch(line)]
    if len(worded) < _FEWEST:
        return None
    columns = list(_columns(worded))
    rows = [[plain(line[first:last]) for first, last in columns] for line in worded]
    headed = rules[0] if rules and rules[0] > 0 else 0
    if len(columns) < 2 or not _is_table(rows) or not (headed or _is_headed(rows)):
        return None
    return _Table(
        len(lines), [[Cell(words, head=number < headed) for words in row] for number, row in enumerate(rows)]
    )


def _columns(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each column begins and ends: between blanks two wide that every line has."""
    width = max(map(len, lines))
    blank = [all(place >= len(line) or line[place] == " " for line in lines) for place in range(width)]
    begins: int | None = None
    gap = 0
    for place, empty in enumerate([*blank, True, True]):
        gap = gap + 1 if empty else 0
        if not empty and begins is None:
            begins = place
        elif begins is not None and gap == 2:
            yield begins, place - 1
            begins = None


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are those of a table: not a list with its labels, times before what happened, or columns of prose."""
    columns = list(zip(*rows, strict=True))
    if any(sum(map(len, column)) > _LONGEST_MEAN * len(column) for column in columns) or not _are_short(rows):
        return False
    if sum(map(bool, columns[0])) * 5 < len(rows) * 4 or any(sum(map(bool, row)) < 2 for row in rows):
        return False
    if len(columns) > 2:
        return not all(map(_LABEL.fullmatch, columns[0]))
    return sum(bool(_LABEL.fullmatch(words) or CLOCK.match(words)) for words in columns[0]) * 2 <= len(rows)


def _is_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names what stands below it: a column has numbers there, and a word above them. Columns of words
    alone are names as often as a table."""
    return any(
        _NUMBER.search(head) is None
        and 5 * sum(_NUMBER.search(words) is not None for words in below) >= 4 * len(below)
        for head, *below in zip(*rows, strict=True)
    )
