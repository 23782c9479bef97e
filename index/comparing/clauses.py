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
        same.append(_joined(clauses[place : last + 1]))
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


def _joined(clauses: Sequence[Clause]) -> Clause:
    first, last = clauses[0], clauses[-1]
    if first is last:
        return first
    words = tuple(word for clause in clauses for word in clause.words)
    return Clause(
        first.start, last.end, words, tuple(span for one in clauses for span in one.spans), first.part
    )


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
