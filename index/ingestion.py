"""A document is prepared (sentences, terms, passages), then written with its postings in one transaction."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain

import numpy as np
from sqlite_utils import Database

from index.language.sentences import sentences
from index.language.tokens import Analyzer, Token
from index.model import Document, Passage, Sentence
from index.passages import passages
from index.segments import SegmentBuilder, merge_small, next_passage, remove_passages, reserve_passages

POSITION_TYPE = np.dtype("<u2")


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document and what was found in it, ready to be written."""

    document: Document
    digest: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[tuple[Token, ...], ...]
    passages: tuple[Passage, ...]
    title_terms: tuple[str, ...]


def prepare(document: Document, analyzer: Analyzer) -> PreparedDocument:
    """Find the sentences, terms and passages of ``document``. Touches no database."""
    found = sentences(document.text)
    return PreparedDocument(
        document=document,
        digest=digest(document),
        sentences=found,
        tokens=tuple(tuple(analyzer.tokens(document.slice(s.start, s.end))) for s in found),
        passages=passages(found),
        title_terms=tuple(analyzer.terms(document.title)) if _has_own_title(document) else (),
    )


def digest(document: Document) -> str:
    """Return a hash of everything that is kept of ``document``: equal when nothing changed."""
    published = document.published.isoformat() if document.published else None
    parts = [document.title, document.publisher, document.url, published, list(document.pages), document.text]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def write(db: Database, prepared: Sequence[PreparedDocument]) -> None:
    """Store the documents, replacing those with the same id, and append one segment, in the caller's transaction."""
    for item in prepared:
        remove(db, item.document.id)
    builder = SegmentBuilder(next_passage(db))
    for item in prepared:
        _write_document(db, item, builder)
    builder.write(db)
    merge_small(db)


def remove(db: Database, document_id: str) -> bool:
    """Remove a document and all that was found in it, in the caller's transaction; False when it is not there."""
    found = db.execute("SELECT row, title_terms FROM documents WHERE id = ?", [document_id]).fetchone()
    if found is None:
        return False
    row, title_terms = found
    remove_passages(db, _terms_of_passages(db, row, title_terms.split()))
    db.execute("DELETE FROM documents WHERE row = ?", [row])
    return True


def _write_document(db: Database, item: PreparedDocument, builder: SegmentBuilder) -> None:
    document = item.document
    cursor = db.execute(
        """INSERT INTO documents
           (id, collection, key, title, publisher, url, published, text, pages, digest, title_terms, added_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
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
        ],
    )
    row = cursor.lastrowid
    assert row is not None
    db.conn.executemany(
        "INSERT INTO sentences (document, ordinal, start, end, paragraph, terms, positions) VALUES (?, ?, ?, ?, ?, ?, ?)",
        _sentence_rows(row, item),
    )
    first = builder.next_number
    ordinals = {sentence.start: ordinal for ordinal, sentence in enumerate(item.sentences)}
    rows = []
    for passage in item.passages:
        start, stop = ordinals[passage.sentences[0].start], ordinals[passage.sentences[-1].start]
        terms = chain.from_iterable(
            (token.term for token in tokens) for tokens in item.tokens[start : stop + 1]
        )
        rows.append((builder.add(row, terms, item.title_terms), row, start, stop))
    db.conn.executemany("INSERT INTO passages (id, document, first, last) VALUES (?, ?, ?, ?)", rows)
    reserve_passages(db, first + len(rows))


def _sentence_rows(row: int, item: PreparedDocument) -> Iterator[tuple[int, int, int, int, int, str, bytes]]:
    for ordinal, (sentence, tokens) in enumerate(zip(item.sentences, item.tokens, strict=True)):
        positions = np.array([min(token.position, 65_535) for token in tokens], dtype=POSITION_TYPE)
        terms = " ".join(token.term for token in tokens)
        yield row, ordinal, sentence.start, sentence.end, sentence.paragraph, terms, positions.tobytes()


def _terms_of_passages(db: Database, row: int, title_terms: Sequence[str]) -> Iterator[tuple[int, set[str]]]:
    terms = [
        found[0].split()
        for found in db.execute("SELECT terms FROM sentences WHERE document = ? ORDER BY ordinal", [row])
    ]
    held = db.execute("SELECT id, first, last FROM passages WHERE document = ?", [row]).fetchall()
    for passage, first, last in held:
        yield passage, set(chain(title_terms, *terms[first : last + 1]))


def _has_own_title(document: Document) -> bool:
    """Tell whether the title is more than the text's first words: those would count twice."""
    return not document.text.lstrip().startswith(document.title.removesuffix("…").strip())
