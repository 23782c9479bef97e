"""What ``--json`` prints, as pydantic models: the source of the output and of ``docs/schemas``.

Offsets are characters (Unicode code points) into the document's text, end exclusive. Dates are ISO 8601.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Mapping
from operator import attrgetter, methodcaller
from pathlib import Path
from typing import Any, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.app.quoting import condition_of, kind, said_in_words
from bot.app.timelines import date_in_words
from index import escaped, format_interval
from index.model import (
    Answer,
    Basis,
    ChangeKind,
    Claim,
    Explanation,
    Granularity,
    Outcome,
    Stance,
    Status,
    Strength,
    Talk,
    Together,
)


class Output(BaseModel):
    """One JSON object, made from keywords or from the attributes of a thing, which have the names of its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    computed: ClassVar[Mapping[str, Callable[[Any], object]]] = {}
    """The fields that are no attributes of the thing, and how each is had of it."""

    @classmethod
    def of(cls, thing: object = None, /, **named: object) -> Self:
        """Take over a thing, or what is ``named``. Raises pydantic's ValidationError where it is not as the fields say."""
        return cls.model_validate(named if thing is None else thing)

    @model_validator(mode="before")
    @classmethod
    def _taken_over(cls, thing: object) -> object:
        if isinstance(thing, dict | Output):
            return thing
        return {
            name: cls.computed[name](thing) if name in cls.computed else getattr(thing, name)
            for name in cls.model_fields
        }


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
    url: str | None = Field(description="Lands on the quoted words.")
    document_id: str = Field(pattern="^[0-9a-f]{16}$")
    also_reported_by: list[str] = Field(description="Other publishers that print the same story.")


class ResolvedDateOutput(Output):
    """Words that say a date beside another one, such as "Thursday", and the days they stand for."""

    computed = {"date": lambda found: format_interval(found.earliest, found.latest, found.granularity)}

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
        description="For a question that asks when: the words inside whose days are known from elsewhere."
    )
    state: Literal["current", "former"] | None = Field(
        description="Of an answer about how things stand: whether the words hold, or were overruled by those that do."
    )
    heads: list[tuple[int, int]] = Field(
        description="Spans of words elsewhere in the text that are read with these, such as the header of a table."
    )
    citation: CitationOutput


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

    computed = {"explanation": lambda _: None}

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


class EventOutput(Output):
    """An event: characters start to end of a document's text, and the days the words support."""

    computed = {"date": date_in_words}

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


class QuotationOutput(Output):
    """Words attributed to a speaker: characters start to end of a document's text, without quotation marks."""

    computed = {
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


class SourceOutcomeOutput(Output):
    """What became of one document, or of a source that could not be read."""

    source: str
    outcome: Outcome
    title: str | None
    document_id: str | None
    reason: str | None = Field(description="Why it was refused.")
    notes: list[str] = Field(description="What a person should know about it, such as a guessed encoding.")


class ReportOutput(Output):
    """What `parley index --json` prints."""

    computed = {
        **{outcome: methodcaller("count", outcome) for outcome in get_args(Outcome)},
        "sources": list,
    }

    added: int = Field(ge=0)
    updated: int = Field(ge=0)
    unchanged: int = Field(ge=0)
    refused: int = Field(ge=0)
    removed: int = Field(ge=0, description="With `--watch`: documents of files that are gone.")
    sources: list[SourceOutcomeOutput]


class DocumentOutput(Output):
    """A document without its text."""

    computed = {"characters": lambda document: len(document.text)}

    id: str = Field(pattern="^[0-9a-f]{16}$")
    title: str
    publisher: str | None
    published: datetime.date | None
    url: str | None
    collection: str
    aliases: list[str] = Field(description="Names beside its title that people know it by.")
    characters: int = Field(ge=0)


class ChangeOutput(Output):
    """A clause of two documents as each has it; the words that only one has are its highlights."""

    kind: ChangeKind
    before: ExcerptOutput | None = Field(description="Null for what was added.")
    after: ExcerptOutput | None = Field(description="Null for what was removed.")


class ComparisonOutput(Output):
    """What `parley compare --json` prints."""

    before: DocumentOutput
    after: DocumentOutput
    changes: list[ChangeOutput] = Field(description="Every clause, in the order of the later document.")


class SourcesOutput(Output):
    """What `parley sources --json` prints."""

    documents: list[DocumentOutput] = Field(description="Newest first.")
    passages: int = Field(ge=0)
    oldest: datetime.date | None
    newest: datetime.date | None


class FormerVersionOutput(Output):
    """What a document was before it was replaced."""

    title: str
    published: datetime.date | None
    text: str
    added_at: datetime.datetime
    replaced_at: datetime.datetime


class SourceOutput(Output):
    """What `parley sources show --json` prints."""

    document: DocumentOutput
    text: str
    former_versions: list[FormerVersionOutput] = Field(description="Newest first.")
    also_reported_by: list[DocumentOutput] = Field(
        description="Documents in which other publishers print the same story."
    )


class FeedOutput(Output):
    """A feed that is followed. Times are in UTC."""

    computed = {"number": attrgetter("id")}

    number: int
    url: str
    title: str | None
    publisher: str | None
    collection: str
    checked_at: datetime.datetime | None
    due_at: datetime.datetime
    failing: bool = Field(description="It failed several times in a row.")
    failure: str | None = Field(description="Why the last fetch failed.")


class FeedsOutput(Output):
    """What `parley feeds list --json` prints."""

    feeds: list[FeedOutput]


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


class ShardHealthOutput(Output):
    """One of Discord's shards that the bot serves."""

    shard: int
    age: float | None = Field(description="Seconds since it last answered; null where it has not yet.")
    latency: float | None = Field(description="Seconds that this answer took.")


class ShareOutput(Output):
    """How many of how many, with Wilson's interval of 95 %, from 0 to 1."""

    computed = {"low": lambda share: share.interval[0], "high": lambda share: share.interval[1]}

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


class HealthOutput(Output):
    """What `parley health --json` prints."""

    healthy: bool
    age: float | None = Field(
        description="Seconds since Discord's gateway last answered, of several shards the one that is longest silent."
    )
    latency: float | None = Field(description="Seconds that this answer took.")
    message: str
    standby: bool = Field(
        description="Whether a bot waits to take over; where there is no heartbeat, it is this one."
    )
    shards: tuple[ShardHealthOutput, ...]


class KnownBackupOutput(Output):
    """A backup that was noted when it was made."""

    computed = {"file": lambda backup: escaped(str(backup.path))}

    file: str
    made_at: datetime.datetime


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
    "compare": ComparisonOutput,
    "calibrate": CalibrationOutput,
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
