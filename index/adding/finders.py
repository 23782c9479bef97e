"""What is found in a document beside its words: events and quotations, and which finders found them.

Each document is stored with the version of the finders that read it. One that earlier finders read can be read by these
from its stored text, sentence by sentence as it was split then, so that its passages and its row stay what they are.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from index.adding.counting_days import CountingDays
from index.adding.packing import Packed
from index.errors import SourceError
from index.language.abbreviations import Abbreviation
from index.language.findings import FoundQuotation, Prose
from index.language.quotation_marks import quoted_spans
from index.language.sentences import paragraphs_of, sentence_at
from index.language.tokens import Analyzer
from index.model import Document, Sentence, Span
from index.quotations.speakers import SpeakerKeys
from index.quotations.storage import remove_quotations, write_quotations
from index.storage.abbreviations import write_abbreviations
from index.storage.database import Database
from index.storage.documents import read_document
from index.storage.store import Store
from index.storage.tables.seals import seal
from index.timeline.finding import FoundEvent, find_events
from index.timeline.storage import remove_events, write_events

FINDERS = 3
"""The version of the finders, from 1. Raise it when dates, names, events, quotations or abbreviations are found otherwise
than before."""

Progress = Callable[[Document], None]
Refused = Callable[[Document, SourceError], None]

_DOCUMENTS, _CHARACTERS = 64, 250_000
"""What is written in one transaction at most, or the first document where that is longer."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The events and quotations of a document; ``speaker_keys`` has the key of each quotation's speaker. ``abbreviations``
    are those that it defines."""

    events: Collection[FoundEvent]
    quotations: Collection[FoundQuotation]
    speaker_keys: Collection[str]
    abbreviations: Collection[Abbreviation] = ()

    def packed(self) -> "Findings":
        """Return the same in little room."""
        return Findings(
            Packed(self.events), Packed(self.quotations), Packed(self.speaker_keys), self.abbreviations
        )


Find = Callable[[Document, Sequence[Sentence]], tuple[Findings, Collection[Span]]]
"""Returns what is found in a document that was split into these sentences, and the sentences of each quotation."""


def find(document: Document, sentences: Sequence[Sentence], analyzer: Analyzer) -> Findings:
    """Find the events and quotations of ``document``, whose sentences are ``sentences``. Touches no database."""
    days = CountingDays(document)
    times = days.find_times(analyzer.languages)
    quoted = quoted_spans(document.text, paragraphs_of(sentences))
    languages = analyzer.languages
    prose = Prose(
        document.text,
        sentences,
        times,
        quoted,
        document.published,
        days.at,
        document.title,
        document.publisher,
        document.structure,
    )
    quotations = tuple(item for item in languages.find_quotations(prose) if item.is_somebodys)
    keys = SpeakerKeys(analyzer)
    return Findings(
        find_events(document, sentences, times, quoted, days.at, languages),
        quotations,
        tuple(
            keys.key(item.speaker, person=item.named, role=item.role, gender=item.gender)
            for item in quotations
        ),
        languages.find_abbreviations(document.text, analyzer),
    )


def quoted_sentences(findings: Findings, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the first and last sentence that each quotation stands in, counted from 0."""
    return tuple(
        (sentence_at(sentences, item.start) or 0, sentence_at(sentences, item.end - 1) or 0)
        for item in findings.quotations
    )


def write(db: Database, row: int, findings: Findings, quoted: Collection[Span]) -> None:
    """Store what was found in the document with that row, in the caller's transaction; ``quoted`` has the first and last
    sentence of each quotation."""
    write_events(db, row, findings.events)
    write_quotations(db, row, findings.quotations, findings.speaker_keys, quoted)
    write_abbreviations(db, row, findings.abbreviations)


def rows_of_older(db: Database, document_ids: Sequence[str] | None = None) -> list[int]:
    """Return the rows of the documents that earlier finders read, of all or of those with the ids, in their order."""
    if document_ids is None:
        rows = db.execute("SELECT row FROM documents WHERE finders < ? ORDER BY row", [FINDERS])
    else:
        rows = db.execute(
            "SELECT row FROM documents WHERE id IN (SELECT value FROM json_each(?)) AND finders < ? ORDER BY row",
            [json.dumps(document_ids), FINDERS],
        )
    return [row for (row,) in rows]


def count_older(db: Database) -> int:
    """Return how many documents earlier finders read."""
    return int(db.execute("SELECT count(*) FROM documents WHERE finders < ?", [FINDERS]).fetchone()[0])


def find_anew(
    store: Store,
    found_in: Find,
    rows: Sequence[int],
    progress: Progress | None = None,
    refused: Refused | None = None,
) -> list[Document]:
    """Find the events and quotations of the documents with those rows anew; return those that are still there.

    They are found outside of a transaction and written a few documents at a time, so that others can write between them, and
    what is stopped goes on where it was. ``progress`` is called with each document once it is stored; ``refused`` with each
    that goes beyond the limits, of which what was found before stays.
    """
    done: list[Document] = []
    for batch in _batches(store, rows):
        found = [(row, document, _found(found_in, document, spans)) for row, document, spans in batch]
        with store.writing() as db:
            written = [(document, one) for row, document, one in found if _replace(db, row, one)]
        for document, one in written:
            if isinstance(one, SourceError):
                if refused is not None:
                    refused(document, one)
                continue
            done.append(document)
            if progress is not None:
                progress(document)
    return done


_Found = tuple[Findings, Collection[Span]] | SourceError


def _found(found_in: Find, document: Document, sentences: Sequence[Sentence]) -> _Found:
    try:
        return found_in(document, sentences)
    except SourceError as error:
        return error


_Read = tuple[int, Document, tuple[Sentence, ...]]


def _batches(store: Store, rows: Sequence[int]) -> Iterator[list[_Read]]:
    batch: list[_Read] = []
    characters = 0
    for row in rows:
        with store.reading() as db:
            read = _read(db, row)
        if read is None:
            continue
        batch.append(read)
        characters += len(read[1].text)
        if len(batch) >= _DOCUMENTS or characters >= _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _read(db: Database, row: int) -> _Read | None:
    if db.execute("SELECT 1 FROM documents WHERE row = ?", [row]).fetchone() is None:
        return None
    spans = db.execute(
        "SELECT start, end, paragraph FROM sentences WHERE document = ? ORDER BY ordinal", [row]
    )
    return row, read_document(db, row), tuple(Sentence(*span) for span in spans)


def _replace(db: Database, row: int, found: _Found) -> bool:
    """Put what was found in the place of what is stored; False when the document is gone or was replaced meanwhile.

    What goes beyond the limits counts as read all the same: it would at every start.
    """
    # A row is never used again, and the text of a row never changes.
    if db.execute("UPDATE documents SET finders = ? WHERE row = ?", [FINDERS, row]).rowcount == 0:
        return False
    if not isinstance(found, SourceError):
        remove_events(db, row)
        remove_quotations(db, row)
        write(db, row, *found)
    seal(db, "documents", row)
    return True
