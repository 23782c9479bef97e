"""The lines of a text, and what a line says that begins a unit: its kind, its rank and its number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.model import PartLabel, Span

ANNEX, PART, CHAPTER, SECTION, ARTICLE, SECTION_OF_ARTICLE, PARAGRAPH, POINT = range(8)
"""Ranks of units: one holds those of the ranks below it. Points of points have the ranks that follow."""

RANKS: Mapping[PartLabel, int] = {
    "annex": ANNEX, "preamble": ARTICLE, "heading": ANNEX, "part": PART, "chapter": CHAPTER, "section": SECTION,
    "article": ARTICLE, "paragraph": PARAGRAPH, "point": POINT,
}  # fmt: skip
"""The rank of each label."""
LONGEST_HEAD = 160
"""Characters of a line that is a head without a text; a longer one is a sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of a unit: what it is, where it starts, its number, and what is said for it.

    ``counted`` tells that it has no word before its number, as "A. Cargoes"; ``decimal`` that its number has a stop in it;
    ``through`` that its number counts through the whole text, so that no part or chapter is named with it.
    """

    label: PartLabel
    rank: int
    start: int
    number: str
    said: str
    decimal: bool = False
    counted: bool = False
    through: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the spaces around it, with the one before it that is not empty."""

    start: int
    text: str
    after_blank: bool
    before: str


def lines_of(text: str, apart: Sequence[Span]) -> Iterator[Line]:
    """Yield the lines of ``text`` that are not empty and do not begin in the spans ``apart``."""
    start, blank, before = 0, True, ""
    taken = iter(sorted(apart))
    span = next(taken, None)
    for whole in text.split("\n"):
        line = whole.strip()
        at = start + len(whole) - len(whole.lstrip())
        while span is not None and span[1] <= at:
            span = next(taken, None)
        if not line:
            blank = True
        elif span is None or at < span[0]:
            yield Line(at, line, blank, before)
            blank, before = False, line
        start += len(whole) + 1
