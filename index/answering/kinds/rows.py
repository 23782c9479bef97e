"""Rows of tables as answers: a row is no sentence, so that how sure it is to answer is told by what it holds."""

import re
from dataclasses import replace
from datetime import date

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.language.dates import find_time_expressions
from index.structure.numbers import ORDINALS

SURE = 0.75
"""Confidence that a row answers which holds every name, number and date of the question and most of its other words."""

_LOOKED_AT = 12
"""Candidates among which such a row is looked for, as many as are held against the question's frame."""

_MOST = 0.7
"""Share of the question's idf that the row and what ranks beside it in its document hold."""


_WORD = re.compile(r"\w+(?:[-–/.]\w+)*")
_MARK = re.compile(r"[^\W\d_]{1,8}[-–/.]?\d+[^\W\d_]?|\d+[-–/.]?[^\W\d_]{1,3}")
"""A name that is a letter or a few and a number."""


def with_row_first(ranking: Ranking) -> Ranking:
    """Return the ranking with a row before the best sentence, where that row has a name of the question that no sentence has that
    says it: "The Convention entered into force in 2008" is of all, and the row of Corvia. Of two rows of one document, the one
    that holds each name, number and date that the other holds, and more of them, comes first."""
    if not ranking.candidates:
        return ranking
    if is_row(ranking.candidates[0]):
        return _with_fullest_row_first(ranking)
    best, terms, names = ranking.candidates[0], ranking.matcher.terms, ranking.question.names
    title = best.document.names.lower()
    missing = [
        place
        for place, term in enumerate(terms)
        if term in names and not best.matched.best[place] and term not in title
    ]
    said = [place for place, term in enumerate(terms) if term not in names]
    held = [
        one
        for one in ranking.candidates[:_LOOKED_AT]
        if one.row == best.row
        and missing
        and all(one.matched.best[place] for place in missing)
        and any(one.matched.best[place] for place in said)
    ]
    if not held or not all(map(is_row, held)):
        return ranking
    first = held[0]
    return replace(ranking, candidates=(first, *(one for one in ranking.candidates if one is not first)))


def _with_fullest_row_first(ranking: Ranking) -> Ranking:
    best, wanted = ranking.candidates[0], _wanted(ranking)
    said = [
        re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.I)
        for word in _told_apart(ranking.question.text)
    ]
    asked = _days(ranking.question.text)

    def held(candidate: Candidate) -> set[int]:
        words = _words(candidate)
        literal = {-1 - place for place, word in enumerate(said) if word.search(words)}
        # A cell may write the day that is asked for in another way: "2024-05-02".
        literal |= {-1 - len(said) - place for place, day in enumerate(asked) if day in _days(words)}
        return literal | {place for place in wanted if candidate.matched.best[place]}

    fullest = best
    for one in ranking.candidates[:_LOOKED_AT]:
        if one.row == best.row and held(fullest) < held(one) and is_row(one):
            fullest = one
    if fullest is best:
        return ranking
    return replace(ranking, candidates=(fullest, *(one for one in ranking.candidates if one is not fullest)))


def _days(text: str) -> list[date]:
    """Return the days that a text names in full, in its order."""
    return [
        found.earliest
        for found in find_time_expressions(text, None)
        if found.earliest is not None and found.earliest == found.latest
    ]


def _told_apart(question: str) -> list[str]:
    """Return the words of a question that tell one row from another: marks such as "V-11", and ordinals."""
    return [word for word in _WORD.findall(question) if _MARK.fullmatch(word) or word.lower() in ORDINALS]


def _wanted(ranking: Ranking) -> list[int]:
    """Return the places of the question's names, numbers and dates among its terms."""
    question = ranking.question
    return [
        place
        for place, term in enumerate(ranking.matcher.terms)
        if term in question.names or term in question.numbers or term in question.dated
    ]


def row_confidence(ranking: Ranking, confidence: float) -> float:
    """Return how sure it is that the best candidate answers, where that is the row of a table; else ``confidence``."""
    if not ranking.candidates or confidence >= SURE:
        return confidence
    best = ranking.candidates[0]
    if not is_row(best):
        return confidence
    matcher, question = ranking.matcher, ranking.question
    wanted = _wanted(ranking)
    # What a table is of stands in the title, and not in each row.
    title = best.document.names.lower()
    asked = _days(question.text)
    on_day = bool(asked) and set(asked) <= set(_days(_words(best)))
    said = [index for index, term in enumerate(matcher.terms) if on_day and term in question.dated]
    in_row = all(
        best.matched.best[index]
        or index in said
        or (matcher.terms[index] in question.names and matcher.terms[index] in title)
        for index in wanted
    )
    same = [one for one in ranking.candidates if one.row == best.row]
    held = [
        float(index in said or any(one.matched.best[index] or one.title.best[index] for one in same))
        for index in range(len(matcher.terms))
    ]
    return SURE if wanted and in_row and matcher.coverage(held) >= _MOST else confidence


def _words(candidate: Candidate) -> str:
    span = candidate.sentence.span
    return candidate.document.text[span.start : span.end]


def is_row(candidate: Candidate) -> bool:
    """Tell whether the candidate's sentence stands in the row of a table."""
    span = candidate.sentence.span
    return any(part.label == "row" for part in candidate.document.parts_around(span.start, span.end))
