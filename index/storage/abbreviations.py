"""The abbreviations that documents define, in the database: by the term of each, and by the terms of what it stands for."""

import json
from collections.abc import Iterable

from index.language.abbreviations import Abbreviation, names_in
from index.requests import Filters
from index.storage.database import Database
from index.storage.documents import passing

_MOST = 500
"""Definitions that are read for one question: one that more documents repeat is read no oftener."""

_TERMS = 40
"""Terms of a question in which a name is looked for."""


def write_abbreviations(db: Database, row: int, abbreviations: Iterable[Abbreviation]) -> None:
    """Store what the document with that row defines, in the place of what was stored, in the caller's transaction."""
    db.execute("DELETE FROM abbreviations WHERE document = ?", [row])
    db.conn.executemany(
        "INSERT OR IGNORE INTO abbreviations (document, short, name) VALUES (?, ?, ?)",
        ((row, one.short, " ".join(one.name)) for one in abbreviations),
    )


def read_abbreviations(db: Database, terms: Iterable[str], filters: Filters) -> tuple[Abbreviation, ...]:
    """Return the abbreviations among ``terms``, and those of names among them, as documents that pass the filters
    define them."""
    terms = list(terms)[:_TERMS]
    condition, values = passing(filters)
    rows = db.execute(
        f"""SELECT DISTINCT short, name FROM (
                SELECT short, name FROM abbreviations JOIN documents ON documents.row = abbreviations.document
                WHERE (short IN (SELECT value FROM json_each(?)) OR name IN (SELECT value FROM json_each(?)))
                    AND {condition} LIMIT ?)
            ORDER BY short, name""",
        [json.dumps(terms), json.dumps([" ".join(name) for name in names_in(terms)]), *values, _MOST],
    )
    return tuple(Abbreviation(short, tuple(name.split())) for short, name in rows)
