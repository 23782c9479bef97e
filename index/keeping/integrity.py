"""Is a database whole? What SQLite can tell of the file, and what must hold between its tables."""

import sqlite3
from collections.abc import Callable, Iterator

import numpy as np
from sqlite_utils import Database

from index.adding.ingestion import digest
from index.search.segments import SEGMENT_SPAN, StoredSegment, read_segments
from index.storage.documents import read_document
from index.storage.schema import APPLICATION_ID

Progress = Callable[[str, int, int], None]
"""Told what is being looked at, how many of it have been, and how many there are: 0 where that is not known."""

MOST_PROBLEMS = 20
"""After this many problems the search for others stops."""


def problems(db: Database, progress: Progress | None = None) -> list[str]:
    """Return what is wrong with the database, each in one line; an empty list for a whole one. Changes nothing."""
    found: list[str] = []
    tell = progress or _tell_nobody
    try:
        for check in (_file, _documents, _passages, _segments):
            for problem in check(db, tell):
                found.append(problem)
                if len(found) >= MOST_PROBLEMS:
                    return found
            if found:
                # What is checked next rests on what was checked before.
                break
    except (sqlite3.DatabaseError, ValueError, OverflowError, TypeError) as error:
        found.append(f"It cannot be read in full: {error}.")
    return found


def damage_to_file(db: Database) -> list[str]:
    """Return what SQLite itself can tell of the file, in a database of any version."""
    try:
        return list(_file(db, _tell_nobody))
    except sqlite3.DatabaseError as error:
        return [f"It cannot be read in full: {error}."]


def _tell_nobody(_what: str, _done: int, _of: int) -> None:
    pass


def _file(db: Database, tell: Progress) -> Iterator[str]:
    tell("pages", 0, 0)
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        yield "It does not say that it is a Parley database."
    for (line,) in db.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})"):
        if line != "ok":
            yield f"SQLite finds damage: {line}."
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} belongs to a row of {parent} that is not there."


def _documents(db: Database, tell: Progress) -> Iterator[str]:
    rows = db.execute("SELECT row, digest FROM documents").fetchall()
    for done, (row, stored) in enumerate(rows):
        tell("documents", done, len(rows))
        document = read_document(db, row)
        if digest(document) != stored:
            yield f"Document {document.id} is not what was stored."
        outside = db.execute(
            "SELECT count(*) FROM sentences WHERE document = ? AND (start < 0 OR end <= start OR end > ?)",
            [row, len(document.text)],
        ).fetchone()[0]
        if outside:
            yield f"Document {document.id} has {outside} sentences outside its text."


def _passages(db: Database, tell: Progress) -> Iterator[str]:
    tell("passages", 0, 0)
    lost = db.execute(
        """SELECT count(*) FROM passages WHERE first > last
           OR NOT EXISTS (SELECT 1 FROM sentences WHERE sentences.document = passages.document AND ordinal = first)
           OR NOT EXISTS (SELECT 1 FROM sentences WHERE sentences.document = passages.document AND ordinal = last)"""
    ).fetchone()[0]
    if lost:
        yield f"Passages with sentences that are not there: {lost}."


def _segments(db: Database, tell: Progress) -> Iterator[str]:
    owners = dict(db.execute("SELECT id, document FROM passages").fetchall())
    removed = {row[0] for row in db.execute("SELECT passage FROM tombstones")}
    indexed: dict[int, int] = {}
    following = 0
    segments = read_segments(db)
    for done, segment in enumerate(segments):
        tell("segments", done, len(segments))
        span = segment.last - segment.first + 1
        if segment.first < following or not 0 < span <= SEGMENT_SPAN:
            yield f"Segment {segment.id} has passages of another."
        if not span == len(segment.lengths) == len(segment.documents):
            yield f"Segment {segment.id} does not have a length and a document for each of its passages."
            return
        following = segment.last + 1
        held = np.flatnonzero(segment.documents) + segment.first
        indexed.update(zip(held.tolist(), segment.documents[held - segment.first].tolist(), strict=True))
        yield from _postings(db, segment)
    if db.execute("SELECT value FROM state WHERE name = 'next_passage'").fetchone()[0] < following:
        yield "The number of the next passage is taken."
    if not removed <= indexed.keys():
        yield "Passages are removed that the inverted index does not have."
    if owners != {number: row for number, row in indexed.items() if number not in removed}:
        yield "The passages are not those of the inverted index; index the documents again into a new file."


def _postings(db: Database, segment: StoredSegment) -> Iterator[str]:
    lengths = np.zeros(len(segment.lengths), dtype=np.int64)
    for term, passages, numbers, counts in segment.postings(db):
        if passages != len(numbers) or np.any(np.diff(numbers) <= 0) or numbers[-1] >= len(lengths):
            yield f"Segment {segment.id} has broken postings of {term!r}."
            return
        lengths[numbers] += counts
    if np.any(lengths != segment.lengths):
        yield f"Segment {segment.id} has postings that do not add up to the lengths of its passages."
