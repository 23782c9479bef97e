"""Thresholds are fitted to what was asked, and the error they allow is said of questions they were not fitted to."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.answering.thresholds import Thresholds
from index.calibration import FEWEST, Share, calibrate, fit
from index.errors import MalformedSource
from index.evaluation import LabelledQuestion, Outcome
from index.model import Answer, Strength


def outcome(number: int, confidence: float, right: bool | None, most: Strength = "strong") -> Outcome:
    """Return what came of a question: ``right`` is None where the documents do not answer it."""
    question = LabelledQuestion(
        str(number), f"question {number}", {}, ("words",) * (right is not None), right is not None, False
    )
    answer = Answer(question.question, True, confidence, "partial", most=most)
    return Outcome(question, answer, None, None, False, bool(right), bool(right), 0, 0.0)


def outcomes(answerable: Sequence[float], unanswerable: Sequence[float]) -> list[Outcome]:
    found = [outcome(number, value, True) for number, value in enumerate(answerable)]
    return [*found, *(outcome(1000 + number, value, None) for number, value in enumerate(unanswerable))]


def test_the_threshold_lies_between_what_is_answered_and_what_is_not() -> None:
    found = calibrate(outcomes([0.5] * 30, [0.2] * 30), 0.1, Thresholds())
    assert 0.2 < found.thresholds.answered <= 0.5
    assert found.thresholds.strong == pytest.approx(found.thresholds.answered + 0.01)
    assert found.errors.answers_wrong == Share(0, 30)
    assert found.errors.unanswerable_answered == Share(0, 30)
    assert found.errors.answerable_missed == Share(0, 30)


def test_the_errors_are_those_of_the_thresholds_now_beside_those_fitted() -> None:
    found = calibrate(outcomes([0.2] * 30, [0.1] * 30), 0.1, Thresholds(0.3, 0.6))
    assert found.before.answerable_missed == Share(30, 30)
    assert found.errors.answerable_missed == Share(0, 30)
    assert (found.questions, found.answerable) == (60, 30)


def test_strong_is_the_lowest_that_keeps_to_the_error() -> None:
    mixed = outcomes([0.4] * 10 + [0.8] * 20, [0.45] * 4 + [0.1] * 26)
    strict = fit(mixed, 0.01)
    assert strict.answered <= 0.4 < 0.45 < strict.strong <= 0.8
    assert fit(mixed, 0.2).strong <= 0.4


def test_nothing_is_strong_where_no_confidence_keeps_to_the_error() -> None:
    wrong = [outcome(number, 0.9, False) for number in range(30)]
    assert fit([*wrong, *outcomes([], [0.9] * 30)], 0.1).strong == 1.0


def test_what_speaks_of_another_is_refused_however_sure_and_what_lacks_the_thing_is_never_strong() -> None:
    sure = outcomes([0.9] * 30, [0.05] * 30)
    another = [outcome(2000 + number, 0.95, None, "weak") for number in range(30)]
    lacking = [outcome(3000 + number, 0.95, False, "partial") for number in range(10)]
    found = calibrate([*sure, *another, *lacking], 0.1, Thresholds())
    assert found.errors.unanswerable_answered == Share(0, 60)
    assert found.errors.strong_wrong == Share(0, 30)
    assert found.errors.answers_wrong == Share(10, 40)


@pytest.mark.parametrize(("answerable", "unanswerable"), [(FEWEST - 1, FEWEST), (FEWEST, FEWEST - 1), (0, 0)])
def test_too_few_questions_are_refused(answerable: int, unanswerable: int) -> None:
    with pytest.raises(MalformedSource, match=f"at least {FEWEST} of each"):
        calibrate(outcomes([0.5] * answerable, [0.2] * unanswerable), 0.1, Thresholds())


def test_just_enough_are_not() -> None:
    assert calibrate(outcomes([0.5] * FEWEST, [0.2] * FEWEST), 0.1, Thresholds()).answerable == FEWEST


def test_questions_without_known_answers_are_refused() -> None:
    asked = outcomes([0.5] * 30, [0.2] * 30)
    asked[3] = replace(asked[3], question=replace(asked[3].question, answers=()))
    with pytest.raises(MalformedSource, match="has no `answers`"):
        calibrate(asked, 0.1, Thresholds())


def test_wilsons_interval() -> None:
    assert Share(0, 20).interval == pytest.approx((0.0, 0.1611), abs=1e-4)
    assert Share(5, 50).interval == pytest.approx((0.0435, 0.2136), abs=1e-4)
    assert Share(0, 0).interval == (0.0, 1.0)
    assert Share(0, 0).value is None


CONFIDENCES = st.lists(st.floats(0, 1), min_size=FEWEST, max_size=2 * FEWEST)


@settings(max_examples=20)  # each of them fits thresholds 22 times
@given(CONFIDENCES, CONFIDENCES, st.randoms())
def test_the_order_of_the_questions_changes_nothing(
    answerable: list[float], unanswerable: list[float], draw: Random
) -> None:
    asked = outcomes(answerable, unanswerable)
    found = calibrate(asked, 0.1, Thresholds())
    draw.shuffle(asked)
    assert calibrate(asked, 0.1, Thresholds()) == found
    assert found.thresholds.answered <= found.thresholds.strong
    for share in (found.errors.answers_wrong, found.errors.strong_wrong):
        low, high = share.interval
        assert low <= (share.value or 0.0) + 1e-9
        assert high >= (share.value or 0.0) - 1e-9
