"""A document as clauses: the least parts that people number, and the paragraphs of what has no numbers."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.language.sentences import paragraphs
from index.model import Document, Part
from index.structure.numbers import NAMED, ROMAN, WORDS

_BORDERS = frozenset(
    {"part", "chapter", "section", "article", "paragraph", "point", "annex", "preamble", "heading"}
)
_OWN_NUMBER = re.compile(
    r"(?:\d{1,4}(?:\.\d{1,3})*[.)]?|\(\w{1,5}\)|[^\W\d_]{1,2}\)|[IVXLCDM]+[.)]|[-*•–·])(?=\s)\s*"
)
_HEAD = re.compile(
    rf"(?:[^\W\d_]+\.?[^\S\n]+|§\s?)(?:№\s?)?(?:\d[\w-]{{0,11}}|{ROMAN}|[^\W\d_]|(?:{'|'.join((*WORDS, *NAMED))}))"
    r"(?:\.\d{1,3})*(?![\w-])\s*[.:–—-]*\s*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|\w")
_MOST_JOINED = 5
"""Clauses that are one in the other document; chosen: a head, a title and the lines of a list."""
_MOST_TRIED = 12
"""Clauses of the other document that begin with the same word and are looked at; chosen: a bound on the work."""
_HEADED, _BETWEEN_CELLS = ":", "·"
"""What stands behind the head of a cell, and between the cells of a row, as tables are read."""
_STOPS = frozenset(".;,")
_JOINING = frozenset("and or und oder et ou y o та і або и или".split())
"""Words between the last points of a list, which another point put behind them moves."""
_SAME_MARKS = str.maketrans("“”„«»‘’‚‐‑–—", '"""""\'\'\'----')


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of a document, and its words without the number it bears: ``words`` as they are compared, ``spans`` as they stand.

    ``part`` is the innermost part that it begins in, None outside of all; ``name`` what a person calls its place, "" where it has
    none.
    """

    start: int
    end: int
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    part: Part | None
    name: str

    @property
    def said(self) -> tuple[str, ...]:
        """Its words without the stop at its end and the "and" or "or" behind it, which say only what stands around it."""
        return self.words[: _length_without_end(self.words)]

    @property
    def is_row(self) -> bool:
        """Tell whether it is a row of a table."""
        return self.part is not None and self.part.label == "row"

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of a row without the heads before its cells: "Cod", "900", "t" of "Species: Cod · Norrland: 900 t"."""
        cells: list[str] = []
        first = 0
        for word in self.words:
            if word == _HEADED:
                del cells[first:]
            elif word == _BETWEEN_CELLS:
                first = len(cells)
            else:
                cells.append(word)
        return tuple(cells)

    @property
    def joining(self) -> str:
        """The "and" or "or" at its end, "" where there is none."""
        return next((word.lower() for word in self.words[len(self.said) :] if word not in _STOPS), "")


def _length_without_end(words: Sequence[str]) -> int:
    last = len(words)
    if last > 1 and words[-1].lower() in _JOINING and words[-2] in _STOPS:
        last -= 1
    while last > 1 and words[last - 1] in _STOPS:
        last -= 1
    return last


def clauses_of(document: Document) -> tuple[Clause, ...]:
    """Return the clauses of ``document`` in their order; heads that say no more than a number are none."""
    return tuple(clause for clause in _clauses(document) if any(word[0].isalnum() for word in clause.words))


def with_same_borders(clauses: Sequence[Clause], others: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return the clauses, those as one that are one in ``others``: two formats part the same words in other ways."""
    known = {clause.words for clause in clauses}
    begins: dict[str, list[Clause]] = defaultdict(list)
    for clause in others:
        if clause.words not in known:
            begins[clause.words[0]].append(clause)
    same: list[Clause] = []
    place = 0
    while place < len(clauses):
        tried = begins.get(clauses[place].words[0], ())[:_MOST_TRIED]
        last = next(
            (last for one in tried if (last := _end_of_same(clauses, place, one.words)) is not None), place
        )
        same.append(joined(clauses[place : last + 1]))
        place = last + 1
    return tuple(same)


def _end_of_same(clauses: Sequence[Clause], place: int, words: tuple[str, ...]) -> int | None:
    """Return the number of the clause with which those of one part from ``place`` on have said ``words``, None where they say
    others."""
    held = 0
    for number in range(place, min(len(clauses), place + _MOST_JOINED)):
        own = clauses[number].words
        if words[held : held + len(own)] != own or clauses[number].part != clauses[place].part:
            return None
        held += len(own)
        if held == len(words):
            return number if number > place else None
    return None


def joined(clauses: Sequence[Clause]) -> Clause:
    """Return clauses that follow each other as one; the places of all of them are its name."""
    first, last = clauses[0], clauses[-1]
    if first is last:
        return first
    words = tuple(word for clause in clauses for word in clause.words)
    spans = tuple(span for clause in clauses for span in clause.spans)
    name = " and ".join(dict.fromkeys(clause.name for clause in clauses if clause.name))
    return Clause(first.start, last.end, words, spans, first.part, name)


def _clauses(document: Document) -> Iterator[Clause]:
    text = document.text
    parts = [part for part in document.structure if part.label in _BORDERS]
    rows = [part for part in document.structure if part.label in ("row", "table")]
    borders = sorted({part.start for part in (*parts, *rows)} | {part.end for part in (*parts, *rows)})
    around = _Innermost([part for part in document.structure if part.name])
    for first, last in paragraphs(text):
        inside = borders[bisect_right(borders, first) : bisect_right(borders, last - 1)]
        for start, end in pairwise([first, *inside, last]):
            found = text[start:end]
            start, end = start + len(found) - len(found.lstrip()), start + len(found.rstrip())
            if start < end:
                yield _clause(text, start, end, around.at(start))


def _clause(text: str, start: int, end: int, part: Part | None) -> Clause:
    first = start
    if part is not None and part.start == start:
        has_head = part.label in ("part", "chapter", "section", "article", "annex")
        own = (_HEAD.match(text, start, end) if has_head else None) or _OWN_NUMBER.match(text, start, end)
        first = own.end() if own else start
        line, _, _ = text[start:end].partition("\n")
        if has_head and line.rstrip().casefold() == part.name.casefold():
            # A head without a number: "Annex".
            first = start + len(line)
    found = [(match.start(), match.end()) for match in _WORD.finditer(text, first, end)]
    words = tuple(text[begin:stop].translate(_SAME_MARKS) for begin, stop in found)
    return Clause(start, end, words, tuple(found), part, part.name if part is not None else "")


class _Innermost:
    """Finds the innermost part at ascending places."""

    def __init__(self, parts: list[Part]) -> None:
        self._parts = iter(parts)
        self._next = next(self._parts, None)
        self._open: list[Part] = []

    def at(self, place: int) -> Part | None:
        while self._next is not None and self._next.start <= place:
            self._open.append(self._next)
            self._next = next(self._parts, None)
        while self._open and self._open[-1].end <= place:
            self._open.pop()
        return self._open[-1] if self._open else None
