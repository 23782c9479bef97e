"""Documents as they are stored, and which of them a question may look at."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from index.errors import QueryError
from index.model import Document
from index.requests import Filters
from index.storage.database import Database
from index.storage.structure import load

_OFFERED = 5
"""Publishers that are named where the one asked for has no document; chosen: one line."""
_COLUMNS = """key, title, text, publisher, url, published, collection, pages, structure, aliases,
    (SELECT gone_on FROM gone_pages WHERE document_id = documents.id)"""


def passing(filters: Filters) -> tuple[str, list[str]]:
    """Return a condition on the table ``documents``, that they pass the filters, and its parameters."""
    marks = ",".join("?" * len(filters.collections))
    parts, values = [f"documents.collection IN ({marks})"], list(filters.collections)
    if filters.published.since:
        parts.append("documents.published >= ?")
        values.append(filters.published.since.isoformat())
    if filters.published.until:
        parts.append("documents.published <= ?")
        values.append(filters.published.until.isoformat())
    if filters.publisher:
        parts.append("documents.publisher = ? COLLATE NOCASE")
        values.append(filters.publisher)
    return " AND ".join(parts), values


def read_document(db: Database, row: int) -> Document:
    """Return the document with that row."""
    return _document(db.execute(f"SELECT {_COLUMNS} FROM documents WHERE row = ?", [row]).fetchone())


def row_of(db: Database, document_id: str) -> int | None:
    """Return the row of the document with that id; None when there is none."""
    found = db.execute("SELECT row FROM documents WHERE id = ?", [document_id]).fetchone()
    return found[0] if found else None


def read_documents(db: Database, rows: Collection[int]) -> dict[int, Document]:
    """Return the documents with those rows, by row."""
    found = db.execute(
        f"SELECT row, {_COLUMNS} FROM documents WHERE row IN (SELECT value FROM json_each(?))",
        [json.dumps(list(rows))],
    )
    return {row: _document(columns) for row, *columns in found}


def read_title_terms(db: Database, rows: Collection[int]) -> dict[int, list[str]]:
    """Return the terms of the titles of the documents with those rows, by row; none where the title is the text's first words."""
    found = db.execute(
        "SELECT row, title_terms FROM documents WHERE row IN (SELECT value FROM json_each(?))",
        [json.dumps(list(rows))],
    )
    return {row: terms.split() for row, terms in found}


def rows_titled(db: Database, terms: Sequence[str], filters: Filters, limit: int) -> list[int]:
    """Return the rows of at most ``limit`` documents that pass the filters and whose title has all of the ``terms``: those with
    the shortest titles first, the newest of titles alike."""
    condition, values = passing(filters)
    holding = " AND ".join(["instr(' ' || title_terms || ' ', ' ' || ? || ' ') > 0"] * len(terms))
    found = db.execute(
        f"""SELECT row FROM documents WHERE {condition} AND {holding or "FALSE"}
            ORDER BY length(title_terms) - length(replace(title_terms, ' ', '')), published DESC, row LIMIT ?""",
        [*values, *terms, limit],
    )
    return [row for (row,) in found]


def find_document(
    db: Database, document_id: str, collections: Sequence[str] | None = None
) -> tuple[int, Document] | None:
    """Return the row and the document with that id; None when there is none, or not in one of
    ``collections``."""
    found = db.execute(f"SELECT row, {_COLUMNS} FROM documents WHERE id = ?", [document_id]).fetchone()
    if found is None:
        return None
    document = _document(found[1:])
    return (
        None if collections is not None and document.collection not in collections else (found[0], document)
    )


def list_documents(db: Database, filters: Filters, limit: int | None, offset: int) -> tuple[Document, ...]:
    """Return documents, newest first, those without a date last."""
    condition, values = passing(filters)
    rows = db.execute(
        f"""SELECT {_COLUMNS} FROM documents WHERE {condition}
            ORDER BY published IS NULL, published DESC, title, row LIMIT ? OFFSET ?""",
        [*values, -1 if limit is None else limit, offset],
    )
    return tuple(map(_document, rows))


@dataclass(frozen=True, slots=True)
class Titled:
    """What a document is called, without its text."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()


def list_titles(db: Database, filters: Filters) -> tuple[Titled, ...]:
    """Return what documents are called, newest first, those without a date last."""
    condition, values = passing(filters)
    rows = db.execute(
        f"""SELECT id, title, aliases FROM documents WHERE {condition}
            ORDER BY published IS NULL, published DESC, title, row""",
        values,
    )
    return tuple(Titled(row, title, tuple(json.loads(aliases))) for row, title, aliases in rows)


def matching_rows(db: Database, filters: Filters) -> list[int] | None:
    """Return the rows of the documents that pass the filters; None when all do."""
    condition, values = passing(filters)
    rows = [row[0] for row in db.execute(f"SELECT row FROM documents WHERE {condition}", values)]
    total = db.execute("SELECT count(*) FROM documents").fetchone()[0]
    return None if len(rows) == total else rows


def newest_date(db: Database, filters: Filters) -> date | None:
    """Return the publication date of the newest document that passes the filters; None when no date is known."""
    condition, values = passing(filters)
    found = db.execute(f"SELECT max(published) FROM documents WHERE {condition}", values).fetchone()[0]
    return date.fromisoformat(found) if found else None


@dataclass(frozen=True, slots=True)
class Usage:
    """How much a collection holds: documents, bytes of text in UTF-8, and documents added or replaced since
    some time."""

    documents: int
    bytes: int
    added: int


def usage(db: Database, collection: str, since: datetime) -> Usage:
    """Return how much ``collection`` holds, and how much of it was written at ``since``, in UTC, or later."""
    found = db.execute(
        """SELECT count(*), coalesce(sum(length(CAST(text AS BLOB))), 0), coalesce(sum(added_at >= ?), 0)
           FROM documents WHERE collection = ?""",
        [since.isoformat(timespec="seconds"), collection],
    ).fetchone()
    return Usage(*found)


def list_collections(db: Database) -> tuple[str, ...]:
    """Return the names of the collections that have a document or a feed, in the order of the alphabet."""
    rows = db.execute("SELECT collection FROM documents UNION SELECT collection FROM feeds ORDER BY 1")
    return tuple(row[0] for row in rows)


def added_after(db: Database, row: int | None) -> tuple[int, tuple[str, ...]]:
    """Return the row of the document written last, and the ids of those added after ``row`` in their order.

    Those that replaced an earlier version of themselves are not among them, and none is where ``row`` is None.
    """
    newest = db.execute("SELECT coalesce(max(row), 0) FROM documents").fetchone()[0]
    if row is None:
        return newest, ()
    rows = db.execute(
        """SELECT id FROM documents WHERE row > ? AND NOT EXISTS
           (SELECT 1 FROM former_versions WHERE former_versions.document_id = documents.id) ORDER BY row""",
        [row],
    )
    return newest, tuple(found[0] for found in rows)


def list_publishers(db: Database, collections: Sequence[str]) -> tuple[str, ...]:
    """Return the publishers of the documents in ``collections``, those with most documents first."""
    marks = ",".join("?" * len(collections))
    rows = db.execute(
        f"""SELECT publisher FROM documents WHERE publisher IS NOT NULL AND collection IN ({marks})
            GROUP BY publisher ORDER BY count(*) DESC, publisher""",
        list(collections),
    )
    return tuple(row[0] for row in rows)


def with_publisher(db: Database, filters: Filters) -> Filters:
    """Return the filters with the publisher that is meant where a part of one's name was typed: "courier" for The Daily Courier.

    As they are where it is a whole name, or nobody's. Raises QueryError, with the names, where several have those words.
    """
    if filters.publisher is None:
        return filters
    known = list_publishers(db, filters.collections)
    typed = filters.publisher.casefold().split()
    if not typed or filters.publisher.casefold() in {name.casefold() for name in known}:
        return filters
    meant = [name for name in known if _has_words(name.casefold(), typed)]
    if len(meant) > 1:
        offered = ", ".join(meant[:_OFFERED])
        raise QueryError(f"Several sources are called {filters.publisher[:60]!r}; name one of: {offered}.")
    return replace(filters, publisher=meant[0]) if meant else filters


def _has_words(name: str, typed: Sequence[str]) -> bool:
    """Tell whether each word that was ``typed`` begins one of the name."""
    words = name.split()
    return all(any(word.startswith(one) for word in words) for one in typed)


def check_publisher(db: Database, filters: Filters) -> None:
    """Raise QueryError, with the publishers there are, for a publisher that no document has."""
    if filters.publisher is None:
        return
    known = list_publishers(db, filters.collections)
    if filters.publisher.casefold() not in {name.casefold() for name in known}:
        others = f" and {len(known) - _OFFERED} others" if len(known) > _OFFERED else ""
        offered = (", ".join(known[:_OFFERED]) or "none yet") + others
        raise QueryError(f"No document is by {filters.publisher[:60]!r}; the sources are: {offered}.")


def _document(row: Sequence[str | None]) -> Document:
    key, title, text, publisher, url, published, collection, pages, structure, aliases, gone = row
    assert (
        key is not None
        and title is not None
        and text is not None
        and collection is not None
        and pages is not None
        and structure is not None
        and aliases is not None
    )
    return Document(
        key=key,
        title=title,
        text=text,
        publisher=publisher,
        url=url,
        published=date.fromisoformat(published) if published else None,
        collection=collection,
        pages=() if pages == "[]" else tuple(json.loads(pages)),
        structure=load(structure),
        aliases=() if aliases == "[]" else tuple(json.loads(aliases)),
        gone_on=date.fromisoformat(gone) if gone else None,
    )
