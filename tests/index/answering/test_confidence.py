"""How sure an answer is: what is counted among the first candidates, and what a missing name takes away."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index import Document, Index
from index.answering.confidence import confidence, confidence_features
from index.answering.ranking.judging import Candidate, Judgement
from index.answering.ranking.retrieval import Ranking
from index.requests import AskRequest

TEXT = "Vale and Sato spoke over the phone on 3 May 2024. Rain fell in Lomar. The harbor was closed to barley ships."


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "parley.db", reader=False) as opened:
        opened.add_documents([Document(key="a", title="Document", text=TEXT)])
        yield opened


def ranked(index: Index, question: str) -> Ranking:
    with index.searching() as searcher:
        return index.asker.rank(searcher, AskRequest(question))


def fitted(index: Index, ranking: Ranking) -> float:
    weights = index.asker.weights.confidence
    features = confidence_features(ranking)
    total = weights["bias"] + sum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("When did Vale and Sato speak over the phone?", 1.0),
        ("When did Vale and Brandt speak over the phone?", 0.85),
    ],
)
def test_where_a_name_is_missing_a_part_of_the_confidence_goes(
    index: Index, question: str, share: float
) -> None:
    ranking = ranked(index, question)
    assert confidence(ranking, index.asker.weights) == pytest.approx(share * fitted(index, ranking))


def in_paragraphs(ranking: Ranking, paragraphs: Sequence[int]) -> Ranking:
    """The ranking with its first candidate over and over, in the paragraphs with these numbers, each a little worse."""
    best = ranking.candidates[0]

    def moved(place: int, paragraph: int) -> Candidate:
        span = replace(best.sentence.span, paragraph=paragraph)
        moved = replace(best, sentence=best.sentence._replace(span=span, ordinal=place))
        return moved.judged(Judgement(best.score - place / 100))

    return replace(ranking, candidates=tuple(moved(*one) for one in enumerate(paragraphs)))


@pytest.mark.parametrize(
    ("paragraphs", "together"),
    [((1, 1, 1, 1), 1.0), ((1, 2, 2, 1), 1 / 3), ((1, 2, 2, 2, 1), 0.0), ((1, 1), 1 / 3)],
)
def test_the_three_that_follow_stand_together_with_the_first_or_not(
    index: Index, paragraphs: Sequence[int], together: float
) -> None:
    ranking = in_paragraphs(ranked(index, "When did Vale and Sato speak?"), paragraphs)
    assert confidence_features(ranking)["together"] == pytest.approx(together)


@pytest.mark.parametrize(("place", "held"), [(0, 1.0), (5, 1.0), (6, 0.0)])
def test_the_kind_that_is_asked_for_is_looked_for_among_the_first_six(
    index: Index, place: int, held: float
) -> None:
    ranking = in_paragraphs(ranked(index, "When did Vale and Sato speak?"), range(1, 9))
    candidates = tuple(
        replace(one, evidence=one.evidence._replace(kind_nearby=float(number == place)))
        for number, one in enumerate(ranking.candidates)
    )
    assert confidence_features(replace(ranking, candidates=candidates))["kind_among_first"] == held


@pytest.mark.parametrize(("rivals", "spread"), [(1, 0.001), (8, 0.0045), (9, 0.0045)])
def test_the_lead_is_over_the_first_eight_rivals(index: Index, rivals: int, spread: float) -> None:
    ranking = in_paragraphs(ranked(index, "When did Vale and Sato speak?"), range(1, rivals + 2))
    features = confidence_features(ranking)
    assert features["margin"] == pytest.approx(0.001)
    assert features["spread"] == pytest.approx(spread)
