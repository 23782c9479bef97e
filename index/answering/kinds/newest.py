"""The latest on something: of the documents that are about it, the newest first."""

from datetime import date

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking

_ABOUT = 0.8
"""A sentence is about what is asked with this share of the coverage that the best one has of its words, with those beside it."""


def newest_first(ranking: Ranking) -> tuple[Candidate, ...]:
    """Return the candidates with the best sentence of each document that is about what is asked first, by publication, the
    newest first; the rest follow as they were. A document without a date comes after those that have one.
    """
    covered = [_covered(one, ranking) for one in ranking.candidates]
    least = _ABOUT * max(covered, default=0.0)
    firsts: dict[int, Candidate] = {}
    for one, value in zip(ranking.candidates, covered, strict=True):
        if value >= least:
            firsts.setdefault(one.row, one)
    newest = sorted(firsts.values(), key=lambda one: one.document.published or date.min, reverse=True)
    taken = {id(one) for one in newest}
    return (*newest, *(one for one in ranking.candidates if id(one) not in taken))


def _covered(candidate: Candidate, ranking: Ranking) -> float:
    matcher = ranking.matcher
    return matcher.coverage(matcher.with_context(candidate.matched, candidate.neighbours, candidate.title))
