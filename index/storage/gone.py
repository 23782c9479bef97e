"""Pages that are gone: documents whose address answers that there is nothing any more, and since when that is known."""

from datetime import UTC, date, datetime

from index.storage.database import Database
from index.storage.seals import seal


def record(db: Database, url: str, key: str, collection: str) -> tuple[str, ...]:
    """Keep that the page at ``url``, which documents of ``collection`` were read from, is gone as of today, in the caller's
    transaction. Returns their ids; a page that was gone before stays so since then.

    ``key`` is the canonical form of ``url``.
    """
    rows = db.execute(
        "SELECT id FROM documents WHERE collection = ? AND (key = ? OR url = ?)", [collection, key, url]
    ).fetchall()
    for (document_id,) in rows:
        db.execute(
            "INSERT OR IGNORE INTO gone_pages (document_id, gone_on) VALUES (?, ?)",
            [document_id, datetime.now(UTC).date().isoformat()],
        )
        seal(db, "gone_pages", document_id)
    return tuple(document_id for (document_id,) in rows)


def gone_on(db: Database, document_id: str) -> date | None:
    """Return the day on which the page of a document was found gone; None while it is there."""
    found = db.execute("SELECT gone_on FROM gone_pages WHERE document_id = ?", [document_id]).fetchone()
    return date.fromisoformat(found[0]) if found else None


def forget(db: Database, document_id: str) -> None:
    """Keep that the page of a document is there, or the document no longer, in the caller's transaction."""
    db.execute("DELETE FROM gone_pages WHERE document_id = ?", [document_id])
