"""What `parley timeline --json` prints."""

from __future__ import annotations

import datetime
from typing import ClassVar

from pydantic import Field

from bot.app.schemas.citing import CitationOutput
from bot.app.schemas.output import Computed, Output
from bot.app.showing.timelines import date_in_words
from index.model import Basis, Granularity, Status


class EventOutput(Output):
    """An event: characters start to end of a document's text, and the days the words support."""

    computed: ClassVar[Computed] = {"date": date_in_words}

    text: str = Field(description="The words, exactly as the document has them.")
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    date: str = Field(description="The date in words, no finer than it is known.")
    earliest: datetime.date | None = Field(description="The first day; null: no bound on this side.")
    latest: datetime.date | None = Field(description="The last day, inclusive; null: no bound on this side.")
    granularity: Granularity
    basis: Basis
    planned: bool = Field(description="Still to come when the document was written.")
    status: Status = Field(
        description="Whether it happened, was planned, or did not take place then: negated, cancelled or moved."
    )
    when: tuple[int, int] | None = Field(
        description="Span of the words that say the date, in the document's text."
    )
    clause: tuple[int, int] | None = Field(
        description="Span of the words that the date belongs to, in the document's text; null: all of them."
    )
    actors: list[str] = Field(description="Names of people, places and organisations in the clause.")
    citations: list[CitationOutput] = Field(description="Every document that tells it, this one first.")
    tellings: list[EventOutput] = Field(
        description="The same event in the other documents, whose dates may differ."
    )


class TimelineOutput(Output):
    """What `parley timeline --json` prints, and what `/timeline` exports as JSON."""

    topic: str | None
    events: list[EventOutput] = Field(
        description="Dated ones in the order of their days, then those without a day."
    )
