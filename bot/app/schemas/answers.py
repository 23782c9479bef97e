"""What `parley ask --json` prints."""

import datetime
from typing import ClassVar, Self

from pydantic import Field

from bot.app.schemas.citing import CitationOutput, ExcerptOutput
from bot.app.schemas.output import Computed, Output
from index.model import Answer, Claim, Explanation, Strength, Talk, Together


class SideOutput(Output):
    """One side of a comparison, with the excerpts that are of it."""

    name: str = Field(description="Who or what it is, as the question has it.")
    excerpts: list[ExcerptOutput]


class ConsideredOutput(Output):
    """A sentence that was looked at: characters start to end of a document's text, and what it has of the question."""

    text: str = Field(description="The words, exactly as the document has them.")
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    citation: CitationOutput
    has: list[str] = Field(description="The question's words that stand in it.")
    beside: list[str] = Field(description="Those that only stand in the sentences beside it or in the title.")
    lacks: list[str] = Field(description="Those that stand in none of these.")
    failed: str = Field(description="Why it does not answer; empty where it may.")


class ExplanationOutput(Output):
    """Why an answer is as it is; what the question does not say is empty."""

    asked_as: str = Field(description="The question, with what was carried over from the one before.")
    kind: str = Field(description="The kind of thing it asks for.")
    thing: str = Field(description="What that must look like, such as an age or a sum.")
    names: list[str]
    period: tuple[datetime.date, datetime.date] | None = Field(
        description="The first and the last day it names."
    )
    agent: str = Field(description="Who does it.")
    verb: str = Field(description="What is done.")
    patient: str = Field(description="To whom or what it is done.")
    speaker: str = Field(description="Whose words are asked for.")
    considered: list[ConsideredOutput] = Field(description="The sentences that came nearest, best first.")
    failed: str = Field(description="Where the answer failed; empty where it did not.")


class AnswerOutput(Output):
    """What `parley ask --json` prints."""

    computed: ClassVar[Computed] = {"explanation": lambda _: None}

    question: str
    answered: bool = Field(description="False: the documents do not say; `excerpts` is empty.")
    confidence: float = Field(ge=0, le=1)
    strength: Strength
    excerpts: list[ExcerptOutput] = Field(
        description="The answer, best first; the points of a list, a summary or the like in the order of time."
    )
    nearest: list[ExcerptOutput] = Field(description="Without an answer: the nearest passages.")
    as_of: datetime.date | None = Field(description="The date of the newest document searched.")
    reason: str = Field(description="Without an answer: why what seemed near was passed over; may be empty.")
    missing: list[str] = Field(description="The question's words that no document holds.")
    unplaced: str = Field(
        description="The place that the question names and that no document has that it may be asked of; may be empty."
    )
    placed_in: list[str] = Field(description="Titles of other documents that have such a place.")
    talk: Talk | None = Field(description="What was said, where it is no question of the documents.")
    understood: str | None = Field(
        description="Of a follow-up: what was carried over from the question before."
    )
    since: datetime.date | None = Field(
        description="Where the question bounds a period, the first day that the documents are of."
    )
    until: datetime.date | None = Field(description="The last one.")
    together: Together | None = Field(
        description="What the excerpts are together, each a point of it; null where each answers by itself."
    )
    sides: list[SideOutput] = Field(
        description="Of a comparison: the same excerpts by the two that are compared."
    )
    topics: list[str] = Field(
        description="What a question that names nothing may be about; with `--after` it is asked about one of them."
    )
    claim: Claim | None = Field(
        description="Of what is pasted instead of a question: whether the excerpts say all of it, or a part."
    )
    explanation: ExplanationOutput | None = Field(description="With `--explain`: why the answer is as it is.")

    @classmethod
    def explained(cls, answer: Answer, explanation: Explanation | None) -> Self:
        """Take over an answer, and where it was asked for why it is so."""
        output = cls.of(answer)
        if explanation is None:
            return output
        return output.model_copy(update={"explanation": ExplanationOutput.of(explanation)})
