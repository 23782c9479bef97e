"""Rows of tables, and entries with their time, as answers: how sure one is to answer is told by what it holds.

A row is no sentence, and an entry says its time beside its words.
"""

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.language.english.asking.asked_things import asked_thing, holds

SURE = 0.75
"""Confidence that a row answers which holds every name, number and date of the question and most of its other words."""

_OF_AN_HOUR = frozenset({"time", "hour", "clock"})
"""Terms of a question that ask for an hour, and stand in no entry."""

_MOST = 0.7
"""Share of the question's idf that the row and what ranks beside it in its document hold."""


def row_confidence(ranking: Ranking, confidence: float) -> float:
    """Return how sure it is that the best candidate answers, where that is the row of a table, or an entry whose time is asked
    for; else ``confidence``."""
    if not ranking.candidates or confidence >= SURE:
        return confidence
    best = ranking.candidates[0]
    if not is_row(best):
        return SURE if _tells_its_time(best, ranking) else confidence
    matcher, question = ranking.matcher, ranking.question
    wanted = [
        index
        for index, term in enumerate(matcher.terms)
        if term in question.names or term in question.numbers or term in question.dated
    ]
    # What a table is of stands in the title, and not in each row.
    title = best.document.names.lower()
    in_row = all(
        best.matched.best[index] or (matcher.terms[index] in question.names and matcher.terms[index] in title)
        for index in wanted
    )
    same = [one for one in ranking.candidates if one.row == best.row]
    held = [
        float(any(one.matched.best[index] or one.title.best[index] for one in same))
        for index in range(len(matcher.terms))
    ]
    return SURE if wanted and in_row and matcher.coverage(held) >= _MOST else confidence


def _tells_its_time(best: Candidate, ranking: Ranking) -> bool:
    """Tell whether an hour is asked of what the sentence says in the question's own words, and its entry stands at one."""
    matcher, span = ranking.matcher, best.sentence.span
    thing = asked_thing(ranking.question.text)
    if thing is None or not holds(thing, best.document.told_at(span.start, span.end)):
        return False
    return all(
        held == 1.0
        for term, held in zip(matcher.terms, best.matched.best, strict=True)
        if term not in _OF_AN_HOUR
    )


def is_row(candidate: Candidate) -> bool:
    """Tell whether the candidate's sentence stands in the row of a table."""
    span = candidate.sentence.span
    return any(part.label == "row" for part in candidate.document.parts_around(span.start, span.end))
