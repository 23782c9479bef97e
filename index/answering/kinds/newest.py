"""The latest on something: of the documents that are about it, the newest first."""

from collections.abc import Sequence
from datetime import date

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking

_ABOUT = 0.8
"""A sentence is about what is asked with this share of the coverage that the best one has of its words, with those beside it."""


def newest_first(ranking: Ranking) -> tuple[Candidate, ...]:
    """Return the candidates with the best sentence of each document that is about what is asked first, by publication, the
    newest first; the rest follow as they were. A document without a date comes after those that have one.
    """
    titles = {one.row: one.matched.best for one in ranking.candidates if _is_title(one)}
    covered = [
        0.0 if _is_title(one) else _covered(one, ranking, titles.get(one.row, one.title.best))
        for one in ranking.candidates
    ]
    least = _ABOUT * max(covered, default=0.0)
    firsts: dict[int, Candidate] = {}
    for one, value in zip(ranking.candidates, covered, strict=True):
        if value and value >= least and (one.row not in firsts or _told(one) > _told(firsts[one.row])):
            firsts[one.row] = one
    newest = sorted(firsts.values(), key=lambda one: one.document.published or date.min, reverse=True)
    taken = {id(one) for one in newest}
    return (*newest, *(one for one in ranking.candidates if id(one) not in taken))


def is_about_it(ranking: Ranking) -> bool:
    """Tell whether the first sentence has each word of what the newest is asked about."""
    best = ranking.candidates[0].matched.best if ranking.candidates else ()
    return bool(best) and all(held == 1.0 for held in best)


def _told(candidate: Candidate) -> tuple[str, str]:
    """Return the day and time of the entry or message that the sentence stands in; empty where it stands in none."""
    span = candidate.sentence.span
    parts = candidate.document.parts_around(span.start, span.end)
    timed = next((part for part in parts if part.label in ("entry", "message")), None)
    return ("", "") if timed is None else (timed.field("day") or "", timed.field("time") or "")


def _is_title(candidate: Candidate) -> bool:
    """Tell whether the sentence is no more than the title of its document, which is said beside every excerpt of it."""
    span, document = candidate.sentence.span, candidate.document
    said = " ".join(document.text[span.start : span.end].split())
    return said.strip(" .").casefold() == " ".join(document.title.split()).strip(" .").casefold()


def _covered(candidate: Candidate, ranking: Ranking, title: Sequence[float]) -> float:
    """Return how much of it the sentence has with what stands beside it; what its document is called by, all of it is about."""
    matcher = ranking.matcher
    around = matcher.with_context(candidate.matched, candidate.neighbours, candidate.title)
    return matcher.coverage([max(pair) for pair in zip(around, title, strict=True)])
