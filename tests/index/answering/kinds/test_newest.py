"""Which documents are about what is asked, and in which order the latest on it is told."""

from dataclasses import replace
from datetime import date

from index.answering.kinds.newest import newest_first
from index.answering.ranking.retrieval import Ranking
from tests.index.answering.candidates import ANALYZER, candidates_of, matcher_of

MATCHER = matcher_of("the latest on the river accord")


def ranked(*texts: tuple[str, date | None]) -> Ranking:
    found = [
        one
        for row, (text, day) in enumerate(texts, 1)
        for one in candidates_of(text, MATCHER, row, published=day)
    ]
    return Ranking(MATCHER.question, MATCHER, tuple(found), latest=True)


def order(ranking: Ranking) -> list[int]:
    return [ranking.candidates.index(one) for one in newest_first(ranking, ANALYZER)]


def test_the_best_sentence_of_each_document_comes_first_by_day() -> None:
    about = "The river accord holds."
    ranking = ranked(
        (about, date(2024, 5, 1)), (about, None), ("Rain fell.", date(2024, 5, 9)), (about, date(2024, 5, 3))
    )
    assert order(ranking) == [3, 0, 1, 2]
    assert order(replace(ranking, candidates=())) == []


def test_of_one_document_a_second_sentence_follows_behind() -> None:
    about = "The river accord holds. The river accord stays."
    assert order(ranked((about, date(2024, 5, 1)), (about, date(2024, 5, 2)))) == [2, 0, 1, 3]
