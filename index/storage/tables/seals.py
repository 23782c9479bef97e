"""Seals: a hash of all that a row says, and of the rows that belong to it, kept beside it, so that a changed bit is found.

SQLite tells only of damage that it stumbles over; what is written here and read back otherwise is told by the seal.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.storage.database import Database

Key = tuple[Any, ...]

_BYTES = 16
"""Bytes of a seal; chosen: by chance, one of 128 bits is met once in 10**38 times."""


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A table whose rows are sealed: the columns of its key, and what each seal is of, in the order that it is read."""

    key: tuple[str, ...]
    statements: tuple[str, ...]

    @property
    def where(self) -> str:
        return " AND ".join(f"{column} = ?" for column in self.key)


_TABLES: Mapping[str, _Sealed] = {
    "documents": _Sealed(
        ("row",),
        (
            """SELECT row, id, collection, key, title, publisher, url, published, text, pages, digest, title_terms, added_at,
                      finders, structure, aliases FROM documents WHERE row = ?""",
            "SELECT ordinal, label, number, name, start, end FROM parts WHERE document = ? ORDER BY ordinal",
            """SELECT ordinal, start, end, paragraph, terms, positions FROM sentences
               WHERE document = ? ORDER BY ordinal""",
            "SELECT id, first, last FROM passages WHERE document = ? ORDER BY id",
            """SELECT id, sentence, start, end, when_start, when_end, earliest, latest, granularity, basis, planned, actors,
                      clause_start, clause_end, undone
               FROM events WHERE document = ? ORDER BY id""",
            """SELECT event, actor FROM events CROSS JOIN event_actors ON event = events.id
               WHERE document = ? ORDER BY event, actor""",
            """SELECT id, first, last, start, end, mention_start, mention_end, cue_start, cue_end, speaker, speaker_key, role,
                      listed, direct, fragment, earliest, latest, when_start, when_end, basis, stance,
                      condition_start, condition_end, hearsay, question_start, question_end
               FROM quotations WHERE document = ? ORDER BY id""",
            "SELECT band FROM story_bands WHERE document = ? ORDER BY band",
            "SELECT short, name FROM abbreviations WHERE document = ? ORDER BY short, name",
        ),
    ),
    "segments": _Sealed(
        ("id",),
        (
            "SELECT id, first, last, lengths, documents FROM segments WHERE id = ?",
            """SELECT term, passages, highest, densest, numbers, counts FROM postings
               WHERE segment = ? ORDER BY term""",
        ),
    ),
    "former_versions": _Sealed(
        ("id",),
        (
            "SELECT id, document_id, title, published, text, added_at, replaced_at FROM former_versions WHERE id = ?",
        ),
    ),
    "descriptions": _Sealed(
        ("document_id",),
        (
            "SELECT document_id, title, publisher, url, published, aliases FROM descriptions WHERE document_id = ?",
        ),
    ),
    "gone_pages": _Sealed(
        ("document_id",),
        ("SELECT document_id, gone_on FROM gone_pages WHERE document_id = ?",),
    ),
    "feeds": _Sealed(
        ("id",),
        (
            """SELECT id, url, collection, title, publisher, etag, last_modified, content_hash, added_at, checked_at, due_at,
                      failures, failure FROM feeds WHERE id = ?""",
        ),
    ),
    "feed_items": _Sealed(
        ("feed", "key"),
        ("SELECT feed, key, digest, document_id FROM feed_items WHERE feed = ? AND key = ?",),
    ),
}

SEALED = tuple(_TABLES)
"""The tables whose rows have a seal."""


def seal(db: Database, table: str, *key: Any) -> None:
    """Seal the row of ``table`` with that key as it stands now, in the caller's transaction; nothing where there is none."""
    sealed = _TABLES[table]
    value = _hash(db, sealed, key)
    db.execute(f"UPDATE {table} SET seal = ? WHERE {sealed.where}", [value, *key])


def seal_all(db: Database, tables: Sequence[str] = SEALED) -> None:
    """Seal every row of ``tables`` as it stands now, in the caller's transaction; of those that are there yet."""
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in filter(there.__contains__, tables):
        for key in keys(db, table):
            seal(db, table, *key)


def keys(db: Database, table: str) -> list[Key]:
    """Return the keys of the rows of ``table``, in their order."""
    columns = ", ".join(_TABLES[table].key)
    return list(db.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}").fetchall())


def is_broken(db: Database, table: str, key: Key) -> bool:
    """Tell whether the row of ``table`` with that key is other than when it was sealed; False where it is gone."""
    sealed = _TABLES[table]
    found = db.execute(f"SELECT seal FROM {table} WHERE {sealed.where}", key).fetchone()
    return found is not None and found[0] != _hash(db, sealed, key)


def _hash(db: Database, sealed: _Sealed, key: Key) -> bytes:
    found = hashlib.blake2b(digest_size=_BYTES)
    for row in _rows(db, sealed, key):
        # Tells text from bytes, a number from its digits, and where a value ends.
        found.update(repr(row).encode())
    return found.digest()


def _rows(db: Database, sealed: _Sealed, key: Key) -> Iterator[Any]:
    for statement in sealed.statements:
        yield from db.execute(statement, key)
        yield None
