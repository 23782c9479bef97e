"""The sentences of documents, and the passages that they make up, as they are stored."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.model import Sentence, Span
from index.storage.database import Database

POSITION_TYPE = np.dtype("<u2")


class StoredSentence(NamedTuple):
    """A sentence with its number in the document, its terms in order, and the place of each among the sentence's words."""

    span: Sentence
    ordinal: int
    terms: tuple[str, ...]
    positions: npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage: its number, the row of its document, and its sentences in their order."""

    number: int
    document: int
    sentences: tuple[StoredSentence, ...]


def read_sentences(db: Database, document: int) -> tuple[Sentence, ...]:
    """Return the sentences of the document with that row, in their order."""
    rows = db.execute(
        "SELECT start, end, paragraph FROM sentences WHERE document = ? ORDER BY ordinal", [document]
    )
    return tuple(Sentence(*found) for found in rows)


def read_around(db: Database, document: int, ordinal: int, reach: int) -> dict[int, Sentence]:
    """Return, by number, the sentence ``ordinal`` of the document with that row and ``reach`` before and after it."""
    rows = db.execute(
        """SELECT ordinal, start, end, paragraph FROM sentences
           WHERE document = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal""",
        [document, ordinal - reach, ordinal + reach],
    )
    return {number: Sentence(start, end, paragraph) for number, start, end, paragraph in rows}


def read_passages(db: Database, numbers: Collection[int]) -> dict[int, StoredPassage]:
    """Return the passages with those numbers, by number; one that is gone is left out."""
    rows = db.execute(
        f"""SELECT passages.id, passages.document, ordinal, start, end, paragraph, terms, positions
            FROM passages JOIN sentences
            ON sentences.document = passages.document AND ordinal BETWEEN first AND last
            WHERE passages.id IN ({",".join("?" * len(numbers))}) ORDER BY passages.id, ordinal""",
        list(numbers),
    )
    documents: dict[int, int] = {}
    sentences: dict[int, list[StoredSentence]] = {}
    for number, document, ordinal, start, end, paragraph, terms, positions in rows:
        documents[number] = document
        sentences.setdefault(number, []).append(
            StoredSentence(
                Sentence(start, end, paragraph),
                ordinal,
                tuple(terms.split()),
                np.frombuffer(positions, dtype=POSITION_TYPE),
            )
        )
    return {
        number: StoredPassage(number, document, tuple(sentences[number]))
        for number, document in documents.items()
    }


def passages_within(db: Database, document: int) -> list[int]:
    """Return the numbers of the passages of the document with that row."""
    found = db.execute("SELECT id FROM passages WHERE document = ? ORDER BY id", [document])
    return [number for (number,) in found]


def write_sentences(
    db: Database, added: Mapping[int, tuple[Iterable[Sentence], Iterable[str], Iterable[bytes]]]
) -> None:
    """Store the sentences of documents by their rows, in the caller's transaction: each with its terms, a space between them,
    and the place of each among the sentence's words, as ``POSITION_TYPE``."""
    db.conn.executemany(
        "INSERT INTO sentences (document, ordinal, start, end, paragraph, terms, positions) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (row, ordinal, sentence.start, sentence.end, sentence.paragraph, terms, positions)
            for row, parts in added.items()
            for ordinal, (sentence, terms, positions) in enumerate(zip(*parts, strict=True))
        ),
    )


def number_passages(db: Database, first: int, added: Mapping[int, Iterable[Span]]) -> None:
    """Store the passages of documents by their rows, in the caller's transaction: each is the first and last of its sentences,
    and they are numbered from ``first``."""
    passages = chain.from_iterable(((row, *span) for span in spans) for row, spans in added.items())
    db.conn.executemany(
        "INSERT INTO passages (id, document, first, last) VALUES (?, ?, ?, ?)",
        ((number, *passage) for number, passage in enumerate(passages, first)),
    )


def remove_passages(db: Database, document: int) -> None:
    """Remove the passages and sentences of the document with that row, in the caller's transaction."""
    for table in ("passages", "sentences"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", [document])
