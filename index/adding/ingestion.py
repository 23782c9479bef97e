"""Documents are prepared (sentences, terms, passages, postings), then written in one transaction."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType

import numpy as np

from index.adding import finders
from index.adding.finders import FINDERS, Findings, find
from index.adding.packing import Packed
from index.adding.passages import passages
from index.adding.stories import reprints
from index.language.tokens import Analyzer
from index.model import Document, Sentence, Span
from index.search.engine import DocumentPassages, Engine
from index.search.segment_engine import add_passages_of
from index.search.segments import BuiltSegment, SegmentBuilder
from index.storage import history
from index.storage.database import Database
from index.storage.sentences import POSITION_TYPE, number_passages, remove_passages, write_sentences
from index.storage.structure import dump, write_parts
from index.storage.tables.seals import seal
from index.structure.values import to_values


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document and what was found in it, ready to be written.

    ``terms`` and ``positions`` have an entry for each sentence: its terms, a space between them, and the place of each among
    the sentence's words, as ``POSITION_TYPE``. ``passages`` gives the first and last sentence of each passage, ``quoted``
    those of each quotation.
    """

    document: Document
    digest: str
    sentences: Collection[Sentence]
    terms: Collection[str]
    positions: Collection[bytes]
    passages: Collection[Span]
    title_terms: tuple[str, ...]
    story_bands: tuple[int, ...]
    findings: Findings
    quoted: Collection[Span]

    def packed(self) -> "PreparedDocument":
        """Return the same in little room: to be gone through in order, and no longer indexed."""
        return replace(
            self,
            sentences=Packed(self.sentences),
            terms=Packed(self.terms),
            positions=Packed(self.positions),
            passages=Packed(self.passages),
            findings=self.findings.packed(),
            quoted=Packed(self.quoted),
        )


@dataclass(frozen=True, slots=True)
class PreparedBatch:
    """Documents to be written together, and the segments of their passages, whose documents are named by place, from 1."""

    documents: tuple[PreparedDocument, ...]
    segments: tuple[BuiltSegment, ...]


def prepare(document: Document, analyzer: Analyzer) -> PreparedDocument:
    """Find the sentences, terms, passages, events and quotations of ``document``. Touches no database."""
    found = analyzer.languages.sentences(document.text)
    terms, positions = _analysed(document, found, analyzer)
    ordinals = {sentence.start: ordinal for ordinal, sentence in enumerate(found)}
    findings = find(document, found, analyzer)
    return PreparedDocument(
        document=document,
        digest=digest(document),
        sentences=found,
        terms=terms,
        positions=positions,
        passages=tuple(
            (ordinals[passage.sentences[0].start], ordinals[passage.sentences[-1].start])
            for passage in passages(found, document.structure)
        ),
        title_terms=_name_terms(document, analyzer),
        story_bands=reprints.story_bands(document),
        findings=findings,
        quoted=finders.quoted_sentences(findings, found),
    )


def _analysed(
    document: Document, found: Sequence[Sentence], analyzer: Analyzer
) -> tuple[tuple[str, ...], tuple[bytes, ...]]:
    terms: list[str] = []
    positions: list[bytes] = []
    for sentence in found:
        tokens = analyzer.tokens(document.text[sentence.start : sentence.end])
        terms.append(" ".join([token.term for token in tokens]))
        positions.append(_packed([token.position for token in tokens]))
    return tuple(terms), tuple(positions)


def prepare_batch(documents: Sequence[Document], analyzer: Analyzer) -> PreparedBatch:
    """Prepare documents, and the postings of all their passages. Touches no database."""
    prepared = tuple(prepare(document, analyzer) for document in documents)
    builder = SegmentBuilder()
    for name, item in enumerate(prepared, 1):
        add_passages(builder, name, item)
    return PreparedBatch(prepared, builder.build())


def add_passages(builder: SegmentBuilder, name: int, item: PreparedDocument) -> None:
    """Add the passages of a document as ``prepare`` returned it, which is named ``name``, to a segment."""
    add_passages_of(builder, name, _indexed(item))


def digest(document: Document) -> str:
    """Return a hash of everything that is kept of ``document``: equal when nothing changed."""
    published = document.published.isoformat() if document.published else None
    parts: list[object] = [
        document.title,
        document.publisher,
        document.url,
        published,
        list(document.pages),
        document.text,
    ]
    if document.structure:
        parts.append(to_values(document.structure))
    if document.aliases:
        parts.append({"aliases": list(document.aliases)})
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def write(
    db: Database,
    engine: Engine,
    batch: PreparedBatch,
    *,
    reprinted: reprints.Reprints = MappingProxyType({}),
    many: bool = False,
) -> dict[str, str]:
    """Store the documents, replacing those with the same id, and give the engine their passages, in the caller's transaction.

    The engine takes what is new and gives up what was replaced in one step, so that a document is never missing meanwhile.
    Return the digests of the documents that were replaced, by id. ``reprinted`` names those that print the same stories,
    ``many`` says that this is one of many writes.
    """
    replaced, gone = {}, []
    for item in batch.documents:
        found = db.execute("SELECT row, digest FROM documents WHERE id = ?", [item.document.id]).fetchone()
        if found is not None:
            gone.append(found[0])
            replaced[item.document.id] = found[1]
            history.keep(db, item.document.id)
    rows = dict(enumerate(batch.documents, _next_row(db)))
    added = {row: _indexed(item) for row, item in rows.items()}
    first = engine.write(added, gone, built=batch.segments, many=many)
    for row in gone:
        _remove_document(db, row)
    for row, item in rows.items():
        _write_document(db, row, item, reprinted.get(item.document.id, ()))
    _write_passages(db, first, added)
    for row in rows:
        seal(db, "documents", row)
    return replaced


def stored_digest(db: Database, document_id: str) -> str | None:
    """Return the digest of the document with that id as it is stored; None when it is not there."""
    found = db.execute("SELECT digest FROM documents WHERE id = ?", [document_id]).fetchone()
    return found[0] if found else None


def remove(db: Database, engine: Engine, document_id: str) -> bool:
    """Remove a document and all that was found in it, in the caller's transaction; False when it is not there."""
    found = db.execute("SELECT row FROM documents WHERE id = ?", [document_id]).fetchone()
    if found is None:
        return False
    engine.write({}, [found[0]])
    _remove_document(db, found[0])
    return True


def _remove_document(db: Database, row: int) -> None:
    remove_passages(db, row)
    db.execute("DELETE FROM documents WHERE row = ?", [row])


def write_passages(
    db: Database,
    engine: Engine,
    added: Mapping[int, DocumentPassages],
    removed: Collection[int] = (),
    *,
    built: Sequence[BuiltSegment] | None = None,
    many: bool = False,
) -> None:
    """Remove and add the sentences and passages of documents by their rows, here and in the engine, in the caller's
    transaction. ``built`` and ``many`` are as in ``Engine.write``."""
    first = engine.write(added, removed, built=built, many=many)
    for row in removed:
        remove_passages(db, row)
    _write_passages(db, first, added)


def _write_passages(db: Database, first: int, added: Mapping[int, DocumentPassages]) -> None:
    write_sentences(db, {row: (item.sentences, item.terms, item.positions) for row, item in added.items()})
    number_passages(db, first, {row: item.passages for row, item in added.items()})


def _next_row(db: Database) -> int:
    """Return the row that no document had yet."""
    found = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'documents'").fetchone()
    return int(found[0]) + 1 if found else 1


def _write_document(db: Database, row: int, item: PreparedDocument, reprinted: Collection[str]) -> None:
    document = item.document
    db.execute(
        """INSERT INTO documents
           (row, id, collection, key, title, publisher, url, published, text, pages, digest, title_terms, added_at, finders,
            structure, aliases)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            row,
            document.id,
            document.collection,
            document.key,
            document.title,
            document.publisher,
            document.url,
            document.published.isoformat() if document.published else None,
            document.text,
            json.dumps(document.pages),
            item.digest,
            " ".join(item.title_terms),
            datetime.now(UTC).isoformat(timespec="seconds"),
            FINDERS,
            dump(document.structure),
            json.dumps(document.aliases, ensure_ascii=False),
        ],
    )
    write_parts(db, row, document.structure)
    reprints.record(db, row, document, item.story_bands, reprinted)
    finders.write(db, row, item.findings, item.quoted)


def _indexed(item: PreparedDocument) -> DocumentPassages:
    return DocumentPassages(
        item.document, item.sentences, item.terms, item.positions, item.passages, item.title_terms
    )


def _packed(positions: Sequence[int]) -> bytes:
    return np.minimum(np.array(positions, dtype=np.int64), 65_535).astype(POSITION_TYPE).tobytes()


def _name_terms(document: Document, analyzer: Analyzer) -> tuple[str, ...]:
    """Return the terms of the title, where it is more than the text's first words or names what articles and rows are of, and of
    the aliases."""
    names = document.is_numbered or any(part.label == "row" for part in document.structure)
    named = document.names if names or _has_own_title(document) else "\n".join(document.aliases)
    return tuple(analyzer.terms(named))


def _has_own_title(document: Document) -> bool:
    """Tell whether the title is more than the text's first words: those would count twice."""
    return not document.text.lstrip().startswith(document.title.removesuffix("…").strip())
