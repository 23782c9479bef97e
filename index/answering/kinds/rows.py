"""Rows of tables as answers: a row is no sentence, so that how sure it is to answer is told by what it holds."""

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking

SURE = 0.75
"""Confidence that a row answers which holds every name, number and date of the question and most of its other words."""

_MOST = 0.7
"""Share of the question's idf that the row and what ranks beside it in its document hold."""


def row_confidence(ranking: Ranking, confidence: float) -> float:
    """Return how sure it is that the best candidate answers, where that is the row of a table; else ``confidence``."""
    if not ranking.candidates or confidence >= SURE:
        return confidence
    best = ranking.candidates[0]
    if not is_row(best):
        return confidence
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


def is_row(candidate: Candidate) -> bool:
    """Tell whether the candidate's sentence stands in the row of a table."""
    span = candidate.sentence.span
    return any(part.label == "row" for part in candidate.document.parts_around(span.start, span.end))
