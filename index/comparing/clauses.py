"""A document as clauses: the least parts that people number, and the paragraphs of what has no numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.language.sentences import paragraphs
from index.model import Document, Part

_BORDERS = frozenset(
    {"part", "chapter", "section", "article", "paragraph", "point", "annex", "preamble", "heading"}
)
_OWN_NUMBER = re.compile(
    r"(?:\d{1,4}(?:\.\d{1,3})*[.)]?|\(\w{1,5}\)|[^\W\d_]{1,2}\)|[IVXLCDM]+[.)]|[-*•–·])(?=\s)\s*"
)
_HEAD = re.compile(r"[^\W\d_]+\.?\s+(?:№\s?)?[\w-]{1,12}(?:\.\d{1,3})*(?![\w-])\s*[.:–—-]*\s*")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|\w")
_SAME_MARKS = str.maketrans("“”„«»‘’‚‐‑–—", '"""""\'\'\'----')


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of a document, and its words without the number it bears: ``words`` as they are compared, ``spans`` as they stand.

    ``part`` is the innermost part that it stands in; None outside of all.
    """

    start: int
    end: int
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    part: Part | None

    @property
    def name(self) -> str:
        """What a person calls its place, "" where it has none."""
        return self.part.name if self.part is not None else ""


def clauses_of(document: Document) -> tuple[Clause, ...]:
    """Return the clauses of ``document`` in their order; heads that say no more than a number are none."""
    return tuple(clause for clause in _clauses(document) if clause.words)


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
        own = (
            _HEAD if part.label in ("part", "chapter", "section", "article", "annex") else _OWN_NUMBER
        ).match(text, start, end)
        first = own.end() if own else start
    found = [(match.start(), match.end()) for match in _WORD.finditer(text, first, end)]
    words = tuple(text[begin:stop].translate(_SAME_MARKS) for begin, stop in found)
    return Clause(start, end, words, tuple(found), part)


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
