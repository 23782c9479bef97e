"""Paragraphs that bear capital letters, "A. The guns ...", and recitals with letters or numbers, "B. whereas ...", told by runs.

An "A." alone is an initial: letters count where they follow each other, and numbers before what is recalled where the numbers of
what is decided begin anew behind them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.model import PartLabel
from index.structure.counting import COUNTED
from index.structure.lines import LONGEST_HEAD, PARAGRAPH, POINT, SECTION, SECTION_OF_ARTICLE, Line, Mark
from index.structure.numbers import ROMAN, roman_value
from index.structure.preambles import RECALLING, WHEREAS

_LETTER = re.compile(r"(?P<number>[A-Z])\.[^\S\n]+(?=\"?[^\W\d_])")
_SENTENCE = re.compile(r"[.;,:]$|[;,] (?:and|or)$")
"""How a paragraph ends, and no heading."""
_FEWEST, _FEWEST_ALONE = 2, 3
"""Letters in a row below a head, and in a text that has none: two lines there may begin with the initials of two people."""

_ROMAN = re.compile(ROMAN)

Found = tuple[Line, str]


@dataclass(frozen=True, slots=True)
class Lettered:
    """The paragraphs with letters of a text and its recitals, by where each begins: its mark, as it is outside of any list."""

    recitals: Mapping[int, Mark]
    paragraphs: Mapping[int, Mark]


def lettered(lines: Sequence[Line], heads: Sequence[int]) -> Lettered:
    """Return what bears letters in ``lines``; ``heads`` are where articles, annexes and the like begin, in their order."""
    recitals = {
        line.start: Mark("paragraph", POINT, line.start, number.lower(), f"recital {number}", through=True)
        for run in (*_recitals(lines), _numbered(lines))
        for line, number in run
    }
    return Lettered(recitals, {} if recitals else dict(_paragraphs(lines, heads)))


def bare_romans(lines: Sequence[Line]) -> Mapping[int, Mark]:
    """Return the sections of a resolution whose Roman number has a line of its own, where paragraphs with numbers stand in the
    first of them."""
    found: list[Line] = []
    for line in lines:
        if line.after_blank and _ROMAN.fullmatch(line.text) and roman_value(line.text) == len(found) + 1:
            found.append(line)
    if len(found) < _FEWEST or not any(
        found[0].start < line.start < found[1].start and COUNTED.match(line.text) for line in lines
    ):
        return {}
    return {
        line.start: Mark("section", SECTION, line.start, str(number), f"Section {line.text}", counted=True)
        for number, line in enumerate(found, 1)
    }


def _recitals(lines: Sequence[Line]) -> Iterator[list[Found]]:
    found = [
        (line, match["number"])
        for line in lines
        if (match := _LETTER.match(line.text)) and WHEREAS.match(line.text, match.end())
    ]
    yield from (run for run in _runs(found, ()) if len(run) >= _FEWEST)


def _numbered(lines: Sequence[Line]) -> list[Found]:
    """Return the recitals that have numbers, where other numbers begin anew behind them."""
    run: list[Found] = []
    for line in lines:
        counted = COUNTED.match(line.text)
        number = counted and (counted["number"] or counted["braced"])
        if counted is None or number is None:
            continue
        if RECALLING.match(line.text, counted.end()) and int(number) == len(run) + 1:
            run.append((line, number))
        else:
            return run if int(number) == 1 and len(run) >= _FEWEST else []
    return []


def _paragraphs(lines: Sequence[Line], heads: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    found = [
        (line, match["number"])
        for line in lines
        if (match := _LETTER.match(line.text))
        and (len(line.text) > LONGEST_HEAD or _SENTENCE.search(line.text))
    ]
    counted = [line.start for line in lines if COUNTED.match(line.text)]
    for run in _runs(found, heads):
        first, last = run[0][0].start, run[-1][0].start
        # Letters that numbers stand between hold them; those below a number are points of it.
        holds = any(first < start < last for start in counted)
        below = run[0][0].before.endswith(":") and any(start < first for start in counted) and not holds
        if len(run) < (_FEWEST if below or any(head < first for head in heads) else _FEWEST_ALONE):
            continue
        rank = SECTION_OF_ARTICLE if holds else POINT if below else PARAGRAPH
        for line, number in run:
            label: PartLabel = "point" if below else "paragraph"
            yield line.start, Mark(label, rank, line.start, number.lower(), f"({number})")


def _runs(found: Sequence[Found], borders: Sequence[int]) -> Iterator[list[Found]]:
    """Yield the runs of letters from A on that follow each other with none of the ``borders`` between."""
    run: list[Found] = []
    for line, letter in found:
        parted = bool(run) and any(run[-1][0].start < border < line.start for border in borders)
        if run and (parted or ord(letter) != ord(run[-1][1]) + 1):
            yield run
            run = []
        if run or letter == "A":
            run.append((line, letter))
    if run:
        yield run
