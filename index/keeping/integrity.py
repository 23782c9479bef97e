"""Is a database whole? What SQLite can tell of the file, what must hold between its tables, and what the seals tell of rows."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing

import numpy as np

from index.adding.ingestion import digest
from index.errors import StoreCorrupt
from index.search.segments import SEGMENT_SPAN, StoredSegment, read_segments
from index.storage.database import Database
from index.storage.documents import read_document
from index.storage.store import STATE
from index.storage.tables import seals
from index.storage.tables.schema import APPLICATION_ID, migrations

Progress = Callable[[str, int, int], None]
"""Told what is being looked at, how many of it have been, and how many there are: 0 where that is not known."""

Reading = Callable[[], AbstractContextManager[Database]]
"""Gives a view of one moment, as ``Store.reading`` does."""

MOST_PROBLEMS = 20
"""After this many problems the search for others stops."""

_AT_ONCE = {"segments": 1, "documents": 64}
"""Rows whose seals are compared in one view, which a writer may have to wait for; where none is given, many more."""

_MANY = 1_000
"""Rows of small tables whose seals are compared in one view; chosen: they are short."""


def problems(reading: Reading, progress: Progress | None = None, *, postings: bool = True) -> list[str]:
    """Return what is wrong with the database, each in one line; an empty list for a whole one. Changes nothing.

    ``postings`` says whether the file has those of its passages, and not an engine elsewhere. No view is held for long: what
    others write meanwhile is looked at as it is then.
    """
    found: list[str] = []
    tell = progress or _tell_nobody
    try:
        for check in (_file, _seals, _documents, *((_inverted_index,) if postings else ())):
            for problem in check(reading, tell):
                found.append(problem)
                if len(found) >= MOST_PROBLEMS:
                    return found
            if found:
                # What is checked next rests on what was checked before.
                break
    except (StoreCorrupt, sqlite3.DatabaseError, ValueError, OverflowError, TypeError) as error:
        found.append(f"It cannot be read in full: {error.__cause__ or error}.")
    return found


def damage_to_file(db: Database) -> list[str]:
    """Return what SQLite itself can tell of the file, in a database of any version."""
    try:
        return list(_damage_to_file(db))
    except sqlite3.DatabaseError as error:
        return [f"It cannot be read in full: {error}."]


def _tell_nobody(_what: str, _done: int, _of: int) -> None:
    pass


def _file(reading: Reading, tell: Progress) -> Iterator[str]:
    tell("pages", 0, 0)
    with reading() as db:
        yield from _damage_to_file(db)
        yield from _schema(db)
        yield from _counters(db)


def _damage_to_file(db: Database) -> Iterator[str]:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        yield "It does not say that it is a Parley database."
    for (line,) in db.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})"):
        if line != "ok":
            yield f"SQLite finds damage: {line}."
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} belongs to a row of {parent} that is not there."


def _schema(db: Database) -> Iterator[str]:
    statement = "SELECT type, name, tbl_name, sql FROM sqlite_master"
    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(Database(connection))
        intended = connection.execute(statement).fetchall()
    stored = set(db.execute(statement).fetchall())
    for made in intended:
        if made not in stored and not made[1].startswith("_"):
            yield f"The {made[0]} {made[1]} is not as it was made."


def _counters(db: Database) -> Iterator[str]:
    if {name for (name,) in db.execute("SELECT name FROM state")} != set(STATE):
        yield "The numbers that the database keeps of itself are not those that it should have."
    for table, last in db.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
        if table not in seals.SEALED:
            yield "Rows are counted of a table that is not there."
        elif (db.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0) > last:
            yield f"The number of the next row of {table} is taken."


def _seals(reading: Reading, tell: Progress) -> Iterator[str]:
    for table in seals.SEALED:
        named = table.replace("_", " ")
        with reading() as db:
            keys = seals.keys(db, table)
        size = _AT_ONCE.get(table, _MANY)
        for start in range(0, len(keys), size):
            with reading() as db:
                for done, key in enumerate(keys[start : start + size], start):
                    tell(named, done, len(keys))
                    if seals.is_broken(db, table, key):
                        row = ", ".join(map(str, key))
                        yield f"What is stored with row {row} of {named} is not what was written."


def _documents(reading: Reading, tell: Progress) -> Iterator[str]:
    with reading() as db:
        rows = [row for (row,) in seals.keys(db, "documents")]
    size = _AT_ONCE["documents"]
    for start in range(0, len(rows), size):
        with reading() as db:
            for done, row in enumerate(rows[start : start + size], start):
                tell("texts", done, len(rows))
                yield from _document(db, row)
    with reading() as db:
        yield from _passages(db)
        yield from _reprints(db)


def _document(db: Database, row: int) -> Iterator[str]:
    stored = db.execute("SELECT id, digest FROM documents WHERE row = ?", [row]).fetchone()
    if stored is None:
        return
    document = read_document(db, row)
    if stored != (document.id, digest(document)):
        yield f"Document {stored[0]} is not what was stored."
    outside = db.execute(
        "SELECT count(*) FROM sentences WHERE document = ? AND (start < 0 OR end <= start OR end > ?)",
        [row, len(document.text)],
    ).fetchone()[0]
    if outside:
        yield f"Document {stored[0]} has {outside} sentences outside its text."


def _passages(db: Database) -> Iterator[str]:
    lost = db.execute(
        """SELECT count(*) FROM passages WHERE first > last
           OR NOT EXISTS (SELECT 1 FROM sentences WHERE sentences.document = passages.document AND ordinal = first)
           OR NOT EXISTS (SELECT 1 FROM sentences WHERE sentences.document = passages.document AND ordinal = last)"""
    ).fetchone()[0]
    if lost:
        yield f"Passages with sentences that are not there: {lost}."


def _reprints(db: Database) -> Iterator[str]:
    lost = db.execute(
        """SELECT count(*) FROM reprints WHERE NOT EXISTS (SELECT 1 FROM reprints AS other
           WHERE other.document = reprints.reprint AND other.reprint = reprints.document)"""
    ).fetchone()[0]
    if lost:
        yield f"Reprints that are known from one side only: {lost}."


def _inverted_index(reading: Reading, tell: Progress) -> Iterator[str]:
    with reading() as db:
        yield from _segments(db, tell)


def _segments(db: Database, tell: Progress) -> Iterator[str]:
    owners = dict(db.execute("SELECT id, document FROM passages").fetchall())
    removed = {row[0] for row in db.execute("SELECT passage FROM tombstones")}
    indexed: dict[int, int] = {}
    following = 0
    segments = read_segments(db)
    for done, segment in enumerate(segments):
        tell("postings", done, len(segments))
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
    if db.execute("SELECT 1 FROM postings WHERE segment NOT IN (SELECT id FROM segments) LIMIT 1").fetchone():
        yield "There are postings of a segment that is not there."
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
