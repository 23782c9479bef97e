"""Which words of an excerpt to mark: those that answer, else those that the question asked with."""

from bisect import bisect_left
from collections.abc import Sequence

from index.answering.evidence import QuestionMatcher
from index.language.english.answer_kinds import find_answer_kind
from index.language.tokens import Analyzer
from index.model import Document, Span

_MARKED_KINDS = frozenset({"person", "date", "place", "number", "duration"})
_SURE = 0.5
"""How sure words are of the kind asked for must be to be marked; chosen: likelier than not."""
_REACH = 60
"""How far, in characters, an answering word may stand from the question's words."""


def highlights(
    document: Document, span: Span, matcher: QuestionMatcher, analyzer: Analyzer
) -> tuple[Span, ...]:
    """Return the spans to mark, in the document, ascending, none overlapping another.

    Where the question asks for a person, date, place, number or duration and the excerpt has one near the question's words,
    it is marked; else the question's own words are.
    """
    text = document.slice(*span)
    matched = [(token.start, token.end) for token in analyzer.tokens(text) if matcher.holds(token.term)]
    answering = _answering(text, matched, matcher)
    return tuple((span[0] + start, span[0] + end) for start, end in _joined(answering or matched, text))


def _answering(text: str, matched: list[Span], matcher: QuestionMatcher) -> list[Span]:
    kind = matcher.question.kind
    if kind not in _MARKED_KINDS or not matched:
        return []
    found = [
        (start, end) for start, end, sure in find_answer_kind(text, kind, matcher.words) if sure >= _SURE
    ]
    starts = [start for start, _ in matched]
    return [one for one in found if _is_near(one, matched, starts)]


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
