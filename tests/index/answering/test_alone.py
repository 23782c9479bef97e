"""What answers a question that stands by itself: how much it reads, whom it leans on, and how sure it may be."""

from dataclasses import replace

import pytest

from index.answering.asking import Asker
from index.answering.ranking.judging import LeaningEvidence, WeighedEvidence
from index.answering.ranking.reading import ReadEvidence
from index.language.tokens import Analyzer
from index.model import Answer

ASKER = Asker.read(Analyzer())
EVIDENCE = WeighedEvidence(ASKER.weights.ranking)
UNREAD = replace(ASKER, ranker=replace(ASKER.ranker, judge=EVIDENCE))
OWN = frozenset({"port"})


@pytest.mark.parametrize("windows", [0, 1, 7])
def test_so_many_windows_are_read_where_anything_is_read(windows: int) -> None:
    judge = ASKER.reading(windows).ranker.judge
    assert isinstance(judge, ReadEvidence) and judge.windows == windows
    assert UNREAD.reading(windows) is UNREAD


@pytest.mark.parametrize("row", [None, 4])
def test_a_follow_up_leans_on_the_evidence_and_what_is_read_stays(row: int | None) -> None:
    judge = ASKER._leaning(OWN, row).ranker.judge
    assert isinstance(judge, ReadEvidence)
    plain = UNREAD._leaning(OWN, row).ranker.judge
    assert plain == LeaningEvidence(EVIDENCE, OWN, row)
    assert isinstance(judge.evidence, LeaningEvidence)
    assert isinstance(judge.evidence.evidence, WeighedEvidence)
    assert (judge.evidence.own, judge.evidence.row) == (OWN, row)


@pytest.mark.parametrize("confidence", [0.0, 0.2, 0.5, 0.6, 0.9, 1.0])
def test_an_answer_is_no_surer_than_it_may_be(confidence: float) -> None:
    thresholds = ASKER.thresholds
    answer = Answer("q", True, confidence, thresholds.strength(confidence))
    partial, none = ASKER.at_most_partial(answer), ASKER.abstained(answer)
    assert partial.answered and not none.answered
    assert (none.strength, none.most, none.excerpts) == ("weak", "weak", ())
    assert partial.confidence <= confidence and partial.strength != "strong"
    assert partial.strength == thresholds.strength(partial.confidence)
    assert none.confidence == thresholds.held(confidence, "weak") <= partial.confidence
    if thresholds.strength(confidence) != "strong":
        assert partial.confidence == confidence
