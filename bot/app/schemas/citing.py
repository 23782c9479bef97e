"""Quoted words as JSON, with where they stand."""

import datetime
from typing import ClassVar, Literal

from pydantic import Field

from bot.app.schemas.output import Computed, Output
from index import format_interval
from index.model import Granularity


class CitationOutput(Output):
    """Where quoted words stand."""

    number: int = Field(ge=1, description="The n of [n].")
    title: str
    publisher: str | None
    published: datetime.date | None
    paragraph: int = Field(ge=1)
    last_paragraph: int | None = Field(ge=2, description="Where the words go on beyond that paragraph.")
    page: int | None = Field(ge=1, description="For a document that came in pages.")
    place: str | None = Field(
        description='The part of the document, as people cite it: "Article 5(2)", "table 1, row 3".'
    )
    recognised: int | None = Field(
        ge=0,
        le=100,
        description="Percent of confidence with which text recognition read the page; null where the words are the file's own.",
    )
    as_of: datetime.date | None = Field(
        description="The last day on which the words were there; null where they are there now."
    )
    gone: bool = Field(description="Whether the page that they were read from is there no more.")
    url: str | None = Field(description="Lands on the quoted words.")
    document_id: str = Field(pattern="^[0-9a-f]{16}$")
    also_reported_by: list[str] = Field(description="Other publishers that print the same story.")


class ResolvedDateOutput(Output):
    """Words that say a date beside another one, such as "Thursday", and the days they stand for."""

    computed: ClassVar[Computed] = {
        "date": lambda found: format_interval(found.earliest, found.latest, found.granularity)
    }

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    earliest: datetime.date | None
    latest: datetime.date | None
    granularity: Granularity
    date: str = Field(description="The days in words.")


class ExcerptOutput(Output):
    """Quoted words: characters start to end of the document's text."""

    text: str = Field(description="The words, exactly as the document has them.")
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    highlights: list[tuple[int, int]] = Field(
        description="Spans of the words that matched, in the document's text."
    )
    dates: list[ResolvedDateOutput] = Field(
        description="Words whose days are known from elsewhere, for a question that asks when, and in messages and entries."
    )
    state: Literal["current", "former"] | None = Field(
        description="Of an answer about how things stand: whether the words hold, or were overruled by those that do."
    )
    heads: list[tuple[int, int]] = Field(
        description="Spans of words elsewhere in the text that are read with these, such as the header of a table."
    )
    citation: CitationOutput
