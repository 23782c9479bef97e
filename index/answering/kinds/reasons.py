"""Questions for a reason: a sentence that gives one answers before one that only tells what was done."""

import math
from dataclasses import replace

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking

_LOOKED_AT = 8
"""Candidates among which a reason is looked for; chosen: those that have most of the question's words."""

_GIVES = 1.0
"""Evidence of the kind from which on a sentence surely gives a reason: "because", "in retaliation for"."""

_NEAR = 4
"""Sentences from the best one within which a reason is of what that tells; chosen: a paragraph or two."""

_LEAST = 0.6
"""The share of what the best sentence has of the question, with what stands beside each, that the one with the reason has."""


def with_reason_first(ranking: Ranking) -> Ranking:
    """Return the ranking with a sentence that gives a reason before the best one, where it is asked why, the best one gives none
    and is not read to answer, and this one stands near it in the same document and is about the same."""
    if ranking.question.kind != "reason" or not ranking.candidates:
        return ranking
    best = ranking.candidates[0]
    if _gives_one(best) or _margin(best) > 0:
        return ranking
    covered = _LEAST * _covered(best, ranking)
    first = next(
        (
            one
            for one in ranking.candidates[1:_LOOKED_AT]
            if one.row == best.row
            and abs(one.sentence.ordinal - best.sentence.ordinal) <= _NEAR
            and (_gives_one(one) or _margin(one) > 0)
            and _covered(one, ranking) >= covered
        ),
        None,
    )
    if first is None:
        return ranking
    return replace(ranking, candidates=(first, *(one for one in ranking.candidates if one is not first)))


def _gives_one(candidate: Candidate) -> bool:
    return candidate.evidence.kind >= _GIVES


def _margin(candidate: Candidate) -> float:
    margin = candidate.judgement.margin
    return -math.inf if margin is None else margin


def _covered(candidate: Candidate, ranking: Ranking) -> float:
    matcher = ranking.matcher
    return matcher.coverage(matcher.with_context(candidate.matched, candidate.neighbours, candidate.title))
