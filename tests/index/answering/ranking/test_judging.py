"""Who judges the candidates may be another: what is shown follows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index import Index
from index.answering.answers import excerpts
from index.answering.ranking.judging import Candidate, Judge, Judgement
from index.answering.ranking.retrieval import Ranking
from index.language.asking import Question
from index.requests import AskRequest
from tests.index.corpora import QUESTIONS, talks


class Reversing:
    """Judges the other way round than another judge, and takes the first word for the answer."""

    def __init__(self, other: Judge) -> None:
        self._other = other

    def judge(self, question: Question, candidates: Sequence[Candidate]) -> Sequence[Judgement]:
        judged = self._other.judge(question, candidates)
        return [
            Judgement(-judgement.score, _first_word(one))
            for one, judgement in zip(candidates, judged, strict=True)
        ]


def _first_word(one: Candidate) -> tuple[int, int]:
    start, end = one.sentence.span.start, one.sentence.span.end
    return start, start + len(one.document.slice(start, end).split()[0])


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "parley.db") as opened:
        opened.add_documents([talks(number) for number in range(8)])
        yield opened


def ranked(index: Index, question: str) -> Ranking:
    with index.searching() as searcher:
        return index.asker.rank(searcher, AskRequest(question))


@pytest.mark.parametrize("question", QUESTIONS)
def test_another_judge_orders_and_marks_otherwise(index: Index, question: str) -> None:
    before = ranked(index, question)
    asker = index.asker
    index.asker = replace(asker, ranker=replace(asker.ranker, judge=Reversing(asker.ranker.judge)))
    after = ranked(index, question)
    assert sorted(one.score for one in before.candidates) == sorted(-one.score for one in after.candidates)
    places = {(one.row, one.sentence.ordinal): -one.score for one in before.candidates}
    assert [places[one.row, one.sentence.ordinal] for one in after.candidates] == sorted(
        places.values(), reverse=True
    )
    with index.searching() as searcher:
        shown = excerpts(searcher, after, after.candidates[:3])
    assert shown
    for excerpt in shown:
        ((start, end),) = excerpt.highlights
        assert excerpt.start <= start < end <= excerpt.end
        assert " " not in excerpt.document.slice(start, end)


def test_a_candidate_stands_in_its_passage(index: Index) -> None:
    for candidate in ranked(index, QUESTIONS[0]).candidates:
        assert candidate.sentence in candidate.passage
        assert 1 <= len(candidate.passage) <= 3
