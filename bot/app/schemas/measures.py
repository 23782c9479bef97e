"""What `parley eval --json` and `parley calibrate --json` print."""

from typing import ClassVar

from pydantic import Field

from bot.app.schemas.output import Computed, Output


class EvaluationOutput(Output):
    """What `parley eval --json` prints: shares are from 0 to 1, and null where the set has no question they are about."""

    questions: int
    answerable: int
    hit_1: float | None = Field(description="Share of questions whose right document is ranked first.")
    hit_3: float | None
    hit_10: float | None
    mrr_10: float | None = Field(description="Mean reciprocal rank of the first right document.")
    ndcg_10: float | None = Field(description="Where documents are graded.")
    answer_in_first: float | None = Field(
        description="Share whose answer string stands in the first excerpt."
    )
    answer_in_shown: float | None
    mean_words: float | None = Field(description="Words shown, of the questions answered.")
    auroc: float | None = Field(description="Of the confidence, answerable against unanswerable questions.")
    answered_of_answerable: float | None
    abstained_of_unanswerable: float | None
    questions_per_second: float


class ShareOutput(Output):
    """How many of how many, with Wilson's interval of 95 %, from 0 to 1."""

    computed: ClassVar[Computed] = {
        "low": lambda share: share.interval[0],
        "high": lambda share: share.interval[1],
    }

    count: int
    total: int
    value: float | None = Field(description="The share; null of nothing.")
    low: float
    high: float


class ErrorsOutput(Output):
    """What goes wrong: an answer is wrong where its first excerpt does not hold the answer, or nothing answers."""

    answers_wrong: ShareOutput
    strong_wrong: ShareOutput
    unanswerable_answered: ShareOutput
    answerable_missed: ShareOutput = Field(description="Not answered, or with a wrong first excerpt.")


class ThresholdsOutput(Output):
    """From which confidence on something is shown, and from which as the answer."""

    answered: float
    strong: float


class CalibrationOutput(Output):
    """What `parley calibrate --json` prints."""

    questions: int
    answerable: int
    thresholds: ThresholdsOutput = Field(description="Fitted to all questions.")
    errors: ErrorsOutput = Field(description="Of each question with thresholds that were fitted without it.")
    before: ErrorsOutput = Field(description="With the thresholds that are set now.")
