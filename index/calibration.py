"""How sure an answer must be: the two thresholds, fitted to a question set whose answers are known, and the error they allow.

A threshold that was chosen on some questions looks better on them than it is. Each question is therefore counted by thresholds
that were fitted without it (ten-fold cross-validation; Stone, Cross-validatory choice, 1974), and how far chance may have moved
each share is said by Wilson's interval (Probable inference, the law of succession, and statistical inference, 1927).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from index.answering.thresholds import Thresholds
from index.errors import MalformedSource
from index.evaluation import Outcome

FEWEST = 20
"""Questions of each kind that are needed: with none of 20 wrong, up to 16 % may yet be (Wilson)."""

ERROR = 0.1
"""The share of strong answers that may be wrong, where no other is asked for; chosen: one in ten."""

WITHOUT_THRESHOLDS = Thresholds(0.01, 1.0)
"""What the questions are asked with: whatever may be answered at all is, so that it shows what would come first."""

FOLDS = 10
"""Parts of the set, of which each is counted by the thresholds fitted to the others; as is usual."""

FEWEST_STRONG = 5
"""Strong answers below which a share of wrong ones says nothing; chosen."""

_STEPS = 100
"""Confidences are shown, and thresholds set, to the hundredth."""

_DEVIATE = 1.959964
"""Standard deviations that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``total``, and between what the share lies with 95 % likelihood; from 0 to 1."""

    count: int
    total: int

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.count / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of 95 %; from 0 to 1 of nothing."""
        if not self.total:
            return 0.0, 1.0
        n, p, z = self.total, self.count / self.total, _DEVIATE
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        reach = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(middle - reach, 0.0), min(middle + reach, 1.0)


@dataclass(frozen=True, slots=True)
class Errors:
    """What goes wrong with thresholds: of the answers shown, of the strong ones, of the questions of either kind.

    An answer is wrong when the documents do not answer the question, or its first excerpt does not hold the answer. A question
    that they answer is ``missed`` when nothing is shown, or such an excerpt.
    """

    answers_wrong: Share
    strong_wrong: Share
    unanswerable_answered: Share
    answerable_missed: Share


@dataclass(frozen=True, slots=True)
class Calibration:
    """The thresholds fitted to all questions, and the errors of questions that they were not fitted to."""

    questions: int
    answerable: int
    thresholds: Thresholds
    errors: Errors
    before: Errors


def calibrate(outcomes: Sequence[Outcome], error: float, now: Thresholds) -> Calibration:
    """Fit the thresholds to outcomes of questions that were asked ``WITHOUT_THRESHOLDS``.

    ``error`` is the share of strong answers that may be wrong, from 0 to 1; ``now`` are the thresholds to compare with. The one
    for answers is that with which most comes out right, both kinds of questions counting alike; the one for strong answers is
    the lowest that keeps to ``error``, 1 where none does. Raises MalformedSource for too few questions of a kind.
    """
    answerable = [one for one in outcomes if one.question.answerable]
    unanswerable = [one for one in outcomes if not one.question.answerable]
    if min(len(answerable), len(unanswerable)) < FEWEST:
        raise MalformedSource(
            f"The set has {len(answerable)} questions that the documents answer and {len(unanswerable)} that they do not; "
            f"thresholds are fitted to at least {FEWEST} of each: write more."
        )
    if not all(one.question.answers for one in answerable):
        raise MalformedSource(
            "A question that the documents answer has no `answers`, so that nobody can tell whether what is shown is right; "
            "give each the words of its document that answer it."
        )
    folds = _folds(answerable), _folds(unanswerable)
    counted = [0] * 8
    for number in range(FOLDS):
        rest = [one for kind in folds for place, fold in enumerate(kind) if place != number for one in fold]
        left = [one for kind in folds for one in kind[number]]
        counts = _counts(left, fit(rest, error))
        counted = [one + other for one, other in zip(counted, counts, strict=True)]
    return Calibration(
        len(outcomes),
        len(answerable),
        fit(outcomes, error),
        _errors(counted),
        _errors(_counts(outcomes, now)),
    )


def fit(outcomes: Sequence[Outcome], error: float) -> Thresholds:
    """Return the thresholds that suit the outcomes best, as ``calibrate`` says."""
    steps = [step / _STEPS for step in range(1, _STEPS + 1)]
    worth = {step: _balanced(_counts(outcomes, Thresholds(step, 1.0))) for step in steps}
    best = max(worth.values())
    # The middle of those that are equally good: what lies at an edge is chance.
    equal = [step for step in steps if worth[step] >= best - 1e-9]
    answered = equal[len(equal) // 2]
    for step in steps:
        if step > answered:
            wrong, total = _counts(outcomes, Thresholds(answered, step))[2:4]
            if total >= FEWEST_STRONG and wrong <= error * total:
                return Thresholds(answered, step)
    return Thresholds(answered, 1.0)


def _folds(outcomes: Sequence[Outcome]) -> list[list[Outcome]]:
    """Deal the outcomes into folds by their questions alone, so that the order of a file changes nothing."""
    dealt = sorted(outcomes, key=lambda one: sha256(one.question.question.encode()).digest())
    return [dealt[number::FOLDS] for number in range(FOLDS)]


def _counts(outcomes: Sequence[Outcome], thresholds: Thresholds) -> list[int]:
    """Return wrong answers and answers, wrong strong ones and strong ones, unanswerable answered and unanswerable, answerable
    missed and answerable."""
    counted = [0] * 8
    for one in outcomes:
        strength = thresholds.strength(thresholds.held(one.answer.confidence, one.answer.most))
        shown, strong = strength != "weak", strength == "strong"
        right = one.question.answerable and one.in_first
        counted[0] += shown and not right
        counted[1] += shown
        counted[2] += strong and not right
        counted[3] += strong
        counted[4] += shown and not one.question.answerable
        counted[5] += not one.question.answerable
        counted[6] += one.question.answerable and not (shown and right)
        counted[7] += one.question.answerable
    return counted


def _balanced(counts: Sequence[int]) -> float:
    return 1 - (counts[4] / max(counts[5], 1) + counts[6] / max(counts[7], 1)) / 2


def _errors(counts: Sequence[int]) -> Errors:
    shares: Mapping[int, Share] = {place: Share(counts[place], counts[place + 1]) for place in (0, 2, 4, 6)}
    return Errors(shares[0], shares[2], shares[4], shares[6])
