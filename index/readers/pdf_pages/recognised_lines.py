"""The lines of a page that was read by text recognition, in reading order, with what was not read with certainty marked.

A page is of columns where a strip without words parts lines of prose; a line across the strip stands before what is below it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from statistics import median

import numpy as np

from index.readers.pdf_pages.recognition import RecognisedLine, RecognisedPage

UNSURE = "\ue000"
"""Stands before a word that was not read with certainty, and for a line that was not read. It is of no text: Unicode keeps it
for private use."""
SURE = 0.8
"""Confidence of the least certain character of a word from which on the word is taken for read. Of 1,575 words on nine drawn
pages that are kept, 25 are below it, 17 of them right; of those above it 10 are wrong, four of which are two words in one."""

_GUTTER = 0.6
"""Width of the strip between columns, as a share of the height of a line; chosen: no space between words is as wide."""
_FEWEST_LINES = 3
"""Lines of a column; chosen: two stand beside each other by chance."""
_FEWEST_WORDS = 3
"""Words of a line in a column of prose, on the average; the cells of a table have fewer."""
_MOST_ACROSS = 0.3
"""Share of the lines of a page that may go across the strip; chosen: a heading and a few more."""
_SAME_ROW = 0.5
"""Share of its height by which a line overlaps one that it stands beside."""
_PARAGRAPH = 1.5
"""Distance of two lines, in those that lines of the page usually have, from which a paragraph ends between them."""
_INKED, _TALL = 0.4, 0.4
"""Darkness of a line that was not read, as a share of that of those that were, and its height; chosen: the strokes of a stamp
and a rule are less dark or not as tall."""

Lines = Sequence[RecognisedLine]


def lines_in_order(page: RecognisedPage) -> list[str]:
    """Return the lines of ``page`` as they are read, an empty one between paragraphs.

    ``UNSURE`` stands before each word that was not read with certainty, and alone in a line for one that was not read.
    """
    if not page.lines:
        return []
    height = median(line.height for line in page.lines)
    columns = list(_columns(page.lines, height))
    steps = [
        after.top - before.top
        for column in columns
        for before, after in pairwise(_rows(column))
        if after.top - before.top < 3 * height
    ]
    step = median(steps) if steps else height
    dark = median([_darkness(page, line) for line in page.lines if line.text.strip()] or [1.0])
    return list(chain.from_iterable([*_shown(page, column, step, dark), ""] for column in columns))


def _columns(lines: Lines, height: float) -> Iterator[list[RecognisedLine]]:
    """Yield the lines of each column, those across before the columns below them."""
    gutter = _gutter(lines, height)
    if gutter is None:
        yield sorted(lines, key=lambda line: line.top)
        return
    across = sorted((line for line in lines if line.left < gutter < line.right), key=lambda line: line.top)
    tops = [line.top for line in across]
    for number, top in enumerate([float("-inf"), *tops]):
        end = tops[number] if number < len(tops) else float("inf")
        if number:
            yield [across[number - 1]]
        between = [line for line in lines if line not in across and top <= line.top < end]
        for side in (
            [line for line in between if line.right <= gutter],
            [line for line in between if line.left >= gutter],
        ):
            if side:
                yield from _columns(side, height)


def _gutter(lines: Lines, height: float) -> float | None:
    """Return where a strip without words stands between columns of prose, in dots from the left; None where none does."""
    best: tuple[int, float] | None = None
    for edge in sorted({line.left for line in lines})[1:]:
        place = edge - _GUTTER * height / 2
        left = [line for line in lines if line.right <= place]
        right = [line for line in lines if line.left >= edge - 1]
        across = [line for line in lines if line.left < place < line.right]
        if not (_is_column(left) and _is_column(right)) or len(across) > _MOST_ACROSS * len(lines):
            continue
        if len(left) + len(right) + len(across) < len(lines) or not _is_beside(left, right):
            continue
        if best is None or len(across) < best[0]:
            best = (len(across), place)
    return None if best is None else best[1]


def _is_column(lines: Lines) -> bool:
    words = sum(len(line.text.split()) for line in lines)
    return len(lines) >= _FEWEST_LINES and words >= _FEWEST_WORDS * len(lines)


def _is_beside(left: Lines, right: Lines) -> bool:
    """Tell whether two columns stand at the same height, for three lines at least."""
    top = max(min(line.top for line in left), min(line.top for line in right))
    bottom = min(max(line.bottom for line in left), max(line.bottom for line in right))
    return all(
        sum(top <= (line.top + line.bottom) / 2 <= bottom for line in side) >= _FEWEST_LINES
        for side in (left, right)
    )


def _rows(column: Lines) -> list[RecognisedLine]:
    """Return the lines of a column from its top, those beside each other as one."""
    rows: list[list[RecognisedLine]] = []
    for line in sorted(column, key=lambda line: line.top):
        if rows and _overlap(rows[-1][0], line) > _SAME_ROW * min(rows[-1][0].height, line.height):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _overlap(one: RecognisedLine, other: RecognisedLine) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)


def _joined(row: Lines) -> RecognisedLine:
    if len(row) == 1:
        return row[0]
    text, confidences = "", []
    for line in row:
        if text:
            text += " "
            confidences.append(1.0)
        text += line.text
        confidences += line.confidences
    return RecognisedLine(
        text,
        tuple(confidences),
        row[0].left,
        min(line.top for line in row),
        row[-1].right,
        max(line.bottom for line in row),
    )


def _shown(page: RecognisedPage, column: Lines, step: float, dark: float) -> Iterator[str]:
    before: RecognisedLine | None = None
    left, right = min(line.left for line in column), max(line.right for line in column)
    for row in _rows(column):
        if before is not None and row.top - before.top > _PARAGRAPH * step:
            yield UNSURE if _is_inked(page, (left, before.bottom, right, row.top), step, dark) else ""
        yield _marked(row)
        before = row


def _marked(line: RecognisedLine) -> str:
    """Return the words of a line with those marked that are not certain; of one that held words and was not read, the mark."""
    if not line.text.strip():
        return UNSURE
    words, place = [], 0
    for word in line.text.split(" "):
        held = line.confidences[place : place + len(word)]
        words.append(UNSURE + word if held and min(held) < SURE else word)
        place += len(word) + 1
    return " ".join(filter(None, words))


def _darkness(page: RecognisedPage, line: RecognisedLine) -> float:
    shown = page.dark[max(0, int(line.top)) : int(line.bottom), max(0, int(line.left)) : int(line.right)]
    return float(shown.mean()) if shown.size else 0.0


def _is_inked(page: RecognisedPage, box: tuple[float, float, float, float], step: float, dark: float) -> bool:
    """Tell whether there is a line of letters in a box that nothing was read in; ``step`` is from one line to the next, and
    ``dark`` is how dark lines are."""
    left, top, right, bottom = map(int, box)
    shown = page.dark[max(0, top) : bottom, max(0, left) : right]
    if not shown.size:
        return False
    longest = run = 0
    for row in shown.mean(axis=1):
        run = run + 1 if row > _INKED * dark else 0
        longest = max(longest, run)
    return longest >= _TALL * step * 0.7


def confidence_of(page: RecognisedPage) -> float:
    """Return the mean confidence of the letters, digits and marks of a page, 0 where none was read."""
    # How sure a space is says little: it is read between words that are far apart.
    held = np.array(
        [
            one
            for line in page.lines
            for letter, one in zip(line.text, line.confidences, strict=True)
            if not letter.isspace()
        ]
    )
    return float(held.mean()) if held.size else 0.0
