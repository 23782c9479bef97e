"""What `parley quotes --json` prints."""

import datetime
from operator import attrgetter
from typing import ClassVar

from pydantic import Field

from bot.app.schemas.citing import CitationOutput
from bot.app.schemas.output import Computed, Output
from bot.app.showing.quoting import condition_of, kind, said_in_words
from index.model import Basis, Stance


class QuotationOutput(Output):
    """Words attributed to a speaker: characters start to end of a document's text, without quotation marks."""

    computed: ClassVar[Computed] = {
        "verb": attrgetter("cue"),
        "condition": condition_of,
        "question": lambda item: item.question and item.document.slice(*item.question),
        "kind": kind,
        "date": said_in_words,
    }

    words: str = Field(description="The words, exactly as the document has them.")
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    speaker: str = Field(description="The fullest name that the documents give, or what the text says.")
    role: str | None
    verb: str = Field(
        description="The words that attribute them, as the text has them; empty where there are none."
    )
    stance: Stance = Field(
        description="What the reporting clause does to the words; only what somebody says is an assertion."
    )
    condition: str = Field(
        description="The words on which the saying or the words depend, as the text has them; else empty."
    )
    hearsay: bool = Field(description="Whether the text vouches only that it was reported.")
    question: str | None = Field(description="What was asked before, where the words answer a question.")
    kind: str = Field(
        description="direct; fragment, words too few to be a statement; or indirect, reported speech."
    )
    date: str = Field(description="The day of saying in words, no finer than it is known.")
    said_on: datetime.date | None = Field(
        description="The day of saying; null where the text gives no single day."
    )
    earliest: datetime.date | None = Field(description="The first day it may have been.")
    latest: datetime.date | None = Field(description="The last day it may have been, inclusive.")
    basis: Basis
    when: tuple[int, int] | None = Field(description="Span of the words that say the date.")
    citations: list[CitationOutput] = Field(description="Every document that has the words, this one first.")


class QuotesOutput(Output):
    """What `parley quotes --json` prints, and what `/quotes` exports as JSON."""

    speaker: str | None
    about: str | None
    quotations: list[QuotationOutput] = Field(
        description="With a topic best first, else those said last first."
    )
