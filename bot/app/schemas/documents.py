"""What is printed of documents as JSON: adding and removing them, what they are, how two differ."""

import datetime
from operator import methodcaller
from typing import ClassVar, get_args

from pydantic import Field

from bot.app.schemas.citing import ExcerptOutput
from bot.app.schemas.output import Computed, Output
from index.model import ChangeKind, Outcome


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

    computed: ClassVar[Computed] = {
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

    computed: ClassVar[Computed] = {"characters": lambda document: len(document.text)}

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


class RemovedOutput(Output):
    """What `parley remove --json` prints."""

    removed: list[str] = Field(description="The ids of the documents that were taken out.")
    unknown: list[str] = Field(description="The ids that no document has.")
