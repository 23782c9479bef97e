"""An index is moved: everything that one store keeps is written into another that is empty, counted and checked."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from index.errors import StoreCorrupt, StoreUnavailable
from index.model import Span
from index.search.engine import DocumentPassages, Engine
from index.storage.database import Database
from index.storage.documents import read_document, read_title_terms
from index.storage.replication.owners import INDEX, Owners
from index.storage.sentences import number_passages, read_sentences
from index.storage.store import Store
from index.storage.tables.seals import seal

Progress = Callable[[int, int], None]
"""Told how many documents were moved, and how many there are."""

_DOCUMENTS, _CHARACTERS = 200, 1_000_000
"""The most documents and characters that are written at once; chosen, as where documents are added."""

_OWNERS = 500
"""Owners of other rows that are written at once; chosen: their rows are few and short."""

_TABLES = tuple(owned.table for owned in INDEX)


def move(source: Store, target: Store, engine: Engine, progress: Progress | None = None) -> dict[str, int]:
    """Write everything of ``source`` into ``target``, whose engine takes the passages; return how many rows each table has.

    ``source`` must have been found whole before, and nothing may be written to it meanwhile. What its rows are numbered by stays,
    but for the passages. Raises StoreUnavailable where ``target`` is not empty; StoreCorrupt where it has not as many rows
    afterwards.
    """
    tables = Owners(INDEX)
    with target.reading() as db:
        held = [name for name, count in _counts(db).items() if count]
    if held:
        raise StoreUnavailable(
            f"What is to be moved to has rows of its own ({held[0]}); move to an empty file, or under another prefix."
        )
    with source.reading() as db:
        counts = _counts(db)
        rows = [row for (row,) in db.execute("SELECT row FROM documents ORDER BY row")]
        others = [owner for owner in tables.every(db) if not owner.startswith("documents:")]
        done = 0
        for several in _portions(db, rows):
            _move_documents(db, target, engine, tables, several)
            done += len(several)
            if progress is not None:
                progress(done, len(rows))
        remaining = iter(others)
        while portion := list(islice(remaining, _OWNERS)):
            with target.writing() as written:
                for owner in portion:
                    tables.insert(written, tables.rows(db, owner))
        with target.writing() as written:
            tables.raise_counters(written, tables.counters(db))
        engine.settle()
    with target.reading() as db:
        moved = _counts(db)
    if moved != counts:
        name = next(name for name in counts if counts[name] != moved[name])
        raise StoreCorrupt(
            f"Of {counts[name]} rows of {name} {moved[name]} were moved; remove what was written, and move again."
        )
    return moved


def _counts(db: Database) -> dict[str, int]:
    return {name: int(db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in _TABLES}


def _portions(db: Database, rows: Sequence[int]) -> Iterator[list[int]]:
    portion: list[int] = []
    characters = 0
    for row in rows:
        portion.append(row)
        characters += int(db.execute("SELECT length(text) FROM documents WHERE row = ?", [row]).fetchone()[0])
        if len(portion) >= _DOCUMENTS or characters >= _CHARACTERS:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion


def _move_documents(db: Database, target: Store, engine: Engine, tables: Owners, rows: Sequence[int]) -> None:
    passages = {row: _passages(db, row) for row in rows}
    with target.writing() as written:
        # Rows of tables that refer to one another are inserted in whatever order.
        written.execute("PRAGMA defer_foreign_keys = ON")
        for row in rows:
            held = tables.rows(db, f"documents:{row}")
            tables.insert(written, {table: found for table, found in held.items() if table != "passages"})
        first = engine.write(passages, many=True)
        number_passages(written, first, {row: item.passages for row, item in passages.items()})
        for row in rows:
            seal(written, "documents", row)


def _passages(db: Database, row: int) -> DocumentPassages:
    """Return what an engine keeps of the document with that row."""
    held = db.execute(
        "SELECT terms, positions FROM sentences WHERE document = ? ORDER BY ordinal", [row]
    ).fetchall()
    spans: list[Span] = db.execute(
        "SELECT first, last FROM passages WHERE document = ? ORDER BY id", [row]
    ).fetchall()
    return DocumentPassages(
        read_document(db, row),
        read_sentences(db, row),
        [terms for terms, _ in held],
        [positions for _, positions in held],
        spans,
        tuple(read_title_terms(db, [row])[row]),
    )
