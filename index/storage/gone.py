"""Pages that are gone: documents whose address answers that there is nothing any more, and since when that is known."""

import json
from collections.abc import Collection
from datetime import UTC, datetime

from index.storage.database import Database
from index.storage.tables.seals import seal


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


def are_gone(db: Database, document_ids: Collection[str]) -> list[str]:
    """Return the ids of those of the documents whose pages are known to be gone."""
    rows = db.execute(
        "SELECT document_id FROM gone_pages WHERE document_id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(document_ids))],
    )
    return [document_id for (document_id,) in rows]


def forget(db: Database, document_ids: Collection[str]) -> None:
    """Keep that the pages of documents are there, or the documents no longer, in the caller's transaction."""
    db.execute(
        "DELETE FROM gone_pages WHERE document_id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(document_ids))],
    )
