"""Which words of an excerpt to mark: those that answer, else those that the question asked with."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from index.answering.ranking.evidence import QuestionMatcher
from index.language.tokens import Analyzer
from index.model import Document, Span

_MARKED_KINDS = frozenset({"person", "date", "place", "number", "duration"})
_BETWEEN_CELLS, _BEHIND_HEAD = re.compile(" · "), ": "
_SURE = 0.5
"""How sure words are of the kind asked for must be to be marked; chosen: likelier than not."""
_REACH = 60
"""How far, in characters, an answering word may stand from the question's words."""


def highlights(
    document: Document, span: Span, matcher: QuestionMatcher, analyzer: Analyzer, *, answered: bool = True
) -> tuple[Span, ...]:
    """Return the spans to mark, in the document, ascending, none overlapping another.

    Where the question asks for a person, date, place, number or duration and the excerpt has one near the question's words,
    it is marked; else the question's own words are. In the row of a table it is marked in the cell that is asked for. Where
    the excerpt is not an answer (``answered``) the question's own words alone are: a day marked there would pass for one.
    """
    text = document.slice(*span)
    matched = [(token.start, token.end) for token in analyzer.tokens(text) if matcher.holds(token.term)]
    in_row = any(part.label == "row" for part in document.parts_around(*span))
    answering = _answering(text, matched, matcher, in_row=in_row) if answered else []
    return tuple((span[0] + start, span[0] + end) for start, end in _joined(answering or matched, text))


def _answering(text: str, matched: list[Span], matcher: QuestionMatcher, *, in_row: bool) -> list[Span]:
    kind = matcher.question.kind
    if kind not in _MARKED_KINDS or not matched:
        return []
    found = [
        (start, end) for start, end, sure in matcher.find_answers(text, kind, matcher.words) if sure >= _SURE
    ]
    starts = [start for start, _ in matched]
    near = [one for one in found if _is_near(one, matched, starts)]
    return _in_cells_asked(near, matched, text) if in_row else near


def _in_cells_asked(found: Sequence[Span], matched: Sequence[Span], text: str) -> list[Span]:
    """Return those of ``found`` that stand in the cells of a row whose heads have most of the question's words."""
    starts = [0, *(match.end() for match in _BETWEEN_CELLS.finditer(text))]
    heads = [text.find(_BEHIND_HEAD, *cell) for cell in pairwise([*starts, len(text)])]
    held = [0] * len(starts)
    for start, _ in matched:
        cell = bisect_right(starts, start) - 1
        held[cell] += start < heads[cell]
    best = max(held)
    asked = [one for one in found if best and held[bisect_right(starts, one[0]) - 1] == best]
    return asked or list(found)


def _is_near(one: Span, matched: Sequence[Span], starts: Sequence[int]) -> bool:
    """Tell whether one of ``matched``, in order and none overlapping another, stands no farther than ``_REACH`` away."""
    place = bisect_left(starts, one[0])
    return any(
        max(one[0], start) - min(one[1], end) <= _REACH
        for start, end in matched[max(0, place - 1) : place + 1]
    )


def _joined(spans: list[Span], text: str) -> list[Span]:
    """Join spans that overlap, or that only a space or hyphen parts."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start] in {" ", "-"}):
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
