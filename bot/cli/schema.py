"""What ``--json`` prints, as pydantic models: the source of the output and of ``docs/schemas``.

Offsets are characters (Unicode code points) into the document's text, end exclusive. Dates are ISO 8601.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.app.exports import date_in_words
from bot.app.health import Health
from bot.app.quoting import condition_of, kind, said_in_words
from bot.cli.output import print_text
from index.keeping.known_backups import KnownBackup
from index.language.dates import format_interval
from index.model import (
    AddReport,
    Answer,
    Basis,
    Citation,
    Document,
    Event,
    Excerpt,
    Granularity,
    Outcome,
    Quotation,
    ResolvedDate,
    SourceOutcome,
    Stance,
    Stats,
    Status,
    Strength,
    Talk,
)
from index.readers.encoding import escaped
from index.storage.history import FormerVersion
from index.web.feeds import FollowedFeed


class Output(BaseModel):
    """One JSON object."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def print(self) -> None:
        """Print the object, indented, to standard output."""
        print_text(self.model_dump_json(indent=2) + "\n")


class CitationOutput(Output):
    """Where quoted words stand."""

    number: int = Field(ge=1, description="The n of [n].")
    title: str
    publisher: str | None
    published: datetime.date | None
    paragraph: int = Field(ge=1)
    last_paragraph: int | None = Field(ge=2, description="Where the words go on beyond that paragraph.")
    page: int | None = Field(ge=1, description="For a document that came in pages.")
    url: str | None = Field(description="Lands on the quoted words.")
    document_id: str = Field(pattern="^[0-9a-f]{16}$")
    also_reported_by: list[str] = Field(description="Other publishers that print the same story.")

    @classmethod
    def of(cls, citation: Citation) -> CitationOutput:
        """Take over a citation."""
        return cls(
            number=citation.number,
            title=citation.title,
            publisher=citation.publisher,
            published=citation.published,
            paragraph=citation.paragraph,
            last_paragraph=citation.last_paragraph,
            page=citation.page,
            url=citation.url,
            document_id=citation.document_id,
            also_reported_by=list(citation.also_reported_by),
        )


class ResolvedDateOutput(Output):
    """Words that say a date beside another one, such as "Thursday", and the days they stand for."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    earliest: datetime.date | None
    latest: datetime.date | None
    granularity: Granularity
    date: str = Field(description="The days in words.")

    @classmethod
    def of(cls, found: ResolvedDate) -> ResolvedDateOutput:
        """Take over a resolved date."""
        return cls(
            start=found.start,
            end=found.end,
            earliest=found.earliest,
            latest=found.latest,
            granularity=found.granularity,
            date=format_interval(found.earliest, found.latest, found.granularity),
        )


class ExcerptOutput(Output):
    """Quoted words: characters start to end of the document's text."""

    text: str = Field(description="The words, exactly as the document has them.")
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    highlights: list[tuple[int, int]] = Field(
        description="Spans of the words that matched, in the document's text."
    )
    dates: list[ResolvedDateOutput] = Field(
        description="For a question that asks when: the words inside whose days are known from elsewhere."
    )
    state: Literal["current", "former"] | None = Field(
        description="Of an answer about how things stand: whether the words hold, or were overruled by those that do."
    )
    citation: CitationOutput

    @classmethod
    def of(cls, excerpt: Excerpt) -> ExcerptOutput:
        """Take over an excerpt."""
        return cls(
            text=excerpt.text,
            start=excerpt.start,
            end=excerpt.end,
            highlights=list(excerpt.highlights),
            dates=[ResolvedDateOutput.of(found) for found in excerpt.dates],
            state=excerpt.state,
            citation=CitationOutput.of(excerpt.citation),
        )


class AnswerOutput(Output):
    """What `parley ask --json` prints."""

    question: str
    answered: bool = Field(description="False: the documents do not say; `excerpts` is empty.")
    confidence: float = Field(ge=0, le=1)
    strength: Strength
    excerpts: list[ExcerptOutput] = Field(description="The answer, best first.")
    nearest: list[ExcerptOutput] = Field(description="Without an answer: the nearest passages.")
    as_of: datetime.date | None = Field(description="The date of the newest document searched.")
    reason: str = Field(description="Without an answer: why what seemed near was passed over; may be empty.")
    missing: list[str] = Field(description="The question's words that no document holds.")
    talk: Talk | None = Field(description="What was said, where it is no question of the documents.")

    @classmethod
    def of(cls, answer: Answer) -> AnswerOutput:
        """Take over an answer."""
        return cls(
            question=answer.question,
            answered=answer.answered,
            confidence=answer.confidence,
            strength=answer.strength,
            excerpts=[ExcerptOutput.of(excerpt) for excerpt in answer.excerpts],
            nearest=[ExcerptOutput.of(excerpt) for excerpt in answer.nearest],
            as_of=answer.as_of,
            reason=answer.reason,
            missing=list(answer.missing),
            talk=answer.talk,
        )


class EventOutput(Output):
    """An event: characters start to end of a document's text, and the days the words support."""

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

    @classmethod
    def of(cls, event: Event) -> EventOutput:
        """Take over an event."""
        return cls(
            text=event.text,
            start=event.start,
            end=event.end,
            date=date_in_words(event),
            earliest=event.earliest,
            latest=event.latest,
            granularity=event.granularity,
            basis=event.basis,
            planned=event.planned,
            status=event.status,
            clause=event.clause,
            when=event.when,
            actors=list(event.actors),
            citations=[CitationOutput.of(citation) for citation in event.citations],
            tellings=[cls.of(telling) for telling in event.tellings],
        )


class TimelineOutput(Output):
    """What `parley timeline --json` prints, and what `/timeline` exports as JSON."""

    topic: str | None
    events: list[EventOutput] = Field(
        description="Dated ones in the order of their days, then those without a day."
    )

    @classmethod
    def of(cls, topic: str | None, events: Sequence[Event]) -> TimelineOutput:
        """Take over a timeline."""
        return cls(topic=topic, events=[EventOutput.of(event) for event in events])


class QuotationOutput(Output):
    """Words attributed to a speaker: characters start to end of a document's text, without quotation marks."""

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

    @classmethod
    def of(cls, quotation: Quotation) -> QuotationOutput:
        """Take over a quotation."""
        return cls(
            words=quotation.words,
            start=quotation.start,
            end=quotation.end,
            speaker=quotation.speaker,
            role=quotation.role,
            verb=quotation.cue,
            stance=quotation.stance,
            condition=condition_of(quotation),
            hearsay=quotation.hearsay,
            question=quotation.document.slice(*quotation.question) if quotation.question else None,
            kind=kind(quotation),
            date=said_in_words(quotation),
            said_on=quotation.said_on,
            earliest=quotation.earliest,
            latest=quotation.latest,
            basis=quotation.basis,
            when=quotation.when,
            citations=[CitationOutput.of(citation) for citation in quotation.citations],
        )


class QuotesOutput(Output):
    """What `parley quotes --json` prints, and what `/quotes` exports as JSON."""

    speaker: str | None
    about: str | None
    quotations: list[QuotationOutput] = Field(
        description="With a topic best first, else those said last first."
    )

    @classmethod
    def of(cls, speaker: str | None, about: str | None, quotations: Sequence[Quotation]) -> QuotesOutput:
        """Take over quotations."""
        return cls(speaker=speaker, about=about, quotations=[QuotationOutput.of(item) for item in quotations])


class SourceOutcomeOutput(Output):
    """What became of one document, or of a source that could not be read."""

    source: str
    outcome: Outcome
    title: str | None
    document_id: str | None
    reason: str | None = Field(description="Why it was refused.")
    notes: list[str] = Field(description="What a person should know about it, such as a guessed encoding.")

    @classmethod
    def of(cls, outcome: SourceOutcome) -> SourceOutcomeOutput:
        """Take over an outcome."""
        return cls(
            source=outcome.source,
            outcome=outcome.outcome,
            title=outcome.title,
            document_id=outcome.document_id,
            reason=outcome.reason,
            notes=list(outcome.notes),
        )


class ReportOutput(Output):
    """What `parley index --json` prints."""

    added: int = Field(ge=0)
    updated: int = Field(ge=0)
    unchanged: int = Field(ge=0)
    refused: int = Field(ge=0)
    removed: int = Field(ge=0, description="With `--watch`: documents of files that are gone.")
    sources: list[SourceOutcomeOutput]

    @classmethod
    def of(cls, report: AddReport) -> ReportOutput:
        """Take over a report."""
        return cls(
            added=report.count("added"),
            updated=report.count("updated"),
            unchanged=report.count("unchanged"),
            refused=report.count("refused"),
            removed=report.count("removed"),
            sources=[SourceOutcomeOutput.of(outcome) for outcome in report],
        )


class DocumentOutput(Output):
    """A document without its text."""

    id: str = Field(pattern="^[0-9a-f]{16}$")
    title: str
    publisher: str | None
    published: datetime.date | None
    url: str | None
    collection: str
    characters: int = Field(ge=0)

    @classmethod
    def of(cls, document: Document) -> DocumentOutput:
        """Take over a document."""
        return cls(
            id=document.id,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            url=document.url,
            collection=document.collection,
            characters=len(document.text),
        )


class SourcesOutput(Output):
    """What `parley sources --json` prints."""

    documents: list[DocumentOutput] = Field(description="Newest first.")
    passages: int = Field(ge=0)
    oldest: datetime.date | None
    newest: datetime.date | None

    @classmethod
    def of(cls, documents: Sequence[Document], stats: Stats) -> SourcesOutput:
        """Take over what an index holds."""
        return cls(
            documents=[DocumentOutput.of(document) for document in documents],
            passages=stats.passages,
            oldest=stats.oldest,
            newest=stats.newest,
        )


class FormerVersionOutput(Output):
    """What a document was before it was replaced."""

    title: str
    published: datetime.date | None
    text: str
    added_at: datetime.datetime
    replaced_at: datetime.datetime

    @classmethod
    def of(cls, version: FormerVersion) -> FormerVersionOutput:
        """Take over a former version."""
        return cls(
            title=version.title,
            published=version.published,
            text=version.text,
            added_at=version.added_at,
            replaced_at=version.replaced_at,
        )


class SourceOutput(Output):
    """What `parley sources show --json` prints."""

    document: DocumentOutput
    text: str
    former_versions: list[FormerVersionOutput] = Field(description="Newest first.")
    also_reported_by: list[DocumentOutput] = Field(
        description="Documents in which other publishers print the same story."
    )

    @classmethod
    def of(
        cls, document: Document, former: Sequence[FormerVersion], reprints: Sequence[Document]
    ) -> SourceOutput:
        """Take over a document and what is known about it."""
        return cls(
            document=DocumentOutput.of(document),
            text=document.text,
            former_versions=[FormerVersionOutput.of(version) for version in former],
            also_reported_by=[DocumentOutput.of(other) for other in reprints],
        )


class FeedOutput(Output):
    """A feed that is followed. Times are in UTC."""

    number: int
    url: str
    title: str | None
    publisher: str | None
    collection: str
    checked_at: datetime.datetime | None
    due_at: datetime.datetime
    failing: bool = Field(description="It failed several times in a row.")
    failure: str | None = Field(description="Why the last fetch failed.")

    @classmethod
    def of(cls, feed: FollowedFeed) -> FeedOutput:
        """Take over a feed."""
        return cls(
            number=feed.id,
            url=feed.url,
            title=feed.title,
            publisher=feed.publisher,
            collection=feed.collection,
            checked_at=feed.checked_at,
            due_at=feed.due_at,
            failing=feed.failing,
            failure=feed.failure,
        )


class FeedsOutput(Output):
    """What `parley feeds list --json` prints."""

    feeds: list[FeedOutput]

    @classmethod
    def of(cls, feeds: Sequence[FollowedFeed]) -> FeedsOutput:
        """Take over the feeds."""
        return cls(feeds=[FeedOutput.of(feed) for feed in feeds])


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


class HealthOutput(Output):
    """What `parley health --json` prints."""

    healthy: bool
    age: float | None = Field(description="Seconds since Discord's gateway last answered.")
    latency: float | None = Field(description="Seconds that this answer took.")
    message: str
    standby: bool = Field(
        description="Whether a bot waits to take over; where there is no heartbeat, it is this one."
    )

    @classmethod
    def of(cls, health: Health) -> HealthOutput:
        """Take over a health check."""
        return cls(
            healthy=health.healthy,
            age=health.age,
            latency=health.latency,
            message=health.message,
            standby=health.standby,
        )


class KnownBackupOutput(Output):
    """A backup that was noted when it was made."""

    file: str
    made_at: datetime.datetime

    @classmethod
    def of(cls, backup: KnownBackup) -> KnownBackupOutput:
        """Take over a known backup."""
        return cls(file=escaped(str(backup.path)), made_at=backup.made_at)


class CheckOutput(Output):
    """What `parley check --json` prints."""

    database: str
    whole: bool
    problems: list[str] = Field(description="What is wrong, the first twenty; empty for a whole database.")
    documents: int | None = Field(description="In all collections; null where they could not be counted.")
    passages: int | None
    older_finders: int | None = Field(
        description="Documents whose dates and quotations an earlier version found; null where they could not be counted."
    )
    last_good_backup: KnownBackupOutput | None = Field(
        description="The newest known backup that is there and was found whole just now."
    )


class BackupOutput(Output):
    """What `parley backup --json` prints."""

    database: str
    file: str
    bytes: int = Field(ge=0)
    documents: int = Field(ge=0, description="In all collections.")
    passages: int = Field(ge=0)


class RestoreOutput(Output):
    """What `parley restore --json` prints."""

    database: str
    file: str
    documents: int = Field(ge=0, description="In all collections.")
    passages: int = Field(ge=0)
    kept: str | None = Field(description="Where the damaged database that was there before is now.")


class RemovedOutput(Output):
    """What `parley remove --json` prints."""

    removed: list[str] = Field(description="The ids of the documents that were taken out.")
    unknown: list[str] = Field(description="The ids that no document has.")


class RemovedFeedsOutput(Output):
    """What `parley feeds remove --json` prints."""

    removed: list[int] = Field(description="The numbers of the feeds that are followed no longer.")
    unknown: list[int] = Field(description="The numbers that no feed has.")


OUTPUTS: dict[str, type[Output]] = {
    "ask": AnswerOutput,
    "backup": BackupOutput,
    "check": CheckOutput,
    "eval": EvaluationOutput,
    "feeds-add": ReportOutput,
    "feeds-list": FeedsOutput,
    "feeds-refresh": ReportOutput,
    "feeds-remove": RemovedFeedsOutput,
    "health": HealthOutput,
    "index": ReportOutput,
    "quotes": QuotesOutput,
    "remove": RemovedOutput,
    "restore": RestoreOutput,
    "sources": SourcesOutput,
    "timeline": TimelineOutput,
    "sources-list": SourcesOutput,
    "sources-remove": RemovedOutput,
    "sources-set": DocumentOutput,
    "sources-show": SourceOutput,
}
"""The commands with ``--json``, those of a group after its name and a hyphen, and what each prints."""


def write_schemas(folder: Path) -> None:
    """Write the JSON schema of every command with ``--json`` to ``folder``, as ``COMMAND.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    for command, output in OUTPUTS.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **output.model_json_schema()}
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (folder / f"{command}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
