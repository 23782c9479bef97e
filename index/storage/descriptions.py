"""What the host says of a document: it wins over what a reader finds, now and each time the document is read
again."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.model import Document
from index.storage.database import Database
from index.storage.tables.seals import seal

FIELDS = ("title", "publisher", "url", "published", "aliases")


def described(db: Database, document: Document) -> Document:
    """Return ``document`` with what the host has said of it."""
    found = db.execute(
        "SELECT title, publisher, url, published, aliases FROM descriptions WHERE document_id = ?",
        [document.id],
    ).fetchone()
    if found is None:
        return document
    title, publisher, url, published, aliases = found
    return replace(
        document,
        title=title or document.title,
        publisher=publisher or document.publisher,
        url=url or document.url,
        published=date.fromisoformat(published) if published else document.published,
        aliases=tuple(json.loads(aliases)) if aliases else document.aliases,
    )


def describe(
    db: Database,
    document_id: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: date | None = None,
    aliases: Sequence[str] | None = None,
) -> None:
    """Store what is said, beside what was said before, in the caller's transaction; None says nothing."""
    db.execute("INSERT OR IGNORE INTO descriptions (document_id) VALUES (?)", [document_id])
    named = None if aliases is None else json.dumps(list(aliases), ensure_ascii=False)
    values = (title, publisher, url, published.isoformat() if published else None, named)
    for field, value in zip(FIELDS, values, strict=True):
        if value is not None:
            db.execute(f"UPDATE descriptions SET {field} = ? WHERE document_id = ?", [value, document_id])
    seal(db, "descriptions", document_id)


def forget(db: Database, document_id: str) -> None:
    """Forget what was said of a document, in the caller's transaction."""
    db.execute("DELETE FROM descriptions WHERE document_id = ?", [document_id])
